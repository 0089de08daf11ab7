//! What happened at an establishment, as anybody who may look it up may know it.

use chrono::{DateTime, Utc};
use haqqi_kernel::entity::event;
use haqqi_kernel::{Action, Actor, SubjectKind, judge};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::desk::EstablishmentDesk;
use crate::view::ReadError;

/// What is shown: things that the establishment itself has seen. A closed list, so that whatever else a room may come
/// to write tells nothing here. When a record was added to the register is not on it, nor when a name or a worksite
/// was: they may follow upon what somebody told (`safeguards.md` 11).
const SHOWN: [&str; 6] = [
    "establishment.renamed",
    "establishment.visited",
    "establishment.report-issued",
    "establishment.measure-imposed",
    "establishment.measure-met",
    "establishment.measure-missed",
];

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happened {
    /// What, as a dotted code; its label is `event-…`.
    pub what: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// The history of an establishment, newest first, without any source.
///
/// # Errors
/// [`ReadError::NotFound`] where the actor may look up none.
pub async fn history(
    desk: &EstablishmentDesk,
    actor: &Actor,
    establishment: Uuid,
) -> Result<Vec<Happened>, ReadError> {
    let scope = judge(actor, Action::ReadEstablishment).map_err(|_| ReadError::NotFound)?;
    // Who has a tie here learns nothing of when inspectors came.
    if scope.ties().contains(&establishment) {
        return Ok(Vec::new());
    }
    let rows = event::Entity::find()
        .filter(event::Column::SubjectKind.eq(SubjectKind::Establishment.code()))
        .filter(event::Column::SubjectId.eq(establishment))
        .filter(event::Column::What.is_in(SHOWN))
        .order_by_desc(event::Column::HappenedAt)
        .order_by_desc(event::Column::Id)
        .all(desk.site.house.reader())
        .await?;
    Ok(rows.into_iter().map(|row| Happened { what: row.what, at: row.happened_at }).collect())
}
