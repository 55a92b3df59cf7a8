//! Finding one among many by its name, without a script: the page answers.

use leptos::prelude::*;

use crate::ui::words::Words;

/// The field; it asks the page itself for `?find=`.
#[component]
pub fn FindField(
    /// What is looked for now.
    wanted: String,
    /// What the field is for, for those who do not see it.
    label: String,
    /// The same in short, in the empty field.
    short: String,
    /// The words of its button.
    words: Words,
) -> impl IntoView {
    view! {
        <search>
            <form class="find" method="get">
                <label class="unseen" for="find">{label}</label>
                <input type="search" id="find" name="find" value=wanted placeholder=short enterkeyhint="search" />
                <button class="button quiet">{words.text("find")}</button>
            </form>
        </search>
    }
}

/// Whether a name holds what is looked for, in any case.
pub fn named(name: &str, wanted: &str) -> bool {
    name.to_lowercase().contains(&wanted.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn a_name_is_found_by_any_part_of_it_in_any_case() {
        assert!(named("Sommer am Ärmelkanal", "ÄRMEL"));
        assert!(named("Sommer", ""));
        assert!(!named("Sommer", "Winter"));
    }
}
