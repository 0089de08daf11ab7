//! Her answer to a question: sealed, and read by nobody. Where it means danger now, or that she is a child, the questions
//! stop.

use haqqi_casework::VisitDesk;
use haqqi_kernel::{Actor, Audit, Reference};
use sea_orm::Set;

use super::weigh::{Met, tell_child_lead, weigh, weighed};
use super::{
    AGE, InterviewError, InterviewState, Next, Said, WhyStopped, change, ending, house, next_question,
    under_way,
};
use crate::entity::interview_answer;

/// The field under which an answer is sealed.
pub(super) const FIELD: &str = "casework.interview";

/// Keeps what she said. What was said to another question than the one that is asked is passed over.
///
/// # Errors
/// [`InterviewError`]; then nothing was written.
pub async fn answer(
    desk: &VisitDesk,
    actor: &Actor,
    reference: Reference,
    question: &str,
    said: Said,
) -> Result<(), InterviewError> {
    let (ground, row, state) = under_way(desk, actor, reference).await?;
    if state != InterviewState::Asking {
        return Ok(());
    }
    let (is_asked, urgent, last) = match next_question(desk, row.id, row.begun_at).await? {
        Next::Age => (question == AGE, false, false),
        Next::Question(next, last) => (question == next.id, next.urgent, last),
        Next::None => (false, false, false),
    };
    if !is_asked {
        return Ok(());
    }
    let house = house(desk);
    let danger = urgent && said == Said::Yes;
    if danger || last {
        let (state, why) = if danger {
            (InterviewState::Stopped, Some(WhyStopped::Danger))
        } else {
            (InterviewState::Ended, None)
        };
        return weigh(desk, actor, (&ground, &row), Some((question, said)), (state, why)).await;
    }
    let mut unit = house.unit(actor.clone());
    // No entry for each answer: their number, up to the one that stopped it, would tell which that was.
    if question == AGE && said == Said::No {
        let (state, why) = (InterviewState::Stopped, Some(WhyStopped::Child));
        let found = tell_child_lead(desk, &mut unit, &ground, &Met::of(&row)).await?;
        let end = weighed(ending(&row, &mut unit, state, why), &found);
        unit.update_one(end);
        unit.audit(Audit::write("interview.end", ground.kind(), ground.id()));
        unit.event(ground.told(state, why));
        unit.commit().await?;
        return Ok(());
    }
    let key = house.subject_key(ground.sealed_under(row.id)).await?;
    let (id, sealed) = (unit.id(), unit.seal(&key, FIELD, said.code()));
    unit.insert(interview_answer::ActiveModel {
        id: Set(id),
        interview_id: Set(row.id),
        about_id: Set(ground.id()),
        question: Set(question.to_owned()),
        answer: Set(sealed),
    });
    let next = change(&row, &unit);
    unit.update_one(next);
    unit.commit().await?;
    Ok(())
}
