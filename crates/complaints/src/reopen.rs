//! She opens her closed complaint again, within the days of the pack. It is read anew from its first assessment on; the
//! closing is corrected in the history, so that figures count it as open.

use haqqi_kernel::{Audit, Event, SubjectKind};
use haqqi_worklist::ItemKind;

use crate::Desk;
use crate::ask::{AskError, her_row, until};
use crate::come_back::Entered;
use crate::her_clock::look_again;
use crate::model::State;
use crate::open::Summary;
use crate::work::{last_closing, open_next, reopen_row};

/// Opens it again.
///
/// # Errors
/// [`AskError`]: it is not closed, or the time is over.
pub async fn reopen(desk: &Desk, entered: &Entered) -> Result<(), AskError> {
    let row = her_row(desk, entered).await?;
    let house = &desk.site.house;
    let closed_at = row.closed_at.filter(|_| row.state == State::Closed.code()).ok_or(AskError::State)?;
    let end = until(desk, "reopening", closed_at, row.office.as_deref()).ok_or(AskError::Late)?;
    if house.now() > end {
        return Err(AskError::Late);
    }
    let closing = last_closing(desk, row.id).await?;
    let summary = Summary::of(row).ok_or(AskError::State)?;
    let mut unit = house.unit(entered.actor());
    reopen_row(&mut unit, &summary, summary.assignee);
    let clock = desk.clocks().begin("first-assessment", unit.now(), summary.office.as_deref())?;
    look_again(&mut unit, summary.id);
    open_next(&mut unit, &summary, ItemKind::Reopened, &clock, summary.assignee);
    unit.audit(Audit::write("complaint.reopen", SubjectKind::Complaint, summary.id));
    let mut reopened = Event::new(SubjectKind::Complaint, summary.id, "complaint.reopened")
        .change(summary.outcome.as_deref().unwrap_or_default(), State::Acknowledged.code())
        .office(summary.office.as_deref());
    if let Some(closing) = closing {
        reopened = reopened.corrects(closing.id);
    }
    unit.event(reopened);
    unit.commit().await?;
    Ok(())
}
