//! Figures as JSON.

use axum::extract::{Query, State};
use haqqi_accounts::ApiStaff;
use haqqi_web::{Json, Problem, Site, instant};
use serde::Serialize;
use utoipa::ToSchema;

use crate::ask::{Ask, figures};
use crate::http::refused;
use crate::model::Counted;

/// A group. `count` is null where the number is too small for the token's owner.
#[derive(Serialize, ToSchema)]
pub(super) struct Group {
    code: String,
    count: Option<u64>,
}

/// A figure by its published definition.
#[derive(Serialize, ToSchema)]
pub(super) struct Figure {
    code: String,
    section: &'static str,
    /// `cases`, `steps`, `sum`.
    unit: &'static str,
    /// The event counted.
    event: String,
    total: Option<u64>,
    groups: Vec<Group>,
}

/// Received is always closed by outcome and open together.
#[derive(Serialize, ToSchema)]
pub(super) struct Cohort {
    received: Option<u64>,
    closed: Vec<Group>,
    open: Option<u64>,
}

/// The figures of a period.
#[derive(Serialize, ToSchema)]
#[schema(as = FigureAnswer)]
pub(super) struct Answer {
    from: String,
    to: String,
    office: Option<String>,
    counted_at: String,
    /// What became, until now, of the complaints received in the period.
    cohort: Cohort,
    figures: Vec<Figure>,
}

fn groups(of: &[crate::Group]) -> Vec<Group> {
    of.iter().map(|group| Group { code: group.code.clone(), count: group.count }).collect()
}

fn figure(counted: &Counted) -> Figure {
    Figure {
        code: counted.figure.code.clone(),
        section: counted.figure.section.code(),
        unit: counted.figure.unit.code(),
        event: counted.figure.event.clone(),
        total: counted.total,
        groups: groups(&counted.groups),
    }
}

/// Counts the figures of a period: `period` is `month`, `30`, `90`, or `days` with `from` and `to`; `office` a code.
#[utoipa::path(get, path = "/api/v1/figures", tag = "statistics",
    params(("period" = Option<String>, Query), ("from" = Option<String>, Query), ("to" = Option<String>, Query), ("office" = Option<String>, Query)),
    responses((status = 200, body = Answer), (status = 401), (status = 404), (status = 422)))]
pub(super) async fn read(
    State(site): State<Site>,
    caller: ApiStaff,
    Query(ask): Query<Ask>,
) -> Result<Json<Answer>, Problem> {
    let field = |error| match refused(error) {
        Ok((field, message)) => Problem::unprocessable().field(field, message),
        Err(problem) => problem,
    };
    let asked = ask.understand(&site).map_err(field)?;
    let found = figures(&site, &caller.actor, &asked).await.map_err(field)?;
    Ok(Json(Answer {
        from: found.period.from.to_string(),
        to: found.period.to.to_string(),
        office: found.office,
        counted_at: instant(found.counted_at),
        cohort: Cohort {
            received: found.cohort.received,
            closed: groups(&found.cohort.closed),
            open: found.cohort.open,
        },
        figures: found.figures.iter().map(figure).collect(),
    }))
}
