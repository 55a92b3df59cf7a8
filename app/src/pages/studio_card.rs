//! `/studio/{studio}/logins/{login}/card`: a card to print and to hand out, with the code and its QR code. Only while the
//! code may be read; otherwise it leads back to where the password is asked.

use domain::studio::Act;
use leptos::prelude::*;

use crate::ctx::{Ctx, login_id};
use crate::islands;
use crate::pages::first_run::host;
use crate::shell::{Page, Side};
use crate::ui::brand::at_the_door;
use crate::ui::handing_over::shown_code;
use crate::ui::page::{page, param};
use crate::ui::posted::Posted;
use crate::ui::qr::qr;
use crate::ui::words::Words;

/// The card of a client login.
#[component]
pub fn StudioCard() -> impl IntoView {
    let (address, login) = (param("studio"), param("login"));
    page(async move {
        let ctx = Ctx::current()?;
        let at = ctx.at_desk(&address, Act::LetIn).await?;
        let words = Words::at_desk(ctx.desk_language(Some(&at.studio)));
        let login = ctx.store().client_login(&at.desk, login_id(&login)?).await?;
        let back = at.path(&format!("/logins/{}", login.id));
        let Some((code, _)) = shown_code(&ctx, &at, login.id, true).await? else {
            ctx.go(&back)?;
            return Ok(().into_any());
        };
        // What is printed is for the client: in the language of the studio's own pages.
        let theirs = Words::of(at.studio.language);
        let named = Posted::current().get("name") != Some("without");
        let name = named.then(|| view! { <p class="for">{login.name.clone()}</p> });
        let (other, other_word) = if named { ("?name=without", "card-nameless") } else { ("?", "card-named") };
        let door = format!("{}{}", host(ctx.public_url()), at.studio.address);
        let mark = match at.studio.brand.logo {
            Some(_) => at_the_door(&at.studio),
            None => view! { <h1>{at.studio.name.to_string()}</h1> }.into_any(),
        };
        let square =
            qr(&ctx.code_link(&at, &code), theirs.with("card-qr", &[("name", at.studio.name.to_string().into())]));
        Ok(view! {
            <Page title=words.text("card-print-title") words class="studio sheet" side=Side::Studio>
                <header class="acts">
                    <a class="button quiet" href=back>{words.text("card-back")}</a>
                    <a class="button quiet" href=other>{words.text(other_word)}</a>
                    <islands::Print>
                        <button class="button" type="button" hidden>{words.text("card-print")}</button>
                    </islands::Print>
                </header>
                <main id="main">
                    // A card is white by day and by night.
                    <article class="card day" lang=theirs.tag() dir=theirs.direction()>
                        {mark}
                        {name}
                        {square}
                        <p class="key" dir="ltr">{code}</p>
                        <p>{theirs.with("card-how", &[("address", door.into())])}</p>
                    </article>
                    <p class="hint">{words.text("card-hint")}</p>
                </main>
            </Page>
        }
        .into_any())
    })
}
