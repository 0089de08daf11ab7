//! Signing in: name, password, code of the authenticator. One answer for all that can be wrong, in the same time.
//!
//! Wrong tries make a name rest, but only there where they came from: a browser from which this person signed in before
//! has a count of its own, every other is counted by its network, and a right recovery code is let in at any time. So a
//! guesser waits, longer each time, and can shut out nobody.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_kernel::{Actor, Audit, CommitError, House, SubjectKind, Uow};
use haqqi_web::Network;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::entity::staff;
use crate::session::{NewSession, begin};
use crate::{password, recovery, totp};

/// What somebody typed.
#[derive(Clone)]
pub struct SignIn {
    /// Name.
    pub name: String,
    /// Password.
    pub password: String,
    /// Six digits of the authenticator, or a recovery code.
    pub code: String,
}

/// Where somebody signs in from.
#[derive(Debug, Clone)]
pub struct Origin {
    /// The network, as a salted number.
    pub network: Network,
    /// The mark that an earlier sign-in left in this browser.
    pub device: Option<String>,
    /// What the browser says that it is, in a word or two.
    pub agent: Option<String>,
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

/// After so many wrong tries a name rests, there where they came from.
const TRIES: u32 = 8;
/// For so long at first; twice as long after each further round of tries.
const REST: TimeDelta = TimeDelta::minutes(2);
/// At most so many doublings: a little over an hour.
const DOUBLINGS: u32 = 5;
/// A round of tries is forgotten after so long without another.
const FORGOTTEN: TimeDelta = TimeDelta::hours(12);
/// At most so many names are remembered.
const REMEMBERED: usize = 10_000;

/// Wrong tries under a name from one place: how many, and when the last was.
#[derive(Debug, Clone, Copy)]
struct Wrong {
    tries: u32,
    last: DateTime<Utc>,
}

impl Wrong {
    fn rests_until(self) -> Option<DateTime<Utc>> {
        let rounds = self.tries / TRIES;
        let doublings = rounds.checked_sub(1)?.min(DOUBLINGS);
        // It rests only when a round is full.
        self.tries.is_multiple_of(TRIES).then(|| self.last + REST * 2i32.pow(doublings))
    }
}

static WRONG: Mutex<Option<HashMap<String, Wrong>>> = Mutex::new(None);

pub(crate) fn resting(place: &str, now: DateTime<Utc>) -> bool {
    let mut wrong = WRONG.lock().unwrap_or_else(PoisonError::into_inner);
    let wrong = wrong.get_or_insert_default();
    if wrong.len() > REMEMBERED {
        wrong.retain(|_, tries| tries.last + REST > now);
    }
    match wrong.get(place).copied() {
        Some(tries) if tries.last + FORGOTTEN < now => {
            wrong.remove(place);
            false
        }
        Some(tries) => tries.rests_until().is_some_and(|until| until > now),
        None => false,
    }
}

pub(crate) fn count(place: &str, now: DateTime<Utc>, right: bool) {
    let mut wrong = WRONG.lock().unwrap_or_else(PoisonError::into_inner);
    let wrong = wrong.get_or_insert_default();
    if right {
        wrong.remove(place);
    } else {
        let entry = wrong.entry(place.to_owned()).or_insert(Wrong { tries: 0, last: now });
        *entry = Wrong { tries: entry.tries.saturating_add(1), last: now };
    }
}

/// The mark that a sign-in leaves in the browser: whose, sealed. It opens nothing.
pub(crate) fn device_mark(house: &House, staff: Uuid) -> String {
    let sealed = house.vault().seal_cookie("device", staff.as_bytes(), house.entropy());
    data_encoding::BASE64URL_NOPAD.encode(&sealed)
}

/// Whose mark this is.
fn marked(house: &House, mark: &str) -> Option<Uuid> {
    let sealed = data_encoding::BASE64URL_NOPAD.decode(mark.as_bytes()).ok()?;
    let plain = house.vault().open_cookie("device", &sealed).ok()?;
    Uuid::from_slice(&plain).ok()
}

/// Where tries under this name are counted: in this browser, if this very person signed in from it before.
pub(crate) fn place(house: &House, from: &Origin, name: &str, row: Option<&staff::Model>) -> String {
    let own = from.device.as_deref().and_then(|mark| {
        let whose = marked(house, mark)?;
        row.filter(|row| row.id == whose).map(|_| mark)
    });
    match own {
        Some(mark) => format!("{name} device {mark}"),
        None => format!("{name} {}", from.network.0),
    }
}

/// What stands in for the authenticator.
pub(crate) enum Second {
    /// A step of the authenticator's clock.
    Step(i64),
    /// A recovery code.
    Recovery(Uuid),
}

/// The step of the authenticator's code, if it is one that was not used. The secret is opened, which the audit says.
pub(crate) async fn step(house: &House, row: &staff::Model, code: &str) -> Result<Option<i64>, SignInError> {
    let key = house.subject_key(row.id).await?;
    let mut unit = house.unit(Actor::System);
    unit.audit(Audit::read("staff.check-code", SubjectKind::Staff, row.id));
    let proof = unit.commit().await?;
    let secret =
        house.open(&proof, &key, "staff.totp", &row.totp).map_err(|e| DbErr::Custom(e.to_string()))?;
    let code = haqqi_kernel::plain_digits(code);
    Ok(totp::step_of(&secret, &code, house.now().timestamp()).filter(|step| *step > row.totp_last_step))
}

/// The second factor in a code that was typed: a recovery code that was found, else a step of the authenticator's.
pub(crate) async fn second_of(
    house: &House,
    row: &staff::Model,
    recovery: Option<Uuid>,
    code: &str,
) -> Result<Option<Second>, SignInError> {
    Ok(match recovery {
        Some(code) => Some(Second::Recovery(code)),
        None => step(house, row, code).await?.map(Second::Step),
    })
}

/// Uses the second factor up in this unit.
pub(crate) fn take_second(unit: &mut Uow, staff: Uuid, second: &Second) {
    match second {
        Second::Step(step) => take_step(unit, staff, *step),
        Second::Recovery(code) => recovery::use_up(unit, staff, *code),
    }
}

/// Takes a step in this unit: of two requests with one code the second is stale.
pub(crate) fn take_step(unit: &mut Uow, staff: Uuid, step: i64) {
    unit.update_one(
        staff::Entity::update_many()
            .col_expr(staff::Column::TotpLastStep, Expr::value(step))
            .filter(staff::Column::Id.eq(staff))
            .filter(staff::Column::TotpLastStep.lt(step)),
    );
}

/// Signs somebody in. `from` is kept in memory alone.
///
/// # Errors
/// [`SignInError`].
pub async fn sign_in(house: &House, from: Network, typed: SignIn) -> Result<NewSession, SignInError> {
    sign_in_from(house, &Origin { network: from, device: None, agent: None }, typed).await
}

/// Signs somebody in from a browser that may be known. `from` is kept in memory alone, but for what the browser is.
///
/// # Errors
/// [`SignInError`].
pub async fn sign_in_from(house: &House, from: &Origin, typed: SignIn) -> Result<NewSession, SignInError> {
    let now = house.now();
    // Names are the house's own: a digest of one tried at this door is no secret, but is bounded in length.
    let name: String = typed.name.trim().to_lowercase().chars().take(64).collect();
    let row = staff::Entity::find().filter(staff::Column::SignIn.eq(&name)).one(house.reader()).await?;
    let place = place(house, from, &name, row.as_ref());
    let recovery = match &row {
        Some(row) => recovery::find(house, row.id, &typed.code).await?,
        None => None,
    };
    if recovery.is_none() && resting(&place, now) {
        return Err(SignInError::Slow);
    }
    let stored = row.as_ref().map(|row| row.password_hash.clone());
    let right = password::matches(typed.password, stored).await;
    let Some(row) = row.filter(|row| right && row.disabled_at.is_none()) else {
        count(&place, now, false);
        return Err(SignInError::Wrong);
    };
    let Some(second) = second_of(house, &row, recovery, &typed.code).await? else {
        count(&place, now, false);
        return Err(SignInError::Wrong);
    };
    let mut unit = house.unit(Actor::System);
    take_second(&mut unit, row.id, &second);
    let session = begin(&mut unit, row.id, from.agent.clone(), true);
    unit.audit(Audit::write("staff.sign-in", SubjectKind::Staff, row.id));
    match unit.commit().await {
        Err(CommitError::Stale) => return Err(SignInError::Wrong),
        other => other?,
    };
    count(&place, now, true);
    Ok(session)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_round_of_tries_rests_longer_and_none_for_ever() {
        let now = DateTime::<Utc>::from_timestamp(1_800_000_000, 0).unwrap();
        let rest =
            |tries: u32| Wrong { tries, last: now }.rests_until().map(|until| (until - now).num_minutes());
        assert_eq!((0..TRIES).filter_map(rest).next(), None);
        let rounds: Vec<_> = (1..9).map(|round| rest(round * TRIES)).collect();
        assert_eq!(rounds, [2, 4, 8, 16, 32, 64, 64, 64].map(Some));
        assert_eq!(rest(u32::MAX), None, "nor does a count that is full break");
        assert_eq!(rest(u32::MAX - u32::MAX % TRIES), Some(64));
    }
}
