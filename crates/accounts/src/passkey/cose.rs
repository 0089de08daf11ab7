//! Keys as authenticators write them (RFC 9052, RFC 9053; CBOR): ES256, RS256 and EdDSA, nothing else.

use ciborium::Value;

use crate::signature::PublicKey;

/// How deep CBOR may be nested: an attestation statement holds a list in a map.
const DEEPEST: usize = 8;

/// Reads one CBOR item and gives what stands behind it.
pub(super) fn item(bytes: &[u8]) -> Option<(Value, &[u8])> {
    let mut rest = bytes;
    let value = ciborium::de::from_reader_with_recursion_limit(&mut rest, DEEPEST).ok()?;
    Some((value, rest))
}

/// What stands at a key of a map, if the map has that key once.
pub(super) fn at<'a>(map: &'a Value, wanted: &Value) -> Option<&'a Value> {
    let mut found = map.as_map()?.iter().filter(|(key, _)| key == wanted);
    let (_, value) = found.next()?;
    found.next().is_none().then_some(value)
}

pub(super) fn integer(value: &Value) -> Option<i128> {
    value.as_integer().map(i128::from)
}

/// A key with the algorithm that it is for.
pub(super) fn key(value: &Value) -> Option<(i128, PublicKey)> {
    let number = |label: i32| at(value, &Value::from(label)).and_then(integer);
    let bytes = |label: i32| at(value, &Value::from(label)).and_then(Value::as_bytes);
    let (kind, algorithm) = (number(1)?, number(3)?);
    let key = match (kind, algorithm) {
        (2, -7) if number(-1)? == 1 => PublicKey::p256(bytes(-2)?, bytes(-3)?)?,
        (3, -257) => PublicKey::rsa(bytes(-1)?, bytes(-2)?)?,
        (1, -8) if number(-1)? == 6 => PublicKey::ed25519(bytes(-2)?)?,
        _ => return None,
    };
    Some((algorithm, key))
}

/// The key in these bytes, and nothing behind it.
pub(super) fn whole_key(bytes: &[u8]) -> Option<PublicKey> {
    let (value, rest) = item(bytes)?;
    rest.is_empty().then(|| key(&value).map(|(_, key)| key)).flatten()
}
