//! A member's own account: the forms for name, e-mail and password, wherever they stand.

use leptos::prelude::*;

use crate::api::Field;
use crate::ctx::OwnAccount;
use crate::islands;
use crate::ui::desk::Toast;
use crate::ui::fields::{TextField, form_error};
use crate::ui::posted::Posted;
use crate::ui::words::Words;

const CHANGE: &str = "/api/account/change";
const PASSWORD: &str = "/api/account/password";

/// What was just done with the account.
pub fn account_toast(posted: &Posted, words: Words) -> Option<AnyView> {
    let done = match posted.get("did") {
        Some("saved") => "saved",
        Some("password") => "password-changed",
        Some("ended") => "devices-ended",
        _ => return None,
    };
    Some(view! { <Toast text=words.text(done) /> }.into_any())
}

/// Name and e-mail, and the password.
pub fn account_forms(own: &OwnAccount, posted: &Posted, words: Words) -> impl IntoView + use<> {
    let error = |field| posted.field(CHANGE, field, words);
    let who = view! {
        <form class="stack" method="post" action=CHANGE>
            <input type="hidden" name="studio" value=own.field() />
            {form_error(posted.general(CHANGE, words))}
            <TextField
                name="name"
                label=words.text("your-name")
                value=own.member.name.clone()
                error=error(Field::Name)
                max=100
                autocomplete="name"
            />
            <TextField
                name="email"
                kind="email"
                label=words.text("your-email")
                value=own.member.email.clone()
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
            <input type="hidden" name="studio" value=own.field() />
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
    view! {
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
    }
}
