//! The words of the interface, in Fluent's syntax (projectfluent.org), with the plurals of each language: what visitors read
//! (`words/visitors/`, one file per language), and what members read besides (`words/studio/`). A message that is missing in
//! a language is a failing test, not a hole in a page.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use domain::studio::{DeskLanguage, Language};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use intl_memoizer::concurrent::IntlLangMemoizer;

/// The messages of one language.
type Messages = LazyLock<FluentBundle<FluentResource>>;

macro_rules! spoken {
    ($($MESSAGES:ident: $Variant:ident = $($file:literal),+;)+) => {$(
        static $MESSAGES: Messages = LazyLock::new(|| {
            bundle(Language::$Variant, &[$(include_str!($file)),+], |value, _| written(Language::$Variant, value))
        });
    )+};
}

spoken! {
    EN: En = "../../words/visitors/en.ftl";
    DE: De = "../../words/visitors/de.ftl";
    FR: Fr = "../../words/visitors/fr.ftl";
    ES: Es = "../../words/visitors/es.ftl";
    IT: It = "../../words/visitors/it.ftl";
    NL: Nl = "../../words/visitors/nl.ftl";
    PL: Pl = "../../words/visitors/pl.ftl";
    TR: Tr = "../../words/visitors/tr.ftl";
    UK: Uk = "../../words/visitors/uk.ftl";
    AR: Ar = "../../words/visitors/ar.ftl";
    DESK_EN: En = "../../words/visitors/en.ftl", "../../words/studio/en.ftl";
    DESK_DE: De = "../../words/visitors/de.ftl", "../../words/studio/de.ftl";
}

/// How a bundle writes numbers.
type Writes = fn(&FluentValue<'_>, &IntlLangMemoizer) -> Option<String>;

/// A whole number in a message, as people of the language write it.
fn written(language: Language, value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    // Ours are counts: whole, and far below where a float misses one.
    let whole = number.value.fract() == 0.0 && number.value.abs() < 1e15;
    #[expect(clippy::cast_possible_truncation, reason = "whole and small, see above")]
    whole.then(|| Words::of(language).number(number.value as i64))
}

/// The words of one language: those of visitors, or those of members, which are more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    language: Language,
    desk: bool,
}

impl Words {
    /// The words of a visitor's page.
    pub fn of(language: Language) -> Self {
        Self { language, desk: false }
    }

    /// The words of a member's page.
    pub fn at_desk(language: DeskLanguage) -> Self {
        Self { language: language.into(), desk: true }
    }

    /// What a member reads on a visitor's page: the same language where a studio is worked in it, else English.
    #[must_use]
    pub fn for_member(self) -> Self {
        Self::at_desk(self.language.at_desk().unwrap_or_default())
    }

    /// The language's tag (BCP 47).
    pub fn tag(self) -> &'static str {
        self.language.as_str()
    }

    /// The language.
    pub fn language(self) -> Language {
        self.language
    }

    /// The direction of its writing.
    pub fn direction(self) -> &'static str {
        self.language.direction()
    }

    /// The languages in which the same page can be read, each once.
    pub fn languages(self) -> Vec<Language> {
        let desk = || DeskLanguage::ALL.iter().map(|language| Language::from(*language)).collect();
        if self.desk { desk() } else { Language::ALL.to_vec() }
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
        format!("{sign}{}", self.language.number(number.unsigned_abs()))
    }

    /// The sign between groups of digits, for what the browser counts itself.
    pub fn thousands(self) -> char {
        self.language.thousands()
    }

    /// The message `key` for a number of things: its variable is `$count`.
    pub fn count(self, key: &'static str, count: i64) -> String {
        self.with(key, &[("count", FluentValue::from(count))])
    }

    /// The message `key` for a number that was counted up to `most` and one more: beyond it says that it is more.
    pub fn count_to(self, key: &'static str, count: i64, most: i64) -> String {
        if count <= most {
            return self.count(key, count);
        }
        let counted = self.with("more-than", &[("counted", self.number(most).into())]);
        self.with(key, &[("count", counted.into())])
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
        let bundle = self.bundle();
        if let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) {
            return bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned();
        }
        tracing::error!(key, language = self.tag(), desk = self.desk, "a message is missing");
        // What stands only among members' words is better than a hole.
        if self.desk { key.to_owned() } else { self.for_member().format(key, args) }
    }

    fn bundle(self) -> &'static FluentBundle<FluentResource> {
        match (self.language, self.desk) {
            (Language::De, true) => &DESK_DE,
            (_, true) => &DESK_EN,
            (Language::En, false) => &EN,
            (Language::De, false) => &DE,
            (Language::Fr, false) => &FR,
            (Language::Es, false) => &ES,
            (Language::It, false) => &IT,
            (Language::Nl, false) => &NL,
            (Language::Pl, false) => &PL,
            (Language::Tr, false) => &TR,
            (Language::Uk, false) => &UK,
            (Language::Ar, false) => &AR,
        }
    }
}

fn bundle(language: Language, files: &[&str], writes: Writes) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![language.as_str().parse().expect("a language tag")]);
    // Marks of direction around every value would stand in titles, alternative texts and what people copy.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(writes));
    for file in files {
        let resource = FluentResource::try_new((*file).to_owned());
        let resource = resource.unwrap_or_else(|(_, errors)| panic!("the words in {language}: {errors:?}"));
        bundle.add_resource(resource).unwrap_or_else(|errors| panic!("the words in {language}: {errors:?}"));
    }
    bundle
}

#[cfg(test)]
mod tests;
