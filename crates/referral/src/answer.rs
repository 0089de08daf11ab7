//! The agency's answer: it takes the hand-over on, declines with a reason, or asks something back. The answer goes
//! back to the coordinator as work, and meets the deadline.

use haqqi_kernel::{
    Action, Actor, Audit, CommitError, Event, Reference, SubjectKey, SubjectKind, Uow, judge,
};
use haqqi_pack::Decision;
use haqqi_worklist::{ItemKind, finish_items, meet_deadline, open_item};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};

use crate::desk::ReferralDesk;
use crate::entity::{hand_over, hand_over_note};
use crate::error::{ReferralError, Refusal};
use crate::held::{Held, answer_clock, reason_of, words_of};
use crate::model::{HandOverState, LONGEST_WORDS};
use crate::store;

/// What the agency answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "kebab-case")]
pub enum Answer {
    /// Takes it on.
    Accept {
        /// A word to the coordinator.
        words: String,
        /// Whom the coordinator reaches there, and how.
        contact: String,
    },
    /// Does not take it on.
    Decline {
        /// A reason of the pack.
        reason: String,
        /// In words, where the reason asks for it.
        #[serde(default)]
        words: String,
    },
    /// Asks something back before it answers.
    Ask {
        /// The question.
        words: String,
    },
}

impl Answer {
    fn state(&self) -> HandOverState {
        match self {
            Self::Accept { .. } => HandOverState::Accepted,
            Self::Decline { .. } => HandOverState::Declined,
            Self::Ask { .. } => HandOverState::Asked,
        }
    }

    /// What is noted, by kind of note.
    fn notes(&self, desk: &ReferralDesk) -> Result<Vec<(&'static str, &str)>, ReferralError> {
        match self {
            Self::Accept { words, contact } => {
                let contact = words_of(contact)?;
                Ok(vec![("acceptance", words_of(words)?), ("contact", contact)])
            }
            Self::Decline { reason, words } => {
                let mut reasons = desk.pack().reasons_for(Decision::Decline);
                let row = reasons.find(|row| row.code == *reason).ok_or(Refusal::Reason)?;
                if words.chars().count() > LONGEST_WORDS {
                    return Err(Refusal::Words.into());
                }
                if row.words {
                    reason_of(words)?;
                }
                match words.trim() {
                    "" => Ok(Vec::new()),
                    words => Ok(vec![("decline", words)]),
                }
            }
            Self::Ask { words } => Ok(vec![("question", words_of(words)?)]),
        }
    }
}

/// Adds a note to a hand-over, sealed under its key.
pub(crate) fn note(unit: &mut Uow, of: &hand_over::Model, key: &SubjectKey, kind: &str, words: &str) {
    let id = unit.id();
    let sealed = unit.seal(key, "hand-over.note", words);
    unit.insert(hand_over_note::ActiveModel::from(hand_over_note::Model {
        id,
        hand_over_id: of.id,
        kind: kind.to_owned(),
        words: sealed,
        at: unit.now(),
        by: unit.actor().account(),
    }));
}

/// Writes the agency's answer.
///
/// # Errors
/// [`ReferralError`]; then nothing was written.
pub async fn answer(
    desk: &ReferralDesk,
    actor: &Actor,
    reference: Reference,
    answer: &Answer,
) -> Result<HandOverState, ReferralError> {
    let scope = judge(actor, Action::AnswerHandOver)?;
    let mut tries = 0;
    loop {
        let row = store::hand_over(&desk.site.house, &scope, reference).await?;
        let row = row.ok_or(ReferralError::NotFound)?;
        // The case's own row may have moved, by another agency's answer: that concerns nobody here, so again.
        match answer_once(desk, actor, row, answer).await {
            Err(ReferralError::Commit(CommitError::Stale)) if tries < 3 => tries += 1,
            other => return other,
        }
    }
}

async fn answer_once(
    desk: &ReferralDesk,
    actor: &Actor,
    row: hand_over::Model,
    answer: &Answer,
) -> Result<HandOverState, ReferralError> {
    use hand_over::Column as C;
    let house = &desk.site.house;
    let from = HandOverState::from_code(&row.state).ok_or(ReferralError::NotFound)?;
    let to = answer.state();
    if !from.may_become(to) {
        return Err(Refusal::State.into());
    }
    let notes = answer.notes(desk)?;
    let key = house.subject_key(row.id).await?;
    let mut held = Held::of(house, row.case_id).await?;
    let mut unit = house.unit(actor.clone());
    let now = unit.now();
    let reason = match answer {
        Answer::Decline { reason, .. } => Some(reason.clone()),
        _ => None,
    };
    let answered = (!to.waits()).then_some(now);
    unit.update_one(
        hand_over::Entity::update_many()
            .col_expr(C::State, Expr::value(to.code()))
            .col_expr(C::AnsweredAt, Expr::value(answered))
            .col_expr(C::AnsweredBy, Expr::value(answered.and(actor.account())))
            .col_expr(C::Reason, Expr::value(reason.clone()))
            .col_expr(C::Version, Expr::value(row.version + 1))
            .filter(C::Id.eq(row.id))
            .filter(C::Version.eq(row.version)),
    );
    for (kind, words) in notes {
        note(&mut unit, &row, &key, kind, words);
    }
    let met = meet_deadline(&mut unit, row.id, answer_clock(row.danger)).await?;
    finish_items(&mut unit, row.id, ItemKind::HandOverToAnswer);
    finish_items(&mut unit, row.id, ItemKind::HandOverAnswered);
    let code = if row.danger { "hand-over-sent-danger" } else { "hand-over-sent" };
    let due = desk.clocks.begin(code, now, held.row.office.as_deref())?.due_at;
    open_item(&mut unit, held.item(ItemKind::HandOverAnswered, row.id, due));
    for other in held.hand_overs.iter_mut().filter(|other| other.id == row.id) {
        to.code().clone_into(&mut other.state);
        // While the coordinator has the word, it is the coordinator's time that counts for the list.
        other.due_at = due;
    }
    held.settle(desk, &mut unit, None, |query| query);
    unit.audit(Audit::write("hand-over.answer", SubjectKind::HandOver, row.id).purpose(to.code()));
    let what = if to == HandOverState::Asked { "hand-over.asked" } else { "hand-over.answered" };
    let mut event = Event::new(SubjectKind::HandOver, row.id, what)
        .change(from.code(), to.code())
        .office(row.office.as_deref())
        .dim("receiver", row.agency.clone());
    if let Some(met) = met {
        event = event.dim("in_time", if met.in_time { "yes" } else { "no" });
    }
    if let Some(reason) = reason {
        event = event.dim("reason", reason);
    }
    unit.event(event);
    unit.commit().await?;
    Ok(to)
}

/// The agency has taken note that consent was withdrawn.
///
/// # Errors
/// [`ReferralError`]; then nothing was written.
pub async fn take_note(
    desk: &ReferralDesk,
    actor: &Actor,
    reference: Reference,
) -> Result<(), ReferralError> {
    let house = &desk.site.house;
    let scope = judge(actor, Action::AnswerHandOver)?;
    let row = store::hand_over(house, &scope, reference).await?.ok_or(ReferralError::NotFound)?;
    if row.consent_withdrawn_at.is_none() {
        return Err(Refusal::State.into());
    }
    let mut unit = house.unit(actor.clone());
    finish_items(&mut unit, row.id, ItemKind::ConsentWithdrawn);
    unit.audit(Audit::write("hand-over.take-note", SubjectKind::HandOver, row.id));
    unit.event(
        Event::new(SubjectKind::HandOver, row.id, "hand-over.withdrawal-noted")
            .office(row.office.as_deref())
            .dim("receiver", row.agency.clone()),
    );
    unit.commit().await?;
    Ok(())
}
