//! How many assessments were made of a complaint. Whoever weighs all that is known of it reads the number first, and says
//! within the unit that it is still this one: what came in between is never written over.

use haqqi_kernel::{House, Uow};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use crate::entity::assessed::{ActiveModel, Column, Entity};

/// How many were made; 0 where none was counted yet.
///
/// # Errors
/// The database's error.
pub async fn assessed(house: &House, complaint: Uuid) -> Result<i32, DbErr> {
    Ok(Entity::find_by_id(complaint).one(house.reader()).await?.map_or(0, |row| row.number))
}

/// Says within the unit that so many were made until now: else the commit is stale, or finds the row there.
pub(crate) fn still(unit: &mut Uow, complaint: Uuid, number: i32) {
    if number == 0 {
        unit.insert(ActiveModel { complaint_id: Set(complaint), number: Set(0) });
        return;
    }
    unit.update_one(
        Entity::update_many()
            .col_expr(Column::Number, Expr::value(number))
            .filter(Column::ComplaintId.eq(complaint))
            .filter(Column::Number.eq(number)),
    );
}

/// Counts one within the unit.
pub(crate) fn count(unit: &mut Uow, complaint: Uuid) {
    let more = Expr::col((Entity, Column::Number)).add(1);
    let again = OnConflict::column(Column::ComplaintId).value(Column::Number, more).to_owned();
    let mut one = Query::insert();
    one.into_table(Entity)
        .columns([Column::ComplaintId, Column::Number])
        .values_panic([complaint.into(), 1.into()])
        .on_conflict(again);
    unit.insert_found(&one);
}
