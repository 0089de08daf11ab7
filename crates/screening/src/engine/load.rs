//! Loading instruments, lexicons and levels of a pack. What cannot work is refused with file and line.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use haqqi_pack::Pack;
use serde::Deserialize;

use super::card::{self, Cards};
use super::fault::{LoadError, fault, parse};
use super::instrument::{Audience, Instrument, Question};
use super::learned::Learned;
use super::text::{Lexicon, Phrases};

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
        let wrong = |message: String| Err(fault(file, text, &format!("id = \"{}\"", class.id), message));
        let unknown = class.when.iter().flat_map(|when| when.names()).find(|name| !dimensions.contains(name));
        if let Some(name) = unknown {
            return wrong(format!("class `{}` names `{name}`, which is no dimension", class.id));
        }
        if !instrument.instrument.profiles.contains(&class.profile) {
            return wrong(format!(
                "class `{}` is for `{}`, which is no profile here",
                class.id, class.profile
            ));
        }
    }
    if let Some(profile) =
        instrument.instrument.profiles.iter().find(|p| !["adult", "child"].contains(&p.as_str()))
    {
        return Err(fault(file, text, "profiles", format!("`{profile}` is no profile; say adult, child")));
    }
    for profile in &instrument.instrument.profiles {
        let classes: Vec<_> = instrument.classes.iter().filter(|class| class.profile == *profile).collect();
        let open = classes.iter().position(|class| class.when.is_none());
        if !instrument.indicators.is_empty() && (open.is_none() || open != classes.len().checked_sub(1)) {
            let message =
                format!("of the classes of `{profile}` the last, and only the last, must have no condition");
            return Err(fault(file, text, "[[class]]", message));
        }
        check_order(file, text, instrument, profile)?;
    }
    Ok(())
}

/// Most dimensions of which every combination is tried.
const MOST_DIMENSIONS: usize = 12;

/// Every combination of positive dimensions: each class is reached by one, and one more positive dimension never lowers
/// the class.
fn check_order(file: &str, text: &str, instrument: &Instrument, profile: &str) -> Result<(), LoadError> {
    let ids: Vec<&str> = instrument.dimensions.iter().map(|dimension| dimension.id.as_str()).collect();
    if ids.len() > MOST_DIMENSIONS {
        return Err(fault(file, text, "[[dimension]]", format!("more than {MOST_DIMENSIONS} dimensions")));
    }
    let positive = |mask: usize| -> Vec<&str> {
        ids.iter().enumerate().filter(|(at, _)| mask & (1 << at) != 0).map(|(_, id)| *id).collect()
    };
    // Nothing is present only where no dimension is positive.
    let states = (0..1usize << ids.len()).flat_map(|mask| [(mask, true), (mask, false)]);
    let mut reached = BTreeSet::new();
    for (mask, anything) in states.filter(|(mask, anything)| *anything || *mask == 0) {
        let Some(class) = instrument.class_of(profile, &positive(mask), anything) else { continue };
        reached.insert(class.id.as_str());
        let more = (0..ids.len()).map(|at| mask | (1 << at)).chain([mask]);
        for with in more {
            let Some(other) = instrument.class_of(profile, &positive(with), true) else { continue };
            if other.rank < class.rank {
                let message = format!(
                    "one more yes turns `{}` into `{}`, whose rank is lower ({})",
                    class.id,
                    other.id,
                    positive(with).join(" ")
                );
                return Err(fault(file, text, &format!("id = \"{}\"", other.id), message));
            }
        }
    }
    let mut own = instrument.classes.iter().filter(|class| class.profile == profile);
    if let Some(class) = own.find(|class| !reached.contains(class.id.as_str())) {
        let message = format!("class `{}` is never reached: others match first", class.id);
        return Err(fault(file, text, &format!("id = \"{}\"", class.id), message));
    }
    Ok(())
}

/// Of one instrument no two versions hold on a day, and at most one instrument is asked first.
fn check_versions(loaded: &[(String, String, Instrument)]) -> Result<(), LoadError> {
    for (at, (file, text, one)) in loaded.iter().enumerate() {
        let head = &one.instrument;
        if head.effective.until.is_some_and(|until| until <= head.effective.from) {
            return Err(fault(file, text, "effective", "it ends before it begins".to_owned()));
        }
        for (other_file, _, other) in loaded.iter().take(at) {
            let other = &other.instrument;
            let together = head.effective.meets(other.effective);
            if head.id == other.id && together {
                let message =
                    format!("`{}` {} holds at the same time ({other_file})", other.id, other.version);
                return Err(fault(file, text, "effective", message));
            }
            if head.main && other.main && together {
                let message = format!("`{}` is the main one already ({other_file})", other.id);
                return Err(fault(file, text, "main", message));
            }
        }
    }
    Ok(())
}

/// The lexicons, one a language; files that add to one are put behind it.
fn load_lexicons(
    files: impl IntoIterator<Item = (String, String)>,
    names: &BTreeSet<String>,
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
        Phrases::new(lexicon).map_err(|wrong| {
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
    /// Loads the instruments, lexicons and learned tables of a pack.
    ///
    /// # Errors
    /// [`LoadError`]: the first thing that cannot work.
    pub fn from_pack(pack: &Pack) -> Result<Self, LoadError> {
        let of = |folder| pack.files(folder).map(|(file, text)| (file.to_owned(), text.to_owned()));
        if !pack.files("instruments").any(|(file, _)| card::is_file(file)) {
            let message = "the pack has no procedure cards".to_owned();
            return Err(LoadError { file: card::FILE.to_owned(), line: 0, message });
        }
        Self::from_files(of("instruments"), of("lexicons"))?.with_learned(of("learned"))
    }

    /// Loads from texts: (file, TOML). Nothing is learned.
    ///
    /// # Errors
    /// [`LoadError`].
    pub fn from_files(
        instruments: impl IntoIterator<Item = (String, String)>,
        lexicons: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, LoadError> {
        let instruments: Vec<(String, String)> = instruments.into_iter().collect();
        let lexicons: Vec<(String, String)> = lexicons.into_iter().collect();
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
        let phrases = load_lexicons(lexicons, &names)?;
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
