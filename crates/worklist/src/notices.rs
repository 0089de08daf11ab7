//! The notices of one person: shown in the app, seen or not, with a way to the work.

use chrono::{DateTime, Utc};
use haqqi_kernel::{House, Uow};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use crate::entity::{notice, work_item};
use crate::queue::{QueueRow, row_of};
use crate::sight::Sight;
use crate::state::ItemState;

/// Most notices shown at once: whoever has more has them by the queue.
const MOST: u64 = 100;

/// A notice as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Its id.
    pub id: Uuid,
    /// `given`, or the code of a step of the ladder.
    pub kind: String,
    /// The clock's code, where it is about one.
    pub clock: Option<String>,
    /// When that clock is due.
    pub due_at: Option<DateTime<Utc>>,
    /// Legal, or danger.
    pub urgent: bool,
    /// When it was told.
    pub at: DateTime<Utc>,
    /// Seen, or the work is done.
    pub seen: bool,
    /// The work.
    pub work: QueueRow,
}

/// The latest notices of an account, of work that it may still open.
///
/// # Errors
/// The database's error.
pub async fn notices(house: &House, sight: &Sight) -> Result<Vec<Notice>, DbErr> {
    let Some(account) = sight.account() else { return Ok(Vec::new()) };
    let rows = notice::Entity::find()
        .filter(notice::Column::StaffId.eq(account))
        .order_by_desc(notice::Column::CreatedAt)
        .order_by_desc(notice::Column::Id)
        .limit(MOST)
        .all(house.reader())
        .await?;
    let ids = rows.iter().map(|row| row.item_id);
    let items = work_item::Entity::find()
        .filter(work_item::Column::Id.is_in(ids.collect::<Vec<_>>()))
        .filter(sight.condition())
        .all(house.reader())
        .await?;
    let shown = |row: notice::Model| {
        let item = items.iter().find(|item| item.id == row.item_id)?;
        Some(Notice {
            id: row.id,
            kind: row.kind,
            clock: row.clock,
            due_at: row.due_at,
            urgent: row.urgent,
            at: row.created_at,
            seen: row.seen_at.is_some() || item.state != ItemState::Open.code(),
            work: row_of(item.clone()),
        })
    };
    Ok(rows.into_iter().filter_map(shown).collect())
}

/// How many notices of open work this person has not seen.
///
/// # Errors
/// The database's error.
pub async fn unseen(house: &House, staff: Uuid) -> Result<u64, DbErr> {
    use work_item::Column as W;
    let open = Query::select()
        .expr(Expr::value(1))
        .from(work_item::Entity)
        .and_where(Expr::col((work_item::Entity, W::Id)).equals((notice::Entity, notice::Column::ItemId)))
        .and_where(Expr::col((work_item::Entity, W::State)).eq(ItemState::Open.code()))
        .to_owned();
    notice::Entity::find()
        .filter(notice::Column::StaffId.eq(staff))
        .filter(notice::Column::SeenAt.is_null())
        .filter(Condition::all().add(Expr::exists(open)))
        .count(house.reader())
        .await
}

/// Marks one notice of this account as seen, or all: no mail tells of them any more.
pub fn see(unit: &mut Uow, account: Uuid, one: Option<Uuid>) {
    let mut query = notice::Entity::update_many()
        .col_expr(notice::Column::SeenAt, Expr::value(Some(unit.now())))
        .col_expr(notice::Column::MailAfter, Expr::value(Option::<DateTime<Utc>>::None))
        .filter(notice::Column::StaffId.eq(account))
        .filter(notice::Column::SeenAt.is_null());
    if let Some(one) = one {
        query = query.filter(notice::Column::Id.eq(one));
    }
    unit.update(query);
}
