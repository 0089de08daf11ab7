//! The house: what every use case stands on, cheap to clone.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, DatabaseConnection, DbErr, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::entity::subject_key;
use crate::stock::Stock;
use crate::{Actor, Clock, Committed, Db, Entropy, Files, OpenError, SubjectKey, Uow, Vault};

/// What a house is made of.
pub struct HouseParts {
    /// The database.
    pub db: Db,
    /// Sealed files.
    pub files: Files,
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub entropy: Arc<dyn Entropy>,
    /// Keys.
    pub vault: Vault,
    /// The pack's version and hash, written on every event.
    pub pack_version: String,
}

/// Database, clock, randomness, keys.
#[derive(Clone)]
pub struct House(Arc<Inside>);

struct Inside {
    parts: HouseParts,
    stock: Stock,
}

impl House {
    /// A house of these parts.
    #[must_use]
    pub fn new(parts: HouseParts) -> Self {
        Self(Arc::new(Inside { parts, stock: Stock::default() }))
    }

    /// References that are free.
    pub(crate) fn stock(&self) -> &Stock {
        &self.0.stock
    }

    /// The database.
    #[must_use]
    pub fn db(&self) -> &Db {
        &self.0.parts.db
    }

    /// Sealed files.
    #[must_use]
    pub fn files(&self) -> &Files {
        &self.0.parts.files
    }

    /// For queries.
    #[must_use]
    pub fn reader(&self) -> &DatabaseConnection {
        self.0.parts.db.reader()
    }

    /// This instant.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.0.parts.clock.now()
    }

    /// The clock, to pass on.
    #[must_use]
    pub fn clock(&self) -> Arc<dyn Clock> {
        Arc::clone(&self.0.parts.clock)
    }

    /// Randomness.
    #[must_use]
    pub fn entropy(&self) -> &dyn Entropy {
        self.0.parts.entropy.as_ref()
    }

    /// Keys.
    #[must_use]
    pub fn vault(&self) -> &Vault {
        &self.0.parts.vault
    }

    /// The pack's version.
    #[must_use]
    pub fn pack_version(&self) -> &str {
        &self.0.parts.pack_version
    }

    /// Begins a unit of work for this actor.
    #[must_use]
    pub fn unit(&self, actor: Actor) -> Uow {
        Uow::new(self.clone(), actor)
    }

    /// The data key of a subject.
    ///
    /// # Errors
    /// The database's error, or [`OpenError`] as a `DbErr::Custom` if the key does not unwrap or was destroyed.
    pub async fn subject_key(&self, subject: Uuid) -> Result<SubjectKey, DbErr> {
        let row = subject_key::Entity::find_by_id(subject)
            .one(self.reader())
            .await?
            .filter(|row| row.destroyed_at.is_none())
            .ok_or_else(|| DbErr::Custom(OpenError::Erased.to_string()))?;
        self.vault().unwrap_subject_key(subject, &row.wrapped).map_err(|e| DbErr::Custom(e.to_string()))
    }

    /// Whether these keys are those under which this database was sealed: a data key that is there must unwrap. A
    /// database that holds none yet takes any.
    ///
    /// # Errors
    /// The database's error.
    pub async fn keys_fit(&self) -> Result<bool, DbErr> {
        let row = subject_key::Entity::find()
            .filter(subject_key::Column::DestroyedAt.is_null())
            .limit(1)
            .one(self.reader())
            .await?;
        Ok(row.is_none_or(|row| self.vault().unwrap_subject_key(row.subject_id, &row.wrapped).is_ok()))
    }

    /// Opens a sealed text, given the proof that reading this subject stands in the audit.
    ///
    /// # Errors
    /// [`OpenError::NotAudited`] if the committed unit read another subject, [`OpenError::Broken`] if it does not open.
    pub fn open(
        &self,
        proof: &Committed,
        key: &SubjectKey,
        field: &str,
        sealed: &[u8],
    ) -> Result<String, OpenError> {
        let plain = self.open_bytes(proof, key, field, sealed)?;
        String::from_utf8(plain.to_vec()).map_err(|_| OpenError::Broken)
    }

    /// As [`House::open`], for bytes.
    ///
    /// # Errors
    /// As [`House::open`].
    pub fn open_bytes(
        &self,
        proof: &Committed,
        key: &SubjectKey,
        field: &str,
        sealed: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        if !proof.read(key.subject()) {
            return Err(OpenError::NotAudited);
        }
        key.open(field, sealed)
    }
}
