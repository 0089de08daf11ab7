//! Mail out. A unit of work queues a mail (address sealed, words chosen by kind and language); a job sends it
//! through SMTP at least once with a stable Message-ID, so that the receiver counts it once. The words are neutral:
//! whoever reads over her shoulder learns nothing (`safeguards.md` 6 and 12), unless she asked that they be open.

mod address;
mod entity;
mod queue;
mod send;
mod smtp;

pub use address::is_address;
pub use queue::{MailKind, NewMail, SEND_JOB, queue_mail, queue_note};
pub use send::{MailDesk, send};
pub use smtp::{Mail, MailError, Outbound, Smtp, SmtpSettings, SmtpTls};
