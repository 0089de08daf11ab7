//! Signing in: name, password, code of the authenticator. One answer for all that can be wrong, in the same time.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_kernel::{Actor, Audit, CommitError, House, SubjectKind};
use haqqi_web::Network;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};

use crate::entity::staff;
use crate::session::{NewSession, begin};
use crate::{password, totp};

/// What somebody typed.
#[derive(Clone)]
pub struct SignIn {
    /// Name.
    pub name: String,
    /// Password.
    pub password: String,
    /// Six digits of the authenticator.
    pub code: String,
}

/// Why nobody was signed in.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// Name, password or code do not fit; which is not told.
    #[error("name, password or code do not fit")]
    Wrong,
    /// Too many wrong tries under this name: wait a little.
    #[error("too many tries")]
    Slow,
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
}

/// After so many wrong tries from one network a name rests there for [`REST`]: whoever tries to shut a duty officer out
/// shuts out only their own network.
const TRIES: u32 = 8;
const REST: TimeDelta = TimeDelta::minutes(2);
/// At most so many names are remembered.
const REMEMBERED: usize = 10_000;

/// Wrong tries by name and network, and when the last was.
type Tries = HashMap<String, (u32, DateTime<Utc>)>;

static WRONG: Mutex<Option<Tries>> = Mutex::new(None);

fn resting(name: &str, now: DateTime<Utc>) -> bool {
    let mut wrong = WRONG.lock().unwrap_or_else(PoisonError::into_inner);
    let wrong = wrong.get_or_insert_default();
    if wrong.len() > REMEMBERED {
        wrong.retain(|_, (_, last)| *last + REST > now);
    }
    match wrong.get(name) {
        Some((tries, last)) if *last + REST > now => *tries >= TRIES,
        Some(_) => {
            wrong.remove(name);
            false
        }
        None => false,
    }
}

fn count(name: &str, now: DateTime<Utc>, right: bool) {
    let mut wrong = WRONG.lock().unwrap_or_else(PoisonError::into_inner);
    let wrong = wrong.get_or_insert_default();
    if right {
        wrong.remove(name);
    } else {
        let entry = wrong.entry(name.to_owned()).or_insert((0, now));
        *entry = (entry.0 + 1, now);
    }
}

/// Signs somebody in. `from` is kept in memory alone.
///
/// # Errors
/// [`SignInError`].
pub async fn sign_in(house: &House, from: Network, typed: SignIn) -> Result<NewSession, SignInError> {
    let now = house.now();
    // Names are the house's own: a digest of one tried at this door is no secret, but is bounded in length.
    let name: String = typed.name.trim().to_lowercase().chars().take(64).collect();
    let tried = format!("{name} {}", from.0);
    if resting(&tried, now) {
        return Err(SignInError::Slow);
    }
    let row = staff::Entity::find().filter(staff::Column::SignIn.eq(&name)).one(house.reader()).await?;
    let stored = row.as_ref().map(|row| row.password_hash.clone());
    let right = password::matches(typed.password, stored).await;
    let Some(row) = row.filter(|row| right && row.disabled_at.is_none()) else {
        count(&tried, now, false);
        return Err(SignInError::Wrong);
    };
    let key = house.subject_key(row.id).await?;
    let mut unit = house.unit(Actor::System);
    unit.audit(Audit::read("staff.check-code", SubjectKind::Staff, row.id));
    let proof = unit.commit().await?;
    let secret =
        house.open(&proof, &key, "staff.totp", &row.totp).map_err(|e| DbErr::Custom(e.to_string()))?;
    let Some(step) = totp::step_of(&secret, &haqqi_kernel::plain_digits(&typed.code), now.timestamp())
        .filter(|step| *step > row.totp_last_step)
    else {
        count(&tried, now, false);
        return Err(SignInError::Wrong);
    };
    let mut unit = house.unit(Actor::System);
    // The step is taken in the same unit: of two requests with one code the second is stale.
    unit.update_one(
        staff::Entity::update_many()
            .col_expr(staff::Column::TotpLastStep, Expr::value(step))
            .filter(staff::Column::Id.eq(row.id))
            .filter(staff::Column::TotpLastStep.lt(step)),
    );
    let session = begin(&mut unit, row.id);
    unit.audit(Audit::write("staff.sign-in", SubjectKind::Staff, row.id));
    match unit.commit().await {
        Err(CommitError::Stale) => return Err(SignInError::Wrong),
        other => other?,
    };
    count(&tried, now, true);
    Ok(session)
}
