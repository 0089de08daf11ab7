//! Choosing what a receiver will see, and looking at it before it goes.

use data_encoding::HEXLOWER;
use haqqi_kernel::{Action, Actor, Audit, Reference, Scope, SubjectKind, judge};
use serde::Deserialize;
use uuid::Uuid;

use crate::desk::{Facts, ReferralDesk, WhichCase};
use crate::error::{ReferralError, Refusal};
use crate::held::{CaseRow, Held};
use crate::model::{Basis, Content, GroundFor, Item, LONGEST_WORDS, weigh};

/// What the coordinator has to choose from.
#[derive(Debug, Clone)]
pub struct Offer {
    /// The case.
    pub case: CaseRow,
    /// The bases that hold now, with their codes.
    pub bases: Vec<(String, Basis)>,
    /// What can be shared.
    pub items: Vec<Item>,
    /// The facts, to show beside each item what it says.
    pub facts: Facts,
}

/// What was chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// The receiver, an agency of the pack.
    pub receiver: String,
    /// The purpose, a service of the pack.
    pub purpose: String,
    /// What it rests on: `consent-1`, `ground-2`.
    pub basis: String,
    /// The items, each chosen on its own.
    pub share: Vec<String>,
    /// A message to the receiver.
    pub message: String,
}

/// Exactly what the receiver will see, and a mark by which sending knows that this is what was looked at.
#[derive(Debug, Clone)]
pub struct Preview {
    /// The case.
    pub case: CaseRow,
    /// What the receiver will see.
    pub content: Content,
    /// The mark of it.
    pub seen: String,
}

/// A draft that holds: case, ground, content, chosen items.
pub(crate) struct Ready {
    pub held: Held,
    pub ground: GroundFor,
    pub content: Content,
    pub items: Vec<Item>,
}

async fn facts_of(
    desk: &ReferralDesk,
    actor: &Actor,
    scope: &Scope,
    case: &CaseRow,
) -> Result<Facts, ReferralError> {
    let which = WhichCase { complaint: case.complaint, flag: case.flag };
    let mut unit = desk.site.house.unit(actor.clone());
    unit.audit(Audit::write("referral.read-facts", SubjectKind::Referral, case.id).purpose("hand-over"));
    unit.commit().await?;
    Ok(desk.facts.facts(actor, scope, which).await?)
}

/// What there is to choose from. Reading the facts is audited.
///
/// # Errors
/// [`ReferralError`].
pub async fn offer(desk: &ReferralDesk, actor: &Actor, reference: Reference) -> Result<Offer, ReferralError> {
    let scope = judge(actor, Action::WorkReferral)?;
    let held = Held::reach(&desk.site.house, &scope, reference).await?;
    held.must_be_open()?;
    let facts = facts_of(desk, actor, &scope, &held.row).await?;
    let bases = held.holding(desk.pack(), desk.site.house.now());
    Ok(Offer { items: Item::offered(&facts), bases, facts, case: held.row })
}

/// Checks a draft and takes its content out of the facts.
pub(crate) async fn ready(
    desk: &ReferralDesk,
    actor: &Actor,
    scope: &Scope,
    reference: Reference,
    draft: &Draft,
) -> Result<Ready, ReferralError> {
    let held = Held::reach(&desk.site.house, scope, reference).await?;
    held.must_be_open()?;
    let basis = held.basis(&draft.basis)?;
    let knows = held.knows(desk.site.house.now());
    let ground = weigh(desk.pack(), &knows, &draft.receiver, &draft.purpose, &basis)?;
    let waits = held.hand_overs.iter().any(|row| {
        row.agency == draft.receiver
            && row.purpose == draft.purpose
            && crate::model::HandOverState::from_code(&row.state).is_some_and(|state| state.waits())
    });
    if waits {
        return Err(Refusal::Waiting.into());
    }
    if draft.message.chars().count() > LONGEST_WORDS {
        return Err(Refusal::Words.into());
    }
    let chosen: Option<Vec<Item>> = draft.share.iter().map(|code| Item::from_code(code)).collect();
    let items = chosen.ok_or(Refusal::Items)?;
    let facts = facts_of(desk, actor, scope, &held.row).await?;
    let offered = Item::offered(&facts);
    if items.is_empty() || items.iter().any(|item| !offered.contains(item)) {
        return Err(Refusal::Items.into());
    }
    let content = Content {
        v: 1,
        receiver: draft.receiver.clone(),
        purpose: draft.purpose.clone(),
        ground: ground.kind().code().to_owned(),
        // Browsers send line ends as CR LF; what is sealed has one kind.
        message: draft.message.trim().replace("\r\n", "\n"),
        pieces: Content::pieces(&facts, &items),
    };
    Ok(Ready { held, ground, content, items })
}

/// The mark of a content: keyed, so that it cannot be made without a preview.
pub(crate) fn mark(desk: &ReferralDesk, case: Uuid, basis: Uuid, content: &Content) -> String {
    let text = serde_json::to_string(content).unwrap_or_default();
    let bytes = [case.as_bytes().as_slice(), basis.as_bytes(), text.as_bytes()].concat();
    let tag = desk.site.house.vault().web_tag("hand-over-preview", &bytes);
    HEXLOWER.encode(&tag)
}

/// Shows exactly what the receiver would see. Nothing is stored, nothing is sent.
///
/// # Errors
/// [`ReferralError`].
pub async fn preview(
    desk: &ReferralDesk,
    actor: &Actor,
    reference: Reference,
    draft: &Draft,
) -> Result<Preview, ReferralError> {
    let scope = judge(actor, Action::WorkReferral)?;
    let ready = ready(desk, actor, &scope, reference, draft).await?;
    let seen = mark(desk, ready.held.row.id, ready.ground.basis(), &ready.content);
    Ok(Preview { case: ready.held.row, content: ready.content, seen })
}
