//! Views of the queue that a person keeps: a name and a filter, seen by nobody else.

use haqqi_kernel::{House, Uow, one_line};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, Set};
use uuid::Uuid;

use crate::entity::saved_view::{ActiveModel, Column, Entity};
use crate::queue::Filter;

/// At most so many of one person.
pub const MOST_VIEWS: u64 = 12;
/// The longest name, in characters.
pub const LONGEST_VIEW: usize = 40;

/// A view that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedView {
    /// Its id.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// What it shows.
    pub filter: Filter,
}

/// Why a view was not kept.
#[derive(Debug, thiserror::Error)]
pub enum ViewError {
    /// Nobody's account.
    #[error("nobody keeps this")]
    Nobody,
    /// It has no name, or a longer one than fits.
    #[error("no name that fits")]
    Name,
    /// There are as many as one may keep.
    #[error("too many views")]
    Many,
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// The views of a person, in the order in which they were kept. One that a later version cannot read is left out.
///
/// # Errors
/// The database's error.
pub async fn saved_views(house: &House, staff: Uuid) -> Result<Vec<SavedView>, DbErr> {
    let rows = Entity::find()
        .filter(Column::StaffId.eq(staff))
        .order_by_asc(Column::SavedAt)
        .order_by_asc(Column::Id)
        .all(house.reader())
        .await?;
    let read = |row: crate::entity::saved_view::Model| {
        let filter = serde_json::from_str(&row.filter).ok()?;
        Some(SavedView { id: row.id, name: row.name, filter })
    };
    Ok(rows.into_iter().filter_map(read).collect())
}

/// Keeps a view of the one who acts.
///
/// # Errors
/// [`ViewError`]; then nothing is to be committed.
pub async fn save_view(unit: &mut Uow, name: &str, filter: &Filter) -> Result<Uuid, ViewError> {
    let staff = unit.actor().account().ok_or(ViewError::Nobody)?;
    let name = one_line(name);
    if name.is_empty() || name.chars().count() > LONGEST_VIEW {
        return Err(ViewError::Name);
    }
    let many = Entity::find().filter(Column::StaffId.eq(staff)).count(unit.reader()).await?;
    if many >= MOST_VIEWS {
        return Err(ViewError::Many);
    }
    let id = unit.id();
    unit.insert(ActiveModel {
        id: Set(id),
        staff_id: Set(staff),
        name: Set(name),
        filter: Set(serde_json::to_string(filter).map_err(|e| DbErr::Custom(e.to_string()))?),
        saved_at: Set(unit.now()),
    });
    Ok(id)
}

/// Forgets a view of the one who acts; another's stays.
pub fn drop_view(unit: &mut Uow, view: Uuid) {
    let staff = unit.actor().account().unwrap_or(Uuid::nil());
    unit.delete(Entity::delete_many().filter(Column::Id.eq(view)).filter(Column::StaffId.eq(staff)));
}
