//! The few signs that stand beside words.

use leptos::prelude::*;

/// Back, or to the one before. It turns around where writing runs from right to left.
#[component]
pub fn BackSign() -> impl IntoView {
    sign("flip", "m14.5 5-7 7 7 7")
}

/// On, to the next one.
#[component]
pub fn OnSign() -> impl IntoView {
    sign("flip", "m9.5 5 7 7-7 7")
}

/// A closed lock.
#[component]
pub fn LockSign() -> impl IntoView {
    sign("", "M7 10.5h10a2 2 0 0 1 2 2V18a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-5.5a2 2 0 0 1 2-2ZM8 10.5V8a4 4 0 0 1 8 0v2.5")
}

/// A globe: here the language is chosen, whatever it is now.
#[component]
pub fn GlobeSign() -> impl IntoView {
    sign(
        "",
        "M4 12a8 8 0 1 0 16 0a8 8 0 1 0-16 0ZM4.5 9.5h15M4.5 14.5h15M12 4c-4.5 5-4.5 11 0 16M12 4c4.5 5 4.5 11 0 16",
    )
}

fn sign(class: &'static str, path: &'static str) -> impl IntoView {
    view! {
        <svg
            class=(!class.is_empty()).then_some(class)
            viewBox="0 0 24 24"
            width="24"
            height="24"
            fill="none"
            stroke="currentColor"
            stroke-width="1.6"
            aria-hidden="true"
        >
            <path d=path></path>
        </svg>
    }
}
