//! What an authenticator sends, verified step by step: W3C Web Authentication, Level 3, 7.1 (a new credential) and 7.2
//! (an assertion). No I/O. Attestation is not asked for, so nobody is told which device a person has; the statement is
//! therefore empty, or made by the credential itself.

use ciborium::Value;
use ring::digest::{SHA256, digest};
use serde::Deserialize;

use super::cose;
use super::party::Party;
use crate::signature::Written;

/// Longest id of a credential (7.1, step 25).
const LONGEST_ID: usize = 1023;
/// Somebody was there.
const PRESENT: u8 = 0x01;
/// The device saw who it was: by finger, face or PIN.
const VERIFIED: u8 = 0x04;
/// The credential may be copied to other devices of the person.
const MAY_BE_COPIED: u8 = 0x08;
/// It is copied.
const IS_COPIED: u8 = 0x10;
/// A new credential stands in the data.
const NEW: u8 = 0x40;
/// Extensions stand behind.
const EXTENDED: u8 = 0x80;

/// Why what came does not hold. Told to nobody outside; for tests, and for who reads the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Refusal {
    #[error("it cannot be read")]
    Shape,
    #[error("it is of another kind of ceremony")]
    Kind,
    #[error("it answers another challenge")]
    Challenge,
    #[error("it comes from another origin, or from within another page")]
    Origin,
    #[error("it is for another party")]
    Party,
    #[error("nobody was there")]
    Absent,
    #[error("the device did not see who it was")]
    Unverified,
    #[error("its flags of copies contradict each other, or what was known")]
    Copies,
    #[error("its key is of no kind that is taken")]
    Key,
    #[error("its attestation is of no kind that is taken, or does not hold")]
    Attestation,
    #[error("its signature does not hold")]
    Signature,
    #[error("its counter went back")]
    Counter,
    #[error("it names somebody else, or nobody")]
    Person,
}

/// What an answer must fit.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Expected<'a> {
    pub(crate) party: &'a Party,
    pub(crate) challenge: &'a [u8],
}

/// A new credential.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Credential {
    pub(crate) id: Vec<u8>,
    /// The key as the authenticator wrote it.
    pub(crate) key: Vec<u8>,
    pub(crate) counter: u32,
    pub(crate) may_be_copied: bool,
}

/// What was signed at an assertion, as it came.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Assertion<'a> {
    pub(crate) client_data: &'a [u8],
    pub(crate) data: &'a [u8],
    pub(crate) signature: &'a [u8],
}

/// What is known of the credential that signed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Known<'a> {
    pub(crate) key: &'a [u8],
    pub(crate) counter: i64,
    pub(crate) may_be_copied: bool,
}

#[derive(Deserialize)]
struct ClientData {
    #[serde(rename = "type")]
    kind: String,
    challenge: String,
    origin: String,
    #[serde(rename = "crossOrigin", default)]
    cross_origin: bool,
    #[serde(rename = "topOrigin", default)]
    top_origin: Option<String>,
}

fn hash(bytes: &[u8]) -> [u8; 32] {
    let mut out = [0; 32];
    out.copy_from_slice(digest(&SHA256, bytes).as_ref());
    out
}

/// 7.1, steps 5 to 11, and 7.2, steps 9 to 14: what the browser says that it did.
fn client_data(bytes: &[u8], kind: &str, expected: &Expected<'_>) -> Result<(), Refusal> {
    let text = std::str::from_utf8(bytes).map_err(|_| Refusal::Shape)?;
    let said: ClientData = serde_json::from_str(text).map_err(|_| Refusal::Shape)?;
    if said.kind != kind {
        return Err(Refusal::Kind);
    }
    if said.challenge != data_encoding::BASE64URL_NOPAD.encode(expected.challenge) {
        return Err(Refusal::Challenge);
    }
    if said.origin != expected.party.origin || said.cross_origin || said.top_origin.is_some() {
        return Err(Refusal::Origin);
    }
    Ok(())
}

/// The authenticator's data: flags, counter, and what stands behind.
struct Data<'a> {
    flags: u8,
    counter: u32,
    rest: &'a [u8],
}

impl Data<'_> {
    fn has(&self, flag: u8) -> bool {
        self.flags & flag != 0
    }
}

/// 7.1, steps 13 to 18, and 7.2, steps 15 to 19: for whom, and who was there.
fn data<'a>(bytes: &'a [u8], party: &Party) -> Result<Data<'a>, Refusal> {
    let (whose, rest) = bytes.split_at_checked(32).ok_or(Refusal::Shape)?;
    let (flags, rest) = rest.split_first().ok_or(Refusal::Shape)?;
    let (counter, rest) = rest.split_first_chunk::<4>().ok_or(Refusal::Shape)?;
    let data = Data { flags: *flags, counter: u32::from_be_bytes(*counter), rest };
    if whose != hash(party.id.as_bytes()) {
        return Err(Refusal::Party);
    }
    if !data.has(PRESENT) {
        return Err(Refusal::Absent);
    }
    if !data.has(VERIFIED) {
        return Err(Refusal::Unverified);
    }
    if data.has(IS_COPIED) && !data.has(MAY_BE_COPIED) {
        return Err(Refusal::Copies);
    }
    Ok(data)
}

/// A new credential in the data: behind the device's kind stand the length of the id, the id, and the key.
fn attested<'a>(data: &Data<'a>) -> Result<(&'a [u8], &'a [u8], Value), Refusal> {
    if !data.has(NEW) {
        return Err(Refusal::Shape);
    }
    let (_kind, rest) = data.rest.split_at_checked(16).ok_or(Refusal::Shape)?;
    let (length, rest) = rest.split_first_chunk::<2>().ok_or(Refusal::Shape)?;
    let length = usize::from(u16::from_be_bytes(*length));
    if length == 0 || length > LONGEST_ID {
        return Err(Refusal::Shape);
    }
    let (id, rest) = rest.split_at_checked(length).ok_or(Refusal::Shape)?;
    let (key, behind) = cose::item(rest).ok_or(Refusal::Shape)?;
    let written = rest.get(..rest.len() - behind.len()).ok_or(Refusal::Shape)?;
    let behind = if data.has(EXTENDED) { cose::item(behind).ok_or(Refusal::Shape)?.1 } else { behind };
    if !behind.is_empty() {
        return Err(Refusal::Shape);
    }
    Ok((id, written, key))
}

/// 7.1: a new credential.
///
/// # Errors
/// [`Refusal`].
pub(crate) fn registered(
    expected: &Expected<'_>,
    said: &[u8],
    attestation: &[u8],
) -> Result<Credential, Refusal> {
    client_data(said, "webauthn.create", expected)?;
    let (object, rest) = cose::item(attestation).ok_or(Refusal::Shape)?;
    let part = |name: &str| cose::at(&object, &Value::from(name));
    let bytes = part("authData").and_then(Value::as_bytes).filter(|_| rest.is_empty());
    let bytes = bytes.ok_or(Refusal::Shape)?;
    let data = data(bytes, expected.party)?;
    let (id, written, key) = attested(&data)?;
    let (algorithm, key) = cose::key(&key).ok_or(Refusal::Key)?;
    let format = part("fmt").and_then(Value::as_text).ok_or(Refusal::Shape)?;
    let statement = part("attStmt").filter(|statement| statement.is_map()).ok_or(Refusal::Shape)?;
    match format {
        "none" if statement.as_map().is_some_and(Vec::is_empty) => {}
        // The credential's own: it says no more than that whoever made it has its key.
        "packed" => {
            let inside = |name: &str| cose::at(statement, &Value::from(name));
            let own = inside("x5c").is_none() && inside("alg").and_then(cose::integer) == Some(algorithm);
            let signature = inside("sig").and_then(Value::as_bytes).filter(|_| own);
            let signed = [bytes.as_slice(), &hash(said)].concat();
            let holds = |signature: &Vec<u8>| key.signed(&signed, signature, Written::Asn1);
            signature.filter(|signature| holds(signature)).ok_or(Refusal::Attestation)?;
        }
        _ => return Err(Refusal::Attestation),
    }
    Ok(Credential {
        id: id.to_vec(),
        key: written.to_vec(),
        counter: data.counter,
        may_be_copied: data.has(MAY_BE_COPIED),
    })
}

/// 7.2: an assertion of a credential that is known. Gives the counter that it now has.
///
/// # Errors
/// [`Refusal`].
pub(crate) fn asserted(
    expected: &Expected<'_>,
    assertion: &Assertion<'_>,
    known: &Known<'_>,
) -> Result<u32, Refusal> {
    client_data(assertion.client_data, "webauthn.get", expected)?;
    let data = data(assertion.data, expected.party)?;
    if data.has(MAY_BE_COPIED) != known.may_be_copied {
        return Err(Refusal::Copies);
    }
    let key = cose::whole_key(known.key).ok_or(Refusal::Key)?;
    let signed = [assertion.data, &hash(assertion.client_data)].concat();
    if !key.signed(&signed, assertion.signature, Written::Asn1) {
        return Err(Refusal::Signature);
    }
    // Step 22: many passkeys count nothing and say zero each time; one that counts must go on.
    let counter = i64::from(data.counter);
    if (counter != 0 || known.counter != 0) && counter <= known.counter {
        return Err(Refusal::Counter);
    }
    Ok(data.counter)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn bytes_of_any_kind_are_refused_and_break_nothing(
            said in proptest::collection::vec(any::<u8>(), 0..200),
            data in proptest::collection::vec(any::<u8>(), 0..400),
            flags in any::<u8>(),
        ) {
            let party = Party { id: "haqqi.example".to_owned(), origin: "https://haqqi.example".to_owned() };
            let expected = Expected { party: &party, challenge: &[7; 32] };
            prop_assert!(registered(&expected, &said, &data).is_err());
            // With a head that fits, so that what stands behind it is read.
            let client = format!(
                r#"{{"type":"webauthn.create","challenge":"{}","origin":"{}"}}"#,
                data_encoding::BASE64URL_NOPAD.encode(&[7; 32]),
                party.origin
            );
            let inside = [hash(b"haqqi.example").as_slice(), &[flags, 0, 0, 0, 1], &data].concat();
            let object = Value::Map(vec![
                (Value::from("fmt"), Value::from("none")),
                (Value::from("attStmt"), Value::Map(Vec::new())),
                (Value::from("authData"), Value::from(inside)),
            ]);
            let mut attestation = Vec::new();
            ciborium::into_writer(&object, &mut attestation).unwrap();
            prop_assert!(registered(&expected, client.as_bytes(), &attestation).is_err());
            let known = Known { key: &data, counter: 0, may_be_copied: false };
            let assertion = Assertion { client_data: &said, data: &data, signature: &said };
            prop_assert!(asserted(&expected, &assertion, &known).is_err());
        }
    }
}
