//! Work that may be nobody's: everybody who would do it has a tie to the workplace, is away or was never there. Who comes
//! next on the ladder is told at once rather than at its first step; where that is nobody either, it is an alarm.

use haqqi_kernel::{Actor, Claimed, Done, House, Job, JobFailure, Role, SubjectKind, Uow};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter};
use uuid::Uuid;

use crate::duty::on_duty;
use crate::entity::work_item;
use crate::item::{About, ItemKind, NewItem, Urgency};
use crate::ladder::subject_kind;
use crate::state::ItemState;
use crate::tell::{alarm, sound};
use crate::whom::{Colleague, OWNER, stand_by, whom};

/// The kind of the job that looks whether somebody may do a piece of work.
pub const SEEK: &str = "worklist.seek";

/// Has it looked, once this unit is written, whether somebody is there for this work.
pub fn seek(unit: &mut Uow, item: Uuid) {
    unit.job(Job::new(SEEK, serde_json::json!({ "item": item })));
}

/// Tells, of work that nobody would do, whoever comes next on the ladder; where nobody does, raises the alarm.
///
/// # Errors
/// [`JobFailure::Again`] where it cannot be written, or there is nobody at all.
pub async fn look_for_somebody(house: &House, people: &[Colleague], claimed: &Claimed) -> Done {
    let again = |error: &dyn std::fmt::Display| JobFailure::Again(error.to_string());
    let id = claimed.id_of("item")?;
    let item = work_item::Entity::find_by_id(id)
        .filter(work_item::Column::State.eq(ItemState::Open.code()))
        .one(house.reader())
        .await
        .map_err(|e| again(&e))?;
    let Some(item) = item else { return Ok(()) };
    let shift = on_duty(house, item.office.as_deref(), house.now()).await.map_err(|e| again(&e))?;
    if stand_by(people, &item, &shift) {
        return Ok(());
    }
    let told: Vec<Uuid> = whom(people, &item, OWNER, &shift).into_iter().map(|person| person.id).collect();
    if told.is_empty() {
        return nobody(house, people, &item).await;
    }
    let mut unit = house.unit(Actor::System);
    let effect = format!("seek:{}:{}", item.id, item.version);
    sound(&mut unit, &effect, &item, &told).await.map_err(|e| again(&e))?;
    unit.commit().await.map_err(|e| again(&e)).map(|_| ())
}

/// Nobody may be told of this work: the alarm, once.
pub(crate) async fn nobody(house: &House, people: &[Colleague], item: &work_item::Model) -> Done {
    let again = |error: &dyn std::fmt::Display| JobFailure::Again(error.to_string());
    let stands = work_item::Entity::find()
        .filter(work_item::Column::SubjectId.eq(item.subject_id))
        .filter(work_item::Column::Kind.eq(ItemKind::Unrouted.code()))
        .filter(work_item::Column::State.eq(ItemState::Open.code()))
        .count(house.reader())
        .await
        .map_err(|e| again(&e))?;
    if stands > 0 {
        return Ok(());
    }
    let kind = subject_kind(&item.subject_kind);
    let reference =
        item.reference.parse().map_err(|_| JobFailure::Never("the work has no reference".to_owned()))?;
    let about = match item.about {
        Some(workplace) if kind == SubjectKind::Visit => About::Workplace(workplace),
        Some(complaint) => About::Complaint(complaint),
        None => About::Nothing,
    };
    let mut unit = house.unit(Actor::System);
    let new = NewItem {
        office: item.office.clone(),
        role: Some(Role::Supervisor),
        urgency: if item.urgency == Urgency::Danger.rank() { Urgency::Danger } else { Urgency::High },
        concerned: item.concerned.clone(),
        duty: item.duty,
        child: item.child,
        ..NewItem::new(ItemKind::Unrouted, kind, item.subject_id, about, reference, item.due_at)
    };
    if !alarm(&mut unit, people, new).await.map_err(|e: DbErr| again(&e))? {
        return Err(JobFailure::Again("there is nobody who may be told".to_owned()));
    }
    unit.commit().await.map_err(|e| again(&e)).map(|_| ())
}
