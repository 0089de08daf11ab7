//! The way out: SMTP, or none where none is configured.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use lettre::message::header::ContentType;
use lettre::message::{Mailbox, Message};
use lettre::transport::smtp::authentication::Credentials;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Tokio1Executor};

/// A mail ready to go: words rendered, nothing personal but the address.
#[derive(Debug, Clone)]
pub struct Mail {
    /// Where to.
    pub to: String,
    /// The neutral name of the sender.
    pub from_name: String,
    /// Subject line.
    pub subject: String,
    /// Plain text.
    pub body: String,
    /// Left part of the Message-ID: the same for each try.
    pub message_id: String,
    /// When it was queued: the Date header, the same for each try.
    pub at: DateTime<Utc>,
}

/// Why a mail did not go.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    /// It can never go: the address is none, or the server refused it for good.
    #[error("refused: {0}")]
    Refused(String),
    /// The server does not want this one now; another it may take.
    #[error("later: {0}")]
    Later(String),
    /// The server is away, or takes nothing from us at all.
    #[error("not now: {0}")]
    Away(String),
}

/// Something that takes mails.
#[async_trait]
pub trait Outbound: Send + Sync {
    /// Hands the mail over; success means that the other side took it.
    async fn deliver(&self, mail: &Mail) -> Result<(), MailError>;
}

/// How the connection is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SmtpTls {
    /// TLS from the first byte (port 465).
    #[default]
    Implicit,
    /// STARTTLS, required (port 587).
    Starttls,
    /// None: only for a relay on this machine.
    None,
}

/// Where the mail server is.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SmtpSettings {
    /// Host.
    pub host: String,
    /// Port.
    pub port: u16,
    /// Protection.
    #[serde(default)]
    pub tls: SmtpTls,
    /// Address of the sender; choose one that tells nothing.
    pub from: String,
    /// User name, if the server asks.
    #[serde(default)]
    pub user: Option<String>,
    /// File that holds the password.
    #[serde(default)]
    pub password_file: Option<std::path::PathBuf>,
    /// Mails a minute that the house sends at most.
    #[serde(default = "per_minute")]
    pub per_minute: u32,
}

fn per_minute() -> u32 {
    60
}

/// Mail through SMTP.
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Address,
}

impl Smtp {
    /// A sender with these settings; the password is read from its file.
    ///
    /// # Errors
    /// A line that says what is wrong with the settings.
    pub fn new(settings: &SmtpSettings) -> Result<Self, String> {
        if settings.per_minute == 0 {
            return Err("mail.per_minute: at least 1".to_owned());
        }
        let from = settings.from.parse::<Address>().map_err(|e| format!("mail.from: {e}"))?;
        let builder = match settings.tls {
            SmtpTls::Implicit => AsyncSmtpTransport::<Tokio1Executor>::relay(&settings.host),
            SmtpTls::Starttls => AsyncSmtpTransport::<Tokio1Executor>::starttls_relay(&settings.host),
            SmtpTls::None => Ok(AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&settings.host)),
        }
        .map_err(|e| format!("mail.host: {e}"))?;
        let mut builder = builder.port(settings.port).timeout(Some(std::time::Duration::from_secs(20)));
        if let (Some(user), Some(file)) = (&settings.user, &settings.password_file) {
            let password = std::fs::read_to_string(file)
                .map_err(|e| format!("mail.password_file {}: {e}", file.display()))?;
            builder = builder.credentials(Credentials::new(user.clone(), password.trim_end().to_owned()));
        }
        Ok(Self { transport: builder.build(), from })
    }
}

#[async_trait]
impl Outbound for Smtp {
    async fn deliver(&self, mail: &Mail) -> Result<(), MailError> {
        let refused = |e: &dyn std::fmt::Display| MailError::Refused(e.to_string());
        let to = mail.to.parse::<Address>().map_err(|_| MailError::Refused("not an address".to_owned()))?;
        let message = Message::builder()
            .from(Mailbox::new(Some(mail.from_name.clone()), self.from.clone()))
            .to(Mailbox::new(None, to))
            .subject(mail.subject.clone())
            .date(mail.at.into())
            .message_id(Some(format!("<{}@{}>", mail.message_id, self.from.domain())))
            .header(ContentType::TEXT_PLAIN)
            .body(mail.body.clone())
            .map_err(|e| refused(&e))?;
        self.transport.send(message).await.map(|_| ()).map_err(|error| {
            // The server's words can hold the address: only its code is kept.
            let code = error.status().map(|status| status.to_string());
            answered(code.as_deref(), error.is_permanent())
        })
    }
}

/// What a server's code means for the mail. That it closes (421), or does not know us (530 to 538), is about no mail:
/// none may be given up for it.
fn answered(code: Option<&str>, permanent: bool) -> MailError {
    match code {
        None if !permanent => MailError::Away("no answer".to_owned()),
        Some(code @ ("421" | "454" | "530" | "534" | "535" | "538")) => MailError::Away(code.to_owned()),
        code if permanent => MailError::Refused(code.unwrap_or("no code").to_owned()),
        code => MailError::Later(code.unwrap_or("no code").to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_said_of_the_mail_is_held_against_the_mail() {
        assert!(matches!(answered(None, false), MailError::Away(_)));
        assert!(matches!(answered(Some("421"), false), MailError::Away(_)));
        assert!(matches!(answered(Some("535"), true), MailError::Away(_)), "our own password is wrong");
        assert!(matches!(answered(Some("450"), false), MailError::Later(_)));
        assert!(matches!(answered(Some("550"), true), MailError::Refused(_)));
    }
}
