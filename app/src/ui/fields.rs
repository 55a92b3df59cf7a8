//! Fields of forms: label, field, what is the matter with it, what it is for; tied together for those who do not see it.

use leptos::prelude::*;

/// Which ids describe a field, for `aria-describedby`.
fn described(id: &str, error: bool, hint: bool) -> Option<String> {
    let parts: Vec<String> = [(error, "error"), (hint, "hint")]
        .into_iter()
        .filter(|(there, _)| *there)
        .map(|(_, part)| format!("{id}-{part}"))
        .collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// What is the matter with the field of this id.
pub fn error_line(id: &str, error: Option<String>) -> impl IntoView + use<> {
    let id = format!("{id}-error");
    error.map(|error| view! { <p class="error" id=id>{error}</p> })
}

/// What the field of this id is for.
pub fn hint_line(id: &str, hint: Option<String>) -> impl IntoView + use<> {
    let id = format!("{id}-hint");
    hint.map(|hint| view! { <p class="hint" id=id>{hint}</p> })
}

/// A label, with a word for what may stay empty.
pub fn label_line(id: &str, label: String, optional: Option<String>) -> impl IntoView + use<> {
    let optional = optional.map(|word| view! { " "<span class="optional">{word}</span> });
    view! { <label for=id.to_owned()>{label} {optional}</label> }
}

/// One line to type.
#[component]
pub fn TextField(
    /// Its name, and its id unless that is given.
    name: &'static str,
    /// Its id, where a page has two of one name.
    #[prop(optional, into)]
    id: Option<String>,
    /// What stands above it.
    label: String,
    /// Its type.
    #[prop(default = "text")]
    kind: &'static str,
    /// What it holds.
    #[prop(optional, into)]
    value: String,
    /// What is the matter with it.
    #[prop(optional_no_strip)]
    error: Option<String>,
    /// What it is for.
    #[prop(optional, into)]
    hint: Option<String>,
    /// The word for what may stay empty; without it something must be typed.
    #[prop(optional, into)]
    optional: Option<String>,
    /// The most characters.
    #[prop(optional)]
    max: Option<usize>,
    /// The fewest characters.
    #[prop(optional)]
    min: Option<usize>,
    /// What the browser may fill in.
    #[prop(optional)]
    autocomplete: Option<&'static str>,
    /// Whether it is text that people spell: a code, an address.
    #[prop(optional)]
    spelled: bool,
    /// Whether typing begins here.
    #[prop(optional)]
    autofocus: bool,
) -> impl IntoView {
    let id = id.unwrap_or_else(|| name.to_owned());
    let describe = described(&id, error.is_some(), hint.is_some());
    let invalid = error.is_some().then_some("true");
    let required = optional.is_none();
    view! {
        <div class="field">
            {label_line(&id, label, optional)}
            <input
                id=id.clone()
                name=name
                type=kind
                value=value
                required=required
                minlength=min
                maxlength=max
                autocomplete=autocomplete
                autocapitalize=spelled.then_some("none")
                spellcheck=spelled.then_some("false")
                autofocus=autofocus
                aria-describedby=describe
                aria-invalid=invalid
            />
            {error_line(&id, error)}
            {hint_line(&id, hint)}
        </div>
    }
}

/// Several lines to type; they may stay empty.
#[component]
pub fn LinesField(
    /// Its name and id.
    name: &'static str,
    /// What stands above it.
    label: String,
    /// What it holds.
    #[prop(into)]
    value: String,
    /// What is the matter with it.
    #[prop(optional_no_strip)]
    error: Option<String>,
    /// What it is for.
    #[prop(optional, into)]
    hint: Option<String>,
    /// The word for what may stay empty.
    #[prop(into)]
    optional: Option<String>,
    /// The most characters.
    max: u16,
) -> impl IntoView {
    let describe = described(name, error.is_some(), hint.is_some());
    let invalid = error.is_some().then_some("true");
    view! {
        <div class="field">
            {label_line(name, label, optional)}
            <textarea
                id=name
                name=name
                maxlength=max
                aria-describedby=describe
                aria-invalid=invalid
                inner_html=escaped_lines(&value)
            ></textarea>
            {error_line(name, error)}
            {hint_line(name, hint)}
        </div>
    }
}

/// A text as the inside of a `<textarea>`. Leptos does not escape it there (SECURITY B49), and HTML drops a line end at
/// the beginning, so one is put there.
fn escaped_lines(text: &str) -> String {
    let mut inside = String::with_capacity(text.len() + 1);
    inside.push('\n');
    for symbol in text.chars() {
        match symbol {
            '&' => inside.push_str("&amp;"),
            '<' => inside.push_str("&lt;"),
            '>' => inside.push_str("&gt;"),
            other => inside.push(other),
        }
    }
    inside
}

/// The languages that a studio can speak to visitors who prefer none of ours, each by its own name.
#[component]
pub fn LanguageField(
    /// What stands above it.
    label: String,
    /// The one that is chosen.
    chosen: domain::studio::Language,
    /// Who reads it.
    hint: String,
) -> impl IntoView {
    let options = domain::studio::Language::ALL.iter().map(|language| {
        let tag = language.as_str();
        view! { <option value=tag lang=tag dir=language.direction() selected=*language == chosen>{language.name()}</option> }
    });
    view! {
        <div class="field">
            <label for="language">{label}</label>
            <select id="language" name="language" aria-describedby="language-hint">{options.collect_view()}</select>
            {hint_line("language", Some(hint))}
        </div>
    }
}

/// A switch with a sentence that says what it means.
#[component]
pub fn Switch(
    /// Its name.
    name: &'static str,
    /// Whether it is on.
    on: bool,
    /// What is so when it is on.
    label: String,
    /// What follows from it.
    #[prop(into)]
    hint: Option<String>,
) -> impl IntoView {
    view! {
        <label class="switch">
            <input type="checkbox" role="switch" name=name value="on" checked=on />
            <span><strong>{label}</strong> " " {hint.map(|hint| view! { <small>{hint}</small> })}</span>
        </label>
    }
}

/// What went wrong with a form and belongs to none of its fields.
pub fn form_error(error: Option<String>) -> impl IntoView {
    error.map(|error| view! { <p class="error" role="alert">{error}</p> })
}

#[cfg(test)]
mod tests {
    use super::*;

    // SECURITY B49
    #[test]
    fn a_note_cannot_leave_its_field() {
        let inside = escaped_lines("</textarea><script>alert(1)</script> & more");
        assert_eq!(inside, "\n&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; more");
    }
}
