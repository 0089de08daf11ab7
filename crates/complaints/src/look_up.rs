//! Looking complaints up by what is coded: kind, state, outcome; and how often one account may look. What people told is
//! sealed, and is not searched.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_kernel::Scope;
use sea_orm::sea_query::SelectStatement;
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use crate::entity::complaint;
use crate::open::Summary;
use crate::{Desk, store};

/// Searches of one account in a minute.
const A_MINUTE: u32 = 30;
/// Accounts that are remembered at once.
const ACCOUNTS: usize = 1 << 14;

/// Which complaints. All that is set must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LookUp {
    /// Kind, a code of the pack.
    pub kind: Option<String>,
    /// State, as a code.
    pub state: Option<String>,
    /// Outcome, a code of the closed list.
    pub outcome: Option<String>,
    /// Only one of these; none: any.
    pub among: Option<Vec<Uuid>>,
    /// Behind this one.
    pub before: Option<Uuid>,
}

impl LookUp {
    /// Whether nothing is asked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.kind.is_none() && self.state.is_none() && self.outcome.is_none() && self.among.is_none()
    }
}

/// Complaints that the scope reaches, the newest first.
///
/// # Errors
/// The database's error.
pub async fn look_up(desk: &Desk, scope: &Scope, asked: &LookUp, most: u64) -> Result<Vec<Summary>, DbErr> {
    use complaint::Column as C;
    let mut rows = complaint::Entity::find().filter(store::within(scope));
    for (column, value) in [(C::Kind, &asked.kind), (C::State, &asked.state), (C::Outcome, &asked.outcome)] {
        if let Some(value) = value {
            rows = rows.filter(column.eq(value));
        }
    }
    if let Some(among) = &asked.among {
        rows = rows.filter(C::Id.is_in(among.clone()));
    }
    if let Some(before) = asked.before {
        rows = rows.filter(C::Id.lt(before));
    }
    let rows = rows.order_by_desc(C::Id).limit(most).all(desk.site.house.reader()).await?;
    Ok(rows.into_iter().filter_map(Summary::of).collect())
}

/// Every complaint that one person has, closed ones included, as far as the scope reaches.
///
/// # Errors
/// The database's error.
pub async fn held_by(desk: &Desk, scope: &Scope, person: Uuid) -> Result<Vec<Summary>, DbErr> {
    let rows = complaint::Entity::find()
        .filter(complaint::Column::Assignee.eq(person))
        .filter(store::within(scope))
        .all(desk.site.house.reader())
        .await?;
    Ok(rows.into_iter().filter_map(Summary::of).collect())
}

/// What a list that is put in order elsewhere must know of a complaint.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct Standing {
    /// The complaint.
    pub id: Uuid,
    /// Its kind, a code of the pack.
    pub kind: String,
    /// When it was received.
    pub received_at: DateTime<Utc>,
    /// When it was closed, if it is.
    pub closed_at: Option<DateTime<Utc>>,
}

/// All complaints that the scope reaches of these kinds, or among those that a query names, which are open or were closed
/// since then.
///
/// # Errors
/// The database's error.
pub async fn standing(
    desk: &Desk,
    scope: &Scope,
    kinds: &[String],
    or: SelectStatement,
    since: DateTime<Utc>,
) -> Result<Vec<Standing>, DbErr> {
    use complaint::Column as C;
    let which = Condition::any().add(C::Kind.is_in(kinds.to_vec())).add(C::Id.in_subquery(or));
    complaint::Entity::find()
        .select_only()
        .columns([C::Id, C::Kind, C::ReceivedAt, C::ClosedAt])
        .filter(store::within(scope))
        .filter(which)
        .filter(Condition::any().add(C::ClosedAt.is_null()).add(C::ClosedAt.gt(since)))
        .into_model::<Standing>()
        .all(desk.site.house.reader())
        .await
}

/// Since when, and how often since then.
type Minute = (DateTime<Utc>, u32);

/// How often each account looked, in this process.
#[derive(Clone, Default)]
pub struct Searches(Arc<Mutex<HashMap<Uuid, Minute>>>);

impl Searches {
    /// Whether this account may look once more.
    #[must_use]
    pub fn allows(&self, account: Uuid, now: DateTime<Utc>) -> bool {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let minute = TimeDelta::minutes(1);
        if all.len() >= ACCOUNTS {
            all.retain(|_, (since, _)| now - *since < minute);
        }
        let (since, many) = all.entry(account).or_insert((now, 0));
        if now - *since >= minute || now < *since {
            (*since, *many) = (now, 0);
        }
        *many += 1;
        *many <= A_MINUTE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_account_waits_and_another_does_not() {
        let (searches, now) = (Searches::default(), DateTime::UNIX_EPOCH);
        let (one, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        assert!((0..A_MINUTE).all(|_| searches.allows(one, now)));
        assert!(!searches.allows(one, now + TimeDelta::seconds(59)) && searches.allows(other, now));
        assert!(searches.allows(one, now + TimeDelta::seconds(60)));
    }
}
