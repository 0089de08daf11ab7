//! A code for the worker herself, after somebody spoke with her alone: who files for her has none of it, and whoever
//! holds an older one must not come in by it (`safeguards.md` 4). The call log shows that this officer has just spoken with
//! her alone, and he states how he knew that it was she; that is sealed on the record, and audited.

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_complaints::{
    Author, Desk, LONGEST_TEXT, NewText, ReadError, TextKind, add_text, renew_worker_code, summary,
};
use haqqi_kernel::{
    Action, Actor, CommitError, Event, Reason, ReceiptCode, Reference, SubjectKind, happened_to, judge,
};
use sea_orm::DbErr;

use crate::calls::alone_with;

/// So long after a talk alone a code may still be issued on it.
const FRESH: TimeDelta = TimeDelta::days(1);

/// So long after a code another is issued only by who says that it is meant.
const JUST_NOW: TimeDelta = TimeDelta::minutes(10);
/// What the history calls it.
const ISSUED: &str = "complaint.code-issued";

/// Why no code was issued.
#[derive(Debug, thiserror::Error)]
pub enum GiveError {
    /// The complaint cannot be reached.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// It is an employer's against a worker: nobody comes back to it.
    #[error("an employer's complaint has no worker's code")]
    Against,
    /// The call log has no talk of this officer with her alone within the last day.
    #[error("not met alone")]
    NotMet,
    /// One was issued just now, which another would end: at that time.
    #[error("a code was issued just now")]
    JustNow(DateTime<Utc>),
    /// It is not stated how it was known that it was she.
    #[error("no statement")]
    Empty,
    /// The statement is longer than 64 KiB.
    #[error("the statement is too long")]
    TooLong,
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
}

/// Issues a code and ends those that she had, with the officer's statement. `language` is that of the statement. Not where
/// one was issued just now: a second press of a button would end what she has just been given.
///
/// # Errors
/// [`GiveError`]; then nothing was written.
pub async fn give_code(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    stated: (&str, &str),
) -> Result<ReceiptCode, GiveError> {
    give(desk, actor, reference, stated, false).await
}

/// The same, although one was issued just now.
///
/// # Errors
/// [`GiveError`]; then nothing was written.
pub async fn give_another_code(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    stated: (&str, &str),
) -> Result<ReceiptCode, GiveError> {
    give(desk, actor, reference, stated, true).await
}

async fn give(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    (language, how): (&str, &str),
    another: bool,
) -> Result<ReceiptCode, GiveError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    let complaint = summary(desk, &scope, reference).await?;
    if desk.site.pack.kind(&complaint.kind).is_some_and(|kind| kind.employer) {
        return Err(GiveError::Against);
    }
    if how.len() > LONGEST_TEXT {
        return Err(GiveError::TooLong);
    }
    let how = Reason::parse(how).map_err(|_| GiveError::Empty)?;
    let house = &desk.site.house;
    let own = actor.account().ok_or(GiveError::NotMet)?;
    let met = alone_with(desk, complaint.id, own, house.now() - FRESH).await?.ok_or(GiveError::NotMet)?;
    let just_now = happened_to(house, complaint.id, ISSUED, Some(house.now() - JUST_NOW)).await?.pop();
    if let Some(issued) = just_now.filter(|_| !another) {
        return Err(GiveError::JustNow(issued.at));
    }
    let key = house.subject_key(complaint.id).await?;
    let mut unit = house.unit(actor.clone());
    let statement = NewText {
        kind: TextKind::Statement,
        author: Author::Staff,
        language,
        translation_of: None,
        body: how.as_str(),
    };
    add_text(&mut unit, complaint.id, &key, &statement);
    let code = renew_worker_code(&mut unit, complaint.id, met.code());
    unit.event(
        Event::new(SubjectKind::Complaint, complaint.id, ISSUED)
            .office(complaint.office.as_deref())
            .dim("met", met.code()),
    );
    unit.commit().await?;
    Ok(code)
}
