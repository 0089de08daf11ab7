//! Sending a hand-over: what was looked at is sealed as it went, the receiver's clock begins, the register has a line.

use haqqi_kernel::{
    Action, Actor, Audit, CommitError, Event, Reference, ReferenceKind, Role, SubjectKind, Uow, judge,
};
use haqqi_worklist::{About, ItemKind, NewDeadline, NewItem, Urgency, finish_items, open_item, set_deadline};
use serde::Deserialize;
use uuid::Uuid;

use crate::compose::{Draft, Ready, mark, ready};
use crate::desk::ReferralDesk;
use crate::entity::{hand_over, transfer};
use crate::error::{ReferralError, Refusal};
use crate::held::{Held, answer_clock};
use crate::model::{Content, GroundFor, HandOverState, Item};
use crate::store;

/// A draft that was looked at, to be sent once.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Sending {
    /// What was chosen.
    #[serde(flatten)]
    pub draft: Draft,
    /// The mark of the preview.
    pub seen: String,
    /// The form's own key: the same form sends once, however often it is posted.
    pub key: String,
}

/// Sends a hand-over; the reference under which the agency finds it.
///
/// # Errors
/// [`ReferralError`]; then nothing was written, and nothing left the house.
pub async fn send(
    desk: &ReferralDesk,
    actor: &Actor,
    reference: Reference,
    sending: &Sending,
) -> Result<Reference, ReferralError> {
    let house = &desk.site.house;
    let scope = judge(actor, Action::WorkReferral)?;
    let case = store::case(house, &scope, reference).await?.ok_or(ReferralError::NotFound)?.id;
    let key = sending.key.trim();
    if key.len() < 16 || key.len() > 128 {
        return Err(Refusal::Changed.into());
    }
    if let Some(first) = sent_before(desk, case, key).await? {
        return Ok(first);
    }
    let ready = ready(desk, actor, &scope, reference, &sending.draft).await?;
    let seen = mark(desk, ready.held.row.id, ready.ground.basis(), &ready.content);
    if seen != sending.seen {
        return Err(Refusal::Changed.into());
    }
    let mut unit = house.unit(actor.clone());
    let sent = deliver(desk, &mut unit, ready, key).await?;
    match unit.commit().await {
        Ok(_) => Ok(sent),
        // The same form, posted twice at once: the one that was faster is the answer.
        Err(error @ (CommitError::Stale | CommitError::Unique(_))) => {
            sent_before(desk, case, key).await?.ok_or(ReferralError::Commit(error))
        }
        Err(error) => Err(error.into()),
    }
}

async fn sent_before(desk: &ReferralDesk, case: Uuid, key: &str) -> Result<Option<Reference>, ReferralError> {
    let row = store::sent_by_form(&desk.site.house, case, key).await?;
    Ok(row.and_then(|row| row.reference.parse().ok()))
}

/// Writes the hand-over. It takes the ground as a value that only the rule makes.
async fn deliver(
    desk: &ReferralDesk,
    unit: &mut Uow,
    ready: Ready,
    form_key: &str,
) -> Result<Reference, ReferralError> {
    let Ready { mut held, ground, content, items } = ready;
    let now = unit.now();
    let danger = held.row.danger();
    let clock = desk.clocks.begin(answer_clock(danger), now, held.row.office.as_deref())?;
    let id = unit.id();
    let key = unit.new_subject(id);
    let reference = unit.reference(ReferenceKind::HandOver);
    let row = hand_over::Model {
        id,
        reference: reference.to_string(),
        case_id: held.row.id,
        agency: ground.receiver().to_owned(),
        purpose: ground.purpose().to_owned(),
        ground: ground.kind().code().to_owned(),
        basis_id: ground.basis(),
        items: kinds(&items),
        danger,
        child: held.row.age == "child",
        office: held.row.office.clone(),
        state: HandOverState::Sent.code().to_owned(),
        snapshot: unit.seal(&key, "hand-over.content", &snapshot(&content)?),
        sent_at: now,
        sent_by: unit.actor().account(),
        due_at: clock.due_at,
        answered_at: None,
        answered_by: None,
        reason: None,
        consent_withdrawn_at: None,
        form_key: form_key.to_owned(),
        version: 1,
    };
    unit.insert(hand_over::ActiveModel::from(row.clone()));
    let item = open_item(unit, agency_item(&row, held.row.complaint, reference));
    let deadline = NewDeadline {
        subject_kind: SubjectKind::HandOver,
        subject: id,
        item: Some(item),
        office: held.row.office.as_deref(),
    };
    set_deadline(unit, &deadline, &clock);
    Held::sending_done(unit, ground.basis()).await?;
    // Whoever sends to another has looked at what was declined.
    for earlier in held.hand_overs.iter().filter(|row| row.state == HandOverState::Declined.code()) {
        finish_items(unit, earlier.id, ItemKind::HandOverAnswered);
    }
    register(unit, &held, &ground, &row);
    held.hand_overs.push(row);
    let before = held.row.state;
    let after = held.settle(desk, unit, None, |query| query);
    unit.audit(Audit::write("hand-over.send", SubjectKind::HandOver, id).purpose(ground.receiver()));
    unit.event(
        Event::new(SubjectKind::HandOver, id, "hand-over.sent")
            .change("", HandOverState::Sent.code())
            .office(held.row.office.as_deref())
            .dim("receiver", ground.receiver())
            .dim("purpose", ground.purpose())
            .dim("ground", ground.kind().code()),
    );
    unit.event(
        Event::new(SubjectKind::Referral, held.row.id, "referral.handed-over")
            .change(before.code(), after.code())
            .office(held.row.office.as_deref()),
    );
    Ok(reference)
}

fn snapshot(content: &Content) -> Result<String, ReferralError> {
    // A content is texts and lists only; should it ever not be written, nothing is sent.
    serde_json::to_string(content).map_err(|_| ReferralError::Refused(Refusal::Items))
}

/// The kinds of items, each once: the register tells what was shared, not which of her texts.
fn kinds(items: &[Item]) -> String {
    let mut kinds: Vec<&str> = items.iter().map(|item| item.kind()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds.join(" ")
}

/// The receiver's work. Neither language nor office nor level stand in it: the queue shows an agency no more than the
/// hand-over does.
pub(crate) fn agency_item(row: &hand_over::Model, complaint: Uuid, reference: Reference) -> NewItem {
    NewItem {
        agency: Some(row.agency.clone()),
        role: Some(Role::AgencyUser),
        urgency: if row.danger { Urgency::Danger } else { Urgency::High },
        ..NewItem::new(
            ItemKind::HandOverToAnswer,
            SubjectKind::HandOver,
            row.id,
            About::Complaint(complaint),
            reference,
            row.due_at,
        )
    }
}

fn register(unit: &mut Uow, held: &Held, ground: &GroundFor, row: &hand_over::Model) {
    let id = unit.id();
    unit.insert(transfer::ActiveModel::from(transfer::Model {
        id,
        at: unit.now(),
        case_id: held.row.id,
        case_reference: held.row.reference.to_string(),
        hand_over_reference: row.reference.clone(),
        receiver: ground.receiver().to_owned(),
        purpose: ground.purpose().to_owned(),
        ground: ground.kind().code().to_owned(),
        article: ground.article().map(str::to_owned),
        items: row.items.clone(),
        sent_by: unit.actor().account(),
        approved_by: ground.approved_by(),
        office: held.row.office.clone(),
    }));
}
