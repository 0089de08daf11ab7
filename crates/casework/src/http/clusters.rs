//! The pages and endpoints of clusters: what several tell of, side by side.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use haqqi_accounts::{ApiStaff, StaffSession};
use haqqi_complaints::Desk;
use haqqi_kernel::{Action, judge};
use haqqi_web::{Json, Page, Problem, render};
use serde::Serialize;
use utoipa::ToSchema;

use super::record::{problem, reference};
use crate::clusters::{Around, Cluster, ClusterError, clusters, open_cluster};

fn refused(error: ClusterError) -> Problem {
    match error {
        ClusterError::Read(error) => problem(error),
        other => Problem::because(&other),
    }
}

/// A cluster as a row.
struct Row {
    href: String,
    name: String,
    reference: String,
    many: String,
    levels: Vec<String>,
    last: String,
    /// The complaints' languages.
    languages: String,
}

fn title(page: &Page, cluster: &Cluster) -> String {
    match &cluster.workplace {
        Some(workplace) => match workplace.name_for(page.tag()) {
            Some(name) => name.to_owned(),
            None => page.t(&format!("establishments-kind-{}", workplace.kind.code())),
        },
        None => page.t("casework-clusters-place"),
    }
}

fn levels(page: &Page, cluster: &Cluster) -> Vec<String> {
    let level = |(level, many): (haqqi_screening::Level, usize)| {
        // In brackets: beside an Arabic figure a dot in the middle reads as a nought.
        format!("{} ({})", page.label("level", level.code()), page.number(many))
    };
    cluster.levels().into_iter().map(level).collect()
}

fn many(page: &Page, cluster: &Cluster) -> String {
    let all = page.tn("casework-clusters-many", "many", cluster.complaints.len());
    let open = page.tn("casework-clusters-open", "many", cluster.open());
    format!("{all}, {open}")
}

impl Row {
    fn of(page: &Page, cluster: &Cluster) -> Self {
        let mut tags: Vec<&str> = cluster.complaints.iter().map(|one| one.language.as_str()).collect();
        tags.sort_unstable();
        tags.dedup();
        let names: Vec<String> = tags.into_iter().map(|tag| page.language_name(tag)).collect();
        Self {
            href: format!("/staff/clusters/{}", cluster.reference),
            name: title(page, cluster),
            reference: cluster.reference.to_string(),
            many: many(page, cluster),
            levels: levels(page, cluster),
            last: cluster.last().map(|at| page.date(&at)).unwrap_or_default(),
            languages: page.language().list(&names),
        }
    }
}

/// The clusters around one sort of thing.
struct Group {
    name: String,
    /// Those in which a flag stands.
    flagged: Vec<Row>,
    /// The others, a touch away: that several of one firm ask about their pay is no sign by itself.
    calm: Vec<Row>,
    /// What opens the others, with their number.
    calm_words: String,
}

impl Group {
    fn of(page: &Page, around: Around, all: &[Cluster]) -> Self {
        let of_it = all.iter().filter(|one| one.around == around);
        let (flagged, calm): (Vec<&Cluster>, Vec<&Cluster>) = of_it.partition(|one| !one.flags.is_empty());
        let rows = |some: &[&Cluster]| some.iter().map(|one| Row::of(page, one)).collect::<Vec<_>>();
        Self {
            name: page.t(&format!("casework-clusters-{}s", around.code())),
            flagged: rows(&flagged),
            calm_words: page.tn("casework-clusters-calm", "many", calm.len()),
            calm: rows(&calm),
        }
    }
}

#[derive(Template)]
#[template(path = "clusters.html")]
struct ListPage {
    page: Page,
    groups: Vec<Group>,
}

pub(super) async fn list(State(desk): State<Desk>, session: StaffSession) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let all = clusters(&desk, &actor).await.map_err(problem)?;
    let groups = Around::ALL.into_iter().map(|around| Group::of(&page, around, &all));
    let groups = groups.filter(|group| !group.flagged.is_empty() || !group.calm.is_empty()).collect();
    Ok(render(StatusCode::OK, &ListPage { page, groups }))
}

/// A complaint of a cluster.
struct Told {
    href: String,
    kind: String,
    reference: String,
    at: String,
    language: String,
    state: String,
    /// Address and level of its flags.
    flags: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "cluster.html")]
struct ShowPage {
    page: Page,
    title: String,
    around: String,
    /// The workplace's page, where there is one.
    workplace: String,
    many: String,
    levels: Vec<String>,
    indicators: Vec<(String, String)>,
    opened: String,
    rows: Vec<Told>,
}

pub(super) async fn show(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    session: StaffSession,
) -> Result<Response, Problem> {
    let StaffSession { actor, page, .. } = session;
    let opened = open_cluster(&desk, &actor, reference(&text)?).await.map_err(refused)?;
    let cluster = &opened.cluster;
    let rows = cluster
        .complaints
        .iter()
        .map(|one| Told {
            href: format!("/staff/complaints/{}", one.reference),
            kind: page.label("kind", &one.kind),
            reference: one.reference.to_string(),
            at: page.date(&one.received_at),
            language: page.language_name(&one.language),
            state: page.label("casework-state", one.state.code()),
            flags: cluster
                .flags
                .iter()
                .filter(|flag| flag.complaint == one.id)
                .map(|flag| {
                    (format!("/staff/flags/{}", flag.reference), page.label("level", flag.level.code()))
                })
                .collect(),
        })
        .collect();
    // The register's page is not for everybody who reads complaints.
    let may_read = judge(&actor, Action::ReadEstablishment).is_ok();
    let workplace = cluster.workplace.as_ref().filter(|_| may_read);
    let shown = ShowPage {
        title: title(&page, cluster),
        around: page.t(&format!("casework-clusters-{}s", cluster.around.code())),
        workplace: workplace
            .map_or_else(String::new, |one| format!("/staff/establishments/{}", one.reference)),
        many: many(&page, cluster),
        levels: levels(&page, cluster),
        indicators: opened
            .indicators
            .iter()
            .map(|(id, many)| (page.label("indicator", id), page.number(many)))
            .collect(),
        opened: page.tn("casework-clusters-opened", "many", opened.opened),
        rows,
        page,
    };
    Ok(render(StatusCode::OK, &shown))
}

/// How many complaints of a cluster have a flag of this level as their gravest.
#[derive(Serialize, ToSchema)]
pub(super) struct ClusterLevel {
    /// `danger`, `strong`, `possible`.
    level: &'static str,
    /// How many.
    many: usize,
}

/// Several complaints around one thing.
#[derive(Serialize, ToSchema)]
pub(super) struct ClusterAnswer {
    /// `employer`, `recruiter`, `home`, `place`.
    around: &'static str,
    /// The workplace's reference, or that of the newest complaint where only a place is told.
    reference: String,
    /// The name, where it is not sealed.
    name: Option<String>,
    /// The complaints' references, the newest first.
    complaints: Vec<String>,
    /// How many of them are not closed.
    open: usize,
    /// Flags that stand, the gravest first.
    levels: Vec<ClusterLevel>,
    /// When the newest came.
    last: Option<chrono::DateTime<chrono::Utc>>,
}

impl ClusterAnswer {
    fn of(cluster: &Cluster) -> Self {
        let level =
            |(level, many): (haqqi_screening::Level, usize)| ClusterLevel { level: level.code(), many };
        Self {
            around: cluster.around.code(),
            reference: cluster.reference.to_string(),
            name: cluster.workplace.as_ref().and_then(|one| one.name.clone()),
            complaints: cluster.complaints.iter().map(|one| one.reference.to_string()).collect(),
            open: cluster.open(),
            levels: cluster.levels().into_iter().map(level).collect(),
            last: cluster.last(),
        }
    }
}

/// What several tell of within the last year, the gravest first.
#[utoipa::path(get, path = "/api/v1/clusters", tag = "casework",
    responses((status = 200, body = [ClusterAnswer]), (status = 401), (status = 404)))]
pub(super) async fn list_json(
    State(desk): State<Desk>,
    caller: ApiStaff,
) -> Result<Json<Vec<ClusterAnswer>>, Problem> {
    let all = clusters(&desk, &caller.actor).await.map_err(problem)?;
    Ok(Json(all.iter().map(ClusterAnswer::of).collect()))
}

/// In how many complaints of a cluster an indicator is certain, or suggested by words.
#[derive(Serialize, ToSchema)]
pub(super) struct ClusterIndicator {
    /// The indicator's id.
    id: String,
    /// How many.
    many: usize,
}

/// A cluster, opened.
#[derive(Serialize, ToSchema)]
pub(super) struct OpenedClusterAnswer {
    cluster: ClusterAnswer,
    /// The most frequent first.
    indicators: Vec<ClusterIndicator>,
    /// Of how many complaints they are counted.
    of: usize,
}

/// A cluster, with how many tell of which indicator. Reading what was found of each is an entry of the audit.
#[utoipa::path(get, path = "/api/v1/clusters/{reference}", tag = "casework",
    params(("reference" = String, Path)),
    responses((status = 200, body = OpenedClusterAnswer), (status = 401), (status = 404)))]
pub(super) async fn read_json(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
) -> Result<Json<OpenedClusterAnswer>, Problem> {
    let opened = open_cluster(&desk, &caller.actor, reference(&text)?).await.map_err(refused)?;
    Ok(Json(OpenedClusterAnswer {
        cluster: ClusterAnswer::of(&opened.cluster),
        indicators: opened.indicators.into_iter().map(|(id, many)| ClusterIndicator { id, many }).collect(),
        of: opened.opened,
    }))
}
