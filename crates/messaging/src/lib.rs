//! Mail and text messages. A unit of work queues one (address sealed, words chosen by kind and language); a job sends
//! it. Mail goes through SMTP at least once with a stable Message-ID, so that the receiver counts it once; a text
//! message is handed to its gateway once, and where nobody knows whether it went, it is not sent again and staff see
//! that. The words are neutral: whoever reads over her shoulder learns nothing (`safeguards.md` 6 and 12), unless she
//! asked that her mail be open.

mod address;
mod entity;
mod erase;
mod gateway;
mod kannel;
mod lane;
mod number;
mod post;
mod queue;
mod report;
mod segments;
mod send;
mod send_text;
mod smtp;
mod text;

pub use address::is_address;
pub use erase::erase_messages;
pub use gateway::{TextError, TextGateway, TextMessage};
pub use kannel::{Kannel, KannelSettings};
pub use lane::{LaneError, MailLane, Turn};
pub use number::{Number, NumberError};
pub use queue::{MailKind, NewMail, SEND_JOB, SealedMail, queue_mail, queue_note, queue_sealed};
pub use report::take_report;
pub use segments::{Alphabet, Measure, measure};
pub use send::{MailDesk, send};
pub use send_text::{TextDesk, send_nowhere, send_text};
pub use smtp::{Mail, MailError, Outbound, Smtp, SmtpSettings, SmtpTls};
pub use text::{
    NewText, SEND_TEXT_JOB, TEXT_TROUBLE_JOB, TextKind, TextState, drop_waiting, number_tag, queue_text,
    start_number, stop_number,
};
