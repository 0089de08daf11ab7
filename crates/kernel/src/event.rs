//! The one history. Each unit of work appends what changed, coded, with nothing sealed in it; timelines,
//! statistics and risk read it. It can be corrected by a later event, never altered.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Query, SimpleExpr};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::entity::event;
use crate::{House, SubjectKind};

/// An event to be written with the unit of work.
#[derive(Debug, Clone)]
pub struct Event {
    pub(crate) subject_kind: SubjectKind,
    pub(crate) subject: Uuid,
    pub(crate) what: &'static str,
    pub(crate) from: Option<String>,
    pub(crate) to: Option<String>,
    pub(crate) happened_at: Option<DateTime<Utc>>,
    pub(crate) office: Option<String>,
    pub(crate) dimensions: Map<String, Value>,
    pub(crate) corrects: Option<Uuid>,
}

impl Event {
    /// Something happened to a subject: `what` is a dotted code such as `complaint.received`.
    #[must_use]
    pub fn new(kind: SubjectKind, subject: Uuid, what: &'static str) -> Self {
        Self {
            subject_kind: kind,
            subject,
            what,
            from: None,
            to: None,
            happened_at: None,
            office: None,
            dimensions: Map::new(),
            corrects: None,
        }
    }

    /// A change of state.
    #[must_use]
    pub fn change(mut self, from: impl Into<String>, to: impl Into<String>) -> Self {
        self.from = Some(from.into());
        self.to = Some(to.into());
        self
    }

    /// When it happened, if not now.
    #[must_use]
    pub fn at(mut self, happened_at: DateTime<Utc>) -> Self {
        self.happened_at = Some(happened_at);
        self
    }

    /// The office concerned.
    #[must_use]
    pub fn office(mut self, office: Option<&str>) -> Self {
        self.office = office.map(str::to_owned);
        self
    }

    /// A coded dimension: kind, language, channel, article.
    #[must_use]
    pub fn dim(mut self, name: &str, code: impl Into<Value>) -> Self {
        self.dimensions.insert(name.to_owned(), code.into());
        self
    }

    /// The earlier event that this one puts right.
    #[must_use]
    pub fn corrects(mut self, event: Uuid) -> Self {
        self.corrects = Some(event);
        self
    }
}

/// Something that happened to a subject.
#[derive(Debug, Clone, PartialEq)]
pub struct Happened {
    /// When.
    pub at: DateTime<Utc>,
    /// The account that caused it.
    pub by: Option<Uuid>,
    dimensions: Map<String, Value>,
}

impl Happened {
    /// A coded dimension, if it carries this one.
    #[must_use]
    pub fn dim(&self, name: &str) -> Option<&str> {
        self.dimensions.get(name).and_then(Value::as_str)
    }
}

/// That no later event corrects an event: what is counted.
#[must_use]
pub fn stands() -> SimpleExpr {
    let corrected = Query::select()
        .column(event::Column::Corrects)
        .from(event::Entity)
        .and_where(event::Column::Corrects.is_not_null())
        .to_owned();
    event::Column::Id.not_in_subquery(corrected)
}

/// What of this name happened to a subject since then, that moment included, the first first; without a moment from the
/// beginning.
///
/// # Errors
/// The database's error.
pub async fn happened_to(
    house: &House,
    subject: Uuid,
    what: &str,
    since: Option<DateTime<Utc>>,
) -> Result<Vec<Happened>, DbErr> {
    let mut of = event::Entity::find()
        .filter(event::Column::SubjectId.eq(subject))
        .filter(event::Column::What.eq(what))
        .order_by_asc(event::Column::HappenedAt)
        .order_by_asc(event::Column::Id);
    if let Some(since) = since {
        of = of.filter(event::Column::HappenedAt.gte(since));
    }
    let rows = of.all(house.reader()).await?;
    let told = |row: event::Model| Happened {
        at: row.happened_at,
        by: row.actor_id,
        dimensions: serde_json::from_str(&row.dimensions).unwrap_or_default(),
    };
    Ok(rows.into_iter().map(told).collect())
}

/// How often something happened since then, in the whole house; at most `most` are counted, so that the question stays
/// cheap whatever happens.
///
/// # Errors
/// The database's error.
pub async fn happened_since(
    house: &House,
    what: &str,
    since: DateTime<Utc>,
    most: u64,
) -> Result<u64, DbErr> {
    let found: Vec<Uuid> = event::Entity::find()
        .select_only()
        .column(event::Column::Id)
        .filter(event::Column::What.eq(what))
        .filter(event::Column::HappenedAt.gt(since))
        .limit(most)
        .into_tuple()
        .all(house.reader())
        .await?;
    Ok(u64::try_from(found.len()).unwrap_or(u64::MAX))
}
