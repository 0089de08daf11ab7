//! She said, on the telephone or face to face, that nothing must come to her phone or mailbox by itself any more. That
//! outlives a new number; she takes it back herself behind her code.

use haqqi_complaints::{Desk, ReadError, open, quiet_row};
use haqqi_kernel::{Action, Actor, Audit, Event, Reference, SubjectKind, judge};

/// Nothing goes out by itself from now on: neither what waits nor what comes.
///
/// # Errors
/// [`ReadError`]; then nothing was written.
pub async fn quiet(desk: &Desk, actor: &Actor, reference: Reference) -> Result<(), ReadError> {
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
