//! The clock of danger: within the hour a person reads and chooses what is done (`safeguards.md` 6). A message to her, or
//! work for an interpreter, is no such choice.

use haqqi_kernel::Uow;
use haqqi_worklist::{DeadlineError, ItemKind, finish_items, is_owed, meet_deadline};
use uuid::Uuid;

/// The clock.
pub(crate) const DANGER: &str = "danger";

/// It was chosen: a call alone, or a step that protects. A message of hers that was kept open for it is done with, if it
/// was answered.
///
/// # Errors
/// [`DeadlineError`].
pub(crate) async fn chosen(unit: &mut Uow, complaint: Uuid) -> Result<(), DeadlineError> {
    let met = meet_deadline(unit, complaint, DANGER).await?;
    if met.is_some() && !is_owed(unit, complaint, "answer-message").await? {
        finish_items(unit, complaint, ItemKind::WorkerMessage);
    }
    Ok(())
}
