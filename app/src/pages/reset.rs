//! `/reset`: a member who forgot the password chooses a new one. The link that was sent, `/reset/{token}`, leads there at
//! once.

use leptos::prelude::*;

use crate::api::Field;
use crate::ctx::Ctx;
use crate::islands;
use crate::shell::{Page, Side};
use crate::ui::door::Foot;
use crate::ui::fields::{TextField, form_error};
use crate::ui::page::{page, param};
use crate::ui::posted::Posted;
use crate::ui::words::Words;

const RESET: &str = "/api/password/reset";

/// The link for a new password.
#[component]
pub fn OpenReset() -> impl IntoView {
    let token = param("token");
    page(async move {
        Ctx::current()?.open_reset(&token).await?;
        Ok(().into_any())
    })
}

/// A new password in the place of a forgotten one.
#[component]
pub fn ResetPage() -> impl IntoView {
    page(async move {
        let ctx = Ctx::current()?;
        let (_, email) = ctx.reset_for().await?;
        let words = Words::at_desk(ctx.desk_language(None));
        let posted = Posted::current();
        let form = view! {
            <form method="post" action=RESET>
                <input type="hidden" name="email" value=email.clone() />
                {form_error(posted.general(RESET, words))}
                // For the browser's own keeper of passwords.
                <input type="hidden" name="username" autocomplete="username" value=email.clone() disabled />
                <TextField
                    name="password"
                    id="new-password"
                    kind="password"
                    label=words.text("password-new")
                    error=posted.field(RESET, Field::NewPassword, words)
                    hint=words.text("your-password-hint")
                    min=12
                    max=256
                    autocomplete="new-password"
                    autofocus=true
                />
                <button class="button">{words.text("password-change")}</button>
            </form>
        };
        Ok(view! {
            <Page title=words.text("password-new") words class="door gate" side=Side::Studio>
                <main>
                    <h1>{words.text("password-new")}</h1>
                    <p class="lead">{words.with("reset-lead", &[("email", email.into())])}</p>
                    <islands::Form>{form}</islands::Form>
                </main>
                <Foot words />
            </Page>
        }
        .into_any())
    })
}
