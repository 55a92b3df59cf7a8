//! A code on its way to the client: the code itself, a message to send, the QR code, the card to print. While it may be
//! read it stands on the studio's page; the address never holds it.

use domain::ids::ClientLoginId;
use leptos::prelude::*;
use store::{ClientLogin, Reveal};

use crate::api::Answer;
use crate::ctx::{AtDesk, Ctx};
use crate::islands;
use crate::pages::first_run::host;
use crate::ui::qr::qr;
use crate::ui::words::Words;

const CONCEAL: &str = "/api/logins/conceal";

/// The code of a login, while this session may read it: because the password was given, or, where `just_saved` says that
/// one comes from saving it, because it was saved a moment ago.
pub async fn shown_code(
    ctx: &Ctx,
    at: &AtDesk,
    login: ClientLoginId,
    just_saved: bool,
) -> Answer<Option<(String, Reveal)>> {
    let whys: &[Reveal] = if just_saved { &[Reveal::Saved, Reveal::Asked] } else { &[Reveal::Asked] };
    for why in whys {
        if let Some(code) = ctx.revealed_code(at, login, *why).await? {
            return Ok(Some((code, *why)));
        }
    }
    Ok(None)
}

/// Everything that hands a code over; `page` is where it stands, for the way back after it was hidden.
pub fn handing_over(
    ctx: &Ctx,
    at: &AtDesk,
    login: &ClientLogin,
    (code, why): (String, Reveal),
    page: &'static str,
    words: Words,
) -> AnyView {
    let link = ctx.code_link(at, &code);
    let square = qr(&link, words.text("code-qr"));
    let card = at.path(&format!("/logins/{}/card", login.id));
    // What is sent is for the client: in the language of the studio's own pages.
    let theirs = Words::of(at.studio.language);
    let letter = theirs.with(
        "hand-over-letter",
        &[
            ("name", login.name.clone().into()),
            ("link", link.into()),
            ("address", format!("{}{}", host(ctx.public_url()), at.studio.address).into()),
            ("code", code.clone().into()),
            ("studio", at.studio.name.to_string().into()),
        ],
    );
    let copy_code = view! {
        <div class="secret">
            <output aria-label=words.text("code") dir="ltr">{code}</output>
            <span class="acts">
                <button class="button quiet" type="button" hidden>{words.text("copy")}</button>
                <button class="button quiet" form="conceal">{words.text("code-conceal")}</button>
            </span>
        </div>
    };
    let copy_letter = view! {
        <output class="letter" lang=theirs.tag() dir=theirs.direction() aria-label=words.text("hand-over-text")>{letter}</output>
        <button class="button" type="button" hidden>{words.text("hand-over-copy")}</button>
    };
    let hint = match why {
        Reveal::Asked => "hand-over-asked-hint",
        Reveal::Saved => "hand-over-saved-hint",
    };
    view! {
        <form id="conceal" method="post" action=CONCEAL>
            <input type="hidden" name="studio" value=at.studio.address.to_string() />
            <input type="hidden" name="login" value=login.id.to_string() />
            <input type="hidden" name="page" value=page />
        </form>
        <div class="over">
            <islands::Copyable copied=words.text("copied")>{copy_code}</islands::Copyable>
            <islands::Copyable copied=words.text("copied")>{copy_letter}</islands::Copyable>
            <figure>
                {square}
                <figcaption class="hint">{words.text("code-qr-hint")}</figcaption>
                <a class="button quiet" href=card>{words.text("card-print-title")}</a>
            </figure>
            <p class="hint">{words.text(hint)}</p>
        </div>
    }
    .into_any()
}
