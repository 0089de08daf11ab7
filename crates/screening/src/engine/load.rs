//! Loading instruments, lexicons and levels of a pack. What cannot work is refused with file and line.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use haqqi_pack::Pack;
use serde::Deserialize;

use super::card::{self, Cards};
use super::check::{check, check_versions};
use super::fault::{LoadError, fault, parse};
use super::instrument::{Audience, Instrument, Question};
use super::learned::Learned;
use super::text::{Hit, Lexicon, Phrases};

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
    /// Indicators that are danger now where the same text tells of somebody under 18.
    #[serde(default)]
    pub child_danger: Vec<String>,
}

impl Levels {
    /// Whether a place tells of what is danger now for a child, and nothing doubts it.
    pub(super) fn harms_a_child(&self, hit: &Hit) -> bool {
        !hit.doubtful && self.child_danger.contains(&hit.indicator)
    }
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
    pub(super) learned: Vec<Learned>,
    pub(super) levels: Levels,
    pub(super) cards: Cards,
    /// Over all these files.
    pub(super) digest: [u8; 32],
}

/// Does the same with each, on as many threads: what stands in a file of the pack does not wait for the others.
pub(super) fn at_once<T: Send, R: Send>(each: Vec<T>, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    std::thread::scope(|scope| {
        let work = &work;
        let begun: Vec<_> = each.into_iter().map(|one| scope.spawn(move || work(one))).collect();
        let ended = |thread: std::thread::ScopedJoinHandle<'_, R>| {
            thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        };
        begun.into_iter().map(ended).collect()
    })
}

/// Whether each entry's examples are tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Examples {
    Tried,
    Trusted,
}

/// The lexicons, one a language; files that add to one are put behind it.
fn load_lexicons(
    files: impl IntoIterator<Item = (String, String)>,
    names: &BTreeSet<String>,
    examples: Examples,
) -> Result<Vec<Phrases>, LoadError> {
    let mut whole: Vec<(Lexicon, Vec<(String, String)>)> = Vec::new();
    let mut adding = Vec::new();
    let parsed = at_once(files.into_iter().collect(), |(file, text): (String, String)| {
        parse::<Lexicon>(&file, &text).map(|lexicon| (lexicon, file, text))
    });
    for lexicon in parsed {
        let (lexicon, file, text) = lexicon?;
        let unknown =
            lexicon.entries.iter().find(|e| !e.indicator.is_empty() && !names.contains(&e.indicator));
        if let Some(entry) = unknown {
            let message = format!("`{}` is on no list of names", entry.indicator);
            return Err(fault(&file, &text, &entry.id, message));
        }
        if lexicon.adds {
            adding.push((lexicon, file, text));
        } else if whole.iter().any(|(other, _)| other.language == lexicon.language) {
            let message = format!("`{}` has a lexicon already; say `adds = true`", lexicon.language);
            return Err(fault(&file, &text, "language", message));
        } else {
            whole.push((lexicon, vec![(file, text)]));
        }
    }
    for (lexicon, file, text) in adding {
        let to = whole.iter_mut().find(|(other, _)| other.language == lexicon.language);
        let Some((to, files)) = to else {
            let message = format!("`{}` has no lexicon to add to", lexicon.language);
            return Err(fault(&file, &text, "language", message));
        };
        to.add(lexicon)
            .map_err(|wrong| fault(&file, &text, wrong.at.as_deref().unwrap_or_default(), wrong.what))?;
        files.push((file, text));
    }
    let ready = at_once(whole, |(lexicon, files)| {
        let phrases = Phrases::new(lexicon).and_then(|phrases| match examples {
            Examples::Tried => phrases.examples().map(|()| phrases),
            Examples::Trusted => Ok(phrases),
        });
        phrases.map_err(|wrong| {
            let quoted = wrong.at.map(|at| format!("\"{at}\"")).unwrap_or_default();
            let of = files.iter().find(|(_, text)| text.contains(&quoted)).or(files.first());
            of.map_or_else(
                || LoadError { file: String::new(), line: 0, message: wrong.what.clone() },
                |(file, text)| fault(file, text, &quoted, wrong.what.clone()),
            )
        })
    });
    ready.into_iter().collect()
}

impl Screener {
    /// Loads the instruments, lexicons and learned tables of a pack. The examples of its entries are not tried: they are tests,
    /// for [`Screener::tried`].
    ///
    /// # Errors
    /// [`LoadError`]: the first thing that cannot work.
    pub fn from_pack(pack: &Pack) -> Result<Self, LoadError> {
        Self::of(pack, Examples::Trusted)
    }

    /// Loads a pack as [`Screener::from_pack`] does, and tries every example: for whoever writes or installs one.
    ///
    /// # Errors
    /// [`LoadError`]; of examples with all that fail in one language.
    pub fn tried(pack: &Pack) -> Result<Self, LoadError> {
        Self::of(pack, Examples::Tried)
    }

    fn of(pack: &Pack, examples: Examples) -> Result<Self, LoadError> {
        let of = |folder| pack.files(folder).map(|(file, text)| (file.to_owned(), text.to_owned()));
        if !pack.files("instruments").any(|(file, _)| card::is_file(file)) {
            let message = "the pack has no procedure cards".to_owned();
            return Err(LoadError { file: card::FILE.to_owned(), line: 0, message });
        }
        Self::load(of("instruments").collect(), of("lexicons").collect(), examples)?
            .with_learned(of("learned"))
    }

    /// Loads from texts: (file, TOML), and tries every example. Nothing is learned.
    ///
    /// # Errors
    /// [`LoadError`].
    pub fn from_files(
        instruments: impl IntoIterator<Item = (String, String)>,
        lexicons: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, LoadError> {
        Self::load(instruments.into_iter().collect(), lexicons.into_iter().collect(), Examples::Tried)
    }

    fn load(
        instruments: Vec<(String, String)>,
        lexicons: Vec<(String, String)>,
        examples: Examples,
    ) -> Result<Self, LoadError> {
        let digest = super::stamp::digest(
            instruments.iter().filter(|(file, _)| !card::is_file(file)).chain(&lexicons),
        );
        let mut loaded = Vec::new();
        let mut levels = None;
        let mut cards = None;
        for (file, text) in instruments {
            if card::is_file(&file) {
                cards = Some((parse::<Cards>(&file, &text)?, text));
                continue;
            }
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
        check_versions(&loaded)?;
        // A later version of an instrument has the ids of the earlier.
        let mut owners: BTreeMap<&str, (&str, &str)> = BTreeMap::new();
        for (file, text, instrument) in &loaded {
            let of = instrument.instrument.id.as_str();
            let own = instrument.indicators.iter().map(|one| &one.id);
            for id in own.chain(instrument.questions.iter().map(|one| &one.id)) {
                if let Some((other, _)) = owners.insert(id, (file, of)).filter(|(_, owner)| *owner != of) {
                    return Err(fault(
                        file,
                        text,
                        &format!("id = \"{id}\""),
                        format!("`{id}` stands in {other} already"),
                    ));
                }
            }
        }
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
                let own = |id: &String| instrument.indicators.iter().any(|other| other.id == *id);
                if let Some(id) = indicator.same_as.iter().find(|id| !known.contains(*id) || own(id)) {
                    let message = format!("`{id}` is no indicator of another instrument");
                    return Err(fault(file, text, &format!("id = \"{}\"", indicator.id), message));
                }
                if let Some(name) = indicator.ilo11.iter().find(|name| !names.contains(*name)) {
                    return Err(fault(file, text, &indicator.id, format!("`{name}` is on no list of names")));
                }
            }
        }
        let phrases = load_lexicons(lexicons, &names, examples)?;
        let mut instruments: Vec<Instrument> =
            loaded.into_iter().map(|(_, _, instrument)| instrument).collect();
        // What is asked first stands first; the others in the order of their files.
        instruments.sort_by_key(|instrument| !instrument.instrument.main);
        let (cards, cards_text) = cards.unwrap_or_default();
        let this = Self { instruments, lexicons: phrases, learned: Vec::new(), levels, cards, digest };
        if !cards_text.is_empty() {
            this.cards.check(&cards_text, &this)?;
        }
        Ok(this)
    }

    /// The instruments that hold on this day, the main one first.
    pub fn holding(&self, on: NaiveDate) -> impl Iterator<Item = &Instrument> {
        self.instruments.iter().filter(move |instrument| instrument.instrument.effective.holds(on))
    }

    /// The questions of the short lists for this audience that hold on this day, in order: the worker's about her safety,
    /// or what somebody who visits looks at.
    #[must_use]
    pub fn questions(&self, on: NaiveDate, audience: Audience) -> Vec<&Question> {
        let lists = self.holding(on).filter(|instrument| instrument.instrument.audience == audience);
        lists.flat_map(|instrument| &instrument.questions).collect()
    }

    /// Every question of a short list, of whatever version.
    pub(super) fn all_questions(&self) -> impl Iterator<Item = &Question> {
        self.instruments.iter().flat_map(|instrument| &instrument.questions)
    }

    /// The Fluent id of every question that somebody is asked, with the id that asks it.
    pub fn asked(&self) -> impl Iterator<Item = (&str, &str)> {
        let short = self.all_questions().map(|question| (question.id.as_str(), question.ask.as_str()));
        let graded = self.instruments.iter().flat_map(|instrument| &instrument.indicators);
        short.chain(graded.filter_map(|one| Some((one.id.as_str(), one.ask.as_deref()?))))
    }

    /// Whether this stands on a list of names, such as ILO's eleven.
    #[must_use]
    pub fn names(&self, name: &str) -> bool {
        self.instruments.iter().any(|instrument| instrument.names.iter().any(|own| own == name))
    }

    /// Every name of a list, of whatever version.
    pub fn all_names(&self) -> impl Iterator<Item = &str> {
        self.instruments.iter().flat_map(|instrument| &instrument.names).map(String::as_str)
    }

    /// The names of the lists that hold on this day, in order.
    #[must_use]
    pub fn list(&self, on: NaiveDate) -> Vec<&str> {
        self.holding(on).flat_map(|instrument| &instrument.names).map(String::as_str).collect()
    }

    /// Whether a question or indicator of this id exists.
    #[must_use]
    pub fn asks(&self, id: &str) -> bool {
        self.all_questions().any(|question| question.id == id)
            || self.instruments.iter().any(|instrument| instrument.indicators.iter().any(|i| i.id == id))
    }
}
