//! A request that is sent twice is answered once. The first answer is kept 24 hours, sealed under a key that only
//! the caller's key and the same body give; the same key with another body is refused; a second request while the
//! first is under way is told so, from memory, never from a committed mark.

use std::collections::HashSet;
use std::sync::{Arc, Mutex};

use chrono::TimeDelta;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};
use subtle::ConstantTimeEq;

use crate::entity::idempotency;
use crate::{CommitError, House, Uow};

/// How long an answer is kept.
const KEPT: TimeDelta = TimeDelta::hours(24);

/// Which requests are under way in this process.
#[derive(Clone, Default)]
pub struct UnderWay(Arc<Mutex<HashSet<[u8; 32]>>>);

/// What a key and a body mean right now.
pub enum Replay {
    /// Not seen: go on, and keep the answer with [`Fresh::keep`].
    Fresh(Fresh),
    /// Seen with the same body: the answer that was given.
    Answered(Vec<u8>),
    /// Seen with another body.
    OtherBody,
    /// The first is still under way.
    UnderWay,
}

/// Leave to go on. Dropping it frees the key.
pub struct Fresh {
    key_mac: [u8; 32],
    body_mac: [u8; 32],
    seal: zeroize::Zeroizing<[u8; 32]>,
    under_way: UnderWay,
}

impl Drop for Fresh {
    fn drop(&mut self) {
        self.under_way.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).remove(&self.key_mac);
    }
}

impl Fresh {
    /// Keeps the answer in the same unit of work as what it answers.
    pub fn keep(&self, unit: &mut Uow, answer: &[u8]) {
        let sealed = unit.house().vault().seal_answer(&self.seal, answer, unit.house().entropy());
        let created_at = unit.now();
        unit.keep_answer(idempotency::Model {
            key_mac: self.key_mac.to_vec(),
            body_mac: self.body_mac.to_vec(),
            answer: sealed,
            created_at,
        });
    }
}

/// Looks a key up. `door` tells which endpoint, so that keys of different doors never meet.
///
/// # Errors
/// The database's error.
pub async fn look_up(
    house: &House,
    under_way: &UnderWay,
    door: &str,
    key: &str,
    body: &[u8],
) -> Result<Replay, DbErr> {
    let key_mac = house.vault().replay_mac(door, key.as_bytes());
    let body_mac = house.vault().replay_mac("body", body);
    if !under_way.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).insert(key_mac) {
        return Ok(Replay::UnderWay);
    }
    let fresh =
        Fresh { key_mac, body_mac, seal: house.vault().replay_key(key, body), under_way: under_way.clone() };
    let kept = idempotency::Entity::find_by_id(key_mac.to_vec())
        .filter(idempotency::Column::CreatedAt.gt(house.now() - KEPT))
        .one(house.reader())
        .await?;
    let Some(row) = kept else { return Ok(Replay::Fresh(fresh)) };
    if !bool::from(row.body_mac.as_slice().ct_eq(&body_mac)) {
        return Ok(Replay::OtherBody);
    }
    match house.vault().open_answer(&fresh.seal, &row.answer) {
        Ok(answer) => Ok(Replay::Answered(answer.to_vec())),
        Err(_) => Ok(Replay::OtherBody),
    }
}

/// Forgets answers older than 24 hours.
///
/// # Errors
/// [`CommitError`] if that could not be written.
pub async fn sweep(house: &House) -> Result<(), CommitError> {
    let mut unit = house.unit(crate::Actor::System);
    let old = unit.now() - KEPT;
    unit.delete(idempotency::Entity::delete_many().filter(idempotency::Column::CreatedAt.lt(old)));
    unit.commit().await.map(|_| ())
}
