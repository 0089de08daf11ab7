//! Opening a complaint as staff: one audited read of what is sealed, for a purpose.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use haqqi_kernel::{Action, Actor, Audit, CommitError, OpenError, Reference, Scope, SubjectKind, judge};
use haqqi_screening::Answer;
use haqqi_worklist::Matter;
use sea_orm::DbErr;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::claims::WageClaim;
use crate::entity::complaint;
use crate::evidence::Piece;
use crate::intake::{OpenedIntake, intake_row, opened_intake};
use crate::model::{Age, Author, Channel, Confidentiality, Contact, Employer, State, TextKind, Worker};
use crate::{Desk, store};

/// The coded side of a complaint: nothing sealed.
#[derive(Debug, Clone)]
pub struct Summary {
    /// Id, never shown.
    pub id: Uuid,
    /// Reference.
    pub reference: Reference,
    /// When received.
    pub received_at: DateTime<Utc>,
    /// Before when a person reads it.
    pub acknowledge_by: DateTime<Utc>,
    /// Language of her words.
    pub language: String,
    /// Kind, a code of the pack.
    pub kind: String,
    /// Who filed, a code of the pack or `self`.
    pub filed_by: String,
    /// Whether the filer gains from how it ends.
    pub filer_has_interest: bool,
    /// How much the employer may learn.
    pub confidentiality: Confidentiality,
    /// Governorate, a code of the pack.
    pub governorate: Option<String>,
    /// Office, a code of the pack.
    pub office: Option<String>,
    /// The office that it tells of, where it is about an official: it does not see it.
    pub concerned: Option<String>,
    /// Who works on it.
    pub assignee: Option<Uuid>,
    /// Where it stands.
    pub state: State,
    /// Outcome, once closed.
    pub outcome: Option<String>,
    /// Danger was told or found.
    pub urgent: bool,
    /// Adult, child, unknown.
    pub age: Age,
    /// How she can be reached.
    pub contact_channel: Channel,
    /// Whether phone or mailbox is hers alone.
    pub contact_hers_alone: bool,
    /// No message is left or sent.
    pub contact_quiet: bool,
    /// A mail may say what it is about.
    pub contact_open: bool,
    /// She changed how she may be reached, and a second person has to confirm it before anybody calls or writes.
    pub contact_waits: bool,
    /// Sex of the interpreter she asks for.
    pub interpreter_sex: Option<String>,
    /// The establishment it was linked to.
    pub establishment: Option<Uuid>,
    /// When a person read it and set a next step.
    pub acknowledged_at: Option<DateTime<Utc>>,
    /// Who did.
    pub acknowledged_by: Option<Uuid>,
    /// The next step, a code of the pack.
    pub next_step: Option<String>,
    /// When she saw that.
    pub seen_by_worker_at: Option<DateTime<Utc>>,
    /// When closed.
    pub closed_at: Option<DateTime<Utc>>,
    /// How many of its office tell of its workplace, where several do.
    pub cluster: Option<i32>,
    /// For optimistic locking.
    pub version: i32,
}

impl Summary {
    /// What the clocks of the pack make a difference by. Where several tell of one workplace, what each of them waits for is
    /// urgent.
    #[must_use]
    pub fn matter(&self) -> Matter<'_> {
        Matter { kind: &self.kind, urgent: self.urgent || self.cluster.is_some() }
    }

    /// Whether she may be told by mail that there is news: she filed herself, and left a mailbox that is hers alone, and
    /// did not ask that nothing be sent.
    /// Who files for another is never told when something moves (`safeguards.md` 4).
    #[must_use]
    pub fn told_by_mail(&self) -> bool {
        self.filed_by == "self"
            && self.contact_channel == Channel::Email
            && self.contact_hers_alone
            && !self.contact_quiet
    }

    /// Whether anybody may call or write to her: the contact is her own, and hers alone (`safeguards.md` 6). The number
    /// of who filed for her is not hers.
    #[must_use]
    pub fn reached_safely(&self) -> bool {
        self.filed_by == "self" && self.contact_channel != Channel::None && self.contact_hers_alone
    }

    /// The same by text message.
    #[must_use]
    pub fn told_by_text(&self) -> bool {
        self.filed_by == "self"
            && self.contact_channel == Channel::Text
            && self.contact_hers_alone
            && !self.contact_quiet
    }

    pub(crate) fn of(row: complaint::Model) -> Option<Self> {
        Some(Self {
            id: row.id,
            reference: row.reference.parse().ok()?,
            received_at: row.received_at,
            acknowledge_by: row.acknowledge_by,
            language: row.language,
            kind: row.kind,
            filed_by: row.filed_by,
            filer_has_interest: row.filer_has_interest,
            confidentiality: Confidentiality::from_code(&row.confidentiality)?,
            governorate: row.governorate,
            office: row.office,
            concerned: row.concerned,
            assignee: row.assignee,
            state: State::from_code(&row.state)?,
            outcome: row.outcome,
            urgent: row.urgent,
            age: Age::from_code(&row.age)?,
            contact_channel: Channel::from_code(&row.contact_channel)?,
            contact_hers_alone: row.contact_hers_alone,
            contact_quiet: row.contact_quiet,
            contact_open: row.contact_open,
            contact_waits: row.contact_waiting.is_some(),
            interpreter_sex: row.interpreter_sex,
            establishment: row.establishment_id,
            acknowledged_at: row.acknowledged_at,
            acknowledged_by: row.acknowledged_by,
            next_step: row.next_step,
            seen_by_worker_at: row.seen_by_worker_at,
            closed_at: row.closed_at,
            cluster: row.cluster,
            version: row.version,
        })
    }
}

/// A text, opened.
#[derive(Debug, Clone)]
pub struct OpenedText {
    /// Id.
    pub id: Uuid,
    /// What it is.
    pub kind: TextKind,
    /// Whose it is.
    pub author: Author,
    /// Which member of staff, if one.
    pub author_staff: Option<Uuid>,
    /// Its language.
    pub language: String,
    /// Which text it translates.
    pub translation_of: Option<Uuid>,
    /// The words.
    pub body: String,
    /// When written.
    pub at: DateTime<Utc>,
    /// When the other side saw it.
    pub seen_at: Option<DateTime<Utc>>,
}

/// A complaint, opened.
#[derive(Debug, Clone)]
pub struct OpenedComplaint {
    /// The coded side.
    pub summary: Summary,
    /// Where and for whom she works.
    pub employer: Employer,
    /// Herself.
    pub worker: Worker,
    /// How she may be reached.
    pub contact: Contact,
    /// What she answered to the questions about safety: question → answer.
    pub answers: BTreeMap<String, Answer>,
    /// Which pay is missing, as she told.
    pub claims: Vec<WageClaim>,
    /// How it was taken down, where staff did.
    pub intake: Option<OpenedIntake>,
    /// All texts, oldest first.
    pub texts: Vec<OpenedText>,
    /// All evidence and voices, in order, with the names that their senders gave.
    pub evidence: Vec<Piece>,
}

/// Why it cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// There is none, or it is not for this account: the same answer.
    #[error("no such complaint")]
    NotFound,
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
    /// The audit entry could not be written, so nothing was opened.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// Something sealed does not open.
    #[error(transparent)]
    Open(#[from] OpenError),
}

/// The coded side of one complaint.
///
/// # Errors
/// [`ReadError::NotFound`] where the scope does not reach it.
pub async fn summary(desk: &Desk, scope: &Scope, reference: Reference) -> Result<Summary, ReadError> {
    let row = store::by_reference(&desk.site.house, scope, reference).await?.ok_or(ReadError::NotFound)?;
    Summary::of(row).ok_or(ReadError::NotFound)
}

/// The coded side by id: for rooms that hold the id.
///
/// # Errors
/// [`ReadError::NotFound`] where the scope does not reach it.
pub async fn summary_of(desk: &Desk, scope: &Scope, id: Uuid) -> Result<Summary, ReadError> {
    let row = store::by_id(&desk.site.house, scope, id).await?.ok_or(ReadError::NotFound)?;
    Summary::of(row).ok_or(ReadError::NotFound)
}

/// The newest complaints that the actor may see, coded side only.
///
/// # Errors
/// [`ReadError::NotFound`] where the actor may see none at all.
pub async fn list(
    desk: &Desk,
    actor: &Actor,
    before: Option<Uuid>,
    most: u64,
) -> Result<Vec<Summary>, ReadError> {
    let scope = judge(actor, Action::ReadComplaint).map_err(|_| ReadError::NotFound)?;
    let rows = store::newest(&desk.site.house, &scope, before, most).await?;
    Ok(rows.into_iter().filter_map(Summary::of).collect())
}

/// Opens a complaint. The audit entry is committed before anything is opened.
///
/// # Errors
/// [`ReadError`].
pub async fn open(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    purpose: &str,
) -> Result<OpenedComplaint, ReadError> {
    let house = &desk.site.house;
    let scope = judge(actor, Action::ReadComplaint).map_err(|_| ReadError::NotFound)?;
    let row = store::by_reference(house, &scope, reference).await?.ok_or(ReadError::NotFound)?;
    let texts = store::texts(house, row.id).await?;
    let intake = intake_row(house, row.id).await?;
    let files = crate::evidence::pieces(house, row.id).await?;
    let key = house.subject_key(row.id).await?;
    let mut unit = house.unit(actor.clone());
    unit.audit(Audit::read("complaint.read", SubjectKind::Complaint, row.id).purpose(purpose));
    let proof = unit.commit().await?;
    let json = |name: &str, sealed: &Option<Vec<u8>>| -> Result<Option<String>, OpenError> {
        sealed.as_ref().map(|sealed| house.open(&proof, &key, name, sealed)).transpose()
    };
    let employer = unsealed::<Employer>(json("complaint.employer", &row.employer)?)?;
    let worker = unsealed::<Worker>(json("complaint.worker", &row.worker)?)?;
    let contact = unsealed::<Contact>(json("complaint.contact", &row.contact)?)?;
    let answers = unsealed::<BTreeMap<String, Answer>>(json(crate::file::ANSWERS, &row.answers)?)?;
    let claims = unsealed::<Vec<WageClaim>>(json("complaint.claims", &row.claims)?)?;
    let mut opened = Vec::with_capacity(texts.len());
    for text in texts {
        let (Some(kind), Some(author)) = (TextKind::from_code(&text.kind), Author::from_code(&text.author))
        else {
            continue;
        };
        opened.push(OpenedText {
            id: text.id,
            kind,
            author,
            author_staff: text.author_staff,
            body: house.open(&proof, &key, "text.body", &text.body)?,
            language: text.language,
            translation_of: text.translation_of,
            at: text.created_at,
            seen_at: text.seen_at,
        });
    }
    let mut evidence = Vec::with_capacity(files.len());
    for file in &files {
        let Some(piece) = Piece::of(file) else { continue };
        let name = house.open(&proof, &key, "evidence.name", &file.name)?;
        evidence.push(Piece { name: Some(name).filter(|name| !name.is_empty()), ..piece });
    }
    let intake = intake.map(|row| opened_intake(house, &proof, &key, row)).transpose()?;
    let summary = Summary::of(row).ok_or(ReadError::NotFound)?;
    Ok(OpenedComplaint {
        summary,
        intake,
        employer,
        worker,
        contact,
        answers,
        claims,
        texts: opened,
        evidence,
    })
}

/// The value in a sealed JSON envelope `{"v": 1, "is": …}`.
pub(crate) fn unsealed<T: DeserializeOwned + Default>(json: Option<String>) -> Result<T, OpenError> {
    #[derive(serde::Deserialize)]
    struct Envelope<T> {
        is: T,
    }
    match json {
        None => Ok(T::default()),
        Some(json) => serde_json::from_str::<Envelope<T>>(&json).map(|e| e.is).map_err(|_| OpenError::Broken),
    }
}
