//! Counting, in SQL alone: no row leaves the database but the sums. A correction replaces what it corrects; a case
//! that took a step several times stands in the group of the last, so that groups add up to the whole.

use chrono::{DateTime, Utc};
use haqqi_kernel::entity::event;
use haqqi_kernel::{Reach, Scope, Tells, stands};
use haqqi_pack::{EVENTS, Figure, FigureUnit};
use sea_orm::sea_query::{Asterisk, Expr, ExprTrait, Func, Query, SelectStatement};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, DbBackend, DbErr};

/// The two events whose sums are held against each other.
pub(crate) const RECEIVED: &str = "complaint.received";
pub(crate) const CLOSED: &str = "complaint.closed";

/// Which events are looked at, whatever is counted of them.
#[derive(Clone, Copy)]
pub(crate) struct Within<'a> {
    pub scope: &'a Scope,
    pub from: DateTime<Utc>,
    pub until: DateTime<Utc>,
    pub office: Option<&'a str>,
}

/// A group's code and its number.
pub(crate) type Sums = Vec<(String, u64)>;

/// Rows of the scope: an event without an office is for those alone who reach everything.
fn reached(scope: &Scope) -> Condition {
    scope.condition(Tells::OfNone, |reach| match reach {
        Reach::Offices(offices) => Some(Condition::all().add(event::Column::Office.is_in(offices.clone()))),
        _ => None,
    })
}

/// Events of a kind that no later event corrects.
fn standing(what: &str) -> Condition {
    Condition::all().add(event::Column::What.eq(what)).add(stands())
}

fn within(what: &str, within: &Within<'_>) -> Condition {
    standing(what)
        .add(event::Column::HappenedAt.gte(within.from))
        .add(event::Column::HappenedAt.lt(within.until))
        .add(reached(within.scope))
        .add_option(within.office.map(|office| event::Column::Office.eq(office)))
}

/// A dimension of an event. One function with two bodies: the databases read JSON each in its own way. The name is
/// one of [`EVENTS`], never a text from outside, so it may stand in the statement.
fn dimension(backend: DbBackend, event: &str, name: &str) -> Expr {
    let known = EVENTS.iter().filter(|(what, _)| *what == event).flat_map(|(_, names)| names.iter());
    let Some(name) = known.into_iter().find(|known| **known == name) else { return Expr::cust("NULL") };
    match backend {
        DbBackend::Postgres => Expr::cust(format!("CAST(dimensions AS jsonb) ->> '{name}'")),
        _ => Expr::cust(format!("json_extract(dimensions, '$.{name}')")),
    }
}

fn bucket(backend: DbBackend, figure: &Figure) -> Expr {
    match figure.group.as_deref() {
        None => Expr::cust("NULL"),
        Some("to") => Expr::col(event::Column::ToState),
        Some("from") => Expr::col(event::Column::FromState),
        Some("office") => Expr::col(event::Column::Office),
        Some(name) => dimension(backend, &figure.event, name),
    }
}

/// One row a case: its last event, with the group it is in.
fn last_of_each(bucket: Expr, condition: Condition) -> SelectStatement {
    Query::select()
        .expr_as(bucket, "bucket")
        .expr_as(
            Expr::cust("ROW_NUMBER() OVER (PARTITION BY subject_id ORDER BY happened_at DESC, id DESC)"),
            "place",
        )
        .from(event::Entity)
        .cond_where(condition)
        .to_owned()
}

fn by_bucket(rows: SelectStatement, number: Expr, last_only: bool) -> SelectStatement {
    let mut sums = Query::select();
    sums.column("bucket").expr_as(number, "number").from_subquery(rows, "counted");
    if last_only {
        sums.and_where(Expr::col("place").eq(1));
    }
    sums.group_by_col("bucket").to_owned()
}

fn statement(backend: DbBackend, figure: &Figure, asked: &Within<'_>) -> SelectStatement {
    let mut condition = within(&figure.event, asked);
    if !figure.to.is_empty() {
        condition = condition.add(event::Column::ToState.is_in(figure.to.clone()));
    }
    if !figure.from.is_empty() {
        condition = condition.add(event::Column::FromState.is_in(figure.from.clone()));
    }
    for (name, code) in &figure.holds {
        condition = condition.add(dimension(backend, &figure.event, name).eq(code.clone()));
    }
    let bucket = bucket(backend, figure);
    match figure.unit {
        FigureUnit::Cases => by_bucket(last_of_each(bucket, condition), Expr::col(Asterisk).count(), true),
        FigureUnit::Steps | FigureUnit::Sum => {
            let one = match figure.sum.as_deref() {
                Some(name) => dimension(backend, &figure.event, name).cast_as("bigint"),
                None => Expr::val(1_i64).cast_as("bigint"),
            };
            let rows = Query::select()
                .expr_as(bucket, "bucket")
                .expr_as(one, "one")
                .from(event::Entity)
                .cond_where(condition)
                .to_owned();
            let sum =
                Expr::expr(Func::coalesce([Expr::col("one").sum(), Expr::val(0_i64)])).cast_as("bigint");
            by_bucket(rows, sum, false)
        }
    }
}

async fn sums<C: ConnectionTrait>(reader: &C, statement: &SelectStatement) -> Result<Sums, DbErr> {
    let mut found = Sums::new();
    for row in reader.query_all(statement).await? {
        let code: Option<String> = row.try_get("", "bucket")?;
        let number: i64 = row.try_get("", "number")?;
        let code = code.unwrap_or_default();
        let number = u64::try_from(number).unwrap_or(0);
        // What does not say and what says nothing are one group.
        match found.iter_mut().find(|(other, _)| *other == code) {
            Some((_, sum)) => *sum += number,
            None => found.push((code, number)),
        }
    }
    found.retain(|(_, number)| *number > 0);
    found.sort_by(|(a, one), (b, other)| other.cmp(one).then_with(|| a.cmp(b)));
    Ok(found)
}

/// Counts one figure.
pub(crate) async fn counted<C: ConnectionTrait>(
    reader: &C,
    figure: &Figure,
    asked: &Within<'_>,
) -> Result<Sums, DbErr> {
    sums(reader, &statement(reader.get_database_backend(), figure, asked)).await
}

/// Received, closed by outcome, and open, each counted by itself.
pub(crate) async fn cohort<C: ConnectionTrait>(
    reader: &C,
    asked: &Within<'_>,
) -> Result<(u64, Sums, u64), DbErr> {
    let subjects = |condition: Condition| {
        Query::select().column(event::Column::SubjectId).from(event::Entity).cond_where(condition).to_owned()
    };
    let received = within(RECEIVED, asked);
    let all =
        by_bucket(last_of_each(Expr::cust("NULL"), received.clone()), Expr::col(Asterisk).count(), true);
    let of_these = standing(CLOSED).add(event::Column::SubjectId.in_subquery(subjects(received.clone())));
    let closed = last_of_each(Expr::col(event::Column::ToState), of_these);
    let closed = by_bucket(closed, Expr::col(Asterisk).count(), true);
    let still = received.add(event::Column::SubjectId.not_in_subquery(subjects(standing(CLOSED))));
    let open = by_bucket(last_of_each(Expr::cust("NULL"), still), Expr::col(Asterisk).count(), true);
    let whole = |found: Sums| found.iter().map(|(_, number)| number).sum();
    Ok((whole(sums(reader, &all).await?), sums(reader, &closed).await?, whole(sums(reader, &open).await?)))
}
