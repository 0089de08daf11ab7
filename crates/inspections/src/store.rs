//! Queries. Whatever returns a visit or a request takes a [`Scope`] that only the judge can make. The pool opens to
//! a scope of [`Action::ScheduleVisit`] alone: an inspector's scope reaches no row of it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{DateTime, Utc};
use haqqi_kernel::{Action, Actor, House, Reach, Reference, Scope, Tells};
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::entity::{
    visit, visit_answer, visit_finding, visit_inspector, visit_measure, visit_paper, visit_report,
    visit_request,
};
use crate::model::{Hours, RequestState, VisitState};

fn within(scope: &Scope) -> Condition {
    scope.condition(Tells::of(visit::Column::EstablishmentId), |reach| match reach {
        Reach::Offices(offices) => Some(Condition::all().add(visit::Column::Office.is_in(offices.clone()))),
        Reach::Assigned(id) => {
            let own = Query::select()
                .column(visit_inspector::Column::VisitId)
                .from(visit_inspector::Entity)
                .and_where(visit_inspector::Column::StaffId.eq(*id))
                .to_owned();
            Some(Condition::all().add(visit::Column::Id.in_subquery(own)))
        }
        _ => None,
    })
}

fn pool_within(scope: &Scope) -> Condition {
    let plans = scope.action() == Action::ScheduleVisit;
    scope.condition(Tells::of(visit_request::Column::EstablishmentId), |reach| match reach {
        Reach::Offices(offices) if plans => {
            Some(Condition::all().add(visit_request::Column::Office.is_in(offices.clone())))
        }
        _ => None,
    })
}

/// One visit by its reference, if the scope reaches it.
pub(crate) async fn visit(
    house: &House,
    scope: &Scope,
    reference: Reference,
) -> Result<Option<visit::Model>, DbErr> {
    visit::Entity::find()
        .filter(visit::Column::Reference.eq(reference.to_string()))
        .filter(within(scope))
        .one(house.reader())
        .await
}

/// Whether somebody who goes on this visit has a tie to the place: then no scope reaches it.
pub(crate) async fn shut_by_tie(house: &House, actor: &Actor, reference: Reference) -> Result<bool, DbErr> {
    let row = visit::Entity::find()
        .filter(visit::Column::Reference.eq(reference.to_string()))
        .filter(visit::Column::EstablishmentId.is_in(actor.ties().iter().copied()))
        .one(house.reader())
        .await?;
    let Some(row) = row else { return Ok(false) };
    let team = teams(house, &[row.id]).await?;
    Ok(team.get(&row.id).is_some_and(|team| team.iter().any(|who| Some(*who) == actor.account())))
}

/// One visit by its id, if the scope reaches it.
pub(crate) async fn visit_by_id(
    house: &House,
    scope: &Scope,
    id: Uuid,
) -> Result<Option<visit::Model>, DbErr> {
    visit::Entity::find_by_id(id).filter(within(scope)).one(house.reader()).await
}

/// Which visits a list shows.
#[derive(Debug, Clone, Default)]
pub(crate) struct Wanted<'a> {
    pub from: Option<DateTime<Utc>>,
    pub state: Option<VisitState>,
    pub open_only: bool,
    pub after: Option<(DateTime<Utc>, &'a str)>,
}

/// Visits in order of their time, then of their reference: never of when they were made.
pub(crate) async fn visits(
    house: &House,
    scope: &Scope,
    wanted: &Wanted<'_>,
    most: u64,
) -> Result<Vec<visit::Model>, DbErr> {
    use visit::Column as C;
    let mut query = visit::Entity::find()
        .filter(within(scope))
        .order_by_asc(C::StartsAt)
        .order_by_asc(C::Reference)
        .limit(most);
    if let Some(from) = wanted.from {
        query = query.filter(C::StartsAt.gte(from));
    }
    if let Some(state) = wanted.state {
        query = query.filter(C::State.eq(state.code()));
    }
    if wanted.open_only {
        query = query.filter(C::State.is_in([VisitState::Planned.code(), VisitState::UnderWay.code()]));
    }
    if let Some((at, reference)) = wanted.after {
        let same = Condition::all().add(C::StartsAt.eq(at)).add(C::Reference.gt(reference));
        query = query.filter(Condition::any().add(C::StartsAt.gt(at)).add(same));
    }
    query.all(house.reader()).await
}

/// Visits of an office since an instant that were not cancelled: where a visit now would be one again.
pub(crate) async fn visited_since(
    house: &House,
    _scope: &Scope,
    office: &str,
    since: DateTime<Utc>,
) -> Result<Vec<visit::Model>, DbErr> {
    visit::Entity::find()
        .filter(visit::Column::Office.eq(office))
        .filter(visit::Column::StartsAt.gt(since))
        .filter(visit::Column::State.ne(VisitState::Cancelled.code()))
        .all(house.reader())
        .await
}

/// Cancelled visits of an office after which no batch went to the place. A home is left out: it needs an order, and
/// waits until a planner chooses it.
pub(crate) async fn cancelled_not_back(
    house: &House,
    _scope: &Scope,
    office: &str,
) -> Result<Vec<visit::Model>, DbErr> {
    let mut rows = visit::Entity::find()
        .filter(visit::Column::Office.eq(office))
        .filter(visit::Column::Home.eq(false))
        .filter(visit::Column::State.eq(VisitState::Cancelled.code()))
        .order_by_asc(visit::Column::Reference)
        .all(house.reader())
        .await?;
    let places: BTreeSet<Uuid> = rows.iter().map(|row| row.establishment_id).collect();
    let there = visit::Entity::find()
        .filter(visit::Column::Office.eq(office))
        .filter(visit::Column::EstablishmentId.is_in(places))
        .all(house.reader())
        .await?;
    rows.retain(|row| {
        !there
            .iter()
            .any(|later| later.establishment_id == row.establishment_id && later.created_at > row.created_at)
    });
    Ok(rows)
}

/// Who goes on these visits; who leads stands first.
pub(crate) async fn teams(house: &House, visits: &[Uuid]) -> Result<HashMap<Uuid, Vec<Uuid>>, DbErr> {
    let rows = visit_inspector::Entity::find()
        .filter(visit_inspector::Column::VisitId.is_in(visits.to_vec()))
        .filter(visit_inspector::Column::TookOver.eq(false))
        .order_by_desc(visit_inspector::Column::Leads)
        .order_by_asc(visit_inspector::Column::StaffId)
        .all(house.reader())
        .await?;
    let mut teams: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    for row in rows {
        teams.entry(row.visit_id).or_default().push(row.staff_id);
    }
    Ok(teams)
}

/// Who took these visits over from somebody who left: they read and follow up, and were not there.
pub(crate) async fn heirs(house: &House, visits: &[Uuid]) -> Result<HashMap<Uuid, Vec<Uuid>>, DbErr> {
    let rows = visit_inspector::Entity::find()
        .filter(visit_inspector::Column::VisitId.is_in(visits.to_vec()))
        .filter(visit_inspector::Column::TookOver.eq(true))
        .order_by_asc(visit_inspector::Column::StaffId)
        .all(house.reader())
        .await?;
    let mut heirs: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    for row in rows {
        heirs.entry(row.visit_id).or_default().push(row.staff_id);
    }
    Ok(heirs)
}

/// Who follows a visit up: whoever took it over, else who led it.
pub(crate) async fn follower(house: &House, visit: Uuid) -> Result<Option<Uuid>, DbErr> {
    if let Some(heir) = heirs(house, &[visit]).await?.remove(&visit).and_then(|all| all.first().copied()) {
        return Ok(Some(heir));
    }
    Ok(teams(house, &[visit]).await?.remove(&visit).and_then(|team| team.first().copied()))
}

/// Times that these people are on visits, between two instants; `but` is left out.
pub(crate) async fn taken(
    house: &House,
    people: &[Uuid],
    from: DateTime<Utc>,
    until: DateTime<Utc>,
    but: Option<Uuid>,
) -> Result<HashMap<Uuid, Vec<Hours>>, DbErr> {
    let visits: BTreeMap<Uuid, visit::Model> = visit::Entity::find()
        .filter(visit::Column::StartsAt.lt(until))
        .filter(visit::Column::EndsAt.gt(from))
        .filter(visit::Column::State.ne(VisitState::Cancelled.code()))
        .all(house.reader())
        .await?
        .into_iter()
        .filter(|row| Some(row.id) != but)
        .map(|row| (row.id, row))
        .collect();
    let on: Vec<Uuid> = visits.keys().copied().collect();
    let rows = visit_inspector::Entity::find()
        .filter(visit_inspector::Column::VisitId.is_in(on))
        .filter(visit_inspector::Column::TookOver.eq(false))
        .filter(visit_inspector::Column::StaffId.is_in(people.to_vec()))
        .all(house.reader())
        .await?;
    let mut taken: HashMap<Uuid, Vec<_>> = HashMap::new();
    for row in rows {
        if let Some(visit) = visits.get(&row.visit_id) {
            taken.entry(row.staff_id).or_default().push((visit.starts_at, visit.ends_at));
        }
    }
    Ok(taken)
}

/// The requests that wait in the pool, those due first.
pub(crate) async fn pool(house: &House, scope: &Scope) -> Result<Vec<visit_request::Model>, DbErr> {
    visit_request::Entity::find()
        .filter(pool_within(scope))
        .filter(visit_request::Column::State.eq(RequestState::Waiting.code()))
        .order_by_asc(visit_request::Column::DueAt)
        .order_by_asc(visit_request::Column::Reference)
        .limit(500)
        .all(house.reader())
        .await
}

/// The requests of which a visit was made: for the house itself, which tells their side.
pub(crate) async fn requests_of(house: &House, visit: Uuid) -> Result<Vec<visit_request::Model>, DbErr> {
    visit_request::Entity::find().filter(visit_request::Column::VisitId.eq(visit)).all(house.reader()).await
}

/// A request by its id: for the side that holds the sealed link.
pub(crate) async fn request(house: &House, id: Uuid) -> Result<Option<visit_request::Model>, DbErr> {
    visit_request::Entity::find_by_id(id).one(house.reader()).await
}

/// The answers of a visit.
pub(crate) async fn answers(house: &House, visit: Uuid) -> Result<Vec<visit_answer::Model>, DbErr> {
    visit_answer::Entity::find().filter(visit_answer::Column::VisitId.eq(visit)).all(house.reader()).await
}

/// The findings of a visit, in order.
pub(crate) async fn findings(house: &House, visit: Uuid) -> Result<Vec<visit_finding::Model>, DbErr> {
    visit_finding::Entity::find()
        .filter(visit_finding::Column::VisitId.eq(visit))
        .order_by_asc(visit_finding::Column::Number)
        .all(house.reader())
        .await
}

/// The measures of a visit, in order.
pub(crate) async fn measures(house: &House, visit: Uuid) -> Result<Vec<visit_measure::Model>, DbErr> {
    visit_measure::Entity::find()
        .filter(visit_measure::Column::VisitId.eq(visit))
        .order_by_asc(visit_measure::Column::Number)
        .all(house.reader())
        .await
}

/// The report of a visit, once issued.
pub(crate) async fn report(house: &House, visit: Uuid) -> Result<Option<visit_report::Model>, DbErr> {
    visit_report::Entity::find_by_id(visit).one(house.reader()).await
}

/// The printed report of a visit, once printed.
pub(crate) async fn paper(house: &House, visit: Uuid) -> Result<Option<visit_paper::Model>, DbErr> {
    visit_paper::Entity::find_by_id(visit).one(house.reader()).await
}
