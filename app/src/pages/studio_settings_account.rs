//! `/studio/{studio}/settings/account`: the member's own name, e-mail and password.

use domain::studio::Act;
use leptos::prelude::*;

use crate::api::Field;
use crate::ctx::Ctx;
use crate::islands;
use crate::ui::desk::Toast;
use crate::ui::fields::{TextField, form_error};
use crate::ui::page::{page, param};
use crate::ui::posted::Posted;
use crate::ui::settings_frame::{Setting, SettingsFrame};
use crate::ui::words::Words;

const CHANGE: &str = "/api/account/change";
const PASSWORD: &str = "/api/account/password";

/// What is the member's own.
#[component]
pub fn StudioSettingsAccount() -> impl IntoView {
    let address = param("studio");
    page(async move {
        let ctx = Ctx::current()?;
        let at = ctx.at_desk(&address, Act::KeepAccount).await?;
        let words = Words::of(ctx.language(Some(&at.studio)));
        let posted = Posted::current();
        let done = match posted.get("did") {
            Some("saved") => Some("saved"),
            Some("password") => Some("password-changed"),
            _ => None,
        };
        let toast = done.map(|done| view! { <Toast text=words.text(done) /> });
        let studio = at.studio.address.to_string();
        let error = |field| posted.field(CHANGE, field, words);
        let who = view! {
            <form class="stack" method="post" action=CHANGE>
                <input type="hidden" name="studio" value=studio.clone() />
                {form_error(posted.general(CHANGE, words))}
                <TextField
                    name="name"
                    label=words.text("your-name")
                    value=at.member.name.clone()
                    error=error(Field::Name)
                    max=100
                    autocomplete="name"
                />
                <TextField
                    name="email"
                    kind="email"
                    label=words.text("your-email")
                    value=at.member.email.clone()
                    error=error(Field::Email)
                    max=254
                    autocomplete="email"
                />
                <TextField
                    name="password"
                    kind="password"
                    label=words.text("your-password")
                    error=error(Field::Password)
                    hint=words.text("account-password-hint")
                    max=256
                    autocomplete="current-password"
                />
                <button class="button">{words.text("save")}</button>
            </form>
        };
        let password = view! {
            <form class="stack" method="post" action=PASSWORD>
                <input type="hidden" name="studio" value=studio />
                {form_error(posted.general(PASSWORD, words))}
                <TextField
                    name="password"
                    id="old-password"
                    kind="password"
                    label=words.text("password-now")
                    error=posted.field(PASSWORD, Field::Password, words)
                    max=256
                    autocomplete="current-password"
                />
                <TextField
                    name="new_password"
                    kind="password"
                    label=words.text("password-new")
                    error=posted.field(PASSWORD, Field::NewPassword, words)
                    hint=words.text("your-password-hint")
                    min=12
                    max=256
                    autocomplete="new-password"
                />
                <button class="button">{words.text("password-change")}</button>
            </form>
        };
        Ok(view! {
            <SettingsFrame at=at.clone() words setting=Setting::Account above=toast.into_any()>
                <div class="settings">
                    <section aria-labelledby="s-you">
                        <header><h2 id="s-you">{words.text("account-you")}</h2><p>{words.text("account-you-lead")}</p></header>
                        <islands::Form>{who}</islands::Form>
                    </section>
                    <section aria-labelledby="s-password">
                        <header>
                            <h2 id="s-password">{words.text("password")}</h2>
                            <p>{words.text("password-change-lead")}</p>
                        </header>
                        <islands::Form>{password}</islands::Form>
                    </section>
                </div>
            </SettingsFrame>
        }
        .into_any())
    })
}
