//! Erasing what an interview left of a complaint. What of it is counted stands in the history, and stays.

use haqqi_kernel::{House, Uow};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter};
use uuid::Uuid;

use crate::entity::{interview, interview_answer, interview_consent};

/// Whether an interview about a complaint goes on.
///
/// # Errors
/// The database's error.
pub async fn is_under_way(house: &House, complaint: Uuid) -> Result<bool, DbErr> {
    let open = interview::Entity::find()
        .filter(interview::Column::AboutId.eq(complaint))
        .filter(interview::Column::EndedAt.is_null());
    Ok(open.count(house.reader()).await? > 0)
}

/// Erases them within the unit that destroys the complaint's key.
pub fn erase_interviews(unit: &mut Uow, complaint: Uuid) {
    macro_rules! gone {
        ($($table:ident),*) => {
            $(unit.delete($table::Entity::delete_many().filter($table::Column::AboutId.eq(complaint)));)*
        };
    }
    gone!(interview, interview_consent, interview_answer);
}
