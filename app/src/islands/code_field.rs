//! The field a code is typed into.

use leptos::prelude::*;

/// A labelled text field named `code`. Once awake it can hide what is typed from people who look on.
#[island]
pub fn CodeField(
    /// What stands above the field.
    label: String,
    /// The words of the button that hides the code.
    hide: String,
    /// The words of the button that shows it again.
    show: String,
) -> impl IntoView {
    let awake = RwSignal::new(false);
    let hidden = RwSignal::new(false);
    Effect::new(move |_| awake.set(true));
    view! {
        <div class="code-field">
            <label for="code">{label}</label>
            <input
                id="code"
                name="code"
                type=move || if hidden.get() { "password" } else { "text" }
                autocomplete="off"
                autocapitalize="characters"
                spellcheck="false"
                required
            />
            <button type="button" class="quiet" hidden=move || !awake.get() on:click=move |_| hidden.update(|h| *h = !*h)>
                {move || if hidden.get() { show.clone() } else { hide.clone() }}
            </button>
        </div>
    }
}
