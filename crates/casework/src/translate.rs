//! An interpreter's work: one text, nothing else. Original and translation stand side by side afterwards.

use haqqi_complaints::{
    Author, Desk, EvidenceError, LONGEST_TEXT, NewText, ReadError, Ready, TextKind, add_text, assess_heard,
    one_text, voice_for_interpreter,
};
use haqqi_kernel::{Action, Actor, Audit, CommitError, Event, SubjectKind, judge};
use haqqi_worklist::{DeadlineError, ItemKind, Sight, finish_items, held_subject, meet_deadline};
use sea_orm::DbErr;
use uuid::Uuid;

/// Why it was not translated.
#[derive(Debug, thiserror::Error)]
pub enum TranslateError {
    /// It is not this person's work.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// It is empty.
    #[error("the translation is empty")]
    Empty,
    /// It is longer than 64 KiB.
    #[error("the translation is too long")]
    TooLong,
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// A deadline could not be met.
    #[error(transparent)]
    Deadline(#[from] DeadlineError),
    /// What was spoken cannot be assessed.
    #[error(transparent)]
    Heard(#[from] EvidenceError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// A text to be translated.
#[derive(Debug, Clone)]
pub struct ToTranslate {
    /// From this language.
    pub from: String,
    /// Into this language.
    pub into: String,
    /// The words; none where they are spoken.
    pub body: String,
    text: Uuid,
    complaint: Uuid,
    office: Option<String>,
    /// The language that is not the staff's.
    hers: String,
}

/// The text of a piece of work that this interpreter has. The read is audited.
///
/// # Errors
/// [`TranslateError::Read`] where it is not this person's work.
pub async fn to_translate(desk: &Desk, actor: &Actor, item: Uuid) -> Result<ToTranslate, TranslateError> {
    let scope = judge(actor, Action::Translate).map_err(|_| ReadError::NotFound)?;
    let sight = Sight::of(actor).map_err(|_| ReadError::NotFound)?;
    let text = held_subject(&desk.site.house, &sight, item, ItemKind::Translation).await?;
    let text = text.ok_or(ReadError::NotFound)?;
    let one = one_text(desk, actor, &scope, text).await?;
    // Her words go into the staff's first language; the office's go into hers.
    let staff = desk.site.pack.staff_languages().first().cloned().unwrap_or_default();
    let hers = if one.from_office { one.complaint_language.clone() } else { one.language.clone() };
    let into = if one.from_office { one.complaint_language } else { staff };
    let (complaint, office) = (one.complaint, one.office);
    Ok(ToTranslate { from: one.language, into, body: one.body, text, complaint, office, hers })
}

impl ToTranslate {
    /// The language that an interpreter of this text must have beside the staff's.
    #[must_use]
    pub fn whose_language(&self) -> &str {
        &self.hers
    }

    /// Whether it is to be heard, not read.
    #[must_use]
    pub fn spoken(&self) -> bool {
        self.body.is_empty()
    }
}

/// The recording of a text that this interpreter has. The read is audited.
///
/// # Errors
/// [`EvidenceError::NotFound`] where it is not this person's work, or not spoken.
pub async fn voice_to_translate(desk: &Desk, actor: &Actor, item: Uuid) -> Result<Ready, EvidenceError> {
    let scope = judge(actor, Action::Translate).map_err(|_| EvidenceError::NotFound)?;
    let sight = Sight::of(actor).map_err(|_| EvidenceError::NotFound)?;
    let text = held_subject(&desk.site.house, &sight, item, ItemKind::Translation).await?;
    voice_for_interpreter(desk, actor, &scope, text.ok_or(EvidenceError::NotFound)?).await
}

/// Writes the translation.
///
/// # Errors
/// [`TranslateError`]; then nothing was written.
pub async fn translate(desk: &Desk, actor: &Actor, item: Uuid, body: &str) -> Result<(), TranslateError> {
    if body.trim().is_empty() {
        return Err(TranslateError::Empty);
    }
    if body.len() > LONGEST_TEXT {
        return Err(TranslateError::TooLong);
    }
    let work = to_translate(desk, actor, item).await?;
    let house = &desk.site.house;
    let key = house.subject_key(work.complaint).await?;
    let mut unit = house.unit(actor.clone());
    let new = NewText {
        kind: TextKind::Translation,
        author: Author::Interpreter,
        language: &work.into,
        translation_of: Some(work.text),
        body,
    };
    add_text(&mut unit, work.complaint, &key, &new);
    if work.spoken() {
        assess_heard(desk, &mut unit, work.complaint, &key, (work.text, &work.into, body)).await?;
    }
    for clock in ["translation", "translation-danger"] {
        meet_deadline(&mut unit, work.text, clock).await?;
    }
    finish_items(&mut unit, work.text, ItemKind::Translation);
    unit.audit(Audit::write("text.translate", SubjectKind::Complaint, work.complaint));
    unit.event(
        Event::new(SubjectKind::Complaint, work.complaint, "complaint.translated")
            .office(work.office.as_deref())
            .dim("language", work.from.clone()),
    );
    unit.commit().await?;
    Ok(())
}
