//! Queries. Flags are reached through a [`Scope`] that only the judge can make.

use haqqi_kernel::{House, Reach, Reference, Scope, Tells};
use haqqi_worklist::of_others;
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::entity::{assessment, flag, flag_decision};

pub(crate) fn within(scope: &Scope) -> Condition {
    scope.condition(Tells::of(flag::Column::ComplaintId), |reach| {
        let all = Condition::all();
        match reach {
            Reach::Offices(offices) => Some(all.add(flag::Column::Office.is_in(offices.clone()))),
            Reach::OnDuty => {
                Some(all.add(flag::Column::Level.eq("danger")).add(of_others(scope, flag::Column::Concerned)))
            }
            Reach::Children => Some(all.add(flag::Column::Age.eq("child"))),
            _ => None,
        }
    })
}

pub(crate) async fn by_reference(
    house: &House,
    scope: &Scope,
    reference: Reference,
) -> Result<Option<flag::Model>, DbErr> {
    flag::Entity::find()
        .filter(flag::Column::Reference.eq(reference.to_string()))
        .filter(within(scope))
        .one(house.reader())
        .await
}

pub(crate) async fn newest(
    house: &House,
    scope: &Scope,
    open_only: bool,
    before: Option<Uuid>,
    most: u64,
) -> Result<Vec<flag::Model>, DbErr> {
    let mut query = flag::Entity::find().filter(within(scope)).order_by_desc(flag::Column::Id).limit(most);
    if open_only {
        query = query.filter(flag::Column::State.is_not_in(["escalated", "dismissed"]));
    }
    if let Some(before) = before {
        query = query.filter(flag::Column::Id.lt(before));
    }
    query.all(house.reader()).await
}

/// Flags of one complaint, for the officer's page: codes only.
pub(crate) async fn of_complaint(house: &House, complaint: Uuid) -> Result<Vec<flag::Model>, DbErr> {
    flag::Entity::find().filter(flag::Column::ComplaintId.eq(complaint)).all(house.reader()).await
}

/// Flags of these complaints within the scope.
pub(crate) async fn of_complaints(
    house: &House,
    scope: &Scope,
    complaints: &[Uuid],
) -> Result<Vec<flag::Model>, DbErr> {
    flag::Entity::find()
        .filter(flag::Column::ComplaintId.is_in(complaints.iter().copied()))
        .filter(within(scope))
        .order_by_asc(flag::Column::Id)
        .all(house.reader())
        .await
}

pub(crate) async fn assessment(house: &House, id: Uuid) -> Result<Option<assessment::Model>, DbErr> {
    assessment::Entity::find_by_id(id).one(house.reader()).await
}

/// All assessments of a complaint.
pub(crate) async fn assessments(house: &House, complaint: Uuid) -> Result<Vec<assessment::Model>, DbErr> {
    let of = assessment::Column::ComplaintId.eq(complaint);
    assessment::Entity::find().filter(of).all(house.reader()).await
}

pub(crate) async fn decisions(house: &House, flag: Uuid) -> Result<Vec<flag_decision::Model>, DbErr> {
    flag_decision::Entity::find()
        .filter(flag_decision::Column::FlagId.eq(flag))
        .order_by_asc(flag_decision::Column::DecidedAt)
        .all(house.reader())
        .await
}
