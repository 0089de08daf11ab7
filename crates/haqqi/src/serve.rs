//! Serving pages and the API.

use std::net::SocketAddr;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context as _;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chrono::TimeDelta;
use haqqi_kernel::{Files, House, JobStore, KeyError, Keys, Lane, SystemClock, SystemEntropy};
use haqqi_messaging::SEND_JOB;
use haqqi_web::Settings;
use tokio::net::TcpListener;

use crate::compose::{Plan, Rooms};
use crate::config::Config;
use crate::metrics::Admin;
use crate::papers;
use crate::work::Worker;

/// A job that waits longer than this says that something is stuck.
const STUCK: TimeDelta = TimeDelta::minutes(15);

/// How often a server looks whether closed days were added.
const CALENDAR: std::time::Duration = std::time::Duration::from_secs(20);

/// The plan of a configuration.
pub(crate) fn plan(config: &Config) -> anyhow::Result<Plan> {
    writable(&config.data)?;
    if let Some(file) = &config.accounts.breached {
        let list = haqqi_accounts::BreachedList::open(file)
            .with_context(|| format!("accounts.breached {} cannot be used", file.display()))?;
        list.use_here();
    }
    let keys = Keys::read(&config.keys).map_err(|error| match &error {
        KeyError::File { source, .. } if source.kind() == std::io::ErrorKind::NotFound => {
            let file = config.keys.display();
            anyhow::anyhow!(error.to_string())
                .context(format!("there is no key file; make one with: haqqi keys new {file}"))
        }
        _ => error.into(),
    })?;
    Ok(Plan {
        database: config.database(),
        files: Files::at(&config.data.join("files")),
        audio: config.data.join("audio"),
        keys,
        pack: config.pack.clone(),
        settings: Settings {
            demo: false,
            base_url: config.server.base_url.trim_end_matches('/').to_owned(),
            exit_url: config.server.exit_url.clone(),
            requests_per_minute: config.server.requests_per_minute,
            limits: config.server.limits(),
        },
        evidence: config.evidence.clone(),
        texts: config.sms.is_some(),
        backups_kept_days: config.retention.backups_kept_days,
        doors: config.doors()?,
        provider: config.provider()?,
        private_feeds: config.patrol.private_addresses,
        clock: Arc::new(SystemClock),
        entropy: Arc::new(SystemEntropy),
    })
}

/// Makes the data folder, and sees that something can be written into it: before anybody is told that it serves.
pub(crate) fn writable(data: &Path) -> anyhow::Result<()> {
    std::fs::create_dir_all(data)
        .with_context(|| format!("the data folder {} cannot be made", data.display()))?;
    let probe = data.join(format!(".probe-{}", std::process::id()));
    std::fs::write(&probe, b"haqqi\n").and_then(|()| std::fs::remove_file(&probe)).with_context(|| {
        format!(
            "the data folder {} cannot be written; give it to the user who runs haqqi, on a disk that has room",
            data.display()
        )
    })
}

/// The listener of metrics, where one is wished for.
pub(crate) async fn admin(at: Option<SocketAddr>) -> anyhow::Result<Option<Admin>> {
    match at {
        Some(at) => Ok(Some(Admin::bind(at).await?)),
        None => Ok(None),
    }
}

/// Binds an address; `setting` says where it was chosen.
pub(crate) async fn bind(at: SocketAddr, setting: &str) -> anyhow::Result<TcpListener> {
    TcpListener::bind(at).await.with_context(|| {
        format!("{at} cannot be listened on; if another program has it, choose another by {setting}")
    })
}

/// `haqqi serve`.
pub(crate) async fn serve(config: Config, work: bool) -> anyhow::Result<ExitCode> {
    let plan = plan(&config)?;
    // What can fail because of others fails before anything is begun.
    let listener = bind(config.server.listen, "`server.listen`").await?;
    let admin = admin(config.server.admin).await?;
    let rooms = Rooms::build(plan).await?;
    if let Some(admin) = admin {
        admin.serve(rooms.site.house.clone());
    }
    let worker = if work { Some(Worker::start(&rooms, &config.ways_out())?) } else { None };
    let calendar = tokio::spawn(follow_calendar(rooms.clone()));
    let warm = || papers::warm(&rooms, |mute| tracing::warn!("{mute}"));
    listen(&rooms, listener, warm).await?;
    calendar.abort();
    if let Some(worker) = worker {
        worker.stop().await;
    }
    Ok(ExitCode::SUCCESS)
}

/// Hears of closed days that another process adds.
async fn follow_calendar(rooms: Rooms) {
    loop {
        tokio::time::sleep(CALENDAR).await;
        if let Err(error) = haqqi_worklist::refresh(&rooms.site.house, rooms.complaints.clocks()).await {
            tracing::error!(%error, "the closed days cannot be read");
        }
    }
}

/// Serves until the process is asked to stop, then lets requests end.
pub(crate) async fn listen(rooms: &Rooms, listener: TcpListener, ready: impl FnOnce()) -> anyhow::Result<()> {
    tracing::info!(address = %listener.local_addr()?, "serving");
    let app = rooms.router().layer(axum::middleware::from_fn(crate::metrics::observe));
    let service = app.into_make_service_with_connect_info::<SocketAddr>();
    ready();
    axum::serve(listener, service).with_graceful_shutdown(asked_to_stop()).await.context("serving failed")
}

/// Resolves when the process is asked to stop.
pub(crate) async fn asked_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        let Ok(mut terminate) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())
        else {
            let _ = interrupt.await;
            return;
        };
        tokio::select! { _ = interrupt => {}, _ = terminate.recv() => {} }
    }
    #[cfg(not(unix))]
    {
        let _ = interrupt.await;
    }
}

/// `/health/ready`: the database answers and no job is stuck.
pub(crate) async fn ready(house: House) -> Response {
    if house.db().ping().await.is_err() {
        return (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response();
    }
    let jobs = JobStore::new(house.clone());
    let stuck =
        |since: Option<chrono::DateTime<chrono::Utc>>| since.is_some_and(|at| at + STUCK < house.now());
    match (jobs.oldest_due(Lane::Except(SEND_JOB)).await, jobs.oldest_due(Lane::Only(SEND_JOB)).await) {
        (Ok(since), _) if stuck(since) => {
            (StatusCode::SERVICE_UNAVAILABLE, "jobs wait too long\n").into_response()
        }
        // A mail server that is away is said, and takes no worker her door.
        (Ok(_), Ok(since)) if stuck(since) => "ready; mails wait too long\n".into_response(),
        (Ok(_), Ok(_)) => "ready\n".into_response(),
        (Err(_), _) | (_, Err(_)) => {
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response()
        }
    }
}
