//! Telling her that there is something: by mail or by text message, only where mailbox or phone is hers alone, in words
//! that tell nothing. The one place from which the house writes to her by itself.

use haqqi_kernel::{Actor, Audit, Claimed, Done, Job, JobFailure, SubjectKey, SubjectKind, Uow};
use haqqi_messaging::{MailKind, NewMail, NewText, Number, TextKind, queue_mail, queue_text};
use uuid::Uuid;

use crate::Desk;
use crate::days::row_of;
use crate::model::Contact;
use crate::open::{Summary, unsealed};

/// The kind of the job that tells her, where she can be told, that her code was renewed: if it was not she who asked
/// for it, she finds that her own opens nothing any more, and whom to ask.
pub const CODE_RENEWED: &str = "complaint.code-renewed";

/// What there is to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tidings {
    /// What she sent has arrived.
    Arrived,
    /// Somebody has answered, or set a next step.
    News,
    /// A day comes near.
    Reminder,
}

impl Tidings {
    fn mail(self) -> MailKind {
        match self {
            Self::Arrived => MailKind::Arrived,
            Self::News | Self::Reminder => MailKind::News,
        }
    }

    fn text(self) -> TextKind {
        match self {
            Self::Arrived => TextKind::Arrived,
            Self::News => TextKind::News,
            Self::Reminder => TextKind::Reminder,
        }
    }
}

/// Tells her, if she may be told: queued in this unit, and once for each effect.
pub(crate) fn tell(
    desk: &Desk,
    unit: &mut Uow,
    key: &SubjectKey,
    contact: &Contact,
    language: &str,
    what: Tidings,
    effect: &str,
) {
    if contact.may_be_mailed() {
        let mail = NewMail {
            address: contact.address.trim(),
            kind: what.mail(),
            open: contact.open_words,
            language,
            effect,
        };
        queue_mail(unit, key, &mail);
    }
    let home = desk.site.pack.identity().phone.as_ref();
    if contact.may_be_texted()
        && let Ok(number) = Number::read(&contact.address, home)
    {
        let text = NewText { to: &number, kind: what.text(), language, effect, not_after: None, lines: &[] };
        queue_text(unit, key, &text);
    }
}

/// Tells her that there is something new in her complaint. Who files for another is told nothing (`safeguards.md` 4).
pub fn tell_news(
    desk: &Desk,
    unit: &mut Uow,
    key: &SubjectKey,
    complaint: &Summary,
    contact: &Contact,
    effect: &str,
) {
    if complaint.told_by_mail() || complaint.told_by_text() {
        tell(desk, unit, key, contact, &complaint.language, Tidings::News, effect);
    }
}

/// Tells her from a job: the contact is opened for it, audited, only where she may be told.
pub(crate) async fn tell_again(
    desk: &Desk,
    complaint: &Summary,
    contact: Option<&[u8]>,
    what: Tidings,
    effect: &str,
) -> Done {
    let again = |e: &dyn std::fmt::Display| JobFailure::Again(e.to_string());
    if !(complaint.told_by_mail() || complaint.told_by_text()) {
        return Ok(());
    }
    let house = &desk.site.house;
    // Whoever was erased since is told nothing.
    let Ok(key) = house.subject_key(complaint.id).await else { return Ok(()) };
    let mut unit = house.unit(Actor::System);
    unit.audit(Audit::read("complaint.tell", SubjectKind::Complaint, complaint.id));
    let proof = unit.commit().await.map_err(|e| again(&e))?;
    let json = contact.map(|sealed| house.open(&proof, &key, "complaint.contact", sealed)).transpose();
    let contact = json.and_then(unsealed::<Contact>).map_err(|e| JobFailure::Never(e.to_string()))?;
    let mut unit = house.unit(Actor::System);
    tell(desk, &mut unit, &key, &contact, &complaint.language, what, effect);
    unit.commit().await.map_err(|e| again(&e)).map(|_| ())
}

/// The job behind each renewed code.
pub(crate) fn code_renewed(unit: &mut Uow, complaint: Uuid) {
    let renewal = unit.id();
    unit.job(Job::new(CODE_RENEWED, serde_json::json!({ "complaint": complaint, "renewal": renewal })));
}

/// Does that job.
///
/// # Errors
/// [`JobFailure`].
pub async fn tell_code_renewed(desk: &Desk, claimed: &Claimed) -> Done {
    let (id, renewal) = (claimed.id_of("complaint")?, claimed.id_of("renewal")?);
    let row = row_of(desk, id).await.map_err(|e| JobFailure::Again(e.to_string()))?;
    let Some(row) = row else { return Ok(()) };
    let contact = row.contact.clone();
    let Some(summary) = Summary::of(row) else { return Ok(()) };
    let effect = format!("{id}:code:{renewal}");
    tell_again(desk, &summary, contact.as_deref(), Tidings::News, &effect).await
}
