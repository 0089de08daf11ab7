//! Queueing a mail with the unit of work that causes it.

use data_encoding::HEXLOWER;
use haqqi_kernel::{Job, SubjectKey, Uow};
use sea_orm::Set;
use uuid::Uuid;

use crate::entity::mail as entity;

/// The kind of the job that sends a mail.
pub const SEND_JOB: &str = "mail.send";

/// Which words a mail carries. None has a reference, an office, or anything of the matter; only those that she asked
/// to be open say that it is about a complaint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailKind {
    /// What she sent has arrived.
    Arrived,
    /// Somebody has answered, or set a next step.
    News,
    /// A number and a code that she asked to have in a mailbox that is hers alone.
    Note,
    /// To staff: there is work.
    Work,
}

impl MailKind {
    /// The code kept in the table.
    pub(crate) fn code(self, open: bool) -> &'static str {
        match (self, open) {
            (Self::Arrived, false) => "arrived",
            (Self::Arrived, true) => "arrived-open",
            (Self::News, false) => "news",
            (Self::News, true) => "news-open",
            (Self::Note, _) => "note",
            (Self::Work, _) => "work",
        }
    }

    /// Kind and openness of a code.
    pub(crate) fn from_code(code: &str) -> Option<(Self, bool)> {
        let all = [Self::Arrived, Self::News, Self::Note, Self::Work]
            .into_iter()
            .flat_map(|kind| [(kind, false), (kind, true)]);
        all.into_iter().find(|(kind, open)| kind.code(*open) == code)
    }
}

/// A mail to be queued.
#[derive(Debug, Clone)]
pub struct NewMail<'a> {
    /// Where to: only an address that she said is hers alone.
    pub address: &'a str,
    /// Which words.
    pub kind: MailKind,
    /// Whether it may say what it is about: only where she asked for it.
    pub open: bool,
    /// Her language.
    pub language: &'a str,
    /// What makes this mail the same mail: queued twice under one key, it is sent once.
    pub effect: &'a str,
}

/// Queues a mail: its row and the job that sends it, in this unit.
pub fn queue_mail(unit: &mut Uow, key: &SubjectKey, mail: &NewMail<'_>) -> Uuid {
    queue(unit, key, mail, None)
}

/// Queues a note of number and code, line by line, to a mailbox that she said is hers alone, because she asked for it.
/// The lines are sealed until they are sent, and then gone.
pub fn queue_note(unit: &mut Uow, key: &SubjectKey, mail: &NewMail<'_>, lines: &[&str]) -> Uuid {
    queue(unit, key, mail, Some(&lines.join("\n")))
}

/// A mail to an address that is sealed as `mail.address` already.
#[derive(Debug, Clone)]
pub struct SealedMail<'a> {
    /// Whose key seals it.
    pub subject: Uuid,
    /// The address.
    pub address: &'a [u8],
    /// Which words.
    pub kind: MailKind,
    /// In which language.
    pub language: &'a str,
    /// What makes this mail the same mail.
    pub effect: &'a str,
}

/// Queues a mail whose address nobody here needs to read.
pub fn queue_sealed(unit: &mut Uow, mail: &SealedMail<'_>) -> Uuid {
    write(unit, mail, false, None)
}

fn queue(unit: &mut Uow, key: &SubjectKey, mail: &NewMail<'_>, note: Option<&str>) -> Uuid {
    let note = note.map(|note| unit.seal(key, "mail.note", note));
    let address = unit.seal(key, "mail.address", mail.address);
    let sealed = SealedMail {
        subject: key.subject(),
        address: &address,
        kind: mail.kind,
        language: mail.language,
        effect: mail.effect,
    };
    write(unit, &sealed, mail.open, note)
}

fn write(unit: &mut Uow, mail: &SealedMail<'_>, open: bool, note: Option<Vec<u8>>) -> Uuid {
    let id = unit.id();
    let tag = unit.house().vault().web_tag("message-id", mail.effect.as_bytes());
    unit.insert_or_ignore(
        entity::ActiveModel {
            id: Set(id),
            subject_id: Set(mail.subject),
            address: Set(mail.address.to_vec()),
            kind: Set(mail.kind.code(open).to_owned()),
            language: Set(mail.language.to_owned()),
            message_id: Set(HEXLOWER.encode(&tag[..16])),
            created_at: Set(unit.now()),
            sent_at: Set(None),
            note: Set(note),
        },
        [entity::Column::MessageId],
    );
    unit.job(Job::new(SEND_JOB, serde_json::json!({ "mail": id })).key(format!("mail:{}", mail.effect)));
    id
}
