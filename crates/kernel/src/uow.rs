//! The unit of work. A use case collects its writes here; [`Uow::commit`] runs them in one short transaction with
//! the audit entries, the events and the jobs. Reading, screening, sealing and rendering come before.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, InsertStatement};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DatabaseConnection, DeleteMany, EntityTrait, Insert, QueryFilter,
    QueryTrait, Set, Statement, UpdateMany,
};
use uuid::Uuid;

use crate::entity::{audit_entry, event, idempotency, job, subject_key};
use crate::group::Write;
use crate::{Actor, Audit, Event, House, Job, Reference, ReferenceKind, SubjectKey};

/// Why nothing of the unit was written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CommitError {
    /// A row had been changed by another in the meantime.
    #[error("somebody else changed this in the meantime")]
    Stale,
    /// A unique constraint refused a row; the text names it.
    #[error("already there: {0}")]
    Unique(String),
    /// The database's answer.
    #[error("the database refused: {0}")]
    Db(String),
    /// The house is shutting down.
    #[error("the house is closing")]
    Closed,
}

/// The proof that a unit was committed, and which subjects' sealed fields it said it would read.
#[derive(Debug)]
pub struct Committed {
    read: Vec<Uuid>,
    /// When.
    pub at: DateTime<Utc>,
}

impl Committed {
    /// Whether the unit's audit says that this subject was read.
    #[must_use]
    pub fn read(&self, subject: Uuid) -> bool {
        self.read.contains(&subject)
    }
}

/// One unit of work.
pub struct Uow {
    house: House,
    actor: Actor,
    now: DateTime<Utc>,
    writes: Vec<Write>,
    read: Vec<Uuid>,
}

impl Uow {
    pub(crate) fn new(house: House, actor: Actor) -> Self {
        let now = house.now();
        Self { house, actor, now, writes: Vec::new(), read: Vec::new() }
    }

    /// When the unit began: the one instant written on everything in it.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// Who acts.
    #[must_use]
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The house.
    #[must_use]
    pub fn house(&self) -> &House {
        &self.house
    }

    /// For queries. What was read is guarded by versions when it is written back.
    #[must_use]
    pub fn reader(&self) -> &DatabaseConnection {
        self.house.reader()
    }

    /// A new id, never shown.
    #[must_use]
    pub fn id(&self) -> Uuid {
        self.house.entropy().id(self.now)
    }

    /// A new reference of this year, that nothing has yet.
    #[must_use]
    pub fn reference(&self, kind: ReferenceKind) -> Reference {
        self.house.stock().take(kind, self.now, self.house.entropy())
    }

    /// Seals a text as a field of a subject.
    #[must_use]
    pub fn seal(&self, key: &SubjectKey, field: &str, text: &str) -> Vec<u8> {
        key.seal(field, text.as_bytes(), self.house.entropy())
    }

    fn push(&mut self, statement: Statement, expect: Option<u64>) {
        self.writes.push(Write { statement, expect });
    }

    /// Writes a new row.
    pub fn insert<A: ActiveModelTrait>(&mut self, row: A) {
        let statement = Insert::one(row).build(self.house.db().backend());
        self.push(statement, Some(1));
    }

    /// Writes new rows, in chunks under the databases' limit of bound values.
    pub fn insert_many<A: ActiveModelTrait>(&mut self, rows: Vec<A>) {
        for row in rows {
            self.insert(row);
        }
    }

    /// Writes a new row unless one with the same key (`conflict` columns) is there.
    pub fn insert_or_ignore<A: ActiveModelTrait>(
        &mut self,
        row: A,
        conflict: impl IntoIterator<Item = <A::Entity as EntityTrait>::Column>,
    ) {
        let on_conflict = sea_orm::sea_query::OnConflict::columns(conflict).do_nothing().to_owned();
        let statement = Insert::one(row).on_conflict(on_conflict).build(self.house.db().backend());
        self.push(statement, None);
    }

    /// Writes the rows that a query finds when the unit is written, within its transaction.
    pub fn insert_found(&mut self, query: &InsertStatement) {
        let statement = self.house.db().backend().build(query);
        self.push(statement, None);
    }

    /// Changes any number of rows.
    pub fn update<E: EntityTrait>(&mut self, query: UpdateMany<E>) {
        let statement = query.build(self.house.db().backend());
        self.push(statement, None);
    }

    /// Changes exactly one row, else the commit answers [`CommitError::Stale`] and writes nothing: filter by id and
    /// version.
    pub fn update_one<E: EntityTrait>(&mut self, query: UpdateMany<E>) {
        let statement = query.build(self.house.db().backend());
        self.push(statement, Some(1));
    }

    /// Deletes rows.
    pub fn delete<E: EntityTrait>(&mut self, query: DeleteMany<E>) {
        let statement = query.build(self.house.db().backend());
        self.push(statement, None);
    }

    /// Makes a data key for a new subject, kept wrapped with the unit.
    pub fn new_subject(&mut self, subject: Uuid) -> SubjectKey {
        let (key, wrapped) = self.house.vault().new_subject_key(subject, self.house.entropy());
        self.insert(subject_key::ActiveModel {
            subject_id: Set(subject),
            wrapped: Set(wrapped),
            created_at: Set(self.now),
            destroyed_at: Set(None),
        });
        key
    }

    /// Erases a subject: destroys its key. What it sealed stays as bytes that nobody can open.
    pub fn erase_subject(&mut self, subject: Uuid) {
        let query = subject_key::Entity::update_many()
            .col_expr(subject_key::Column::Wrapped, Expr::value(Vec::<u8>::new()))
            .col_expr(subject_key::Column::DestroyedAt, Expr::value(Some(self.now)))
            .filter(subject_key::Column::SubjectId.eq(subject));
        self.update_one(query);
    }

    /// Adds an audit entry.
    pub fn audit(&mut self, audit: Audit) {
        if audit.reads_sealed {
            self.read.push(audit.subject);
        }
        let id = self.id();
        let mut row = audit_entry::Model {
            id,
            at: self.now,
            actor_kind: self.actor.code().to_owned(),
            actor_id: self.actor.account(),
            action: audit.action.to_owned(),
            subject_kind: audit.subject_kind.code().to_owned(),
            subject_id: audit.subject,
            purpose: audit.purpose,
            reads_sealed: audit.reads_sealed,
            mac: Vec::new(),
            batch: None,
            place: None,
        };
        row.mac = crate::sealer::entry_mac(self.house.vault(), &row).to_vec();
        self.insert(audit_entry::ActiveModel::from(row));
    }

    /// Appends to the history.
    pub fn event(&mut self, e: Event) -> Uuid {
        let id = self.id();
        self.insert(event::ActiveModel {
            id: Set(id),
            happened_at: Set(e.happened_at.unwrap_or(self.now)),
            recorded_at: Set(self.now),
            subject_kind: Set(e.subject_kind.code().to_owned()),
            subject_id: Set(e.subject),
            what: Set(e.what.to_owned()),
            from_state: Set(e.from),
            to_state: Set(e.to),
            office: Set(e.office),
            dimensions: Set(serde_json::Value::Object(e.dimensions).to_string()),
            actor_id: Set(self.actor.account()),
            pack_version: Set(self.house.pack_version().to_owned()),
            corrects: Set(e.corrects),
        });
        id
    }

    /// Adds a job. A job whose effect key is already there is not written again.
    pub fn job(&mut self, j: Job) {
        let row = job::ActiveModel {
            id: Set(self.id()),
            kind: Set(j.kind.to_owned()),
            payload: Set(j.payload.to_string()),
            effect_key: Set(j.effect_key.clone()),
            state: Set("ready".to_owned()),
            run_after: Set(j.run_after.unwrap_or(self.now)),
            leased_until: Set(None),
            attempts: Set(0),
            last_error: Set(None),
            created_at: Set(self.now),
            finished_at: Set(None),
        };
        if j.effect_key.is_some() {
            self.insert_or_ignore(row, [job::Column::EffectKey]);
        } else {
            self.insert(row);
        }
    }

    /// Keeps an answer for a replay of the same request.
    pub(crate) fn keep_answer(&mut self, row: idempotency::Model) {
        self.insert(idempotency::ActiveModel::from(row));
    }

    /// Writes everything, or nothing.
    ///
    /// # Errors
    /// [`CommitError`]; then nothing of the unit was written.
    pub async fn commit(self) -> Result<Committed, CommitError> {
        let committed = Committed { read: self.read, at: self.now };
        if self.writes.is_empty() {
            return Ok(committed);
        }
        let writer = self.house.db().writer().clone();
        writer.write(self.writes).await?;
        // It is on the disk: that others could not be drawn takes nothing from that.
        let _ = self.house.stock().fill(self.house.reader(), self.now, self.house.entropy()).await;
        Ok(committed)
    }
}
