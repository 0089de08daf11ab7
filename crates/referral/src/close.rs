//! Closing a case, with an outcome and only when no agency owes an answer; and noting the protection status, an axis
//! of its own.

use haqqi_kernel::{Action, Actor, Audit, Event, Reference, SubjectKind, judge};
use haqqi_worklist::{ItemKind, drop_deadline, finish_items};
use sea_orm::sea_query::Expr;

use crate::desk::ReferralDesk;
use crate::entity::referral_case::Column as C;
use crate::error::{ReferralError, Refusal};
use crate::held::Held;
use crate::model::{Answered, CaseOutcome, HandOverState, ProtectionStatus};

/// Closes a case.
///
/// # Errors
/// [`ReferralError`]; then nothing was written.
pub async fn close(
    desk: &ReferralDesk,
    actor: &Actor,
    reference: Reference,
    outcome: &str,
) -> Result<(), ReferralError> {
    let house = &desk.site.house;
    let scope = judge(actor, Action::WorkReferral)?;
    let mut held = Held::reach(house, &scope, reference).await?;
    held.must_be_open()?;
    let outcome = CaseOutcome::from_code(outcome).ok_or(Refusal::Outcome)?;
    let waits = |state: &str| HandOverState::from_code(state).is_some_and(HandOverState::waits);
    if held.hand_overs.iter().any(|row| waits(&row.state)) {
        return Err(Refusal::Waiting.into());
    }
    // That she wishes none, she said: an answer of hers is on the record.
    let said_no = |answer: &str| answer == Answered::No.code();
    if outcome == CaseOutcome::NotWished
        && !held.consents.iter().any(|row| said_no(&row.answer) || row.withdrawn_at.is_some())
    {
        return Err(Refusal::NotAsked.into());
    }
    let mut unit = house.unit(actor.clone());
    let now = unit.now();
    drop_deadline(&mut unit, held.row.id, "consent-asked").await?;
    finish_items(&mut unit, held.row.id, ItemKind::ConsentToAsk);
    let bases: Vec<_> =
        held.consents.iter().map(|row| row.id).chain(held.grounds.iter().map(|row| row.id)).collect();
    for basis in bases {
        Held::sending_stopped(&mut unit, basis).await?;
        finish_items(&mut unit, basis, ItemKind::DisclosureToApprove);
    }
    for row in &held.hand_overs {
        finish_items(&mut unit, row.id, ItemKind::HandOverAnswered);
    }
    let before = held.row.state;
    held.row.closed_at = Some(now);
    held.settle(desk, &mut unit, None, |query| {
        query
            .col_expr(C::ClosedAt, Expr::value(Some(now)))
            .col_expr(C::Outcome, Expr::value(Some(outcome.code())))
    });
    unit.audit(Audit::write("referral.close", SubjectKind::Referral, held.row.id).purpose(outcome.code()));
    unit.event(
        Event::new(SubjectKind::Referral, held.row.id, "referral.closed")
            .change(before.code(), outcome.code())
            .office(held.row.office.as_deref()),
    );
    unit.commit().await?;
    Ok(())
}

/// Notes the protection status, dated now, with its author in the history.
///
/// # Errors
/// [`ReferralError`]; then nothing was written.
pub async fn set_protection(
    desk: &ReferralDesk,
    actor: &Actor,
    reference: Reference,
    status: &str,
) -> Result<(), ReferralError> {
    let house = &desk.site.house;
    let scope = judge(actor, Action::WorkReferral)?;
    let held = Held::reach(house, &scope, reference).await?;
    held.must_be_open()?;
    let status = ProtectionStatus::from_code(status).ok_or(Refusal::Status)?;
    let mut unit = house.unit(actor.clone());
    let now = unit.now();
    held.settle(desk, &mut unit, None, |query| {
        query
            .col_expr(C::ProtectionStatus, Expr::value(status.code()))
            .col_expr(C::ProtectionStatusAt, Expr::value(Some(now)))
    });
    unit.audit(
        Audit::write("referral.set-protection", SubjectKind::Referral, held.row.id).purpose(status.code()),
    );
    unit.event(
        Event::new(SubjectKind::Referral, held.row.id, "referral.protection-noted")
            .change(held.row.protection.clone(), status.code())
            .office(held.row.office.as_deref()),
    );
    unit.commit().await?;
    Ok(())
}
