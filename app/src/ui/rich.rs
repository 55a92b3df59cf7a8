//! Sentences in which the names of people and galleries stand out.
//!
//! A name is wrapped in marks that nobody types (of the private use area of Unicode) before it goes into a sentence;
//! `rich` makes elements of them.

use leptos::prelude::*;

const PERSON: char = '\u{f8f0}';
const TITLE: char = '\u{f8f1}';
const END: char = '\u{f8f2}';

/// The name of somebody.
pub fn person(name: &str) -> String {
    marked(PERSON, name)
}

/// The name of a gallery.
pub fn title(name: &str) -> String {
    marked(TITLE, name)
}

fn marked(mark: char, name: &str) -> String {
    let name: String = name.chars().filter(|symbol| !matches!(*symbol, PERSON | TITLE | END)).collect();
    format!("{mark}{name}{END}")
}

/// A sentence that begins with a capital.
pub fn capital(text: &str) -> String {
    let mut symbols = text.chars();
    let mut first: String = symbols.by_ref().take_while(|symbol| *symbol == PERSON).collect();
    first.extend(text.chars().find(|symbol| *symbol != PERSON).into_iter().flat_map(char::to_uppercase));
    first.extend(symbols);
    first
}

/// A sentence with its names as elements.
pub fn rich(text: &str) -> AnyView {
    let mut parts: Vec<AnyView> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find([PERSON, TITLE]) {
        let (before, marked) = rest.split_at(at);
        let is_person = marked.starts_with(PERSON);
        let inside = marked.trim_start_matches([PERSON, TITLE]);
        let (name, after) = inside.split_once(END).unwrap_or((inside, ""));
        if !before.is_empty() {
            parts.push(before.to_owned().into_any());
        }
        let name = name.to_owned();
        parts.push(if is_person {
            view! { <strong>{name}</strong> }.into_any()
        } else {
            view! { <em>{name}</em> }.into_any()
        });
        rest = after;
    }
    if !rest.is_empty() {
        parts.push(rest.to_owned().into_any());
    }
    parts.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_out_and_cannot_break_out() {
        let owner = Owner::new();
        owner.set();
        let text = format!("{} sees {}.", person("Brandt <b>"), title("Blue\u{f8f2} hour"));
        let html = rich(&text).to_html().replace("<!>", "");
        assert_eq!(html, "<strong>Brandt &lt;b&gt;</strong> sees <em>Blue hour</em>.");
    }
}
