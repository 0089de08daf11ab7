//! Reading rows back by what they belong to.

use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use haqqi_kernel::Uow;

use crate::entity::{deadline, rung, work_item};
use crate::ladder::BREACH;
use crate::sight::Sight;

/// The last deadline of this clock for a subject.
pub(crate) async fn last_deadline(
    unit: &Uow,
    subject: Uuid,
    clock: &str,
) -> Result<Option<deadline::Model>, DbErr> {
    deadline::Entity::find()
        .filter(deadline::Column::SubjectId.eq(subject))
        .filter(deadline::Column::Clock.eq(clock))
        .order_by_desc(deadline::Column::BeganAt)
        .one(unit.reader())
        .await
}

/// A work item by id, if it is seen.
pub(crate) async fn item(unit: &Uow, sight: &Sight, id: Uuid) -> Result<Option<work_item::Model>, DbErr> {
    work_item::Entity::find_by_id(id).filter(sight.condition()).one(unit.reader()).await
}

/// The rungs of a deadline that are its breach, crossed or not.
pub(crate) async fn breach_rungs(unit: &Uow, deadline: Uuid) -> Result<Vec<rung::Model>, DbErr> {
    rung::Entity::find()
        .filter(rung::Column::DeadlineId.eq(deadline))
        .filter(rung::Column::Code.eq(BREACH))
        .order_by_asc(rung::Column::Number)
        .all(unit.reader())
        .await
}
