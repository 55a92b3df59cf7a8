//! The locked door of a gallery, at the gallery's own address: no name, number, date or picture before (S17, S18).

use domain::ids::GalleryId;
use leptos::prelude::*;

use crate::api::ApiError;
use crate::ctx::{AtStudio, Ctx};
use crate::islands;
use crate::shell::{Page, Side};
use crate::ui::brand::accent_style;
use crate::ui::desk_banner::banner;
use crate::ui::door::{Foot, Ticket, offers_again, slowed, ticket_for};
use crate::ui::failure::told;
use crate::ui::posted::Posted;
use crate::ui::signs::LockSign;
use crate::ui::words::Words;

/// Asks for the password of the gallery whose door the guest stands before.
pub fn password_page(ctx: &Ctx, at: &AtStudio, gallery: GalleryId) -> AnyView {
    let words = Words::of(ctx.language(Some(&at.studio)));
    let address = at.studio.address.to_string();
    let overview = at.sight.guest.login.map(|_| at.path("/overview"));
    let title = words.text("locked-title");
    let error = Posted::current().error_of("/api/gallery/unlock");
    let name = gallery.to_string();
    let ticket = ticket_for(error, || ctx.ticket("gallery", &name));
    let kept = offers_again(error, |wait| ctx.keeps(&["gallery", &name], wait));
    let slow = slowed(error, kept, words);
    let error = error.filter(|_| slow.is_none()).map(|error| match error {
        ApiError::Rejected => words.text("password-rejected"),
        error => told(error, kept, words),
    });
    let door = if at.preview.is_some() {
        // Nothing is tried in a preview: its doors stay shut (S34).
        view! { <p class="hint">{words.for_member().text("preview-door")}</p> }.into_any()
    } else {
        view! { <PasswordForm address gallery error slow ticket kept words /> }.into_any()
    };
    let banner = banner(at, words);
    view! {
        <Page title=title.clone() words class="door" side=Side::Visitor style=accent_style(&at.studio.brand)>
            {banner}
            <main>
                <span class="logo"><LockSign /></span>
                <h1>{title}</h1>
                <p class="greeting">{words.text("locked")}</p>
                {door}
                {overview.map(|overview| view! { <p class="hint"><a class="link" href=overview>{words.text("back-inside")}</a></p> })}
            </main>
            <Foot words />
        </Page>
    }
    .into_any()
}

#[component]
fn PasswordForm(
    address: String,
    gallery: GalleryId,
    error: Option<String>,
    slow: Option<AnyView>,
    ticket: String,
    kept: bool,
    words: Words,
) -> impl IntoView {
    let invalid = error.is_some().then_some("true");
    view! {
        <islands::Form>
            <form method="post" action="/api/gallery/unlock">
                <input type="hidden" name="studio" value=address />
                <input type="hidden" name="gallery" value=gallery.to_string() />
                <Ticket ticket words />
                <label for="password">{words.text("password-label")}</label>
                <input
                    class="code plain"
                    id="password"
                    name="password"
                    type="password"
                    required=!kept
                    maxlength="128"
                    autocomplete="off"
                    enterkeyhint="go"
                    aria-describedby=invalid.map(|_| "password-error")
                    aria-invalid=invalid
                />
                {error.map(|error| view! { <p class="error" id="password-error" role="alert">{error}</p> })}
                {slow}
                <button class="button">{words.text("password-open")}</button>
            </form>
        </islands::Form>
    }
}
