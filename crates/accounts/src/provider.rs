//! Signing in by a provider that the house trusts (OpenID Connect: code flow with PKCE). The provider says who somebody is
//! there; which account that is here was said before by its owner, signed in, at the own account. Nobody is created by a
//! provider, and no role comes from it. Our second factor is asked for, unless the operator says which of the provider's
//! count as one.

mod call;
mod flow;
mod link;
mod token;

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::{BASE64, BASE64URL_NOPAD};
use haqqi_kernel::House;
use serde::Deserialize;
use subtle::ConstantTimeEq;
use tokio::sync::Mutex;
use zeroize::Zeroizing;

use call::{Caller, Sent, may_be_called};
use flow::{Begun, Flow};
use token::{Expected, Keys, Refusal, Said, verified};

pub(crate) use flow::{Pending, Returned};
pub(crate) use link::{EnterError, Entered, LinkError, enter, finish, link, linked, unlink};

/// So long what the provider publishes about itself is believed without asking again.
const BELIEVED: TimeDelta = TimeDelta::minutes(1);
/// A key that is not known is looked for at most so often.
const ASKED_AGAIN: TimeDelta = TimeDelta::seconds(10);
/// So long a provider that did not answer is left alone, so that nobody waits behind others for the same silence.
const LEFT_ALONE: TimeDelta = TimeDelta::seconds(2);

/// A provider of sign-ins, as the operator names it.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProviderSettings {
    /// Its address, exactly as it calls itself.
    pub issuer: String,
    /// Our name there.
    pub client_id: String,
    /// File with our secret there.
    #[serde(default)]
    pub client_secret_file: Option<PathBuf>,
    /// Our secret there, for the environment.
    #[serde(default)]
    pub client_secret: Option<String>,
    /// What the button says in Arabic.
    pub label_ar: String,
    /// What the button says in English.
    pub label_en: String,
    /// Methods of the provider (`amr`) of which one counts as the second factor.
    #[serde(default)]
    pub second_factor_amr: Vec<String>,
    /// Levels of the provider (`acr`) that count as the second factor; they are asked for.
    #[serde(default)]
    pub second_factor_acr: Vec<String>,
    /// File with the authorities that sign the provider's certificate; the usual ones if absent.
    #[serde(default)]
    pub ca_file: Option<PathBuf>,
}

impl std::fmt::Debug for ProviderSettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ProviderSettings({})", self.issuer)
    }
}

/// What the provider publishes about itself (OpenID Connect Discovery 1.0).
#[derive(Debug, Clone, Deserialize)]
struct Published {
    issuer: String,
    authorization_endpoint: String,
    token_endpoint: String,
    jwks_uri: String,
    #[serde(default)]
    token_endpoint_auth_methods_supported: Option<Vec<String>>,
    #[serde(default)]
    authorization_response_iss_parameter_supported: bool,
}

#[derive(Clone)]
struct Believed {
    at: DateTime<Utc>,
    published: Arc<Published>,
    keys: Arc<Keys>,
}

/// Why nobody was signed in by the provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum BackError {
    /// What came back was not begun in this browser, or too long ago.
    #[error("this sign-in was not begun here")]
    NotBegun,
    /// The provider said no, or what it said does not hold.
    #[error("the provider did not say who it is")]
    Refused,
    /// The provider does not answer.
    #[error("the provider does not answer")]
    Away,
}

/// What the provider's page leads back with.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Back {
    #[serde(default)]
    code: String,
    #[serde(default)]
    state: String,
    #[serde(default)]
    iss: Option<String>,
    #[serde(default)]
    error: Option<String>,
}

/// A provider of sign-ins.
pub struct Provider {
    settings: ProviderSettings,
    secret: Zeroizing<String>,
    /// Where the provider leads people back to.
    back: String,
    caller: Caller,
    believed: Mutex<Heard>,
}

/// What was heard last.
#[derive(Default)]
struct Heard {
    believed: Option<Believed>,
    silent_at: Option<DateTime<Utc>>,
}

/// A text as part of an address or a form.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            other => out.push_str(&format!("%{other:02X}")),
        }
    }
    out
}

fn pairs(all: &[(&str, &str)]) -> String {
    all.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect::<Vec<_>>().join("&")
}

impl Provider {
    /// The provider of these settings; people come back to `base_url`.
    ///
    /// # Errors
    /// A line that says what is wrong with the settings.
    pub fn new(settings: &ProviderSettings, base_url: &str) -> Result<Self, String> {
        may_be_called(&settings.issuer).map_err(|why| format!("provider.issuer: {why}"))?;
        let secret = match (&settings.client_secret_file, &settings.client_secret) {
            (Some(file), _) => std::fs::read_to_string(file)
                .map_err(|e| format!("provider.client_secret_file {}: {e}", file.display()))?,
            (None, Some(secret)) => secret.clone(),
            (None, None) => {
                return Err("provider.client_secret_file: name the file with our secret".to_owned());
            }
        };
        let secret = Zeroizing::new(secret.trim().to_owned());
        if secret.is_empty() || settings.client_id.is_empty() {
            return Err("provider: give a client_id, and a secret that is not empty".to_owned());
        }
        Ok(Self {
            caller: Caller::new(settings.ca_file.as_deref())?,
            settings: settings.clone(),
            secret,
            back: format!("{}/staff/sign-in/back", base_url.trim_end_matches('/')),
            believed: Mutex::default(),
        })
    }

    /// What the button says in this language.
    pub(crate) fn label(&self, language: &str) -> &str {
        if language == "ar" { &self.settings.label_ar } else { &self.settings.label_en }
    }

    /// What the provider publishes, asked anew when it is older than this.
    async fn believed(&self, house: &House, oldest: TimeDelta) -> Result<Believed, BackError> {
        let mut held = self.believed.lock().await;
        let now = house.now();
        if let Some(believed) = held.believed.as_ref().filter(|believed| believed.at + oldest > now) {
            return Ok(believed.clone());
        }
        if held.silent_at.is_some_and(|at| at + LEFT_ALONE > now) {
            return Err(BackError::Away);
        }
        match self.ask().await {
            Ok((published, keys)) => {
                let (published, keys) = (Arc::new(published), Arc::new(keys));
                let believed = Believed { at: house.now(), published, keys };
                *held = Heard { believed: Some(believed.clone()), silent_at: None };
                Ok(believed)
            }
            Err(why) => {
                tracing::warn!(%why, "the provider of sign-ins does not say what it is");
                held.silent_at = Some(house.now());
                Err(BackError::Away)
            }
        }
    }

    /// Whether the provider answers, and calls itself as configured: for `haqqi doctor`.
    ///
    /// # Errors
    /// A line that says what is wrong.
    pub async fn answers(&self) -> Result<(), String> {
        self.ask().await.map(|_| ())
    }

    async fn ask(&self) -> Result<(Published, Keys), String> {
        let issuer = self.settings.issuer.as_str();
        let url = format!("{}/.well-known/openid-configuration", issuer.trim_end_matches('/'));
        let body = self.caller.call(&url, None).await?;
        let published: Published =
            serde_json::from_slice(&body).map_err(|_| "its configuration cannot be read".to_owned())?;
        if published.issuer != issuer {
            return Err("it calls itself otherwise than provider.issuer".to_owned());
        }
        may_be_called(&published.authorization_endpoint)?;
        let body = self.caller.call(&published.jwks_uri, None).await?;
        let keys = Keys::read(&body).ok_or_else(|| "its keys cannot be read".to_owned())?;
        Ok((published, keys))
    }

    /// Begins: where the browser goes, and what it keeps meanwhile. With a session it is to link, without to sign in.
    pub(crate) async fn begin(
        &self,
        house: &House,
        next: &str,
        session: Option<uuid::Uuid>,
    ) -> Result<Begun, BackError> {
        let published = self.believed(house, BELIEVED).await?.published;
        let flow = Flow::new(house, next, session);
        let challenge = ring::digest::digest(&ring::digest::SHA256, flow.verifier.as_bytes());
        let challenge = BASE64URL_NOPAD.encode(challenge.as_ref());
        let acr = self.settings.second_factor_acr.join(" ");
        let mut asked = vec![
            ("response_type", "code"),
            ("client_id", &self.settings.client_id),
            ("redirect_uri", &self.back),
            ("scope", "openid"),
            ("state", &flow.state),
            ("nonce", &flow.nonce),
            ("code_challenge", &challenge),
            ("code_challenge_method", "S256"),
        ];
        if !acr.is_empty() {
            asked.push(("acr_values", &acr));
        }
        let to = &published.authorization_endpoint;
        let joint = if to.contains('?') { '&' } else { '?' };
        Ok(Begun { to: format!("{to}{joint}{}", pairs(&asked)), cookie: flow.sealed(house) })
    }

    /// Takes what the provider's page led back with.
    pub(crate) async fn back(
        &self,
        house: &House,
        cookie: Option<&str>,
        back: &Back,
    ) -> Result<Returned, BackError> {
        let flow = cookie.and_then(|cookie| Flow::opened(house, cookie)).ok_or(BackError::NotBegun)?;
        if !bool::from(flow.state.as_bytes().ct_eq(back.state.as_bytes())) {
            return Err(BackError::NotBegun);
        }
        let believed = self.believed(house, BELIEVED).await?;
        // RFC 9207: an answer of another provider is not mixed up with this one's.
        let must_say = believed.published.authorization_response_iss_parameter_supported;
        let is_its = back.iss.as_ref().map_or(!must_say, |iss| *iss == self.settings.issuer);
        if !is_its || back.error.is_some() || back.code.is_empty() {
            tracing::info!("the provider of sign-ins sent somebody back without an answer");
            return Err(BackError::Refused);
        }
        let token = self.exchange(&believed.published, &back.code, &flow.verifier).await?;
        let said = self.check(house, believed, &token, &flow.nonce).await.map_err(|refusal| {
            tracing::warn!(%refusal, "what the provider of sign-ins says does not hold");
            BackError::Refused
        })?;
        let counts = |list: &[String], said: &str| list.iter().any(|one| one == said);
        let second = said.amr.iter().any(|amr| counts(&self.settings.second_factor_amr, amr))
            || said.acr.as_deref().is_some_and(|acr| counts(&self.settings.second_factor_acr, acr));
        let whose = format!("{}\n{}", self.settings.issuer, said.subject);
        let tag = house.vault().blind_index("provider.subject", whose.as_bytes()).to_vec();
        Ok(Returned { tag, second, session: flow.session, next: flow.next })
    }

    /// The token for a code.
    async fn exchange(&self, published: &Published, code: &str, verifier: &str) -> Result<String, BackError> {
        #[derive(Deserialize)]
        struct Tokens {
            id_token: String,
        }
        let (client, secret) = (self.settings.client_id.as_str(), self.secret.as_str());
        let mut form = vec![
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", &self.back),
            ("code_verifier", verifier),
        ];
        // Without a word of the provider it is in the header (OpenID Connect Discovery 1.0, 3).
        let basic = published
            .token_endpoint_auth_methods_supported
            .as_ref()
            .is_none_or(|methods| methods.iter().any(|method| method == "client_secret_basic"));
        let authorization = basic.then(|| {
            let pair = Zeroizing::new(format!("{}:{}", encoded(client), encoded(secret)));
            format!("Basic {}", BASE64.encode(pair.as_bytes()))
        });
        if !basic {
            form.extend([("client_id", client), ("client_secret", secret)]);
        }
        let sent = Sent { form: pairs(&form), authorization };
        let answer = self.caller.call(&published.token_endpoint, Some(sent)).await;
        let answer = answer.map_err(|why| {
            tracing::warn!(%why, "the provider of sign-ins gives no token");
            if why.starts_with("status 4") { BackError::Refused } else { BackError::Away }
        })?;
        let tokens: Tokens = serde_json::from_slice(&answer).map_err(|_| BackError::Refused)?;
        Ok(tokens.id_token)
    }

    /// The token, verified; with keys fetched anew where its key is not known.
    async fn check(
        &self,
        house: &House,
        believed: Believed,
        token: &str,
        nonce: &str,
    ) -> Result<Said, Refusal> {
        let expected = Expected {
            issuer: &self.settings.issuer,
            client: &self.settings.client_id,
            nonce,
            now: house.now(),
        };
        match verified(token, &believed.keys, &expected) {
            Err(Refusal::NoKey) => {
                let fresh = self.believed(house, ASKED_AGAIN).await.map_err(|_| Refusal::NoKey)?;
                verified(token, &fresh.keys, &expected)
            }
            answer => answer,
        }
    }
}
