//! `/invitation/{token}`: whoever was invited to a studio joins it, with a new account or the one they have.

use leptos::prelude::*;
use store::{Invited, Member};

use crate::api::{ApiError, Field};
use crate::ctx::Ctx;
use crate::islands;
use crate::pages::studio_settings_people::told;
use crate::shell::{Page, Side};
use crate::ui::door::Foot;
use crate::ui::failure::message;
use crate::ui::fields::{TextField, form_error};
use crate::ui::page::{page, param};
use crate::ui::posted::Posted;
use crate::ui::words::Words;

const JOIN: &str = "/api/invitations/join";
const ACCEPT: &str = "/api/invitations/accept";

/// An invitation.
#[component]
pub fn InvitationPage() -> impl IntoView {
    let token = param("token");
    page(async move {
        let ctx = Ctx::current()?;
        let (_, invited) = ctx.invited(&token).await?;
        let words = Words::of(ctx.language(Some(&invited.studio)));
        let posted = Posted::current();
        let values = [
            ("studio", invited.studio.name.to_string().into()),
            ("role", words.text(told(invited.role).0).into()),
            ("email", invited.email.clone().into()),
        ];
        let ways = if let Ok(member) = ctx.member().await {
            signed_in(token, &member, &posted, words)
        } else {
            let new = new_here(token.clone(), &invited, &posted, words);
            let known = known_here(token, &posted, words);
            view! { {new} {known} }.into_any()
        };
        let title = words.with("invitation-title", &values);
        Ok(view! {
            <Page title=title.clone() words class="door gate" side=Side::Studio>
                <main>
                    <h1>{title}</h1>
                    <p class="lead">{words.with("invitation-lead", &values)}</p>
                    <p class="hint">{words.text(told(invited.role).1)}</p>
                    {ways}
                </main>
                <Foot words />
            </Page>
        }
        .into_any())
    })
}

fn signed_in(token: String, member: &Member, posted: &Posted, words: Words) -> AnyView {
    let values = [("name", member.name.clone().into()), ("email", member.email.clone().into())];
    view! {
        <form method="post" action=ACCEPT>
            {form_error(posted.general(ACCEPT, words))}
            <p>{words.with("invitation-as", &values)}</p>
            <button class="button" name="token" value=token>{words.text("invitation-accept")}</button>
        </form>
    }
    .into_any()
}

fn new_here(token: String, invited: &Invited, posted: &Posted, words: Words) -> impl IntoView + use<> {
    let form = view! {
        <form method="post" action=JOIN>
            <input type="hidden" name="token" value=token />
            {form_error(posted.general(JOIN, words))}
            <p class="hint">{words.with("invitation-email", &[("email", invited.email.clone().into())])}</p>
            <TextField
                name="name"
                label=words.text("your-name")
                error=posted.field(JOIN, Field::Name, words)
                max=100
                autocomplete="name"
            />
            <TextField
                name="password"
                id="new-password"
                kind="password"
                label=words.text("password-choose")
                error=posted.field(JOIN, Field::NewPassword, words)
                hint=words.text("your-password-hint")
                min=12
                max=256
                autocomplete="new-password"
            />
            <button class="button">{words.text("invitation-join")}</button>
        </form>
    };
    view! { <islands::Form>{form}</islands::Form> }
}

fn known_here(token: String, posted: &Posted, words: Words) -> impl IntoView + use<> {
    let error = posted.error_of(ACCEPT).map(|error| match error {
        ApiError::Rejected => words.text("sign-in-rejected"),
        error => message(error, words),
    });
    let open = error.is_some();
    let form = view! {
        <form method="post" action=ACCEPT>
            <input type="hidden" name="token" value=token />
            <TextField name="email" kind="email" label=words.text("email") max=254 autocomplete="username" />
            <TextField
                name="password"
                kind="password"
                label=words.text("password")
                error
                max=256
                autocomplete="current-password"
            />
            <button class="button">{words.text("invitation-sign-in")}</button>
        </form>
    };
    view! {
        <details class="ask" open=open>
            <summary class="link">{words.text("invitation-known")}</summary>
            <islands::Form>{form}</islands::Form>
        </details>
    }
}
