//! Carrying a list out. Each record is one commit: its rows and its key go together or not at all. Its files go afterwards,
//! by a job that the same commit wrote; a process that ends in between leaves the job, and the job finds them.

use haqqi_complaints::{ByRule, Erasable, Leavings, erasable_of, erase_complaint, sweep_complaint};
use haqqi_kernel::{Actor, Claimed, CommitError, Done, Job, JobFailure, Uow};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::RetentionDesk;
use crate::bars::{Bar, bars};
use crate::batch::job;
use crate::entity::{erasure_batch, erasure_entry};
use crate::holds::erase_holds;
use crate::model::{BatchState, EntryState};
use crate::request::erase_requests;

/// The job that carries a list out. Payload: `{"batch": id, "round": number}`.
pub const ERASE: &str = "retention.erase";
/// The job that removes the files of what was erased. Payload: `{"files": [names]}`.
pub const SETTLE: &str = "retention.settle";

/// Erased in one round: so many end well within a lease.
const A_ROUND: u64 = 20;
/// So often a record is read anew when somebody changes it meanwhile.
const TRIES: usize = 4;

fn again(error: impl std::fmt::Display) -> JobFailure {
    JobFailure::Again(error.to_string())
}

/// Everything that the rooms keep of a complaint goes within this unit; its own row first.
async fn erase_all(unit: &mut Uow, of: &Erasable, rule: &ByRule<'_>) -> Result<Leavings, DbErr> {
    let left = erase_complaint(unit, of, rule).await?;
    let mut subjects = vec![of.id];
    subjects.extend(&left.texts);
    subjects.extend(haqqi_screening::erase_flags(unit, of.id).await?);
    for case in haqqi_referral::case_of_complaint(unit.house(), of.id).await? {
        subjects.extend(haqqi_referral::erase_case(unit, &case).await?);
    }
    haqqi_casework::erase_casework(unit, of.id);
    haqqi_interviews::erase_interviews(unit, of.id);
    haqqi_messaging::erase_messages(unit, &subjects);
    haqqi_worklist::erase_work(unit, &subjects, of.id);
    haqqi_accounts::erase_openings(unit, of.id);
    erase_requests(unit, of.id);
    erase_holds(unit, of.id).await?;
    Ok(left)
}

/// An entry leaves the state of waiting, if it is in it still.
fn ended(unit: &mut Uow, entry: &erasure_entry::Model, to: EntryState) {
    use erasure_entry::Column as C;
    let now = unit.now();
    let mut row = erasure_entry::Entity::update_many()
        .col_expr(C::State, Expr::value(to.code()))
        .col_expr(C::EndedAt, Expr::value(Some(now)))
        .col_expr(C::Place, Expr::value(entry.id.to_string()))
        .filter(C::Id.eq(entry.id))
        .filter(C::State.eq(EntryState::Waiting.code()));
    if to == EntryState::Erased {
        row = row.col_expr(C::Reference, Expr::value(""));
    }
    unit.update_one(row);
}

/// One record: erased, or left with what stands in its way.
async fn erase_one(
    desk: &RetentionDesk,
    batch: &erasure_batch::Model,
    entry: &erasure_entry::Model,
) -> Result<(), JobFailure> {
    let house = &desk.site().house;
    for _ in 0..TRIES {
        let mut unit = house.unit(Actor::System);
        let of = erasable_of(house, entry.subject_id).await.map_err(again)?;
        let in_the_way = match &of {
            Some(of) => bars(desk, of, &batch.class).await.map_err(again)?,
            // Somebody erased it before, on another list.
            None => vec![Bar::Open],
        };
        match of.filter(|_| in_the_way.is_empty()) {
            None => {
                let held = in_the_way.contains(&Bar::Hold);
                ended(&mut unit, entry, if held { EntryState::Held } else { EntryState::Barred });
            }
            Some(of) => {
                let rule = ByRule {
                    class: &batch.class,
                    batch: batch.id,
                    approved_by: batch.approved_by,
                    confirmed_by: batch.confirmed_by,
                };
                let left = erase_all(&mut unit, &of, &rule).await.map_err(again)?;
                ended(&mut unit, entry, EntryState::Erased);
                unit.update(
                    erasure_batch::Entity::update_many()
                        .col_expr(
                            erasure_batch::Column::Erased,
                            Expr::col(erasure_batch::Column::Erased).add(1),
                        )
                        .filter(erasure_batch::Column::Id.eq(batch.id)),
                );
                unit.job(
                    Job::new(SETTLE, json!({ "files": left.files }))
                        .key(format!("erased:{}", entry.subject_id)),
                );
            }
        }
        match unit.commit().await {
            Ok(_) => return Ok(()),
            // Somebody changed it, put a hold on it, or did this already: it is looked at anew.
            Err(CommitError::Stale | CommitError::Unique(_)) => {}
            Err(error) => return Err(again(error)),
        }
        let now = erasure_entry::Entity::find_by_id(entry.id).one(house.reader()).await.map_err(again)?;
        if now.is_none_or(|now| now.state != EntryState::Waiting.code()) {
            return Ok(());
        }
    }
    Err(again("a record changes all the time"))
}

/// Carries out one round of a list that two people decided on.
///
/// # Errors
/// [`JobFailure`]; what was erased before stays erased, and the rest is tried again.
pub async fn run_batch(desk: &RetentionDesk, claimed: &Claimed) -> Done {
    use erasure_entry::Column as C;
    let house = &desk.site().house;
    let id = claimed.id_of("batch")?;
    let round = claimed.payload.get("round").and_then(Value::as_u64).unwrap_or(0);
    let batch = erasure_batch::Entity::find_by_id(id).one(house.reader()).await.map_err(again)?;
    let confirmed = |batch: &erasure_batch::Model| batch.state == BatchState::Confirmed.code();
    let Some(batch) = batch.filter(confirmed) else { return Ok(()) };
    let waiting = || {
        erasure_entry::Entity::find()
            .filter(C::BatchId.eq(id))
            .filter(C::State.eq(EntryState::Waiting.code()))
    };
    let some = waiting().order_by_asc(C::Id).limit(A_ROUND).all(house.reader()).await.map_err(again)?;
    for entry in &some {
        erase_one(desk, &batch, entry).await?;
    }
    let mut unit = house.unit(Actor::System);
    if waiting().count(house.reader()).await.map_err(again)? > 0 {
        unit.job(job(id, round + 1));
    } else {
        let now = unit.now();
        unit.update(
            erasure_batch::Entity::update_many()
                .col_expr(erasure_batch::Column::State, Expr::value(BatchState::Done.code()))
                .col_expr(erasure_batch::Column::EndedAt, Expr::value(Some(now)))
                .filter(erasure_batch::Column::Id.eq(id))
                .filter(erasure_batch::Column::State.eq(BatchState::Confirmed.code())),
        );
    }
    unit.commit().await.map(|_| ()).map_err(again)
}

/// Carries out now whatever two people decided on, list by list. Gives how many records were erased.
///
/// # Errors
/// [`JobFailure`]; what was erased before stays erased.
pub async fn carry_out(desk: &RetentionDesk) -> Result<i32, JobFailure> {
    let house = &desk.site().house;
    let confirmed = || {
        erasure_batch::Entity::find()
            .filter(erasure_batch::Column::State.eq(BatchState::Confirmed.code()))
            .order_by_asc(erasure_batch::Column::Id)
    };
    let mut erased = 0;
    let mut round = u64::from(u32::MAX);
    while let Some(batch) = confirmed().one(house.reader()).await.map_err(again)? {
        // Rounds of their own: the worker may be at the same list.
        round += 1;
        let claimed = Claimed {
            id: Uuid::nil(),
            kind: ERASE.to_owned(),
            payload: json!({ "batch": batch.id, "round": round }),
            effect_key: None,
            attempt: 1,
        };
        run_batch(desk, &claimed).await?;
        let now = erasure_batch::Entity::find_by_id(batch.id).one(house.reader()).await.map_err(again)?;
        erased += now.map_or(0, |now| now.erased - batch.erased);
    }
    Ok(erased)
}

/// Removes the files of what was erased, and has it on the disk that they are gone.
///
/// # Errors
/// [`JobFailure::Again`] where the disk does not do it.
pub async fn settle(desk: &RetentionDesk, claimed: &Claimed) -> Done {
    let house = &desk.site().house;
    let files = claimed.payload.get("files").and_then(Value::as_array).cloned().unwrap_or_default();
    for name in files.iter().filter_map(Value::as_str) {
        house.files().remove(name).await.map_err(again)?;
    }
    house.files().sync().await.map_err(again)?;
    house.db().settle().await.map_err(again)
}

/// Once more over what was erased lately: rows of a request that had begun before. Gives the names of their files.
pub(crate) async fn sweep(unit: &mut Uow, complaint: Uuid) -> Result<Vec<String>, DbErr> {
    let left = sweep_complaint(unit, complaint, None).await?;
    haqqi_casework::erase_casework(unit, complaint);
    haqqi_interviews::erase_interviews(unit, complaint);
    haqqi_messaging::erase_messages(unit, &[complaint]);
    Ok(left.files)
}
