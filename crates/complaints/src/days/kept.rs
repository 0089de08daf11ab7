//! Where the days are kept, sealed: told ones, which win, beside learnt ones.

use haqqi_kernel::{
    Action, Actor, Audit, CommitError, Event, Reference, Scope, SubjectKey, SubjectKind, Uow, judge,
};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use super::{DaysError, Learnt, ToldDays, check_days, plan_reminders, today};
use crate::Desk;
use crate::ask::her_row;
use crate::come_back::{Entered, ReturnError};
use crate::entity::told_dates;
use crate::her_clock::{plan_warnings, waiting_clock};
use crate::open::{ReadError, Summary, summary, unsealed};

/// The field under which told days are sealed.
const FIELD: &str = "complaint.days";
/// The field under which learnt days are sealed.
const LEARNT: &str = "complaint.days-learnt";
/// Writes the first days, with the complaint itself, and plans what follows from them.
pub(crate) fn insert_days(
    desk: &Desk,
    unit: &mut Uow,
    key: &SubjectKey,
    (complaint, office): (Uuid, Option<&str>),
    told: &ToldDays,
    learnt: &ToldDays,
) {
    if told.is_empty() && learnt.is_empty() {
        return;
    }
    let (days, now) = (seal(unit, key, FIELD, told), unit.now());
    let learnt_days = (!learnt.is_empty()).then(|| seal(unit, key, LEARNT, learnt));
    unit.insert(told_dates::ActiveModel {
        complaint_id: Set(complaint),
        days: Set(days),
        learnt: Set(learnt_days),
        told_at: Set(now),
        version: Set(1),
    });
    plan(desk, unit, complaint, office, &merged(told.clone(), learnt.clone()));
}

/// What stands: told days, and learnt ones beside them.
#[derive(Default)]
struct Standing {
    told: ToldDays,
    learnt: ToldDays,
    version: i32,
}

impl Standing {
    /// Of days that somebody gives in the place of these, those that are told. A learnt day that comes back as it stands is
    /// what the form showed, and stays learnt: a calculation made anew still moves it.
    fn told_of(&self, given: &ToldDays) -> ToldDays {
        let mut told = given.clone();
        told.retain(|event, day| self.told.contains_key(event) || self.learnt.get(event) != Some(&*day));
        told
    }
}

/// What was told wins over what was learnt.
fn merged(told: ToldDays, mut learnt: ToldDays) -> ToldDays {
    learnt.extend(told);
    learnt
}

fn plan(desk: &Desk, unit: &mut Uow, complaint: Uuid, office: Option<&str>, days: &ToldDays) {
    plan_reminders(desk, unit, complaint, office, days);
    plan_warnings(desk, unit, complaint, office, days);
}

fn seal(unit: &Uow, key: &SubjectKey, field: &str, days: &ToldDays) -> Vec<u8> {
    unit.seal(key, field, &serde_json::json!({ "v": 1, "is": days }).to_string())
}

/// Puts days in the place of those of their kind. Nobody changes what somebody else has changed since it was read.
async fn keep(
    desk: &Desk,
    unit: &mut Uow,
    key: &SubjectKey,
    (complaint, office): (Uuid, Option<&str>),
    (field, days): (&str, &ToldDays),
    seen: Option<i32>,
) -> Result<(), DaysError> {
    let before = told_dates::Entity::find_by_id(complaint)
        .one(desk.site.house.reader())
        .await
        .map_err(ReturnError::from)?;
    let version = before.as_ref().map_or(0, |row| row.version);
    if seen.is_some_and(|seen| seen != version) {
        return Err(DaysError::Changed);
    }
    let none = ToldDays::new();
    match before {
        None if field == LEARNT => insert_days(desk, unit, key, (complaint, office), &none, days),
        None => insert_days(desk, unit, key, (complaint, office), days, &none),
        Some(_) => {
            let (sealed, now) = (seal(unit, key, field, days), unit.now());
            let column = if field == LEARNT { told_dates::Column::Learnt } else { told_dates::Column::Days };
            unit.update_one(
                told_dates::Entity::update_many()
                    .col_expr(column, Expr::value(sealed))
                    .col_expr(told_dates::Column::ToldAt, Expr::value(now))
                    .col_expr(told_dates::Column::Version, Expr::col(told_dates::Column::Version).add(1))
                    .filter(told_dates::Column::ComplaintId.eq(complaint))
                    .filter(told_dates::Column::Version.eq(version)),
            );
            plan(desk, unit, complaint, office, days);
        }
    }
    Ok(())
}

/// The trail of days that were told: her own, or an officer's.
fn trail(unit: &mut Uow, complaint: Uuid, office: Option<&str>, what: &'static str) {
    unit.audit(Audit::write("complaint.tell-days", SubjectKind::Complaint, complaint));
    unit.event(Event::new(SubjectKind::Complaint, complaint, what).office(office));
}

/// She tells the days: those that she gives take the place of all that were told before. What the house learnt and she
/// leaves as it is, nobody has told.
///
/// # Errors
/// [`DaysError`].
pub async fn tell_days(desk: &Desk, entered: &Entered, days: &ToldDays) -> Result<(), DaysError> {
    let row = her_row(desk, entered).await?;
    let office = row.office.as_deref();
    check_days(desk, office, days)?;
    let house = &desk.site.house;
    let stands = standing(desk, entered.actor(), row.id).await?;
    let told = stands.told_of(days);
    if told == stands.told {
        return Ok(());
    }
    let key = house.subject_key(row.id).await.map_err(ReturnError::from)?;
    let mut unit = house.unit(entered.actor());
    keep(desk, &mut unit, &key, (row.id, office), (FIELD, &told), None).await?;
    trail(&mut unit, row.id, office, "complaint.days-told");
    unit.commit().await.map_err(ReturnError::from)?;
    Ok(())
}

/// An officer notes the days that she, who has perhaps no way to her page, told at the counter or the telephone, or that a
/// paper shows (`safeguards.md` 13). They take the place of all that were told before, as `seen` was when they were read;
/// only what differs from what stands is kept as told.
///
/// # Errors
/// [`DaysError`]; then nothing was written.
pub async fn note_days(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    days: &ToldDays,
    seen: i32,
) -> Result<(), DaysError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    let complaint = summary(desk, &scope, reference).await?;
    let office = complaint.office.as_deref();
    check_days(desk, office, days)?;
    // A clock that waits for somebody is answered, and not wiped away with its day.
    if let Some(code) = waiting_clock(desk, actor, &complaint).await? {
        let starts = desk.site.pack.deadlines().iter().filter(|row| row.code == code).map(|row| &row.starts);
        if let Some(event) = starts.into_iter().find(|event| !days.contains_key(*event)) {
            return Err(DaysError::Waits(event.clone()));
        }
    }
    let house = &desk.site.house;
    let stands = standing(desk, actor.clone(), complaint.id).await?;
    if stands.version != seen {
        return Err(DaysError::Changed);
    }
    let told = stands.told_of(days);
    if told == stands.told {
        return Ok(());
    }
    let key = house.subject_key(complaint.id).await.map_err(ReadError::from)?;
    let mut unit = house.unit(actor.clone());
    keep(desk, &mut unit, &key, (complaint.id, office), (FIELD, &told), Some(seen)).await?;
    trail(&mut unit, complaint.id, office, "complaint.days-noted");
    unit.commit().await.map_err(|error| match error {
        CommitError::Stale | CommitError::Unique(_) => DaysError::Changed,
        other => DaysError::Read(other.into()),
    })?;
    Ok(())
}

/// Keeps what the house learnt for another purpose, in that unit.
///
/// # Errors
/// [`DaysError`]; then the unit must be dropped.
pub async fn learn_days(
    desk: &Desk,
    unit: &mut Uow,
    complaint: &Summary,
    key: &SubjectKey,
    learnt: &Learnt,
) -> Result<(), DaysError> {
    let office = complaint.office.as_deref();
    let days = learnt.days(&desk.site.pack, today(desk, office));
    if days.is_empty() {
        return Ok(());
    }
    keep(desk, unit, key, (complaint.id, office), (LEARNT, &days), None).await
}

async fn opened(desk: &Desk, actor: Actor, id: Uuid) -> Result<ToldDays, ReadError> {
    let stands = standing(desk, actor, id).await?;
    Ok(merged(stands.told, stands.learnt))
}

async fn standing(desk: &Desk, actor: Actor, id: Uuid) -> Result<Standing, ReadError> {
    let house = &desk.site.house;
    let Some(row) = told_dates::Entity::find_by_id(id).one(house.reader()).await? else {
        return Ok(Standing::default());
    };
    let key = house.subject_key(id).await?;
    let mut unit = house.unit(actor);
    unit.audit(Audit::read("complaint.read-days", SubjectKind::Complaint, id));
    let proof = unit.commit().await?;
    let told = unsealed::<ToldDays>(Some(house.open(&proof, &key, FIELD, &row.days)?))?;
    let learnt = row.learnt.map(|sealed| house.open(&proof, &key, LEARNT, &sealed)).transpose()?;
    Ok(Standing { told, learnt: unsealed::<ToldDays>(learnt)?, version: row.version })
}

/// What the days were last changed at: 0 before any. For who changes them after reading.
///
/// # Errors
/// The database's error.
pub async fn days_version(desk: &Desk, id: Uuid) -> Result<i32, DbErr> {
    let row = told_dates::Entity::find_by_id(id).one(desk.site.house.reader()).await?;
    Ok(row.map_or(0, |row| row.version))
}

/// The days that she told, for herself.
///
/// # Errors
/// [`ReturnError`].
pub async fn days_of_worker(desk: &Desk, entered: &Entered) -> Result<ToldDays, ReturnError> {
    let row = her_row(desk, entered).await?;
    opened(desk, entered.actor(), row.id).await.map_err(|error| match error {
        ReadError::Db(error) => error.into(),
        ReadError::Commit(error) => error.into(),
        ReadError::Open(error) => error.into(),
        ReadError::NotFound => ReturnError::Unknown,
    })
}

/// The days that she told, for who works on her complaint: the scope must reach it.
///
/// # Errors
/// [`ReadError`].
pub async fn days_for_staff(
    desk: &Desk,
    actor: &Actor,
    scope: &Scope,
    id: Uuid,
) -> Result<ToldDays, ReadError> {
    let row = crate::store::by_id(&desk.site.house, scope, id).await?.ok_or(ReadError::NotFound)?;
    opened(desk, actor.clone(), row.id).await
}
