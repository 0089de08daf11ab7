//! Giving work back: an interpreter who knows somebody concerned, or cannot do it. Its clock runs on.

use haqqi_kernel::{Audit, House, Uow};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use crate::entity::{given_back, work_item};
use crate::item::ItemKind;
use crate::ladder::subject_kind;
use crate::state::ItemState;

/// Takes work from the one who has it and remembers why, so that it does not come to them again. Gives its subject;
/// none where it is not theirs.
///
/// # Errors
/// The database's error; the commit is stale when it changed in the meantime.
pub async fn give_back(
    unit: &mut Uow,
    item: Uuid,
    kind: ItemKind,
    reason: &'static str,
) -> Result<Option<Uuid>, DbErr> {
    let Some(account) = unit.actor().account() else { return Ok(None) };
    let row = work_item::Entity::find_by_id(item).one(unit.reader()).await?;
    let theirs = |row: &work_item::Model| {
        row.assignee == Some(account) && row.kind == kind.code() && row.state == ItemState::Open.code()
    };
    let Some(row) = row.filter(theirs) else { return Ok(None) };
    unit.update_one(
        work_item::Entity::update_many()
            .col_expr(work_item::Column::Assignee, Expr::value(Option::<Uuid>::None))
            .col_expr(work_item::Column::Version, Expr::col(work_item::Column::Version).add(1))
            .filter(work_item::Column::Id.eq(item))
            .filter(work_item::Column::Version.eq(row.version)),
    );
    let at = unit.now();
    let given = given_back::ActiveModel {
        item_id: Set(item),
        staff_id: Set(account),
        reason: Set(reason.to_owned()),
        at: Set(at),
    };
    unit.insert_or_ignore(given, [given_back::Column::ItemId, given_back::Column::StaffId]);
    unit.audit(
        Audit::write("work.given-back", subject_kind(&row.subject_kind), row.subject_id).purpose(reason),
    );
    Ok(Some(row.subject_id))
}

/// Who gave work of this kind on a subject back.
///
/// # Errors
/// The database's error.
pub async fn gave_back(house: &House, subject: Uuid, kind: ItemKind) -> Result<Vec<Uuid>, DbErr> {
    let items = work_item::Entity::find()
        .filter(work_item::Column::SubjectId.eq(subject))
        .filter(work_item::Column::Kind.eq(kind.code()))
        .all(house.reader())
        .await?;
    let ids = items.iter().map(|item| item.id).collect::<Vec<_>>();
    let rows =
        given_back::Entity::find().filter(given_back::Column::ItemId.is_in(ids)).all(house.reader()).await?;
    Ok(rows.into_iter().map(|row| row.staff_id).collect())
}
