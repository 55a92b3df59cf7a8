//! Pieces of the pages that somebody stands before: front door, password, sign-in.

use domain::studio::Language;
use leptos::prelude::*;

use crate::ui::words::Words;

/// The foot of a visitor's page: the other language, on a form that needs no script.
#[component]
pub fn Foot(words: Words) -> impl IntoView {
    let other = words.text("other-language-code");
    let known = Language::parse(&other).is_some();
    view! {
        <footer class="foot">
            {known
                .then(|| {
                    view! {
                        <form method="post" action="/api/language">
                            <button class="link" name="language" value=other.clone() lang=other.clone()>
                                {words.text("other-language")}
                            </button>
                        </form>
                    }
                })}
        </footer>
    }
}
