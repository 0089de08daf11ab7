//! The schedule, what falls due, and how many holds there are: numbers, and nothing of any case.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use haqqi_accounts::StaffSession;
use haqqi_kernel::{Action, judge};
use haqqi_pack::Retention;
use haqqi_web::{Page, Problem, render};

use super::{class, office};
use crate::holds::standing;
use crate::{RetentionDesk, due};

/// A class as the page shows it.
struct Line {
    name: String,
    ends: String,
    time: String,
    source: String,
    /// Nobody has compared it with its source.
    unchecked: bool,
    kept: String,
    gone: String,
}

#[derive(Template)]
#[template(path = "retention.html")]
struct Overview {
    page: Page,
    lines: Vec<Line>,
    /// Class, office, over now, over within 90 days.
    due: Vec<(String, String, String, String)>,
    holds: String,
    may_decide: bool,
    may_hold: bool,
    backups: String,
}

fn words(page: &Page, prefix: &str, codes: &[String]) -> String {
    let none = || page.t("staff-none");
    let said: Vec<String> = codes.iter().map(|code| page.label(prefix, code)).collect();
    if said.is_empty() { none() } else { said.join(&page.t("retention-comma")) }
}

fn line(page: &Page, row: &Retention) -> Line {
    let time = match (row.months, row.days) {
        (Some(months), _) => page.tn("retention-months", "count", months),
        (None, Some(days)) => page.tn("retention-days", "count", days),
        (None, None) => String::new(),
    };
    let source = match &row.article {
        Some(article) => page.label("article", article),
        None => page.label("retention-source", &row.source),
    };
    Line {
        name: class(page, &row.code),
        ends: page.label("retention-ends", row.ends.code()),
        time,
        source,
        unchecked: !row.verified,
        kept: words(page, "retention-kept", &row.kept),
        gone: words(page, "retention-gone", &row.destroyed),
    }
}

pub(super) async fn show(
    State(desk): State<RetentionDesk>,
    session: StaffSession,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let scope = judge(&actor, Action::ReadRetention).map_err(|_| Problem::not_found())?;
    let failed = |error: sea_orm::DbErr| Problem::because(&error);
    let lines = page.site().pack.retentions().iter().map(|row| line(&page, row)).collect();
    let due = due(&desk, &actor)
        .await
        .map_err(failed)?
        .into_iter()
        .map(|one| {
            (
                class(&page, one.class),
                office(&page, one.office.as_deref()),
                page.number(one.now),
                page.number(one.soon),
            )
        })
        .collect();
    let holds = page.tn(
        "retention-holds-standing",
        "count",
        standing(&page.site().house, &scope).await.map_err(failed)?,
    );
    let backups = match desk.backups_kept_days {
        Some(days) => page.tn("retention-backups", "count", days),
        None => page.t("retention-backups-unknown"),
    };
    Ok(render(
        StatusCode::OK,
        &Overview {
            lines,
            due,
            holds,
            may_decide: judge(&actor, Action::ApproveErasure).is_ok(),
            may_hold: judge(&actor, Action::PutHold).is_ok(),
            backups,
            page,
        },
    ))
}
