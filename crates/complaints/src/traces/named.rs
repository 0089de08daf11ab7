//! A complaint that names a workplace before anybody linked it. Whoever has a tie to that workplace must not read it
//! either, nor link it to another: the names of workplaces with which somebody has a tie are kept as keyed marks, and what
//! is told as the employer's name is held against them when it is filed.

use haqqi_kernel::{House, Uow};
use sea_orm::sea_query::{
    Alias, Condition, Expr, ExprTrait, Func, InsertStatement, OnConflict, Query, SelectStatement,
};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, Set};
use uuid::Uuid;

use super::alike::LIKE_NAMES;
use super::{Sort, employer_marks};
use crate::entity::{complaint, complaint_mark, complaint_named, workplace_mark};

/// Of the pairs of a complaint (by this column) and a name of a workplace, those that share marks enough of the shorter one;
/// `own` is how many the complaint has.
fn alike(found: &mut SelectStatement, complaint: Expr, own: Expr) {
    use workplace_mark::Column as W;
    let of = |column: W| Expr::col((workplace_mark::Entity, column));
    let shared = Expr::from(Func::count(of(W::Mark)));
    let enough =
        |all: Expr| shared.clone().mul(1000).gte(all.mul(i64::try_from(LIKE_NAMES).unwrap_or(i64::MAX)));
    found
        .distinct()
        .expr(complaint.clone())
        .column((workplace_mark::Entity, W::EstablishmentId))
        .add_group_by([complaint, of(W::EstablishmentId), of(W::Name), of(W::Together)])
        .cond_having(Condition::any().add(enough(own)).add(enough(of(W::Together))));
}

/// Writes what the query finds: complaint and workplace.
fn keep(found: SelectStatement) -> InsertStatement {
    use complaint_named::Column as C;
    let mut insert = Query::insert();
    insert.into_table(complaint_named::Entity).columns([C::ComplaintId, C::EstablishmentId]);
    insert.on_conflict(OnConflict::columns([C::EstablishmentId, C::ComplaintId]).do_nothing().to_owned());
    // Two columns are written and two are found.
    let _ = insert.select_from(found);
    insert
}

/// The workplaces with a tie whose names are like what these marks are of, once the complaint is in the table and while it is
/// linked to none.
pub(super) fn note(unit: &mut Uow, complaint: Uuid, employer: &[Vec<u8>]) {
    use workplace_mark::Column as W;
    if employer.is_empty() {
        return;
    }
    let own = Expr::value(i64::try_from(employer.len()).unwrap_or(i64::MAX));
    let id = Expr::col((complaint::Entity, complaint::Column::Id));
    let mut found = Query::select()
        .from(complaint::Entity)
        .from(workplace_mark::Entity)
        .and_where(id.clone().eq(complaint))
        .and_where(Expr::col((complaint::Entity, complaint::Column::EstablishmentId)).is_null())
        .and_where(Expr::col((workplace_mark::Entity, W::Mark)).is_in(employer.iter().cloned()))
        .to_owned();
    alike(&mut found, id, own);
    unit.insert_found(&keep(found));
}

/// Keeps the marks of the names of a workplace with which somebody declared a tie, and looks for the complaints that name it
/// already and are linked to none.
pub fn mark_workplace(unit: &mut Uow, establishment: Uuid, names: &[String]) {
    use complaint_mark::Column as M;
    use workplace_mark::Column as W;
    unit.delete(workplace_mark::Entity::delete_many().filter(W::EstablishmentId.eq(establishment)));
    let house = unit.house().clone();
    for (name, text) in (0..).zip(names) {
        let marks = employer_marks(&house, text);
        let together = i32::try_from(marks.len()).unwrap_or(i32::MAX);
        for mark in marks {
            unit.insert(workplace_mark::ActiveModel {
                mark: Set(mark),
                establishment_id: Set(establishment),
                name: Set(name),
                together: Set(together),
            });
        }
    }
    let (told, of_told) = (Alias::new("told"), Alias::new("told"));
    let own = Query::select()
        .expr(Func::count(Expr::col((told.clone(), M::Mark))))
        .from_as(complaint_mark::Entity, told)
        .and_where(Expr::col((of_told.clone(), M::Sort)).eq(Sort::Employer.code()))
        .and_where(Expr::col((of_told, M::ComplaintId)).equals((complaint_mark::Entity, M::ComplaintId)))
        .to_owned();
    let mut found = Query::select()
        .from(workplace_mark::Entity)
        .inner_join(
            complaint_mark::Entity,
            Condition::all()
                .add(Expr::col((complaint_mark::Entity, M::Mark)).equals((workplace_mark::Entity, W::Mark)))
                .add(Expr::col((complaint_mark::Entity, M::Sort)).eq(Sort::Employer.code())),
        )
        .inner_join(
            complaint::Entity,
            Condition::all()
                .add(
                    Expr::col((complaint::Entity, complaint::Column::Id))
                        .equals((complaint_mark::Entity, M::ComplaintId)),
                )
                .add(Expr::col((complaint::Entity, complaint::Column::EstablishmentId)).is_null()),
        )
        .and_where(Expr::col((workplace_mark::Entity, W::EstablishmentId)).eq(establishment))
        .to_owned();
    let own = Expr::SubQuery(None, Box::new(own.into()));
    alike(&mut found, Expr::col((complaint_mark::Entity, M::ComplaintId)), own);
    unit.insert_found(&keep(found));
}

/// The workplaces that a complaint is of, for whoever asks who has a tie there: the one it is linked to, or, before that,
/// those of whose names the told one may be.
///
/// # Errors
/// The database's error.
pub async fn workplaces_of(house: &House, complaint: Uuid, linked: Option<Uuid>) -> Result<Vec<Uuid>, DbErr> {
    if let Some(linked) = linked {
        return Ok(vec![linked]);
    }
    complaint_named::Entity::find()
        .select_only()
        .column(complaint_named::Column::EstablishmentId)
        .filter(complaint_named::Column::ComplaintId.eq(complaint))
        .into_tuple()
        .all(house.reader())
        .await
}

/// Forgets which workplaces it may tell of: somebody who may read it said which it is, or it is erased.
pub(crate) fn forget_named(unit: &mut Uow, complaint: Uuid) {
    unit.delete(
        complaint_named::Entity::delete_many().filter(complaint_named::Column::ComplaintId.eq(complaint)),
    );
}
