//! The report of what was erased: numbers by class and rule, and a line for each record, without a name. It says when the
//! erasure is complete: when the last backup that still holds it is gone.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use chrono::{DateTime, Utc};
use haqqi_complaints::{Tombstone, tombstones};
use haqqi_kernel::{Action, Actor, Audit, CommitError, SignedLines, SubjectKind, judge, sign_lines};
use haqqi_web::instant;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};
use serde_json::json;
use uuid::Uuid;

use crate::RetentionDesk;
use crate::entity::erasure_batch;
use crate::model::{BatchState, complete_at};

/// Read at once.
const PIECE: u64 = 500;
/// At most so many lines.
const MOST: usize = 200_000;

/// How many of a class were erased by one version of the schedule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassSum {
    /// The class, or `on-request`.
    pub class: String,
    /// The version of the pack by whose schedule it was.
    pub pack: String,
    /// How many.
    pub many: i64,
}

/// What was erased in a span of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// From when on.
    pub from: DateTime<Utc>,
    /// Until before when.
    pub until: DateTime<Utc>,
    /// Numbers, by class and schedule.
    pub sums: Vec<ClassSum>,
    /// When the last of it was erased.
    pub last: Option<DateTime<Utc>>,
    /// When that is complete; nothing where nobody said how long backups are kept.
    pub complete: Option<DateTime<Utc>>,
}

/// Why there is no report.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// Not for this account.
    #[error("not found")]
    NotFound,
    /// The span holds more than one file may.
    #[error("there are more than {MOST} records; choose fewer days")]
    TooMany,
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
}

/// All that was erased in the span, as far as the actor's scope reaches.
async fn found(
    desk: &RetentionDesk,
    actor: &Actor,
    span: (DateTime<Utc>, DateTime<Utc>),
) -> Result<Vec<(Uuid, Tombstone)>, ReportError> {
    let scope = judge(actor, Action::ReadRetention).map_err(|_| ReportError::NotFound)?;
    let house = &desk.site().house;
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let piece = tombstones(house, span, after, PIECE).await?;
        let Some((id, last)) = piece.last() else { return Ok(all) };
        after = Some((last.erased_at, *id));
        let reached =
            piece.into_iter().filter(|(_, one)| scope.covers(one.office.as_deref(), None, false, false));
        all.extend(reached);
        if all.len() > MOST {
            return Err(ReportError::TooMany);
        }
    }
}

/// Counts what was erased; what went by itself is counted for those alone whose scope is the whole house.
///
/// # Errors
/// [`ReportError`].
pub async fn report(
    desk: &RetentionDesk,
    actor: &Actor,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<Report, ReportError> {
    let scope = judge(actor, Action::ReadRetention).map_err(|_| ReportError::NotFound)?;
    let all = found(desk, actor, (from, until)).await?;
    let mut sums: BTreeMap<(String, String), i64> = BTreeMap::new();
    for (_, one) in &all {
        *sums.entry((one.class.clone(), one.pack.clone())).or_default() += 1;
    }
    let mut last = all.last().map(|(_, one)| one.erased_at);
    if scope.everything() {
        use erasure_batch::Column as C;
        let by_itself = erasure_batch::Entity::find()
            .filter(C::State.eq(BatchState::Done.code()))
            .filter(C::ConfirmedBy.is_null())
            .filter(C::EndedAt.gte(from))
            .filter(C::EndedAt.lt(until))
            .all(desk.site().house.reader())
            .await?;
        for row in by_itself {
            last = last.max(row.ended_at);
            *sums.entry((row.class, row.pack)).or_default() += i64::from(row.erased);
        }
    }
    let sums = sums.into_iter().map(|((class, pack), many)| ClassSum { class, pack, many }).collect();
    let complete = last.and_then(|last| complete_at(last, desk.backups_kept_days));
    Ok(Report { from, until, sums, last, complete })
}

/// The records that were erased, as JSON lines: ids and codes, the keyed tag of the reference, who decided. The last line
/// holds their number and a signature, with the key of the audit's. That somebody took it is audited.
///
/// # Errors
/// [`ReportError`].
pub async fn report_lines(
    desk: &RetentionDesk,
    actor: &Actor,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<String, ReportError> {
    let house = &desk.site().house;
    let all = found(desk, actor, (from, until)).await?;
    let mut unit = house.unit(actor.clone());
    unit.audit(Audit::write("erasure.export", SubjectKind::House, Uuid::nil()));
    unit.commit().await?;
    let mut lines = String::new();
    for (id, one) in all {
        let line = json!({
            "subject": id, "reference_tag": data_encoding::HEXLOWER.encode(&one.reference_tag),
            "class": one.class, "office": one.office, "schedule": one.pack, "erased_at": instant(one.erased_at),
            "complete_at": complete_at(one.erased_at, desk.backups_kept_days).map(instant),
            "list": one.batch, "approved_by": one.approved_by, "confirmed_by": one.confirmed_by,
        });
        let _ = writeln!(lines, "{line}");
    }
    sign_lines(house, SignedLines::ERASED, &mut lines);
    Ok(lines)
}
