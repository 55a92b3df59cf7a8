//! `/invitation`: whoever was invited to a studio joins it, with a new account or the one they have. The link that was sent,
//! `/invitation/{token}`, leads there at once.

use leptos::prelude::*;
use store::{Invited, Member};

use crate::api::{ApiError, Field, Problem};
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

/// The link of an invitation.
#[component]
pub fn OpenInvitation() -> impl IntoView {
    let token = param("token");
    page(async move {
        Ctx::current()?.open_invitation(&token).await?;
        Ok(().into_any())
    })
}

/// An invitation.
#[component]
pub fn InvitationPage() -> impl IntoView {
    page(async move {
        let ctx = Ctx::current()?;
        let (_, invited) = ctx.invited().await?;
        let words = Words::at_desk(ctx.desk_language(Some(&invited.studio)));
        let posted = Posted::current();
        let values = [
            ("studio", invited.studio.name.to_string().into()),
            ("role", words.text(told(invited.role).0).into()),
            ("email", invited.email.clone().into()),
        ];
        let ways = if let Ok(member) = ctx.member().await {
            signed_in(&invited, &member, &posted, words)
        } else {
            let new = new_here(&invited, &posted, words);
            let known = known_here(&invited, &posted, words);
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

fn signed_in(invited: &Invited, member: &Member, posted: &Posted, words: Words) -> AnyView {
    let values = [("name", member.name.clone().into()), ("email", member.email.clone().into())];
    view! {
        <form method="post" action=ACCEPT>
            {form_error(posted.general(ACCEPT, words))}
            <p>{words.with("invitation-as", &values)}</p>
            <button class="button" name="studio" value=invited.studio.address.to_string()>{words.text("invitation-accept")}</button>
        </form>
    }
    .into_any()
}

/// Whether somebody else's account stands in the way of a new one.
fn is_taken(posted: &Posted) -> bool {
    let taken = ApiError::Field { field: Field::NewPassword, problem: Problem::Taken };
    posted.error_of(JOIN) == Some(taken)
}

fn new_here(invited: &Invited, posted: &Posted, words: Words) -> impl IntoView + use<> {
    let taken = is_taken(posted);
    let failed = if taken { Some(words.text("invitation-taken")) } else { posted.general(JOIN, words) };
    let error = posted.field(JOIN, Field::NewPassword, words).filter(|_| !taken);
    let form = view! {
        <form method="post" action=JOIN>
            <input type="hidden" name="studio" value=invited.studio.address.to_string() />
            {form_error(failed)}
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
                error
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

fn known_here(invited: &Invited, posted: &Posted, words: Words) -> impl IntoView + use<> {
    let error = posted.error_of(ACCEPT).map(|error| match error {
        ApiError::Rejected => words.text("sign-in-rejected"),
        error => message(error, words),
    });
    let open = error.is_some() || is_taken(posted);
    let form = view! {
        <form method="post" action=ACCEPT>
            <input type="hidden" name="studio" value=invited.studio.address.to_string() />
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
