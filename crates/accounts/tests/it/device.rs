//! A device that keeps a passkey, as software: it makes real keys and real signatures, and lies when it is told to.

use ciborium::Value;
use data_encoding::BASE64URL_NOPAD;
use haqqi_accounts::{Answer, Made, Offer};
use ring::digest::{SHA256, digest};
use ring::rand::{SecureRandom, SystemRandom};
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};

/// Present, verified, may be copied, is copied: what a telephone says.
const FLAGS: u8 = 0x01 | 0x04 | 0x08 | 0x10;
const NEW: u8 = 0x40;

/// What the device and its browser say, before it is signed.
#[derive(Debug, Clone)]
pub struct Said {
    pub kind: &'static str,
    pub challenge: String,
    pub origin: String,
    pub within: bool,
    pub party: String,
    pub flags: u8,
    pub counter: u32,
    pub user: String,
    pub credential: Vec<u8>,
    pub format: &'static str,
    pub algorithm: i64,
    pub forged: bool,
}

pub struct Device {
    key: EcdsaKeyPair,
    random: SystemRandom,
    pub id: Vec<u8>,
    pub counter: u32,
    user: String,
}

fn bytes_of(value: &Value) -> Vec<u8> {
    let mut out = Vec::new();
    ciborium::into_writer(value, &mut out).unwrap();
    out
}

impl Device {
    pub fn new() -> Self {
        let random = SystemRandom::new();
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &random).unwrap();
        let key = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, pkcs8.as_ref(), &random).unwrap();
        let mut id = vec![0; 32];
        random.fill(&mut id).unwrap();
        Self { key, random, id, counter: 0, user: String::new() }
    }

    fn said(&self, kind: &'static str, offer: &Offer) -> Said {
        Said {
            kind,
            challenge: offer.challenge.clone(),
            origin: offer.party.origin.clone(),
            within: false,
            party: offer.party.id.clone(),
            flags: FLAGS,
            counter: self.counter,
            user: self.user.clone(),
            credential: self.id.clone(),
            format: "none",
            algorithm: -7,
            forged: false,
        }
    }

    fn client_data(said: &Said) -> Vec<u8> {
        serde_json::json!({
            "type": said.kind, "challenge": said.challenge, "origin": said.origin, "crossOrigin": said.within,
        })
        .to_string()
        .into_bytes()
    }

    fn data(said: &Said, flags: u8) -> Vec<u8> {
        let mut data = digest(&SHA256, said.party.as_bytes()).as_ref().to_vec();
        data.push(flags);
        data.extend(said.counter.to_be_bytes());
        data
    }

    fn sign(&self, data: &[u8], client_data: &[u8], forged: bool) -> Vec<u8> {
        let hash = digest(&SHA256, if forged { b"something else" } else { client_data });
        let signed = [data, hash.as_ref()].concat();
        self.key.sign(&self.random, &signed).unwrap().as_ref().to_vec()
    }

    /// Makes its passkey for this offer, and says so.
    pub fn make(&mut self, offer: &Offer) -> Made {
        self.make_with(offer, |_| {})
    }

    pub fn make_with(&mut self, offer: &Offer, lie: impl FnOnce(&mut Said)) -> Made {
        self.user.clone_from(&offer.user);
        let mut said = self.said("webauthn.create", offer);
        lie(&mut said);
        let point = self.key.public_key().as_ref();
        let key = Value::Map(vec![
            (Value::from(1), Value::from(2)),
            (Value::from(3), Value::from(said.algorithm)),
            (Value::from(-1), Value::from(1)),
            (Value::from(-2), Value::from(&point[1..33])),
            (Value::from(-3), Value::from(&point[33..])),
        ]);
        let mut data = Self::data(&said, said.flags | NEW);
        data.extend([0; 16]);
        data.extend(u16::try_from(said.credential.len()).unwrap().to_be_bytes());
        data.extend(&said.credential);
        data.extend(bytes_of(&key));
        let client_data = Self::client_data(&said);
        let statement = match said.format {
            "packed" => {
                let signature = self.sign(&data, &client_data, said.forged);
                vec![(Value::from("alg"), Value::from(-7)), (Value::from("sig"), Value::from(signature))]
            }
            _ => Vec::new(),
        };
        let attestation = bytes_of(&Value::Map(vec![
            (Value::from("fmt"), Value::from(said.format)),
            (Value::from("attStmt"), Value::Map(statement)),
            (Value::from("authData"), Value::from(data)),
        ]));
        Made {
            challenge: offer.sealed.clone(),
            client_data: BASE64URL_NOPAD.encode(&client_data),
            attestation: BASE64URL_NOPAD.encode(&attestation),
        }
    }

    /// Signs what this offer asks.
    pub fn answer(&mut self, offer: &Offer) -> Answer {
        self.answer_with(offer, |_| {})
    }

    pub fn answer_with(&mut self, offer: &Offer, lie: impl FnOnce(&mut Said)) -> Answer {
        let mut said = self.said("webauthn.get", offer);
        lie(&mut said);
        let (data, client_data) = (Self::data(&said, said.flags), Self::client_data(&said));
        let signature = self.sign(&data, &client_data, said.forged);
        Answer {
            challenge: offer.sealed.clone(),
            credential: BASE64URL_NOPAD.encode(&said.credential),
            client_data: BASE64URL_NOPAD.encode(&client_data),
            data: BASE64URL_NOPAD.encode(&data),
            signature: BASE64URL_NOPAD.encode(&signature),
            user: said.user,
        }
    }
}
