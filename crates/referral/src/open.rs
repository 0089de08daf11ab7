//! Cases in order of what is due, and one case opened: her answers, the grounds, the hand-overs with what was said
//! about them. One audited read.

use chrono::{DateTime, Utc};
use haqqi_kernel::{Action, Actor, Audit, Reference, SubjectKind, judge};
use haqqi_worklist::Cursor;
use uuid::Uuid;

use crate::desk::ReferralDesk;
use crate::error::ReferralError;
use crate::held::{CaseRow, HandOverRow, Held};
use crate::receive::{Note, open_all};
use crate::store;

/// Her answer, opened.
#[derive(Debug, Clone)]
pub struct OpenedConsent {
    /// Its number in the case.
    pub number: i32,
    /// For whom.
    pub receiver: String,
    /// For what.
    pub purpose: String,
    /// `yes` or `no`.
    pub answer: String,
    /// When she was asked.
    pub asked_at: DateTime<Utc>,
    /// Until when a yes holds.
    pub ends_at: Option<DateTime<Utc>>,
    /// In which language.
    pub language: String,
    /// How.
    pub how: String,
    /// Through whom.
    pub interpreter: String,
    /// Whether she was alone.
    pub alone: bool,
    /// When she took it back.
    pub withdrawn_at: Option<DateTime<Utc>>,
    /// When she said it, where a talk or words of hers show it.
    pub said_at: Option<DateTime<Utc>>,
    /// Who heard it; nobody, where she wrote.
    pub heard_by: Option<Uuid>,
    /// What she said beside it.
    pub words: Option<String>,
}

/// Another ground, opened.
#[derive(Debug, Clone)]
pub struct OpenedGround {
    /// Its number in the case.
    pub number: i32,
    /// Which.
    pub kind: String,
    /// For whom.
    pub receiver: String,
    /// For what.
    pub purpose: String,
    /// The article.
    pub article: Option<String>,
    /// The order's number.
    pub order_number: Option<String>,
    /// When recorded.
    pub recorded_at: DateTime<Utc>,
    /// Who must approve.
    pub approver: Option<Uuid>,
    /// `approved`, `refused`.
    pub decision: Option<String>,
    /// Why, in words.
    pub words: String,
    /// The child's own view.
    pub view: Option<String>,
    /// What the approver said.
    pub decision_words: Option<String>,
}

/// Something that happened.
#[derive(Debug, Clone)]
pub struct Happened {
    /// What, as a dotted code; its label is `event-…`.
    pub what: String,
    /// The state after it.
    pub to: Option<String>,
    /// When.
    pub at: DateTime<Utc>,
}

/// A case, opened.
#[derive(Debug, Clone)]
pub struct OpenedCase {
    /// The coded side.
    pub row: CaseRow,
    /// Her answers.
    pub consents: Vec<OpenedConsent>,
    /// Other grounds.
    pub grounds: Vec<OpenedGround>,
    /// Hand-overs, with what was said about each.
    pub hand_overs: Vec<(HandOverRow, Vec<Note>)>,
    /// The history.
    pub history: Vec<Happened>,
}

/// A page of the cases that the actor may see, by what is due; and where the next begins.
///
/// # Errors
/// [`ReferralError::NotFound`] where the actor may see none at all.
pub async fn cases(
    desk: &ReferralDesk,
    actor: &Actor,
    closed: bool,
    after: Option<Cursor>,
    most: u64,
) -> Result<(Vec<CaseRow>, Option<Cursor>), ReferralError> {
    let scope = judge(actor, Action::ReadReferral)?;
    let most = most.clamp(1, 200);
    let mut rows = store::cases(&desk.site.house, &scope, closed, after, most + 1).await?;
    let wanted = usize::try_from(most).unwrap_or(usize::MAX);
    let more = rows.len() > wanted;
    rows.truncate(wanted);
    let next =
        rows.last().filter(|_| more).map(|row| Cursor { danger: false, due_at: row.due_at, id: row.id });
    Ok((rows.into_iter().filter_map(CaseRow::of).collect(), next))
}

/// Opens a case. The audit entry is committed before anything is opened.
///
/// # Errors
/// [`ReferralError`].
pub async fn open_referral(
    desk: &ReferralDesk,
    actor: &Actor,
    reference: Reference,
) -> Result<OpenedCase, ReferralError> {
    let house = &desk.site.house;
    let scope = judge(actor, Action::ReadReferral)?;
    let held = Held::reach(house, &scope, reference).await?;
    let key = house.subject_key(held.row.id).await?;
    let mut unit = house.unit(actor.clone());
    unit.audit(Audit::read("referral.read", SubjectKind::Referral, held.row.id));
    for row in &held.hand_overs {
        unit.audit(Audit::read("hand-over.read", SubjectKind::HandOver, row.id).purpose("coordination"));
    }
    let proof = unit.commit().await?;
    let open = |field: &str, sealed: &Option<Vec<u8>>| {
        sealed.as_ref().map(|sealed| house.open(&proof, &key, field, sealed)).transpose()
    };
    let mut consents = Vec::with_capacity(held.consents.len());
    for row in &held.consents {
        consents.push(OpenedConsent {
            number: row.number,
            receiver: row.receiver.clone(),
            purpose: row.purpose.clone(),
            answer: row.answer.clone(),
            asked_at: row.asked_at,
            ends_at: row.ends_at,
            language: row.language.clone(),
            how: row.how.clone(),
            interpreter: row.interpreter.clone(),
            alone: row.alone,
            withdrawn_at: row.withdrawn_at,
            said_at: row.said_at,
            heard_by: row.heard_by,
            words: open("consent.words", &row.words)?,
        });
    }
    let mut grounds = Vec::with_capacity(held.grounds.len());
    for row in &held.grounds {
        grounds.push(OpenedGround {
            number: row.number,
            kind: row.kind.clone(),
            receiver: row.receiver.clone(),
            purpose: row.purpose.clone(),
            article: row.article.clone(),
            order_number: open("ground.order", &row.order_number)?,
            recorded_at: row.recorded_at,
            approver: row.approver,
            decision: row.decision.clone(),
            words: house.open(&proof, &key, "ground.words", &row.words)?,
            view: open("ground.view", &row.view)?,
            decision_words: open("ground.decision", &row.decision_words)?,
        });
    }
    let notes = open_all(house, &proof, &held.hand_overs).await?;
    let hand_overs = held
        .hand_overs
        .iter()
        .zip(notes)
        .filter_map(|(row, notes)| Some((HandOverRow::of(row)?, notes)))
        .collect();
    let mut subjects = vec![held.row.id];
    subjects.extend(held.hand_overs.iter().map(|row| row.id));
    let history = store::history(house, subjects).await?;
    let history = history.into_iter().map(|(what, to, at)| Happened { what, to, at }).collect();
    Ok(OpenedCase { row: held.row, consents, grounds, hand_overs, history })
}
