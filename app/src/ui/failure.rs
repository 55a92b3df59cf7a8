//! Failures in words, and the page that stands where a page cannot be shown.

use domain::studio::StudioAddress;
use fluent_bundle::FluentValue;
use http::StatusCode;
use leptos::prelude::*;

use crate::api::{ApiError, Field, Problem};
use crate::ctx::Ctx;
use crate::shell::{Page, Side};
use crate::ui::desk_failure::{at_desk, failed_at_desk};
use crate::ui::door::Foot;
use crate::ui::words::Words;

/// What a failure means, in a sentence for whoever caused it.
pub fn message(error: ApiError, words: Words) -> String {
    match error {
        ApiError::NotFound => words.text("not-found"),
        ApiError::Rejected => words.text("code-rejected"),
        ApiError::Slow { retry_after, .. } => {
            words.with("slow", &[("seconds", FluentValue::from(i64::from(retry_after)))])
        }
        ApiError::Field { field, problem } => field_message(field, problem, words),
        ApiError::Fields(_) => words.text("fields-wrong"),
        ApiError::NoSpace => words.text("no-space"),
        ApiError::Busy => words.text("busy"),
        ApiError::Failed => words.text("failed"),
        ApiError::SignIn
        | ApiError::LastOwner
        | ApiError::ChangedMeanwhile
        | ApiError::IntoItself
        | ApiError::TooDeep => failed_at_desk(error, words.for_member()),
    }
}

/// As [`message`], and that what was typed is `kept`.
pub fn told(error: ApiError, kept: bool, words: Words) -> String {
    let said = message(error, words);
    if kept { format!("{said} {}", words.text("pause-kept")) } else { said }
}

/// What is the matter with a field.
pub fn field_message(field: Field, problem: Problem, words: Words) -> String {
    let number = |value: usize| FluentValue::from(i64::try_from(value).unwrap_or(i64::MAX));
    match (field, problem) {
        // What is chosen, not typed.
        (Field::Photos | Field::Parent | Field::Again, _) => at_desk(field, problem, words.for_member()),
        (Field::Entitled, _) => words.text("confirm-tick-missing"),
        (_, Problem::Missing) => words.text("field-missing"),
        (_, Problem::TooShort { min }) => words.with("field-too-short", &[("min", number(min))]),
        (_, Problem::TooLong { max }) => words.with("field-too-long", &[("max", number(max))]),
        (_, Problem::Unprintable) => words.text("field-unprintable"),
        (_, Problem::NotADate) => words.text("not-a-date"),
        (_, problem) => at_desk(field, problem, words.for_member()),
    }
}

/// Stands where a page cannot be shown. What does not exist and what is not for the asker look exactly the same (S32):
/// nothing on it comes from the address but the way back to a front door, which exists or not for all to see.
#[component]
pub fn FailurePage(error: ApiError) -> impl IntoView {
    let Ok(ctx) = Ctx::current() else {
        return ().into_any();
    };
    if error == ApiError::SignIn {
        leptos_axum::redirect("/sign-in");
        return ().into_any();
    }
    ctx.set_status(match error {
        ApiError::NotFound => StatusCode::NOT_FOUND,
        ApiError::Busy => StatusCode::SERVICE_UNAVAILABLE,
        ApiError::NoSpace => StatusCode::INSUFFICIENT_STORAGE,
        ApiError::Slow { .. } => StatusCode::TOO_MANY_REQUESTS,
        _ => StatusCode::INTERNAL_SERVER_ERROR,
    });
    let words = Words::of(ctx.language(None));
    let (title, way_on) = if error == ApiError::NotFound {
        let way_on = way_on(ctx.path())
            .map(|(to, word)| view! { <p class="on"><a class="button" href=to>{words.text(word)}</a></p> });
        (words.text("not-found-title"), way_on.into_any())
    } else {
        let again = view! {
            <p class="on"><a class="button" href=ctx.path()>{words.text("try-again")}</a></p>
        };
        (words.text("failed-title"), again.into_any())
    };
    view! {
        <Page title=title.clone() words class="door" side=Side::Visitor islands=false>
            <main>
                <h1>{title}</h1>
                <p class="greeting">{message(error, words)}</p>
                {way_on}
            </main>
            <Foot words />
        </Page>
    }
    .into_any()
}

/// Where to go from an address with nothing at it: to the front door that its first part names, unless that is what is
/// not there; a member to the studio.
fn way_on(path: &str) -> Option<(String, &'static str)> {
    let (first, rest) = path.strip_prefix('/')?.split_once('/')?;
    if first == "studio" {
        return Some(("/studios".to_owned(), "not-found-studio"));
    }
    let address = StudioAddress::parse(first).ok().filter(|_| !rest.is_empty())?;
    Some((format!("/{address}"), "not-found-door"))
}

#[cfg(test)]
mod tests {
    use super::way_on;

    #[test]
    fn from_nothing_a_way_leads_on_and_never_to_the_same_nothing() {
        let to = |path| way_on(path).map(|(to, _)| to);
        assert_eq!(to("/nordlicht/g/7s0f").as_deref(), Some("/nordlicht"));
        assert_eq!(to("/studio/nordlicht/galleries/7s0f").as_deref(), Some("/studios"));
        for none in ["/nordlicht", "/nordlicht/", "/", "//elsewhere.example/x", "/sign-in/x"] {
            assert_eq!(to(none), None, "{none}");
        }
    }
}
