//! The words of the interface: one message file per language, in Fluent's syntax (projectfluent.org), with the plurals of
//! each language. A message that is missing in a language is a failing test, not a hole in a page.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use domain::number::grouped;
use domain::studio::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use intl_memoizer::concurrent::IntlLangMemoizer;

static EN: LazyLock<FluentBundle<FluentResource>> =
    LazyLock::new(|| bundle("en", include_str!("../../words/en.ftl"), |value, _| written(Language::En, value)));
static DE: LazyLock<FluentBundle<FluentResource>> =
    LazyLock::new(|| bundle("de", include_str!("../../words/de.ftl"), |value, _| written(Language::De, value)));

/// How a bundle writes numbers.
type Writes = fn(&FluentValue<'_>, &IntlLangMemoizer) -> Option<String>;

/// A whole number in a message, as people of the language write it.
fn written(language: Language, value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    // Ours are counts: whole, and far below where a float misses one.
    let whole = number.value.fract() == 0.0 && number.value.abs() < 1e15;
    #[expect(clippy::cast_possible_truncation, reason = "whole and small, see above")]
    whole.then(|| Words(language).number(number.value as i64))
}

/// The words of one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words(Language);

impl Words {
    /// The words of a language.
    pub fn of(language: Language) -> Self {
        Self(language)
    }

    /// The language's tag (BCP 47).
    pub fn tag(self) -> &'static str {
        self.0.as_str()
    }

    /// The direction of its writing.
    pub fn direction(self) -> &'static str {
        match self.0 {
            Language::En | Language::De => "ltr",
        }
    }

    /// The message `key`.
    pub fn text(self, key: &'static str) -> String {
        self.format(key, None)
    }

    /// The message `key` with its variables filled in.
    pub fn with(self, key: &'static str, values: &[(&'static str, FluentValue<'_>)]) -> String {
        let args: FluentArgs = values.iter().map(|(name, value)| (*name, value.clone())).collect();
        self.format(key, Some(&args))
    }

    /// A number as people of this language write it. Numbers in messages are written so by themselves.
    pub fn number(self, number: i64) -> String {
        let sign = if number < 0 { "-" } else { "" };
        format!("{sign}{}", grouped(number.unsigned_abs(), self.0.thousands()))
    }

    /// The sign between groups of digits, for what the browser counts itself.
    pub fn thousands(self) -> char {
        self.0.thousands()
    }

    /// The message `key` for a number of things: its variable is `$count`.
    pub fn count(self, key: &'static str, count: i64) -> String {
        self.with(key, &[("count", FluentValue::from(count))])
    }

    /// What goes with a gallery that is deleted, to be put after a verb; nothing where nothing goes.
    pub fn gone_with(self, sub_galleries: i64, photos: i64) -> String {
        self.with(
            "gone-with",
            &[
                ("subs", sub_galleries.into()),
                ("photos", photos.into()),
                ("galleries", self.count("sub-gallery-count", sub_galleries).into()),
                ("photographs", self.count("photograph-count", photos).into()),
            ],
        )
    }

    /// A day, written out.
    pub fn date(self, date: NaiveDate) -> String {
        let month = self.with("month", &[("month", FluentValue::from(i64::from(date.month())))]);
        self.with(
            "date",
            &[
                ("day", FluentValue::from(i64::from(date.day()))),
                ("month", FluentValue::from(month)),
                // As text: a year is not grouped.
                ("year", FluentValue::from(date.year().to_string())),
            ],
        )
    }

    fn format(self, key: &'static str, args: Option<&FluentArgs<'_>>) -> String {
        let bundle = match self.0 {
            Language::En => &*EN,
            Language::De => &*DE,
        };
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            tracing::error!(key, language = self.tag(), "a message is missing");
            return key.to_owned();
        };
        bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned()
    }
}

fn bundle(tag: &str, source: &str, writes: Writes) -> FluentBundle<FluentResource> {
    let resource =
        FluentResource::try_new(source.to_owned()).unwrap_or_else(|(_, errors)| panic!("{tag}.ftl: {errors:?}"));
    let mut bundle = FluentBundle::new_concurrent(vec![tag.parse().expect("a language tag")]);
    // Marks of direction around every value would stand in titles, alternative texts and what people copy.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(writes));
    bundle.add_resource(resource).unwrap_or_else(|errors| panic!("{tag}.ftl: {errors:?}"));
    bundle
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// Each message's key and the variables it uses, as `key: $a $b`.
    fn messages(source: &str) -> BTreeMap<String, Vec<String>> {
        let mut found = BTreeMap::<String, Vec<String>>::new();
        let mut key = String::new();
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            if let Some((name, _)) = line.split_once(" =").filter(|_| !line.starts_with([' ', '}'])) {
                key = name.to_owned();
                found.entry(key.clone()).or_default();
            }
            for variable in line.split('$').skip(1) {
                let name = variable.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
                found.entry(key.clone()).or_default().push(name);
            }
        }
        for variables in found.values_mut() {
            variables.sort();
            variables.dedup();
        }
        found
    }

    // S77
    #[test]
    fn english_and_german_have_the_same_messages_with_the_same_variables() {
        let (en, de) = (messages(include_str!("../../words/en.ftl")), messages(include_str!("../../words/de.ftl")));
        assert_eq!(en, de);
        assert!(en.len() > 50);
    }

    #[test]
    fn numbers_and_days_are_written_as_each_language_does() {
        let day = NaiveDate::from_ymd_opt(2026, 8, 14).unwrap();
        assert_eq!(Words::of(Language::En).date(day), "14 August 2026");
        assert_eq!(Words::of(Language::De).date(day), "14. August 2026");
        assert_eq!(Words::of(Language::En).count("photographs", 1), "1 photograph");
        assert_eq!(Words::of(Language::De).count("photographs", 2), "2 Fotos");
        assert_eq!(Words::of(Language::En).count("photographs", 1_048), "1,048 photographs");
        assert_eq!(Words::of(Language::De).count("photographs", 20_000), "20.000 Fotos");
        assert_eq!(Words::of(Language::De).number(1_000_000), "1.000.000");
    }

    #[test]
    fn what_goes_with_a_gallery_is_named_and_what_is_not_there_is_not() {
        let gone = |language, galleries, photos| Words::of(language).gone_with(galleries, photos);
        assert_eq!(gone(Language::En, 0, 0), "");
        assert_eq!(gone(Language::En, 0, 4), ", with 4 photographs");
        assert_eq!(gone(Language::En, 1, 0), ", with 1 sub-gallery");
        assert_eq!(gone(Language::De, 2, 1), ", mit 2 Untergalerien und 1 Foto");
    }
}
