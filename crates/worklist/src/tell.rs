//! The job that tells people of one crossed step of the ladder: notices in the table, and for those who wish it a time
//! at which a mail may say that there are some. Nothing personal stands in a notice: ids and codes.

use chrono::{DateTime, Utc};
use haqqi_kernel::{Actor, Claimed, Done, House, JobFailure, Uow};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set, TryIntoModel};
use uuid::Uuid;

use crate::clock::Clocks;
use crate::duty::on_duty;
use crate::entity::{deadline, mail_way, notice, rung, work_item};
use crate::item::{About, NewItem, Urgency};
use crate::items::opened;
use crate::seek::nobody;
use crate::state::DeadlineState;
use crate::whom::{Colleague, SUPERVISOR, whom};

/// The kind of the job that tells of a step.
pub const TELL: &str = "worklist.tell";

/// Work that was given to somebody.
pub(crate) const GIVEN: &str = "given";

/// A notice to be written.
pub(crate) struct NewNotice<'a> {
    /// What makes it the same notice: written twice, it is there once.
    pub effect: String,
    pub staff: Uuid,
    /// `given`, or the code of a step.
    pub kind: &'a str,
    pub item: Uuid,
    pub clock: Option<String>,
    pub due_at: Option<DateTime<Utc>>,
    pub urgent: bool,
    pub mail_after: Option<DateTime<Utc>>,
}

pub(crate) fn write(unit: &mut Uow, new: NewNotice<'_>) {
    let row = notice::ActiveModel {
        id: Set(unit.id()),
        effect: Set(new.effect),
        staff_id: Set(new.staff),
        kind: Set(new.kind.to_owned()),
        item_id: Set(new.item),
        clock: Set(new.clock),
        due_at: Set(new.due_at),
        urgent: Set(new.urgent),
        created_at: Set(unit.now()),
        seen_at: Set(None),
        mail_after: Set(new.mail_after),
    };
    unit.insert_or_ignore(row, [notice::Column::Effect]);
}

/// Tells people of the step that the job names, unless the clock was met in the meantime.
///
/// # Errors
/// [`JobFailure::Again`] where it cannot be written, or there is nobody to be told; [`JobFailure::Never`] for a job
/// that names no step.
pub async fn tell(house: &House, clocks: &Clocks, people: &[Colleague], claimed: &Claimed) -> Done {
    let again = |error: &dyn std::fmt::Display| JobFailure::Again(error.to_string());
    let id = claimed.id_of("deadline")?;
    let number = claimed.payload.get("rung").and_then(serde_json::Value::as_i64);
    let number = number.and_then(|number| i32::try_from(number).ok());
    let number = number.ok_or_else(|| JobFailure::Never("the job names no step".to_owned()))?;
    let reader = house.reader();
    let row = deadline::Entity::find_by_id(id).one(reader).await.map_err(|e| again(&e))?;
    let step = rung::Entity::find_by_id((id, number)).one(reader).await.map_err(|e| again(&e))?;
    let (Some(row), Some(step)) = (row, step) else { return Ok(()) };
    let owed = matches!(
        DeadlineState::from_code(&row.state),
        Some(DeadlineState::Running | DeadlineState::Breached)
    );
    let Some(item) = row.item_id.filter(|_| owed) else { return Ok(()) };
    let item = work_item::Entity::find_by_id(item).one(reader).await.map_err(|e| again(&e))?;
    let Some(item) = item else { return Ok(()) };
    let now = house.now();
    let shift = on_duty(house, item.office.as_deref(), now).await.map_err(|e| again(&e))?;
    let told = whom(people, &item, &step.who, &shift);
    if told.is_empty() {
        return nobody(house, people, &item).await;
    }
    let ways = with_mail(house, told.iter().map(|person| person.id)).await.map_err(|e| again(&e))?;
    let urgent = row.legal || item.urgency == Urgency::Danger.rank();
    let mail_after = if urgent { now } else { clocks.mail_time(now, item.office.as_deref()) };
    let mut unit = house.unit(Actor::System);
    for person in told {
        write(
            &mut unit,
            NewNotice {
                effect: format!("rung:{id}:{number}:{}", person.id),
                staff: person.id,
                kind: &step.code,
                item: item.id,
                clock: Some(row.clock.clone()),
                due_at: Some(row.due_at),
                urgent,
                mail_after: ways.contains(&person.id).then_some(mail_after),
            },
        );
    }
    unit.commit().await.map_err(|e| again(&e)).map(|_| ())
}

/// What the notices of [`alarm`] are about: work that nobody does.
pub(crate) const ALARM: &str = "alarm";

/// Opens work for which nobody is there, and tells at once, by mail too where they wish it, whoever supervises: by the steps
/// of the ladder, from the office up. Whether anybody was told.
///
/// # Errors
/// The database's error; nothing is in the unit then.
pub async fn alarm(unit: &mut Uow, people: &[Colleague], new: NewItem) -> Result<bool, sea_orm::DbErr> {
    let id = unit.id();
    let mut row = opened(unit, id, new.clone());
    let mut item: work_item::Model = row.clone().try_into_model()?;
    let mut told: Vec<Uuid> =
        whom(people, &item, SUPERVISOR, &[]).into_iter().map(|person| person.id).collect();
    if told.is_empty() {
        // All who might be told have a tie. That there is something for which somebody without one must be found they are
        // told all the same, and nothing of what it is: else it would be lost to everybody.
        let bare = NewItem {
            about: About::Nothing,
            language: None,
            place: None,
            label: None,
            level: None,
            cluster: None,
            ..new
        };
        row = opened(unit, id, bare);
        item = row.clone().try_into_model()?;
        told = whom(people, &item, SUPERVISOR, &[]).into_iter().map(|person| person.id).collect();
    }
    unit.insert(row);
    sound(unit, &format!("alarm:{}", item.id), &item, &told).await?;
    Ok(!told.is_empty())
}

/// Tells these people at once, by mail too where they wish it, of work that may be nobody's; `effect` is what makes it the same
/// notice.
///
/// # Errors
/// The database's error.
pub(crate) async fn sound(
    unit: &mut Uow,
    effect: &str,
    item: &work_item::Model,
    people: &[Uuid],
) -> Result<(), sea_orm::DbErr> {
    let ways = with_mail(unit.house(), people.iter().copied()).await?;
    for person in people {
        let notice = NewNotice {
            effect: format!("{effect}:{person}"),
            staff: *person,
            kind: ALARM,
            item: item.id,
            clock: None,
            due_at: Some(item.due_at),
            urgent: true,
            mail_after: ways.contains(person).then_some(unit.now()),
        };
        write(unit, notice);
    }
    Ok(())
}

/// Who of these wants to be told by mail.
async fn with_mail(house: &House, staff: impl Iterator<Item = Uuid>) -> Result<Vec<Uuid>, sea_orm::DbErr> {
    let rows = mail_way::Entity::find()
        .filter(mail_way::Column::StaffId.is_in(staff.collect::<Vec<_>>()))
        .all(house.reader())
        .await?;
    Ok(rows.into_iter().map(|row| row.staff_id).collect())
}
