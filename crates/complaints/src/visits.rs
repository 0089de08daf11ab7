//! Which visit was asked for because of which complaint. The link stands here and nowhere else: the request's id is
//! sealed under the complaint's key, and a keyed tag lets a job find the way back. Whoever holds the database alone,
//! or the visits alone, cannot follow it (`safeguards.md` 11).

use chrono::{DateTime, Utc};
use haqqi_kernel::{Audit, House, OpenError, Scope, SubjectKey, SubjectKind, Uow};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, Set};
use uuid::Uuid;

use crate::Desk;
use crate::entity::complaint_visit::{ActiveModel, Column, Entity, Model};
use crate::open::{ReadError, Summary};
use crate::store;

/// Whether inspectors may learn who complained.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Source {
    /// They learn nothing, not even that anybody did. The default.
    #[default]
    Blind,
    /// She agrees in writing to be named to them.
    Named,
}

impl Source {
    /// The code kept in the table.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Blind => "blind",
            Self::Named => "named",
        }
    }

    /// The mode of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Blind, Self::Named].into_iter().find(|mode| mode.code() == code)
    }
}

/// What is known on this side of a request's way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Told {
    /// It is in the pool.
    Waiting,
    /// A visit is planned.
    Planned,
    /// The visit was made.
    Visited,
    /// Its report is issued.
    Reported,
}

impl Told {
    /// The code kept in the table, and in the news that jobs bring.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Planned => "planned",
            Self::Visited => "visited",
            Self::Reported => "reported",
        }
    }

    /// The news of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Waiting, Self::Planned, Self::Visited, Self::Reported]
            .into_iter()
            .find(|told| told.code() == code)
    }
}

/// The link to a request, as the house alone follows it.
#[derive(Debug, Clone)]
pub struct VisitLink {
    id: Uuid,
    version: i32,
    /// The complaint.
    pub complaint: Uuid,
    /// What was told so far.
    pub told: Told,
}

/// A request that was made because of a complaint, opened.
#[derive(Debug, Clone)]
pub struct LinkedVisit {
    /// The request.
    pub request: Uuid,
    /// Whether inspectors may learn who complained.
    pub source: Source,
    /// Where her written consent is kept, for a named source.
    pub consent: Option<String>,
    /// When it was asked for.
    pub asked_at: DateTime<Utc>,
    /// What was told so far.
    pub told: Told,
}

fn tag(house: &House, request: Uuid) -> Vec<u8> {
    house.vault().blind_index("visit-request", request.as_bytes()).to_vec()
}

/// Links a request to a complaint, within the caller's unit.
pub fn link_visit(
    unit: &mut Uow,
    complaint: Uuid,
    key: &SubjectKey,
    request: Uuid,
    source: Source,
    consent: Option<&str>,
) {
    let id = unit.id();
    let sealed = key.seal("visit.request", request.as_bytes(), unit.house().entropy());
    let consent = consent.map(|words| unit.seal(key, "visit.consent", words));
    unit.insert(ActiveModel {
        id: Set(id),
        complaint_id: Set(complaint),
        request: Set(sealed),
        tag: Set(tag(unit.house(), request)),
        source: Set(source.code().to_owned()),
        consent: Set(consent),
        asked_at: Set(unit.now()),
        asked_by: Set(unit.actor().account()),
        told: Set(Told::Waiting.code().to_owned()),
        version: Set(1),
    });
}

/// The complaint because of which a request was made: for the job that brings news.
///
/// # Errors
/// The database's error.
pub async fn link_of_request(house: &House, request: Uuid) -> Result<Option<VisitLink>, DbErr> {
    let row = Entity::find().filter(Column::Tag.eq(tag(house, request))).one(house.reader()).await?;
    Ok(row.and_then(|row| {
        Some(VisitLink {
            id: row.id,
            version: row.version,
            complaint: row.complaint_id,
            told: Told::from_code(&row.told)?,
        })
    }))
}

/// Notes what was told, within the caller's unit.
pub fn note_told(unit: &mut Uow, link: &VisitLink, told: Told) {
    unit.update_one(
        Entity::update_many()
            .col_expr(Column::Told, Expr::value(told.code()))
            .col_expr(Column::Version, Expr::value(link.version + 1))
            .filter(Column::Id.eq(link.id))
            .filter(Column::Version.eq(link.version)),
    );
}

/// The requests that were made because of a complaint, newest first. One audited read.
///
/// # Errors
/// [`ReadError`].
pub async fn linked_visits(
    desk: &Desk,
    actor: &haqqi_kernel::Actor,
    scope: &Scope,
    complaint: &Summary,
) -> Result<Vec<LinkedVisit>, ReadError> {
    let house = &desk.site.house;
    store::by_id(house, scope, complaint.id).await?.ok_or(ReadError::NotFound)?;
    let rows: Vec<Model> = Entity::find()
        .filter(Column::ComplaintId.eq(complaint.id))
        .order_by_desc(Column::AskedAt)
        .order_by_desc(Column::Id)
        .all(house.reader())
        .await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let key = house.subject_key(complaint.id).await?;
    let mut unit = house.unit(actor.clone());
    unit.audit(Audit::read("complaint.read-visits", SubjectKind::Complaint, complaint.id));
    let proof = unit.commit().await?;
    rows.into_iter()
        .map(|row| {
            let request = house.open_bytes(&proof, &key, "visit.request", &row.request)?;
            let request = Uuid::from_slice(&request).map_err(|_| OpenError::Broken)?;
            let consent = row
                .consent
                .as_ref()
                .map(|sealed| house.open(&proof, &key, "visit.consent", sealed))
                .transpose()?;
            Ok(LinkedVisit {
                request,
                consent,
                source: Source::from_code(&row.source).unwrap_or_default(),
                asked_at: row.asked_at,
                told: Told::from_code(&row.told).ok_or(ReadError::NotFound)?,
            })
        })
        .collect()
}
