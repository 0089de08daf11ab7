//! Beginning an interview: only alone with her, in a place where nobody hears, by nobody's interpreter who has an interest.
//! That she was met so is noted in the call log, where talks in private are told. A child is asked by who works with
//! children: then nothing begins, and the child lead is told (`safeguards.md` 3).

use haqqi_accounts::Directory;
use haqqi_casework::{
    CallError, Interpreter, NewAttempt, Person, Private, Tried, VisitDesk, Way, note_attempt,
};
use haqqi_complaints::{Age, Desk, FileError, ReadError, State};
use haqqi_inspections::VisitError;
use haqqi_kernel::{Action, Actor, Audit, CommitError, House, Reference, Uow, judge};
use haqqi_worklist::UnknownClock;
use sea_orm::{DbErr, Set};
use uuid::Uuid;

use super::weigh::{Met, Outcome, tell_child_lead};
use super::{InterviewError, InterviewState, WhyStopped, house};
use crate::entity::interview;
use crate::ground::{Ground, ground, is_on};

/// How she is met.
#[derive(Debug, Clone)]
pub struct BeginInterview {
    /// Her language, one that workers are offered.
    pub language: String,
    /// At the counter, or where she is.
    pub way: Way,
    /// Whether anybody else can hear.
    pub private: Private,
    /// Who interprets.
    pub interpreter: Interpreter,
    /// The interpreter has said to be neither filer, employer, agency nor co-worker, nor bound to one of them
    /// (`safeguards.md` 7).
    pub declared: bool,
    /// Whether she says or seems to be under 18.
    pub young: Option<bool>,
}

/// Why it does not begin.
#[derive(Debug, thiserror::Error)]
pub enum BeginError {
    /// The complaint cannot be reached.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The visit cannot be reached.
    #[error(transparent)]
    Visit(#[from] VisitError),
    /// The complaint that comes of it cannot be opened.
    #[error(transparent)]
    File(#[from] FileError),
    /// Nobody has acknowledged the complaint yet, or it is closed; or the visit has not begun, or is over.
    #[error("not in this state")]
    State,
    /// Somebody else can hear, or it is not said.
    #[error("not alone")]
    NotAlone,
    /// She has to be there: the screen is hers.
    #[error("she is not there")]
    Way,
    /// Whoever interprets belongs to the other side.
    #[error("the interpreter is a party")]
    Party,
    /// The interpreter has not said that nothing binds them to the other side.
    #[error("conflicts are not declared")]
    Undeclared,
    /// Workers are not offered this language.
    #[error("no such language")]
    Language,
    /// Whether she may be under 18 is not said.
    #[error("under 18 or not?")]
    Young,
    /// Who reads flags reads what was found in her answers: somebody else asks.
    #[error("who reads flags does not ask")]
    Decides,
    /// Nobody has noted that who asks was trained for it.
    #[error("not trained to interview")]
    Untrained,
    /// Another interview with her goes on.
    #[error("one goes on already")]
    Open,
    /// The talk cannot be noted.
    #[error(transparent)]
    Call(#[from] CallError),
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

impl From<InterviewError> for BeginError {
    fn from(error: InterviewError) -> Self {
        match error {
            InterviewError::Read(error) => error.into(),
            InterviewError::Visit(error) => error.into(),
            InterviewError::Db(error) => error.into(),
            _ => Self::Read(ReadError::NotFound),
        }
    }
}

/// What is refused before anything is written.
pub(crate) fn check(desk: &Desk, new: &BeginInterview) -> Result<bool, BeginError> {
    let young = new.young.ok_or(BeginError::Young)?;
    if new.private != Private::Alone {
        return Err(BeginError::NotAlone);
    }
    if !matches!(new.way, Way::Counter | Way::Visit) {
        return Err(BeginError::Way);
    }
    if desk.site.languages.for_worker(&new.language).is_none() {
        return Err(BeginError::Language);
    }
    match new.interpreter {
        Interpreter::Party => Err(BeginError::Party),
        Interpreter::Staff | Interpreter::Outside if !new.declared => Err(BeginError::Undeclared),
        _ => Ok(young),
    }
}

/// Whether it is noted that this account was trained to interview.
///
/// # Errors
/// The database's error.
pub(crate) async fn is_trained(house: &House, account: Uuid) -> Result<bool, DbErr> {
    let who = Directory::new(house.clone()).person(account).await?;
    Ok(who.is_some_and(|who| who.trained.is_some()))
}

/// Begins it. Gives whether she is asked: where a child was met it ends here, and the child lead is told.
///
/// # Errors
/// [`BeginError`]; then nothing was written, but where only the last step failed the talk stands in the call log.
pub async fn begin(
    desk: &VisitDesk,
    actor: &Actor,
    reference: Reference,
    new: &BeginInterview,
) -> Result<InterviewState, BeginError> {
    let ground = ground(desk, actor, reference).await?;
    let asker = actor.account().ok_or(ReadError::NotFound)?;
    if judge(actor, Action::ReadFlag).is_ok() {
        return Err(BeginError::Decides);
    }
    let house = house(desk);
    if !may_begin(&ground, house.now()) {
        return Err(BeginError::State);
    }
    let seen = check(&desk.complaints, new)?;
    // Who sees a child is heard, trained or not: nothing is asked then, and the child lead is told.
    if !seen && !is_trained(house, asker).await? {
        return Err(BeginError::Untrained);
    }
    let child = seen || matches!(&ground, Ground::Complaint(complaint) if complaint.age == Age::Child);
    let open = super::interviews(desk, ground.id()).await?;
    // At a visit several are asked at once, each by another.
    let others = |one: &super::Interview| !ground.is_visit() || one.asker == asker;
    if open.iter().any(|one| one.state.is_open() && others(one)) {
        return Err(BeginError::Open);
    }
    if let Ground::Complaint(complaint) = &ground
        && !child
    {
        note_attempt(&desk.complaints, actor, complaint.reference, &talk(new)).await?;
    }
    let mut unit = house.unit(actor.clone());
    let state = if child { InterviewState::Stopped } else { InterviewState::Consenting };
    let met = Met { language: new.language.clone(), interpreter: new.interpreter };
    let found = if child { Some(tell_child_lead(desk, &mut unit, &ground, &met).await?) } else { None };
    put(&mut unit, &ground, asker, &met, found.as_ref());
    unit.audit(Audit::write("interview.begin", ground.kind(), ground.id()));
    if child {
        unit.event(ground.told(state, Some(WhyStopped::Child)));
    }
    match unit.commit().await {
        Ok(_) => Ok(state),
        Err(CommitError::Unique(_)) => Err(BeginError::Open),
        Err(error) => Err(error.into()),
    }
}

/// The row: of an interview that begins, or, where a child was met, of one that is over.
fn put(unit: &mut Uow, ground: &Ground, asker: Uuid, met: &Met, child: Option<&Outcome>) {
    let (id, now) = (unit.id(), unit.now());
    let (state, why) = match child {
        Some(_) => (InterviewState::Stopped, Some(WhyStopped::Child)),
        None => (InterviewState::Consenting, None),
    };
    let place = match ground {
        _ if child.is_some() => id.to_string(),
        Ground::Complaint(complaint) => complaint.id.to_string(),
        Ground::Visit(visit) => format!("{}:{asker}", visit.id),
    };
    if ground.is_visit() && child.is_none() {
        let _ = unit.new_subject(id);
    }
    let level = |level: Option<haqqi_screening::Level>| level.map(|level| level.code().to_owned());
    unit.insert(interview::ActiveModel {
        id: Set(id),
        about_id: Set(ground.id()),
        at_visit: Set(ground.is_visit()),
        place: Set(place),
        asker: Set(asker),
        language: Set(met.language.clone()),
        interpreter: Set(met.interpreter.code().to_owned()),
        state: Set(state.code().to_owned()),
        reason: Set(why.map(|why| why.code().to_owned())),
        begun_at: Set(now),
        touched_at: Set(now),
        ended_at: Set(child.map(|_| now)),
        assessment_id: Set(child.and_then(|found| found.assessment)),
        level: Set(child.and_then(|found| level(found.level))),
        possible: Set(child.and_then(|found| level(found.possible))),
        profile: Set(child.and_then(|found| found.profile.clone())),
        route: Set(child.and_then(|found| found.route.clone())),
        weighed: Set(child.is_some()),
        version: Set(1),
    });
}

/// The talk, for the call log.
fn talk(new: &BeginInterview) -> NewAttempt {
    NewAttempt {
        at: None,
        person: Person::Worker,
        way: new.way,
        language: Some(new.language.clone()),
        interpreter: new.interpreter,
        private: Private::Alone,
        result: Tried::Spoke,
        note: String::new(),
        next_at: None,
    }
}

/// Whether an interview may be begun now, as far as the complaint's state or the visit's time says.
pub(crate) fn may_begin(ground: &Ground, now: chrono::DateTime<chrono::Utc>) -> bool {
    match ground {
        Ground::Complaint(complaint) => !matches!(complaint.state, State::Received | State::Closed),
        Ground::Visit(visit) => is_on(visit, now),
    }
}
