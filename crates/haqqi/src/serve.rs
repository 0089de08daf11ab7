//! Serving pages and the API.

use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context as _;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chrono::TimeDelta;
use haqqi_kernel::{House, JobStore, Keys, SystemClock, SystemEntropy};
use haqqi_web::Settings;

use crate::compose::{Plan, Rooms};
use crate::config::Config;
use crate::work::Worker;

/// A job that waits longer than this says that something is stuck.
const STUCK: TimeDelta = TimeDelta::minutes(15);

/// The plan of a configuration.
pub(crate) fn plan(config: &Config) -> anyhow::Result<Plan> {
    std::fs::create_dir_all(&config.data)
        .with_context(|| format!("the data folder {} cannot be made", config.data.display()))?;
    let keys = Keys::read(&config.keys).context(
        "run `haqqi doctor` for help; make a key file with: head -c 32 /dev/urandom | xxd -p -c 64",
    )?;
    Ok(Plan {
        database: config.database(),
        keys,
        pack: config.pack.clone(),
        settings: Settings {
            demo: false,
            base_url: config.server.base_url.trim_end_matches('/').to_owned(),
            exit_url: config.server.exit_url.clone(),
            requests_per_minute: config.server.requests_per_minute,
        },
        clock: Arc::new(SystemClock),
        entropy: Arc::new(SystemEntropy),
    })
}

/// `haqqi serve`.
pub(crate) async fn serve(config: Config, work: bool) -> anyhow::Result<ExitCode> {
    let rooms = Rooms::build(plan(&config)?).await?;
    let worker = if work { Some(Worker::start(&rooms, config.mail.as_ref())?) } else { None };
    listen(&rooms, config.server.listen, || {}).await?;
    if let Some(worker) = worker {
        worker.stop().await;
    }
    Ok(ExitCode::SUCCESS)
}

/// Serves until the process is asked to stop, then lets requests end.
pub(crate) async fn listen(rooms: &Rooms, at: SocketAddr, ready: impl FnOnce()) -> anyhow::Result<()> {
    let listener =
        tokio::net::TcpListener::bind(at).await.with_context(|| format!("{at} cannot be listened on"))?;
    tracing::info!(address = %listener.local_addr()?, "serving");
    let service = rooms.router().into_make_service_with_connect_info::<SocketAddr>();
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
    match JobStore::new(house.clone()).oldest_due().await {
        Ok(Some(since)) if since + STUCK < house.now() => {
            (StatusCode::SERVICE_UNAVAILABLE, "jobs wait too long\n").into_response()
        }
        Ok(_) => "ready\n".into_response(),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response(),
    }
}
