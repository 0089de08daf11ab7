//! The agency's side: the hand-overs to it, by what is due, and one opened: what was shared, and nothing else of the
//! case. Reading is audited.

use chrono::{DateTime, Utc};
use haqqi_kernel::{Action, Actor, Audit, Committed, House, OpenError, Reference, SubjectKind, judge};
use haqqi_worklist::Cursor;

use crate::desk::ReferralDesk;
use crate::entity::hand_over;
use crate::error::ReferralError;
use crate::held::{HandOverRow, Held};
use crate::model::Content;
use crate::store;

/// Something said about a hand-over.
#[derive(Debug, Clone)]
pub struct Note {
    /// `question`, `reply`, `acceptance`, `contact`, `decline`.
    pub kind: String,
    /// The words.
    pub words: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// A hand-over as its receiver sees it.
#[derive(Debug, Clone)]
pub struct OpenedHandOver {
    /// The coded side.
    pub row: HandOverRow,
    /// What was shared; none where it was stopped before it was taken on, or declined.
    pub content: Option<Content>,
    /// What was said about it.
    pub notes: Vec<Note>,
}

/// A page of the hand-overs to the own agency, those that wait or the others, by what is due.
///
/// # Errors
/// [`ReferralError::NotFound`] for whoever is no agency's user.
pub async fn hand_overs(
    desk: &ReferralDesk,
    actor: &Actor,
    waiting: bool,
    after: Option<Cursor>,
    most: u64,
) -> Result<(Vec<HandOverRow>, Option<Cursor>), ReferralError> {
    let scope = judge(actor, Action::AnswerHandOver)?;
    let most = most.clamp(1, 200);
    let mut rows = store::hand_overs(&desk.site.house, &scope, waiting, after, most + 1).await?;
    let wanted = usize::try_from(most).unwrap_or(usize::MAX);
    let more = rows.len() > wanted;
    rows.truncate(wanted);
    let next =
        rows.last().filter(|_| more).map(|row| Cursor { danger: false, due_at: row.due_at, id: row.id });
    Ok((rows.iter().filter_map(HandOverRow::of).collect(), next))
}

/// Opens a hand-over to the own agency. The audit entry is committed before anything is opened.
///
/// # Errors
/// [`ReferralError`].
pub async fn open_hand_over(
    desk: &ReferralDesk,
    actor: &Actor,
    reference: Reference,
) -> Result<OpenedHandOver, ReferralError> {
    let house = &desk.site.house;
    let scope = judge(actor, Action::AnswerHandOver)?;
    let row = store::hand_over(house, &scope, reference).await?.ok_or(ReferralError::NotFound)?;
    let coded = HandOverRow::of(&row).ok_or(ReferralError::NotFound)?;
    let key = house.subject_key(row.id).await?;
    let mut unit = house.unit(actor.clone());
    unit.audit(Audit::read("hand-over.read", SubjectKind::HandOver, row.id).purpose(row.agency.clone()));
    let proof = unit.commit().await?;
    let content = if coded.state.shows_content() {
        let text = house.open(&proof, &key, "hand-over.content", &row.snapshot)?;
        Some(serde_json::from_str(&text).map_err(|_| OpenError::Broken)?)
    } else {
        None
    };
    let mut notes = open_all(house, &proof, std::slice::from_ref(&row)).await?.pop().unwrap_or_default();
    if content.is_none() {
        // A reply of the coordinator's may tell of her as well; the agency's own words stay.
        notes.retain(|note| note.kind != "reply");
    }
    Ok(OpenedHandOver { row: coded, content, notes })
}

/// What was said about each of these hand-overs.
pub(crate) async fn open_all(
    house: &House,
    proof: &Committed,
    rows: &[hand_over::Model],
) -> Result<Vec<Vec<Note>>, ReferralError> {
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    let all = store::notes(house, &ids).await?;
    let mut opened = Vec::with_capacity(rows.len());
    for row in rows {
        let key = house.subject_key(row.id).await?;
        let mut notes = Vec::new();
        for note in all.iter().filter(|note| note.hand_over_id == row.id) {
            notes.push(Note {
                kind: note.kind.clone(),
                words: house.open(proof, &key, "hand-over.note", &note.words)?,
                at: note.at,
            });
        }
        opened.push(notes);
    }
    Ok(opened)
}

/// The case of a hand-over, for whoever may open the case: a link of the queue leads there.
pub(crate) async fn case_of(
    desk: &ReferralDesk,
    actor: &Actor,
    reference: Reference,
) -> Result<Reference, ReferralError> {
    let house = &desk.site.house;
    let scope = judge(actor, Action::ReadReferral)?;
    let found = store::hand_over_of_case(house, &scope, reference).await?;
    let (_, case) = found.ok_or(ReferralError::NotFound)?;
    Ok(Held::of(house, case.id).await?.row.reference)
}
