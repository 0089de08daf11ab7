//! Who is away, and who stands in: nobody is given work in an absence, and what they have is their deputy's to see.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_kernel::{Action, Actor, Audit, CommitError, House, Job, Role, SubjectKind, Uow, judge};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, Set};
use uuid::Uuid;

use crate::directory::{Directory, StaffView};
use crate::entity::absence::{ActiveModel, Column, Entity, Model};

/// The kind of the job that looks, when an absence begins, whether the deputy has a tie to anything of what they would see:
/// that goes to others. Its payload is `{"absence": id}`.
pub const STANDS_IN: &str = "staff.stands-in";

/// The longest absence that is noted at once: whoever is away longer hands over.
const LONGEST: TimeDelta = TimeDelta::days(366);

/// An absence to be noted.
#[derive(Debug, Clone, Copy)]
pub struct NewAbsence {
    /// Who is away.
    pub staff: Uuid,
    /// From when on.
    pub from: DateTime<Utc>,
    /// Until before when.
    pub until: DateTime<Utc>,
    /// Who stands in.
    pub deputy: Option<Uuid>,
}

/// An absence as it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AbsenceView {
    /// Its id.
    pub id: Uuid,
    /// Who is away.
    pub staff: Uuid,
    /// From when on.
    pub from: DateTime<Utc>,
    /// Until before when.
    pub until: DateTime<Utc>,
    /// Who stands in.
    pub deputy: Option<Uuid>,
}

/// Why an absence was not noted, or not ended.
#[derive(Debug, thiserror::Error)]
pub enum AbsenceError {
    /// No such person or absence, or not for this account.
    #[error("no such absence")]
    NotFound,
    /// It ends before it begins, has ended, or is longer than a year.
    #[error("not the time of an absence")]
    Time,
    /// The deputy is of another office or does other work, or is away then.
    #[error("this person cannot stand in")]
    Deputy,
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Whose work is an office's, or the nation's, and not theirs alone: for these another can stand in. A text, a session or a
/// visit that was given to one person is given to another instead.
const SHARED: [Role; 6] = [
    Role::ComplaintsOfficer,
    Role::Supervisor,
    Role::Planner,
    Role::DutyOfficer,
    Role::ChildLead,
    Role::ReferralCoordinator,
];

/// Whether somebody works here: a partner and a user of an agency are no colleagues.
pub(crate) fn is_ours(person: &StaffView) -> bool {
    person.agency.is_none() && !person.roles.contains(&Role::Partner)
}

/// Whether this account may say when that person is away: everybody who works here for themselves, and whoever gives them
/// work.
#[must_use]
pub fn may_note_absence(actor: &Actor, person: &StaffView) -> bool {
    let gives = judge(actor, Action::AssignWork)
        .is_ok_and(|scope| scope.covers(person.office.as_deref(), None, false, false));
    is_ours(person) && (actor.account() == Some(person.id) || gives)
}

/// Whether one may stand in for the other: of the same office, with a role that the other has too and of which the work is
/// not one person's alone. A tie of theirs is nobody's business here: what it shuts goes to others ([`STANDS_IN`]).
#[must_use]
pub fn may_stand_in(deputy: &StaffView, away: &StaffView) -> bool {
    deputy.id != away.id
        && !deputy.disabled
        && is_ours(deputy)
        && deputy.office == away.office
        && deputy.roles.iter().any(|role| SHARED.contains(role) && away.roles.contains(role))
}

/// Notes an absence.
///
/// # Errors
/// [`AbsenceError`]; then nothing was written.
pub async fn note_absence(house: &House, actor: &Actor, new: NewAbsence) -> Result<Uuid, AbsenceError> {
    let directory = Directory::new(house.clone());
    let person = directory.person(new.staff).await?;
    let person = person.filter(|person| may_note_absence(actor, person)).ok_or(AbsenceError::NotFound)?;
    if new.from >= new.until || new.until <= house.now() || new.until - new.from > LONGEST {
        return Err(AbsenceError::Time);
    }
    if let Some(deputy) = new.deputy {
        let there = directory.person(deputy).await?.is_some_and(|deputy| may_stand_in(&deputy, &person));
        if !there || directory.absent(deputy, new.from, new.until).await? {
            return Err(AbsenceError::Deputy);
        }
    }
    let mut unit = house.unit(actor.clone());
    let id = add_absence(&mut unit, new);
    unit.commit().await?;
    Ok(id)
}

/// Writes an absence that was judged before.
pub fn add_absence(unit: &mut Uow, new: NewAbsence) -> Uuid {
    let id = unit.id();
    unit.insert(ActiveModel {
        id: Set(id),
        staff_id: Set(new.staff),
        from_at: Set(new.from),
        until_at: Set(new.until),
        deputy: Set(new.deputy),
    });
    if new.deputy.is_some() {
        unit.job(Job::new(STANDS_IN, serde_json::json!({ "absence": id })).run_after(new.from));
    }
    unit.audit(Audit::write("staff.absence", SubjectKind::Staff, new.staff));
    id
}

/// Ends an absence: whoever came back early, or stays.
///
/// # Errors
/// [`AbsenceError`]; then nothing was written.
pub async fn end_absence(house: &House, actor: &Actor, absence: Uuid) -> Result<(), AbsenceError> {
    let row = Entity::find_by_id(absence).one(house.reader()).await?.ok_or(AbsenceError::NotFound)?;
    let person = Directory::new(house.clone()).person(row.staff_id).await?;
    person.filter(|person| may_note_absence(actor, person)).ok_or(AbsenceError::NotFound)?;
    let mut unit = house.unit(actor.clone());
    unit.delete(Entity::delete_many().filter(Column::Id.eq(absence)));
    unit.audit(Audit::write("staff.absence-ended", SubjectKind::Staff, row.staff_id));
    unit.commit().await?;
    Ok(())
}

impl Directory {
    /// The absences that are not over, in order of time.
    ///
    /// # Errors
    /// The database's error.
    pub async fn absences(&self) -> Result<Vec<AbsenceView>, DbErr> {
        let rows = Entity::find()
            .filter(Column::UntilAt.gt(self.house().now()))
            .order_by_asc(Column::FromAt)
            .order_by_asc(Column::Id)
            .all(self.house().reader())
            .await?;
        Ok(rows.into_iter().map(view).collect())
    }

    /// Who is away at this moment, and who stands in for them.
    ///
    /// # Errors
    /// The database's error.
    pub async fn away(&self) -> Result<HashMap<Uuid, Option<Uuid>>, DbErr> {
        let now = self.house().now();
        let all = self.absences().await?;
        let mut away: HashMap<Uuid, Option<Uuid>> = HashMap::new();
        for absence in all.into_iter().filter(|absence| absence.from <= now) {
            let deputy = away.entry(absence.staff).or_default();
            *deputy = deputy.or(absence.deputy);
        }
        Ok(away)
    }

    /// For whom this person stands in at this moment.
    ///
    /// # Errors
    /// The database's error.
    pub async fn stands_in_for(&self, deputy: Uuid) -> Result<Vec<Uuid>, DbErr> {
        let now = self.house().now();
        let rows = Entity::find()
            .filter(Column::Deputy.eq(deputy))
            .filter(Column::FromAt.lte(now))
            .filter(Column::UntilAt.gt(now))
            .all(self.house().reader())
            .await?;
        Ok(rows.into_iter().map(|row| row.staff_id).collect())
    }

    /// Whether a person is absent at any moment between the two.
    ///
    /// # Errors
    /// The database's error.
    pub async fn absent(
        &self,
        person: Uuid,
        from: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<bool, DbErr> {
        let row = Entity::find()
            .filter(Column::StaffId.eq(person))
            .filter(Column::FromAt.lt(until))
            .filter(Column::UntilAt.gt(from))
            .one(self.house().reader())
            .await?;
        Ok(row.is_some())
    }
}

fn view(row: Model) -> AbsenceView {
    AbsenceView {
        id: row.id,
        staff: row.staff_id,
        from: row.from_at,
        until: row.until_at,
        deputy: row.deputy,
    }
}
