//! The conventions of romanisation, letter by letter.

/// Romanisations that go together: a first and a last name may follow two of one family.
pub(in crate::name_match) type Family = &'static [Rules];

/// What becomes of letters, the first that fits. `^` is the beginning of a word, `$` its end, `<`
/// its beginning or after a vowel or a sign. What no rule names is in [`PLAIN`].
pub(super) type Rules = &'static [(&'static str, &'static str)];

/// Passports of Russia: ICAO Doc 9303, part 3.
const ICAO: Rules = &[("й", "i"), ("ъ", "ie"), ("ю", "iu"), ("я", "ia")];
/// English usage after BGN/PCGN: Yevgeniy, Yuliya.
const ENGLISH: Rules = &[("<е", "ye"), ("ё", "yo"), ("й", "y"), ("ю", "yu"), ("я", "ya")];
/// The same with a bare `e`: Evgeniy, Elena.
const ENGLISH_E: Rules = &[("й", "y"), ("ю", "yu"), ("я", "ya")];
/// The same with short endings: Dmitry, Maria.
const ENGLISH_SHORT: Rules = &[("ий$", "y"), ("ый$", "y"), ("ия", "ia"), ("й", "y"), ("ю", "yu"), ("я", "ya")];
/// Registers that write `j` but keep `v` and `z`: Evgenij, Julija.
const PLAIN_J: Rules = &[("й", "j"), ("ю", "ju"), ("я", "ja")];
/// Duden: Jewgeni, Natalja, Alexandr.
const GERMAN: Rules = &[
    ("<е", "je"),
    ("ё", "jo"),
    ("ий$", "i"),
    ("ый$", "y"),
    ("й", "i"),
    ("кс", "x"),
    ("ю", "ju"),
    ("я", "ja"),
    ("в", "w"),
    ("ж", "sch"),
    ("з", "s"),
    ("х", "ch"),
    ("ц", "z"),
    ("ч", "tsch"),
    ("ш", "sch"),
    ("щ", "schtsch"),
];
/// As many German registers have it: Sergej, Dmitrij, Elena, Maria.
const GERMAN_J: Rules = &[
    ("ия", "ia"),
    ("й", "j"),
    ("ю", "ju"),
    ("я", "ja"),
    ("в", "w"),
    ("ж", "sch"),
    ("з", "s"),
    ("х", "ch"),
    ("ц", "z"),
    ("ч", "tsch"),
    ("ш", "sch"),
    ("щ", "schtsch"),
];
pub(super) const RUSSIAN: Family = &[ICAO, ENGLISH, ENGLISH_E, ENGLISH_SHORT, PLAIN_J, GERMAN, GERMAN_J];

/// Passports of Ukraine: resolution 55 of its Cabinet, 2010.
const UKRAINE: Rules = &[
    ("зг", "zgh"),
    ("^є", "ye"),
    ("^ї", "yi"),
    ("^й", "y"),
    ("^ю", "yu"),
    ("^я", "ya"),
    ("є", "ie"),
    ("ї", "i"),
    ("й", "i"),
    ("ю", "iu"),
    ("я", "ia"),
    ("г", "h"),
    ("и", "y"),
];
/// English usage: Andriy, Mariya.
const UKRAINE_ENGLISH: Rules =
    &[("є", "ye"), ("ї", "yi"), ("й", "y"), ("ю", "yu"), ("я", "ya"), ("г", "h"), ("и", "y")];
/// The same with short endings: Sofia, Yulia.
const UKRAINE_SHORT: Rules = &[
    ("ія", "ia"),
    ("ий$", "y"),
    ("^є", "ye"),
    ("^ї", "yi"),
    ("є", "ie"),
    ("ї", "i"),
    ("й", "y"),
    ("ю", "yu"),
    ("я", "ya"),
    ("г", "h"),
    ("и", "y"),
];
/// Duden: Andrij, Julija.
const UKRAINE_GERMAN: Rules = &[
    ("є", "je"),
    ("ї", "ji"),
    ("й", "j"),
    ("ю", "ju"),
    ("я", "ja"),
    ("г", "h"),
    ("и", "y"),
    ("в", "w"),
    ("ж", "sch"),
    ("з", "s"),
    ("х", "ch"),
    ("ц", "z"),
    ("ч", "tsch"),
    ("ш", "sch"),
    ("щ", "schtsch"),
];
/// The same with short endings: Sofia, Julia.
const UKRAINE_GERMAN_SHORT: Rules = &[
    ("ія", "ia"),
    ("є", "je"),
    ("ї", "ji"),
    ("й", "j"),
    ("ю", "ju"),
    ("я", "ja"),
    ("г", "h"),
    ("и", "y"),
    ("в", "w"),
    ("ж", "sch"),
    ("з", "s"),
    ("х", "ch"),
    ("ц", "z"),
    ("ч", "tsch"),
    ("ш", "sch"),
    ("щ", "schtsch"),
];
pub(super) const UKRAINIAN: Family = &[UKRAINE, UKRAINE_ENGLISH, UKRAINE_SHORT, UKRAINE_GERMAN, UKRAINE_GERMAN_SHORT];

/// Bulgaria's law on transliteration, 2009.
pub(super) const BULGARIAN: Family =
    &[&[("ия$", "ia"), ("й", "y"), ("х", "h"), ("щ", "sht"), ("ъ", "a"), ("ь", "y"), ("ю", "yu"), ("я", "ya")]];

/// Gaj's Latin alphabet, whose marks are left out as everywhere, and Macedonia's passports.
pub(super) const SERBIAN: Family = &[
    &[("ж", "z"), ("х", "h"), ("ц", "c"), ("ч", "c"), ("џ", "dz"), ("ш", "s"), ("ђ", "d")],
    &[("ж", "z"), ("х", "h"), ("ц", "c"), ("ч", "c"), ("џ", "dz"), ("ш", "s"), ("ђ", "dj")],
    &[("ж", "zh"), ("х", "h"), ("ц", "c"), ("ч", "ch"), ("џ", "dj"), ("ш", "sh"), ("ѓ", "gj"), ("ќ", "kj")],
];

/// Greece's passports: ELOT 743. `αυ` and `ευ` are looked at by hand.
pub(super) const GREEK: Family = &[&[("ου", "ou"), ("γγ", "ng"), ("γξ", "nx"), ("γχ", "nch"), ("^μπ", "b")]];

/// Letters of which no convention thinks otherwise, or only those that say so.
pub(super) const PLAIN: &[(char, &str)] = &[
    ('а', "a"),
    ('б', "b"),
    ('в', "v"),
    ('г', "g"),
    ('ґ', "g"),
    ('д', "d"),
    ('е', "e"),
    ('ё', "e"),
    ('є', "ie"),
    ('ж', "zh"),
    ('з', "z"),
    ('и', "i"),
    ('і', "i"),
    ('ї', "i"),
    ('й', "i"),
    ('к', "k"),
    ('л', "l"),
    ('м', "m"),
    ('н', "n"),
    ('о', "o"),
    ('п', "p"),
    ('р', "r"),
    ('с', "s"),
    ('т', "t"),
    ('у', "u"),
    ('ў', "u"),
    ('ф', "f"),
    ('х', "kh"),
    ('ц', "ts"),
    ('ч', "ch"),
    ('ш', "sh"),
    ('щ', "shch"),
    ('ъ', ""),
    ('ы', "y"),
    ('ь', ""),
    ('э', "e"),
    ('ю', "iu"),
    ('я', "ia"),
    ('ј', "j"),
    ('љ', "lj"),
    ('њ', "nj"),
    ('ђ', "d"),
    ('ћ', "c"),
    ('џ', "dz"),
    ('ѓ', "g"),
    ('ќ', "k"),
    ('ѕ', "dz"),
    ('α', "a"),
    ('β', "v"),
    ('γ', "g"),
    ('δ', "d"),
    ('ε', "e"),
    ('ζ', "z"),
    ('η', "i"),
    ('θ', "th"),
    ('ι', "i"),
    ('κ', "k"),
    ('λ', "l"),
    ('μ', "m"),
    ('ν', "n"),
    ('ξ', "x"),
    ('ο', "o"),
    ('π', "p"),
    ('ρ', "r"),
    ('σ', "s"),
    ('τ', "t"),
    ('υ', "y"),
    ('φ', "f"),
    ('χ', "ch"),
    ('ψ', "ps"),
    ('ω', "o"),
];
