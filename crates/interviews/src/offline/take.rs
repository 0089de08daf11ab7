//! An interview that was held without a line comes in: opened by the house, held against the same rules as one that is asked
//! with a line, weighed, and attached to the visit. Sent again it is the same interview.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_casework::{Interpreter, Private, VisitDesk, Way};
use haqqi_complaints::{Age, FileError, ReadError};
use haqqi_inspections::{VisitError, VisitRow, VisitState};
use haqqi_kernel::{Action, Actor, Audit, CommitError, Reference, Uow, judge};
use haqqi_worklist::UnknownClock;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, Set};
use serde::Deserialize;
use uuid::Uuid;

use super::key::{Broken, OfflineKey, SealedInterview};
use crate::entity::{interview, interview_consent};
use crate::ground::{Ground, ground};
use crate::interview::{
    AGE, BeginError, BeginInterview, ConsentItem, Interview, InterviewError, InterviewState, Met, Outcome,
    Said, WhyStopped, answers_of, at_visit, check, house, questions, tell_child_lead,
};

/// So long a tablet may keep one.
const KEPT: TimeDelta = TimeDelta::days(60);

/// What the tablet wrote down, opened.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    /// The version of this form.
    v: u8,
    /// Her language.
    language: String,
    /// Whether anybody else could hear.
    private: String,
    /// Who interpreted.
    interpreter: String,
    /// The interpreter said that nothing binds them to the other side.
    declared: bool,
    /// She says or seems to be under 18: then nothing was asked.
    young: bool,
    /// When it began, in milliseconds since 1970, by the tablet's clock.
    begun: i64,
    /// What she said to each item of consent.
    consents: BTreeMap<String, bool>,
    /// What she said to each question: `y`, `n`, `s`.
    said: BTreeMap<String, String>,
    /// She stopped it and said that her answers may be kept.
    keep: bool,
}

/// Why it is not taken. The tablet keeps it.
#[derive(Debug, thiserror::Error)]
pub enum KeptError {
    /// The visit cannot be reached.
    #[error(transparent)]
    Visit(#[from] VisitError),
    /// The visit will not be made, or has not begun.
    #[error("not of this visit")]
    State,
    /// It does not open.
    #[error(transparent)]
    Broken(#[from] Broken),
    /// It opens, and is not what a tablet writes.
    #[error("not an interview")]
    Form,
    /// It was held as none may be.
    #[error(transparent)]
    Begin(#[from] BeginError),
    /// The complaint that comes of it cannot be opened.
    #[error(transparent)]
    File(#[from] FileError),
    /// The pack lacks a clock.
    #[error(transparent)]
    Clock(#[from] UnknownClock),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

impl From<InterviewError> for KeptError {
    fn from(error: InterviewError) -> Self {
        match error {
            InterviewError::File(error) => error.into(),
            InterviewError::Clock(error) => error.into(),
            InterviewError::Commit(error) => error.into(),
            InterviewError::Db(error) => error.into(),
            _ => Self::Visit(VisitError::NotFound),
        }
    }
}

/// An interview that came in.
#[derive(Debug, Clone)]
pub struct TakenKept {
    /// What may be told of it.
    pub interview: Interview,
    /// It was here already.
    pub again: bool,
}

/// Takes an interview that was kept without a line.
///
/// # Errors
/// [`KeptError`]; then nothing was written, and the tablet keeps it.
pub async fn take_kept(
    desk: &VisitDesk,
    actor: &Actor,
    reference: Reference,
    kept: &SealedInterview,
) -> Result<TakenKept, KeptError> {
    let Ground::Visit(visit) = ground(desk, actor, reference).await? else {
        return Err(VisitError::NotFound.into());
    };
    if let Some(interview) = taken(desk, visit.id, kept.once).await? {
        return Ok(TakenKept { interview, again: true });
    }
    let house = house(desk);
    if visit.state == VisitState::Cancelled || visit.starts_at > house.now() {
        return Err(KeptError::State);
    }
    let asker = actor.account().ok_or(VisitError::NotFound)?;
    if judge(actor, Action::ReadFlag).is_ok() {
        return Err(BeginError::Decides.into());
    }
    let key = OfflineKey::of(house).ok_or(Broken::Key)?;
    let told: Told = serde_json::from_slice(&key.open(kept)?).map_err(|_| KeptError::Form)?;
    if told.v != 1 {
        return Err(KeptError::Form);
    }
    let met = Met {
        language: told.language.clone(),
        interpreter: Interpreter::from_code(&told.interpreter).ok_or(KeptError::Form)?,
    };
    let held = BeginInterview {
        language: told.language.clone(),
        way: Way::Visit,
        private: Private::from_code(&told.private).ok_or(KeptError::Form)?,
        interpreter: met.interpreter,
        declared: told.declared,
        young: Some(told.young),
    };
    let young = check(&desk.complaints, &held)?;
    let begun = begun_at(told.begun, house.now());
    let said = said_of(desk, &told, begun)?;
    let end = end_of(desk, &told, &said, young, begun);
    let mut unit = house.unit(actor.clone());
    let outcome = outcome_of(desk, &mut unit, &visit, &met, (&end, begun), said).await?;
    let id = put(&mut unit, (visit.id, asker), kept.once, &met, (&end, begun), outcome.as_ref());
    for (item, yes) in consents(&told) {
        let row = unit.id();
        unit.insert(interview_consent::ActiveModel {
            id: Set(row),
            interview_id: Set(id),
            about_id: Set(visit.id),
            item: Set(item.code().to_owned()),
            yes: Set(yes),
            at: Set(begun),
        });
    }
    let of = Ground::Visit(visit.clone());
    unit.audit(Audit::write("interview.take", of.kind(), of.id()));
    unit.event(of.told(end.state, end.why));
    match unit.commit().await {
        Ok(_) => {}
        // Sent twice at once: the other was faster.
        Err(CommitError::Unique(_)) => {}
        Err(error) => return Err(error.into()),
    }
    let interview = taken(desk, visit.id, kept.once).await?.ok_or(CommitError::Stale)?;
    Ok(TakenKept { again: interview.id != id, interview })
}

/// By what an interview that was kept is found again.
fn place(once: Uuid) -> String {
    format!("{}{once}", crate::interview::KEPT)
}

async fn taken(desk: &VisitDesk, visit: Uuid, once: Uuid) -> Result<Option<Interview>, DbErr> {
    let row = interview::Entity::find()
        .filter(interview::Column::Place.eq(place(once)))
        .filter(interview::Column::AboutId.eq(visit))
        .one(house(desk).reader())
        .await?;
    Ok(row.and_then(Interview::of))
}

/// When it began: a tablet's clock may be wrong, but not by so much that it was not kept since.
fn begun_at(millis: i64, now: DateTime<Utc>) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(millis).map_or(now, |at| at.clamp(now - KEPT, now))
}

/// What she said. What today's house does not ask is passed over: a tablet may have asked by an older list.
fn said_of(desk: &VisitDesk, told: &Told, begun: DateTime<Utc>) -> Result<BTreeMap<String, Said>, KeptError> {
    let asked: BTreeSet<&str> = questions(desk, begun).into_iter().map(|one| one.id).collect();
    let mut said = BTreeMap::new();
    for (id, code) in told.said.iter().filter(|(id, _)| *id == AGE || asked.contains(id.as_str())) {
        said.insert(id.clone(), Said::from_code(code).ok_or(KeptError::Form)?);
    }
    Ok(said)
}

fn consents(told: &Told) -> Vec<(ConsentItem, bool)> {
    let of = |item: ConsentItem| Some((item, *told.consents.get(item.code())?));
    ConsentItem::ALL.into_iter().filter_map(of).collect()
}

/// How it ended.
struct End {
    state: InterviewState,
    why: Option<WhyStopped>,
    /// Whether her answers are weighed.
    weighed: bool,
}

/// By the rules of an interview with a line, whatever the tablet took it for: without consent nothing is weighed, a child is
/// the child lead's, danger stops it.
fn end_of(
    desk: &VisitDesk,
    told: &Told,
    said: &BTreeMap<String, Said>,
    young: bool,
    begun: DateTime<Utc>,
) -> End {
    let stopped = |why, weighed| End { state: InterviewState::Stopped, why: Some(why), weighed };
    if young {
        return stopped(WhyStopped::Child, false);
    }
    let agreed = |item: &ConsentItem| !item.is_needed() || told.consents.get(item.code()) == Some(&true);
    if !ConsentItem::ALL.iter().all(agreed) {
        return End { state: InterviewState::Declined, why: None, weighed: false };
    }
    if said.get(AGE) == Some(&Said::No) {
        return stopped(WhyStopped::Child, false);
    }
    let asked = questions(desk, begun);
    if asked.iter().any(|one| one.urgent && said.get(one.id) == Some(&Said::Yes)) {
        return stopped(WhyStopped::Danger, true);
    }
    if asked.iter().all(|one| said.contains_key(one.id)) {
        return End { state: InterviewState::Ended, why: None, weighed: true };
    }
    stopped(WhyStopped::Hers, told.keep && !said.is_empty())
}

async fn outcome_of(
    desk: &VisitDesk,
    unit: &mut Uow,
    visit: &VisitRow,
    met: &Met,
    (end, begun): (&End, DateTime<Utc>),
    mut said: BTreeMap<String, Said>,
) -> Result<Option<Outcome>, KeptError> {
    if end.why == Some(WhyStopped::Child) {
        let of = Ground::Visit(Box::new(visit.clone()));
        return Ok(Some(tell_child_lead(desk, unit, &of, met).await.map_err(InterviewError::from)?));
    }
    if !end.weighed {
        return Ok(None);
    }
    let age = if said.remove(AGE) == Some(Said::Yes) { Age::Adult } else { Age::Unknown };
    let answers = answers_of(desk, begun, &said);
    Ok(Some(at_visit(desk, unit, visit, met, age, answers).await.map_err(InterviewError::from)?))
}

/// The row of an interview that is over.
fn put(
    unit: &mut Uow,
    (visit, asker): (Uuid, Uuid),
    once: Uuid,
    met: &Met,
    (end, begun): (&End, DateTime<Utc>),
    outcome: Option<&Outcome>,
) -> Uuid {
    let (id, now) = (unit.id(), unit.now());
    let level = |level: Option<haqqi_screening::Level>| level.map(|level| level.code().to_owned());
    unit.insert(interview::ActiveModel {
        id: Set(id),
        about_id: Set(visit),
        at_visit: Set(true),
        place: Set(place(once)),
        asker: Set(asker),
        language: Set(met.language.clone()),
        interpreter: Set(met.interpreter.code().to_owned()),
        state: Set(end.state.code().to_owned()),
        reason: Set(end.why.map(|why| why.code().to_owned())),
        begun_at: Set(begun),
        touched_at: Set(now),
        ended_at: Set(Some(now)),
        assessment_id: Set(None),
        level: Set(outcome.and_then(|found| level(found.level))),
        possible: Set(outcome.and_then(|found| level(found.possible))),
        profile: Set(outcome.and_then(|found| found.profile.clone())),
        route: Set(outcome.and_then(|found| found.route.clone())),
        weighed: Set(outcome.is_some()),
        version: Set(1),
    });
    id
}

impl From<ReadError> for KeptError {
    fn from(_: ReadError) -> Self {
        Self::Visit(VisitError::NotFound)
    }
}
