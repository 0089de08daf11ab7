//! Text indicators: phrases over folded words. A hit is a suggestion with its exact place in the original words; it
//! is never a yes.
//!
//! A phrase is words with a space between; `a|b` is a choice, `word*` any word that begins so, `~` up to four words
//! of anything. Guards stand in the lexicon: what negates before or after, what says that it is over, whose it is.

use haqqi_names::{Folded, Token, fold};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// How many words a `~` may skip.
const GAP: usize = 4;

/// A place in a text that suggests an indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hit {
    /// Which text.
    pub text: Uuid,
    /// First byte in the original.
    pub start: usize,
    /// Byte behind the last.
    pub end: usize,
    /// The words as she wrote them.
    pub phrase: String,
    /// ILO's indicator, or empty for a signal of danger alone.
    pub indicator: String,
    /// The entry of the lexicon.
    pub why: String,
    /// Danger now.
    pub urgent: bool,
}

/// `[[entry]]`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    pub id: String,
    #[serde(default)]
    pub indicator: String,
    #[serde(default)]
    pub urgent: bool,
    pub phrases: Vec<String>,
    /// The phrase says “not” itself: a negation beside it does not undo it.
    #[serde(default)]
    pub negative: bool,
    pub hit: String,
    pub miss: String,
}

/// A file of `lexicons/`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lexicon {
    pub language: String,
    /// Words that undo what follows within three words.
    #[serde(default)]
    pub not_before: Vec<String>,
    /// Words that undo what stands up to two words before them.
    #[serde(default)]
    pub not_after: Vec<String>,
    /// Words that say that it is over or another's, anywhere in the sentence.
    #[serde(default)]
    pub over: Vec<String>,
    #[serde(rename = "entry")]
    pub entries: Vec<Entry>,
}

#[derive(Debug, Clone)]
enum Piece {
    Word(Vec<Pattern>),
    Gap,
}

#[derive(Debug, Clone)]
struct Pattern {
    word: String,
    prefix: bool,
}

impl Pattern {
    fn fits(&self, word: &str) -> bool {
        if self.prefix { word.starts_with(&self.word) } else { word == self.word }
    }
}

/// A lexicon made ready.
#[derive(Debug, Clone)]
pub(super) struct Phrases {
    pub language: String,
    not_before: Vec<Pattern>,
    not_after: Vec<Pattern>,
    over: Vec<Pattern>,
    entries: Vec<(Entry, Vec<Vec<Piece>>)>,
}

fn pattern(text: &str, language: &str) -> Option<Pattern> {
    let prefix = text.ends_with('*');
    let folded = fold(text.trim_end_matches('*'), language);
    match folded.tokens.as_slice() {
        [only] => Some(Pattern { word: only.word.clone(), prefix }),
        _ => None,
    }
}

fn pieces(phrase: &str, language: &str) -> Option<Vec<Piece>> {
    let pieces: Option<Vec<Piece>> = phrase
        .split_whitespace()
        .map(|part| {
            if part == "~" {
                return Some(Piece::Gap);
            }
            part.split('|')
                .map(|choice| pattern(choice, language))
                .collect::<Option<Vec<_>>>()
                .map(Piece::Word)
        })
        .collect();
    pieces.filter(|pieces| {
        matches!(pieces.first(), Some(Piece::Word(_))) && matches!(pieces.last(), Some(Piece::Word(_)))
    })
}

/// Matches the pieces from a word on; gives the place of the last word.
fn fits(pieces: &[Piece], tokens: &[Token], at: usize) -> Option<usize> {
    let Some((first, rest)) = pieces.split_first() else { return at.checked_sub(1) };
    match first {
        Piece::Word(choices) => {
            let token = tokens.get(at)?;
            choices
                .iter()
                .any(|choice| choice.fits(&token.word))
                .then(|| fits(rest, tokens, at + 1))
                .flatten()
        }
        Piece::Gap => (0..=GAP).find_map(|skip| fits(rest, tokens, at + skip)),
    }
}

impl Phrases {
    pub(super) fn new(lexicon: Lexicon) -> Result<Self, String> {
        let language = lexicon.language.clone();
        let patterns = |words: &[String]| -> Result<Vec<Pattern>, String> {
            words
                .iter()
                .map(|word| pattern(word, &language).ok_or_else(|| format!("`{word}` is not one word")))
                .collect()
        };
        let (not_before, not_after, over) =
            (patterns(&lexicon.not_before)?, patterns(&lexicon.not_after)?, patterns(&lexicon.over)?);
        let mut entries = Vec::with_capacity(lexicon.entries.len());
        for entry in lexicon.entries {
            let phrases = entry
                .phrases
                .iter()
                .map(|phrase| {
                    pieces(phrase, &language)
                        .ok_or_else(|| format!("entry `{}`: `{phrase}` is no phrase", entry.id))
                })
                .collect::<Result<Vec<_>, _>>()?;
            entries.push((entry, phrases));
        }
        let phrases = Self { language, not_before, not_after, over, entries };
        for (entry, _) in &phrases.entries {
            let finds = |text: &str| phrases.find(Uuid::nil(), text).iter().any(|hit| hit.why == entry.id);
            if !finds(&entry.hit) {
                return Err(format!("entry `{}`: its example `{}` is not hit", entry.id, entry.hit));
            }
            if finds(&entry.miss) {
                return Err(format!("entry `{}`: its example `{}` is hit", entry.id, entry.miss));
            }
        }
        Ok(phrases)
    }

    /// Every place of a text that suggests something.
    pub(super) fn find(&self, text: Uuid, body: &str) -> Vec<Hit> {
        let folded = fold(body, &self.language);
        let mut hits = Vec::new();
        for (entry, phrases) in &self.entries {
            for phrase in phrases {
                let mut from = 0;
                while let Some((first, last)) = (from..folded.tokens.len())
                    .find_map(|at| fits(phrase, &folded.tokens, at).map(|last| (at, last)))
                {
                    from = last + 1;
                    if !self.guarded(entry, &folded, first, last) {
                        hits.extend(hit_of(text, body, entry, &folded, first, last));
                    }
                }
            }
        }
        hits.sort_by(|a, b| (a.start, a.end, &a.why).cmp(&(b.start, b.end, &b.why)));
        hits.dedup_by(|a, b| a.indicator == b.indicator && a.start == b.start && a.urgent == b.urgent);
        hits
    }

    fn guarded(&self, entry: &Entry, folded: &Folded, first: usize, last: usize) -> bool {
        let tokens = &folded.tokens;
        let sentence = |at: usize| tokens.get(at).map(|token| token.sentence);
        // A phrase does not reach over the end of its sentence.
        if sentence(first) != sentence(last) {
            return true;
        }
        let any = |guards: &[Pattern], from: usize, to: usize| {
            tokens
                .iter()
                .enumerate()
                .filter(|(at, token)| (from..to).contains(at) && Some(token.sentence) == sentence(first))
                .any(|(_, token)| guards.iter().any(|guard| guard.fits(&token.word)))
        };
        if any(&self.over, 0, tokens.len()) {
            return true;
        }
        !entry.negative
            && (any(&self.not_before, first.saturating_sub(3), first)
                || any(&self.not_after, last + 1, last + 3))
    }
}

fn hit_of(text: Uuid, body: &str, entry: &Entry, folded: &Folded, first: usize, last: usize) -> Option<Hit> {
    let (start, end) = (folded.tokens.get(first)?.start, folded.tokens.get(last)?.end);
    Some(Hit {
        text,
        start,
        end,
        phrase: body.get(start..end)?.to_owned(),
        indicator: entry.indicator.clone(),
        why: entry.id.clone(),
        urgent: entry.urgent,
    })
}
