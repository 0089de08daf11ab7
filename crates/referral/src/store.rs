//! Queries. Whatever returns a row of a case or hand-over from outside takes a [`Scope`] that only the judge can make.

use chrono::{DateTime, Utc};
use haqqi_kernel::{House, Reach, Reference, Scope, Tells};
use haqqi_worklist::Cursor;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::entity::{hand_over, hand_over_note, referral_case, referral_consent, referral_ground, transfer};

fn cases_within(scope: &Scope) -> Condition {
    scope.condition(Tells::of(referral_case::Column::ComplaintId), |reach| {
        let all = Condition::all();
        match reach {
            Reach::Offices(offices) => Some(all.add(referral_case::Column::Office.is_in(offices.clone()))),
            Reach::OnDuty => Some(all.add(referral_case::Column::Level.eq("danger"))),
            Reach::Children => Some(all.add(referral_case::Column::Age.eq("child"))),
            _ => None,
        }
    })
}

/// What a row of this case tells of.
fn of_the_case(case: impl ColumnTrait) -> Tells {
    use referral_case::{Column, Entity};
    let complaint = Query::select()
        .column(Column::ComplaintId)
        .from(Entity)
        .and_where(Expr::col((Entity, Column::Id)).equals(case.as_column_ref()))
        .to_owned();
    Tells::through(complaint)
}

fn hand_overs_within(scope: &Scope) -> Condition {
    scope.condition(of_the_case(hand_over::Column::CaseId), |reach| match reach {
        Reach::Agency(agency) => Some(Condition::all().add(hand_over::Column::Agency.eq(agency.clone()))),
        _ => None,
    })
}

fn grounds_within(scope: &Scope) -> Condition {
    scope.condition(of_the_case(referral_ground::Column::CaseId), |reach| match reach {
        Reach::Assigned(id) => Some(Condition::all().add(referral_ground::Column::Approver.eq(*id))),
        _ => None,
    })
}

/// One case by its reference, if the scope reaches it.
pub(crate) async fn case(
    house: &House,
    scope: &Scope,
    reference: Reference,
) -> Result<Option<referral_case::Model>, DbErr> {
    referral_case::Entity::find()
        .filter(referral_case::Column::Reference.eq(reference.to_string()))
        .filter(cases_within(scope))
        .one(house.reader())
        .await
}

/// The case of a row that a scope let through before.
pub(crate) async fn case_of(house: &House, id: Uuid) -> Result<Option<referral_case::Model>, DbErr> {
    referral_case::Entity::find_by_id(id).one(house.reader()).await
}

/// The case that a flag opened: its reference and when, nothing of its inside.
pub(crate) async fn case_of_flag(house: &House, flag: Uuid) -> Result<Option<referral_case::Model>, DbErr> {
    referral_case::Entity::find().filter(referral_case::Column::FlagId.eq(flag)).one(house.reader()).await
}

/// A page of cases in order of what is due.
pub(crate) async fn cases(
    house: &House,
    scope: &Scope,
    closed: bool,
    after: Option<Cursor>,
    most: u64,
) -> Result<Vec<referral_case::Model>, DbErr> {
    use referral_case::Column as C;
    let mut query = referral_case::Entity::find().filter(cases_within(scope));
    query = if closed { query.filter(C::State.eq("closed")) } else { query.filter(C::State.ne("closed")) };
    if let Some(after) = after {
        query =
            query.filter(beyond(C::DueAt.gt(after.due_at), C::DueAt.eq(after.due_at), C::Id.gt(after.id)));
    }
    query.order_by_asc(C::DueAt).order_by_asc(C::Id).limit(most).all(house.reader()).await
}

fn beyond(
    later: sea_orm::sea_query::Expr,
    same: sea_orm::sea_query::Expr,
    next: sea_orm::sea_query::Expr,
) -> Condition {
    Condition::any().add(later).add(Condition::all().add(same).add(next))
}

/// Her answers of a case.
pub(crate) async fn consents(house: &House, case: Uuid) -> Result<Vec<referral_consent::Model>, DbErr> {
    referral_consent::Entity::find()
        .filter(referral_consent::Column::CaseId.eq(case))
        .order_by_asc(referral_consent::Column::Number)
        .all(house.reader())
        .await
}

/// Other grounds of a case.
pub(crate) async fn grounds(house: &House, case: Uuid) -> Result<Vec<referral_ground::Model>, DbErr> {
    referral_ground::Entity::find()
        .filter(referral_ground::Column::CaseId.eq(case))
        .order_by_asc(referral_ground::Column::Number)
        .all(house.reader())
        .await
}

/// Grounds that wait for this approver.
pub(crate) async fn grounds_to_approve(
    house: &House,
    scope: &Scope,
) -> Result<Vec<referral_ground::Model>, DbErr> {
    referral_ground::Entity::find()
        .filter(grounds_within(scope))
        .filter(referral_ground::Column::Decision.is_null())
        .order_by_asc(referral_ground::Column::RecordedAt)
        .all(house.reader())
        .await
}

/// Hand-overs of a case, oldest first.
pub(crate) async fn hand_overs_of(house: &House, case: Uuid) -> Result<Vec<hand_over::Model>, DbErr> {
    hand_over::Entity::find()
        .filter(hand_over::Column::CaseId.eq(case))
        .order_by_asc(hand_over::Column::SentAt)
        .order_by_asc(hand_over::Column::Id)
        .all(house.reader())
        .await
}

/// One hand-over by its reference, if the scope reaches it.
pub(crate) async fn hand_over(
    house: &House,
    scope: &Scope,
    reference: Reference,
) -> Result<Option<hand_over::Model>, DbErr> {
    hand_over::Entity::find()
        .filter(hand_over::Column::Reference.eq(reference.to_string()))
        .filter(hand_overs_within(scope))
        .one(house.reader())
        .await
}

/// A hand-over by its reference, for whoever reaches its case.
pub(crate) async fn hand_over_of_case(
    house: &House,
    scope: &Scope,
    reference: Reference,
) -> Result<Option<(hand_over::Model, referral_case::Model)>, DbErr> {
    let row = hand_over::Entity::find()
        .filter(hand_over::Column::Reference.eq(reference.to_string()))
        .one(house.reader())
        .await?;
    let Some(row) = row else { return Ok(None) };
    let case = referral_case::Entity::find_by_id(row.case_id)
        .filter(cases_within(scope))
        .one(house.reader())
        .await?;
    Ok(case.map(|case| (row, case)))
}

/// The hand-over that this form has sent, if it has.
pub(crate) async fn sent_by_form(
    house: &House,
    case: Uuid,
    form_key: &str,
) -> Result<Option<hand_over::Model>, DbErr> {
    hand_over::Entity::find()
        .filter(hand_over::Column::CaseId.eq(case))
        .filter(hand_over::Column::FormKey.eq(form_key))
        .one(house.reader())
        .await
}

/// A page of an agency's hand-overs: those that wait first, by what is due; then the others.
pub(crate) async fn hand_overs(
    house: &House,
    scope: &Scope,
    waiting: bool,
    after: Option<Cursor>,
    most: u64,
) -> Result<Vec<hand_over::Model>, DbErr> {
    use hand_over::Column as C;
    let mut query = hand_over::Entity::find().filter(hand_overs_within(scope));
    let waits = ["sent", "asked"];
    query =
        if waiting { query.filter(C::State.is_in(waits)) } else { query.filter(C::State.is_not_in(waits)) };
    if let Some(after) = after {
        query =
            query.filter(beyond(C::DueAt.gt(after.due_at), C::DueAt.eq(after.due_at), C::Id.gt(after.id)));
    }
    query.order_by_asc(C::DueAt).order_by_asc(C::Id).limit(most).all(house.reader()).await
}

/// What was said about these hand-overs, oldest first.
pub(crate) async fn notes(house: &House, of: &[Uuid]) -> Result<Vec<hand_over_note::Model>, DbErr> {
    hand_over_note::Entity::find()
        .filter(hand_over_note::Column::HandOverId.is_in(of.to_vec()))
        .order_by_asc(hand_over_note::Column::At)
        // Words and contact of one answer have one instant: their order is that of their kinds.
        .order_by_asc(hand_over_note::Column::Kind)
        .order_by_asc(hand_over_note::Column::Id)
        .all(house.reader())
        .await
}

/// The newest transfers of the cases in scope, before this one.
pub(crate) async fn transfers(
    house: &House,
    scope: &Scope,
    before: Option<Uuid>,
    most: u64,
) -> Result<Vec<transfer::Model>, DbErr> {
    use transfer::Column as C;
    // The register holds no level and no age: only who reaches every case reads it.
    let within = scope.condition(of_the_case(C::CaseId), |reach| match reach {
        Reach::Offices(offices) => Some(Condition::all().add(C::Office.is_in(offices.clone()))),
        _ => None,
    });
    let mut query = transfer::Entity::find().filter(within).order_by_desc(C::Id).limit(most);
    if let Some(before) = before {
        query = query.filter(C::Id.lt(before));
    }
    query.all(house.reader()).await
}

/// The history of these subjects, oldest first: what happened, codes only.
pub(crate) async fn history(
    house: &House,
    subjects: Vec<Uuid>,
) -> Result<Vec<(String, Option<String>, DateTime<Utc>)>, DbErr> {
    use haqqi_kernel::entity::event;
    let rows = event::Entity::find()
        .filter(event::Column::SubjectId.is_in(subjects))
        .order_by_asc(event::Column::HappenedAt)
        .order_by_asc(event::Column::Id)
        .all(house.reader())
        .await?;
    Ok(rows.into_iter().map(|row| (row.what, row.to_state, row.happened_at)).collect())
}
