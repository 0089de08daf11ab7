//! With which instruments and lexicons the house works, and how far what is open was read anew with them: one row for each
//! set, the last one counts. Where the cursor stands is kept with what it passed, so that a house that is killed goes on
//! where it was, and nothing is read twice.

use chrono::{DateTime, Utc};
use haqqi_kernel::entity::job;
use haqqi_kernel::{Actor, Audit, CommitError, House, Job, SubjectKind, Uow};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, Set};
use uuid::Uuid;

use crate::desk::ScreeningDesk;
use crate::entity::rules_walk::{ActiveModel, Column, Entity, Model};

/// The job that reads some of what is open anew.
pub const READ_ANEW: &str = "screening.read-anew";

/// One way through all open complaints, in the order of their ids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Walk {
    /// Its number: 1 for the first set that the house knew.
    pub number: i32,
    /// Of the instruments and lexicons ([`Screener::stamp`](crate::Screener::stamp)).
    pub stamp: String,
    /// When the house began with them.
    pub began_at: DateTime<Utc>,
    /// When it had come through, or began with others.
    pub ended_at: Option<DateTime<Utc>>,
    /// The last complaint that was looked at.
    pub after: Option<Uuid>,
    /// How many were.
    pub looked: i32,
    /// Of how many another assessment came.
    pub made: i32,
    /// How many flags were raised.
    pub raised: i32,
    /// How many could not be opened.
    pub broken: i32,
}

impl From<Model> for Walk {
    fn from(row: Model) -> Self {
        Self {
            number: row.number,
            stamp: row.stamp,
            began_at: row.began_at,
            ended_at: row.ended_at,
            after: row.after,
            looked: row.looked,
            made: row.made,
            raised: row.raised,
            broken: row.broken,
        }
    }
}

/// The last one, if there was any.
///
/// # Errors
/// The database's error.
pub async fn last_walk(house: &House) -> Result<Option<Walk>, DbErr> {
    Ok(Entity::find().order_by_desc(Column::Number).one(house.reader()).await?.map(Walk::from))
}

/// Begins another where instruments or lexicons are others than the last time. Whether one was begun here.
///
/// # Errors
/// [`CommitError`]; then nothing was written.
pub async fn begin_walk(desk: &ScreeningDesk) -> Result<bool, CommitError> {
    let house = &desk.site.house;
    let stamp = desk.screener.stamp(desk.today());
    let last = last_walk(house).await.map_err(|error| CommitError::Db(error.to_string()))?;
    if let Some(last) = last.as_ref().filter(|last| last.stamp == stamp) {
        if last.ended_at.is_none() {
            see_on(house, last).await?;
        }
        return Ok(false);
    }
    let mut unit = house.unit(Actor::System);
    let (now, number) = (unit.now(), last.map_or(0, |last| last.number) + 1);
    unit.update(
        Entity::update_many()
            .col_expr(Column::EndedAt, Expr::value(Some(now)))
            .filter(Column::EndedAt.is_null()),
    );
    unit.insert(ActiveModel {
        number: Set(number),
        stamp: Set(stamp),
        began_at: Set(now),
        ended_at: Set(None),
        after: Set(None),
        looked: Set(0),
        made: Set(0),
        raised: Set(0),
        broken: Set(0),
    });
    unit.job(go_on(number, None));
    unit.audit(Audit::write("screening.begin-rules", SubjectKind::House, Uuid::nil()));
    match unit.commit().await {
        // Another process of the house was faster.
        Err(CommitError::Unique(_)) => Ok(false),
        other => other.map(|_| true),
    }
}

/// Where a way that has not ended has no job any more, because it was given up, it gets another.
async fn see_on(house: &House, walk: &Walk) -> Result<(), CommitError> {
    let waiting = job::Entity::find()
        .filter(job::Column::Kind.eq(READ_ANEW))
        .filter(job::Column::State.eq("ready"))
        .count(house.reader())
        .await;
    if waiting.map_err(|error| CommitError::Db(error.to_string()))? > 0 {
        return Ok(());
    }
    let mut unit = house.unit(Actor::System);
    unit.job(Job::new(READ_ANEW, serde_json::json!({ "walk": walk.number })));
    unit.commit().await.map(|_| ())
}

/// The job that goes on from there: written once, however often it is asked for.
fn go_on(number: i32, after: Option<Uuid>) -> Job {
    let from = after.map_or_else(|| "begin".to_owned(), |id| id.to_string());
    Job::new(READ_ANEW, serde_json::json!({ "walk": number })).key(format!("read-anew:{number}:{from}"))
}

impl Walk {
    /// Writes within the unit that it stands where `to` says: stale where another went on with it, or others began.
    pub fn step(&self, unit: &mut Uow, to: &Self) {
        let here = match self.after {
            Some(after) => Column::After.eq(after),
            None => Column::After.is_null(),
        };
        unit.update_one(
            Entity::update_many()
                .col_expr(Column::After, Expr::value(to.after))
                .col_expr(Column::EndedAt, Expr::value(to.ended_at))
                .col_expr(Column::Looked, Expr::value(to.looked))
                .col_expr(Column::Made, Expr::value(to.made))
                .col_expr(Column::Raised, Expr::value(to.raised))
                .col_expr(Column::Broken, Expr::value(to.broken))
                .filter(Column::Number.eq(self.number))
                .filter(Column::Looked.eq(self.looked))
                .filter(here)
                .filter(Column::EndedAt.is_null()),
        );
    }

    /// Asks within the unit for the next job.
    pub fn go_on(&self, unit: &mut Uow) {
        unit.job(go_on(self.number, self.after));
    }
}
