//! The second factor: time-based codes (RFC 6238: SHA-1, 6 digits, 30 seconds, one step of grace), each step once.

use totp_rs::{Algorithm, Builder, Secret, Totp};

fn totp(base32: &str) -> Option<Totp> {
    let secret = data_encoding::BASE32_NOPAD.decode(base32.as_bytes()).ok()?;
    Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_digits(6)
        .with_skew(1)
        .with_step_duration(30)
        .with_secret(Secret::from(secret.as_slice()))
        .build()
        .ok()
}

/// The step of the clock that the code belongs to, if it belongs to one near `unix`.
pub(crate) fn step_of(base32: &str, code: &str, unix: i64) -> Option<i64> {
    let code: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    if code.len() != 6 || !code.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    totp(base32)?.check(&code, u64::try_from(unix).ok()?).and_then(|step| i64::try_from(step).ok())
}

/// The code of a secret at an instant (Unix seconds): what an authenticator would show. For tests and for the
/// demonstration, which prints one.
#[must_use]
pub fn code_at(base32: &str, unix: i64) -> Option<String> {
    Some(totp(base32)?.generate(u64::try_from(unix).ok()?).to_string())
}
