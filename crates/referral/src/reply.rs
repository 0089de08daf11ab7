//! The coordinator's side of a hand-over that is out: replying to a question, and having looked at an answer.

use haqqi_kernel::{Action, Actor, Audit, Event, Reference, SubjectKind, judge};
use haqqi_worklist::{ItemKind, NewDeadline, finish_items, open_item, set_deadline};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::answer::note;
use crate::desk::ReferralDesk;
use crate::entity::hand_over;
use crate::error::{ReferralError, Refusal};
use crate::held::{Held, answer_clock, words_of};
use crate::model::HandOverState;
use crate::send::agency_item;
use crate::store;

/// Replies to the agency's question; the agency has the word again, and a new clock.
///
/// # Errors
/// [`ReferralError`]; then nothing was written.
pub async fn reply(
    desk: &ReferralDesk,
    actor: &Actor,
    reference: Reference,
    words: &str,
) -> Result<Reference, ReferralError> {
    use hand_over::Column as C;
    let house = &desk.site.house;
    let scope = judge(actor, Action::WorkReferral)?;
    let found = store::hand_over_of_case(house, &scope, reference).await?;
    let (mut row, case) = found.ok_or(ReferralError::NotFound)?;
    let mut held = Held::of(house, case.id).await?;
    if HandOverState::from_code(&row.state) != Some(HandOverState::Asked) {
        return Err(Refusal::State.into());
    }
    let words = words_of(words)?;
    let key = house.subject_key(row.id).await?;
    let mut unit = house.unit(actor.clone());
    let clock = desk.clocks.begin(answer_clock(row.danger), unit.now(), row.office.as_deref())?;
    unit.update_one(
        hand_over::Entity::update_many()
            .col_expr(C::State, Expr::value(HandOverState::Sent.code()))
            .col_expr(C::DueAt, Expr::value(clock.due_at))
            .col_expr(C::Version, Expr::value(row.version + 1))
            .filter(C::Id.eq(row.id))
            .filter(C::Version.eq(row.version)),
    );
    note(&mut unit, &row, &key, "reply", words);
    finish_items(&mut unit, row.id, ItemKind::HandOverAnswered);
    row.due_at = clock.due_at;
    HandOverState::Sent.code().clone_into(&mut row.state);
    let item = open_item(&mut unit, agency_item(&row, held.row.complaint, reference));
    let deadline = NewDeadline {
        subject_kind: SubjectKind::HandOver,
        subject: row.id,
        item: Some(item),
        office: row.office.as_deref(),
    };
    set_deadline(&mut unit, &deadline, &clock);
    for other in held.hand_overs.iter_mut().filter(|other| other.id == row.id) {
        other.clone_from(&row);
    }
    held.settle(desk, &mut unit, None, |query| query);
    unit.audit(Audit::write("hand-over.reply", SubjectKind::HandOver, row.id));
    unit.event(
        Event::new(SubjectKind::HandOver, row.id, "hand-over.replied")
            .change(HandOverState::Asked.code(), HandOverState::Sent.code())
            .office(row.office.as_deref())
            .dim("receiver", row.agency.clone()),
    );
    unit.commit().await?;
    Ok(held.row.reference)
}

/// The coordinator has looked at an answer.
///
/// # Errors
/// [`ReferralError`]; then nothing was written.
pub async fn noted(
    desk: &ReferralDesk,
    actor: &Actor,
    reference: Reference,
) -> Result<Reference, ReferralError> {
    let house = &desk.site.house;
    let scope = judge(actor, Action::WorkReferral)?;
    let found = store::hand_over_of_case(house, &scope, reference).await?;
    let (row, case) = found.ok_or(ReferralError::NotFound)?;
    // A question is answered, not noted.
    if HandOverState::from_code(&row.state).is_none_or(HandOverState::waits) {
        return Err(Refusal::State.into());
    }
    let mut unit = house.unit(actor.clone());
    finish_items(&mut unit, row.id, ItemKind::HandOverAnswered);
    unit.audit(Audit::write("hand-over.noted", SubjectKind::HandOver, row.id));
    unit.commit().await?;
    case.reference.parse().map_err(|_| ReferralError::NotFound)
}
