//! The job that sends one mail. Each mail stands alone: one that cannot be sent never holds up another.

use std::sync::Arc;

use haqqi_kernel::{Actor, Audit, Claimed, Done, House, JobFailure, SubjectKind};
use haqqi_language::Languages;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::entity::mail as entity;
use crate::queue::MailKind;
use crate::smtp::{Mail, MailError, Outbound};

/// What sending needs.
#[derive(Clone)]
pub struct MailDesk {
    /// The house.
    pub house: House,
    /// Her words.
    pub languages: Arc<Languages>,
    /// The way out.
    pub out: Arc<dyn Outbound>,
}

/// Sends the mail that the job names.
///
/// # Errors
/// [`JobFailure::Wait`] while the server is away, [`JobFailure::Again`] where it does not want this one now,
/// [`JobFailure::Never`] for a mail that can never go.
pub async fn send(desk: &MailDesk, claimed: &Claimed) -> Done {
    let again = |e: &dyn std::fmt::Display| JobFailure::Again(e.to_string());
    let id = claimed.id_of("mail")?;
    let row = entity::Entity::find_by_id(id).one(desk.house.reader()).await.map_err(|e| again(&e))?;
    // Queued twice under one effect: the first row has the mail, this job has nothing to do.
    let Some(row) = row.filter(|row| row.sent_at.is_none()) else { return Ok(()) };
    let kind =
        MailKind::from_code(&row.kind).ok_or_else(|| JobFailure::Never("unknown kind of mail".to_owned()))?;
    // Whoever was erased since gets no mail.
    let Ok(key) = desk.house.subject_key(row.subject_id).await else { return Ok(()) };
    let mut unit = desk.house.unit(Actor::System);
    unit.audit(Audit::read("mail.send", SubjectKind::Message, row.subject_id));
    let proof = unit.commit().await.map_err(|e| again(&e))?;
    let address = desk
        .house
        .open(&proof, &key, "mail.address", &row.address)
        .map_err(|e| JobFailure::Never(e.to_string()))?;
    let language = match kind.0 {
        MailKind::Work => desk.languages.for_staff(&row.language),
        _ => desk.languages.for_worker(&row.language),
    };
    let language = language.unwrap_or_else(|| desk.languages.english());
    let (subject, body) = match kind {
        (MailKind::Arrived, false) => ("messaging-arrived-subject", "messaging-arrived-body"),
        (MailKind::Arrived, true) => ("messaging-arrived-open-subject", "messaging-arrived-open-body"),
        (MailKind::News, false) => ("messaging-news-subject", "messaging-news-body"),
        (MailKind::News, true) => ("messaging-news-open-subject", "messaging-news-open-body"),
        (MailKind::Note, _) => ("messaging-note-subject", "messaging-note-body"),
        (MailKind::Work, _) => ("messaging-work-subject", "messaging-work-body"),
    };
    let note = match &row.note {
        Some(note) => desk.house.open(&proof, &key, "mail.note", note),
        None => Ok(String::new()),
    };
    let note = note.map_err(|e| JobFailure::Never(e.to_string()))?;
    // A note says what it says; there is none left to send when this job comes a second time.
    let body = language.attribute(body);
    let body = if note.is_empty() { body } else { format!("{note}\n\n{body}") };
    let mail = Mail {
        to: address,
        from_name: language.attribute("messaging-sender"),
        subject: language.attribute(subject),
        body,
        message_id: row.message_id.clone(),
        at: row.created_at,
    };
    match desk.out.deliver(&mail).await {
        Ok(()) => {}
        Err(MailError::Refused(why)) => return Err(JobFailure::Never(why)),
        Err(MailError::Later(why)) => return Err(JobFailure::Again(why)),
        Err(MailError::Away(why)) => return Err(JobFailure::Wait(why)),
    }
    let mut unit = desk.house.unit(Actor::System);
    let now = unit.now();
    unit.update_one(
        entity::Entity::update_many()
            .col_expr(entity::Column::SentAt, Expr::value(Some(now)))
            .col_expr(entity::Column::Note, Expr::value(Option::<Vec<u8>>::None))
            .filter(entity::Column::Id.eq(id)),
    );
    unit.commit().await.map_err(|e| again(&e)).map(|_| ())
}
