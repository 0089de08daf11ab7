//! The first page of the day: what burns, what is due, what is mine.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, TimeDelta, Utc};
use haqqi_accounts::{Directory, StaffSession, home};
use haqqi_complaints::{Desk, Summary, at_establishment, list, summary};
use haqqi_establishments::by_reference;
use haqqi_kernel::{Action, Actor, Reference, judge};
use haqqi_pack::Party;
use haqqi_web::{Errors, Page, Problem, render};
use haqqi_worklist::{
    Counts, Cursor, Filter, ItemKind, QueueRow, Sight, counts, queue, ran_out, unexplained,
};
use serde::Deserialize;
use uuid::Uuid;

use crate::http::queue_tools::{People, ViewRow, people_of, views_of};
use crate::http::record::problem;
use crate::link::register;

/// Rows on a page.
const ROWS: u64 = 50;

/// What is asked of the queue.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    pub view: String,
    pub kind: String,
    pub office: String,
    pub language: String,
    pub label: String,
    pub level: String,
    pub clock: String,
    pub employer: String,
    pub state: String,
    pub nobodys: String,
    pub cluster: String,
    pub after: String,
}

impl Asked {
    /// What was chosen, name by name, as an address has it.
    fn pairs(&self) -> [(&'static str, &str); 11] {
        [
            ("view", &self.view),
            ("kind", &self.kind),
            ("office", &self.office),
            ("language", &self.language),
            ("label", &self.label),
            ("level", &self.level),
            ("clock", &self.clock),
            ("employer", &self.employer),
            ("state", &self.state),
            ("nobodys", &self.nobodys),
            ("cluster", &self.cluster),
        ]
    }

    /// The address of this view, going on behind a row. Whatever is no code is left out.
    pub(super) fn address(&self, after: &str) -> String {
        let code = |text: &&str| {
            !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c))
        };
        let all = self.pairs().into_iter().chain([("after", after)]);
        let pairs: Vec<String> =
            all.filter(|(_, value)| code(value)).map(|(name, value)| format!("{name}={value}")).collect();
        if pairs.is_empty() { "/staff/".to_owned() } else { format!("/staff/?{}", pairs.join("&")) }
    }

    /// The same as the part of an address that forms carry.
    pub(super) fn query(&self) -> String {
        self.address("").trim_start_matches("/staff/").to_owned()
    }

    /// The filter; complaints of an employer are named by who may read them.
    pub(super) async fn filter(
        &self,
        desk: &Desk,
        actor: &Actor,
        now: DateTime<Utc>,
    ) -> Result<Filter, Problem> {
        let chosen = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let employer = chosen(self.employer.trim());
        let subjects = match &employer {
            Some(text) => Some(of_employer(desk, actor, text).await?),
            None => None,
        };
        Ok(Filter {
            mine: self.view == "mine",
            burning: self.view == "burning",
            unrouted: self.view == "unrouted",
            from: (self.view == "soon").then_some(now),
            before: (self.view == "soon").then(|| now + TimeDelta::hours(6)),
            office: chosen(&self.office),
            kind: chosen(&self.kind),
            language: chosen(&self.language),
            label: chosen(&self.label),
            level: chosen(&self.level),
            clock: chosen(&self.clock),
            state: chosen(&self.state),
            nobodys: self.nobodys == "yes",
            cluster: self.cluster == "yes",
            employer,
            subjects,
        })
    }
}

/// The complaints that are linked to a workplace of the register, as far as this account may read both; none where the
/// reference is none.
async fn of_employer(desk: &Desk, actor: &Actor, text: &str) -> Result<Vec<Uuid>, Problem> {
    let Ok(reference) = text.parse::<Reference>() else { return Ok(Vec::new()) };
    let Ok(scope) = judge(actor, Action::ReadComplaint) else { return Ok(Vec::new()) };
    let Ok(found) = by_reference(&register(desk), actor, reference).await else { return Ok(Vec::new()) };
    let rows = at_establishment(desk, &scope, found.id).await.map_err(|e| Problem::because(&e))?;
    Ok(rows.iter().map(|row| row.id).collect())
}

/// A row as the page shows it.
struct Shown {
    row: QueueRow,
    link: String,
    level: &'static str,
    share: i64,
    /// A clock that hangs on it ran out.
    late: bool,
}

impl Shown {
    /// Which labels of the pack its label is one of.
    fn labels(&self) -> &'static str {
        if self.row.kind == ItemKind::HerClock.code() { "deadline" } else { "kind" }
    }
}

#[derive(Template)]
#[template(path = "queue.html")]
struct QueuePage {
    page: Page,
    counts: Counts,
    /// Clocks that ran out of which nobody has said why.
    late: u64,
    in_time: String,
    rows: Vec<Shown>,
    asked: Asked,
    kinds: Vec<(String, String)>,
    offices: Vec<(String, String)>,
    languages: Vec<(String, String)>,
    labels: Vec<(String, String)>,
    levels: Vec<(String, String)>,
    clocks: Vec<(String, String)>,
    states: Vec<(String, String)>,
    /// Whether anything but the usual is chosen: then the choices stand open.
    narrowed: bool,
    views: Vec<ViewRow>,
    /// Whom work can be given to; none where this person gives none.
    people: Vec<(String, String)>,
    /// Whose work can be handed over.
    heirs: Vec<(String, String)>,
    leavers: Vec<(String, String)>,
    next: String,
    errors: Errors,
}

pub(super) async fn show(
    State(desk): State<Desk>,
    session: StaffSession,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    page_of(&desk, session, asked, Errors::none()).await
}

/// For whom this account stands in now.
pub(super) async fn stands_in_for(desk: &Desk, actor: &Actor) -> Result<Vec<Uuid>, Problem> {
    let Some(account) = actor.account() else { return Ok(Vec::new()) };
    let directory = Directory::new(desk.site.house.clone());
    directory.stands_in_for(account).await.map_err(|e| Problem::because(&e))
}

/// The queue, with what was wrong with a form of it.
pub(super) async fn page_of(
    desk: &Desk,
    session: StaffSession,
    asked: Asked,
    errors: Errors,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    // Who has no work of a queue begins elsewhere.
    let Ok(sight) = Sight::of(&actor) else { return Ok(Redirect::to(home(&actor)).into_response()) };
    let house = &desk.site.house;
    let sight = sight.standing_in_for(stands_in_for(desk, &actor).await?);
    let now = house.now();
    let filter = asked.filter(desk, &actor, now).await?;
    let failed = |e: sea_orm::DbErr| Problem::because(&e);
    let found = queue(house, &sight, &filter, Cursor::decode(&asked.after), ROWS).await.map_err(failed)?;
    let counts = counts(house, &sight, now + TimeDelta::hours(6)).await.map_err(failed)?;
    let late = unexplained(house, &sight).await.map_err(failed)?;
    let ids: Vec<_> = found.rows.iter().map(|row| row.id).collect();
    let ran_out = ran_out(house, &ids).await.map_err(failed)?;
    let in_time = counts.read_in_time_per_mille.map_or_else(|| "–".to_owned(), |n| page.per_cent(n));
    let rows = found
        .rows
        .into_iter()
        .map(|row| {
            let share = row.percent_left(now);
            let level = if row.danger || share < 15 {
                "late"
            } else if share < 50 {
                "soon"
            } else {
                "good"
            };
            Shown { link: row.link(actor.account()), late: ran_out.contains(&row.id), row, level, share }
        })
        .collect();
    let pack = &desk.site.pack;
    let labelled = |prefix: &str, code: &str| (code.to_owned(), page.label(prefix, code));
    let kinds = sight.kinds().into_iter().map(|kind| labelled("work", kind.code())).collect();
    let offices = pack.offices().iter().map(|office| labelled("office", &office.code)).collect();
    let languages =
        pack.languages().iter().map(|row| (row.tag.clone(), page.language_name(&row.tag))).collect();
    let labels = pack.kinds().iter().map(|kind| labelled("kind", &kind.code)).collect();
    let mut levels = vec![("any".to_owned(), page.t("casework-queue-flagged"))];
    levels.extend(["danger", "strong", "possible"].map(|code| labelled("level", code)));
    let mut clocks: Vec<(String, String)> = Vec::new();
    for clock in pack.deadlines().iter().filter(|clock| clock.against == Party::Authority) {
        if !clocks.iter().any(|(code, _)| *code == clock.code) {
            clocks.push(labelled("deadline", &clock.code));
        }
    }
    let states = ["open", "done"].map(|code| labelled("casework-queue", code)).to_vec();
    let next = found.next.map_or_else(String::new, |cursor| asked.address(&cursor.encode()));
    let narrowed = asked.pairs().iter().skip(2).any(|(_, value)| !value.is_empty());
    let views = views_of(desk, &actor, &asked).await?;
    let People { there: people, heirs, leavers } = people_of(desk, &actor, &page).await?;
    let cookie = page.language_cookie();
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shown = QueuePage {
        page,
        counts,
        late,
        in_time,
        rows,
        asked,
        kinds,
        offices,
        languages,
        labels,
        levels,
        clocks,
        states,
        narrowed,
        views,
        people,
        heirs,
        leavers,
        next,
        errors,
    };
    Ok(([(SET_COOKIE, cookie)], render(status, &shown)).into_response())
}

#[derive(Template)]
#[template(path = "complaints.html")]
struct ComplaintsPage {
    page: Page,
    /// Whether those who work in homes have a list of their own for this account.
    homes: bool,
    rows: Vec<Summary>,
    next: String,
}

/// Where the list goes on: behind this reference.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Behind {
    #[serde(default)]
    before: String,
}

pub(super) async fn complaints(
    State(desk): State<Desk>,
    session: StaffSession,
    Query(asked): Query<Behind>,
) -> Result<Response, Problem> {
    let before = match asked.before.parse::<Reference>() {
        Ok(reference) => {
            let scope = judge(&session.actor, Action::ReadComplaint).map_err(|_| Problem::not_found())?;
            Some(summary(&desk, &scope, reference).await.map_err(problem)?.id)
        }
        // Anything else is the first page.
        Err(_) => None,
    };
    let rows = list(&desk, &session.actor, before, ROWS).await.map_err(problem)?;
    let homes = judge(&session.actor, Action::WorkComplaint).is_ok();
    let full = u64::try_from(rows.len()).is_ok_and(|many| many == ROWS);
    let last = rows.last().filter(|_| full);
    let next = last.map_or_else(String::new, |row| format!("/staff/complaints?before={}", row.reference));
    Ok(render(StatusCode::OK, &ComplaintsPage { page: session.page, homes, rows, next }))
}
