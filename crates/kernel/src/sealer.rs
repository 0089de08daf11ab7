//! The audit's sealer and its verifier. Entries that have no batch yet are put into the next batch: count, Merkle
//! root over their MACs, digest of the batch before, Ed25519 signature. A change, a gap or a reordering shows.

use chrono::{DateTime, Utc};
use ed25519_dalek::{Signer, Verifier};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use crate::entity::{audit_batch, audit_entry};
use crate::{Actor, CommitError, House, Vault};

/// At most so many entries a batch: bounds its transaction.
const BATCH: u64 = 500;

/// The MAC over every column of an entry but its place in a batch.
pub(crate) fn entry_mac(vault: &Vault, row: &audit_entry::Model) -> [u8; 32] {
    let actor_id = row.actor_id.map(|id| id.as_bytes().to_vec()).unwrap_or_default();
    vault.audit_mac(&[
        row.id.as_bytes(),
        &row.at.timestamp_micros().to_le_bytes(),
        row.actor_kind.as_bytes(),
        &[u8::from(row.actor_id.is_some())],
        &actor_id,
        row.action.as_bytes(),
        row.subject_kind.as_bytes(),
        row.subject_id.as_bytes(),
        &[u8::from(row.purpose.is_some())],
        row.purpose.as_deref().unwrap_or("").as_bytes(),
        &[u8::from(row.reads_sealed)],
    ])
}

/// Merkle root (RFC 6962's prefixes: 0 for a leaf, 1 for a node).
fn merkle(leaves: &[Vec<u8>]) -> [u8; 32] {
    let mut level: Vec<[u8; 32]> = leaves
        .iter()
        .map(|leaf| Sha256::new().chain_update([0u8]).chain_update(leaf).finalize().into())
        .collect();
    while level.len() > 1 {
        level = level
            .chunks(2)
            .map(|pair| match pair {
                [left, right] => {
                    Sha256::new().chain_update([1u8]).chain_update(left).chain_update(right).finalize().into()
                }
                [one] => *one,
                _ => [0u8; 32],
            })
            .collect();
    }
    level.first().copied().unwrap_or([0u8; 32])
}

fn signed_bytes(
    number: i64,
    sealed_at: DateTime<Utc>,
    entries: i64,
    root: &[u8],
    previous: &[u8],
) -> Vec<u8> {
    let mut bytes = b"haqqi audit batch 1".to_vec();
    bytes.extend_from_slice(&number.to_le_bytes());
    bytes.extend_from_slice(&sealed_at.timestamp_micros().to_le_bytes());
    bytes.extend_from_slice(&entries.to_le_bytes());
    bytes.extend_from_slice(root);
    bytes.extend_from_slice(previous);
    bytes
}

pub(crate) fn batch_digest(batch: &audit_batch::Model) -> [u8; 32] {
    let bytes = signed_bytes(batch.number, batch.sealed_at, batch.entries, &batch.root, &batch.previous);
    Sha256::new().chain_update(bytes).chain_update(&batch.signature).finalize().into()
}

/// Seals entries into batches.
#[derive(Clone)]
pub struct Sealer {
    house: House,
}

impl Sealer {
    /// The sealer of a house.
    #[must_use]
    pub fn new(house: House) -> Self {
        Self { house }
    }

    /// Seals what has no batch yet, one batch; tells how many entries.
    ///
    /// # Errors
    /// [`CommitError`]: of two sealers at work one finds the number taken, and tries again later.
    pub async fn seal(&self) -> Result<usize, CommitError> {
        let db = |e: DbErr| CommitError::Db(e.to_string());
        let loose = audit_entry::Entity::find()
            .filter(audit_entry::Column::Batch.is_null())
            .order_by_asc(audit_entry::Column::Id)
            .limit(BATCH)
            .all(self.house.reader())
            .await
            .map_err(db)?;
        if loose.is_empty() {
            return Ok(0);
        }
        let last = audit_batch::Entity::find()
            .order_by_desc(audit_batch::Column::Number)
            .one(self.house.reader())
            .await
            .map_err(db)?;
        let number = last.as_ref().map_or(1, |batch| batch.number + 1);
        let previous = last.as_ref().map_or([0u8; 32], batch_digest).to_vec();
        let macs: Vec<Vec<u8>> = loose.iter().map(|entry| entry.mac.clone()).collect();
        let root = merkle(&macs).to_vec();
        let entries = i64::try_from(loose.len()).unwrap_or(i64::MAX);
        let mut unit = self.house.unit(Actor::System);
        let sealed_at = unit.now();
        let signature = self
            .house
            .vault()
            .keys
            .signing
            .sign(&signed_bytes(number, sealed_at, entries, &root, &previous))
            .to_bytes()
            .to_vec();
        unit.insert(audit_batch::ActiveModel {
            number: Set(number),
            sealed_at: Set(sealed_at),
            entries: Set(entries),
            root: Set(root),
            previous: Set(previous),
            signature: Set(signature),
        });
        for (place, entry) in (0i64..).zip(&loose) {
            unit.update_one(
                audit_entry::Entity::update_many()
                    .col_expr(audit_entry::Column::Batch, Expr::value(Some(number)))
                    .col_expr(audit_entry::Column::Place, Expr::value(Some(place)))
                    .filter(audit_entry::Column::Id.eq(entry.id))
                    .filter(audit_entry::Column::Batch.is_null()),
            );
        }
        unit.commit().await?;
        Ok(loose.len())
    }
}

/// How many audit entries wait to be sealed.
///
/// # Errors
/// The database's error.
pub async fn unsealed(house: &House) -> Result<u64, DbErr> {
    audit_entry::Entity::find().filter(audit_entry::Column::Batch.is_null()).count(house.reader()).await
}

/// What the verifier found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AuditVerdict {
    /// Batches that hold.
    pub batches: u64,
    /// Entries that hold.
    pub entries: u64,
    /// Entries written but not sealed yet.
    pub unsealed: u64,
    /// What is wrong, one line each; empty means that all holds.
    pub faults: Vec<String>,
}

/// Checks every MAC, root, link and signature.
///
/// # Errors
/// The database's error.
pub async fn verify_audit(house: &House) -> Result<AuditVerdict, DbErr> {
    let mut verdict = AuditVerdict::default();
    let key = house.vault().keys.signing.verifying_key();
    let mut previous = [0u8; 32].to_vec();
    let mut expected = 1i64;
    let last =
        audit_batch::Entity::find().order_by_desc(audit_batch::Column::Number).one(house.reader()).await?;
    let last = last.map_or(0, |batch| batch.number);
    while expected <= last {
        let Some(batch) = audit_batch::Entity::find_by_id(expected).one(house.reader()).await? else {
            verdict.faults.push(format!("batch {expected} is missing"));
            expected += 1;
            continue;
        };
        let bytes = signed_bytes(batch.number, batch.sealed_at, batch.entries, &batch.root, &batch.previous);
        let signed = ed25519_dalek::Signature::from_slice(&batch.signature)
            .is_ok_and(|s| key.verify(&bytes, &s).is_ok());
        if !signed {
            verdict.faults.push(format!("batch {expected}: the signature does not hold"));
        }
        if batch.previous != previous {
            verdict.faults.push(format!("batch {expected}: it does not follow the batch before"));
        }
        let entries = audit_entry::Entity::find()
            .filter(audit_entry::Column::Batch.eq(expected))
            .order_by_asc(audit_entry::Column::Place)
            .all(house.reader())
            .await?;
        if i64::try_from(entries.len()) != Ok(batch.entries) {
            verdict.faults.push(format!(
                "batch {expected}: {} entries instead of {}",
                entries.len(),
                batch.entries
            ));
        }
        for entry in &entries {
            if !bool::from(entry_mac(house.vault(), entry).ct_eq(&entry.mac)) {
                verdict.faults.push(format!("batch {expected}: entry {} was altered", entry.id));
            }
        }
        let macs: Vec<Vec<u8>> = entries.iter().map(|entry| entry.mac.clone()).collect();
        if merkle(&macs).as_slice() != batch.root {
            verdict.faults.push(format!("batch {expected}: the root does not fit its entries"));
        }
        verdict.batches += 1;
        verdict.entries += u64::try_from(entries.len()).unwrap_or(0);
        previous = batch_digest(&batch).to_vec();
        expected += 1;
    }
    let loose = audit_entry::Entity::find().filter(audit_entry::Column::Batch.is_null());
    verdict.unsealed = loose.clone().count(house.reader()).await?;
    for entry in loose.limit(10_000).all(house.reader()).await? {
        if !bool::from(entry_mac(house.vault(), &entry).ct_eq(&entry.mac)) {
            verdict.faults.push(format!("unsealed entry {} was altered", entry.id));
        }
    }
    Ok(verdict)
}
