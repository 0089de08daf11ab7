//! Passkeys: a person's own device holds a key, sees who it is by finger, face or PIN, and signs what this site asks. So
//! it counts as both factors, at sign-in and where the second factor is asked for anew, and no other site can use it.
//!
//! The public half is kept clear; what names a passkey (its id, the name that its owner gave) is sealed under the owner's
//! key, and it is found by a keyed tag. All that does not fit is answered alike, known or not.

mod answer;
mod ceremony;
mod challenge;
mod cose;
mod party;

use chrono::{DateTime, Utc};
use data_encoding::BASE64URL_NOPAD;
use haqqi_kernel::{Actor, Audit, CommitError, House, SubjectKind};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, Set};
use serde::Deserialize;
use uuid::Uuid;

use crate::entity::passkey;
use crate::session::mark;
use ceremony::{Expected, registered};
use challenge::For;

pub use answer::{confirm_by_passkey, sign_in_by_passkey};
pub(crate) use challenge::spend;
pub use party::Party;

/// As many passkeys as one person may have.
const MOST: usize = 10;
/// The longest name of one, in characters.
pub(crate) const LONGEST_NAME: usize = 60;
/// The longest piece of an answer that is read, in letters of base64.
const LONGEST_PIECE: usize = 16 * 1024;

/// What a page asks a browser for.
#[derive(Debug, Clone)]
pub struct Offer {
    /// Whom the passkey is for.
    pub party: Party,
    /// What is to be signed, in base64url.
    pub challenge: String,
    /// The same sealed: it comes back with the answer.
    pub sealed: String,
    /// Ids of credentials in base64url: the own ones, which may answer, or which are not to be made again.
    pub own: Vec<String>,
    /// The owner as the authenticator keeps them: a keyed tag that tells nothing. Empty before anybody is known.
    pub user: String,
}

/// What a browser sends of a new passkey, in base64url.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Made {
    /// The sealed challenge of the page.
    #[serde(default)]
    pub challenge: String,
    /// What the browser says that it did.
    #[serde(default)]
    pub client_data: String,
    /// What the authenticator made.
    #[serde(default)]
    pub attestation: String,
}

/// What a browser sends of a passkey that answered, in base64url.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Answer {
    /// The sealed challenge of the page.
    #[serde(default)]
    pub challenge: String,
    /// The credential's id.
    #[serde(default)]
    pub credential: String,
    /// What the browser says that it did.
    #[serde(default)]
    pub client_data: String,
    /// The authenticator's data.
    #[serde(default)]
    pub data: String,
    /// The signature over both.
    #[serde(default)]
    pub signature: String,
    /// The owner as the authenticator keeps them.
    #[serde(default)]
    pub user: String,
}

/// A passkey as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasskeyView {
    /// A mark for forms, which tells nothing.
    pub mark: String,
    /// The name that its owner gave.
    pub name: String,
    /// When it was added.
    pub since: DateTime<Utc>,
    /// When it was last used.
    pub last: Option<DateTime<Utc>>,
}

/// Why a passkey was not added or shown.
#[derive(Debug, thiserror::Error)]
pub enum PasskeyError {
    /// What came does not fit, or came too late; which is not told.
    #[error("the passkey does not fit")]
    Wrong,
    /// It has no name, or one that is too long.
    #[error("a passkey has a name of at most 60 characters")]
    Name,
    /// The person has as many as one may have.
    #[error("a person has at most ten passkeys")]
    Many,
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
}

fn bytes_of(piece: &str) -> Option<Vec<u8>> {
    if piece.len() > LONGEST_PIECE {
        return None;
    }
    BASE64URL_NOPAD.decode(piece.as_bytes()).ok()
}

/// The owner as an authenticator keeps them.
fn handle(house: &House, staff: Uuid) -> [u8; 32] {
    house.vault().web_tag("passkey-user", staff.as_bytes())
}

fn tag_of(house: &House, credential: &[u8]) -> Vec<u8> {
    house.vault().blind_index("passkey.credential", credential).to_vec()
}

async fn rows_of(house: &House, staff: Uuid) -> Result<Vec<passkey::Model>, DbErr> {
    passkey::Entity::find()
        .filter(passkey::Column::StaffId.eq(staff))
        .order_by_asc(passkey::Column::MadeAt)
        .all(house.reader())
        .await
}

fn offer(house: &House, party: &Party, what: For, user: Option<Uuid>, own: Vec<String>) -> Offer {
    let made = challenge::new(house, what);
    Offer {
        party: party.clone(),
        challenge: BASE64URL_NOPAD.encode(&made.bytes),
        sealed: made.sealed,
        own,
        user: user.map(|user| BASE64URL_NOPAD.encode(&handle(house, user))).unwrap_or_default(),
    }
}

/// What the page for signing in asks for: any passkey for this site.
#[must_use]
pub fn offer_sign_in(house: &House, party: &Party) -> Offer {
    offer(house, party, For::SignIn, None, Vec::new())
}

/// The ids of these passkeys, opened, which the audit says.
async fn ids(house: &House, actor: &Actor, rows: &[passkey::Model]) -> Result<Vec<String>, PasskeyError> {
    opened(house, actor, rows, "passkey.credential", |row| &row.credential)
        .await
        .map(|all| all.iter().map(|id| BASE64URL_NOPAD.encode(id)).collect())
}

async fn opened(
    house: &House,
    actor: &Actor,
    rows: &[passkey::Model],
    field: &str,
    sealed: fn(&passkey::Model) -> &[u8],
) -> Result<Vec<Vec<u8>>, PasskeyError> {
    let Some(owner) = rows.first().map(|row| row.staff_id) else { return Ok(Vec::new()) };
    let key = house.subject_key(owner).await?;
    let mut unit = house.unit(actor.clone());
    unit.audit(Audit::read("staff.read-passkeys", SubjectKind::Staff, owner));
    let proof = unit.commit().await?;
    let open = |row: &passkey::Model| {
        let plain = house.open_bytes(&proof, &key, field, sealed(row));
        plain.map(|plain| plain.to_vec()).map_err(|e| PasskeyError::Db(DbErr::Custom(e.to_string())))
    };
    rows.iter().map(open).collect()
}

/// What the page for adding a passkey asks for, within a session.
///
/// # Errors
/// [`PasskeyError`].
pub async fn offer_adding(
    house: &House,
    actor: &Actor,
    session: Uuid,
    party: &Party,
) -> Result<Offer, PasskeyError> {
    let own = actor.account().ok_or(PasskeyError::Wrong)?;
    let ids = ids(house, actor, &rows_of(house, own).await?).await?;
    Ok(offer(house, party, For::Adding(session), Some(own), ids))
}

/// What the page that asks whether it is still the same person asks for, within a session. None without a passkey.
///
/// # Errors
/// [`PasskeyError`].
pub async fn offer_confirming(
    house: &House,
    actor: &Actor,
    session: Uuid,
    party: &Party,
) -> Result<Option<Offer>, PasskeyError> {
    let own = actor.account().ok_or(PasskeyError::Wrong)?;
    let ids = ids(house, actor, &rows_of(house, own).await?).await?;
    Ok((!ids.is_empty()).then(|| offer(house, party, For::Confirming(session), Some(own), ids)))
}

/// The own passkeys, the oldest first. Their names are opened, which the audit says.
///
/// # Errors
/// [`PasskeyError`].
pub async fn passkeys(house: &House, actor: &Actor) -> Result<Vec<PasskeyView>, PasskeyError> {
    let own = actor.account().ok_or(PasskeyError::Wrong)?;
    let rows = rows_of(house, own).await?;
    let names = opened(house, actor, &rows, "passkey.name", |row| &row.name).await?;
    let view = |(row, name): (&passkey::Model, Vec<u8>)| PasskeyView {
        mark: mark(house, row.id),
        name: String::from_utf8_lossy(&name).into_owned(),
        since: row.made_at,
        last: row.last_used_at,
    };
    Ok(rows.iter().zip(names).map(view).collect())
}

/// Adds a passkey to the own account. Whoever asks has shown the second factor just now: the door sees to it.
///
/// # Errors
/// [`PasskeyError`].
pub async fn add_passkey(
    house: &House,
    actor: &Actor,
    (session, party): (Uuid, &Party),
    name: &str,
    made: &Made,
) -> Result<(), PasskeyError> {
    let own = actor.account().ok_or(PasskeyError::Wrong)?;
    let name = haqqi_kernel::one_line(name);
    if name.is_empty() || name.chars().count() > LONGEST_NAME {
        return Err(PasskeyError::Name);
    }
    if rows_of(house, own).await?.len() >= MOST {
        return Err(PasskeyError::Many);
    }
    let bytes = challenge::taken(house, For::Adding(session), &made.challenge).ok_or(PasskeyError::Wrong)?;
    let (said, attestation) =
        bytes_of(&made.client_data).zip(bytes_of(&made.attestation)).ok_or(PasskeyError::Wrong)?;
    let credential = registered(&Expected { party, challenge: &bytes }, &said, &attestation);
    let credential = credential.map_err(|refusal| {
        tracing::info!(%refusal, "a new passkey was refused");
        PasskeyError::Wrong
    })?;
    let key = house.subject_key(own).await?;
    let mut unit = house.unit(actor.clone());
    challenge::spend(&mut unit, &bytes);
    let id = unit.id();
    let now = unit.now();
    unit.insert(passkey::ActiveModel {
        id: Set(id),
        staff_id: Set(own),
        tag: Set(tag_of(house, &credential.id)),
        credential: Set(key.seal("passkey.credential", &credential.id, house.entropy())),
        name: Set(unit.seal(&key, "passkey.name", &name)),
        public_key: Set(credential.key),
        counter: Set(i64::from(credential.counter)),
        may_be_copied: Set(credential.may_be_copied),
        made_at: Set(now),
        last_used_at: Set(None),
    });
    unit.audit(Audit::write("staff.add-passkey", SubjectKind::Staff, own));
    match unit.commit().await {
        Ok(_) => Ok(()),
        // The challenge was answered before, or the credential is somebody's: alike.
        Err(CommitError::Unique(_)) => Err(PasskeyError::Wrong),
        Err(error) => Err(error.into()),
    }
}

/// Takes a passkey away from the own account, by its mark. One that is not there is not missed.
///
/// # Errors
/// [`PasskeyError`].
pub async fn remove_passkey(house: &House, actor: &Actor, wanted: &str) -> Result<(), PasskeyError> {
    let own = actor.account().ok_or(PasskeyError::Wrong)?;
    let rows = rows_of(house, own).await?;
    let Some(row) = rows.iter().find(|row| mark(house, row.id) == wanted) else { return Ok(()) };
    let mut unit = house.unit(actor.clone());
    unit.delete(passkey::Entity::delete_many().filter(passkey::Column::Id.eq(row.id)));
    unit.audit(Audit::write("staff.remove-passkey", SubjectKind::Staff, own));
    unit.commit().await?;
    Ok(())
}
