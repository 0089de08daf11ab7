//! The work that the queue shows: a wish that nobody has decided, a list that waits for the first or the second person. It
//! is opened in the unit that makes it wait, and ended in the unit that decides.

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_kernel::{Actor, CommitError, Reference, Role, SubjectKind, Uow};
use haqqi_worklist::{About, ItemKind, NewItem, finish_items, open_item, open_work};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::RetentionDesk;
use crate::entity::{erasure_batch, erasure_request};
use crate::model::BatchState;

/// So soon somebody should decide a wish.
const WISH: TimeDelta = TimeDelta::days(7);
/// So soon each of two people should decide a list.
const LIST: TimeDelta = TimeDelta::days(14);

fn opened(
    unit: &mut Uow,
    of: (SubjectKind, Uuid, About),
    reference: &str,
    office: Option<&str>,
    due_at: DateTime<Utc>,
) {
    // What has no reference any more was erased, and waits for nobody.
    let Ok(reference) = reference.parse::<Reference>() else { return };
    let item = NewItem {
        office: office.map(str::to_owned),
        role: Some(Role::DataProtectionOfficer),
        ..NewItem::new(ItemKind::ErasureToDecide, of.0, of.1, of.2, reference, due_at)
    };
    open_item(unit, item);
}

/// A wish waits.
pub(crate) fn wish_waits(unit: &mut Uow, complaint: Uuid, reference: &str, office: Option<&str>) {
    let due = unit.now() + WISH;
    opened(unit, (SubjectKind::Complaint, complaint, About::Complaint(complaint)), reference, office, due);
}

/// A list waits.
pub(crate) fn list_waits(unit: &mut Uow, list: Uuid, number: &str, office: Option<&str>) {
    let due = unit.now() + LIST;
    opened(unit, (SubjectKind::House, list, About::Nothing), number, office, due);
}

/// Nobody has to decide this any more: the complaint of a wish, or a list.
pub(crate) fn decided(unit: &mut Uow, subject: Uuid) {
    finish_items(unit, subject, ItemKind::ErasureToDecide);
}

/// Opens what lacks: for lists and wishes that waited already when there was no such work yet.
///
/// # Errors
/// The database's error, or a commit's.
pub(crate) async fn open_what_lacks(desk: &RetentionDesk) -> Result<(), CommitError> {
    let failed = |error: DbErr| CommitError::Db(error.to_string());
    let house = &desk.site().house;
    let waits = [BatchState::Prepared.code(), BatchState::Approved.code()];
    let lists = erasure_batch::Entity::find()
        .filter(erasure_batch::Column::State.is_in(waits))
        .all(house.reader())
        .await
        .map_err(failed)?;
    let wishes = erasure_request::Entity::find()
        .filter(erasure_request::Column::DecidedAt.is_null())
        .filter(erasure_request::Column::Reference.ne(""))
        .all(house.reader())
        .await
        .map_err(failed)?;
    let mut unit = house.unit(Actor::System);
    let mut lacks = false;
    for list in lists {
        if open_work(house, list.id, ItemKind::ErasureToDecide).await.map_err(failed)?.is_none() {
            list_waits(&mut unit, list.id, &list.number, list.office.as_deref());
            lacks = true;
        }
    }
    for wish in wishes {
        if open_work(house, wish.complaint_id, ItemKind::ErasureToDecide).await.map_err(failed)?.is_none() {
            wish_waits(&mut unit, wish.complaint_id, &wish.reference, wish.office.as_deref());
            lacks = true;
        }
    }
    if lacks { unit.commit().await.map(|_| ()) } else { Ok(()) }
}
