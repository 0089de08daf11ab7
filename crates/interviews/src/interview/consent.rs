//! Her consent to the interview: seven items, one after another, each kept with its time. Whom anything is told is another
//! consent, and is not asked here (`safeguards.md` 2).

use haqqi_casework::VisitDesk;
use haqqi_kernel::{Actor, Audit, Reference};
use sea_orm::Set;
use sea_orm::sea_query::Expr;

use super::{ConsentItem, InterviewError, InterviewState, change, ending, house, next_item, under_way};
use crate::entity::{interview, interview_consent};

/// Keeps what she said to an item. A no ends it kindly, but for the use in research, which is only noted. What was said to
/// another item than the one that is asked is passed over.
///
/// # Errors
/// [`InterviewError`]; then nothing was written.
pub async fn consent(
    desk: &VisitDesk,
    actor: &Actor,
    reference: Reference,
    item: ConsentItem,
    yes: bool,
) -> Result<(), InterviewError> {
    let (ground, row, state) = under_way(desk, actor, reference).await?;
    if state != InterviewState::Consenting || next_item(desk, row.id).await? != item {
        return Ok(());
    }
    let mut unit = house(desk).unit(actor.clone());
    let (id, now) = (unit.id(), unit.now());
    unit.insert(interview_consent::ActiveModel {
        id: Set(id),
        interview_id: Set(row.id),
        about_id: Set(ground.id()),
        item: Set(item.code().to_owned()),
        yes: Set(yes),
        at: Set(now),
    });
    // Which item stands beside its answer alone: here it would tell which she refused.
    unit.audit(Audit::write("interview.consent", ground.kind(), ground.id()));
    let next = if !yes && item.is_needed() {
        let end = ending(&row, &mut unit, InterviewState::Declined, None);
        unit.event(ground.told(InterviewState::Declined, None));
        end
    } else if Some(&item) == ConsentItem::ALL.last() {
        change(&row, &unit).col_expr(interview::Column::State, Expr::value(InterviewState::Asking.code()))
    } else {
        change(&row, &unit)
    };
    unit.update_one(next);
    unit.commit().await?;
    Ok(())
}
