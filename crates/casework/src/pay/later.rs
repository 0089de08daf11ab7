//! Pay after an end: what nobody saw paid is looked at again, what she takes back is nobody's work, and what is opened again
//! is followed again.

use chrono::NaiveDate;
use haqqi_complaints::{Desk, Summary};
use haqqi_kernel::{SubjectKey, Uow};
use haqqi_worklist::{ItemKind, UnknownClock, finish_items};
use sea_orm::DbErr;
use uuid::Uuid;

use super::{Evidence, NewInstalment, PayError, PayState, VERIFIED, insert, remind, rows_of};

/// The day on which somebody looks again whether she was paid.
pub(super) fn looked_again_on(
    desk: &Desk,
    unit: &Uow,
    complaint: &Summary,
) -> Result<NaiveDate, UnknownClock> {
    let office = complaint.office.as_deref();
    let clock = desk.clocks().begin(VERIFIED, unit.now(), office)?;
    Ok(desk.clocks().calendar(office).date(clock.due_at))
}

/// A settlement of which nobody has seen that it was paid is looked at again when the pack's clock is over: each sum that
/// the employer alone calls paid, or, where nothing was agreed in parts, the sum itself.
///
/// # Errors
/// [`UnknownClock`], or the database's error.
pub(crate) async fn look_again(
    desk: &Desk,
    unit: &mut Uow,
    complaint: &Summary,
    key: &SubjectKey,
    amount: Option<i64>,
) -> Result<(), PayError> {
    let day = looked_again_on(desk, unit, complaint)?;
    let rows = rows_of(desk, complaint.id).await?;
    let told = rows.iter().filter(|row| row.evidence.as_deref() == Some(Evidence::Employer.code()));
    let mut any = false;
    for row in told {
        remind(desk, unit, complaint, row.id, day);
        any = true;
    }
    if let Some(amount) = amount.filter(|amount| !any && *amount > 0) {
        let number = rows.last().map_or(0, |row| row.number).saturating_add(1);
        insert(desk, unit, complaint, key, number, NewInstalment { due_on: day, amount });
    }
    Ok(())
}

/// What is due still of a complaint that was opened again is followed again; done twice it does nothing more.
///
/// # Errors
/// The database's error.
pub(crate) async fn follow_again(desk: &Desk, unit: &mut Uow, complaint: &Summary) -> Result<(), DbErr> {
    for row in rows_of(desk, complaint.id).await? {
        finish_items(unit, row.id, ItemKind::PayDue);
        if row.state == PayState::Due.code() {
            remind(desk, unit, complaint, row.id, row.due_on);
        }
    }
    Ok(())
}

/// Ends the work on instalments of a complaint that she takes back in this unit.
pub(crate) async fn end_reminders(desk: &Desk, unit: &mut Uow, complaint: Uuid) -> Result<(), DbErr> {
    for row in rows_of(desk, complaint).await? {
        finish_items(unit, row.id, ItemKind::PayDue);
    }
    Ok(())
}
