//! The duty roster's table: shifts are added and ended by those who manage it.

use chrono::{DateTime, Utc};
use haqqi_kernel::{Action, Audit, Denied, House, Scope, SubjectKind, Uow, judge};
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, Set};
use uuid::Uuid;

use crate::entity::duty_shift::{ActiveModel, Column, Entity, Model};
use crate::roster::Shift;

/// A shift to be added.
#[derive(Debug, Clone)]
pub struct AddShift {
    /// Who will be on duty.
    pub staff: Uuid,
    /// For which office; none is the national roster.
    pub office: Option<String>,
    /// Start.
    pub from: DateTime<Utc>,
    /// End.
    pub to: DateTime<Utc>,
}

/// Why a shift was not written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ShiftError {
    /// Not for this account.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// It ends before it begins.
    #[error("a shift ends after it begins")]
    NoTime,
}

/// Whether the roster of this office is kept by who reaches this far; without an office, the nation's, on which it hangs
/// who reads at night in every office.
fn keeps(scope: &Scope, office: Option<&str>) -> Result<(), Denied> {
    let may = scope.everything() || office.is_some() && scope.covers(office, None, false, false);
    if may { Ok(()) } else { Err(Denied) }
}

/// Puts somebody on the roster.
///
/// # Errors
/// [`ShiftError`].
pub fn add_shift(unit: &mut Uow, add: AddShift) -> Result<Uuid, ShiftError> {
    keeps(&judge(unit.actor(), Action::ManageRoster)?, add.office.as_deref())?;
    if add.from >= add.to {
        return Err(ShiftError::NoTime);
    }
    let id = unit.id();
    unit.insert(ActiveModel {
        id: Set(id),
        staff_id: Set(add.staff),
        office: Set(add.office),
        starts_at: Set(add.from),
        ends_at: Set(add.to),
        created_at: Set(unit.now()),
    });
    unit.audit(Audit::write("roster.shift-added", SubjectKind::Staff, add.staff));
    Ok(id)
}

/// Takes a shift off the roster.
///
/// # Errors
/// [`ShiftError::Denied`].
pub fn end_shift(unit: &mut Uow, shift: &Shift) -> Result<(), ShiftError> {
    keeps(&judge(unit.actor(), Action::ManageRoster)?, shift.office.as_deref())?;
    unit.delete(Entity::delete_many().filter(Column::Id.eq(shift.id)));
    unit.audit(Audit::write("roster.shift-removed", SubjectKind::Staff, shift.staff));
    Ok(())
}

/// The shifts that touch the time between two instants: the national ones, or an office's with the national ones.
///
/// # Errors
/// The database's error.
pub async fn shifts(
    house: &House,
    office: Option<&str>,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Result<Vec<Shift>, DbErr> {
    let mut place = Condition::any().add(Column::Office.is_null());
    if let Some(office) = office {
        place = place.add(Column::Office.eq(office));
    }
    let rows = Entity::find()
        .filter(Column::EndsAt.gt(from))
        .filter(Column::StartsAt.lt(to))
        .filter(place)
        .order_by_asc(Column::StartsAt)
        .order_by_asc(Column::Id)
        .all(house.reader())
        .await?;
    Ok(rows.into_iter().map(shift).collect())
}

/// Who is on duty at an instant.
///
/// # Errors
/// The database's error.
pub async fn on_duty(house: &House, office: Option<&str>, at: DateTime<Utc>) -> Result<Vec<Uuid>, DbErr> {
    let touching = shifts(house, office, at, at + chrono::TimeDelta::microseconds(1)).await?;
    Ok(touching.into_iter().map(|shift| shift.staff).collect())
}

/// Whether this person is on the national roster now: what [`haqqi_kernel::StaffActor::on_duty`] says.
///
/// # Errors
/// The database's error.
pub async fn is_on_duty(house: &House, staff: Uuid) -> Result<bool, DbErr> {
    Ok(on_duty(house, None, house.now()).await?.contains(&staff))
}

fn shift(row: Model) -> Shift {
    Shift { id: row.id, staff: row.staff_id, office: row.office, from: row.starts_at, to: row.ends_at }
}
