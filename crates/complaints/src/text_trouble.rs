//! A text message that may not have arrived: it is not sent again, and who works on the complaint sees it.

use haqqi_kernel::{
    Action, Actor, Audit, Claimed, CommitError, Done, Event, JobFailure, Reference, SubjectKind, judge,
};
use haqqi_worklist::{DeadlineError, ItemKind, NewItem, finish_items, is_owed, meet_deadline};

use crate::Desk;
use crate::open::{ReadError, summary, summary_of};
use crate::work::{item_of, open_clocked};

/// The clock of seeing to it.
const CLOCK: &str = "text-trouble";

/// Opens the work of seeing to a text message that was refused, stopped, held, or of which nobody knows.
///
/// # Errors
/// [`JobFailure`].
pub async fn text_trouble(desk: &Desk, claimed: &Claimed) -> Done {
    let again = |e: &dyn std::fmt::Display| JobFailure::Again(e.to_string());
    let subject = claimed.id_of("subject")?;
    let state = claimed.payload.get("state").and_then(serde_json::Value::as_str);
    let state = state.ok_or_else(|| JobFailure::Never("the job names no state".to_owned()))?;
    let scope = judge(&Actor::System, Action::ReadComplaint).map_err(|e| again(&e))?;
    let complaint = match summary_of(desk, &scope, subject).await {
        Ok(complaint) => complaint,
        // An answer to a text that came in: whoever takes the draft reaches her otherwise.
        Err(ReadError::NotFound) => return Ok(()),
        Err(other) => return Err(again(&other)),
    };
    let mut unit = desk.site.house.unit(Actor::System);
    let office = complaint.office.as_deref();
    let clock = desk.clocks().begin(CLOCK, unit.now(), office).map_err(|e| again(&e))?;
    unit.event(
        Event::new(SubjectKind::Complaint, complaint.id, "complaint.text-trouble")
            .change("", state)
            .office(office),
    );
    if !is_owed(&unit, complaint.id, CLOCK).await.map_err(|e| again(&e))? {
        let item =
            NewItem { duty: complaint.urgent, ..item_of(&complaint, ItemKind::TextTrouble, clock.due_at) };
        open_clocked(&mut unit, &complaint, item, &clock);
    }
    unit.commit().await.map_err(|e| again(&e)).map(|_| ())
}

/// Why seeing to it could not be written.
#[derive(Debug, thiserror::Error)]
pub enum TroubleError {
    /// The complaint cannot be reached.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The deadline's answer.
    #[error(transparent)]
    Deadline(#[from] DeadlineError),
}

/// A person has seen to it: reached her otherwise, or knows that she comes back by herself.
///
/// # Errors
/// [`TroubleError`]; then nothing was written.
pub async fn see_to_trouble(desk: &Desk, actor: &Actor, reference: Reference) -> Result<(), TroubleError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    let complaint = summary(desk, &scope, reference).await?;
    let mut unit = desk.site.house.unit(actor.clone());
    meet_deadline(&mut unit, complaint.id, CLOCK).await?;
    finish_items(&mut unit, complaint.id, ItemKind::TextTrouble);
    unit.audit(Audit::write("complaint.text-trouble", SubjectKind::Complaint, complaint.id));
    unit.commit().await?;
    Ok(())
}
