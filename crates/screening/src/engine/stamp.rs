//! By what is assessed: a stamp of all instruments, lexicons and learned tables, and what one of their classes means.

use std::cmp::Reverse;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use super::Level;
use super::assess::InstrumentResult;
use super::instrument::{Audience, Class, Stage};
use super::load::Screener;

/// One digest over files, in whatever order they are given: name and text of each.
pub(super) fn digest<'a>(files: impl Iterator<Item = &'a (String, String)>) -> [u8; 32] {
    let mut each: Vec<[u8; 32]> = files.map(|(file, text)| with([0; 32], file, text)).collect();
    each.sort_unstable();
    Sha256::digest(each.concat()).into()
}

/// The digest with one more file.
pub(super) fn with(digest: [u8; 32], file: &str, text: &str) -> [u8; 32] {
    let lengths = [file.len(), text.len()].map(|length| length.to_string()).join(":");
    let mut all = Sha256::new();
    all.update(digest);
    all.update(format!("{lengths}:{file}{text}"));
    all.finalize().into()
}

impl Screener {
    /// By which instruments, lexicons and learned tables is assessed on this day, in 32 hexadecimal digits: another text of a file, and the
    /// day on which another version of an instrument begins to hold, give another.
    #[must_use]
    pub fn stamp(&self, on: NaiveDate) -> String {
        let mut all = Sha256::new();
        all.update(self.digest);
        for instrument in self.holding(on) {
            all.update(format!("{} {}\n", instrument.instrument.id, instrument.instrument.version));
        }
        let digest: [u8; 32] = all.finalize().into();
        digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
    }

    /// The question to the worker that asks for just this name of a list, and for what it stands for at her work: who says
    /// that it is so, says what a yes to the question says.
    #[must_use]
    pub fn question_for(&self, name: &str, on: NaiveDate) -> Option<&str> {
        let main = self.holding(on).find(|instrument| instrument.instrument.main)?;
        let stands = |id: &String| {
            let own = main.indicators.iter().find(|indicator| indicator.id == *id);
            own.is_some_and(|own| {
                let stage = main.dimensions.iter().find(|one| one.id == own.dimension).map(|one| one.stage);
                stage == Some(Stage::Destination) && own.ilo11.iter().any(|other| other == name)
            })
        };
        let mut asked = self.questions(on, Audience::Worker).into_iter();
        let just = |names: &[String]| names.len() == 1 && names.iter().all(|own| own == name);
        let found = asked.find(|one| just(&one.ilo11) && !one.yes.is_empty() && one.yes.iter().all(stands));
        found.map(|question| question.id.as_str())
    }

    /// The questions, by their Fluent ids, that ask for a name of a list: those of the main instrument, of the work itself before
    /// the way there, the gravest first; at most two.
    #[must_use]
    pub fn questions_about(&self, name: &str, on: NaiveDate) -> Vec<&str> {
        let main = self.holding(on).filter(|instrument| instrument.instrument.main);
        let mut asked: Vec<_> = main
            .flat_map(|main| main.indicators.iter().map(move |one| (main, one)))
            .filter(|(_, one)| one.ilo11.iter().any(|own| own == name))
            .filter_map(|(main, one)| {
                let grade = one.grade.values().max().copied();
                Some((!main.is_of_destination(one), Reverse(grade), one.ask.as_deref()?))
            })
            .collect();
        asked.sort_by_key(|(way_there, grade, _)| (*way_there, *grade));
        asked.into_iter().take(2).map(|(.., ask)| ask).collect()
    }

    /// The class of a result, in the version that gave it where that is still there, else in another.
    fn class_of(&self, result: &InstrumentResult) -> Option<&Class> {
        let own = || self.instruments.iter().filter(|own| own.instrument.id == result.id);
        let same =
            own().find(|own| own.instrument.version == result.version).or_else(|| own().next_back())?;
        same.classes.iter().find(|class| class.id == result.class && class.profile == result.profile)
    }

    /// The level that the certain class of a result asks for.
    pub(crate) fn level_of(&self, result: &InstrumentResult) -> Option<Level> {
        self.class_of(result).and_then(|class| class.level)
    }

    /// The priority of the certain class of a result: the larger, the higher; 0 where it is not known any more.
    pub(crate) fn rank_of(&self, result: &InstrumentResult) -> u8 {
        self.class_of(result).map_or(0, |class| class.rank)
    }
}
