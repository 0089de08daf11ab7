//! A name of a workplace, taken apart: what is its own, what every other name has too, numbers and branch words.

use unicode_normalization::UnicodeNormalization;

use crate::fold::fold;
use crate::known::{Known, known};
use crate::skeleton::{forms, keys_of_sounds, keys_of_word, skeleton_of_word};
use crate::sound::{Sound, sounds};

/// The longest name that is looked at, in words; what comes after is left out of the keys.
const LONGEST: usize = 16;

/// The script of a name, as far as names are kept apart by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Script {
    /// Arabic letters, of whatever language.
    Arabic,
    /// Latin letters, digits and signs alone.
    Latin,
    /// Any other.
    Other,
}

/// A word of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Part {
    /// The name's own: the folded word, and its sounds with and without an article.
    Own { word: String, sounds: Vec<Vec<Sound>> },
    /// A trade, by meaning.
    Concept(&'static str),
    /// A number or an ordinal.
    Number(String),
    /// Branch, unit, plot.
    Branch,
    /// A legal form or a filler.
    Weak(String),
}

/// A name of a workplace, in whatever script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    pub(crate) words: Vec<String>,
    pub(crate) parts: Vec<Part>,
    script: Script,
}

impl Name {
    /// Takes a name apart.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let words = Self::fold_words(text);
        let joined = join(&words);
        let mut parts = Vec::with_capacity(joined.len());
        for (at, word) in joined.iter().enumerate() {
            let next_is_number = joined.get(at + 1).is_some_and(|next| is_number(next));
            parts.extend(part(word, next_is_number));
        }
        Self { words, parts, script: script(text) }
    }

    /// The folded words of a name: marks off, abbreviations closed up, digits of one kind.
    #[must_use]
    pub fn fold_words(text: &str) -> Vec<String> {
        let plain: String = text.nfkd().filter(|c| !matches!(u32::from(*c), 0x0300..=0x036F)).nfc().collect();
        fold(&close_up(&plain), "ar").tokens.into_iter().take(LONGEST).map(|token| token.word).collect()
    }

    /// The name as it is compared letter by letter and sorted: folded words, with spaces between.
    #[must_use]
    pub fn folded(&self) -> String {
        self.words.join(" ")
    }

    /// The script in which it is written.
    #[must_use]
    pub fn script(&self) -> Script {
        self.script
    }

    /// What is its own, as consonants: for people who look at why a name was found.
    #[must_use]
    pub fn skeleton(&self) -> String {
        let own: Vec<String> = self.own().map(|(word, _)| skeleton_of_word(word)).collect();
        own.join(" ")
    }

    /// Whether nothing in it can be compared.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    pub(crate) fn own(&self) -> impl Iterator<Item = (&str, &[Vec<Sound>])> {
        self.parts.iter().filter_map(|part| match part {
            Part::Own { word, sounds } => Some((word.as_str(), sounds.as_slice())),
            _ => None,
        })
    }

    /// The keys under which this name is kept. A name is found by any of them.
    #[must_use]
    pub fn keys(&self) -> Vec<String> {
        let mut keys = self.search_keys();
        for trade in self.trades() {
            add(&mut keys, format!("@{trade}"));
        }
        keys
    }

    /// The keys of what is a name's own: none where it is a trade or a filler alone, as many are called.
    #[must_use]
    pub fn own_keys(&self) -> Vec<String> {
        let mut keys = self.search_keys();
        keys.retain(|key| !key.starts_with(['@', '~', '#']));
        keys
    }

    /// The keys of all that is its own, taken together: two names share one where the whole of them sounds alike, not
    /// where they only begin alike. None where nothing is its own.
    #[must_use]
    pub fn whole_keys(&self) -> Vec<String> {
        if let [(word, _)] = self.own().collect::<Vec<_>>().as_slice() {
            return keys_of_word(word);
        }
        let whole: Vec<Sound> =
            self.own().flat_map(|(_, forms)| forms.last().cloned().unwrap_or_default()).collect();
        let mut keys = keys_of_sounds(&whole);
        keys.retain(|key| key.chars().count() > 1);
        keys
    }

    /// The trades that it names, by meaning: garments, bakery.
    pub fn trades(&self) -> impl Iterator<Item = &'static str> {
        self.parts.iter().filter_map(|part| match part {
            Part::Concept(concept) => Some(*concept),
            _ => None,
        })
    }

    /// The keys by which a name is looked for: what is its own; only where nothing is, its trade, then its fillers.
    #[must_use]
    pub fn search_keys(&self) -> Vec<String> {
        let mut keys = Vec::new();
        for (word, _) in self.own() {
            for key in keys_of_word(word) {
                add(&mut keys, key);
            }
        }
        // Written as one word or as two: the whole is a key as well.
        if self.own().count() > 1 {
            for key in self.whole_keys() {
                add(&mut keys, key);
            }
        }
        if keys.is_empty() {
            for trade in self.trades() {
                add(&mut keys, format!("@{trade}"));
            }
        }
        if keys.is_empty() {
            for part in &self.parts {
                match part {
                    Part::Weak(word) => add(&mut keys, format!("~{word}")),
                    Part::Number(number) => add(&mut keys, format!("#{number}")),
                    _ => {}
                }
            }
        }
        keys
    }
}

fn add(keys: &mut Vec<String>, key: String) {
    if !keys.contains(&key) {
        keys.push(key);
    }
}

/// Takes the full stops out of L.L.C. and ذ.م.م, so that an abbreviation is one word.
fn close_up(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let is_letter = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|c| c.is_alphabetic());
    let alone = |at: usize| is_letter(Some(at)) && !is_letter(at.checked_sub(1)) && !is_letter(Some(at + 1));
    let mut closed = String::with_capacity(text.len());
    for (at, letter) in letters.iter().enumerate() {
        if *letter == '.' && at.checked_sub(1).is_some_and(alone) {
            if !is_letter(Some(at + 1)) {
                closed.push(' ');
            }
            continue;
        }
        // An ampersand between letters is the word that it stands for.
        closed.push_str(if *letter == '&' { " and " } else { "" });
        if *letter != '&' {
            closed.push(*letter);
        }
    }
    closed
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| c.is_ascii_digit())
}

/// Puts together what one name spells as two words: عبد الله, Abd Al-Rahman, an article that stands alone, and takes
/// the particles of descent off.
fn join(words: &[String]) -> Vec<String> {
    const SERVANT: [&str; 5] = ["عبد", "abd", "abdul", "abdel", "abdal"];
    const ARTICLE: [&str; 23] = [
        "al", "el", "il", "ul", "as", "es", "ash", "esh", "an", "en", "ar", "er", "ad", "ed", "at", "et",
        "az", "ez", "adh", "ath", "ال", "আল", "अल",
    ];
    const DESCENT: [&str; 7] = ["بن", "ابن", "bin", "ben", "ibn", "ibin", "bint"];
    let mut joined: Vec<String> = Vec::with_capacity(words.len());
    let mut rest = words.iter().map(String::as_str).peekable();
    while let Some(word) = rest.next() {
        if SERVANT.contains(&word) {
            while rest.next_if(|next| ARTICLE.contains(next)).is_some() {}
            match rest.next() {
                Some(next) => joined.push(servant_of(next)),
                None => joined.push(word.to_owned()),
            }
        } else if (ARTICLE.contains(&word) && rest.peek().is_some_and(|next| belongs(word, next)))
            || (DESCENT.contains(&word) && rest.peek().is_some())
        {
            // Left out: the next word stands for both.
        } else {
            joined.push(servant(word));
        }
    }
    joined
}

/// A servant's name as one word, in the letters of what follows.
fn servant_of(next: &str) -> String {
    if next.is_ascii() { servant(&format!("abd{next}")) } else { servant(&format!("عبد{next}")) }
}

/// A servant's name without the article inside: Abdulrahman, Abdurrahman and عبدالرحمن are one. Allah's own stays.
fn servant(word: &str) -> String {
    if let Some(rest) = word.strip_prefix("عبدال") {
        return if rest == "له" || rest.chars().count() < 3 {
            word.to_owned()
        } else {
            format!("عبد{rest}")
        };
    }
    let Some(rest) = word.strip_prefix("abd") else { return word.to_owned() };
    let mut letters = rest.chars();
    let vowel = letters.next().is_some_and(|c| "aeiou".contains(c));
    let (article, first) = (letters.next(), letters.next());
    let inside =
        vowel && first.is_some_and(|c| !"aeiou".contains(c)) && (article == Some('l') || article == first);
    match rest.get(2..) {
        Some(name) if inside && name.len() >= 3 && name != "lah" => format!("abd{name}"),
        _ => word.to_owned(),
    }
}

/// Whether an article that stands alone is one: al and el always, the forms before sun letters only before theirs.
fn belongs(article: &str, next: &str) -> bool {
    let ends = article.chars().last();
    ends == Some('l')
        || !article.is_ascii()
        || next.chars().next() == ends
        || (article.ends_with('h') && next.get(..2) == article.get(1..))
}

fn part(word: &str, before_number: bool) -> Option<Part> {
    for form in forms(word) {
        let form = form.trim_end_matches('ـ');
        match known(form, before_number) {
            Some(Known::Weak) => return Some(Part::Weak(form.to_owned())),
            Some(Known::Concept(concept)) => return Some(Part::Concept(concept)),
            Some(Known::Number(number)) => return Some(Part::Number(number.to_owned())),
            Some(Known::Branch) => return Some(Part::Branch),
            None => {}
        }
    }
    let digits: String = word.chars().filter(char::is_ascii_digit).collect();
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let ordinal = ["st", "nd", "rd", "th"].iter().any(|end| word.strip_suffix(end).is_some_and(is_number));
    if ordinal || (!digits.is_empty() && letters == 0) {
        return Some(Part::Number(digits.trim_start_matches('0').to_owned()));
    }
    if !digits.is_empty() && letters <= 1 {
        // B12 tells a plot as a number does.
        return Some(Part::Number(word.to_owned()));
    }
    // A letter alone tells little: it is kept, as a filler is.
    if letters <= 1 && word.is_ascii() {
        return Some(Part::Weak(word.to_owned()));
    }
    let sounds = forms(word).into_iter().map(sounds).collect();
    Some(Part::Own { word: word.to_owned(), sounds })
}

/// The script of a text, by its first letter. Other scripts are one here: no two of them meet in one comparison often.
pub(crate) fn script(text: &str) -> Script {
    let first = text.chars().find(|c| c.is_alphabetic());
    match first.map(u32::from) {
        Some(0x600..=0x6FF | 0x750..=0x77F | 0xFB50..=0xFDFF | 0xFE70..=0xFEFF) => Script::Arabic,
        None | Some(0..=0x24F) => Script::Latin,
        Some(_) => Script::Other,
    }
}
