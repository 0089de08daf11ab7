//! Coming back with reference and code: what it says now, and what was written to her.

use chrono::{DateTime, Utc};
use haqqi_kernel::{Action, Actor, Audit, CommitError, Event, ReceiptCode, Reference, SubjectKind, judge};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::credential::{Holder, ended_since};
use crate::entity::{complaint, complaint_text};
use crate::model::{Author, State, TextKind};
use crate::stands::Stands;
use crate::{Desk, store};

/// Who came back, and to which complaint. Only [`enter`] makes one.
#[derive(Debug, Clone)]
pub struct Entered {
    complaint: Uuid,
    /// The reference.
    pub reference: Reference,
    herself: bool,
}

impl Entered {
    /// Whether it is the worker, not who filed for her.
    #[must_use]
    pub fn is_herself(&self) -> bool {
        self.herself
    }

    /// The complaint's id, for a sealed cookie.
    #[must_use]
    pub fn complaint(&self) -> Uuid {
        self.complaint
    }

    /// Whoever came back, as an actor.
    #[must_use]
    pub fn actor(&self) -> Actor {
        if self.herself {
            Actor::Worker { complaint: self.complaint }
        } else {
            Actor::Filer { complaint: self.complaint }
        }
    }
}

/// Why one cannot come back or go on.
#[derive(Debug, thiserror::Error)]
pub enum ReturnError {
    /// No complaint has this reference and code; which of the two is wrong is not told.
    #[error("no such reference and code")]
    Unknown,
    /// Wrong codes were tried from this network just now.
    #[error("wait before the next try")]
    Wait(crate::Wait),
    /// Not hers to do.
    #[error("not allowed")]
    Denied,
    /// The message is empty.
    #[error("the message is empty")]
    Empty,
    /// The message is longer than 64 KiB.
    #[error("the message is too long")]
    TooLong,
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// Something sealed does not open.
    #[error(transparent)]
    Open(#[from] haqqi_kernel::OpenError),
    /// The pack lacks a clock.
    #[error(transparent)]
    Clock(#[from] haqqi_worklist::UnknownClock),
    /// A deadline could not be met.
    #[error(transparent)]
    Deadline(#[from] haqqi_worklist::DeadlineError),
}

/// Lets in whoever holds reference and code.
///
/// # Errors
/// [`ReturnError::Unknown`] if they do not belong together.
pub async fn enter(desk: &Desk, reference: Reference, code: &ReceiptCode) -> Result<Entered, ReturnError> {
    let (row, holder) =
        store::holder(&desk.site.house, reference, code).await?.ok_or(ReturnError::Unknown)?;
    Ok(Entered { complaint: row.id, reference, herself: holder == Holder::Worker })
}

/// Lets in again by the sealed cookie that [`enter`]'s page gave at that moment.
///
/// # Errors
/// [`ReturnError::Unknown`] if the complaint is gone, or the codes of that time were ended.
pub async fn enter_again(
    desk: &Desk,
    complaint: Uuid,
    herself: bool,
    since: DateTime<Utc>,
) -> Result<Entered, ReturnError> {
    let holder = if herself { Holder::Worker } else { Holder::Filer };
    if ended_since(&desk.site.house, complaint, holder, since).await? {
        return Err(ReturnError::Unknown);
    }
    let row = complaint::Entity::find_by_id(complaint)
        .one(desk.site.house.reader())
        .await?
        .ok_or(ReturnError::Unknown)?;
    let reference = row.reference.parse().map_err(|_| ReturnError::Unknown)?;
    Ok(Entered { complaint, reference, herself })
}

/// A message as she sees it.
#[derive(Debug, Clone)]
pub struct ShownMessage {
    /// Whether she wrote it.
    pub hers: bool,
    /// The number of the recording that speaks it, where she spoke.
    pub voice: Option<i32>,
    /// The language of the words.
    pub language: String,
    /// The words; for an answer of the office, in her language where a translation is there.
    pub body: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// What the worker sees.
#[derive(Debug, Clone)]
pub struct WorkerView {
    /// The reference.
    pub reference: Reference,
    /// Her language.
    pub language: String,
    /// When it was received.
    pub received_at: DateTime<Utc>,
    /// Before when a person reads it.
    pub acknowledge_by: DateTime<Utc>,
    /// Where it stands, as she is told.
    pub stands: Stands,
    /// When a person read it.
    pub acknowledged_at: Option<DateTime<Utc>>,
    /// The next step that was set, a code of the pack.
    pub next_step: Option<String>,
    /// The outcome, once closed.
    pub outcome: Option<String>,
    /// The office, a code of the pack.
    pub office: Option<String>,
    /// She changed how she is reached, and a second person has to confirm it.
    pub contact_waits: bool,
    /// Messages both ways, oldest first, without the first narrative.
    pub messages: Vec<ShownMessage>,
}

/// What the filer sees: received, or closed. Nothing else (`safeguards.md` 4).
#[derive(Debug, Clone)]
pub struct FilerView {
    /// The reference.
    pub reference: Reference,
    /// When it was received.
    pub received_at: DateTime<Utc>,
    /// Whether it is closed.
    pub closed: bool,
}

/// What the filer sees.
///
/// # Errors
/// [`ReturnError::Unknown`] if the complaint is gone.
pub async fn filer_view(desk: &Desk, entered: &Entered) -> Result<FilerView, ReturnError> {
    let row = complaint::Entity::find_by_id(entered.complaint)
        .one(desk.site.house.reader())
        .await?
        .ok_or(ReturnError::Unknown)?;
    Ok(FilerView {
        reference: entered.reference,
        received_at: row.received_at,
        closed: row.state == State::Closed.code(),
    })
}

/// What the worker sees. The read is audited; what was written to her counts as seen from now.
///
/// # Errors
/// [`ReturnError`].
pub async fn worker_view(desk: &Desk, entered: &Entered) -> Result<WorkerView, ReturnError> {
    let house = &desk.site.house;
    let scope = judge(&entered.actor(), Action::ReturnToComplaint).map_err(|_| ReturnError::Denied)?;
    let row = store::by_id(house, &scope, entered.complaint).await?.ok_or(ReturnError::Unknown)?;
    let texts = store::texts(house, row.id).await?;
    let voices = crate::evidence::voices(house, row.id).await?;
    let key = house.subject_key(row.id).await?;
    let mut unit = house.unit(entered.actor());
    unit.audit(Audit::read("complaint.return", SubjectKind::Complaint, row.id));
    let now = unit.now();
    unit.update(
        complaint_text::Entity::update_many()
            .col_expr(complaint_text::Column::SeenAt, Expr::value(Some(now)))
            .filter(complaint_text::Column::ComplaintId.eq(row.id))
            .filter(complaint_text::Column::Author.eq(Author::Staff.code()))
            .filter(complaint_text::Column::SeenAt.is_null()),
    );
    if row.acknowledged_at.is_some() && row.seen_by_worker_at.is_none() {
        unit.update(
            complaint::Entity::update_many()
                .col_expr(complaint::Column::SeenByWorkerAt, Expr::value(Some(now)))
                .filter(complaint::Column::Id.eq(row.id)),
        );
        unit.event(
            Event::new(SubjectKind::Complaint, row.id, "complaint.seen-by-worker")
                .office(row.office.as_deref()),
        );
    }
    let proof = unit.commit().await?;

    let mut messages = Vec::new();
    for text in texts.iter().filter(|text| text.kind == TextKind::Message.code()) {
        // An answer of the office is shown in her language where a translation is there; her own words as she wrote.
        let translated =
            texts.iter().rev().find(|t| t.translation_of == Some(text.id) && t.language == row.language);
        let hers = text.author == Author::Worker.code();
        let shown = if hers { text } else { translated.unwrap_or(text) };
        messages.push(ShownMessage {
            hers,
            voice: voices.iter().find(|(of, _)| *of == text.id).map(|(_, number)| *number),
            language: shown.language.clone(),
            body: house.open(&proof, &key, "text.body", &shown.body)?,
            at: text.created_at,
        });
    }
    Ok(WorkerView {
        reference: entered.reference,
        language: row.language,
        received_at: row.received_at,
        acknowledge_by: row.acknowledge_by,
        stands: Stands::of(State::from_code(&row.state).unwrap_or(State::Received)),
        acknowledged_at: row.acknowledged_at,
        next_step: row.next_step,
        outcome: row.outcome,
        office: row.office,
        contact_waits: row.contact_waiting.is_some(),
        messages,
    })
}
