//! The national duty roster: who reads what nobody has read, in every office, at night too (`safeguards.md` 5). It is kept
//! by who stands above the offices. An office has a roster of its own beside it, which its supervisor keeps: whom the
//! ladder tells there.

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_accounts::{Directory, StaffView};
use haqqi_complaints::Desk;
use haqqi_kernel::{Action, Actor, CommitError, House, Role, Scope, judge};
use haqqi_worklist::{AddShift, Gap, Shift, ShiftError, add_shift, end_shift, gaps, shifts};
use sea_orm::DbErr;
use uuid::Uuid;

/// How far ahead the roster is shown.
const AHEAD: TimeDelta = TimeDelta::days(14);
/// How far ahead the roster is kept true: as far as it is made.
const TIDIED: TimeDelta = TimeDelta::days(400);
/// The longest shift.
const LONGEST: TimeDelta = TimeDelta::hours(24);

/// Why the roster was not changed.
#[derive(Debug, thiserror::Error)]
pub enum RosterError {
    /// Not for this account, or no such shift.
    #[error("no such roster")]
    NotFound,
    /// Nobody of that name may be on duty.
    #[error("not a duty officer")]
    Person,
    /// A shift lasts at least a minute and at most 24 hours, and does not end in the past.
    #[error("not the time of a shift")]
    Time,
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// The roster of the days ahead.
#[derive(Debug, Clone)]
pub struct Roster {
    /// The office whose shifts may be changed; without one, the nation's.
    pub office: Option<String>,
    /// National shifts, with those of the office, by their start.
    pub shifts: Vec<Shift>,
    /// When nobody is on national duty.
    pub gaps: Vec<Gap>,
}

/// The office whose roster is kept by who reaches this far; none for the nation's.
fn kept_by(scope: &Scope) -> Result<Option<String>, RosterError> {
    match scope.offices().first() {
        _ if scope.everything() => Ok(None),
        Some(own) => Ok(Some(own.clone())),
        None => Err(RosterError::NotFound),
    }
}

/// Whether this person may be put on the roster of this office, or of the nation.
fn may_stand(person: &StaffView, office: Option<&str>) -> bool {
    let roles: &[Role] = match office {
        None => &[Role::DutyOfficer],
        Some(_) => &[Role::ComplaintsOfficer, Role::Supervisor],
    };
    let there = office.is_none() || person.office.as_deref() == office;
    !person.disabled && there && roles.iter().any(|role| person.roles.contains(role))
}

/// Who may be put on the roster that this account keeps.
///
/// # Errors
/// [`RosterError`].
pub async fn for_roster(desk: &Desk, actor: &Actor) -> Result<Vec<StaffView>, RosterError> {
    let scope = judge(actor, Action::ManageRoster).map_err(|_| RosterError::NotFound)?;
    let office = kept_by(&scope)?;
    let mut people = Directory::new(desk.site.house.clone()).everybody().await?;
    people.retain(|person| may_stand(person, office.as_deref()));
    Ok(people)
}

/// The roster from now on.
///
/// # Errors
/// [`RosterError`].
pub async fn roster(desk: &Desk, actor: &Actor) -> Result<Roster, RosterError> {
    let scope = judge(actor, Action::ManageRoster).map_err(|_| RosterError::NotFound)?;
    let office = kept_by(&scope)?;
    let house = &desk.site.house;
    let now = house.now();
    let shifts = shifts(house, office.as_deref(), now, now + AHEAD).await?;
    let national: Vec<Shift> = shifts.iter().filter(|shift| shift.office.is_none()).cloned().collect();
    let gaps = gaps(&national, now, now + AHEAD);
    Ok(Roster { office, shifts, gaps })
}

/// Puts a duty officer on the national roster, or a colleague on the own office's.
///
/// # Errors
/// [`RosterError`]; then nothing was written.
pub async fn put_on_duty(
    desk: &Desk,
    actor: &Actor,
    sign_in: &str,
    from: DateTime<Utc>,
    length: TimeDelta,
) -> Result<Uuid, RosterError> {
    let scope = judge(actor, Action::ManageRoster).map_err(|_| RosterError::NotFound)?;
    let office = kept_by(&scope)?;
    let house = &desk.site.house;
    let person = Directory::new(house.clone()).by_sign_in(sign_in).await?.ok_or(RosterError::Person)?;
    if !may_stand(&person, office.as_deref()) {
        return Err(RosterError::Person);
    }
    let to = from + length;
    if length < TimeDelta::minutes(1) || length > LONGEST || to <= house.now() {
        return Err(RosterError::Time);
    }
    let mut unit = house.unit(actor.clone());
    let shift = add_shift(&mut unit, AddShift { staff: person.id, office, from, to });
    let shift = shift.map_err(|error| match error {
        ShiftError::Denied(_) => RosterError::NotFound,
        ShiftError::NoTime => RosterError::Time,
    })?;
    unit.commit().await?;
    Ok(shift)
}

/// Takes a shift off the roster.
///
/// # Errors
/// [`RosterError`]; then nothing was written.
pub async fn take_off_duty(desk: &Desk, actor: &Actor, shift: Uuid) -> Result<(), RosterError> {
    let shown = roster(desk, actor).await?;
    let shift = shown.shifts.iter().find(|other| other.id == shift).ok_or(RosterError::NotFound)?;
    let mut unit = desk.site.house.unit(actor.clone());
    end_shift(&mut unit, shift).map_err(|_| RosterError::NotFound)?;
    unit.commit().await?;
    Ok(())
}

/// Takes off the roster whoever will not be there: away in that time, with a shut account, or no duty officer any more. So
/// a gap is seen, told and promised around as any other (`safeguards.md` 5). Gives how many shifts went.
///
/// # Errors
/// [`RosterError`]; then it is looked again.
pub async fn tidy_roster(house: &House) -> Result<usize, RosterError> {
    let now = house.now();
    let ahead = shifts(house, None, now, now + TIDIED).await?;
    if ahead.is_empty() {
        return Ok(0);
    }
    let directory = Directory::new(house.clone());
    let officers = directory.with_role(Role::DutyOfficer, None).await?;
    let absences = directory.absences().await?;
    let is_there = |shift: &Shift| {
        let away = absences
            .iter()
            .any(|away| away.staff == shift.staff && away.from < shift.to && shift.from < away.until);
        officers.iter().any(|officer| officer.id == shift.staff) && !away
    };
    let gone: Vec<&Shift> = ahead.iter().filter(|shift| !is_there(shift)).collect();
    if gone.is_empty() {
        return Ok(0);
    }
    let mut unit = house.unit(Actor::System);
    for shift in &gone {
        end_shift(&mut unit, shift).map_err(|_| RosterError::NotFound)?;
    }
    unit.commit().await?;
    Ok(gone.len())
}
