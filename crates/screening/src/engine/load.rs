//! Loading instruments, lexicons and levels of a pack. What cannot work is refused with file and line.

use std::collections::BTreeSet;

use haqqi_pack::Pack;
use serde::Deserialize;

use super::instrument::{Instrument, Question};
use super::text::{Lexicon, Phrases};

/// What is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {message}")]
pub struct LoadError {
    /// File within the pack.
    pub file: String,
    /// Line, from 1; 0 for the whole file.
    pub line: usize,
    /// What.
    pub message: String,
}

/// `instruments/levels.toml`: how suggestions of a text become a level. Policy, not science: the committee's to set.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Levels {
    /// ILO's indicators that weigh more when several meet.
    pub grave: Vec<String>,
    /// Strong: so many suggested in all, of which so many grave.
    pub strong: Threshold,
    /// Possible: so many suggested in all, of which so many grave.
    pub possible: Threshold,
    /// Indicators that alone never raise anything (late wages).
    #[serde(default)]
    pub never_alone: Vec<String>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Threshold {
    pub all: usize,
    pub grave: usize,
}

/// The instruments and lexicons of a pack, ready.
pub struct Screener {
    pub(super) instruments: Vec<Instrument>,
    pub(super) lexicons: Vec<Phrases>,
    pub(super) levels: Levels,
    questions: Vec<Question>,
}

fn line_of(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}

fn parse<T: serde::de::DeserializeOwned>(file: &str, text: &str) -> Result<T, LoadError> {
    toml::from_str(text).map_err(|error| LoadError {
        file: file.to_owned(),
        line: error.span().map_or(0, |span| line_of(text, span.start)),
        message: error.message().to_owned(),
    })
}

fn fault(file: &str, text: &str, needle: &str, message: String) -> LoadError {
    let line = text.find(needle).map_or(0, |offset| line_of(text, offset));
    LoadError { file: file.to_owned(), line, message }
}

fn check(file: &str, text: &str, instrument: &Instrument) -> Result<(), LoadError> {
    let dimensions: BTreeSet<&str> = instrument.dimensions.iter().map(|d| d.id.as_str()).collect();
    let mut seen = BTreeSet::new();
    for indicator in &instrument.indicators {
        let id = &indicator.id;
        if !seen.insert(id.as_str()) {
            return Err(fault(file, text, id, format!("the indicator `{id}` stands twice")));
        }
        if !dimensions.contains(indicator.dimension.as_str())
            || !id.starts_with(&format!("{}.", indicator.dimension))
        {
            return Err(fault(
                file,
                text,
                id,
                format!("the indicator `{id}` is of no dimension of this instrument"),
            ));
        }
        if let Some(profile) = indicator.grade.keys().find(|p| !instrument.instrument.profiles.contains(*p)) {
            return Err(fault(
                file,
                text,
                id,
                format!("`{id}` has a grade for `{profile}`, which is no profile here"),
            ));
        }
    }
    for class in &instrument.classes {
        let unknown = class.when.iter().flat_map(|when| when.names()).find(|name| !dimensions.contains(name));
        if let Some(name) = unknown {
            return Err(fault(
                file,
                text,
                &class.id,
                format!("class `{}` names `{name}`, which is no dimension", class.id),
            ));
        }
    }
    for profile in &instrument.instrument.profiles {
        let classes: Vec<_> = instrument.classes.iter().filter(|class| class.profile == *profile).collect();
        let open = classes.iter().position(|class| class.when.is_none());
        if !instrument.indicators.is_empty() && (open.is_none() || open != classes.len().checked_sub(1)) {
            let message =
                format!("of the classes of `{profile}` the last, and only the last, must have no condition");
            return Err(fault(file, text, "[[class]]", message));
        }
    }
    Ok(())
}

impl Screener {
    /// Loads the instruments and lexicons of a pack.
    ///
    /// # Errors
    /// [`LoadError`]: the first thing that cannot work.
    pub fn from_pack(pack: &Pack) -> Result<Self, LoadError> {
        let instruments = pack.files("instruments").map(|(file, text)| (file.to_owned(), text.to_owned()));
        let lexicons = pack.files("lexicons").map(|(file, text)| (file.to_owned(), text.to_owned()));
        Self::from_files(instruments, lexicons)
    }

    /// Loads from texts: (file, TOML).
    ///
    /// # Errors
    /// [`LoadError`].
    pub fn from_files(
        instruments: impl IntoIterator<Item = (String, String)>,
        lexicons: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, LoadError> {
        let mut loaded = Vec::new();
        let mut levels = None;
        for (file, text) in instruments {
            if file.ends_with("levels.toml") {
                levels = Some(parse::<Levels>(&file, &text)?);
                continue;
            }
            let instrument: Instrument = parse(&file, &text)?;
            check(&file, &text, &instrument)?;
            loaded.push((file, text, instrument));
        }
        let levels = levels.ok_or_else(|| LoadError {
            file: "instruments/levels.toml".to_owned(),
            line: 0,
            message: "the pack says nothing about levels".to_owned(),
        })?;
        let known: BTreeSet<String> =
            loaded.iter().flat_map(|(_, _, i)| i.indicators.iter().map(|i| i.id.clone())).collect();
        let names: BTreeSet<String> = loaded.iter().flat_map(|(_, _, i)| i.names.iter().cloned()).collect();
        for (file, text, instrument) in &loaded {
            for question in &instrument.questions {
                if let Some(id) = question.yes.iter().find(|id| !known.contains(*id)) {
                    return Err(fault(
                        file,
                        text,
                        &question.id,
                        format!("`{}` confirms `{id}`, which is no indicator", question.id),
                    ));
                }
            }
            for indicator in &instrument.indicators {
                if let Some(name) = indicator.ilo11.iter().find(|name| !names.contains(*name)) {
                    return Err(fault(file, text, &indicator.id, format!("`{name}` is on no list of names")));
                }
            }
        }
        let mut phrases = Vec::new();
        for (file, text) in lexicons {
            let lexicon: Lexicon = parse(&file, &text)?;
            let unknown =
                lexicon.entries.iter().find(|e| !e.indicator.is_empty() && !names.contains(&e.indicator));
            if let Some(entry) = unknown {
                return Err(fault(
                    &file,
                    &text,
                    &entry.id,
                    format!("`{}` is on no list of names", entry.indicator),
                ));
            }
            let ready = Phrases::new(lexicon).map_err(|message| LoadError {
                file: file.clone(),
                line: 0,
                message,
            })?;
            phrases.push(ready);
        }
        let instruments: Vec<Instrument> = loaded.into_iter().map(|(_, _, instrument)| instrument).collect();
        let questions = instruments.iter().flat_map(|instrument| instrument.questions.clone()).collect();
        Ok(Self { instruments, lexicons: phrases, levels, questions })
    }

    /// The questions about safety that workers are asked, in order.
    #[must_use]
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// Whether a question or indicator of this id exists.
    #[must_use]
    pub fn asks(&self, id: &str) -> bool {
        self.questions.iter().any(|question| question.id == id)
            || self.instruments.iter().any(|instrument| instrument.indicators.iter().any(|i| i.id == id))
    }
}
