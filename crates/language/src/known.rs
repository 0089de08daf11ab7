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
}

const fn ltr(tag: &'static str, own_name: &'static str, script: &'static str) -> Known {
    Known { tag, own_name, script, dir: "ltr", formats: tag }
}

const fn rtl(tag: &'static str, own_name: &'static str) -> Known {
    Known { tag, own_name, script: "Arab", dir: "rtl", formats: tag }
}

/// All of them, in the order in which a choice of language shows them.
pub static KNOWN: [Known; 15] = [
    rtl("ar", "العربية"),
    // Day before month and the clock of 24 hours: no deadline may be misread for want of “PM”.
    Known { tag: "en", own_name: "English", script: "Latn", dir: "ltr", formats: "en-GB" },
    ltr("bn", "বাংলা", "Beng"),
    ltr("hi", "हिन्दी", "Deva"),
    rtl("ur", "اردو"),
    ltr("ne", "नेपाली", "Deva"),
    ltr("si", "සිංහල", "Sinh"),
    ltr("ta", "தமிழ்", "Taml"),
    ltr("fil", "Filipino", "Latn"),
    ltr("id", "Bahasa Indonesia", "Latn"),
    ltr("am", "አማርኛ", "Ethi"),
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
