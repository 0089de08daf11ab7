//! Metrics for operators, in Prometheus' text format, on an address of their own. Labels are route templates and codes
//! of closed lists: never a path as it was asked for, a reference, an office or a person.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, anyhow};
use axum::Router;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use haqqi_kernel::{House, JobStore, Lane};
use metrics::{Unit, counter, describe_counter, describe_gauge, describe_histogram, gauge, histogram};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use tokio::sync::Mutex;
use tokio::task::JoinHandle;

const REQUESTS: &str = "haqqi_http_requests_total";
const DURATION: &str = "haqqi_http_request_duration_seconds";
const JOBS: &str = "haqqi_jobs";
const JOB_AGE: &str = "haqqi_job_oldest_due_seconds";
const OPEN: &str = "haqqi_work_open";
const QUEUE_AGE: &str = "haqqi_work_oldest_seconds";
const LATE: &str = "haqqi_work_late";
const UNACKNOWLEDGED: &str = "haqqi_complaints_unacknowledged_late";
const UNSEALED: &str = "haqqi_audit_unsealed";
const MAIL: &str = "haqqi_mail_failures_total";
const TEXTS: &str = "haqqi_text_failures_total";

/// Seconds, from a page out of memory to what people give up on.
const BUCKETS: [f64; 11] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0, 30.0];
/// How often durations are taken out of their buffers, whether anybody asks or not.
const UPKEEP: Duration = Duration::from_secs(5);

/// The listener of the admin address, bound before anything else starts.
pub(crate) struct Admin {
    listener: tokio::net::TcpListener,
    handle: PrometheusHandle,
}

#[derive(Clone)]
struct Asked {
    house: House,
    /// Kinds of jobs met so far, so that one whose jobs are done goes back to 0.
    seen: Arc<Mutex<BTreeSet<String>>>,
    handle: PrometheusHandle,
}

impl Admin {
    /// Binds the address and begins to count.
    ///
    /// # Errors
    /// A line that names the address.
    pub(crate) async fn bind(at: SocketAddr) -> anyhow::Result<Self> {
        let listener = crate::serve::bind(at, "`server.admin` (in the demonstration --admin)").await?;
        let handle = PrometheusBuilder::new()
            .set_buckets_for_metric(Matcher::Full(DURATION.to_owned()), &BUCKETS)
            .context("the buckets do not hold")?
            .install_recorder()
            .map_err(|error| anyhow!("metrics cannot be counted: {error}"))?;
        describe();
        Ok(Self { listener, handle })
    }

    /// Serves `/metrics` until the task is dropped with the process.
    pub(crate) fn serve(self, house: House) -> JoinHandle<()> {
        let handle = self.handle.clone();
        tokio::spawn(async move {
            loop {
                tokio::time::sleep(UPKEEP).await;
                handle.run_upkeep();
            }
        });
        let app = Router::new()
            .route("/metrics", get(metrics))
            .with_state(Asked { house, seen: Arc::default(), handle: self.handle })
            .into_make_service();
        tokio::spawn(async move {
            if let Err(error) = axum::serve(self.listener, app).await {
                tracing::error!(%error, "metrics are not served any more");
            }
        })
    }
}

fn describe() {
    describe_counter!(REQUESTS, "Requests answered, by route template, method and class of status");
    describe_histogram!(DURATION, Unit::Seconds, "Time to answer, by route template");
    describe_gauge!(JOBS, "Jobs that are not done, by kind and state; dead ones need a person");
    describe_gauge!(JOB_AGE, Unit::Seconds, "How long the oldest job that is due waits; 0 when none does");
    describe_gauge!(OPEN, "Open work in the queue");
    describe_gauge!(QUEUE_AGE, Unit::Seconds, "How long the oldest open work is open");
    describe_gauge!(LATE, "Open work past its time");
    describe_gauge!(UNACKNOWLEDGED, "Complaints past 24 hours that no person has acknowledged");
    describe_gauge!(UNSEALED, "Audit entries that wait to be sealed");
    describe_counter!(MAIL, "Tries to send a mail that failed");
    counter!(MAIL).absolute(0);
    describe_counter!(TEXTS, "Tries to send a text message that failed");
    counter!(TEXTS).absolute(0);
}

/// A try to send a mail failed.
pub(crate) fn mail_failed() {
    counter!(MAIL).increment(1);
}

/// A try to send a text message failed.
pub(crate) fn text_failed() {
    counter!(TEXTS).increment(1);
}

/// The methods that have a label of their own: a stranger's invention must not become one.
fn method_label(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::DELETE => "DELETE",
        _ => "other",
    }
}

/// Counts a request on its way through, under the template of its route.
pub(crate) async fn observe(request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str).to_owned();
    let method = method_label(request.method());
    let started = Instant::now();
    let response = next.run(request).await;
    let class = match response.status().as_u16() / 100 {
        1 => "1xx",
        2 => "2xx",
        3 => "3xx",
        4 => "4xx",
        _ => "5xx",
    };
    histogram!(DURATION, "route" => route.clone()).record(started.elapsed());
    counter!(REQUESTS, "route" => route, "method" => method, "status" => class).increment(1);
    response
}

/// Takes the state of the house when somebody asks, and not before.
async fn look(house: &House, seen: &mut BTreeSet<String>) -> Result<(), sea_orm::DbErr> {
    let now = house.now();
    let jobs = JobStore::new(house.clone());
    let undone = jobs.undone().await?;
    gauge!(JOBS, "kind" => "all", "state" => "ready").set(sum(&undone, "ready"));
    gauge!(JOBS, "kind" => "all", "state" => "dead").set(sum(&undone, "dead"));
    seen.extend(undone.iter().map(|(kind, ..)| kind.clone()));
    for kind in seen.iter() {
        for state in ["ready", "dead"] {
            let of = undone.iter().filter(|(of, ..)| of == kind).cloned().collect::<Vec<_>>();
            gauge!(JOBS, "kind" => kind.clone(), "state" => state).set(sum(&of, state));
        }
    }
    gauge!(JOB_AGE).set(age(jobs.oldest_due(Lane::All).await?, now));
    let pulse = haqqi_worklist::pulse(house).await?;
    gauge!(OPEN).set(exact(pulse.open));
    gauge!(QUEUE_AGE).set(age(pulse.oldest, now));
    gauge!(LATE).set(exact(pulse.late));
    gauge!(UNACKNOWLEDGED).set(exact(pulse.unacknowledged_late));
    gauge!(UNSEALED).set(exact(haqqi_kernel::unsealed(house).await?));
    Ok(())
}

fn sum(jobs: &[(String, String, i64)], state: &str) -> f64 {
    let number: i64 = jobs.iter().filter(|(_, of, _)| of == state).map(|(.., number)| number).sum();
    exact(u64::try_from(number).unwrap_or(0))
}

fn exact(number: u64) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

fn age(since: Option<chrono::DateTime<chrono::Utc>>, now: chrono::DateTime<chrono::Utc>) -> f64 {
    since.map_or(0.0, |since| exact(u64::try_from((now - since).num_seconds()).unwrap_or(0)))
}

async fn metrics(State(asked): State<Asked>) -> Response {
    let mut seen = asked.seen.lock().await;
    if let Err(error) = look(&asked.house, &mut seen).await {
        tracing::error!(%error, "the house's state cannot be read for metrics");
        return (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response();
    }
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], asked.handle.render()).into_response()
}
