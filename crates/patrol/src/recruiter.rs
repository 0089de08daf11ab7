//! Recruiters: the list, one opened with an audited read, and the link to the register, which only a person makes.

mod resolve;

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use haqqi_establishments::{Kind, Match, ReadError, Search, Summary, by_reference, search, summary_of};
use haqqi_kernel::{
    Action, Actor, Audit, CommitError, OpenError, Reference, ReferenceKind, SubjectKind, judge,
};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

pub(crate) use resolve::resolve;

use crate::desk::PatrolDesk;
use crate::entity::{advert, advert_recruiter, recruiter};
use crate::list::{AdvertRow, rows_of};
use crate::store;

/// Rows of a page.
const ROWS: u64 = 50;
/// Of so many suggestions a person chooses.
const SUGGESTED: usize = 5;
/// Less alike than this is not suggested.
const ALIKE: u16 = 600;
/// At most so many adverts of one recruiter are listed.
const LISTED: u64 = 200;

/// A recruiter in a list: nothing by which somebody can be called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecruiterRow {
    /// Which.
    pub reference: Reference,
    /// The agency's name, if one was seen.
    pub name: Option<String>,
    /// A contact of which nobody can be called.
    pub mask: String,
    /// How many advertisements.
    pub adverts: u64,
    /// Seen so often.
    pub sightings: i64,
    /// The last day.
    pub last_seen: Option<NaiveDate>,
    /// A person has linked it to the register.
    pub linked: bool,
    pub(crate) id: Uuid,
}

/// A recruiter, opened.
#[derive(Debug, Clone)]
pub struct OpenedRecruiter {
    /// The row.
    pub row: RecruiterRow,
    /// Contacts: sort and the contact itself.
    pub contacts: Vec<(String, String)>,
    /// Indicators in its advertisements, each with how many.
    pub indicators: Vec<(String, u64)>,
    /// Its advertisements, the last seen first.
    pub adverts: Vec<AdvertRow>,
    /// Others whose contacts stand in an advertisement together with its own.
    pub beside: Vec<RecruiterRow>,
    /// The workplace of the register to which a person has linked it, and when.
    pub establishment: Option<(Summary, Option<DateTime<Utc>>)>,
}

/// Why a recruiter is not linked.
#[derive(Debug, thiserror::Error)]
pub enum LinkError {
    /// There is none, or it is out of reach.
    #[error("not found")]
    NotFound,
    /// The register has none of this reference.
    #[error("no such establishment")]
    Establishment,
    /// The commit's answer; stale when another was faster.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// Something sealed does not open.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The database's error.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// What the adverts of recruiters sum up to, in the order in which they came.
async fn summed(desk: &PatrolDesk, rows: &[recruiter::Model]) -> Result<Vec<RecruiterRow>, LinkError> {
    let house = &desk.site.house;
    let mut of: BTreeMap<Uuid, (u64, i64, Option<NaiveDate>)> = BTreeMap::new();
    for some in rows.chunks(100) {
        let found: Vec<(Uuid, i32, NaiveDate)> = advert_recruiter::Entity::find()
            .select_only()
            .column(advert_recruiter::Column::RecruiterId)
            .column(advert::Column::Sightings)
            .column(advert::Column::LastSeen)
            .join(
                sea_orm::JoinType::InnerJoin,
                advert_recruiter::Entity::belongs_to(advert::Entity)
                    .from(advert_recruiter::Column::AdvertId)
                    .to(advert::Column::Id)
                    .into(),
            )
            .filter(advert_recruiter::Column::RecruiterId.is_in(some.iter().map(|row| row.id)))
            .filter(advert::Column::ErasedAt.is_null())
            .into_tuple()
            .all(house.reader())
            .await?;
        for (id, sightings, last) in found {
            let own = of.entry(id).or_default();
            own.0 += 1;
            own.1 += i64::from(sightings);
            own.2 = own.2.max(Some(last));
        }
    }
    let row = |row: &recruiter::Model| {
        let (adverts, sightings, last_seen) = of.get(&row.id).copied().unwrap_or_default();
        let reference = row.reference.parse().map_err(|_| DbErr::Custom("not a reference".to_owned()))?;
        let (name, mask, linked) = (row.name.clone(), row.mask.clone(), row.establishment_id.is_some());
        Ok(RecruiterRow { reference, name, mask, adverts, sightings, last_seen, linked, id: row.id })
    };
    rows.iter().map(row).collect()
}

/// The recruiters with these ids, the most seen first.
pub(crate) async fn rows_by_id(
    desk: &PatrolDesk,
    scope: &haqqi_kernel::Scope,
    ids: &[Uuid],
) -> Result<Vec<RecruiterRow>, LinkError> {
    let rows = store::recruiters_by_id(&desk.site.house, scope, ids).await?;
    let mut rows = summed(desk, &rows).await?;
    rows.sort_by_key(|row| (std::cmp::Reverse(row.sightings), row.id));
    Ok(rows)
}

/// Recruiters, the newest first; `page` from 0. And whether there are more.
///
/// # Errors
/// [`LinkError::NotFound`] for who may not patrol.
pub async fn recruiters(
    desk: &PatrolDesk,
    actor: &Actor,
    page: u64,
) -> Result<(Vec<RecruiterRow>, bool), LinkError> {
    let scope = judge(actor, Action::Patrol).map_err(|_| LinkError::NotFound)?;
    let mut rows = recruiter::Entity::find()
        .filter(store::recruiters_reached(&scope))
        .order_by_desc(recruiter::Column::AddedAt)
        .order_by_desc(recruiter::Column::Id)
        .offset(page.saturating_mul(ROWS))
        .limit(ROWS + 1)
        .all(desk.site.house.reader())
        .await?;
    let more = rows.len() as u64 > ROWS;
    rows.truncate(usize::try_from(ROWS).unwrap_or(usize::MAX));
    Ok((summed(desk, &rows).await?, more))
}

/// Opens a recruiter: its contacts are read, and the audit says so.
///
/// # Errors
/// [`LinkError`].
pub async fn open_recruiter(
    desk: &PatrolDesk,
    actor: &Actor,
    reference: Reference,
) -> Result<OpenedRecruiter, LinkError> {
    let scope = judge(actor, Action::Patrol).map_err(|_| LinkError::NotFound)?;
    let house = &desk.site.house;
    let model = store::recruiter_by_reference(house, &scope, reference).await?.ok_or(LinkError::NotFound)?;
    let key = house.subject_key(model.id).await?;
    let marks = store::marks_of(house, model.id).await?;
    let mut unit = house.unit(actor.clone());
    unit.audit(Audit::read("recruiter.read", SubjectKind::Recruiter, model.id));
    let proof = unit.commit().await?;
    let mut contacts = Vec::new();
    for mark in marks {
        if let Some(value) = &mark.value {
            contacts.push((mark.sort, house.open(&proof, &key, "recruiter.contact", value)?));
        }
    }
    let ids: Vec<Uuid> = advert_recruiter::Entity::find()
        .filter(advert_recruiter::Column::RecruiterId.eq(model.id))
        .limit(LISTED)
        .all(house.reader())
        .await?
        .into_iter()
        .map(|row| row.advert_id)
        .collect();
    let mut rows = store::adverts_by_id(house, &scope, &ids).await?;
    rows.sort_by_key(|row| (std::cmp::Reverse(row.last_seen), row.id));
    let adverts = rows_of(desk, rows).await?;
    let mut counted: BTreeMap<String, u64> = BTreeMap::new();
    for indicator in adverts.iter().flat_map(|row| &row.indicators) {
        *counted.entry(indicator.clone()).or_default() += 1;
    }
    let mut indicators: Vec<(String, u64)> = counted.into_iter().collect();
    indicators.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let pairs = store::recruiters_of(house, &ids).await?;
    let mut beside: Vec<Uuid> = pairs.into_iter().map(|(_, other)| other).collect();
    beside.sort_unstable();
    beside.dedup();
    beside.retain(|id| *id != model.id);
    let establishment = match model.establishment_id {
        Some(id) => summary_of(house, id).await?.map(|summary| (summary, model.linked_at)),
        None => None,
    };
    let row = summed(desk, &[model]).await?.pop().ok_or(LinkError::NotFound)?;
    let beside = rows_by_id(desk, &scope, &beside).await?;
    Ok(OpenedRecruiter { row, contacts, indicators, adverts, beside, establishment })
}

/// Offices of the register whose names are like this one's: for a person to look at. Nothing for who may not look up.
///
/// # Errors
/// The database's error.
pub async fn suggestions(
    desk: &PatrolDesk,
    actor: &Actor,
    name: Option<&str>,
) -> Result<Vec<Match>, ReadError> {
    let Some(name) = name.filter(|_| judge(actor, Action::ReadEstablishment).is_ok()) else {
        return Ok(Vec::new());
    };
    let asked = Search { q: name.to_owned(), most: SUGGESTED, ..Search::default() };
    let mut found = search(&desk.establishments, actor, &asked).await?.rows;
    found.retain(|one| one.both >= ALIKE);
    // A licensed office before an employer of the same name.
    found.sort_by_key(|one| (one.summary.kind != Kind::Agency, std::cmp::Reverse(one.both)));
    Ok(found)
}

/// Links a recruiter to a workplace of the register, or takes the link away. A person decides it, and the audit says who.
///
/// # Errors
/// [`LinkError`].
pub async fn link_recruiter(
    desk: &PatrolDesk,
    actor: &Actor,
    reference: Reference,
    to: Option<Reference>,
) -> Result<(), LinkError> {
    let scope = judge(actor, Action::Patrol).map_err(|_| LinkError::NotFound)?;
    let house = &desk.site.house;
    let model = store::recruiter_by_reference(house, &scope, reference).await?.ok_or(LinkError::NotFound)?;
    let establishment = match to {
        None => None,
        Some(to) if to.kind() == ReferenceKind::Establishment => {
            let found = by_reference(&desk.establishments, actor, to).await;
            Some(found.map_err(|_| LinkError::Establishment)?.id)
        }
        Some(_) => return Err(LinkError::Establishment),
    };
    let mut unit = house.unit(actor.clone());
    let now = establishment.map(|_| unit.now());
    let by = establishment.and_then(|_| actor.account());
    unit.update_one(
        recruiter::Entity::update_many()
            .col_expr(recruiter::Column::EstablishmentId, Expr::value(establishment))
            .col_expr(recruiter::Column::LinkedAt, Expr::value(now))
            .col_expr(recruiter::Column::LinkedBy, Expr::value(by))
            .col_expr(recruiter::Column::Version, Expr::value(model.version + 1))
            .filter(recruiter::Column::Id.eq(model.id))
            .filter(recruiter::Column::Version.eq(model.version)),
    );
    let what = if establishment.is_some() { "recruiter.link" } else { "recruiter.unlink" };
    unit.audit(Audit::write(what, SubjectKind::Recruiter, model.id));
    unit.commit().await?;
    Ok(())
}
