//! What is done after a file was added: the check that could not be made at once, and the copy that plays everywhere.

use chrono::TimeDelta;
use haqqi_kernel::files::OpenedFile;
use haqqi_kernel::{Actor, Audit, Claimed, CommitError, Done, Event, Job, JobFailure, SubjectKind, Uow};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, UpdateMany};
use zeroize::Zeroizing;

use super::EvidenceError;
use super::format::Format;
use super::playable::{Played, playable};
use super::receive::keep;
use super::rows::{Checked, Copied};
use super::scan::{Found, scan};
use crate::Desk;
use crate::entity::evidence;

/// The job that checks a file which waits.
pub const CHECK_EVIDENCE: &str = "evidence.check";
/// The job that makes a recording playable everywhere.
pub const SHOW_EVIDENCE: &str = "evidence.show";

/// The longest pause before a file is checked again.
const LONGEST_PAUSE: TimeDelta = TimeDelta::minutes(15);

fn again(error: impl std::fmt::Display) -> JobFailure {
    JobFailure::Again(error.to_string())
}

async fn row_of(desk: &Desk, claimed: &Claimed) -> Result<Option<evidence::Model>, JobFailure> {
    evidence::Entity::find_by_id(claimed.id_of("evidence")?)
        .one(desk.site.house.reader())
        .await
        .map_err(again)
}

/// Opens the original for the house itself: audited like any other read.
async fn opened(desk: &Desk, row: &evidence::Model, purpose: &str) -> Result<OpenedFile, EvidenceError> {
    let house = &desk.site.house;
    let key = house.subject_key(row.complaint_id).await?;
    let mut unit = house.unit(Actor::System);
    unit.audit(Audit::read("evidence.read", SubjectKind::Complaint, row.complaint_id).purpose(purpose));
    let proof = unit.commit().await?;
    Ok(house.open_file(&proof, &key, &row.file, &row.file_key).await?)
}

fn change(row: &evidence::Model) -> UpdateMany<evidence::Entity> {
    evidence::Entity::update_many()
        .col_expr(evidence::Column::Version, Expr::value(row.version + 1))
        .filter(evidence::Column::Id.eq(row.id))
        .filter(evidence::Column::Version.eq(row.version))
}

async fn written(unit: Uow) -> Done {
    match unit.commit().await {
        // Another did the same job; this one is looked at again and finds it done.
        Err(error @ CommitError::Stale) => Err(again(error)),
        other => other.map(|_| ()).map_err(again),
    }
}

/// Checks a file that waits. Where `clamd` does not answer, the file goes on waiting, however long.
///
/// # Errors
/// [`JobFailure`].
pub async fn check_evidence(desk: &Desk, claimed: &Claimed) -> Done {
    let Some(row) = row_of(desk, claimed).await? else { return Ok(()) };
    if Checked::from_code(&row.state) != Checked::Waiting {
        return Ok(());
    }
    let found = match &desk.evidence.clamd {
        // Who switches the check off says that files need none.
        None => Ok(Found::Nothing),
        Some(at) => scan(at, opened(desk, &row, "check").await.map_err(again)?).await,
    };
    let mut unit = desk.site.house.unit(Actor::System);
    match found {
        Err(error) => {
            tracing::warn!(%error, "clamd does not answer; a file waits to be checked");
            // A new job each time: its tries never end, as those of one job would.
            let round = claimed.payload.get("round").and_then(serde_json::Value::as_i64).unwrap_or(0) + 1;
            let pause = TimeDelta::seconds(30 * round.clamp(1, 30)).min(LONGEST_PAUSE);
            let next = Job::new(CHECK_EVIDENCE, serde_json::json!({ "evidence": row.id, "round": round }));
            unit.job(next.key(format!("check:{}:{round}", row.id)).run_after(unit.now() + pause));
            written(unit).await
        }
        Ok(Found::Nothing) => {
            unit.update_one(
                change(&row).col_expr(evidence::Column::State, Expr::value(Checked::Ready.code())),
            );
            if Copied::from_code(&row.shown) == Copied::Waiting {
                unit.job(Job::new(SHOW_EVIDENCE, serde_json::json!({ "evidence": row.id })));
            }
            unit.audit(Audit::write("evidence.checked", SubjectKind::Complaint, row.complaint_id));
            written(unit).await
        }
        Ok(Found::Harmful) => {
            unit.update_one(
                change(&row)
                    .col_expr(evidence::Column::State, Expr::value(Checked::Refused.code()))
                    .col_expr(evidence::Column::Shown, Expr::value(Copied::None.code()))
                    .col_expr(evidence::Column::ShownFile, Expr::value(Option::<String>::None)),
            );
            unit.audit(Audit::write("evidence.refused", SubjectKind::Complaint, row.complaint_id));
            unit.event(Event::new(SubjectKind::Complaint, row.complaint_id, "complaint.evidence-refused"));
            written(unit).await?;
            for name in [Some(&row.file), row.shown_file.as_ref()].into_iter().flatten() {
                desk.site.house.files().remove(name).await.map_err(again)?;
            }
            Ok(())
        }
    }
}

/// Makes the copy of a recording that plays everywhere, or says that it cannot be made here.
///
/// # Errors
/// [`JobFailure`].
pub async fn show_evidence(desk: &Desk, claimed: &Claimed) -> Done {
    let Some(row) = row_of(desk, claimed).await? else { return Ok(()) };
    let wanted =
        Checked::from_code(&row.state) == Checked::Ready && Copied::from_code(&row.shown) == Copied::Waiting;
    let Some(format) = Format::from_code(&row.format).filter(|_| wanted) else { return Ok(()) };
    let mut file = opened(desk, &row, "convert").await.map_err(again)?;
    let bytes = file.whole(desk.evidence.longest().max(file.size())).await.map_err(again)?;
    let made = match playable(&desk.evidence.ffmpeg, format, &bytes, &row.file).await {
        // The last try ends in words, not in a job that was put aside.
        Played::Again(error) if claimed.attempt < 4 => return Err(again(error)),
        Played::Mp3(mp3) => Some(keep(desk, &Zeroizing::new(mp3)).await.map_err(again)?),
        Played::Cannot | Played::Again(_) => None,
    };
    let house = &desk.site.house;
    let key = house.subject_key(row.complaint_id).await.map_err(again)?;
    let mut unit = house.unit(Actor::System);
    let query = match &made {
        None => change(&row).col_expr(evidence::Column::Shown, Expr::value(Copied::Cannot.code())),
        Some(kept) => change(&row)
            .col_expr(evidence::Column::Shown, Expr::value(Copied::Ready.code()))
            .col_expr(evidence::Column::ShownFormat, Expr::value(Some(Format::Mp3.ending())))
            .col_expr(evidence::Column::ShownFile, Expr::value(Some(kept.name().to_owned())))
            .col_expr(evidence::Column::ShownKey, Expr::value(Some(kept.sealed_key(&unit, &key)))),
    };
    unit.update_one(query);
    unit.audit(Audit::write("evidence.converted", SubjectKind::Complaint, row.complaint_id));
    match unit.commit().await {
        Err(error @ (CommitError::Stale | CommitError::Unique(_))) => Err(again(error)),
        other => {
            if let Some(mut kept) = made {
                kept.stay();
            }
            other.map(|_| ()).map_err(again)
        }
    }
}
