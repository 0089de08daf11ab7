//! What the house knows of a complaint from all that was assessed, said and decided before, for an assessment of the whole.
//!
//! An assessment is made of what came in with it: the words of one message, the answers of one interview, which are gone when
//! they are weighed. Whoever weighs the whole takes the stored words and answers, and from earlier assessments what is kept
//! nowhere else. What a person decided stays: only what nobody knew then asks a person again.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use haqqi_kernel::{Committed, OpenError, SubjectKey};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::assessed::assessed;
use crate::desk::ScreeningDesk;
use crate::engine::{Answer, Assessment, Given, InstrumentResult, Level, NotSo, Screener, Source, TextIn};
use crate::entity::assessment;
use crate::judged::{judgements, standing};
use crate::measured::Found;
use crate::open::{FlagError, FlagRow, flagged_up_to, flags_of_complaint};
use crate::record::{AssessedSubject, ScreenInput};
use crate::said::{Said, Statement, counts, statements};
use crate::store;

/// A text, and when it was told.
#[derive(Debug, Clone)]
pub struct ToldText {
    /// The words; of what was spoken those that an interpreter wrote down.
    pub text: TextIn,
    /// When.
    pub at: DateTime<Utc>,
}

/// What is known of a complaint before it is weighed as a whole.
#[derive(Debug, Clone)]
pub struct Before {
    /// How many assessments were made of it.
    pub number: i32,
    /// What was said of single indicators, the first first.
    pub said: Vec<Statement>,
    judged: Vec<(String, Found, DateTime<Utc>)>,
    carried: Carried,
    last: Last,
    settled: Settled,
    flagged: Option<Level>,
}

/// What earlier assessments hold that is kept nowhere else.
#[derive(Debug, Clone, Default)]
struct Carried {
    answers: Vec<Given>,
    /// The level of a graded class, whose answers are gone.
    class: Option<Level>,
    danger: bool,
    child_met: bool,
    grown: bool,
}

/// What the last assessment says; of several of parts, what they say together.
#[derive(Debug, Clone, Default)]
struct Last {
    certain: BTreeSet<String>,
    suggested: BTreeSet<String>,
    level: Option<Level>,
    urgent: bool,
    classes: BTreeMap<(String, String), u8>,
}

/// What was known when people decided: it raises no flag again.
#[derive(Debug, Clone, Default)]
pub struct Settled {
    level: Option<Level>,
    certain: BTreeSet<String>,
    names: BTreeSet<String>,
    danger_in: BTreeSet<Uuid>,
    /// Of these people have said what talks showed of them: that is no news to who decided.
    judged: BTreeSet<String>,
}

fn of_instrument(result: &InstrumentResult) -> (String, String) {
    (result.id.clone(), result.profile.clone())
}

impl Carried {
    fn add(&mut self, screener: &Screener, found: &Assessment) {
        for (name, sources) in &found.sources {
            let given = |source: &Source| Given { id: name.clone(), answer: Answer::Yes, source: *source };
            self.answers.extend(sources.iter().map(given));
        }
        // What words alone leave open is read from the words again.
        let by_words = |name: &&String| found.suggested.contains(name) || found.doubtful.contains(name);
        let open = found.not_excluded.iter().filter(|name| !by_words(name));
        let unknown =
            |name: &String| Given { id: name.clone(), answer: Answer::Unknown, source: Source::Worker };
        self.answers.extend(open.map(unknown));
        let no = |name: &String| Given { id: name.clone(), answer: Answer::No, source: Source::Worker };
        self.answers.extend(found.denied.iter().map(no));
        self.class = self.class.max(found.instruments.iter().filter_map(|one| screener.level_of(one)).max());
        self.danger |= found.urgent && !found.hits.iter().any(|hit| hit.urgent);
        self.child_met |= found.reasons.iter().any(|why| why == "child-met");
        let profiles = || found.instruments.iter().map(|one| one.profile.as_str());
        self.grown |= profiles().next().is_some() && profiles().all(|profile| profile == "adult");
    }
}

impl Last {
    fn add(&mut self, screener: &Screener, found: &Assessment, whole: bool) {
        if whole {
            *self = Self::default();
        }
        self.certain.extend(found.certain.iter().cloned());
        self.suggested.extend(found.suggested.iter().cloned());
        self.suggested.retain(|name| !self.certain.contains(name));
        self.level = self.level.max(found.level);
        self.urgent |= found.urgent;
        for result in &found.instruments {
            let rank = self.classes.entry(of_instrument(result)).or_default();
            *rank = (*rank).max(screener.rank_of(result));
        }
    }
}

impl Settled {
    fn add(&mut self, found: &Assessment) {
        self.certain.extend(found.certain.iter().cloned());
        self.names.extend(found.certain.iter().chain(&found.suggested).cloned());
        self.danger_in.extend(found.hits.iter().filter(|hit| hit.urgent).map(|hit| hit.text));
    }

    /// What a person judged of an indicator is known, as what was assessed until then.
    fn judge(&mut self, name: &str, found: Found) {
        self.names.insert(name.to_owned());
        self.judged.insert(name.to_owned());
        if found == Found::Confirmed {
            self.certain.insert(name.to_owned());
        }
    }

    /// The level that asks a person anew, where anything does. What was danger when somebody decided is none again by being
    /// read again: then the rest counts.
    pub(crate) fn beyond(
        &self,
        screener: &Screener,
        found: &Assessment,
        at_least: Option<Level>,
    ) -> Option<Level> {
        let known = |names: &[String]| names.iter().all(|name| self.names.contains(name));
        let mut urgent = found.hits.iter().filter(|hit| hit.urgent);
        let same_danger = self.level == Some(Level::Danger)
            && known(&found.certain)
            && urgent.all(|hit| self.danger_in.contains(&hit.text));
        let level = if same_danger { calm(screener, found).max(at_least) } else { found.level };
        // A class that comes of nothing but what they judged is none that they did not know of.
        let of_judged =
            level < Some(Level::Danger) && found.certain.iter().all(|name| self.judged.contains(name));
        let same = (level <= self.level || of_judged)
            && known(&found.suggested)
            && found.certain.iter().all(|name| self.certain.contains(name));
        level.filter(|_| !same)
    }
}

/// The level without danger.
fn calm(screener: &Screener, found: &Assessment) -> Option<Level> {
    let of_reason = |why: &String| match why.as_str() {
        "indicator-present" => Some(Level::LookCloser),
        "several-indicators" | "doubtful-together" | "her-own-choice" | "child-met" | "child-in-words" => {
            Some(Level::Possible)
        }
        "many-grave-indicators" => Some(Level::Strong),
        _ => None,
    };
    let reasons = found.reasons.iter().filter_map(of_reason);
    reasons.chain(found.instruments.iter().filter_map(|one| screener.level_of(one))).max()
}

/// When a person last decided about a flag of this complaint, and the highest level that one of those has.
async fn decided(
    desk: &ScreeningDesk,
    flags: &[FlagRow],
) -> Result<Option<(DateTime<Utc>, Level)>, FlagError> {
    let mut last: Option<(DateTime<Utc>, Level)> = None;
    for flag in flags {
        let decisions = store::decisions(&desk.site.house, flag.id).await?;
        if let Some(decision) = decisions.last() {
            let (at, level) = last.unwrap_or((decision.decided_at, flag.level));
            last = Some((at.max(decision.decided_at), level.max(flag.level)));
        }
    }
    Ok(last)
}

/// What is known of a complaint before it is weighed as a whole. The proof is that the complaint is read.
///
/// # Errors
/// [`FlagError`].
pub async fn known_before(
    desk: &ScreeningDesk,
    complaint: Uuid,
    key: &SubjectKey,
    proof: &Committed,
) -> Result<Before, FlagError> {
    let house = &desk.site.house;
    // First: what is made from now on makes what is read here stale.
    let number = assessed(house, complaint).await?;
    let flagged = flagged_up_to(desk, complaint).await?;
    let flags = flags_of_complaint(desk, complaint).await?;
    let decided = decided(desk, &flags).await?;
    let made = assessment::Entity::find()
        .filter(assessment::Column::ComplaintId.eq(complaint))
        .order_by_asc(assessment::Column::MadeAt)
        .order_by_asc(assessment::Column::Id)
        .all(house.reader())
        .await?;
    let (mut carried, mut last) = (Carried::default(), Last::default());
    let mut settled = Settled { level: decided.map(|(_, level)| level), ..Settled::default() };
    for row in made {
        let json = house.open(proof, key, "assessment.result", &row.result)?;
        let found: Assessment = serde_json::from_str(&json).map_err(|_| OpenError::Broken)?;
        let whole = row.occasion.is_some();
        if !whole {
            carried.add(&desk.screener, &found);
        }
        last.add(&desk.screener, &found, whole);
        if decided.is_some_and(|(at, _)| row.made_at <= at) {
            settled.add(&found);
        }
    }
    let mut judged = Vec::new();
    for flag in &flags {
        let all = judgements(house, flag.id).await?;
        let counts = standing(&all);
        counts.values().for_each(|one| settled.judge(&one.indicator, one.found));
        judged.extend(counts.values().map(|one| (one.indicator.clone(), one.found, one.at)));
    }
    let said = statements(house, complaint, key, proof).await?;
    Ok(Before { number, said, judged, carried, last, settled, flagged })
}

/// What holds of an indicator, by what people said and judged of it: an answer, or that a text does not mean it.
enum Holds {
    Is(Given),
    NotSo,
    Open,
}

impl Before {
    /// All that is known, as the engine reads it: the stored texts and answers, what is carried from before, and what people
    /// said, `now` last. What is not so takes suggestions from texts that were told before somebody said so.
    #[must_use]
    pub fn whole(
        &self,
        desk: &ScreeningDesk,
        told: &[ToldText],
        answers: Vec<Given>,
        now: (&[Said], DateTime<Utc>),
    ) -> ScreenInput {
        let mut all = answers;
        all.extend(self.carried.answers.iter().cloned());
        let mut not_so = NotSo::new();
        for (name, (at, holds)) in self.holds(desk, now) {
            match holds {
                Holds::Is(given) => all.push(given),
                Holds::NotSo => {
                    let before = told.iter().filter(|one| one.at <= at);
                    not_so.extend(before.map(|one| (name.clone(), one.text.id)));
                }
                Holds::Open => {}
            }
        }
        let text = |one: &ToldText| (one.text.id, one.text.language.clone(), one.text.body.clone());
        ScreenInput {
            texts: told.iter().map(text).collect(),
            answers: all,
            declared_danger: self.carried.danger,
            child_met: self.carried.child_met,
            flagged: self.flagged,
            not_so,
            at_least: self.carried.class,
            settled: Some(self.settled.clone()),
            ..ScreenInput::default()
        }
    }

    /// Of each indicator what was said or judged last.
    fn holds(
        &self,
        desk: &ScreeningDesk,
        (now, at): (&[Said], DateTime<Utc>),
    ) -> BTreeMap<String, (DateTime<Utc>, Holds)> {
        let today = desk.today();
        let of_said = |said: &Said| match said.answer {
            Answer::No => Holds::NotSo,
            answer => {
                let asks =
                    desk.screener.question_for(&said.indicator, today).filter(|_| answer == Answer::Yes);
                let id = asks.unwrap_or(&said.indicator).to_owned();
                Holds::Is(Given { id, answer, source: said.source })
            }
        };
        let mut all: Vec<(String, DateTime<Utc>, Holds)> = Vec::new();
        for one in counts(&self.said).values() {
            all.push((one.said.indicator.clone(), one.at, of_said(&one.said)));
        }
        for (name, found, at) in &self.judged {
            let holds = match found {
                Found::Confirmed => {
                    Holds::Is(Given { id: name.clone(), answer: Answer::Yes, source: Source::Worker })
                }
                Found::NotSo => Holds::NotSo,
                Found::Unclear => Holds::Open,
            };
            all.push((name.clone(), *at, holds));
        }
        all.sort_by_key(|(_, at, _)| *at);
        all.extend(now.iter().map(|said| (said.indicator.clone(), at, of_said(said))));
        all.into_iter().map(|(name, at, holds)| (name, (at, holds))).collect()
    }

    /// The subject as it was assessed before: where she said in an interview that she is 18, she is.
    #[must_use]
    pub fn grown(&self, subject: AssessedSubject) -> AssessedSubject {
        if subject.age == "unknown" && self.carried.grown {
            return AssessedSubject { age: "adult".to_owned(), ..subject };
        }
        subject
    }

    /// Whether an assessment says anything else than the last one, or more.
    #[must_use]
    pub fn differs(&self, desk: &ScreeningDesk, found: &Assessment) -> bool {
        let same = |names: &[String], last: &BTreeSet<String>| {
            names.len() == last.len() && names.iter().all(|name| last.contains(name))
        };
        let higher = |result: &InstrumentResult| {
            let before = self.last.classes.get(&of_instrument(result)).copied().unwrap_or_default();
            desk.screener.rank_of(result) > before
        };
        !same(&found.certain, &self.last.certain)
            || !same(&found.suggested, &self.last.suggested)
            || found.level > self.last.level
            || (found.urgent && !self.last.urgent)
            || found.instruments.iter().any(higher)
    }
}
