//! `/{studio}`: the front door. A stranger sees the studio's brand and one large field, and nothing else (S12).

use domain::studio::StudioAddress;
use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;

use crate::ctx::Ctx;
use crate::islands;
use crate::shell::{Page, Side};
use crate::ui::brand::{accent_style, at_the_door};
use crate::ui::door::{Foot, Ticket, offers_again, slowed, ticket_for};
use crate::ui::failure::told;
use crate::ui::page::{page, param};
use crate::ui::posted::Posted;
use crate::ui::words::Words;

/// The front door of a studio.
#[component]
pub fn FrontDoor() -> impl IntoView {
    let address = param("studio");
    page(async move {
        let ctx = Ctx::current()?;
        // Phones begin what is typed with a capital.
        let small = address.to_ascii_lowercase();
        if small != address && StudioAddress::parse(&small).is_ok() {
            ctx.go(&format!("/{small}"))?;
            return Ok(().into_any());
        }
        let at = ctx.at_studio(&address).await?;
        let words = Words::of(ctx.language(Some(&at.studio)));
        let name = at.studio.name.to_string();
        let address = at.studio.address.to_string();
        let children = (!at.sight.guest.jobs.children.is_empty()).then(|| format!("/{address}/children"));
        let inside = at.sight.guest.login.map(|_| format!("/{address}/overview")).or(children);
        let tagline = Some(at.studio.tagline.clone()).filter(|line| !line.is_empty());
        let error = Posted::current().error_of("/api/front_door");
        let ticket = ticket_for(error, || ctx.ticket("studio", &address));
        let kept = offers_again(error, |wait| ctx.keeps(&["studio", &address], wait));
        let slow = slowed(error, kept, words);
        let error = error.filter(|_| slow.is_none()).map(|error| told(error, kept, words));
        let door = view! { <CodeForm address error slow ticket kept words /> };
        Ok(view! {
            <Page title=name words class="door" side=Side::Visitor style=accent_style(&at.studio.brand)>
                <main>
                    {at_the_door(&at.studio)}
                    {tagline.map(|line| view! { <p class="greeting">{line}</p> })}
                    {door}
                    {inside.map(|overview| view! { <p class="hint"><a class="link" href=overview>{words.text("back-inside")}</a></p> })}
                </main>
                <Foot words />
            </Page>
        }
        .into_any())
    })
}

/// The field for every kind of code (S10), and what was the matter with the last one.
#[component]
fn CodeForm(
    address: String,
    error: Option<String>,
    slow: Option<AnyView>,
    ticket: String,
    kept: bool,
    words: Words,
) -> impl IntoView {
    let invalid = error.is_some().then_some("true");
    let described = if error.is_some() { "code-error code-hint" } else { "code-hint" };
    view! {
        <islands::Form>
            <form method="post" action="/api/front_door">
                <input type="hidden" name="studio" value=address />
                <Ticket ticket words />
                <islands::CodeField>
                    <input type="hidden" name="companion" />
                    <label for="code">{words.text("code-label")}</label>
                    <input
                        class="code"
                        id="code"
                        name="code"
                        dir="ltr"
                        required=!kept
                        maxlength="128"
                        autocomplete="off"
                        autocapitalize="characters"
                        spellcheck="false"
                        {..custom_attribute("autocorrect", "off")}
                        enterkeyhint="go"
                        aria-describedby=described
                        aria-invalid=invalid
                    />
                    <p class="code-help" hidden>
                        <span role="status" data-mistyped=words.text("code-mistyped")></span>
                        <button class="link" type="button" data-show=words.text("code-show") data-hide=words.text("code-hide")>
                            {words.text("code-hide")}
                        </button>
                    </p>
                </islands::CodeField>
                {error.map(|error| view! { <p class="error" id="code-error" role="alert">{error}</p> })}
                {slow}
                <button class="button">{words.text("code-enter")}</button>
            </form>
        </islands::Form>
        <p class="hint" id="code-hint">{words.text("code-hint")}</p>
    }
}
