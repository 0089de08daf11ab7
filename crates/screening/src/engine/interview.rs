//! A guided interview: what is asked, the same of everybody, and what of its result may be told to who asked: levels and a
//! way on, never an answer.

use chrono::NaiveDate;

use super::assess::{Assessment, InstrumentResult};
use super::load::Screener;
use super::{Level, Profile};

/// A question of a guided interview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InterviewQuestion<'a> {
    /// The indicator that a yes confirms.
    pub id: &'a str,
    /// Fluent id of its words.
    pub ask: &'a str,
    /// A yes means danger by itself.
    pub urgent: bool,
}

/// What the main instrument says, without a single answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Graded {
    /// Whose rules gave it: `adult` or `child`.
    pub profile: String,
    /// What is certain asks this of people; nothing where it asks nothing.
    pub certain: Option<Level>,
    /// What cannot be excluded asks this.
    pub possible: Option<Level>,
    /// Where the certain class leads, a word of the instrument.
    pub route: String,
}

impl Screener {
    /// What a guided interview asks: the questions of the main instrument for adults, in its order. Everybody is asked the
    /// same; a child is asked by who works with children, and not here.
    #[must_use]
    pub fn interview(&self, on: NaiveDate) -> Vec<InterviewQuestion<'_>> {
        let main = self.holding(on).find(|instrument| instrument.instrument.main);
        let indicators = main.into_iter().flat_map(|instrument| &instrument.indicators);
        let adults = indicators.filter(|one| one.grade.contains_key("adult"));
        adults
            .filter_map(|one| Some((one, one.ask.as_deref()?)))
            .map(|(one, ask)| InterviewQuestion { id: &one.id, ask, urgent: one.urgent })
            .collect()
    }

    /// The level of a class and its rank.
    fn class_of_result(&self, result: &InstrumentResult, class: &str) -> (Option<Level>, u8) {
        let of = self
            .instruments
            .iter()
            .find(|one| one.instrument.id == result.id && one.instrument.version == result.version);
        let mut classes = of.into_iter().flat_map(|instrument| &instrument.classes);
        let found = classes.find(|one| one.id == class && one.profile == result.profile);
        found.map_or((None, 0), |class| (class.level, class.rank))
    }

    /// The graded side of an assessment: of the main instrument; where the age is not known, by the rules that ask more.
    #[must_use]
    pub fn may_be_told(&self, found: &Assessment) -> Option<Graded> {
        let main = &found.instruments.first()?.id;
        let own = found.instruments.iter().filter(|result| result.id == *main);
        let ranked = own.map(|result| {
            let certain = self.class_of_result(result, &result.class);
            let possible = self.class_of_result(result, &result.class_possible);
            (certain, possible, result)
        });
        let (certain, possible, result) =
            ranked.max_by_key(|(certain, possible, _)| (*certain, *possible))?;
        Some(Graded {
            profile: result.profile.clone(),
            certain: found.level.max(certain.0),
            possible: found.level.max(possible.0),
            route: result.route.clone(),
        })
    }
}

/// Whose rules hold for an age: `adult`, `child`, else unknown.
#[must_use]
pub fn profile_of(age: &str) -> Profile {
    match age {
        "adult" => Profile::Adult,
        "child" => Profile::Child,
        _ => Profile::Unknown,
    }
}
