//! What a provider says about a person: an ID token (OpenID Connect Core 1.0, 3.1.3.7), signed by one of the keys that it
//! publishes (RFC 7515, 7517). RS256, ES256 and EdDSA; never a shared secret, never none. No I/O.

use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::BASE64URL_NOPAD;
use serde::Deserialize;

use crate::signature::{PublicKey, Written};

/// So far the provider's clock may be apart from ours.
const SKEW: TimeDelta = TimeDelta::minutes(2);
/// So old a token may be that is used at once.
const OLDEST: TimeDelta = TimeDelta::minutes(10);
/// The longest name of a person there (OpenID Connect Core 1.0, 2).
const LONGEST_SUBJECT: usize = 255;

/// Why a token does not hold. For the log and tests alone; it holds nothing of the token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum Refusal {
    #[error("it cannot be read")]
    Shape,
    #[error("it is signed in a way that is not taken")]
    Algorithm,
    #[error("no key of the provider fits")]
    NoKey,
    #[error("its signature does not hold")]
    Signature,
    #[error("it is another issuer's")]
    Issuer,
    #[error("it is for somebody else")]
    Audience,
    #[error("it has run out, or is not of now")]
    Time,
    #[error("it answers another question")]
    Nonce,
    #[error("it names nobody")]
    Subject,
}

/// A key as the provider publishes it.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Jwk {
    kty: String,
    #[serde(default)]
    kid: Option<String>,
    #[serde(default, rename = "use")]
    purpose: Option<String>,
    #[serde(default)]
    alg: Option<String>,
    #[serde(default)]
    crv: Option<String>,
    #[serde(default)]
    x: Option<String>,
    #[serde(default)]
    y: Option<String>,
    #[serde(default)]
    n: Option<String>,
    #[serde(default)]
    e: Option<String>,
}

/// The provider's keys. One that is of no kind that is known hinders none of the others.
#[derive(Debug, Clone, Default)]
pub(super) struct Keys(Vec<Jwk>);

impl Keys {
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        #[derive(Deserialize)]
        struct Set {
            keys: Vec<serde_json::Value>,
        }
        let set: Set = serde_json::from_slice(bytes).ok()?;
        Some(Self(set.keys.into_iter().filter_map(|key| serde_json::from_value(key).ok()).collect()))
    }
}

impl Jwk {
    fn is_for(&self, header: &Header) -> bool {
        self.purpose.as_deref().is_none_or(|purpose| purpose == "sig")
            && self.alg.as_deref().is_none_or(|alg| alg == header.alg)
            && header.kid.as_deref().is_none_or(|kid| self.kid.as_deref() == Some(kid))
    }

    /// The key, if it is one for this algorithm.
    fn key(&self, alg: &str) -> Option<PublicKey> {
        let part = |part: &Option<String>| BASE64URL_NOPAD.decode(part.as_ref()?.as_bytes()).ok();
        match (alg, self.kty.as_str(), self.crv.as_deref()) {
            ("RS256", "RSA", _) => PublicKey::rsa(&part(&self.n)?, &part(&self.e)?),
            ("ES256", "EC", Some("P-256")) => PublicKey::p256(&part(&self.x)?, &part(&self.y)?),
            ("EdDSA" | "Ed25519", "OKP", Some("Ed25519")) => PublicKey::ed25519(&part(&self.x)?),
            _ => None,
        }
    }
}

#[derive(Deserialize)]
struct Header {
    alg: String,
    #[serde(default)]
    kid: Option<String>,
    #[serde(default)]
    crit: Option<serde_json::Value>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Several(Vec<String>),
}

#[derive(Deserialize)]
struct Claims {
    iss: String,
    sub: String,
    aud: Audience,
    exp: i64,
    iat: i64,
    #[serde(default)]
    nonce: Option<String>,
    #[serde(default)]
    azp: Option<String>,
    #[serde(default)]
    acr: Option<String>,
    #[serde(default)]
    amr: Vec<String>,
}

/// What a token must fit.
#[derive(Debug, Clone, Copy)]
pub(super) struct Expected<'a> {
    pub(super) issuer: &'a str,
    pub(super) client: &'a str,
    pub(super) nonce: &'a str,
    pub(super) now: DateTime<Utc>,
}

/// Who signed in there, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) subject: String,
    pub(super) acr: Option<String>,
    pub(super) amr: Vec<String>,
}

/// The token, verified.
///
/// # Errors
/// [`Refusal`].
pub(super) fn verified(token: &str, keys: &Keys, expected: &Expected<'_>) -> Result<Said, Refusal> {
    let (signed, signature) = token.rsplit_once('.').ok_or(Refusal::Shape)?;
    let (head, body) = signed.split_once('.').ok_or(Refusal::Shape)?;
    let decoded = |part: &str| BASE64URL_NOPAD.decode(part.as_bytes()).map_err(|_| Refusal::Shape);
    let header: Header = serde_json::from_slice(&decoded(head)?).map_err(|_| Refusal::Shape)?;
    let (body, signature) = (decoded(body)?, decoded(signature)?);
    if header.crit.is_some() || !["RS256", "ES256", "EdDSA", "Ed25519"].contains(&header.alg.as_str()) {
        return Err(Refusal::Algorithm);
    }
    let fitting = keys.0.iter().filter(|key| key.is_for(&header));
    let fitting: Vec<PublicKey> = fitting.filter_map(|key| key.key(&header.alg)).collect();
    if fitting.is_empty() {
        return Err(Refusal::NoKey);
    }
    if !fitting.iter().any(|key| key.signed(signed.as_bytes(), &signature, Written::Fixed)) {
        return Err(Refusal::Signature);
    }
    let claims: Claims = serde_json::from_slice(&body).map_err(|_| Refusal::Shape)?;
    claims_hold(claims, expected)
}

fn claims_hold(claims: Claims, expected: &Expected<'_>) -> Result<Said, Refusal> {
    if claims.iss != expected.issuer {
        return Err(Refusal::Issuer);
    }
    let client = expected.client;
    let (ours, several) = match &claims.aud {
        Audience::One(one) => (one == client, false),
        Audience::Several(all) => (all.iter().any(|one| one == client), all.len() > 1),
    };
    let authorised = claims.azp.as_deref().map_or(!several, |azp| azp == client);
    if !ours || !authorised {
        return Err(Refusal::Audience);
    }
    let at = |seconds: i64| DateTime::<Utc>::from_timestamp(seconds, 0).ok_or(Refusal::Time);
    let (ends, made) = (at(claims.exp)?, at(claims.iat)?);
    if ends + SKEW <= expected.now || made > expected.now + SKEW || made + OLDEST < expected.now {
        return Err(Refusal::Time);
    }
    if claims.nonce.as_deref() != Some(expected.nonce) {
        return Err(Refusal::Nonce);
    }
    if claims.sub.is_empty() || claims.sub.len() > LONGEST_SUBJECT {
        return Err(Refusal::Subject);
    }
    Ok(Said { subject: claims.sub, acr: claims.acr, amr: claims.amr })
}

#[cfg(test)]
mod tests {
    use ring::rand::SystemRandom;
    use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
    use serde_json::{Value, json};

    use super::*;

    const ISSUER: &str = "https://login.example";

    struct Signer {
        key: EcdsaKeyPair,
        random: SystemRandom,
    }

    impl Signer {
        fn new() -> Self {
            let random = SystemRandom::new();
            let algorithm = &ECDSA_P256_SHA256_FIXED_SIGNING;
            let pkcs8 = EcdsaKeyPair::generate_pkcs8(algorithm, &random).unwrap();
            Self { key: EcdsaKeyPair::from_pkcs8(algorithm, pkcs8.as_ref(), &random).unwrap(), random }
        }

        fn jwk(&self, kid: &str) -> Value {
            let point = self.key.public_key().as_ref();
            let [x, y] = [&point[1..33], &point[33..]].map(|part| BASE64URL_NOPAD.encode(part));
            json!({ "kty": "EC", "crv": "P-256", "kid": kid, "use": "sig", "x": x, "y": y })
        }

        fn token(&self, header: &Value, claims: &Value) -> String {
            let [head, body] =
                [header, claims].map(|part| BASE64URL_NOPAD.encode(part.to_string().as_bytes()));
            let signed = format!("{head}.{body}");
            let signature = self.key.sign(&self.random, signed.as_bytes()).unwrap();
            format!("{signed}.{}", BASE64URL_NOPAD.encode(signature.as_ref()))
        }
    }

    fn now() -> DateTime<Utc> {
        DateTime::from_timestamp(1_795_500_000, 0).unwrap()
    }

    fn claims() -> Value {
        let now = now().timestamp();
        json!({ "iss": ISSUER, "sub": "42", "aud": "haqqi", "nonce": "n", "iat": now, "exp": now + 3600, "amr": ["pwd", "otp"] })
    }

    fn keys(all: &[Value]) -> Keys {
        Keys::read(json!({ "keys": all }).to_string().as_bytes()).unwrap()
    }

    fn expected() -> Expected<'static> {
        Expected { issuer: ISSUER, client: "haqqi", nonce: "n", now: now() }
    }

    #[test]
    fn a_token_holds_only_as_it_must() {
        let signer = Signer::new();
        let strange = json!({ "kty": "oct", "k": "AAAA", "kid": "3" });
        let published = keys(&[strange, Signer::new().jwk("1"), signer.jwk("2"), json!({ "kty": 7 })]);
        let header = json!({ "alg": "ES256", "kid": "2" });
        let check =
            |header: &Value, claims: &Value| verified(&signer.token(header, claims), &published, &expected());
        let said = check(&header, &claims()).unwrap();
        assert_eq!((said.subject.as_str(), said.amr.len(), said.acr), ("42", 2, None));
        assert!(check(&json!({ "alg": "ES256" }), &claims()).is_ok(), "without the key's name each is tried");

        for (what, header, why) in [
            ("none", json!({ "alg": "none" }), Refusal::Algorithm),
            ("a shared secret", json!({ "alg": "HS256", "kid": "2" }), Refusal::Algorithm),
            ("what must be understood", json!({ "alg": "ES256", "crit": ["b64"] }), Refusal::Algorithm),
            ("another kind than the key", json!({ "alg": "RS256", "kid": "2" }), Refusal::NoKey),
            ("an unknown key", json!({ "alg": "ES256", "kid": "9" }), Refusal::NoKey),
            ("another's key", json!({ "alg": "ES256", "kid": "1" }), Refusal::Signature),
        ] {
            assert_eq!(check(&header, &claims()), Err(why), "{what}");
        }
        let at = |minutes: i64| json!(now().timestamp() + minutes * 60);
        for (claim, value, why) in [
            ("iss", json!("https://login.example/"), Refusal::Issuer),
            ("aud", json!("another"), Refusal::Audience),
            ("aud", json!(["haqqi", "another"]), Refusal::Audience),
            ("azp", json!("another"), Refusal::Audience),
            ("exp", at(-2), Refusal::Time),
            ("iat", at(-11), Refusal::Time),
            ("iat", at(3), Refusal::Time),
            ("exp", json!("later"), Refusal::Shape),
            ("exp", Value::Null, Refusal::Shape),
            ("nonce", json!("m"), Refusal::Nonce),
            ("nonce", Value::Null, Refusal::Nonce),
            ("sub", json!(""), Refusal::Subject),
            ("sub", json!("s".repeat(256)), Refusal::Subject),
        ] {
            let mut changed = claims();
            changed[claim] = value.clone();
            assert_eq!(check(&header, &changed), Err(why), "{claim}: {value}");
        }
        let mut both = claims();
        both["aud"] = json!(["another", "haqqi"]);
        both["azp"] = json!("haqqi");
        assert!(check(&header, &both).is_ok());
        let token = signer.token(&header, &claims());
        let (signed, signature) = token.rsplit_once('.').unwrap();
        let mut other = claims();
        other["sub"] = json!("43");
        let forged = signer.token(&header, &other);
        let (forged, _) = forged.rsplit_once('.').unwrap();
        let moved = format!("{forged}.{signature}");
        assert_eq!(verified(&moved, &published, &expected()), Err(Refusal::Signature));
        for broken in ["", "a", "a.b", "a.b.c", signed, &format!("{signed}."), &format!("{token}=")] {
            assert!(verified(broken, &published, &expected()).is_err(), "{broken}");
        }
    }
}
