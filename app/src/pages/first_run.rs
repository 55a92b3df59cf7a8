//! `/first-run`: whoever holds the token from the terminal sets the installation up. Afterwards there is no such page.

use leptos::prelude::*;

use crate::api::{ApiError, Field, Problems};
use crate::ctx::Ctx;
use crate::islands;
use crate::shell::{Page, Side};
use crate::ui::door::Foot;
use crate::ui::fields::{LanguageField, TextField, error_line, form_error, hint_line};
use crate::ui::page::page;
use crate::ui::posted::Posted;
use crate::ui::words::Words;

const ENDPOINT: &str = "/api/first_run";

/// The first page that an operator sees.
#[component]
pub fn FirstRun() -> impl IntoView {
    page(async move {
        let ctx = Ctx::current()?;
        if !ctx.awaits_first_run().await? {
            return Err(ApiError::NotFound);
        }
        let language = ctx.language(None);
        let words = Words::at_desk(ctx.desk_language(None));
        let posted = Posted::current();
        let error = |field| posted.field(ENDPOINT, field, words);
        let form = view! {
            <form method="post" action=ENDPOINT>
                {summary(&posted, words)}
                <TextField
                    name="token"
                    label=words.text("first-run-token")
                    error=error(Field::Token)
                    hint=words.text("first-run-token-hint")
                    autocomplete="off"
                    spelled=true
                />
                <div class="pair">
                    <TextField
                        name="name"
                        label=words.text("your-name")
                        error=error(Field::Name)
                        max=100
                        autocomplete="name"
                    />
                    <TextField
                        name="email"
                        kind="email"
                        label=words.text("your-email")
                        error=error(Field::Email)
                        max=254
                        autocomplete="email"
                    />
                </div>
                <TextField
                    name="password"
                    kind="password"
                    label=words.text("your-password")
                    error=error(Field::Password)
                    hint=words.text("your-password-hint")
                    min=12
                    max=256
                    autocomplete="new-password"
                />
                <TextField
                    name="studio_name"
                    label=words.text("studio-name")
                    error=error(Field::StudioName)
                    max=100
                    autocomplete="organization"
                />
                <AddressField
                    prefix=host(ctx.public_url())
                    label=words.text("studio-address")
                    error=error(Field::Address)
                    hint=words.text("studio-address-hint")
                />
                <LanguageField label=words.text("language") chosen=language hint=words.text("studio-language-hint") />
                <button class="button">{words.text("first-run-go")}</button>
            </form>
        };
        Ok(view! {
            <Page title=words.text("first-run-title") words class="door gate" side=Side::Studio>
                <main>
                    <h1>{words.text("first-run-title")}</h1>
                    <p class="lead">{words.text("first-run-lead")}</p>
                    <islands::Form>{form}</islands::Form>
                </main>
                <Foot words />
            </Page>
        }
        .into_any())
    })
}

/// Says at the top that something below needs another look, with a way to each field.
fn summary(posted: &Posted, words: Words) -> AnyView {
    let Some(error) = posted.error_of(ENDPOINT) else {
        return ().into_any();
    };
    let ApiError::Fields(problems) = error else {
        return form_error(posted.general(ENDPOINT, words)).into_any();
    };
    let fields = [
        (Field::Token, "token", "first-run-token"),
        (Field::Name, "name", "your-name"),
        (Field::Email, "email", "your-email"),
        (Field::Password, "password", "your-password"),
        (Field::StudioName, "studio_name", "studio-name"),
        (Field::Address, "address", "studio-address"),
    ];
    let bad = |problems: &Problems| {
        fields
            .into_iter()
            .filter(|(field, ..)| problems.of(*field).is_some())
            .map(|(_, id, word)| view! { <li><a href=format!("#{id}")>{words.text(word)}</a></li> })
            .collect_view()
    };
    view! {
        <div class="notice bad" role="alert">
            <h2>{words.text("fields-wrong")}</h2>
            <ul>{bad(&problems)}</ul>
        </div>
    }
    .into_any()
}

/// A studio's address, after the part of it that does not change.
#[component]
fn AddressField(prefix: String, label: String, error: Option<String>, hint: String) -> impl IntoView {
    let described =
        if error.is_some() { "address-error address-prefix address-hint" } else { "address-prefix address-hint" };
    view! {
        <div class="field">
            <label for="address">{label}</label>
            <span class="prefixed">
                <span id="address-prefix">{prefix}</span>
                <input
                    id="address"
                    name="address"
                    required
                    pattern="[a-z0-9\\-]{3,40}"
                    maxlength="40"
                    autocapitalize="none"
                    spellcheck="false"
                    autocomplete="off"
                    aria-describedby=described
                    aria-invalid=error.is_some().then_some("true")
                />
            </span>
            {error_line("address", error)}
            {hint_line("address", Some(hint))}
        </div>
    }
}

/// `https://photos.example/` without the part that nobody types.
pub fn host(public_url: &str) -> String {
    let host = public_url.split_once("://").map_or(public_url, |(_, host)| host);
    format!("{host}/")
}

#[cfg(test)]
mod tests {
    #[test]
    fn an_address_is_shown_as_people_type_it() {
        assert_eq!(super::host("https://photos.example"), "photos.example/");
        assert_eq!(super::host("http://127.0.0.1:3000"), "127.0.0.1:3000/");
    }
}
