//! What is told of a workplace, and who must not hear it: whoever has a tie there.

use std::collections::HashSet;

use sea_orm::sea_query::{Alias, Expr, ExprTrait, Query, SelectStatement, SimpleExpr, UnionType};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr};
use uuid::Uuid;

use crate::House;

/// What the rows of a query tell of: each query says it, so that no room forgets that somebody may have a tie.
#[derive(Debug, Clone)]
pub enum Tells {
    /// Of no workplace.
    OfNone,
    /// Of the complaint or the workplace whose id stands in this column, or of none where it is empty.
    Of(SimpleExpr),
}

impl Tells {
    /// Of what this column names.
    #[must_use]
    pub fn of(column: impl ColumnTrait) -> Self {
        Self::Of(Expr::col(column.as_column_ref()))
    }

    /// Of what another table tells for the row: a query of one value.
    #[must_use]
    pub fn through(select: SelectStatement) -> Self {
        Self::Of(Expr::SubQuery(None, Box::new(select.into())))
    }
}

/// The complaints of these workplaces: linked to one, or not linked yet and with a name told that is like one of theirs. Read
/// where it stands rather than copied to each row that tells of one, so that a complaint that is linked later is out of reach
/// from that moment on.
pub(super) fn complaints_of(workplaces: &[Uuid]) -> SelectStatement {
    let of = |table: &'static str, complaint: &'static str| {
        Query::select()
            .column(Alias::new(complaint))
            .from(Alias::new(table))
            .and_where(Expr::col(Alias::new("establishment_id")).is_in(workplaces.iter().copied()))
            .to_owned()
    };
    of("complaint", "id").union(UnionType::All, of("complaint_named", "complaint_id")).to_owned()
}

/// What is out of reach of who has ties to these workplaces: they, and the complaints about them.
///
/// # Errors
/// The database's error.
pub async fn out_of_reach(house: &House, ties: &[Uuid]) -> Result<HashSet<Uuid>, DbErr> {
    let mut all: HashSet<Uuid> = ties.iter().copied().collect();
    if !ties.is_empty() {
        for row in house.reader().query_all(&complaints_of(ties)).await? {
            all.insert(row.try_get_by_index(0)?);
        }
    }
    Ok(all)
}
