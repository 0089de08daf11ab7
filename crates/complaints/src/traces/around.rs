//! Complaints that lie around one thing: a workplace to which several are linked, a place that several tell.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use haqqi_kernel::Scope;
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::Sort;
use crate::entity::{complaint, complaint_mark};
use crate::open::Summary;
use crate::{Desk, store};

/// At most so many complaints are looked at, the newest first.
const MOST: u64 = 5000;

/// The complaints within the scope since an instant, the newest first; one that goes on in another is not counted twice.
async fn since(desk: &Desk, scope: &Scope, from: DateTime<Utc>) -> Result<Vec<Summary>, DbErr> {
    use complaint::Column as C;
    let rows = complaint::Entity::find()
        .filter(store::within(scope))
        .filter(C::ReceivedAt.gte(from))
        .filter(Condition::any().add(C::Outcome.is_null()).add(C::Outcome.ne("duplicate")))
        .order_by_desc(C::ReceivedAt)
        .limit(MOST)
        .all(desk.site.house.reader())
        .await?;
    Ok(rows.into_iter().filter_map(Summary::of).collect())
}

/// Two and more complaints since an instant that are linked to one workplace, by its id.
///
/// # Errors
/// The database's error.
pub async fn around_workplaces(
    desk: &Desk,
    scope: &Scope,
    from: DateTime<Utc>,
) -> Result<BTreeMap<Uuid, Vec<Summary>>, DbErr> {
    let mut groups: BTreeMap<Uuid, Vec<Summary>> = BTreeMap::new();
    for one in since(desk, scope, from).await? {
        if let Some(workplace) = one.establishment {
            groups.entry(workplace).or_default().push(one);
        }
    }
    groups.retain(|_, group| group.len() > 1);
    Ok(groups)
}

/// Two and more complaints since an instant that tell one place: a building, a hostel, where they work or live.
///
/// # Errors
/// The database's error.
pub async fn around_places(
    desk: &Desk,
    scope: &Scope,
    from: DateTime<Utc>,
) -> Result<Vec<Vec<Summary>>, DbErr> {
    let all: BTreeMap<Uuid, Summary> =
        since(desk, scope, from).await?.into_iter().map(|one| (one.id, one)).collect();
    let marks = complaint_mark::Entity::find()
        .select_only()
        .column(complaint_mark::Column::Mark)
        .column(complaint_mark::Column::ComplaintId)
        .filter(complaint_mark::Column::Sort.eq(Sort::Place.code()))
        .filter(complaint_mark::Column::ComplaintId.is_in(all.keys().copied()))
        .into_tuple::<(Vec<u8>, Uuid)>()
        .all(desk.site.house.reader())
        .await?;
    let mut groups: BTreeMap<Vec<u8>, Vec<Summary>> = BTreeMap::new();
    for (mark, id) in marks {
        groups.entry(mark).or_default().extend(all.get(&id).cloned());
    }
    let mut groups: Vec<Vec<Summary>> = groups.into_values().filter(|group| group.len() > 1).collect();
    for group in &mut groups {
        group.sort_by_key(|one| std::cmp::Reverse(one.received_at));
    }
    Ok(groups)
}
