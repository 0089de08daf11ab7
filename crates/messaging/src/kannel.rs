//! Kannel's `sendsms`: one POST a message, with number and words in headers and body, so that no address holds them.

use std::path::PathBuf;

use async_trait::async_trait;

use crate::gateway::{TextError, TextGateway, TextMessage};
use crate::post::{Caller, PostError, Request};
use crate::segments::{Alphabet, measure};

/// Where Kannel's `smsbox` is.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KannelSettings {
    /// The address of its `sendsms`. Plain `http` only on this machine.
    pub url: String,
    /// Our name there.
    pub user: String,
    /// File that holds our password there.
    pub password_file: PathBuf,
    /// The sender that the phone shows; choose one that tells nothing.
    pub sender: String,
    /// Our own address as Kannel reaches it, for its reports on deliveries. No reports if absent.
    #[serde(default)]
    pub report_url: Option<String>,
    /// Messages a minute that the house sends at most.
    #[serde(default = "per_minute")]
    pub per_minute: u32,
    /// File that holds the password with which Kannel brings texts to `/hooks/sms`. None are taken if absent.
    #[serde(default)]
    pub inbound_file: Option<PathBuf>,
}

fn per_minute() -> u32 {
    60
}

/// Most characters of a sender that is a word: networks cut or refuse longer ones.
const LONGEST_SENDER: usize = 11;

/// Messages through Kannel.
pub struct Kannel {
    caller: Caller,
    user: String,
    password: String,
    sender: String,
    report_url: Option<String>,
}

impl Kannel {
    /// A gateway with these settings; the password is read from its file.
    ///
    /// # Errors
    /// A line that says what is wrong with the settings.
    pub fn new(settings: &KannelSettings) -> Result<Self, String> {
        let caller = Caller::new(&settings.url).map_err(|why| format!("sms.url: {why}"))?;
        let password = std::fs::read_to_string(&settings.password_file)
            .map_err(|e| format!("sms.password_file {}: {e}", settings.password_file.display()))?;
        let sender = settings.sender.trim().to_owned();
        let digits = sender.trim_start_matches('+').bytes().all(|b| b.is_ascii_digit());
        if sender.is_empty() || !sender.is_ascii() || (!digits && sender.len() > LONGEST_SENDER) {
            return Err(format!(
                "sms.sender: give a number, or a word of at most {LONGEST_SENDER} letters a to z that tells nothing"
            ));
        }
        if settings.per_minute == 0 {
            return Err("sms.per_minute: at least 1".to_owned());
        }
        let report_url = settings.report_url.as_ref().map(|url| url.trim_end_matches('/').to_owned());
        Ok(Self {
            caller,
            user: settings.user.clone(),
            password: password.trim_end().to_owned(),
            sender,
            report_url,
        })
    }

    fn request(&self, message: &TextMessage) -> Request {
        let ucs2 = measure(&message.body).alphabet == Alphabet::Ucs2;
        let mut headers = vec![
            ("x-kannel-username", self.user.clone()),
            ("x-kannel-password", self.password.clone()),
            ("x-kannel-from", self.sender.clone()),
            ("x-kannel-to", message.to.as_str().to_owned()),
            ("x-kannel-coding", if ucs2 { "2" } else { "0" }.to_owned()),
            ("content-type", "text/plain; charset=\"UTF-8\"".to_owned()),
        ];
        if let Some(url) = &self.report_url {
            // Delivered, undeliverable, taken or refused by the network.
            headers.push(("x-kannel-dlr-mask", "27".to_owned()));
            headers.push(("x-kannel-dlr-url", format!("{url}/hooks/sms/report/{}/%d", message.report)));
        }
        Request { headers, body: message.body.clone().into_bytes() }
    }
}

#[async_trait]
impl TextGateway for Kannel {
    async fn hand_over(&self, message: &TextMessage) -> Result<(), TextError> {
        let (status, _) = self.caller.post(&self.request(message)).await.map_err(|error| match error {
            PostError::NotReached(why) => TextError::Away(why),
            PostError::NoAnswer(why) => TextError::Uncertain(why),
        })?;
        match status {
            // 202 too: Kannel keeps what it has taken on disk and tries until it is gone.
            200..=299 => Ok(()),
            // Number or words are not such as it takes.
            400 => Err(TextError::Refused(format!("status {status}"))),
            // Our name, password or address is wrong, or its network is away: others will say so too, until it is put right.
            401..=499 | 503 => Err(TextError::Away(format!("status {status}"))),
            other => Err(TextError::Uncertain(format!("status {other}"))),
        }
    }
}
