//! She may stop at any time, and says what becomes of what she answered: unless she says that it may be kept, it is
//! destroyed. So it is where who asks breaks off.

use haqqi_casework::VisitDesk;
use haqqi_kernel::{Actor, Audit, Reference};
use sea_orm::sea_query::Expr;

use super::weigh::weigh;
use super::{InterviewError, InterviewState, WhyStopped, answered, change, ending, house, under_way};
use crate::entity::interview;
use crate::ground::Ground;

/// She stops. Before the first answer nothing is left to ask her; while she is asked for her consent, that is a no.
///
/// # Errors
/// [`InterviewError`]; then nothing was written.
pub async fn stop(desk: &VisitDesk, actor: &Actor, reference: Reference) -> Result<(), InterviewError> {
    let (ground, row, state) = under_way(desk, actor, reference).await?;
    match state {
        InterviewState::Consenting => {
            end(desk, actor, (&ground, &row), (InterviewState::Declined, None)).await
        }
        InterviewState::Asking if answered(desk, row.id).await?.is_empty() => {
            end(desk, actor, (&ground, &row), (InterviewState::Stopped, Some(WhyStopped::Hers))).await
        }
        InterviewState::Asking => {
            let mut unit = house(desk).unit(actor.clone());
            let next = change(&row, &unit)
                .col_expr(interview::Column::State, Expr::value(InterviewState::Stopping.code()));
            unit.update_one(next);
            unit.audit(Audit::write("interview.stop", ground.kind(), ground.id()));
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
    desk: &VisitDesk,
    actor: &Actor,
    reference: Reference,
    keep: bool,
) -> Result<(), InterviewError> {
    let (ground, row, state) = under_way(desk, actor, reference).await?;
    if state != InterviewState::Stopping {
        return Ok(());
    }
    let stopped = (InterviewState::Stopped, Some(WhyStopped::Hers));
    if keep {
        return weigh(desk, actor, (&ground, &row), None, stopped).await;
    }
    end(desk, actor, (&ground, &row), stopped).await
}

/// Who asks breaks it off: what she answered is destroyed.
///
/// # Errors
/// [`InterviewError`]; then nothing was written.
pub async fn break_off(desk: &VisitDesk, actor: &Actor, reference: Reference) -> Result<(), InterviewError> {
    let (ground, row, _) = under_way(desk, actor, reference).await?;
    end(desk, actor, (&ground, &row), (InterviewState::Stopped, Some(WhyStopped::Left))).await
}

/// Ends it without weighing anything.
pub(super) async fn end(
    desk: &VisitDesk,
    actor: &Actor,
    (ground, row): (&Ground, &interview::Model),
    (state, why): (InterviewState, Option<WhyStopped>),
) -> Result<(), InterviewError> {
    let mut unit = house(desk).unit(actor.clone());
    let last = ending(row, &mut unit, state, why);
    unit.update_one(last);
    unit.audit(Audit::write("interview.end", ground.kind(), ground.id()));
    unit.event(ground.told(state, why));
    unit.commit().await?;
    Ok(())
}
