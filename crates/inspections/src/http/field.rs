//! The inspector's pages: today's visits and those to come, and a visit's sheet. Requested or routine, they are the
//! same to the last letter.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use haqqi_accounts::StaffSession;
use haqqi_kernel::{Action, judge};
use haqqi_web::{Form, Page, Problem, render};

use super::day::shown_day;
use super::visit::{
    Settled, ShownFinding, ShownMeasure, settle_form, sheet_rows, shown_findings, shown_measures,
};
use super::{problem, reference};
use crate::desk::InspectionDesk;
use crate::list::{ListedVisit, VisitFilter, list};
use crate::model::VisitState;
use crate::open::{OpenedVisit, open};

#[derive(Template)]
#[template(path = "field_list.html")]
struct FieldPage {
    page: Page,
    today: Vec<ListedVisit>,
    coming: Vec<ListedVisit>,
    earlier: Vec<ListedVisit>,
    done: Vec<ListedVisit>,
}

impl FieldPage {
    /// The parts of the page: heading, visits, and whether the part stands there when it is empty.
    fn parts(&self) -> [(&'static str, &[ListedVisit], bool); 4] {
        [
            ("inspections-today", &self.today, true),
            ("inspections-earlier", &self.earlier, false),
            ("inspections-coming", &self.coming, true),
            ("inspections-done", &self.done, false),
        ]
    }
}

#[derive(Template)]
#[template(path = "sheet.html")]
struct SheetPage {
    page: Page,
    visit: OpenedVisit,
    rows: Vec<(String, String)>,
    open: bool,
    /// How many workers were asked alike.
    asked: i64,
    found_on: String,
    findings: Vec<ShownFinding>,
    measures: Vec<ShownMeasure>,
}

pub(super) async fn list_of(
    desk: &InspectionDesk,
    session: &StaffSession,
    filter: VisitFilter,
) -> Result<Vec<ListedVisit>, Problem> {
    judge(&session.actor, Action::RecordVisit).map_err(|_| Problem::not_found())?;
    let all = list(desk, &session.actor, &filter, 200).await.map_err(problem)?;
    let own = session.staff.id;
    Ok(all
        .into_iter()
        .filter(|visit| visit.team.iter().any(|(who, _)| *who == own) || visit.heirs.contains(&own))
        .collect())
}

pub(super) async fn page(
    State(desk): State<InspectionDesk>,
    session: StaffSession,
) -> Result<Response, Problem> {
    let open = list_of(&desk, &session, VisitFilter { open_only: true, ..VisitFilter::default() }).await?;
    let since = desk.house().now() - chrono::TimeDelta::days(30);
    let recent =
        list_of(&desk, &session, VisitFilter { from: Some(since), ..VisitFilter::default() }).await?;
    let calendar = desk.clocks.calendar(session.staff.office.as_deref());
    let day = calendar.date(desk.house().now());
    let (mut today, mut coming, mut earlier) = (Vec::new(), Vec::new(), Vec::new());
    for visit in open {
        match calendar.date(visit.row.starts_at).cmp(&day) {
            std::cmp::Ordering::Less => earlier.push(visit),
            std::cmp::Ordering::Equal => today.push(visit),
            std::cmp::Ordering::Greater => coming.push(visit),
        }
    }
    let finished =
        |visit: &ListedVisit| matches!(visit.row.state, VisitState::Finished | VisitState::Reported);
    let done = recent.into_iter().rev().filter(finished).collect();
    Ok(render(StatusCode::OK, &FieldPage { page: session.page, today, coming, earlier, done }))
}

pub(super) async fn sheet(
    State(desk): State<InspectionDesk>,
    Path(text): Path<String>,
    session: StaffSession,
) -> Result<Response, Problem> {
    judge(&session.actor, Action::RecordVisit).map_err(|_| Problem::not_found())?;
    let StaffSession { actor, page, .. } = session;
    let visit = open(&desk, &actor, reference(&text)?).await.map_err(problem)?;
    let asked = desk.asked.at(visit.row.id).await.map_err(|e| Problem::because(&e))?;
    let shown = SheetPage {
        asked: i64::try_from(asked).unwrap_or(i64::MAX),
        rows: sheet_rows(&page, &visit),
        found_on: shown_day(&desk, &page, &visit),
        findings: shown_findings(&page, &visit),
        measures: shown_measures(&page, &actor, &visit),
        open: visit.row.state.is_open(),
        visit,
        page,
    };
    Ok(render(StatusCode::OK, &shown))
}

pub(super) async fn measure(
    State(desk): State<InspectionDesk>,
    Path((text, number)): Path<(String, String)>,
    session: StaffSession,
    Form(form): Form<Settled>,
) -> Result<Response, Problem> {
    settle_form(&desk, &session, &text, &number, &form).await?;
    Ok(Redirect::to(&format!("/field/visits/{text}")).into_response())
}
