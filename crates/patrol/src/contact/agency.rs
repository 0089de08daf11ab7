//! The name of an agency in a text, by words of the pack that open or end one.

use haqqi_pack::Pack;
use haqqi_screening::LoadError;
use serde::Deserialize;

use super::{Contact, Sort};

/// At most so many words of an agency's name.
const NAME_WORDS: usize = 4;

/// By which words an agency is known in a text: `adverts/words.toml` of the pack.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Words before an agency's name.
    pub(super) before: Vec<String>,
    /// Words that end an agency's name.
    pub(super) after: Vec<String>,
    /// Words that belong to no name.
    pub(super) never: Vec<String>,
}

impl Words {
    /// The words of a pack; none where it has no such file.
    ///
    /// # Errors
    /// [`LoadError`] where the file cannot be read.
    pub fn from_pack(pack: &Pack) -> Result<Self, LoadError> {
        let Some((file, text)) = pack.files("adverts").find(|(file, _)| *file == "adverts/words.toml") else {
            return Ok(Self::default());
        };
        toml::from_str(text).map_err(|error| LoadError {
            file: file.to_owned(),
            line: error
                .span()
                .map_or(0, |span| text.bytes().take(span.start).filter(|byte| *byte == b'\n').count() + 1),
            message: error.message().to_owned(),
        })
    }
}

/// The first agency's name of a text: the words between one that opens a name, or the beginning, and one that ends it.
pub(super) fn agency(text: &str, words: &Words) -> Option<Contact> {
    let is = |list: &[String], word: &str| {
        let word = bare(word).to_lowercase();
        list.contains(&word)
    };
    for line in text.lines() {
        let offset = line.as_ptr() as usize - text.as_ptr() as usize;
        let tokens = tokens(line);
        for (at, (_, word)) in tokens.iter().enumerate() {
            if !is(&words.after, word) {
                continue;
            }
            let mut from = at;
            while from > 0 && at - from < NAME_WORDS {
                let Some((_, before)) = tokens.get(from - 1) else { break };
                let ends = before.ends_with([',', '.', ':', ';', '!', '?', '،', '؛', '؟', ')', '|', '-']);
                let latin = before.chars().next().is_some_and(|c| c.is_ascii());
                let small = latin && !bare(before).starts_with(|c: char| c.is_uppercase() || c.is_numeric());
                if ends || small || is(&words.before, before) || is(&words.never, before) {
                    break;
                }
                from -= 1;
            }
            let opened = from > 0 && tokens.get(from - 1).is_some_and(|(_, word)| is(&words.before, word));
            let (Some((start, first)), Some((last_at, last))) =
                (tokens.get(from), tokens.get(at.wrapping_sub(1)))
            else {
                continue;
            };
            let latin = bare(first).starts_with(|c: char| c.is_ascii());
            if from < at && (latin || opened) {
                let start = offset + start + (first.len() - first.trim_start_matches(is_mark).len());
                let end = offset + last_at + last.trim_end_matches(is_mark).len();
                let value = text.get(start..end)?.to_owned();
                return (value.chars().count() >= 3).then_some(Contact {
                    sort: Sort::Name,
                    value,
                    start,
                    end,
                });
            }
        }
    }
    None
}

fn is_mark(c: char) -> bool {
    !c.is_alphanumeric()
}

fn bare(word: &str) -> &str {
    word.trim_matches(is_mark)
}

/// The words of a line, each with its first byte.
fn tokens(line: &str) -> Vec<(usize, &str)> {
    let place = |word: &str| word.as_ptr() as usize - line.as_ptr() as usize;
    line.split_whitespace().map(|word| (place(word), word)).collect()
}
