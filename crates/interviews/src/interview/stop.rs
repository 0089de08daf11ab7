//! She may stop at any time, and says what becomes of what she answered: unless she says that it may be kept, it is
//! destroyed. So it is where who asks breaks off.

use haqqi_complaints::{Desk, Summary};
use haqqi_kernel::{Actor, Audit, Reference, SubjectKind};
use sea_orm::sea_query::Expr;

use super::weigh::weigh;
use super::{InterviewError, InterviewState, WhyStopped, answered, change, ending, told, under_way};
use crate::entity::interview;

/// She stops. Before the first answer nothing is left to ask her; while she is asked for her consent, that is a no.
///
/// # Errors
/// [`InterviewError`]; then nothing was written.
pub async fn stop(desk: &Desk, actor: &Actor, reference: Reference) -> Result<(), InterviewError> {
    let (complaint, row, state) = under_way(desk, actor, reference).await?;
    match state {
        InterviewState::Consenting => {
            end(desk, actor, (&complaint, &row), (InterviewState::Declined, None)).await
        }
        InterviewState::Asking if answered(desk, row.id).await?.is_empty() => {
            end(desk, actor, (&complaint, &row), (InterviewState::Stopped, Some(WhyStopped::Hers))).await
        }
        InterviewState::Asking => {
            let mut unit = desk.site.house.unit(actor.clone());
            let next = change(&row, &unit)
                .col_expr(interview::Column::State, Expr::value(InterviewState::Stopping.code()));
            unit.update_one(next);
            unit.audit(Audit::write("interview.stop", SubjectKind::Complaint, complaint.id));
            unit.commit().await?;
            Ok(())
        }
        _ => Ok(()),
    }
}

/// What becomes of her answers after she stopped: weighed where she says so, else destroyed.
///
/// # Errors
/// [`InterviewError`]; then nothing was written.
pub async fn settle_answers(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    keep: bool,
) -> Result<(), InterviewError> {
    let (complaint, row, state) = under_way(desk, actor, reference).await?;
    if state != InterviewState::Stopping {
        return Ok(());
    }
    let stopped = (InterviewState::Stopped, Some(WhyStopped::Hers));
    if keep {
        return weigh(desk, actor, (&complaint, &row), None, stopped).await;
    }
    end(desk, actor, (&complaint, &row), stopped).await
}

/// Who asks breaks it off: what she answered is destroyed.
///
/// # Errors
/// [`InterviewError`]; then nothing was written.
pub async fn break_off(desk: &Desk, actor: &Actor, reference: Reference) -> Result<(), InterviewError> {
    let (complaint, row, _) = under_way(desk, actor, reference).await?;
    end(desk, actor, (&complaint, &row), (InterviewState::Stopped, Some(WhyStopped::Left))).await
}

/// Ends it without weighing anything.
pub(super) async fn end(
    desk: &Desk,
    actor: &Actor,
    (complaint, row): (&Summary, &interview::Model),
    (state, why): (InterviewState, Option<WhyStopped>),
) -> Result<(), InterviewError> {
    let mut unit = desk.site.house.unit(actor.clone());
    let last = ending(row, &mut unit, state, why);
    unit.update_one(last);
    unit.audit(Audit::write("interview.end", SubjectKind::Complaint, complaint.id));
    unit.event(told(complaint, state, why));
    unit.commit().await?;
    Ok(())
}
