//! What the pages of a visit have in common.

use domain::ids::GalleryId;
use leptos::prelude::*;

use crate::api::Answer;
use crate::ctx::{AtStudio, Ctx};
use crate::ui::words::Words;

/// The bar above the pages of a visit: the studio's name, the way to the overview for whoever has one, and the way out.
/// On the overview itself (`on_overview`) no link leads there.
pub fn bar(at: &AtStudio, on_overview: bool, words: Words) -> impl IntoView + use<> {
    let address = &at.studio.address;
    let overview = at.sight.guest.login.map(|_| format!("/{address}/overview"));
    let home = overview.clone().unwrap_or_else(|| format!("/{address}"));
    let to_overview = overview
        .filter(|_| !on_overview)
        .map(|overview| view! { <a class="link" href=overview>{words.text("overview")}</a> });
    view! {
        <a class="skip" href="#main">{words.text("skip")}</a>
        <header class="bar">
            <a class="brand" href=home>{at.studio.name.to_string()}</a>
            <nav aria-label=words.text("your-visit")>
                {to_overview}
                <form method="post" action="/api/leave">
                    <input type="hidden" name="studio" value=address.to_string() />
                    <button class="link">{words.text("leave")}</button>
                </form>
            </nav>
        </header>
    }
}

/// The title of a page of a visit, in the browser's tab.
pub fn title(of: &str, at: &AtStudio) -> String {
    format!("{of} – {}", at.studio.name)
}

/// The way back: the overview of whoever has one, then the parents that may be shown, the topmost first.
pub async fn trail(ctx: &Ctx, at: &AtStudio, gallery: GalleryId, words: Words) -> Answer<Option<AnyView>> {
    let base = format!("/{}", at.studio.address);
    let mut steps = Vec::new();
    if at.sight.guest.login.is_some() {
        steps.push((format!("{base}/overview"), at.sight.guest.login_name.clone()));
    }
    for parent in at.sight.sight.trail(gallery) {
        // A parent may be locked: then it is a door without a name (S18).
        let name = match at.sight.sight.grant(parent) {
            Ok(grant) => ctx.store().gallery(&grant).await?.name,
            Err(_) => words.text("locked-gallery"),
        };
        steps.push((format!("{base}/g/{parent}"), name));
    }
    Ok((!steps.is_empty()).then(|| {
        let steps: Vec<_> = steps.into_iter().map(|(href, name)| view! { <li><a href=href>{name}</a></li> }).collect();
        view! { <nav class="trail" aria-label=words.text("way-back")><ol>{steps}</ol></nav> }.into_any()
    }))
}

/// Links to the pages of a gallery that does not fit on one. Both numbers count from 1.
pub fn pages(now: i64, last: i64, words: Words) -> impl IntoView + use<> {
    (last > 1).then(|| {
        let links: Vec<_> = (1..=last)
            .map(|page| {
                let here = (page == now).then_some("page");
                view! { <li><a href=format!("?page={page}") aria-current=here>{page}</a></li> }
            })
            .collect();
        view! { <nav class="pages" aria-label=words.text("pages")><ol>{links}</ol></nav> }
    })
}
