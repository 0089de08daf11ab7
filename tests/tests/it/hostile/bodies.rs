//! Bodies that no endpoint may take, and words that are only words.

use serde_json::{Value, json};

/// A body, and how it says what it is.
pub struct Body {
    pub what: &'static str,
    pub kind: Option<&'static str>,
    pub bytes: Vec<u8>,
}

fn body(what: &'static str, kind: Option<&'static str>, bytes: impl Into<Vec<u8>>) -> Body {
    Body { what, kind, bytes: bytes.into() }
}

/// What is refused whatever the endpoint.
pub fn never() -> Vec<Body> {
    const JSON: Option<&str> = Some("application/json");
    vec![
        body("no body", None, ""),
        body("an empty body", JSON, ""),
        body("half a body", JSON, "{\"a\": "),
        body("a list", JSON, "[1, 2]"),
        body("a number", JSON, "7"),
        body("nothing", JSON, "null"),
        body("an unknown field", JSON, "{\"surprise\": 1}"),
        body("half a character", JSON, "{\"body\": \"\\ud800\", \"narrative\": \"\\ud800\"}"),
        body("no text", JSON, [b"{\"body\": \"".as_slice(), &[0xff, 0xfe], b"\"}"].concat()),
        body("a deep body", JSON, format!("{}{}", "[".repeat(5_000), "]".repeat(5_000))),
        body("2 MB", JSON, format!("{{\"body\": \"{}\"}}", "a".repeat(2_000_000))),
        body("a form", Some("application/x-www-form-urlencoded"), "body=x&narrative=x&language=en"),
        body(
            "XML",
            Some("application/xml"),
            "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
        ),
        body("a kind that is none", Some(";;;"), "{}"),
    ]
}

/// Values that may be typed into any field. Some are a text like any other; none may break anything.
pub fn values() -> Vec<Value> {
    vec![
        json!(7),
        json!(-1e300),
        json!([]),
        json!({ "a": {} }),
        json!(null),
        json!(true),
        json!(""),
        json!("no-such-code"),
        json!("a".repeat(70_000)),
        json!("\u{0}"),
        json!("\u{202e}txet \u{2066}\u{200f}"),
        json!("<script>alert(1)</script>'; DROP TABLE complaint; -- {{ 7*7 }} ${jndi:ldap://x} %n%s"),
        json!("9999-99-99T99:99:99Z"),
    ]
}

/// References and ids that lead nowhere: forged, mistyped, of another kind, hostile.
pub const NOWHERE: [&str; 8] = [
    "C-26-222222-2",
    "F-26-7KQ4M2-X",
    "hello",
    "00000000-0000-7000-8000-000000000000",
    "%00",
    "%ff%fe",
    "..%2f..%2fetc%2fpasswd",
    "%3Cscript%3E%E2%80%AE",
];
