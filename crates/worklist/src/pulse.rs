//! How the queue does as a whole, for operators: numbers alone, no office, no person, no reference.

use chrono::{DateTime, Utc};
use haqqi_kernel::House;
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

use crate::clock::LEGAL;
use crate::entity::{deadline, work_item};
use crate::state::{DeadlineState, ItemState};

/// The queue at one instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pulse {
    /// Open work in all.
    pub open: u64,
    /// When the oldest open work began.
    pub oldest: Option<DateTime<Utc>>,
    /// Open work that is past its time.
    pub late: u64,
    /// Complaints that no person has acknowledged within the legal time, and still has not.
    pub unacknowledged_late: u64,
}

/// Takes the queue's pulse.
///
/// # Errors
/// The database's error.
pub async fn pulse(house: &House) -> Result<Pulse, DbErr> {
    use deadline::Column as D;
    use work_item::Column as W;
    let now = house.now();
    let open = || work_item::Entity::find().filter(W::State.eq(ItemState::Open.code()));
    let oldest: Option<DateTime<Utc>> = open()
        .select_only()
        .column(W::CreatedAt)
        .order_by_asc(W::CreatedAt)
        .limit(1)
        .into_tuple()
        .one(house.reader())
        .await?;
    // The ladder may not have climbed yet: what runs and is past its time is late all the same.
    let running = Condition::all().add(D::State.eq(DeadlineState::Running.code())).add(D::DueAt.lt(now));
    let late = Condition::any().add(D::State.eq(DeadlineState::Breached.code())).add(running);
    Ok(Pulse {
        open: open().count(house.reader()).await?,
        oldest,
        late: open().filter(W::DueAt.lt(now)).count(house.reader()).await?,
        unacknowledged_late: deadline::Entity::find()
            .filter(D::Clock.eq(LEGAL))
            .filter(late)
            .count(house.reader())
            .await?,
    })
}
