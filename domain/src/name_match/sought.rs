//! How a name that stands in a list is sought while one types (S47). Nothing is found by it that is not shown already, so it may
//! be generous: the beginning of any word, in any usual spelling.

use std::collections::BTreeSet;

use super::given::is_dash;
use super::letters::{Marks, letters};
use super::roman;

/// The beginnings by which a shown name is found: each of its words, with all parts of a double one and each alone, as it is
/// written, without marks, spelled out (`ue`), and romanised. In lower case; empty without a letter.
pub fn sought(name: &str) -> BTreeSet<String> {
    let families = roman::families(name);
    let mut found = BTreeSet::new();
    for word in name.split_whitespace() {
        for part in word.split(is_dash).chain([word]) {
            found.insert(part.to_lowercase());
            found.extend([Marks::LeftOut, Marks::SpelledOut].map(|marks| letters(part, marks)));
            found.extend(families.iter().flat_map(|family| roman::forms(part, family)));
        }
    }
    found.retain(|word| word.contains(char::is_alphanumeric));
    found
}

#[cfg(test)]
mod tests {
    use super::sought;

    /// Whether somebody who types this is shown that name.
    fn finds(typed: &str, name: &str) -> bool {
        let words = sought(name);
        typed.split_whitespace().all(|typed| words.iter().any(|word| word.starts_with(typed)))
    }

    // S47
    #[test]
    fn a_name_is_found_by_the_beginning_of_each_word_in_each_usual_spelling() {
        for (typed, name) in [
            ("müll", "Anna Müller"),
            ("muller", "Anna Müller"),
            ("mueller anna", "Anna Müller"),
            ("strau", "Zoë Strauß"),
            ("strauss zoe", "Zoë Strauß"),
            ("lena", "Anna-Lena Groß"),
            ("annalena", "Anna-Lena Groß"),
            ("anna-l", "Anna-Lena Groß"),
            ("oconn", "Siobhán O’Connor"),
            ("siobhan", "Siobhán O’Connor"),
            ("dijk van", "Emma van Dijk"),
            ("nguyen", "Nguyễn Thị Hồng"),
            ("lukasz", "Łukasz Żółć"),
            ("сергій", "Сергій Шевченко"),
            ("shevch", "Сергій Шевченко"),
            ("محمد", "محمد الأحمد"),
            ("ilgaz", "Ilgaz Şahin"),
        ] {
            assert!(finds(typed, name), "{typed}: {:?}", sought(name));
        }
        for (typed, name) in [("ller", "Anna Müller"), ("anna k", "Anna Müller"), ("muelller", "Anna Müller")] {
            assert!(!finds(typed, name), "{typed}: {:?}", sought(name));
        }
        assert!(sought(" - ").is_empty());
    }
}
