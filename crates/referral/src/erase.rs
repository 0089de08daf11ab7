//! Erasing a referral case with the complaint that it came from: its key, the keys of its hand-overs, and what was sealed
//! under them. The register of what was handed over, to whom and on which ground names no one, and stays.

use chrono::{DateTime, Utc};
use haqqi_kernel::{Audit, House, SubjectKind, Uow};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::entity::{hand_over, hand_over_note, referral_case, referral_consent, referral_ground};

/// A case as the schedule sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseOf {
    /// Its id, never shown.
    pub id: Uuid,
    /// When it was closed; nothing while it is open.
    pub closed_at: Option<DateTime<Utc>>,
    version: i32,
}

/// The cases that came of a complaint.
///
/// # Errors
/// The database's error.
pub async fn case_of_complaint(house: &House, complaint: Uuid) -> Result<Vec<CaseOf>, DbErr> {
    let rows = referral_case::Entity::find()
        .filter(referral_case::Column::ComplaintId.eq(complaint))
        .all(house.reader())
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| CaseOf { id: row.id, closed_at: row.closed_at, version: row.version })
        .collect())
}

/// Erases a case within the unit that erases its complaint. Gives the ids of case and hand-overs, under which other rooms
/// keep work.
///
/// # Errors
/// The database's error.
pub async fn erase_case(unit: &mut Uow, case: &CaseOf) -> Result<Vec<Uuid>, DbErr> {
    use referral_case::Column as C;
    let sent =
        hand_over::Entity::find().filter(hand_over::Column::CaseId.eq(case.id)).all(unit.reader()).await?;
    let (nothing, none) = (|| Expr::value(Vec::<u8>::new()), || Expr::value(Option::<Vec<u8>>::None));
    unit.update_one(
        referral_case::Entity::update_many()
            .col_expr(C::Reference, Expr::value(format!("erased:{}", case.id)))
            .col_expr(C::FlagReference, Expr::value(""))
            .col_expr(C::ComplaintReference, Expr::value(""))
            .col_expr(C::Version, Expr::value(case.version + 1))
            .filter(C::Id.eq(case.id))
            .filter(C::Version.eq(case.version)),
    );
    unit.update(
        referral_consent::Entity::update_many()
            .col_expr(referral_consent::Column::Words, none())
            .filter(referral_consent::Column::CaseId.eq(case.id)),
    );
    unit.update(
        referral_ground::Entity::update_many()
            .col_expr(referral_ground::Column::Words, nothing())
            .col_expr(referral_ground::Column::View, none())
            .col_expr(referral_ground::Column::OrderNumber, none())
            .col_expr(referral_ground::Column::DecisionWords, none())
            .filter(referral_ground::Column::CaseId.eq(case.id)),
    );
    unit.erase_subject(case.id);
    unit.audit(Audit::write("referral.erase", SubjectKind::Referral, case.id));
    for one in &sent {
        unit.update(
            hand_over::Entity::update_many()
                .col_expr(hand_over::Column::Reference, Expr::value(format!("erased:{}", one.id)))
                .col_expr(hand_over::Column::Snapshot, nothing())
                .filter(hand_over::Column::Id.eq(one.id)),
        );
        unit.update(
            hand_over_note::Entity::update_many()
                .col_expr(hand_over_note::Column::Words, nothing())
                .filter(hand_over_note::Column::HandOverId.eq(one.id)),
        );
        unit.erase_subject(one.id);
    }
    Ok(std::iter::once(case.id).chain(sent.into_iter().map(|one| one.id)).collect())
}
