//! The consonant skeleton as a key: the strong consonants of a word by class, weak ones and vowels left out. Words
//! that sound alike in any of the scripts share at least one key.

use crate::sound::{Sound, is_heard, sounds};

/// At most so many keys of one word: each ambiguous consonant doubles them.
const MOST: usize = 8;

/// The keys of one folded word, each a line of class letters. A word whose script is not heard here, or that has no
/// strong consonant, is its own key.
#[must_use]
pub fn keys_of_word(word: &str) -> Vec<String> {
    let mut keys: Vec<String> = Vec::new();
    for form in forms(word) {
        for key in keys_of_sounds(&sounds(form)) {
            if !key.is_empty() && !keys.contains(&key) {
                keys.push(key);
            }
        }
    }
    if keys.is_empty() && !word.is_empty() {
        keys.push(format!("={word}"));
    }
    keys
}

/// The skeleton of one folded word as people may read it in a test or a log: its consonants, weak ones included.
#[must_use]
pub fn skeleton_of_word(word: &str) -> String {
    if word.chars().all(is_heard) {
        sounds(bare(word)).into_iter().filter(|sound| !sound.is_vowel()).map(Sound::letter).collect()
    } else {
        word.to_owned()
    }
}

pub(crate) fn keys_of_sounds(sounds: &[Sound]) -> Vec<String> {
    let mut keys = vec![String::new()];
    for sound in sounds.iter().filter(|sound| !sound.is_weak()) {
        let classes = sound.classes();
        let mut longer = Vec::with_capacity(keys.len() * classes.len());
        for class in classes {
            for key in &keys {
                // Neighbours of one class are one: the double letter of a sun letter, ts and s.
                let mut key = key.clone();
                if !key.ends_with(*class) {
                    key.push(*class);
                }
                if longer.len() < MOST && !longer.contains(&key) {
                    longer.push(key);
                }
            }
        }
        keys = longer;
    }
    keys
}

/// The word without its article, where one can be told.
pub(crate) fn bare(word: &str) -> &str {
    forms(word).last().copied().unwrap_or(word)
}

/// A word as it stands and, where it may begin with an article, without it. Which it is cannot be told from the word
/// alone (al-Mas, Almas), so both are kept.
pub(crate) fn forms(word: &str) -> Vec<&str> {
    const ARABIC: [&str; 6] = ["وال", "بال", "فال", "كال", "لل", "ال"];
    let mut forms = vec![word];
    for article in ARABIC {
        if let Some(rest) = word.strip_prefix(article)
            && rest.chars().count() >= 2
        {
            forms.push(rest);
            return forms;
        }
    }
    if let Some(rest) = word.strip_prefix("al").or_else(|| word.strip_prefix("el"))
        && rest.chars().count() >= 3
        && rest.starts_with(|c: char| c.is_ascii_alphabetic() && !"aeiou".contains(c))
    {
        forms.push(rest);
        return forms;
    }
    // Annour, Essalam: the article has taken the sun letter's sound.
    let mut letters = word.chars();
    if let (Some('a' | 'e' | 'u'), Some(sun), Some(again)) = (letters.next(), letters.next(), letters.next())
        && sun == again
        && "tdrzsn".contains(sun)
        && word.chars().count() >= 5
        && let Some(rest) = word.get(2..)
    {
        forms.push(rest);
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::keys_of_word;

    fn share(a: &str, b: &str) -> bool {
        let of_b = keys_of_word(b);
        keys_of_word(a).iter().any(|key| of_b.contains(key))
    }

    #[test]
    fn an_article_does_not_hide_a_name() {
        for spelling in ["noor", "alnoor", "annour", "elnour", "nur"] {
            assert!(share("النور", spelling), "{spelling}");
        }
        assert!(share("الماس", "almas"));
    }

    #[test]
    fn letters_that_one_script_lacks_are_found_in_either_way() {
        assert!(share("رياض", "riyadh"));
        assert!(share("قاسم", "gasem") && share("قاسم", "qasim"));
        assert!(share("ظافر", "zafer") && share("ذهب", "dahab"));
        assert!(share("ثابت", "thabet") && share("ثابت", "sabet"));
    }

    #[test]
    fn another_consonant_is_another_name() {
        assert!(!share("النور", "النورس") && !share("nasr", "noor"));
    }

    #[test]
    fn a_script_that_is_not_heard_is_its_own_key() {
        assert_eq!(keys_of_word("服装"), ["=服装"]);
        assert_eq!(keys_of_word("ʻ"), ["=ʻ"]);
    }
}
