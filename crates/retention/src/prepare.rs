//! Preparing lists: what the schedule says is over, nobody holds, and nothing open stands in the way of.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_complaints::{Erasable, Over, over_since};
use haqqi_kernel::{Actor, Audit, CommitError, ReferenceKind, SubjectKind, Uow};
use sea_orm::sea_query::ExprTrait;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, Set};
use uuid::Uuid;

use crate::RetentionDesk;
use crate::bars::bars;
use crate::entity::{erasure_batch, erasure_entry};
use crate::model::{BatchState, COMPLAINTS, EntryState};
use crate::work::list_waits;

/// At most so many on a list: so many a person can look through.
const ON_A_LIST: usize = 100;
/// Read at once.
const PIECE: u64 = 200;
/// Looked at in one day, in each class.
const A_DAY: usize = 5_000;
/// What was refused comes back after so long.
const RESTS: TimeDelta = TimeDelta::days(30);

/// A list as it is written.
pub(crate) struct NewBatch<'a> {
    pub class: &'a str,
    pub office: Option<&'a str>,
    pub state: BatchState,
    pub approved_by: Option<Uuid>,
    /// For what went by itself.
    pub erased: i32,
}

/// Writes a list within the unit. Gives its id.
pub(crate) fn write_batch(unit: &mut Uow, new: &NewBatch<'_>) -> Uuid {
    let (id, now) = (unit.id(), unit.now());
    let pack = unit.house().pack_version().to_owned();
    let number = unit.reference(ReferenceKind::Erasure).to_string();
    if matches!(new.state, BatchState::Prepared | BatchState::Approved) {
        list_waits(unit, id, &number, new.office);
    }
    unit.insert(erasure_batch::ActiveModel {
        id: Set(id),
        number: Set(number),
        class: Set(new.class.to_owned()),
        office: Set(new.office.map(str::to_owned)),
        state: Set(new.state.code().to_owned()),
        pack: Set(pack),
        prepared_at: Set(now),
        approved_at: Set(new.approved_by.map(|_| now)),
        approved_by: Set(new.approved_by),
        confirmed_at: Set(None),
        confirmed_by: Set(None),
        ended_at: Set((new.state == BatchState::Done).then_some(now)),
        erased: Set(new.erased),
        version: Set(1),
    });
    id
}

/// Puts a complaint on a list. While it waits there it stands on no other.
pub(crate) fn write_entry(unit: &mut Uow, batch: Uuid, of: &Erasable, due_at: DateTime<Utc>) {
    let id = unit.id();
    unit.insert(erasure_entry::ActiveModel {
        id: Set(id),
        batch_id: Set(batch),
        subject_id: Set(of.id),
        place: Set(of.id.to_string()),
        reference: Set(of.reference.to_string()),
        due_at: Set(due_at),
        state: Set(EntryState::Waiting.code().to_owned()),
        ended_at: Set(None),
    });
}

/// Those of these that stand on a list, or were refused not long ago.
async fn listed(desk: &RetentionDesk, ids: Vec<Uuid>) -> Result<Vec<Uuid>, DbErr> {
    use erasure_entry::Column as C;
    let house = &desk.site().house;
    let lately = C::State.eq(EntryState::Left.code()).and(C::EndedAt.gt(house.now() - RESTS));
    erasure_entry::Entity::find()
        .select_only()
        .column(C::SubjectId)
        .filter(C::SubjectId.is_in(ids))
        .filter(C::State.eq(EntryState::Waiting.code()).or(lately))
        .into_tuple()
        .all(house.reader())
        .await
}

/// Prepares lists of what is over, one for each class and office, in bounded pieces. Gives how many complaints were put
/// on one. Done again, it prepares nothing twice.
///
/// # Errors
/// The database's error, or a commit's.
pub async fn prepare(desk: &RetentionDesk) -> Result<usize, CommitError> {
    let failed = |error: DbErr| CommitError::Db(error.to_string());
    let house = &desk.site().house;
    let mut prepared = 0;
    for (class, unread) in COMPLAINTS {
        let Some(row) = desk.row(class) else { continue };
        let Some(before) = row.before(house.now()) else { continue };
        let mut ready: BTreeMap<Option<String>, Vec<(Erasable, DateTime<Utc>)>> = BTreeMap::new();
        let (mut after, mut looked) = (None, 0);
        while looked < A_DAY {
            let piece = over_since(house, Over { unread, before }, after, PIECE).await.map_err(failed)?;
            let Some(last) = piece.last() else { break };
            after = last.closed_at.map(|at| (at, last.id));
            looked += piece.len();
            let listed = listed(desk, piece.iter().map(|of| of.id).collect()).await.map_err(failed)?;
            for of in piece {
                if listed.contains(&of.id) || !bars(desk, &of, class).await.map_err(failed)?.is_empty() {
                    continue;
                }
                let due_at = of.closed_at.and_then(|closed| row.until(closed));
                ready.entry(of.office.clone()).or_default().push((of, due_at.unwrap_or(before)));
            }
        }
        for (office, all) in ready {
            for some in all.chunks(ON_A_LIST) {
                let mut unit = house.unit(Actor::System);
                let new = NewBatch {
                    class,
                    office: office.as_deref(),
                    state: BatchState::Prepared,
                    approved_by: None,
                    erased: 0,
                };
                let batch = write_batch(&mut unit, &new);
                for (of, due_at) in some {
                    write_entry(&mut unit, batch, of, *due_at);
                }
                unit.audit(Audit::write("erasure.prepare", SubjectKind::House, batch).purpose(class));
                match unit.commit().await {
                    Ok(_) => prepared += some.len(),
                    // Another process prepared some of them in the meantime; the rest comes tomorrow.
                    Err(CommitError::Unique(_)) => {}
                    Err(error) => return Err(error),
                }
            }
        }
    }
    Ok(prepared)
}
