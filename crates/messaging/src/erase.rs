//! Erasing the messages to somebody: those that wait and those that went.

use haqqi_kernel::Uow;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::entity::{mail, text_message};

/// Erases every mail and text message under the keys of these subjects, within the unit that destroys the keys. A job that
/// wants to send one finds nothing to send.
pub fn erase_messages(unit: &mut Uow, subjects: &[Uuid]) {
    let ids = || subjects.iter().copied();
    unit.delete(mail::Entity::delete_many().filter(mail::Column::SubjectId.is_in(ids())));
    unit.delete(text_message::Entity::delete_many().filter(text_message::Column::SubjectId.is_in(ids())));
}
