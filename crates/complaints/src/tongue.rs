//! In which language a text probably is: by its script, and where several share one, by its smallest words. A guess for
//! the queue and for choosing an interpreter; the person who takes the text says what it is.

/// Scripts that one language of ours writes in, with their range.
const ALONE: [(&str, std::ops::RangeInclusive<char>); 6] = [
    ("bn", '\u{0980}'..='\u{09ff}'),
    ("ta", '\u{0b80}'..='\u{0bff}'),
    ("si", '\u{0d80}'..='\u{0dff}'),
    ("my", '\u{1000}'..='\u{109f}'),
    ("am", '\u{1200}'..='\u{139f}'),
    ("zh", '\u{4e00}'..='\u{9fff}'),
];
/// Letters of Urdu that Arabic has not, and of Arabic that Urdu has not.
const URDU: &str = "ٹڈڑںےۓگچپژہھکی";
const ARABIC: &str = "ةىكيأإآؤئه";
/// Small words by language, for the scripts that several share.
const HINDI_OR_NEPALI: [(&str, &[&str]); 2] = [
    (
        "hi",
        &[
            "है",
            "हैं",
            "हूँ",
            "हूं",
            "मैं",
            "मेरा",
            "मेरी",
            "मेरे",
            "मुझे",
            "नहीं",
            "का",
            "की",
            "के",
            "ने",
            "से",
            "में",
            "और",
            "रहा",
            "रही",
            "था",
            "दिया",
            "दे",
            "वह",
            "यह",
        ],
    ),
    (
        "ne",
        &[
            "छ",
            "छन्",
            "छैन",
            "छु",
            "हो",
            "म",
            "मेरो",
            "मेरी",
            "मलाई",
            "हामी",
            "हामीलाई",
            "लाई",
            "भयो",
            "गर्छ",
            "गर्नु",
            "गर्न",
            "दिएन",
            "दिएको",
            "पाएको",
            "र",
            "पनि",
            "यो",
            "उसले",
            "महिना",
        ],
    ),
];
const LATIN: [(&str, &[&str]); 5] = [
    (
        "en",
        &[
            "the", "i", "my", "me", "is", "am", "are", "not", "and", "he", "she", "they", "we", "to", "of",
            "in", "for", "have", "has", "pay", "paid", "money", "work", "help", "boss", "please", "from",
            "they", "with", "does",
        ],
    ),
    (
        "fil",
        &[
            "ang", "ng", "ako", "ko", "hindi", "sa", "po", "ay", "mga", "amo", "sahod", "akin", "namin",
            "kami", "tulong", "wala", "walang", "niya", "ito", "lang", "ayaw", "kinuha", "buwan", "dito",
        ],
    ),
    (
        "id",
        &[
            "saya", "tidak", "gaji", "majikan", "dan", "yang", "di", "ini", "sudah", "belum", "kerja",
            "bekerja", "tolong", "paspor", "dengan", "kami", "bisa", "ke", "dari", "bulan", "dibayar", "ada",
            "untuk",
        ],
    ),
    (
        "sw",
        &[
            "mimi",
            "mshahara",
            "mwajiri",
            "wangu",
            "yangu",
            "kwa",
            "ya",
            "wa",
            "hajanilipa",
            "sijalipwa",
            "nataka",
            "msaada",
            "kazi",
            "miezi",
            "mwezi",
            "bado",
            "tafadhali",
            "nimefungiwa",
            "amechukua",
            "hawataki",
            "katika",
            "naomba",
        ],
    ),
    (
        "mg",
        &[
            "aho",
            "tsy",
            "ny",
            "sy",
            "ahy",
            "karama",
            "karamako",
            "mpampiasa",
            "vola",
            "asa",
            "izao",
            "misy",
            "amin",
            "ampio",
            "pasipaoro",
            "volana",
            "nahazo",
            "izahay",
            "fa",
            "efa",
            "mbola",
            "azafady",
        ],
    ),
];

fn among<'a>(text: &str, tables: &[(&'a str, &[&str])]) -> Option<&'a str> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| c.is_whitespace() || is_stop(c)).collect();
    let mut counted: Vec<(usize, &str)> = tables
        .iter()
        .map(|(tag, own)| (words.iter().filter(|word| own.contains(word)).count(), *tag))
        .collect();
    counted.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    match counted.as_slice() {
        // Two that are as likely: nobody knows.
        [(first, _), (second, _), ..] if first == second => None,
        [(first, tag), ..] if *first > 0 => Some(tag),
        _ => None,
    }
}

/// Marks that end a sentence or a word, in our scripts.
pub(crate) fn is_stop(c: char) -> bool {
    c.is_ascii_punctuation() || "।॥။၊။።፣፤،؛؟…“”‘’«»。，！？：；、·–—".contains(c)
}

/// The probable language of a text.
#[must_use]
pub(crate) fn guess(text: &str) -> Option<&'static str> {
    let letters = |range: &std::ops::RangeInclusive<char>| text.chars().filter(|c| range.contains(c)).count();
    let arabic = letters(&('\u{0600}'..='\u{06ff}'));
    let devanagari = letters(&('\u{0900}'..='\u{097f}'));
    let latin = text.chars().filter(|c| c.is_alphabetic() && *c < '\u{0250}').count();
    let alone = ALONE.iter().map(|(tag, range)| (letters(range), *tag)).max_by_key(|(count, _)| *count);
    let (most, tag) = alone.unwrap_or_default();
    if most > 0 && most >= arabic.max(devanagari) && most * 3 >= latin {
        return Some(tag);
    }
    if arabic > 0 && arabic >= devanagari && arabic * 3 >= latin {
        let count = |of: &str| text.chars().filter(|c| of.contains(*c)).count();
        return Some(if count(URDU) > count(ARABIC) { "ur" } else { "ar" });
    }
    if devanagari > 0 && devanagari * 3 >= latin {
        return among(text, &HINDI_OR_NEPALI);
    }
    among(text, &LATIN)
}

#[cfg(test)]
mod tests {
    use super::guess;

    #[test]
    fn what_workers_write_is_told_apart() {
        for (tag, text) in [
            ("ar", "صاحب العمل أخذ جوازي ولم يدفع راتبي منذ ثلاثة أشهر"),
            ("ar", "ما دفعوا راتبي"),
            ("ur", "میرے مالک نے تین مہینے سے تنخواہ نہیں دی، پاسپورٹ بھی رکھ لیا ہے"),
            ("bn", "মালিক তিন মাস বেতন দেয় না, পাসপোর্ট নিয়ে গেছে"),
            ("hi", "मालिक ने तीन महीने से तनख़्वाह नहीं दी है"),
            ("ne", "मालिकले तीन महिनादेखि तलब दिएको छैन, मलाई मद्दत चाहियो"),
            ("si", "මාස තුනක පඩිය දීලා නැහැ"),
            ("ta", "மூன்று மாதமாக சம்பளம் தரவில்லை"),
            ("my", "သုံးလ လစာမပေးဘူး"),
            ("am", "ሦስት ወር ደሞዝ አልከፈለኝም"),
            ("zh", "老板三个月没发工资，护照也被拿走了"),
            ("en", "My boss did not pay me for three months and he has my passport"),
            ("fil", "Tatlong buwan na po akong walang sahod, kinuha ng amo ang pasaporte ko"),
            ("id", "Gaji saya belum dibayar tiga bulan, paspor saya diambil majikan"),
            ("sw", "Mwajiri wangu hajanilipa mshahara kwa miezi mitatu, naomba msaada"),
            ("mg", "Tsy nahazo karama aho efa telo volana, azafady ampio aho"),
            ("bn", "OK ভাই বেতন পাই না"),
        ] {
            assert_eq!(guess(text), Some(tag), "{text}");
        }
    }

    #[test]
    fn what_tells_nothing_is_not_guessed() {
        for text in ["", "???", "0790000001", "B-7KQ4-M2XA-X", "Xyz", "😀"] {
            assert_eq!(guess(text), None, "{text}");
        }
    }
}
