//! Queries. What is sealed is fetched only with a [`Scope`] that the judge made; the clear side is for everybody whom
//! the judge lets into the register.

use haqqi_kernel::{House, Reach, Reference, Scope, Tells};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::entity::{establishment, establishment_key, establishment_name, establishment_tie, worksite};
use crate::search::Search;

pub(crate) async fn by_reference(
    house: &House,
    reference: Reference,
) -> Result<Option<establishment::Model>, DbErr> {
    establishment::Entity::find()
        .filter(establishment::Column::Reference.eq(reference.to_string()))
        .one(house.reader())
        .await
}

pub(crate) async fn by_ids(house: &House, ids: &[Uuid]) -> Result<Vec<establishment::Model>, DbErr> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    establishment::Entity::find()
        .filter(establishment::Column::Id.is_in(ids.to_vec()))
        .all(house.reader())
        .await
}

/// Worksites of these establishments, each one's oldest first.
pub(crate) async fn worksites(house: &House, of: &[Uuid]) -> Result<Vec<worksite::Model>, DbErr> {
    if of.is_empty() {
        return Ok(Vec::new());
    }
    worksite::Entity::find()
        .filter(worksite::Column::EstablishmentId.is_in(of.to_vec()))
        .order_by_asc(worksite::Column::AddedAt)
        .order_by_asc(worksite::Column::Id)
        .all(house.reader())
        .await
}

/// Names of these establishments, each one's oldest first.
pub(crate) async fn names(house: &House, of: &[Uuid]) -> Result<Vec<establishment_name::Model>, DbErr> {
    if of.is_empty() {
        return Ok(Vec::new());
    }
    establishment_name::Entity::find()
        .filter(establishment_name::Column::EstablishmentId.is_in(of.to_vec()))
        .order_by_asc(establishment_name::Column::AddedAt)
        .order_by_asc(establishment_name::Column::Id)
        .all(house.reader())
        .await
}

/// Homes and persons whose sealed side the scope reaches.
pub(crate) fn sealed_within(scope: &Scope) -> Condition {
    scope.condition(Tells::of(establishment::Column::Id), |reach| match reach {
        Reach::Offices(offices) => {
            Some(Condition::all().add(establishment::Column::Office.is_in(offices.clone())))
        }
        Reach::Subject(id) => Some(Condition::all().add(establishment::Column::Id.eq(*id))),
        _ => None,
    })
}

/// One establishment by its reference, if the scope reaches its sealed side.
pub(crate) async fn sealed_by_reference(
    house: &House,
    scope: &Scope,
    reference: Reference,
) -> Result<Option<establishment::Model>, DbErr> {
    establishment::Entity::find()
        .filter(establishment::Column::Reference.eq(reference.to_string()))
        .filter(sealed_within(scope))
        .one(house.reader())
        .await
}

/// What a list is narrowed to.
fn narrowed(asked: &Search) -> Condition {
    let equal = |column: establishment::Column, code: &Option<String>| {
        code.as_ref().map(|code| column.eq(code.clone()))
    };
    Condition::all()
        .add_option(equal(establishment::Column::Governorate, &asked.governorate))
        .add_option(equal(establishment::Column::Office, &asked.office))
        .add_option(equal(establishment::Column::Sector, &asked.sector))
        .add_option(asked.kind.map(|kind| establishment::Column::Kind.eq(kind.code())))
}

/// A page of the register by name, behind the establishment at which the page before ended.
pub(crate) async fn page(
    house: &House,
    asked: &Search,
    after: Option<&establishment::Model>,
    most: u64,
) -> Result<Vec<establishment::Model>, DbErr> {
    use establishment::Column;
    let mut query = establishment::Entity::find()
        .filter(narrowed(asked))
        .order_by_asc(Column::SortName)
        .order_by_asc(Column::Reference)
        .limit(most);
    if let Some(after) = after {
        let same = Condition::all()
            .add(Column::SortName.eq(after.sort_name.clone()))
            .add(Column::Reference.gt(after.reference.clone()));
        query = query.filter(Condition::any().add(Column::SortName.gt(after.sort_name.clone())).add(same));
    }
    query.all(house.reader()).await
}

/// Establishments with this number in a register of companies.
pub(crate) async fn by_registration(
    house: &House,
    asked: &Search,
    registration: &str,
) -> Result<Vec<establishment::Model>, DbErr> {
    establishment::Entity::find()
        .filter(establishment::Column::Registration.eq(registration))
        .filter(narrowed(asked))
        .order_by_asc(establishment::Column::Reference)
        .limit(20)
        .all(house.reader())
        .await
}

/// Establishments that share keys with what is asked, those that share most first. Blind keys lead only to those whose
/// sealed side the scope reaches.
pub(crate) async fn sharing(
    house: &House,
    asked: &Search,
    clear: &[String],
    blind: Option<(&Scope, Vec<String>)>,
    most: u64,
) -> Result<Vec<(Uuid, i64)>, DbErr> {
    use establishment_key::Column;
    let within = |condition: Condition| {
        let mut ids = Query::select();
        ids.column(establishment::Column::Id).from(establishment::Entity).cond_where(condition);
        ids
    };
    let mut either = Condition::any().add(
        Condition::all()
            .add(Column::Key.is_in(clear.to_vec()))
            .add(Column::EstablishmentId.in_subquery(within(narrowed(asked)))),
    );
    if let Some((scope, keys)) = blind {
        let reached = Condition::all().add(narrowed(asked)).add(sealed_within(scope));
        either = either.add(
            Condition::all()
                .add(Column::Key.is_in(keys))
                .add(Column::EstablishmentId.in_subquery(within(reached))),
        );
    }
    establishment_key::Entity::find()
        .select_only()
        .column(Column::EstablishmentId)
        .column_as(Column::Key.count(), "shared")
        .filter(either)
        .group_by(Column::EstablishmentId)
        .order_by_desc(Expr::col(Column::Key).count())
        .order_by_asc(Column::EstablishmentId)
        .limit(most)
        .into_tuple::<(Uuid, i64)>()
        .all(house.reader())
        .await
}

/// All that a member of staff declared, the newest first.
pub(crate) async fn ties_of(house: &House, staff: Uuid) -> Result<Vec<establishment_tie::Model>, DbErr> {
    establishment_tie::Entity::find()
        .filter(establishment_tie::Column::StaffId.eq(staff))
        .order_by_desc(establishment_tie::Column::Id)
        .all(house.reader())
        .await
}

/// What a member of staff declared about an establishment.
pub(crate) async fn ties(
    house: &House,
    staff: Uuid,
    establishment: Uuid,
) -> Result<Vec<establishment_tie::Model>, DbErr> {
    establishment_tie::Entity::find()
        .filter(establishment_tie::Column::StaffId.eq(staff))
        .filter(establishment_tie::Column::EstablishmentId.eq(establishment))
        .order_by_asc(establishment_tie::Column::Id)
        .all(house.reader())
        .await
}
