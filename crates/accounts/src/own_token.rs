//! Tokens that somebody makes for a program of their own, at the page of the account, right after showing the second factor:
//! for actions that they may do and a program may, and until a day.

use chrono::TimeDelta;
use haqqi_kernel::{Action, Actor, ByToken, CommitError, House, judge};
use sea_orm::{DbErr, EntityTrait};
use uuid::Uuid;

use crate::entity::session;
use crate::session::FRESH;
use crate::token::{NewToken, new_proven_token, tokens};

/// For how many days a token may be made; the last is what the house allows at most.
pub const TOKEN_DAYS: [u16; 4] = [1, 7, 30, 90];
/// So many days at most where the token does what cannot be undone.
const NAMED_DAYS: u16 = 1;
/// Most characters of a name.
const NAME: usize = 60;
/// At most so many of one person hold at once.
const MOST: usize = 20;

/// A token as its owner asks for it.
#[derive(Debug, Clone)]
pub struct OwnToken {
    /// What for.
    pub name: String,
    /// What it lets through; at least one.
    pub actions: Vec<Action>,
    /// For how many days, one of [`TOKEN_DAYS`].
    pub days: u16,
}

/// Why no token was made.
#[derive(Debug, thiserror::Error)]
pub enum OwnTokenError {
    /// Nobody is signed in, or the second factor was not shown just now.
    #[error("the second factor was not shown just now")]
    NotFresh,
    /// No name, or a long one.
    #[error("a token has a name of at most 60 characters")]
    Name,
    /// No action, or one that is not its owner's to do or no program's.
    #[error("a token lets through what its owner may do and a program may")]
    Actions,
    /// Another time than the house allows.
    #[error("no token lasts so long")]
    Days,
    /// What cannot be undone, for more than a day.
    #[error("a token for what cannot be undone lasts a day")]
    NamedDays,
    /// There are many already.
    #[error("one person has at most 20 tokens")]
    Many,
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
}

/// For what this account may make a token.
#[must_use]
pub fn token_actions(actor: &Actor) -> Vec<Action> {
    let may = |action: &Action| action.by_token() != ByToken::Never && judge(actor, *action).is_ok();
    Action::ALL.iter().copied().filter(may).collect()
}

/// Makes a token for oneself, in the session in which the second factor was just shown; what is returned is shown once.
///
/// # Errors
/// [`OwnTokenError`].
pub async fn make_own_token(
    house: &House,
    actor: &Actor,
    session: Uuid,
    new: &OwnToken,
) -> Result<String, OwnTokenError> {
    let staff = actor.account().ok_or(OwnTokenError::NotFresh)?;
    let row = session::Entity::find_by_id(session).one(house.reader()).await?;
    let fresh = row.is_some_and(|row| {
        row.staff_id == staff
            && row.revoked_at.is_none()
            && row.fresh_at.is_some_and(|at| at + FRESH > house.now())
    });
    if !fresh {
        return Err(OwnTokenError::NotFresh);
    }
    let name = haqqi_kernel::one_line(&new.name);
    if name.is_empty() || name.chars().count() > NAME {
        return Err(OwnTokenError::Name);
    }
    let may = token_actions(actor);
    if new.actions.is_empty() || !new.actions.iter().all(|action| may.contains(action)) {
        return Err(OwnTokenError::Actions);
    }
    if !TOKEN_DAYS.contains(&new.days) {
        return Err(OwnTokenError::Days);
    }
    if new.days > NAMED_DAYS && new.actions.iter().any(|action| action.by_token() == ByToken::Named) {
        return Err(OwnTokenError::NamedDays);
    }
    if tokens(house, staff).await?.len() >= MOST {
        return Err(OwnTokenError::Many);
    }
    let mut unit = house.unit(actor.clone());
    let expires_at = Some(unit.now() + TimeDelta::days(new.days.into()));
    let made = new_proven_token(&mut unit, &NewToken { staff, name, expires_at }, &new.actions);
    unit.commit().await?;
    Ok(made)
}
