//! The languages this product can speak once someone has written the words.

/// What is fixed about a language.
#[derive(Debug, PartialEq, Eq)]
pub struct Known {
    /// BCP 47 tag, as in `locales/<tag>` and in addresses.
    pub tag: &'static str,
    /// Its name as its own speakers write it.
    pub own_name: &'static str,
    /// ISO 15924 script of the messages.
    pub script: &'static str,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// The locale whose habits dates and numbers follow when the pack says nothing.
    pub formats: &'static str,
    /// Whether times are said on a clock of 24 hours, so that no deadline is misread for want of “PM”. Arabic and
    /// Amharic have words of their own for the halves of the day, which their readers look for.
    pub day_of_24: bool,
}

const fn ltr(tag: &'static str, own_name: &'static str, script: &'static str) -> Known {
    Known { tag, own_name, script, dir: "ltr", formats: tag, day_of_24: true }
}

const fn rtl(tag: &'static str, own_name: &'static str) -> Known {
    Known { tag, own_name, script: "Arab", dir: "rtl", formats: tag, day_of_24: true }
}

/// All of them, in the order in which a choice of language shows them.
pub static KNOWN: [Known; 15] = [
    Known { day_of_24: false, ..rtl("ar", "العربية") },
    // Day before month.
    Known { formats: "en-GB", ..ltr("en", "English", "Latn") },
    ltr("bn", "বাংলা", "Beng"),
    ltr("hi", "हिन्दी", "Deva"),
    rtl("ur", "اردو"),
    ltr("ne", "नेपाली", "Deva"),
    ltr("si", "සිංහල", "Sinh"),
    ltr("ta", "தமிழ்", "Taml"),
    ltr("fil", "Filipino", "Latn"),
    ltr("id", "Bahasa Indonesia", "Latn"),
    Known { day_of_24: false, ..ltr("am", "አማርኛ", "Ethi") },
    ltr("sw", "Kiswahili", "Latn"),
    ltr("my", "မြန်မာ", "Mymr"),
    ltr("zh", "中文", "Hans"),
    ltr("mg", "Malagasy", "Latn"),
];

/// The known language of a tag; what follows the first subtag (`-JO`, `-u-nu-latn`) is left aside.
#[must_use]
pub fn known(tag: &str) -> Option<&'static Known> {
    let first = tag.split(['-', '_']).next().unwrap_or(tag);
    KNOWN.iter().find(|known| known.tag.eq_ignore_ascii_case(first))
}
