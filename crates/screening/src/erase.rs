//! Erasing what the room keeps of a complaint: what was found in her words and why people decided as they did. Levels,
//! states and dates stay, for the figures.

use haqqi_kernel::{House, Uow};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::entity::{assessed, assessment, flag, flag_decision, indicator_said};
use crate::model::FlagState;
use crate::store;

/// Whether a flag of this complaint waits for a person.
///
/// # Errors
/// The database's error.
pub async fn has_open_flag(house: &House, complaint: Uuid) -> Result<bool, DbErr> {
    let flags = store::of_complaint(house, complaint).await?;
    // A state that is not known is looked at by a person first.
    Ok(flags.iter().any(|row| FlagState::from_code(&row.state).is_none_or(FlagState::is_open)))
}

/// Erases flags and assessments of a complaint within the unit that destroys its key. Gives the flags' ids, under which
/// other rooms keep work.
///
/// # Errors
/// The database's error.
pub async fn erase_flags(unit: &mut Uow, complaint: Uuid) -> Result<Vec<Uuid>, DbErr> {
    let flags = store::of_complaint(unit.house(), complaint).await?;
    let nothing = || Expr::value(Vec::<u8>::new());
    unit.update(
        assessment::Entity::update_many()
            .col_expr(assessment::Column::Result, nothing())
            .filter(assessment::Column::ComplaintId.eq(complaint)),
    );
    unit.delete(
        indicator_said::Entity::delete_many().filter(indicator_said::Column::ComplaintId.eq(complaint)),
    );
    unit.delete(assessed::Entity::delete_many().filter(assessed::Column::ComplaintId.eq(complaint)));
    for flag in &flags {
        // No reference leads to it any more.
        unit.update(
            flag::Entity::update_many()
                .col_expr(flag::Column::Reference, Expr::value(format!("erased:{}", flag.id)))
                .col_expr(flag::Column::ComplaintReference, Expr::value(""))
                .filter(flag::Column::Id.eq(flag.id)),
        );
        unit.update(
            flag_decision::Entity::update_many()
                .col_expr(flag_decision::Column::Words, nothing())
                .filter(flag_decision::Column::FlagId.eq(flag.id)),
        );
    }
    Ok(flags.into_iter().map(|flag| flag.id).collect())
}
