//! `/studio/{studio}/as/{kind}/{id}`: *View as client* (S34). The pages below it are those of a visit; these two lead there.

use leptos::prelude::*;

use crate::api::ApiError;
use crate::ctx::Ctx;
use crate::shell::{Page, Side};
use crate::ui::desk_banner::banner_words;
use crate::ui::page::page;
use crate::ui::visit::Visited;
use crate::ui::words::Words;

/// Leads to where they would come in whose eyes these are.
#[component]
pub fn ViewAs() -> impl IntoView {
    let visited = Visited::current();
    page(async move {
        let ctx = Ctx::current()?;
        let at = visited.enter(&ctx).await?;
        ctx.go(&first_page(&at)?)?;
        Ok(().into_any())
    })
}

/// The same at the width of a phone, in a frame that shows nothing else.
#[component]
pub fn ViewAsPhone() -> impl IntoView {
    let visited = Visited::current();
    page(async move {
        let ctx = Ctx::current()?;
        let at = visited.enter(&ctx).await?;
        let words = Words::at_desk(ctx.desk_language(Some(&at.studio)));
        let title = banner_words(&at, words);
        let first = first_page(&at)?;
        Ok(view! {
            <Page title=title.clone() words class="phone" side=Side::Studio islands=false>
                <main aria-label=words.text("preview")>
                    <header class="head">
                        <h1>{title.clone()}</h1>
                        <a class="button quiet" href=first.clone()>{words.text("preview-wide")}</a>
                    </header>
                    <iframe src=first title=title width="390" height="844"></iframe>
                </main>
            </Page>
        }
        .into_any())
    })
}

fn first_page(at: &crate::ctx::AtStudio) -> Result<String, ApiError> {
    let preview = at.preview.as_ref().ok_or(ApiError::NotFound)?;
    Ok(at.path(&preview.first_page()))
}
