//! What somebody has to see on each of their pages, asked in one look at the database: nearly always there is nothing, and
//! then nothing more is read. Nothing is kept between two looks, so no page is behind.

use haqqi_kernel::{Action, Actor, House, judge};
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{ConnectionTrait, DbErr};
use uuid::Uuid;

use crate::{invite, openings, second};

/// Where there is something to see.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Signs {
    /// For the second person: for this very account, or for one that it may confirm.
    pub(crate) waits: bool,
    /// New secrets for this very account.
    pub(crate) anew: bool,
    /// Records opened by two, for who watches over them.
    pub(crate) opened: bool,
}

/// Looks.
pub(crate) async fn look(house: &House, actor: &Actor, staff: Uuid) -> Result<Signs, DbErr> {
    let now = house.now();
    let confirms = judge(actor, Action::ConfirmPeople).is_ok();
    let watches = judge(actor, Action::WatchOpenings).is_ok();
    let mut query = Query::select();
    query.expr_as(Expr::exists(second::open_rows(now, (!confirms).then_some(staff))), "waits");
    query.expr_as(Expr::exists(invite::rows_anew(now, staff)), "anew");
    if watches {
        query.expr_as(Expr::exists(openings::rows_to_watch(now)), "opened");
    }
    let Some(row) = house.reader().query_one(&query).await? else { return Ok(Signs::default()) };
    Ok(Signs {
        waits: row.try_get("", "waits")?,
        anew: row.try_get("", "anew")?,
        opened: watches && row.try_get("", "opened")?,
    })
}
