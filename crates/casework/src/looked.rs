//! Who looked at a complaint, from the audit: everybody may be asked about it, and whoever has the record open sees who has
//! it open too.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_accounts::Directory;
use haqqi_complaints::{Desk, ReadError, Summary, summary};
use haqqi_kernel::entity::audit_entry;
use haqqi_kernel::{Action, Actor, Audit, CommitError, Reference, SubjectKind, judge};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use uuid::Uuid;

/// For what the record's page reads it; other pages and programs read it for something else.
pub(crate) const RECORD: &str = "casework";
/// So long after somebody opened the record, others see it.
const HERE: TimeDelta = TimeDelta::minutes(10);
/// So long a page that was opened may say that it is open still.
const A_DAY: TimeDelta = TimeDelta::hours(24);
/// Most entries that are read for the list.
const MOST: u64 = 2000;

/// Somebody who looked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looked {
    /// The name, or nothing where it was no account.
    pub name: String,
    /// `staff`, `worker`, `filer`, `agency`, `system`.
    pub kind: String,
    /// The last time.
    pub last: DateTime<Utc>,
    /// How often.
    pub times: usize,
    /// For what: codes of the doors, or the words that somebody gave, each once.
    pub purposes: Vec<String>,
}

/// Why the list cannot be shown.
#[derive(Debug, thiserror::Error)]
pub enum LookedError {
    /// The complaint cannot be reached.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Everybody who read something sealed of a complaint, the latest first. Asking is an entry too.
///
/// # Errors
/// [`LookedError`].
pub async fn who_looked(desk: &Desk, actor: &Actor, complaint: &Summary) -> Result<Vec<Looked>, LookedError> {
    judge(actor, Action::ReadComplaint).map_err(|_| ReadError::NotFound)?;
    let house = &desk.site.house;
    let rows = audit_entry::Entity::find()
        .filter(audit_entry::Column::SubjectId.eq(complaint.id))
        .filter(audit_entry::Column::ReadsSealed.eq(true))
        .order_by_desc(audit_entry::Column::At)
        .limit(MOST)
        .all(house.reader())
        .await?;
    let mut unit = house.unit(actor.clone());
    unit.audit(Audit::write("complaint.who-looked", SubjectKind::Complaint, complaint.id));
    unit.commit().await?;
    let ids: Vec<Uuid> = rows.iter().filter_map(|row| row.actor_id).collect();
    let names = Directory::new(house.clone()).names(&ids).await?;
    let mut all: BTreeMap<(String, Option<Uuid>), Looked> = BTreeMap::new();
    for row in rows {
        let name = row.actor_id.and_then(|id| names.get(&id).cloned()).unwrap_or_default();
        let one = all.entry((row.actor_kind.clone(), row.actor_id)).or_insert_with(|| Looked {
            name,
            kind: row.actor_kind.clone(),
            last: row.at,
            times: 0,
            purposes: Vec::new(),
        });
        one.times = one.times.saturating_add(1);
        let purpose = row.purpose.unwrap_or(row.action);
        if !one.purposes.contains(&purpose) {
            one.purposes.push(purpose);
        }
    }
    let mut all: Vec<Looked> = all.into_values().collect();
    all.sort_by_key(|one| std::cmp::Reverse(one.last));
    Ok(all)
}

/// This person has the record open still: others who open it see that. Whoever the scope does not reach learns nothing, and
/// is nowhere; and who may read it and has not opened it is not there either.
///
/// # Errors
/// [`ReadError::NotFound`].
pub async fn still_here(desk: &Desk, actor: &Actor, reference: Reference) -> Result<Vec<String>, ReadError> {
    let scope = judge(actor, Action::ReadComplaint).map_err(|_| ReadError::NotFound)?;
    let complaint = summary(desk, &scope, reference).await?;
    let now = desk.site.house.now();
    if let Some(account) = actor.account() {
        let own = opened(complaint.id, now - A_DAY).filter(audit_entry::Column::ActorId.eq(account));
        if own.one(desk.site.house.reader()).await?.is_some() {
            desk.here.note(complaint.id, account, now);
        }
    }
    Ok(also_here(desk, actor, complaint.id).await?)
}

/// The entries of the audit that tell who opened the record's page since then.
fn opened(complaint: Uuid, since: DateTime<Utc>) -> Select<audit_entry::Entity> {
    audit_entry::Entity::find()
        .filter(audit_entry::Column::SubjectId.eq(complaint))
        .filter(audit_entry::Column::Action.eq("complaint.read"))
        .filter(audit_entry::Column::Purpose.eq(RECORD))
        .filter(audit_entry::Column::ActorKind.eq("staff"))
        .filter(audit_entry::Column::At.gte(since))
}

/// Names of the other people who have this record open: whose page says so, or who opened it in the last ten minutes.
///
/// # Errors
/// The database's error.
pub async fn also_here(desk: &Desk, actor: &Actor, complaint: Uuid) -> Result<Vec<String>, DbErr> {
    let (house, now) = (&desk.site.house, desk.site.house.now());
    let rows = opened(complaint, now - HERE)
        .order_by_desc(audit_entry::Column::At)
        .limit(200)
        .all(house.reader())
        .await?;
    let mut ids: Vec<Uuid> = rows.into_iter().filter_map(|row| row.actor_id).collect();
    ids.extend(desk.here.at(complaint, now));
    ids.sort_unstable();
    ids.dedup();
    ids.retain(|id| Some(*id) != actor.account());
    let names = Directory::new(house.clone()).names(&ids).await?;
    let mut names: Vec<String> = names.into_values().collect();
    names.sort();
    Ok(names)
}
