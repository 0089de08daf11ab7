//! She said, on the telephone or face to face, that nothing must come to her phone or mailbox by itself any more. That
//! outlives a new number; she takes it back herself behind her code.

use haqqi_complaints::{Desk, ReadError, open, quiet_row};
use haqqi_kernel::{Action, Actor, Audit, CommitError, Event, Reference, SubjectKind, judge};
use sea_orm::DbErr;

/// Why it was not written.
#[derive(Debug, thiserror::Error)]
pub enum QuietError {
    /// The complaint cannot be reached.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
}

/// Nothing goes out by itself from now on: neither what waits nor what comes.
///
/// # Errors
/// [`QuietError`]; then nothing was written.
pub async fn quiet(desk: &Desk, actor: &Actor, reference: Reference) -> Result<(), QuietError> {
    judge(actor, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    let opened = open(desk, actor, reference, "quiet").await?;
    let complaint = opened.summary;
    if complaint.contact_quiet {
        return Ok(());
    }
    let house = &desk.site.house;
    let key = house.subject_key(complaint.id).await?;
    let mut unit = house.unit(actor.clone());
    quiet_row(&mut unit, &key, &complaint, opened.contact);
    unit.audit(Audit::write("complaint.quiet", SubjectKind::Complaint, complaint.id));
    unit.event(
        Event::new(SubjectKind::Complaint, complaint.id, "complaint.quieted")
            .office(complaint.office.as_deref()),
    );
    unit.commit().await?;
    Ok(())
}
