//! The field a code is chosen in: a new one is offered, any other may be typed, and its strength is said (S3).

use domain::code::{Code, Strength};
use leptos::prelude::*;

use crate::islands;
use crate::ui::fields::{error_line, hint_line, label_line};
use crate::ui::words::Words;

/// A code with its strength, and a button that makes another one.
#[component]
pub fn CodeMakerField(
    /// The words it is written in.
    words: Words,
    /// What stands above it.
    label: String,
    /// The code that it holds at first; may be empty.
    code: String,
    /// The word for what may stay empty.
    optional: Option<String>,
    /// What is the matter with it.
    #[prop(optional_no_strip)]
    error: Option<String>,
    /// What may be typed.
    hint: String,
) -> impl IntoView {
    let class = Code::parse(&code).map_or("strength", |code| class_of(code.strength()));
    let said = Code::parse(&code).map(|code| words.text(word_of(code.strength()))).unwrap_or_default();
    let describe = if error.is_some() { "code-error code-strength code-hint" } else { "code-strength code-hint" };
    let required = optional.is_none();
    let invalid = error.is_some().then_some("true");
    view! {
        <div class="field">
            {label_line("code", label, optional)}
            <islands::CodeMaker
                weak=words.text(word_of(Strength::Weak))
                fair=words.text(word_of(Strength::Fair))
                strong=words.text(word_of(Strength::Strong))
                short=words.text("strength-short")
            >
                <div class="with">
                    <input
                        class="mono"
                        id="code"
                        name="code"
                        value=code
                        dir="ltr"
                        required=required
                        maxlength="128"
                        autocomplete="off"
                        autocapitalize="characters"
                        spellcheck="false"
                        aria-describedby=describe
                        aria-invalid=invalid
                    />
                    <button class="button quiet" type="button" hidden>{words.text("code-new")}</button>
                </div>
                <p class=class id="code-strength" role="status">{said}</p>
            </islands::CodeMaker>
            {error_line("code", error)}
            {hint_line("code", Some(hint))}
        </div>
    }
}

fn class_of(strength: Strength) -> &'static str {
    match strength {
        Strength::Weak => "strength weak",
        Strength::Fair => "strength fair",
        Strength::Strong => "strength strong",
    }
}

fn word_of(strength: Strength) -> &'static str {
    match strength {
        Strength::Weak => "strength-weak",
        Strength::Fair => "strength-fair",
        Strength::Strong => "strength-strong",
    }
}
