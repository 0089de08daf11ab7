//! Looking at evidence: what there is, and the files themselves, each read audited before anything is opened.

use chrono::{DateTime, Utc};
use haqqi_kernel::files::OpenedFile;
use haqqi_kernel::{Action, Actor, Audit, House, Reference, Scope, SubjectKind, judge};
use haqqi_web::safe_name;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::EvidenceError;
use super::add::Held;
use super::format::{Format, Sort};
use super::rows::{Checked, Copied, Said};
use crate::come_back::Entered;
use crate::entity::evidence;
use crate::model::Author;
use crate::{Desk, store};

/// A piece of evidence, as a list shows it.
#[derive(Debug, Clone)]
pub struct Piece {
    /// Its number within the complaint, from 1.
    pub number: i32,
    /// What it is, by its content.
    pub format: Format,
    /// Bytes of the original.
    pub size: u64,
    /// Whether it is her words, spoken.
    pub voice: bool,
    /// The text that it speaks.
    pub text: Option<Uuid>,
    /// Nobody may open it before it is checked.
    pub waiting: bool,
    /// It was found to harm, and its file is gone.
    pub refused: bool,
    /// There is something that a browser shows or plays.
    pub showable: bool,
    /// What a browser shows or plays is being made.
    pub converting: bool,
    /// Who added it.
    pub by: Author,
    /// The account that added it, where somebody was signed in.
    pub account: Option<Uuid>,
    /// When.
    pub at: DateTime<Utc>,
    /// The name that the sender gave; only for who may read it.
    pub name: Option<String>,
}

impl Piece {
    /// What a person calls it.
    #[must_use]
    pub fn sort(&self) -> Sort {
        self.format.sort()
    }

    pub(crate) fn of(row: &evidence::Model) -> Option<Self> {
        let format = Format::from_code(&row.format)?;
        let (state, copied) = (Checked::from_code(&row.state), Copied::from_code(&row.shown));
        let ready = state == Checked::Ready;
        Some(Self {
            number: row.number,
            format,
            size: u64::try_from(row.size).unwrap_or(0),
            voice: row.said == Said::Voice.code(),
            text: row.text_id,
            waiting: state == Checked::Waiting,
            refused: state == Checked::Refused,
            showable: ready && (copied == Copied::Ready || format.plays_everywhere()),
            converting: ready && copied == Copied::Waiting,
            by: Author::from_code(&row.added_by)?,
            account: row.added_staff,
            at: row.added_at,
            name: None,
        })
    }
}

/// The rows of a complaint, in order.
pub(crate) async fn pieces(house: &House, complaint: Uuid) -> Result<Vec<evidence::Model>, DbErr> {
    evidence::Entity::find()
        .filter(evidence::Column::ComplaintId.eq(complaint))
        .order_by_asc(evidence::Column::Number)
        .all(house.reader())
        .await
}

/// The numbers of the pieces that speak a text.
pub(crate) async fn voices(house: &House, complaint: Uuid) -> Result<Vec<(Uuid, i32)>, DbErr> {
    let rows = pieces(house, complaint).await?;
    Ok(rows.into_iter().filter_map(|row| Some((row.text_id?, row.number))).collect())
}

/// What the worker has added, and what was added for her. Nothing sealed is in it.
///
/// # Errors
/// [`EvidenceError`].
pub async fn worker_evidence(desk: &Desk, entered: &Entered) -> Result<Vec<Piece>, EvidenceError> {
    judge(&entered.actor(), Action::ReturnToComplaint).map_err(|_| EvidenceError::NotFound)?;
    let rows = pieces(&desk.site.house, entered.complaint()).await?;
    Ok(rows.iter().filter_map(Piece::of).collect())
}

/// How many files, and how many voice messages, the worker may still add.
///
/// # Errors
/// [`EvidenceError`].
pub async fn room_for_worker(desk: &Desk, entered: &Entered) -> Result<(usize, usize), EvidenceError> {
    judge(&entered.actor(), Action::ReturnToComplaint).map_err(|_| EvidenceError::NotFound)?;
    room(desk, entered.complaint()).await
}

/// How many files staff may still add to a complaint.
///
/// # Errors
/// [`EvidenceError`].
pub async fn room_for_staff(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
) -> Result<usize, EvidenceError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| EvidenceError::NotFound)?;
    let row = store::by_reference(&desk.site.house, &scope, reference).await?;
    Ok(room(desk, row.ok_or(EvidenceError::NotFound)?.id).await?.0)
}

async fn room(desk: &Desk, complaint: Uuid) -> Result<(usize, usize), EvidenceError> {
    let held = Held::of(&desk.site.house, complaint).await?;
    let rules = &desk.evidence;
    Ok((
        rules.files.saturating_sub(held.count(Said::Evidence)),
        rules.voice_messages.saturating_sub(held.count(Said::Voice)),
    ))
}

/// Which of a piece's files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// As it came, with whatever the camera wrote into it.
    Original,
    /// What a browser shows or plays.
    Shown,
}

/// A file, open, and under which name and kind it is served.
pub struct Ready {
    /// The file.
    pub file: OpenedFile,
    /// Its format.
    pub format: Format,
    /// A name that is safe in any script.
    pub name: String,
}

/// A file for the worker. Its name tells nothing.
///
/// # Errors
/// [`EvidenceError`].
pub async fn evidence_for_worker(
    desk: &Desk,
    entered: &Entered,
    number: i32,
    which: Which,
) -> Result<Ready, EvidenceError> {
    judge(&entered.actor(), Action::ReturnToComplaint).map_err(|_| EvidenceError::NotFound)?;
    let row = one(&desk.site.house, entered.complaint(), number).await?;
    open(&desk.site.house, &entered.actor(), &row, which, "return", false).await
}

/// A file for staff who may read the complaint.
///
/// # Errors
/// [`EvidenceError`].
pub async fn evidence_for_staff(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    number: i32,
    which: Which,
) -> Result<Ready, EvidenceError> {
    let house = &desk.site.house;
    let scope = judge(actor, Action::ReadComplaint).map_err(|_| EvidenceError::NotFound)?;
    let complaint = store::by_reference(house, &scope, reference).await?.ok_or(EvidenceError::NotFound)?;
    let row = one(house, complaint.id, number).await?;
    open(house, actor, &row, which, "casework", true).await
}

/// The voice of a text, for the interpreter whose work it is: the caller shows that, as for the text itself.
///
/// # Errors
/// [`EvidenceError`].
pub async fn voice_for_interpreter(
    desk: &Desk,
    actor: &Actor,
    scope: &Scope,
    text: Uuid,
) -> Result<Ready, EvidenceError> {
    if scope.action() != Action::Translate {
        return Err(EvidenceError::NotFound);
    }
    let house = &desk.site.house;
    let row = evidence::Entity::find()
        .filter(evidence::Column::TextId.eq(text))
        .one(house.reader())
        .await?
        .ok_or(EvidenceError::NotFound)?;
    let which =
        if Piece::of(&row).is_some_and(|piece| piece.showable) { Which::Shown } else { Which::Original };
    open(house, actor, &row, which, "translation", false).await
}

async fn one(house: &House, complaint: Uuid, number: i32) -> Result<evidence::Model, EvidenceError> {
    evidence::Entity::find()
        .filter(evidence::Column::ComplaintId.eq(complaint))
        .filter(evidence::Column::Number.eq(number))
        .one(house.reader())
        .await?
        .ok_or(EvidenceError::NotFound)
}

async fn open(
    house: &House,
    actor: &Actor,
    row: &evidence::Model,
    which: Which,
    purpose: &str,
    named: bool,
) -> Result<Ready, EvidenceError> {
    match Checked::from_code(&row.state) {
        Checked::Ready => {}
        Checked::Waiting => return Err(EvidenceError::Waiting),
        Checked::Refused => return Err(EvidenceError::NotFound),
    }
    let original = Format::from_code(&row.format).ok_or(EvidenceError::NotFound)?;
    let copy = row.shown_file.as_ref().zip(row.shown_key.as_ref());
    let copy_format = row.shown_format.as_deref().and_then(Format::from_code);
    let (file, sealed_key, format) = match (which, copy.zip(copy_format)) {
        (Which::Shown, Some(((file, key), format))) => (file, key, format),
        (Which::Shown, None) if !original.plays_everywhere() => return Err(EvidenceError::NotFound),
        _ => (&row.file, &row.file_key, original),
    };
    let key = house.subject_key(row.complaint_id).await?;
    let mut unit = house.unit(actor.clone());
    unit.audit(Audit::read("evidence.read", SubjectKind::Complaint, row.complaint_id).purpose(purpose));
    let proof = unit.commit().await?;
    let name = if named { house.open(&proof, &key, "evidence.name", &row.name)? } else { String::new() };
    let name = if name.is_empty() { row.number.to_string() } else { name };
    let file = house.open_file(&proof, &key, file, sealed_key).await?;
    Ok(Ready { file, format, name: safe_name(&name, format.ending()) })
}
