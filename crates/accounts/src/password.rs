//! Passwords: argon2id with 19 MiB, two passes, one lane (OWASP's password storage cheat sheet), off the runtime's
//! threads and never more than two at once, so that a flood of sign-ins cannot take the memory.

use std::sync::OnceLock;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;

/// The shortest password that is taken.
pub(crate) const SHORTEST: usize = 12;

static AT_ONCE: Semaphore = Semaphore::const_new(2);

fn argon2() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(19 * 1024, 2, 1, None).unwrap_or_default())
}

/// The hash of a password, in PHC format with a random salt.
///
/// # Errors
/// The hasher's error as text.
pub(crate) fn hash(password: &str) -> Result<String, String> {
    argon2().hash_password(password.as_bytes()).map(|hash| hash.to_string()).map_err(|e| e.to_string())
}

/// A hash of nothing anyone knows: compared against when the name is unknown, so that the time does not tell.
fn nobody() -> &'static str {
    static NOBODY: OnceLock<String> = OnceLock::new();
    NOBODY.get_or_init(|| hash("nobody has this password").unwrap_or_default())
}

/// Whether the password has this hash; with no hash it takes as long and says no.
pub(crate) async fn matches(password: String, stored: Option<String>) -> bool {
    let Ok(_permit) = AT_ONCE.acquire().await else { return false };
    let known = stored.is_some();
    let compare = move || {
        let stored = stored.unwrap_or_else(|| nobody().to_owned());
        PasswordHash::new(&stored)
            .is_ok_and(|hash| argon2().verify_password(password.as_bytes(), &hash).is_ok())
    };
    tokio::task::spawn_blocking(compare).await.unwrap_or(false) && known
}

/// The hash of words that a person chose, off the runtime's threads.
///
/// # Errors
/// The hasher's error as text.
pub async fn hash_words(words: String) -> Result<String, String> {
    let Ok(_permit) = AT_ONCE.acquire().await else { return Err("closing".to_owned()) };
    tokio::task::spawn_blocking(move || hash(&words)).await.map_err(|e| e.to_string())?
}

/// Whether the words have this hash; with an empty one it takes as long and says no.
pub async fn words_match(words: String, stored: String) -> bool {
    matches(words, Some(stored).filter(|stored| !stored.is_empty())).await
}
