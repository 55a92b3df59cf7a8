//! The languages of the pages: those that visitors read, and those in which a studio is worked.

named! {
    /// A language that visitors' pages speak (S77).
    #[derive(Default)]
    pub enum Language {
        /// English.
        #[default]
        En = "en",
        /// German.
        De = "de",
        /// French.
        Fr = "fr",
        /// Spanish.
        Es = "es",
        /// Italian.
        It = "it",
        /// Dutch.
        Nl = "nl",
        /// Polish.
        Pl = "pl",
        /// Turkish.
        Tr = "tr",
        /// Ukrainian.
        Uk = "uk",
        /// Arabic.
        Ar = "ar",
    }
}

named! {
    /// A language that members' pages speak (S77).
    #[derive(Default)]
    pub enum DeskLanguage {
        /// English.
        #[default]
        En = "en",
        /// German.
        De = "de",
    }
}

impl From<DeskLanguage> for Language {
    fn from(language: DeskLanguage) -> Self {
        match language {
            DeskLanguage::En => Self::En,
            DeskLanguage::De => Self::De,
        }
    }
}

impl Language {
    /// The same language, where members' pages speak it.
    pub fn at_desk(self) -> Option<DeskLanguage> {
        DeskLanguage::parse(self.as_str())
    }

    /// Its name in itself: whoever looks for it may read no other.
    pub const fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::De => "Deutsch",
            Self::Fr => "Français",
            Self::Es => "Español",
            Self::It => "Italiano",
            Self::Nl => "Nederlands",
            Self::Pl => "Polski",
            Self::Tr => "Türkçe",
            Self::Uk => "Українська",
            Self::Ar => "العربية",
        }
    }

    /// The direction of its writing, as HTML says it.
    pub const fn direction(self) -> &'static str {
        match self {
            Self::Ar => "rtl",
            _ => "ltr",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // S77
    #[test]
    fn a_studio_is_worked_in_languages_that_its_visitors_read_too() {
        for language in DeskLanguage::ALL {
            assert_eq!(Language::from(*language).at_desk(), Some(*language));
        }
        assert_eq!(
            Language::ALL.iter().filter(|language| language.at_desk().is_some()).count(),
            DeskLanguage::ALL.len()
        );
    }
}
