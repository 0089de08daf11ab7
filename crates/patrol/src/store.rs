//! Queries of the room.

use chrono::NaiveDate;
use haqqi_kernel::{House, Reference, Scope, Tells};
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::entity::{
    advert, advert_decision, advert_indicator, advert_mark, advert_recruiter, advert_sighting, recruiter,
    recruiter_mark,
};

/// At most so many that share a mark are compared.
const COMPARED: u64 = 200;
/// Values of one question, under the databases' limit of bound values.
const CHUNK: usize = 400;

/// The adverts that somebody reaches: those that are not erased, and whose recruiter is no workplace with which they have a
/// tie.
pub(crate) fn reached(scope: &Scope) -> Condition {
    reached_ever(scope).add(advert::Column::ErasedAt.is_null())
}

/// The same, with those of which only codes are left: for counting.
fn reached_ever(scope: &Scope) -> Condition {
    let mut reached = Condition::all().add(scope.condition(Tells::OfNone, |_| None));
    if !scope.ties().is_empty() {
        let tied = Query::select()
            .column(recruiter::Column::Id)
            .from(recruiter::Entity)
            .and_where(recruiter::Column::EstablishmentId.is_in(scope.ties().iter().copied()))
            .to_owned();
        let of_tied = Query::select()
            .column(advert_recruiter::Column::AdvertId)
            .from(advert_recruiter::Entity)
            .and_where(advert_recruiter::Column::RecruiterId.in_subquery(tied))
            .to_owned();
        reached = reached.add(advert::Column::Id.not_in_subquery(of_tied));
    }
    reached
}

/// The recruiters that somebody reaches.
pub(crate) fn recruiters_reached(scope: &Scope) -> Condition {
    scope.condition(Tells::of(recruiter::Column::EstablishmentId), |_| None)
}

pub(crate) async fn by_reference(
    house: &House,
    scope: &Scope,
    reference: Reference,
) -> Result<Option<advert::Model>, DbErr> {
    advert::Entity::find()
        .filter(advert::Column::Reference.eq(reference.to_string()))
        .filter(reached(scope))
        .one(house.reader())
        .await
}

pub(crate) async fn recruiter_by_reference(
    house: &House,
    scope: &Scope,
    reference: Reference,
) -> Result<Option<recruiter::Model>, DbErr> {
    recruiter::Entity::find()
        .filter(recruiter::Column::Reference.eq(reference.to_string()))
        .filter(recruiters_reached(scope))
        .one(house.reader())
        .await
}

/// The adverts that share a mark.
pub(crate) async fn alike(house: &House, marks: &[Vec<u8>]) -> Result<Vec<advert::Model>, DbErr> {
    let shared = Query::select()
        .column(advert_mark::Column::AdvertId)
        .from(advert_mark::Entity)
        .and_where(advert_mark::Column::Mark.is_in(marks.iter().cloned()))
        .to_owned();
    advert::Entity::find()
        .filter(advert::Column::Id.in_subquery(shared))
        .filter(advert::Column::ErasedAt.is_null())
        .order_by_desc(advert::Column::LastSeen)
        .order_by_desc(advert::Column::Id)
        .limit(COMPARED)
        .all(house.reader())
        .await
}

/// Whether this sighting is known.
pub(crate) async fn is_seen(house: &House, once: &[u8]) -> Result<bool, DbErr> {
    let found: Option<Uuid> = advert_sighting::Entity::find()
        .select_only()
        .column(advert_sighting::Column::Id)
        .filter(advert_sighting::Column::Once.eq(once))
        .into_tuple()
        .one(house.reader())
        .await?;
    Ok(found.is_some())
}

pub(crate) async fn indicators_of(
    house: &House,
    adverts: &[Uuid],
) -> Result<Vec<advert_indicator::Model>, DbErr> {
    let mut all = Vec::new();
    for some in adverts.chunks(CHUNK) {
        let rows = advert_indicator::Entity::find()
            .filter(advert_indicator::Column::AdvertId.is_in(some.iter().copied()))
            .order_by_asc(advert_indicator::Column::Indicator);
        all.extend(rows.all(house.reader()).await?);
    }
    Ok(all)
}

pub(crate) async fn sightings_of(
    house: &House,
    adverts: &[Uuid],
) -> Result<Vec<advert_sighting::Model>, DbErr> {
    let mut all = Vec::new();
    for some in adverts.chunks(CHUNK) {
        let rows = advert_sighting::Entity::find()
            .filter(advert_sighting::Column::AdvertId.is_in(some.iter().copied()))
            .order_by_desc(advert_sighting::Column::SeenOn)
            .order_by_desc(advert_sighting::Column::Id);
        all.extend(rows.all(house.reader()).await?);
    }
    Ok(all)
}

/// Sightings of these days, the last included.
pub(crate) async fn sightings_between(
    house: &House,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<advert_sighting::Model>, DbErr> {
    advert_sighting::Entity::find()
        .filter(advert_sighting::Column::SeenOn.gte(from))
        .filter(advert_sighting::Column::SeenOn.lte(to))
        .all(house.reader())
        .await
}

/// The adverts with these ids that somebody reaches.
pub(crate) async fn adverts_by_id(
    house: &House,
    scope: &Scope,
    ids: &[Uuid],
) -> Result<Vec<advert::Model>, DbErr> {
    let mut rows = adverts_ever(house, scope, ids).await?;
    rows.retain(|row| row.erased_at.is_none());
    Ok(rows)
}

/// The same, with those of which only codes are left.
pub(crate) async fn adverts_ever(
    house: &House,
    scope: &Scope,
    ids: &[Uuid],
) -> Result<Vec<advert::Model>, DbErr> {
    let mut all = Vec::new();
    for some in ids.chunks(CHUNK) {
        let rows = advert::Entity::find()
            .filter(advert::Column::Id.is_in(some.iter().copied()))
            .filter(reached_ever(scope));
        all.extend(rows.all(house.reader()).await?);
    }
    Ok(all)
}

pub(crate) async fn decisions_of(house: &House, advert: Uuid) -> Result<Vec<advert_decision::Model>, DbErr> {
    advert_decision::Entity::find()
        .filter(advert_decision::Column::AdvertId.eq(advert))
        .order_by_desc(advert_decision::Column::DecidedAt)
        .order_by_desc(advert_decision::Column::Id)
        .all(house.reader())
        .await
}

/// Which recruiters stand in these adverts: (advert, recruiter).
pub(crate) async fn recruiters_of(house: &House, adverts: &[Uuid]) -> Result<Vec<(Uuid, Uuid)>, DbErr> {
    let mut all = Vec::new();
    for some in adverts.chunks(CHUNK) {
        let rows = advert_recruiter::Entity::find()
            .filter(advert_recruiter::Column::AdvertId.is_in(some.iter().copied()))
            .all(house.reader())
            .await?;
        all.extend(rows.into_iter().map(|row| (row.advert_id, row.recruiter_id)));
    }
    Ok(all)
}

pub(crate) async fn recruiters_by_id(
    house: &House,
    scope: &Scope,
    ids: &[Uuid],
) -> Result<Vec<recruiter::Model>, DbErr> {
    let mut all = Vec::new();
    for some in ids.chunks(CHUNK) {
        let rows = recruiter::Entity::find()
            .filter(recruiter::Column::Id.is_in(some.iter().copied()))
            .filter(recruiters_reached(scope));
        all.extend(rows.all(house.reader()).await?);
    }
    Ok(all)
}

pub(crate) async fn marks_of(house: &House, recruiter: Uuid) -> Result<Vec<recruiter_mark::Model>, DbErr> {
    recruiter_mark::Entity::find()
        .filter(recruiter_mark::Column::RecruiterId.eq(recruiter))
        .order_by_asc(recruiter_mark::Column::Sort)
        .all(house.reader())
        .await
}

/// The recruiters that have one of these marks, the one known longest first; each with its sort.
pub(crate) async fn marked(
    house: &House,
    marks: &[(&'static str, Vec<u8>)],
) -> Result<Vec<recruiter_mark::Model>, DbErr> {
    if marks.is_empty() {
        return Ok(Vec::new());
    }
    let mut any = Condition::any();
    for (sort, mark) in marks {
        any = any.add(
            Condition::all()
                .add(recruiter_mark::Column::Sort.eq(*sort))
                .add(recruiter_mark::Column::Mark.eq(mark.clone())),
        );
    }
    recruiter_mark::Entity::find()
        .filter(any)
        .order_by_asc(recruiter_mark::Column::RecruiterId)
        .all(house.reader())
        .await
}

/// The strong first.
pub(crate) fn strong_first() -> sea_orm::sea_query::SimpleExpr {
    use sea_orm::sea_query::{CaseStatement, ExprTrait};
    let is = |code: &str| Expr::col(advert::Column::Level).eq(code);
    CaseStatement::new().case(is("strong"), 0).case(is("look"), 1).finally(2).into()
}
