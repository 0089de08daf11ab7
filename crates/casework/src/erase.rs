//! Erasing what the office kept of a complaint: calculations, closings, talks, pay, papers, sessions, what is alike. What of
//! it is counted stands in the history, and stays.

use haqqi_kernel::{House, Uow};
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, PaginatorTrait, QueryFilter};
use uuid::Uuid;

use crate::entity::{
    check_in, closing, complaint_pair, contact_attempt, document_return, instalment, joint_request,
    mediation, rescreening, wage_calculation,
};
use crate::mediation::SessionState;
use crate::pay::PayState;

/// Whether something is still to come of a closed complaint: a closing or a joint session that waits for a second person,
/// a session, pay that nobody has seen yet, a day of asking her.
///
/// # Errors
/// The database's error.
pub async fn is_under_way(house: &House, complaint: Uuid) -> Result<bool, DbErr> {
    let reader = house.reader();
    let closings = closing::Entity::find()
        .filter(closing::Column::ComplaintId.eq(complaint))
        .filter(closing::Column::DecidedAt.is_null());
    let joint = joint_request::Entity::find()
        .filter(joint_request::Column::ComplaintId.eq(complaint))
        .filter(joint_request::Column::DecidedAt.is_null());
    let sessions = mediation::Entity::find()
        .filter(mediation::Column::ComplaintId.eq(complaint))
        .filter(mediation::Column::State.eq(SessionState::Planned.code()));
    let pay = instalment::Entity::find()
        .filter(instalment::Column::ComplaintId.eq(complaint))
        .filter(instalment::Column::State.eq(PayState::Due.code()));
    let asking = check_in::Entity::find()
        .filter(check_in::Column::ComplaintId.eq(complaint))
        .filter(check_in::Column::DoneAt.is_null());
    Ok(closings.count(reader).await? > 0
        || joint.count(reader).await? > 0
        || sessions.count(reader).await? > 0
        || pay.count(reader).await? > 0
        || asking.count(reader).await? > 0)
}

/// Erases it within the unit that destroys the complaint's key.
pub fn erase_casework(unit: &mut Uow, complaint: Uuid) {
    macro_rules! gone {
        ($($table:ident),*) => {
            $(unit.delete($table::Entity::delete_many().filter($table::Column::ComplaintId.eq(complaint)));)*
        };
    }
    gone!(
        wage_calculation,
        closing,
        contact_attempt,
        rescreening,
        instalment,
        document_return,
        joint_request,
        mediation,
        check_in
    );
    unit.delete(
        complaint_pair::Entity::delete_many().filter(
            Condition::any()
                .add(complaint_pair::Column::FirstId.eq(complaint))
                .add(complaint_pair::Column::SecondId.eq(complaint)),
        ),
    );
}
