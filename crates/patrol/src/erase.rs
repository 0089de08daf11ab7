//! Erasing by the pack's schedule: the words, the contacts and the marks go with their keys; codes, days and places stay, so
//! that what was reported can be counted again.

use chrono::{DateTime, Utc};
use haqqi_kernel::{Audit, SubjectKind, Uow};
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::entity::{
    advert, advert_decision, advert_mark, advert_recruiter, advert_sighting, recruiter, recruiter_mark,
};
use crate::model::{Decision, Level};

/// Erases up to `most` advertisements that were last seen before this moment: of the class `advert-clear` those in which
/// nothing was found, by the words or by a person; of `advert-marked` all others. Gives their ids.
///
/// # Errors
/// The database's error.
pub async fn erase_adverts(
    unit: &mut Uow,
    class: &str,
    before: DateTime<Utc>,
    most: u64,
) -> Result<Vec<Uuid>, DbErr> {
    let nothing = Decision::Nothing.code();
    let undecided = Condition::all()
        .add(advert::Column::Level.eq(Level::Nothing.code()))
        .add(advert::Column::Decision.is_null());
    let clear = Condition::any().add(undecided).add(advert::Column::Decision.eq(nothing));
    let marked = Condition::any()
        .add(
            Condition::all()
                .add(advert::Column::Decision.is_null())
                .add(advert::Column::Level.ne(Level::Nothing.code())),
        )
        .add(advert::Column::Decision.ne(nothing));
    let of = if class == "advert-clear" { clear } else { marked };
    let rows: Vec<Uuid> = advert::Entity::find()
        .select_only()
        .column(advert::Column::Id)
        .filter(of)
        .filter(advert::Column::ErasedAt.is_null())
        .filter(advert::Column::LastSeen.lt(before.date_naive()))
        .filter(advert::Column::AddedAt.lt(before))
        .order_by_asc(advert::Column::LastSeen)
        .order_by_asc(advert::Column::Id)
        .limit(most)
        .into_tuple()
        .all(unit.reader())
        .await?;
    for id in &rows {
        erase(unit, *id);
    }
    Ok(rows)
}

fn erase(unit: &mut Uow, id: Uuid) {
    let now = unit.now();
    unit.update_one(
        advert::Entity::update_many()
            .col_expr(advert::Column::Reference, Expr::value(format!("erased:{id}")))
            .col_expr(advert::Column::Title, Expr::value(String::new()))
            .col_expr(advert::Column::Body, Expr::value(Vec::<u8>::new()))
            .col_expr(advert::Column::Hits, Expr::value("[]"))
            .col_expr(advert::Column::Signature, Expr::value(Option::<Vec<u8>>::None))
            .col_expr(advert::Column::ErasedAt, Expr::value(Some(now)))
            .filter(advert::Column::Id.eq(id))
            .filter(advert::Column::ErasedAt.is_null()),
    );
    unit.update(
        advert_sighting::Entity::update_many()
            .col_expr(advert_sighting::Column::Address, Expr::value(Option::<Vec<u8>>::None))
            .filter(advert_sighting::Column::AdvertId.eq(id)),
    );
    unit.update(
        advert_decision::Entity::update_many()
            .col_expr(advert_decision::Column::Note, Expr::value(Option::<Vec<u8>>::None))
            .filter(advert_decision::Column::AdvertId.eq(id)),
    );
    unit.delete(advert_mark::Entity::delete_many().filter(advert_mark::Column::AdvertId.eq(id)));
    unit.delete(advert_recruiter::Entity::delete_many().filter(advert_recruiter::Column::AdvertId.eq(id)));
    unit.erase_subject(id);
    unit.audit(Audit::write("advert.erase", SubjectKind::Advert, id));
}

/// Erases up to `most` recruiters of whom no advertisement is left. Gives their ids.
///
/// # Errors
/// The database's error.
pub async fn forget_recruiters(unit: &mut Uow, most: u64) -> Result<Vec<Uuid>, DbErr> {
    let shown = Query::select()
        .column(advert_recruiter::Column::RecruiterId)
        .from(advert_recruiter::Entity)
        .to_owned();
    let ids: Vec<Uuid> = recruiter::Entity::find()
        .select_only()
        .column(recruiter::Column::Id)
        .filter(recruiter::Column::Id.not_in_subquery(shown))
        .order_by_asc(recruiter::Column::Id)
        .limit(most)
        .into_tuple()
        .all(unit.reader())
        .await?;
    for id in &ids {
        unit.delete(
            recruiter_mark::Entity::delete_many().filter(recruiter_mark::Column::RecruiterId.eq(*id)),
        );
        unit.delete(recruiter::Entity::delete_many().filter(recruiter::Column::Id.eq(*id)));
        unit.erase_subject(*id);
        unit.audit(Audit::write("recruiter.erase", SubjectKind::Recruiter, *id));
    }
    Ok(ids)
}
