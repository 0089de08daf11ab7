//! The second person: approves or refuses a disclosure without consent that another proposes. On a page of its own,
//! reached by the named approver alone.

use chrono::{DateTime, Utc};
use haqqi_kernel::{Action, Actor, Audit, Event, Reference, SubjectKind, judge};
use haqqi_worklist::{ItemKind, finish_items};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::desk::ReferralDesk;
use crate::entity::referral_ground;
use crate::error::{ReferralError, Refusal};
use crate::held::{CaseRow, Held, reason_of};
use crate::store;

/// A ground that waits for its approver, opened.
#[derive(Debug, Clone)]
pub struct ToApprove {
    /// Its number in the case.
    pub number: i32,
    /// Which ground, a code.
    pub kind: String,
    /// For whom.
    pub receiver: String,
    /// For what.
    pub purpose: String,
    /// The article.
    pub article: Option<String>,
    /// A child by appearance only.
    pub apparent: bool,
    /// `yes` or `not-safe`.
    pub told_first: String,
    /// Why, in words.
    pub words: String,
    /// The child's own view.
    pub view: Option<String>,
    /// What she answered when she was asked about this receiver: purpose, `yes` or `no`, taken back since, when.
    pub answers: Vec<(String, String, bool, DateTime<Utc>)>,
    /// Who proposes it.
    pub by: Option<Uuid>,
    /// When.
    pub at: DateTime<Utc>,
}

/// The cases in which something waits for this approver: references and when it was proposed.
///
/// # Errors
/// [`ReferralError::NotFound`] where the actor may approve nothing at all.
pub async fn approvals(
    desk: &ReferralDesk,
    actor: &Actor,
) -> Result<Vec<(Reference, i32, DateTime<Utc>)>, ReferralError> {
    let house = &desk.site.house;
    let scope = judge(actor, Action::ApproveDisclosure)?;
    let mut found = Vec::new();
    for ground in store::grounds_to_approve(house, &scope).await? {
        if let Some(case) = store::case_of(house, ground.case_id).await?.and_then(CaseRow::of) {
            found.push((case.reference, ground.number, ground.recorded_at));
        }
    }
    Ok(found)
}

async fn waiting(
    desk: &ReferralDesk,
    actor: &Actor,
    reference: Reference,
) -> Result<(Held, Vec<referral_ground::Model>), ReferralError> {
    let house = &desk.site.house;
    let scope = judge(actor, Action::ApproveDisclosure)?;
    for ground in store::grounds_to_approve(house, &scope).await? {
        let held = Held::of(house, ground.case_id).await?;
        if held.row.reference == reference {
            let mine: Vec<_> = held
                .grounds
                .iter()
                .filter(|row| row.decision.is_none() && row.approver == actor.account())
                .cloned()
                .collect();
            return Ok((held, mine));
        }
    }
    Err(ReferralError::NotFound)
}

/// What waits for this approver in a case: the coded side of the case and the grounds, opened. The read is audited.
///
/// # Errors
/// [`ReferralError`].
pub async fn to_approve(
    desk: &ReferralDesk,
    actor: &Actor,
    reference: Reference,
) -> Result<(CaseRow, Vec<ToApprove>), ReferralError> {
    let house = &desk.site.house;
    let (held, grounds) = waiting(desk, actor, reference).await?;
    let key = house.subject_key(held.row.id).await?;
    let mut unit = house.unit(actor.clone());
    unit.audit(Audit::read("referral.read-ground", SubjectKind::Referral, held.row.id).purpose("approval"));
    let proof = unit.commit().await?;
    let mut opened = Vec::with_capacity(grounds.len());
    for row in grounds {
        opened.push(ToApprove {
            words: house.open(&proof, &key, "ground.words", &row.words)?,
            view: row.view.as_ref().map(|view| house.open(&proof, &key, "ground.view", view)).transpose()?,
            answers: held
                .consents
                .iter()
                .filter(|consent| consent.receiver == row.receiver)
                .map(|consent| {
                    let withdrawn = consent.withdrawn_at.is_some();
                    (consent.purpose.clone(), consent.answer.clone(), withdrawn, consent.asked_at)
                })
                .collect(),
            number: row.number,
            kind: row.kind,
            receiver: row.receiver,
            purpose: row.purpose,
            article: row.article,
            apparent: row.apparent,
            told_first: row.told_first,
            by: row.recorded_by,
            at: row.recorded_at,
        });
    }
    Ok((held.row, opened))
}

/// Approves or refuses, with a reason in words.
///
/// # Errors
/// [`ReferralError`]; then nothing was written.
pub async fn decide_disclosure(
    desk: &ReferralDesk,
    actor: &Actor,
    reference: Reference,
    number: i32,
    approve: bool,
    words: &str,
) -> Result<(), ReferralError> {
    use referral_ground::Column as C;
    let house = &desk.site.house;
    let (mut held, mine) = waiting(desk, actor, reference).await?;
    held.must_be_open()?;
    if !mine.iter().any(|row| row.number == number) {
        return Err(ReferralError::NotFound);
    }
    let row = held.grounds.iter_mut().find(|row| row.number == number).ok_or(ReferralError::NotFound)?;
    if row.recorded_by == actor.account() {
        return Err(Refusal::SamePerson.into());
    }
    let words = reason_of(words)?;
    let key = house.subject_key(row.case_id).await?;
    let mut unit = house.unit(actor.clone());
    let decision = if approve { "approved" } else { "refused" };
    let sealed = unit.seal(&key, "ground.decision", words.as_str());
    unit.update_one(
        referral_ground::Entity::update_many()
            .col_expr(C::Decision, Expr::value(Some(decision)))
            .col_expr(C::DecidedAt, Expr::value(Some(unit.now())))
            .col_expr(C::DecidedBy, Expr::value(actor.account()))
            .col_expr(C::DecisionWords, Expr::value(Some(sealed)))
            .col_expr(C::Version, Expr::value(row.version + 1))
            .filter(C::Id.eq(row.id))
            .filter(C::Version.eq(row.version)),
    );
    row.decision = Some(decision.to_owned());
    row.decided_by = actor.account();
    let (id, kind) = (row.id, row.kind.clone());
    finish_items(&mut unit, id, ItemKind::DisclosureToApprove);
    let due = if approve { Some(held.start_sending(&desk.clocks, &mut unit, id)?) } else { None };
    let before = held.row.state;
    let after = held.settle(desk, &mut unit, due, |query| query);
    unit.audit(Audit::write("referral.decide-ground", SubjectKind::Referral, held.row.id).purpose(decision));
    unit.event(
        Event::new(SubjectKind::Referral, held.row.id, "referral.ground-decided")
            .change(before.code(), after.code())
            .office(held.row.office.as_deref())
            .dim("ground", kind)
            .dim("decision", decision),
    );
    unit.commit().await?;
    Ok(())
}
