//! Withdrawing figures that were made public: their numbers are shown no longer, and a notice says when and why. The same
//! period, and no other that shares a day with it, can be released anew: with other days one could be subtracted from
//! what somebody has kept.

use chrono::{DateTime, Utc};
use haqqi_kernel::{Action, Actor, Audit, SubjectKind, judge};
use haqqi_web::Site;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, Set};

use crate::entity::{figure_release, figure_withdrawal};
use crate::model::Period;
use crate::publication::{PublishError, Words, all_reasons, read_words};

/// Figures that were public once.
#[derive(Debug, Clone)]
pub struct Withdrawn {
    /// Of which days.
    pub period: Period,
    /// When they were made public.
    pub released_at: DateTime<Utc>,
    /// When they were withdrawn.
    pub withdrawn_at: DateTime<Utc>,
    /// Why, in each language of the staff.
    pub reason: Words,
}

/// Withdraws the figures that begin on this day.
///
/// # Errors
/// [`PublishError`]; then they stand as before.
pub async fn withdraw_figures(
    site: &Site,
    actor: &Actor,
    from: &str,
    reason: &Words,
) -> Result<(), PublishError> {
    judge(actor, Action::PublishFigures).map_err(|_| PublishError::NotFound)?;
    let reason = all_reasons(site, reason).ok_or(PublishError::Field("reason"))?;
    let row = figure_release::Entity::find()
        .filter(figure_release::Column::FromDay.eq(from))
        .one(site.house.reader())
        .await?
        .ok_or(PublishError::NotFound)?;
    let mut unit = site.house.unit(actor.clone());
    unit.audit(Audit::write("figures.withdraw", SubjectKind::House, row.id));
    unit.delete(figure_release::Entity::delete_many().filter(figure_release::Column::Id.eq(row.id)));
    let now = unit.now();
    // The id is the release's: withdrawn twice at the same time, the second is refused.
    unit.insert(figure_withdrawal::ActiveModel {
        id: Set(row.id),
        from_day: Set(row.from_day),
        to_day: Set(row.to_day),
        figures: Set(row.figures),
        released_at: Set(row.released_at),
        released_by: Set(row.released_by),
        withdrawn_at: Set(now),
        withdrawn_by: Set(actor.account().unwrap_or_default()),
        reason: Set(reason),
    });
    match unit.commit().await {
        Err(haqqi_kernel::CommitError::Unique(_)) => Err(PublishError::NotFound),
        other => Ok(other.map(|_| ())?),
    }
}

/// What was withdrawn, the last first. For everybody.
///
/// # Errors
/// The database's error.
pub async fn withdrawn(site: &Site) -> Result<Vec<Withdrawn>, DbErr> {
    let rows = figure_withdrawal::Entity::find()
        .order_by_desc(figure_withdrawal::Column::WithdrawnAt)
        .all(site.house.reader())
        .await?;
    let read = |row: figure_withdrawal::Model| {
        Some(Withdrawn {
            period: Period { from: row.from_day.parse().ok()?, to: row.to_day.parse().ok()? },
            released_at: row.released_at,
            withdrawn_at: row.withdrawn_at,
            reason: read_words(&row.reason),
        })
    };
    Ok(rows.into_iter().filter_map(read).collect())
}
