//! A ground other than consent: a child, danger, a statutory duty, a court's order. Each for one receiver and one
//! purpose, each with what it rests on; some need another person, named, who approves.

use haqqi_accounts::{Directory, StaffView};
use haqqi_kernel::{Action, Actor, Audit, Event, Reference, Role, SubjectKind, judge, out_of_reach};
use haqqi_worklist::{ItemKind, NewItem, open_item};
use serde::Deserialize;
use uuid::Uuid;

use crate::desk::ReferralDesk;
use crate::entity::referral_ground;
use crate::error::{ReferralError, Refusal};
use crate::held::{Held, reason_of};
use crate::model::{Basis, GroundHeld, GroundKind, LONGEST_WORDS, Told, needs_approver, weigh};

/// The longest number of a court's order, in characters.
const LONGEST_NUMBER: usize = 100;

/// What is noted of a ground.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct GroundForm {
    /// `child`, `danger`, `statutory-duty`, `court-order`.
    pub kind: String,
    /// The receiver, an agency of the pack.
    pub receiver: String,
    /// The purpose, a service of the pack.
    pub purpose: String,
    /// The article, a code of the pack; a statutory duty names one.
    pub article: String,
    /// The number of a court's order.
    pub order_number: String,
    /// `yes`: nobody stated the age, she appears to be a child.
    pub apparent: String,
    /// `yes` or `not-safe`: whether she was told first.
    pub told_first: String,
    /// Why, in words.
    pub words: String,
    /// The child's own view.
    pub view: String,
    /// The sign-in name of the approver, where another person must approve.
    pub approver: String,
}

/// Who may be named as an approver by this actor, for a case of this complaint: nobody who has a tie to its workplace, for
/// they are told nothing of it.
///
/// # Errors
/// The database's error.
pub async fn may_approve(
    desk: &ReferralDesk,
    actor: &Actor,
    complaint: Uuid,
) -> Result<Vec<StaffView>, ReferralError> {
    let house = &desk.site.house;
    let people = Directory::new(house.clone()).everybody().await?;
    let another = |person: &StaffView| may_be_approver(person) && Some(person.id) != actor.account();
    let mut approvers = Vec::new();
    for person in people.into_iter().filter(another) {
        if person.ties.is_empty() || !out_of_reach(house, &person.ties).await?.contains(&complaint) {
            approvers.push(person);
        }
    }
    Ok(approvers)
}

/// Whether this account is one that approves disclosures.
pub(crate) fn may_be_approver(person: &StaffView) -> bool {
    let roles = [Role::Supervisor, Role::ReferralCoordinator, Role::ChildLead, Role::DataProtectionOfficer];
    !person.disabled && person.agency.is_none() && person.roles.iter().any(|role| roles.contains(role))
}

/// The named approver's account.
async fn approver(
    desk: &ReferralDesk,
    actor: &Actor,
    complaint: Uuid,
    sign_in: &str,
) -> Result<Uuid, ReferralError> {
    let person = Directory::new(desk.site.house.clone()).by_sign_in(sign_in.trim()).await?;
    let person = person.ok_or(Refusal::Approver)?;
    if Some(person.id) == actor.account() {
        return Err(Refusal::SamePerson.into());
    }
    let may = may_approve(desk, actor, complaint).await?;
    may.into_iter().find(|other| other.id == person.id).map(|p| p.id).ok_or_else(|| Refusal::Approver.into())
}

fn filled(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// Records a ground. Returns its number in the case. Where another person must approve, nothing can go out on it
/// before that.
///
/// # Errors
/// [`ReferralError`]; then nothing was written.
pub async fn record_ground(
    desk: &ReferralDesk,
    actor: &Actor,
    reference: Reference,
    form: &GroundForm,
) -> Result<i32, ReferralError> {
    let house = &desk.site.house;
    let scope = judge(actor, Action::WorkReferral)?;
    let mut held = Held::reach(house, &scope, reference).await?;
    held.must_be_open()?;
    let kind = GroundKind::from_code(&form.kind)
        .filter(|kind| *kind != GroundKind::Consent && desk.pack().ground(kind.code()).is_some())
        .ok_or(Refusal::Kind)?;
    let mut unit = house.unit(actor.clone());
    let today = desk.clocks.calendar(held.row.office.as_deref()).date(unit.now());
    let article = filled(&form.article);
    let obliges = |code: &str| desk.pack().article(code, today).is_some_and(|row| row.obliges_to_tell);
    if article.as_deref().is_some_and(|code| !obliges(code)) {
        return Err(Refusal::Article.into());
    }
    let number = filled(&form.order_number).filter(|number| number.chars().count() <= LONGEST_NUMBER);
    if kind == GroundKind::CourtOrder && number.is_none() {
        return Err(Refusal::OrderNumber.into());
    }
    let told = Told::from_code(&form.told_first).ok_or(Refusal::Told)?;
    let words = reason_of(&form.words)?;
    let view = filled(&form.view).filter(|view| view.chars().count() <= LONGEST_WORDS);
    if kind == GroundKind::Child && view.is_none() {
        return Err(Refusal::View.into());
    }
    let apparent = form.apparent == "yes";
    let id = unit.id();
    // The rule is asked as if it were approved: what cannot hold is refused now, not after an approval.
    let supposed = Basis::Ground(GroundHeld {
        id,
        kind,
        receiver: form.receiver.clone(),
        purpose: form.purpose.clone(),
        article: article.clone(),
        numbered: number.is_some(),
        apparent,
        recorded_by: actor.account(),
        approved_by: Some(Uuid::nil()),
    });
    weigh(desk.pack(), &held.knows(unit.now()), &form.receiver, &form.purpose, &supposed)?;
    let approver = if needs_approver(desk.pack(), kind, apparent, held.row.level) {
        Some(approver(desk, actor, held.row.complaint, &form.approver).await?)
    } else {
        None
    };
    let key = house.subject_key(held.row.id).await?;
    let row = referral_ground::Model {
        id,
        case_id: held.row.id,
        number: i32::try_from(held.grounds.len()).unwrap_or(i32::MAX).saturating_add(1),
        kind: kind.code().to_owned(),
        receiver: form.receiver.clone(),
        purpose: form.purpose.clone(),
        article,
        order_number: number.map(|number| unit.seal(&key, "ground.order", &number)),
        apparent,
        told_first: told.code().to_owned(),
        words: unit.seal(&key, "ground.words", words.as_str()),
        view: view.map(|view| unit.seal(&key, "ground.view", &view)),
        recorded_at: unit.now(),
        recorded_by: actor.account(),
        approver,
        decision: None,
        decided_at: None,
        decided_by: None,
        decision_words: None,
        version: 1,
    };
    let number = row.number;
    unit.insert(referral_ground::ActiveModel::from(row.clone()));
    let due = match approver {
        Some(approver) => {
            ask_approver(desk, &mut unit, &held, id, approver)?;
            None
        }
        None => Some(held.start_sending(&desk.clocks, &mut unit, id)?),
    };
    held.grounds.push(row);
    let before = held.row.state;
    let after = held.settle(desk, &mut unit, due, |query| query);
    unit.audit(
        Audit::write("referral.record-ground", SubjectKind::Referral, held.row.id).purpose(kind.code()),
    );
    unit.event(
        Event::new(SubjectKind::Referral, held.row.id, "referral.ground-recorded")
            .change(before.code(), after.code())
            .office(held.row.office.as_deref())
            .dim("ground", kind.code())
            .dim("receiver", form.receiver.clone())
            .dim("purpose", form.purpose.clone()),
    );
    unit.commit().await?;
    Ok(number)
}

/// The approval is work of the person named, and of nobody else.
fn ask_approver(
    desk: &ReferralDesk,
    unit: &mut haqqi_kernel::Uow,
    held: &Held,
    ground: Uuid,
    approver: Uuid,
) -> Result<(), ReferralError> {
    let code = if held.row.danger() { "hand-over-sent-danger" } else { "hand-over-sent" };
    let clock = desk.clocks.begin(code, unit.now(), held.row.office.as_deref())?;
    let item = held.item(ItemKind::DisclosureToApprove, ground, clock.due_at);
    open_item(unit, NewItem { assignee: Some(approver), role: None, ..item });
    Ok(())
}
