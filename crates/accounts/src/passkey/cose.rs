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

#[cfg(test)]
mod tests {
    use super::*;

    fn written(pairs: &[(i32, Value)]) -> Vec<u8> {
        let map = pairs.iter().map(|(label, value)| (Value::from(*label), value.clone())).collect();
        let mut out = Vec::new();
        ciborium::into_writer(&Value::Map(map), &mut out).unwrap();
        out
    }

    fn number(value: i32) -> Value {
        Value::from(value)
    }

    fn many(length: usize) -> Value {
        Value::from(vec![1u8; length])
    }

    #[test]
    fn three_kinds_of_keys_are_read_and_nothing_that_is_nearly_one() {
        let p256 = [(1, number(2)), (3, number(-7)), (-1, number(1)), (-2, many(32)), (-3, many(32))];
        let rsa = [(1, number(3)), (3, number(-257)), (-1, many(256)), (-2, Value::from(vec![1u8, 0, 1]))];
        let edwards = [(1, number(1)), (3, number(-8)), (-1, number(6)), (-2, many(32))];
        for whole in [&p256[..], &rsa, &edwards] {
            let bytes = written(whole);
            assert!(whole_key(&bytes).is_some());
            assert_eq!(whole_key(&[bytes.as_slice(), &[0]].concat()), None, "something behind it");
            assert_eq!(whole_key(&bytes[..bytes.len() - 1]), None, "cut off");
            for left_out in 0..whole.len() {
                let mut part = whole.to_vec();
                part.remove(left_out);
                assert_eq!(whole_key(&written(&part)), None, "without {left_out}");
                let twice = [whole, &whole[left_out..=left_out]].concat();
                assert_eq!(whole_key(&written(&twice)), None, "{left_out} twice");
            }
        }
        for (label, value) in
            [(1, number(3)), (3, number(-257)), (-1, number(2)), (-2, many(31)), (-3, number(1))]
        {
            let mut other = p256.to_vec();
            other.retain(|(known, _)| *known != label);
            other.push((label, value));
            assert_eq!(whole_key(&written(&other)), None, "another {label}");
        }
        // Lists within lists, deeper than anything that is sent.
        assert!(item(&[0x81; 64]).is_none());
    }
}
