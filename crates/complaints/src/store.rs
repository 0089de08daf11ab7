//! Queries. Whatever returns a row of the sealed table takes a [`Scope`] that only the judge can make.

use haqqi_kernel::{House, Reach, ReceiptCode, Reference, Scope, Tells};
use haqqi_worklist::of_others;
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::credential::Holder;
use crate::entity::{complaint, complaint_text, credential};

/// Rows that the scope reaches, as a condition of the query, so that lists, counts and single rows agree.
pub(crate) fn within(scope: &Scope) -> Condition {
    scope.condition(Tells::of(complaint::Column::Id), |reach| match reach {
        Reach::Offices(offices) => {
            Some(Condition::all().add(complaint::Column::Office.is_in(offices.clone())))
        }
        Reach::Assigned(id) => Some(Condition::all().add(complaint::Column::Assignee.eq(*id))),
        Reach::OnDuty => Some(
            Condition::all()
                .add(
                    Condition::any()
                        .add(complaint::Column::AcknowledgedAt.is_null())
                        .add(complaint::Column::Urgent.eq(true)),
                )
                .add(of_others(scope, complaint::Column::Concerned)),
        ),
        Reach::Subject(id) => Some(Condition::all().add(complaint::Column::Id.eq(*id))),
        Reach::Children => Some(Condition::all().add(complaint::Column::Age.eq("child"))),
        Reach::Everything | Reach::Agency(_) => None,
    })
}

/// One complaint by its reference, if the scope reaches it.
pub(crate) async fn by_reference(
    house: &House,
    scope: &Scope,
    reference: Reference,
) -> Result<Option<complaint::Model>, DbErr> {
    complaint::Entity::find()
        .filter(complaint::Column::Reference.eq(reference.to_string()))
        .filter(within(scope))
        .one(house.reader())
        .await
}

/// One complaint by its id, if the scope reaches it.
pub(crate) async fn by_id(house: &House, scope: &Scope, id: Uuid) -> Result<Option<complaint::Model>, DbErr> {
    complaint::Entity::find_by_id(id).filter(within(scope)).one(house.reader()).await
}

/// The complaint of a referral case that a scope of that room let through before.
pub(crate) async fn of_case(house: &House, id: Uuid) -> Result<Option<complaint::Model>, DbErr> {
    complaint::Entity::find_by_id(id).one(house.reader()).await
}

/// The newest complaints that the scope reaches.
pub(crate) async fn newest(
    house: &House,
    scope: &Scope,
    before: Option<Uuid>,
    most: u64,
) -> Result<Vec<complaint::Model>, DbErr> {
    let mut query =
        complaint::Entity::find().filter(within(scope)).order_by_desc(complaint::Column::Id).limit(most);
    if let Some(before) = before {
        query = query.filter(complaint::Column::Id.lt(before));
    }
    query.all(house.reader()).await
}

/// All texts of a complaint, oldest first.
pub(crate) async fn texts(house: &House, complaint: Uuid) -> Result<Vec<complaint_text::Model>, DbErr> {
    complaint_text::Entity::find()
        .filter(complaint_text::Column::ComplaintId.eq(complaint))
        .order_by_asc(complaint_text::Column::CreatedAt)
        .order_by_asc(complaint_text::Column::Id)
        .all(house.reader())
        .await
}

/// One text by its id.
pub(crate) async fn text(house: &House, id: Uuid) -> Result<Option<complaint_text::Model>, DbErr> {
    complaint_text::Entity::find_by_id(id).one(house.reader()).await
}

/// Who a reference and code belong to. The work done is the same whether the reference is known or not, so that
/// the time taken does not tell.
pub(crate) async fn holder(
    house: &House,
    reference: Reference,
    code: &ReceiptCode,
) -> Result<Option<(complaint::Model, Holder)>, DbErr> {
    let row = complaint::Entity::find()
        .filter(complaint::Column::Reference.eq(reference.to_string()))
        .one(house.reader())
        .await?;
    let complaint_id = row.as_ref().map_or_else(Uuid::nil, |row| row.id);
    let credentials = credential::Entity::find()
        .filter(credential::Column::ComplaintId.eq(complaint_id))
        .filter(credential::Column::RevokedAt.is_null())
        .all(house.reader())
        .await?;
    let digits = code.digits();
    let vault = house.vault();
    if credentials.is_empty() {
        let _ = vault.secret_matches(complaint_id, digits.as_bytes(), &[0; 32]);
    }
    let mut found = None;
    for credential in &credentials {
        if vault.secret_matches(credential.id, digits.as_bytes(), &credential.digest) {
            found = Holder::from_code(&credential.holder);
        }
    }
    Ok(row.zip(found))
}
