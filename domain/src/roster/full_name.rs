//! A first and a last name out of one cell.

/// Words that begin a last name. Compared in lower case.
#[rustfmt::skip]
const PARTICLES: &[&str] = &[
    "af", "al", "auf", "aus", "av", "bin", "bint", "da", "dal", "de", "del", "della", "den", "der", "di", "do",
    "dos", "du", "el", "ibn", "la", "le", "lo", "ter", "ten", "van", "vom", "von", "zu", "zum", "zur", "ال",
];

/// The first and the last name.
///
/// With one comma, the last name is before it and the first name after it, however many words. Without one, two words
/// are first and last name. Of more words only `Anna van der Berg` is told apart, where the second begins a last name.
/// Everything else (`Anna Maria Müller`, `Nguyễn Thị Minh`, `García López Ana`) could be split in two ways: `None`.
pub(super) fn split(name: &str) -> Option<(&str, &str)> {
    if let Some((last, first)) = name.split_once(',') {
        let (last, first) = (last.trim(), first.trim());
        return (!last.is_empty() && !first.is_empty() && !first.contains(',')).then_some((first, last));
    }
    let (first, last) = name.trim().split_once(char::is_whitespace)?;
    let last = last.trim();
    let words: Vec<&str> = last.split_whitespace().collect();
    let alone = words.len() == 1 && !begins_a_last_name(first);
    // `Ben` alone is a first name far more often.
    let inside = |word: &str| begins_a_last_name(word) || word.eq_ignore_ascii_case("ben");
    let particle = words.len() > 1 && inside(words[0]) && !begins_a_last_name(first);
    (alone || particle).then_some((first, last))
}

fn begins_a_last_name(word: &str) -> bool {
    let word = word.to_lowercase();
    let word = word.trim_end_matches(['\'', '’']);
    let before_dash = word.split_once('-').map_or(word, |(before, _)| before);
    PARTICLES.contains(&word) || (matches!(before_dash, "al" | "el") && word != before_dash)
}

#[cfg(test)]
mod tests {
    use super::split;

    // S60
    #[test]
    fn a_full_name_is_split_where_there_is_one_way_only() {
        for (name, first, last) in [
            ("Müller, Anna", "Anna", "Müller"),
            ("García López , Ana María", "Ana María", "García López"),
            ("Anna Müller", "Anna", "Müller"),
            ("Anna  van der Berg", "Anna", "van der Berg"),
            ("Omar al-Sayed", "Omar", "al-Sayed"),
            ("Ben Schmidt", "Ben", "Schmidt"),
            ("Yasmine Ben Ali", "Yasmine", "Ben Ali"),
            ("Lena von Stein", "Lena", "von Stein"),
            ("Шевченко, Тарас Григорович", "Тарас Григорович", "Шевченко"),
        ] {
            assert_eq!(split(name), Some((first, last)), "{name}");
        }
    }

    // S60
    #[test]
    fn a_full_name_that_could_be_split_in_two_ways_is_not_split() {
        for name in [
            "Anna Maria Müller",
            "Nguyễn Thị Minh Anh",
            "García López María",
            "von Stein Lena",
            "van Berg",
            "Anna",
            "",
            "Müller,",
            ", Anna",
            "Müller, Anna, Dr.",
        ] {
            assert_eq!(split(name), None, "{name}");
        }
    }
}
