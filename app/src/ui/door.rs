//! Pieces of the pages that somebody stands before: front door, password, sign-in.

use domain::studio::Language;
use fluent_bundle::FluentValue;
use leptos::prelude::*;

use crate::api::ApiError;
use crate::islands;
use crate::ui::signs::GlobeSign;
use crate::ui::words::Words;

/// The foot of a page: the other languages, on a form that needs no script (S77).
#[component]
pub fn Foot(words: Words) -> impl IntoView {
    view! { <footer class="foot">{tongues(words)}</footer> }
}

/// One other language is a button. Of many, the page's own opens a list of all, each by its own name.
fn tongues(words: Words) -> AnyView {
    let here = words.language();
    let all = words.languages();
    let button = |language: Language, class: &'static str| {
        view! {
            <button
                class=class
                name="language"
                value=language.as_str()
                lang=language.as_str()
                aria-current=(language == here).then_some("true")
            >
                {language.name()}
            </button>
        }
    };
    if all.len() == 2 {
        let other = all.into_iter().filter(|language| *language != here).map(|language| button(language, "link"));
        return view! { <form method="post" action="/api/language">{other.collect_view()}</form> }.into_any();
    }
    let all = all.into_iter().map(|language| view! { <li>{button(language, "")}</li> }).collect_view();
    view! {
        <details class="tongues">
            <summary><GlobeSign /><span class="unseen">{words.text("language")} ": "</span>{here.name()}</summary>
            <form method="post" action="/api/language"><ul>{all}</ul></form>
        </details>
    }
    .into_any()
}

/// The ticket that a form carries while its door is slow, and room for the solution of its puzzle: see `patience.rs`.
#[component]
pub fn Ticket(
    /// The ticket; empty while there is no need of one.
    ticket: String,
    /// The words of the page.
    words: Words,
) -> impl IntoView {
    view! {
        <islands::Patience>
            <input type="hidden" name="ticket" value=ticket />
            <input type="hidden" name="solution" />
            <p class="hint" role="status" data-moment=words.text("pause-moment")></p>
        </islands::Patience>
    }
}

/// A new ticket where the failure says that the page holds one.
pub fn ticket_for(error: Option<ApiError>, new: impl FnOnce() -> String) -> String {
    if matches!(error, Some(ApiError::Slow { ticket: true, .. })) { new() } else { String::new() }
}

/// Whether the page that answers a form offers to try once more what was typed, and must ask for nothing: where it could not
/// be tried yet and `kept` is true of it, and will be until the wait is over.
pub fn offers_again(error: Option<ApiError>, kept: impl FnOnce(u32) -> bool) -> bool {
    match error {
        Some(ApiError::Slow { retry_after, .. }) => kept(retry_after),
        Some(ApiError::Busy | ApiError::Failed) => kept(0),
        _ => false,
    }
}

/// What a form says that may not be used for a while: for how long, that what was typed is `kept`, and which ways in are
/// open all the same.
pub fn slowed(error: Option<ApiError>, kept: bool, words: Words) -> Option<AnyView> {
    let Some(ApiError::Slow { retry_after, ticket }) = error else { return None };
    let kept = kept.then(|| view! { <p>{words.text("pause-kept")}</p> });
    let bar = ticket.then(|| view! { <div class="wait-bar" aria-hidden="true"></div> });
    Some(
        view! {
            <div class="notice" role="alert">
                <h2>{words.text("pause-title")}</h2>
                <p>{pause(retry_after, words)}</p>
                {bar}
                {kept}
                <p>{words.text("pause-ways")}</p>
            </div>
        }
        .into_any(),
    )
}

/// How long it takes: in seconds, or in minutes where nobody would count seconds.
pub fn pause(retry_after: u32, words: Words) -> String {
    let (key, number) =
        if retry_after <= 90 { ("pause-seconds", retry_after) } else { ("pause-minutes", retry_after.div_ceil(60)) };
    words.with(key, &[("count", FluentValue::from(i64::from(number)))])
}

/// The first letter of a name, in a circle: the studio's mark where it has no logo.
#[component]
pub fn Initial(
    /// The name.
    name: String,
) -> impl IntoView {
    let letter: String = name.chars().find(|c| c.is_alphanumeric()).into_iter().flat_map(char::to_uppercase).collect();
    view! { <span class="logo" aria-hidden="true">{letter}</span> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pause_is_told_in_seconds_while_somebody_would_count_them() {
        let words = Words::of(Language::En);
        assert_eq!(pause(1, words), "There were many tries from here. You can try again in one second.");
        assert_eq!(pause(90, words), "There were many tries from here. You can try again in 90 seconds.");
        assert_eq!(pause(91, words), "There were many tries from here. You can try again in about 2 minutes.");
    }
}
