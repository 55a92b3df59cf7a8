//! `/sign-in`: members come in with e-mail and password.

use leptos::prelude::*;

use crate::api::ApiError;
use crate::ctx::Ctx;
use crate::islands;
use crate::shell::{Page, Side};
use crate::ui::door::Foot;
use crate::ui::failure::message;
use crate::ui::fields::TextField;
use crate::ui::page::page;
use crate::ui::posted::Posted;
use crate::ui::words::Words;

const ENDPOINT: &str = "/api/sign_in";

/// The page that asks who one is. Whoever is signed in goes on.
#[component]
pub fn SignIn() -> impl IntoView {
    page(async move {
        let ctx = Ctx::current()?;
        if ctx.member().await.is_ok() {
            ctx.go("/studios")?;
            return Ok(().into_any());
        }
        let words = Words::at_desk(ctx.desk_language(None));
        let error = Posted::current().error_of(ENDPOINT).map(|error| match error {
            ApiError::Rejected => words.text("sign-in-rejected"),
            error => message(error, words),
        });
        let form = view! {
            <form method="post" action=ENDPOINT>
                <TextField name="email" kind="email" label=words.text("email") max=254 autocomplete="username" autofocus=true />
                <TextField
                    name="password"
                    kind="password"
                    label=words.text("password")
                    error
                    max=256
                    autocomplete="current-password"
                />
                <button class="button">{words.text("sign-in")}</button>
            </form>
        };
        Ok(view! {
            <Page title=words.text("sign-in") words class="door gate" side=Side::Studio>
                <main>
                    <h1>{words.text("sign-in")}</h1>
                    <p class="lead">{words.text("sign-in-lead")}</p>
                    <islands::Form>{form}</islands::Form>
                </main>
                <Foot words />
            </Page>
        }
        .into_any())
    })
}
