//! Papers of hers that she has again: which, from whom, seen by whom and when. An axis of its own (`safeguards.md` 18): it
//! closes nothing, and what is closed does not end it.

use chrono::{DateTime, NaiveDate, Utc};
use haqqi_complaints::{Desk, LONGEST_TEXT, ReadError, State, Summary, summary};
use haqqi_kernel::{Action, Actor, Audit, CommitError, Event, OpenError, Reference, SubjectKind, judge};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, Set};
use uuid::Uuid;

use crate::audited::to_read;
use crate::entity::document_return;

/// The field under which a note is sealed.
const FIELD: &str = "casework.paper";

/// Papers that are held back, in every country.
pub const PAPERS: [&str; 6] = ["passport", "identity-card", "permit", "contract", "bank-card", "other"];

/// A paper that was given back, to be noted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPaper {
    /// Which, of [`PAPERS`].
    pub paper: String,
    /// Who had it, a holder of the pack.
    pub holder: Option<String>,
    /// The day on which somebody of the office saw it in her hand.
    pub seen_on: NaiveDate,
    /// For the office alone.
    pub note: String,
}

/// A paper that was given back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// Which.
    pub paper: String,
    /// Who had it.
    pub holder: Option<String>,
    /// When it was seen.
    pub seen_on: NaiveDate,
    /// When that was noted.
    pub noted_at: DateTime<Utc>,
    /// Who saw it.
    pub by: Option<Uuid>,
    /// What was noted.
    pub note: String,
}

/// Why it was not noted.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// The complaint cannot be reached.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// No such paper.
    #[error("no such paper")]
    Paper,
    /// No such holder.
    #[error("no such holder")]
    Holder,
    /// The day lies ahead, or long before the complaint.
    #[error("not on this day")]
    Day,
    /// The note is longer than 64 KiB.
    #[error("too long")]
    TooLong,
    /// Nobody has acknowledged the complaint yet.
    #[error("not in this state")]
    State,
    /// Something sealed does not open.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Notes that she has a paper again.
///
/// # Errors
/// [`PaperError`]; then nothing was written.
pub async fn note_paper(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    new: &NewPaper,
) -> Result<(), PaperError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    let complaint = summary(desk, &scope, reference).await?;
    if complaint.state == State::Received {
        return Err(PaperError::State);
    }
    if !PAPERS.contains(&new.paper.as_str()) {
        return Err(PaperError::Paper);
    }
    if new.holder.as_deref().is_some_and(|holder| desk.site.pack.holder(holder).is_none()) {
        return Err(PaperError::Holder);
    }
    let calendar = desk.clocks().calendar(complaint.office.as_deref());
    let (first, today) = (calendar.date(complaint.received_at), calendar.date(desk.site.house.now()));
    if new.seen_on > today || new.seen_on < first {
        return Err(PaperError::Day);
    }
    if new.note.len() > LONGEST_TEXT {
        return Err(PaperError::TooLong);
    }
    let house = &desk.site.house;
    let key = house.subject_key(complaint.id).await?;
    let mut unit = house.unit(actor.clone());
    let note = new.note.trim();
    let sealed = (!note.is_empty()).then(|| unit.seal(&key, FIELD, note));
    let (id, now) = (unit.id(), unit.now());
    unit.insert(document_return::ActiveModel {
        id: Set(id),
        complaint_id: Set(complaint.id),
        paper: Set(new.paper.clone()),
        holder: Set(new.holder.clone()),
        seen_on: Set(new.seen_on),
        noted_at: Set(now),
        noted_by: Set(actor.account()),
        note: Set(sealed),
    });
    unit.audit(
        Audit::write("complaint.note-paper", SubjectKind::Complaint, complaint.id).purpose(new.paper.clone()),
    );
    unit.event(
        Event::new(SubjectKind::Complaint, complaint.id, "complaint.paper-returned")
            .office(complaint.office.as_deref())
            .dim("paper", new.paper.clone())
            .dim("holder", new.holder.clone().unwrap_or_else(|| "unknown".to_owned())),
    );
    unit.commit().await?;
    Ok(())
}

/// The papers that she has again, the oldest first. Reading them is an entry of the audit.
///
/// # Errors
/// [`PaperError`].
pub async fn papers(desk: &Desk, actor: &Actor, complaint: &Summary) -> Result<Vec<Paper>, PaperError> {
    judge(actor, Action::ReadComplaint).map_err(|_| ReadError::NotFound)?;
    let house = &desk.site.house;
    let rows = document_return::Entity::find()
        .filter(document_return::Column::ComplaintId.eq(complaint.id))
        .order_by_asc(document_return::Column::SeenOn)
        .order_by_asc(document_return::Column::Id)
        .all(house.reader())
        .await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let (key, proof) = to_read::<PaperError>(desk, actor, complaint.id, "complaint.read-papers").await?;
    let opened = |row: document_return::Model| {
        let note = row.note.as_ref().map(|sealed| house.open(&proof, &key, FIELD, sealed)).transpose()?;
        Ok(Paper {
            paper: row.paper,
            holder: row.holder,
            seen_on: row.seen_on,
            noted_at: row.noted_at,
            by: row.noted_by,
            note: note.unwrap_or_default(),
        })
    };
    rows.into_iter().map(opened).collect()
}
