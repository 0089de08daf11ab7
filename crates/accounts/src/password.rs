//! Passwords: argon2id with 19 MiB, two passes, one lane (OWASP's password storage cheat sheet), off the runtime's
//! threads and never more than two at once, so that a flood of sign-ins cannot take the memory.

use std::sync::OnceLock;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use haqqi_kernel::{Actor, Audit, CommitError, House, SubjectKind};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};
use tokio::sync::Semaphore;
use uuid::Uuid;

use crate::entity::staff;
use crate::sign_in::SignInError;
use crate::{breached, session, sign_in};

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

/// Why a password was not changed.
#[derive(Debug, thiserror::Error)]
pub enum PasswordError {
    /// The old password or the code does not fit; which is not told.
    #[error("the password or the code does not fit")]
    Wrong,
    /// Too many wrong codes in this session: wait a little.
    #[error("too many tries")]
    Slow,
    /// The new one is too short.
    #[error("a password has at least 12 characters")]
    Short,
    /// The new one was found in a breach.
    #[error("this password is known from a breach; choose another")]
    Breached,
    /// The hasher failed.
    #[error("the password could not be hashed: {0}")]
    Hash(String),
    /// What signing in answers.
    #[error(transparent)]
    SignIn(#[from] SignInError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
}

/// Wrong tries within one session: whoever holds a stolen one guesses there, and shuts nobody else out.
pub(crate) struct Tries<'a> {
    house: &'a House,
    place: String,
}

impl<'a> Tries<'a> {
    pub(crate) fn of(house: &'a House, session: Uuid) -> Result<Self, PasswordError> {
        let place = format!("session {session}");
        if sign_in::resting(&place, house.now()) {
            Err(PasswordError::Slow)
        } else {
            Ok(Self { house, place })
        }
    }

    pub(crate) fn wrong(&self) -> PasswordError {
        sign_in::count(&self.place, self.house.now(), false);
        PasswordError::Wrong
    }
}

/// Changes the own password; all other sessions end.
///
/// # Errors
/// [`PasswordError`].
pub async fn change_password(
    house: &House,
    actor: &Actor,
    session: Uuid,
    (old, new): (&str, &str),
    code: &str,
) -> Result<(), PasswordError> {
    let own = actor.account().ok_or(PasswordError::Wrong)?;
    if new.chars().count() < SHORTEST {
        return Err(PasswordError::Short);
    }
    if breached::is_breached(new) {
        return Err(PasswordError::Breached);
    }
    let row = staff::Entity::find_by_id(own).one(house.reader()).await?.ok_or(PasswordError::Wrong)?;
    let tries = Tries::of(house, session)?;
    if !matches(old.to_owned(), Some(row.password_hash.clone())).await {
        return Err(tries.wrong());
    }
    let Some(step) = sign_in::step(house, &row, code).await? else { return Err(tries.wrong()) };
    let hash = hash_words(new.to_owned()).await.map_err(PasswordError::Hash)?;
    let mut unit = house.unit(actor.clone());
    sign_in::take_step(&mut unit, own, step);
    unit.update_one(
        staff::Entity::update_many()
            .col_expr(staff::Column::PasswordHash, Expr::value(hash))
            .filter(staff::Column::Id.eq(own)),
    );
    session::end(&mut unit, own, None, Some(session));
    session::refresh(&mut unit, session);
    unit.audit(Audit::write("staff.change-password", SubjectKind::Staff, own));
    match unit.commit().await {
        Ok(_) => Ok(()),
        Err(CommitError::Stale) => Err(PasswordError::Wrong),
        Err(error) => Err(error.into()),
    }
}

/// Shows the second factor again in a session, so that it counts as fresh for some minutes.
///
/// # Errors
/// [`PasswordError`].
pub async fn confirm(house: &House, actor: &Actor, session: Uuid, code: &str) -> Result<(), PasswordError> {
    let own = actor.account().ok_or(PasswordError::Wrong)?;
    let row = staff::Entity::find_by_id(own).one(house.reader()).await?.ok_or(PasswordError::Wrong)?;
    let tries = Tries::of(house, session)?;
    let Some(step) = sign_in::step(house, &row, code).await? else { return Err(tries.wrong()) };
    let mut unit = house.unit(actor.clone());
    sign_in::take_step(&mut unit, own, step);
    session::refresh(&mut unit, session);
    unit.audit(Audit::write("staff.confirm", SubjectKind::Staff, own));
    match unit.commit().await {
        Ok(_) => Ok(()),
        Err(CommitError::Stale) => Err(PasswordError::Wrong),
        Err(error) => Err(error.into()),
    }
}
