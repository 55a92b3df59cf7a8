//! The order of a gallery's photographs, as a text that every database sorts alike.

use std::fmt::Write;

/// Sorts by its bytes as [`domain::photo::natural_cmp`] sorts the names: `IMG_2` before `IMG_10`. Each run of digits is led
/// by its length, without regard to leading zeros; the name itself follows, so that no two names have one key.
pub(crate) fn sort_key(file_name: &str) -> String {
    let mut key = String::new();
    let mut symbols = file_name.chars().peekable();
    while let Some(symbol) = symbols.next() {
        if !symbol.is_ascii_digit() {
            key.push(symbol.to_lowercase().next().unwrap_or(symbol));
            continue;
        }
        let mut number = String::from(symbol);
        while let Some(digit) = symbols.next_if(char::is_ascii_digit) {
            number.push(digit);
        }
        let number = number.trim_start_matches('0');
        let _ = write!(key, "{:03}{number}", number.len());
    }
    key.push('\u{1}');
    key.push_str(file_name);
    key
}

#[cfg(test)]
mod tests {
    use domain::photo::natural_cmp;
    use proptest::prelude::*;

    use super::sort_key;

    #[test]
    fn photographs_are_ordered_as_people_count() {
        let mut names = ["IMG_10.jpg", "img_2.jpg", "IMG_1.jpg", "IMG_0003.jpg"];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(names, ["IMG_1.jpg", "img_2.jpg", "IMG_0003.jpg", "IMG_10.jpg"]);
    }

    proptest! {
        #[test]
        fn the_database_orders_as_the_domain_does(a in "[a-cA-C0-2ÄßİΣ_. -]{1,12}", b in "[a-cA-C0-2ÄßİΣ_. -]{1,12}") {
            prop_assert_eq!(sort_key(&a).cmp(&sort_key(&b)), natural_cmp(&a, &b));
        }
    }
}
