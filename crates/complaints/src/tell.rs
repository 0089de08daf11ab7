//! Telling her that there is something: by mail or by text message, only where mailbox or phone is hers alone, in words
//! that tell nothing. The one place from which the house writes to her by itself.

use haqqi_kernel::{SubjectKey, Uow};
use haqqi_messaging::{MailKind, NewMail, NewText, Number, TextKind, queue_mail, queue_text};

use crate::Desk;
use crate::model::Contact;
use crate::open::Summary;

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
