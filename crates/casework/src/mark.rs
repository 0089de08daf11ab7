//! Where a complaint stood when a form was made: two people who work on one record do not write over each other. A form
//! carries the mark; where something has happened since, it is shown again with what was typed.

use haqqi_complaints::{Desk, Summary};
use haqqi_kernel::entity::event;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter};

/// The mark of what has happened so far: the version of the row, and how much was told and done. The ladder of a clock
/// changes nothing in what somebody types.
///
/// # Errors
/// The database's error.
pub async fn mark(desk: &Desk, complaint: &Summary) -> Result<String, DbErr> {
    let happened = event::Entity::find()
        .filter(event::Column::SubjectId.eq(complaint.id))
        .filter(event::Column::What.not_like("deadline.%"))
        .filter(event::Column::What.ne("complaint.seen-by-worker"))
        .count(desk.site.house.reader())
        .await?;
    Ok(format!("{}.{happened}", complaint.version))
}
