//! The office opens a closed complaint again: something was overlooked, a payment did not come, she was met after all. The
//! closing is corrected in the history, so that figures count it as open. Whoever opens it, what is due still is followed
//! again, and its words are read anew where the house got other instruments or lexicons meanwhile.

use haqqi_complaints::{
    Desk, LONGEST_TEXT, ReadError, State, add_note, last_closing, open_next, reopen_row, summary, summary_of,
};
use haqqi_kernel::{
    Action, Actor, Audit, Claimed, CommitError, Done, Event, JobFailure, Reason, Reference, SubjectKind,
    judge,
};
use haqqi_worklist::{ItemKind, UnknownClock};
use sea_orm::DbErr;

use crate::pay::follow_again;
use crate::read_anew::read_one;

/// Why it was not opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenAgainError {
    /// The complaint cannot be reached.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// It is not closed.
    #[error("not in this state")]
    State,
    /// It is not said why.
    #[error("say why")]
    Empty,
    /// Longer than 64 KiB.
    #[error("too long")]
    TooLong,
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

/// Opens it again; whoever does has it.
///
/// # Errors
/// [`OpenAgainError`]; then nothing was written.
pub async fn open_again(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    why: &str,
) -> Result<(), OpenAgainError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    let complaint = summary(desk, &scope, reference).await?;
    if complaint.state != State::Closed {
        return Err(OpenAgainError::State);
    }
    if why.len() > LONGEST_TEXT {
        return Err(OpenAgainError::TooLong);
    }
    let why = Reason::parse(why).map_err(|_| OpenAgainError::Empty)?;
    let house = &desk.site.house;
    let closing = last_closing(desk, complaint.id).await?;
    let key = house.subject_key(complaint.id).await?;
    let mut unit = house.unit(actor.clone());
    reopen_row(&mut unit, &complaint, actor.account());
    add_note(desk, &mut unit, complaint.id, &key, why.as_str());
    let clock = desk.clocks().begin("first-assessment", unit.now(), complaint.office.as_deref())?;
    open_next(&mut unit, &complaint, ItemKind::Reopened, &clock, actor.account());
    unit.audit(Audit::write("complaint.reopen", SubjectKind::Complaint, complaint.id));
    let mut reopened = Event::new(SubjectKind::Complaint, complaint.id, "complaint.reopened")
        .change(complaint.outcome.as_deref().unwrap_or_default(), State::Acknowledged.code())
        .office(complaint.office.as_deref());
    if let Some(closing) = closing {
        reopened = reopened.corrects(closing.id);
    }
    unit.event(reopened);
    unit.commit().await?;
    Ok(())
}

/// The job behind [`haqqi_complaints::REOPENED`]. Done twice it does nothing more.
///
/// # Errors
/// [`JobFailure`]: another try does what is not done.
pub async fn opened_again(desk: &Desk, claimed: &Claimed) -> Done {
    let again = |error: &dyn std::fmt::Display| JobFailure::Again(error.to_string());
    let id = claimed.id_of("complaint")?;
    let scope = judge(&Actor::System, Action::ReadComplaint).map_err(|e| again(&e))?;
    let complaint = match summary_of(desk, &scope, id).await {
        Ok(complaint) if complaint.state != State::Closed => complaint,
        // Closed once more, or erased.
        Ok(_) | Err(ReadError::NotFound) => return Ok(()),
        Err(error) => return Err(again(&error)),
    };
    let mut unit = desk.site.house.unit(Actor::System);
    follow_again(desk, &mut unit, &complaint).await.map_err(|e| again(&e))?;
    unit.commit().await.map_err(|e| again(&e))?;
    read_one(desk, &complaint, |_, _| {}).await.map_err(|e| again(&e)).map(|_| ())
}
