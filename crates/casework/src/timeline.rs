//! What happened to a complaint, from the one history.

use chrono::{DateTime, Utc};
use haqqi_complaints::Desk;
use haqqi_kernel::entity::event;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

/// Something that happened.
#[derive(Debug, Clone)]
pub struct Happened {
    /// What, as a dotted code; its label is `event-…`.
    pub what: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// The history of a complaint that the caller may read, oldest first.
///
/// # Errors
/// The database's error.
pub async fn timeline(desk: &Desk, complaint: Uuid) -> Result<Vec<Happened>, DbErr> {
    let rows = event::Entity::find()
        .filter(event::Column::SubjectId.eq(complaint))
        .order_by_asc(event::Column::HappenedAt)
        .order_by_asc(event::Column::Id)
        .all(desk.site.house.reader())
        .await?;
    Ok(rows.into_iter().map(|row| Happened { what: row.what, at: row.happened_at }).collect())
}
