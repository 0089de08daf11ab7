//! The list of advertisements: codes and a title in which nobody can be called.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use haqqi_kernel::{Action, Actor, Reference, judge};
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::desk::PatrolDesk;
use crate::entity::{advert, advert_indicator};
use crate::model::{Decision, Level};
use crate::store;

/// Rows of a page.
const ROWS: u64 = 50;

/// What is looked for. All that is set must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Decided on so; `None` with `open` for those that wait.
    pub decision: Option<Decision>,
    /// Nobody decided yet.
    pub open: bool,
    /// Of this level.
    pub level: Option<Level>,
    /// Those with any indicator.
    pub marked: bool,
    /// With this indicator.
    pub indicator: Option<String>,
    /// In this language.
    pub language: Option<String>,
    /// Which page, from 0.
    pub page: u64,
}

/// An advertisement in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdvertRow {
    /// Which.
    pub reference: Reference,
    /// Its first words, with nothing by which somebody can be reached.
    pub title: String,
    /// Its language; `und` where nothing tells.
    pub language: String,
    /// What was found asks so much of people.
    pub level: Level,
    /// The indicators.
    pub indicators: Vec<String>,
    /// How often it was seen.
    pub sightings: i32,
    /// In how many places.
    pub places: usize,
    /// The first of these places by name.
    pub place: String,
    /// The first day.
    pub first_seen: NaiveDate,
    /// The last day.
    pub last_seen: NaiveDate,
    /// What a person decided.
    pub decision: Option<Decision>,
}

/// A page of the list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rows {
    /// The rows, the strong first, then the last seen.
    pub rows: Vec<AdvertRow>,
    /// Whether there are more.
    pub more: bool,
}

/// The rows of advertisements as a list shows them.
pub(crate) async fn rows_of(desk: &PatrolDesk, models: Vec<advert::Model>) -> Result<Vec<AdvertRow>, DbErr> {
    let house = &desk.site.house;
    let ids: Vec<Uuid> = models.iter().map(|row| row.id).collect();
    let mut indicators: BTreeMap<Uuid, Vec<String>> = BTreeMap::new();
    for one in store::indicators_of(house, &ids).await? {
        indicators.entry(one.advert_id).or_default().push(one.indicator);
    }
    let mut places: BTreeMap<Uuid, BTreeSet<String>> = BTreeMap::new();
    for one in store::sightings_of(house, &ids).await? {
        places.entry(one.advert_id).or_default().insert(one.place);
    }
    let row = |row: advert::Model| {
        let own = places.remove(&row.id).unwrap_or_default();
        Ok(AdvertRow {
            reference: row.reference.parse().map_err(|_| DbErr::Custom("not a reference".to_owned()))?,
            title: row.title,
            language: row.language,
            level: Level::from_code(&row.level).unwrap_or(Level::Nothing),
            indicators: indicators.remove(&row.id).unwrap_or_default(),
            sightings: row.sightings,
            places: own.len(),
            place: own.into_iter().next().unwrap_or_default(),
            first_seen: row.first_seen,
            last_seen: row.last_seen,
            decision: row.decision.as_deref().and_then(Decision::from_code),
        })
    };
    models.into_iter().map(row).collect()
}

/// Lists advertisements. Nothing for who may not patrol.
///
/// # Errors
/// The database's error.
pub async fn adverts(desk: &PatrolDesk, actor: &Actor, filter: &Filter) -> Result<Rows, DbErr> {
    let Ok(scope) = judge(actor, Action::Patrol) else { return Ok(Rows::default()) };
    use advert::Column as C;
    let mut query = advert::Entity::find().filter(store::reached(&scope));
    if let Some(decision) = filter.decision {
        query = query.filter(C::Decision.eq(decision.code()));
    } else if filter.open {
        query = query.filter(C::Decision.is_null());
    }
    if let Some(level) = filter.level {
        query = query.filter(C::Level.eq(level.code()));
    } else if filter.marked {
        query = query.filter(C::Level.ne(Level::Nothing.code()));
    }
    if let Some(language) = &filter.language {
        query = query.filter(C::Language.eq(language.as_str()));
    }
    if let Some(indicator) = &filter.indicator {
        let having = Query::select()
            .column(advert_indicator::Column::AdvertId)
            .from(advert_indicator::Entity)
            .and_where(advert_indicator::Column::Indicator.eq(indicator.as_str()))
            .to_owned();
        query = query.filter(C::Id.in_subquery(having));
    }
    let mut models = query
        .order_by_asc(store::strong_first())
        .order_by_desc(C::LastSeen)
        .order_by_desc(C::Id)
        .offset(filter.page.saturating_mul(ROWS))
        .limit(ROWS + 1)
        .all(desk.site.house.reader())
        .await?;
    let more = models.len() as u64 > ROWS;
    models.truncate(usize::try_from(ROWS).unwrap_or(usize::MAX));
    Ok(Rows { rows: rows_of(desk, models).await?, more })
}
