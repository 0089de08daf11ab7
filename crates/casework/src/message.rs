//! Writing to the worker. What is not in her language waits for an interpreter; she is told by neutral mail or text if
//! she left an address or number that is hers alone.

use haqqi_complaints::{
    Author, Desk, LONGEST_TEXT, NewText, ReadError, State, TextKind, add_text, open, set_state, tell_news,
    translation_wanted,
};
use haqqi_kernel::{Action, Actor, Audit, CommitError, Event, Reference, SubjectKind, judge};
use haqqi_worklist::{DeadlineError, ItemKind, UnknownClock, finish_items, is_owed, meet_deadline};
use sea_orm::DbErr;

use crate::comes_back::ComesBack;
use crate::danger::DANGER;

/// Why it was not sent.
#[derive(Debug, thiserror::Error)]
pub enum MessageError {
    /// The complaint cannot be reached.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// It is empty.
    #[error("the message is empty")]
    Empty,
    /// It is longer than 64 KiB.
    #[error("the message is too long")]
    TooLong,
    /// The words are in a language that is not known.
    #[error("no such language")]
    Language,
    /// No worker comes back to read it: the inspectorate opened the complaint itself, or an employer complains.
    #[error("nobody comes back")]
    NoCode,
    /// Nobody has acknowledged the complaint yet.
    #[error("acknowledge first")]
    NotAcknowledged,
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The pack lacks a clock.
    #[error(transparent)]
    Clock(#[from] UnknownClock),
    /// A deadline could not be met.
    #[error(transparent)]
    Deadline(#[from] DeadlineError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Writes to the worker, in a language.
///
/// # Errors
/// [`MessageError`]; then nothing was written.
pub async fn message(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    language: &str,
    body: &str,
) -> Result<(), MessageError> {
    if body.trim().is_empty() {
        return Err(MessageError::Empty);
    }
    if body.len() > LONGEST_TEXT {
        return Err(MessageError::TooLong);
    }
    if haqqi_language::known(language).is_none() {
        return Err(MessageError::Language);
    }
    judge(actor, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    let opened = open(desk, actor, reference, "message").await?;
    let complaint = opened.summary;
    if complaint.acknowledged_at.is_none() {
        return Err(MessageError::NotAcknowledged);
    }
    if !ComesBack::to(desk, &complaint).await?.reads() {
        return Err(MessageError::NoCode);
    }
    let house = &desk.site.house;
    let key = house.subject_key(complaint.id).await?;
    let mut unit = house.unit(actor.clone());
    let new =
        NewText { kind: TextKind::Message, author: Author::Staff, language, translation_of: None, body };
    let text = add_text(&mut unit, complaint.id, &key, &new);
    if language != complaint.language {
        translation_wanted(desk, &mut unit, &complaint, text)?;
    }
    if complaint.state == State::Acknowledged {
        let _ = set_state(&mut unit, &complaint, State::InContact);
    }
    // In danger a message is not yet a choice of what is done: that clock runs on. And it is contact only once she answers.
    meet_deadline(&mut unit, complaint.id, "answer-message").await?;
    if !is_owed(&unit, complaint.id, DANGER).await? {
        finish_items(&mut unit, complaint.id, ItemKind::WorkerMessage);
    }
    tell_news(desk, &mut unit, &key, &complaint, &opened.contact, &format!("{text}:message"));
    unit.audit(Audit::write("complaint.message", SubjectKind::Complaint, complaint.id));
    unit.event(
        Event::new(SubjectKind::Complaint, complaint.id, "complaint.message-out")
            .office(complaint.office.as_deref()),
    );
    unit.commit().await?;
    Ok(())
}
