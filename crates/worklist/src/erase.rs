//! Erasing the work on something: items lose their reference, notices go, and so do the words to a late clock. Clocks and
//! breaches stay, for the figures: they name no one.

use haqqi_kernel::{House, Uow};
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, PaginatorTrait, QueryFilter};
use uuid::Uuid;

use crate::entity::{breach, deadline, notice, work_item};
use crate::item::ItemKind;
use crate::state::ItemState;

/// Whether there is open work on any of these subjects, or under this reference, other than deciding on erasing them.
///
/// # Errors
/// The database's error.
pub async fn has_open_work(house: &House, subjects: &[Uuid], reference: &str) -> Result<bool, DbErr> {
    let of = Condition::any()
        .add(work_item::Column::SubjectId.is_in(subjects.iter().copied()))
        .add(work_item::Column::Reference.eq(reference));
    let open =
        work_item::Entity::find().filter(work_item::Column::State.eq(ItemState::Open.code())).filter(of);
    let open = open.filter(work_item::Column::Kind.ne(ItemKind::ErasureToDecide.code()));
    Ok(open.count(house.reader()).await? > 0)
}

/// Erases the work on these subjects within the caller's unit; what is open is ended. `key` seals the words to a late
/// clock, and is destroyed by the caller.
pub fn erase_work(unit: &mut Uow, subjects: &[Uuid], key: Uuid) {
    use work_item::Column as C;
    let of = || subjects.iter().copied();
    let items =
        Query::select().column(C::Id).from(work_item::Entity).and_where(C::SubjectId.is_in(of())).to_owned();
    unit.delete(notice::Entity::delete_many().filter(notice::Column::ItemId.in_subquery(items)));
    let late = Query::select()
        .column(deadline::Column::Id)
        .from(deadline::Entity)
        .and_where(deadline::Column::SubjectId.is_in(of()))
        .to_owned();
    unit.update(
        breach::Entity::update_many()
            .col_expr(breach::Column::Words, Expr::value(Option::<Vec<u8>>::None))
            .col_expr(breach::Column::WordsKey, Expr::value(Option::<Uuid>::None))
            .filter(
                Condition::any()
                    .add(breach::Column::DeadlineId.in_subquery(late))
                    .add(breach::Column::WordsKey.eq(key)),
            ),
    );
    unit.update(
        work_item::Entity::update_many()
            .col_expr(C::Reference, Expr::value(""))
            .col_expr(C::Place, Expr::value(Option::<String>::None))
            .col_expr(C::Cluster, Expr::value(Option::<i32>::None))
            .col_expr(C::Concerned, Expr::value(Option::<String>::None))
            .col_expr(C::State, Expr::value(ItemState::Done.code()))
            .filter(C::SubjectId.is_in(of())),
    );
}
