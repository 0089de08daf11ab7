//! The files of a lexicon, as they are written.

use std::collections::BTreeMap;

use serde::Deserialize;

/// One example, or several.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub(super) enum Examples {
    One(String),
    Several(Vec<String>),
}

impl Examples {
    pub(super) fn as_slice(&self) -> &[String] {
        match self {
            Self::One(one) => std::slice::from_ref(one),
            Self::Several(several) => several,
        }
    }
}

/// `[[entry]]`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::engine) struct Entry {
    pub id: String,
    #[serde(default)]
    pub indicator: String,
    #[serde(default)]
    pub urgent: bool,
    /// It says that somebody under 18 works or is endangered.
    #[serde(default)]
    pub child: bool,
    pub(super) phrases: Vec<String>,
    /// The phrase says “not” itself: a negation beside it does not undo it.
    #[serde(default)]
    pub(super) negative: bool,
    /// Phrases in the same sentence that undo it.
    #[serde(default)]
    pub(super) unless: Vec<String>,
    /// Phrases in the same sentence that undo it where none of `despite` stands there too: “keeps my passport locked” is no
    /// locked door, “keeps my passport and locked me in” is one.
    #[serde(default)]
    pub(super) often_not: Vec<String>,
    /// What lifts `often_not`.
    #[serde(default)]
    pub(super) despite: Vec<String>,
    pub(super) hit: Examples,
    pub(super) miss: Examples,
}

fn three() -> usize {
    3
}

fn two() -> usize {
    2
}

fn four() -> usize {
    4
}

fn ten() -> usize {
    10
}

/// A file of `lexicons/`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::engine) struct Lexicon {
    pub language: String,
    /// Classes and entries for the language's other file, whose guards hold for them.
    #[serde(default)]
    pub adds: bool,
    /// Most words in a `~`.
    #[serde(default = "four")]
    pub(super) gap: usize,
    /// Most words between the sides of a `&`.
    #[serde(default = "ten")]
    pub(super) reach: usize,
    /// How many words before a phrase `not_before` is looked for.
    #[serde(default = "three")]
    pub(super) before: usize,
    /// How many words behind a phrase `not_after` is looked for.
    #[serde(default = "two")]
    pub(super) after: usize,
    /// Words that undo what follows, or stand within.
    #[serde(default)]
    pub(super) not_before: Vec<String>,
    /// Words that undo what stands before them, or within.
    #[serde(default)]
    pub(super) not_after: Vec<String>,
    /// Words that say that it is over or another's, anywhere in the sentence; danger excepted.
    #[serde(default)]
    pub(super) over: Vec<String>,
    /// Words that make a sentence with a question mark a mere question.
    #[serde(default)]
    pub(super) asked: Vec<String>,
    /// Phrases that settle what the sentence before, the same and the next say, danger excepted; one of several parts
    /// (`&`) does not where a negation stands by it.
    #[serde(default)]
    pub(super) settled: Vec<String>,
    /// Classes of words, by name.
    #[serde(default)]
    pub(super) words: BTreeMap<String, String>,
    #[serde(rename = "entry")]
    pub entries: Vec<Entry>,
}

impl Lexicon {
    /// Takes over the classes and entries of a file that adds to this one.
    pub(in crate::engine) fn add(&mut self, other: Self) -> Result<(), Wrong> {
        for (name, words) in other.words {
            if self.words.contains_key(&name) {
                return Err(Wrong { what: format!("the class `{name}` is there already"), at: Some(name) });
            }
            self.words.insert(name, words);
        }
        self.entries.extend(other.entries);
        Ok(())
    }
}

/// What is wrong with a lexicon, and the words in it that are.
#[derive(Debug)]
pub(in crate::engine) struct Wrong {
    pub at: Option<String>,
    pub what: String,
}
