//! Beginning an interview: only alone with her, in a place where nobody hears, by nobody's interpreter who has an interest.
//! That she was met so is noted in the call log, where talks in private are told. A child is asked by who works with
//! children: then nothing begins, and the child lead is told (`safeguards.md` 3).

use haqqi_casework::{CallError, Interpreter, NewAttempt, Person, Private, Tried, Way, note_attempt};
use haqqi_complaints::{Age, Desk, ReadError, State, Summary, summary};
use haqqi_kernel::{Action, Actor, Audit, CommitError, Reference, SubjectKind, judge};
use haqqi_worklist::UnknownClock;
use sea_orm::{DbErr, Set};

use super::weigh::tell_child_lead;
use super::{InterviewState, WhyStopped, told};
use crate::entity::interview;

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
    /// Nobody has acknowledged it yet, or it is closed.
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

/// What is refused before anything is written.
fn check(desk: &Desk, new: &BeginInterview) -> Result<bool, BeginError> {
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

/// Begins it. Gives whether she is asked: where a child was met it ends here, and the child lead is told.
///
/// # Errors
/// [`BeginError`]; then nothing was written, but where only the last step failed the talk stands in the call log.
pub async fn begin(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    new: &BeginInterview,
) -> Result<InterviewState, BeginError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    let complaint = summary(desk, &scope, reference).await?;
    let asker = actor.account().ok_or(ReadError::NotFound)?;
    if judge(actor, Action::ReadFlag).is_ok() {
        return Err(BeginError::Decides);
    }
    if matches!(complaint.state, State::Received | State::Closed) {
        return Err(BeginError::State);
    }
    let child = check(desk, new)? || complaint.age == Age::Child;
    let open = super::interviews(desk, complaint.id).await?;
    if open.iter().any(|one| one.state.is_open()) {
        return Err(BeginError::Open);
    }
    if !child {
        note_attempt(desk, actor, reference, &talk(new)).await?;
    }
    let house = &desk.site.house;
    let key = house.subject_key(complaint.id).await?;
    let mut unit = house.unit(actor.clone());
    let (id, now) = (unit.id(), unit.now());
    let (state, why) = if child {
        (InterviewState::Stopped, Some(WhyStopped::Child))
    } else {
        (InterviewState::Consenting, None)
    };
    let found = if child { Some(tell_child_lead(desk, &mut unit, &complaint, &key).await?) } else { None };
    let graded = found.as_ref().and_then(|found| found.graded.as_ref());
    let level = |level: Option<haqqi_screening::Level>| level.map(|level| level.code().to_owned());
    unit.insert(interview::ActiveModel {
        id: Set(id),
        about_id: Set(complaint.id),
        at_visit: Set(false),
        place: Set(if child { id } else { complaint.id }.to_string()),
        asker: Set(asker),
        language: Set(new.language.clone()),
        interpreter: Set(new.interpreter.code().to_owned()),
        state: Set(state.code().to_owned()),
        reason: Set(why.map(|why| why.code().to_owned())),
        begun_at: Set(now),
        touched_at: Set(now),
        ended_at: Set(child.then_some(now)),
        assessment_id: Set(found.as_ref().map(|found| found.assessment)),
        level: Set(level(graded.and_then(|graded| graded.certain))),
        possible: Set(level(graded.and_then(|graded| graded.possible))),
        profile: Set(graded.map(|graded| graded.profile.clone())),
        route: Set(graded.map(|graded| graded.route.clone())),
        weighed: Set(found.is_some()),
        version: Set(1),
    });
    unit.audit(Audit::write("interview.begin", SubjectKind::Complaint, complaint.id));
    if child {
        unit.event(told(&complaint, state, why));
    }
    match unit.commit().await {
        Ok(_) => Ok(state),
        Err(CommitError::Unique(_)) => Err(BeginError::Open),
        Err(error) => Err(error.into()),
    }
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

/// Whether an interview with her may be begun now, as far as the complaint's state says.
pub(crate) fn may_begin(complaint: &Summary) -> bool {
    !matches!(complaint.state, State::Received | State::Closed)
}
