//! A PostgreSQL cluster of our own for the tests: in a temporary folder, on a socket, no network.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::guard::{Guard, Held, as_user, temporary_folder};
use crate::system;

/// The Debian package with the server programs.
pub const PACKAGE: &str = "postgresql-15";

/// Where Debian puts them, the oldest version that we promise first.
const VERSIONS: std::ops::RangeInclusive<u32> = 15..=19;

/// The folder with `initdb` and `postgres`, if some version from 15 on is installed.
pub fn programs() -> Option<PathBuf> {
    let folders = VERSIONS.map(|version| PathBuf::from(format!("/usr/lib/postgresql/{version}/bin")));
    folders.into_iter().find(|folder| folder.join("initdb").is_file())
}

/// A running cluster; it stops and its folder goes when this is dropped, or when this program dies.
pub struct Cluster {
    url: String,
    _guard: Guard,
}

impl Cluster {
    /// Creates and starts a cluster and waits until it answers.
    pub fn start() -> Result<Self> {
        let programs = programs().context("no PostgreSQL server programs under /usr/lib/postgresql")?;
        // PostgreSQL refuses to run as root.
        let user = system::is_root().then_some("postgres");
        let folder = temporary_folder("postgres")?;
        let started = Self::start_in(&programs, user, &folder);
        if started.is_err() {
            let _ = std::fs::remove_dir_all(&folder);
        }
        started
    }

    fn start_in(programs: &Path, user: Option<&str>, folder: &Path) -> Result<Self> {
        if let Some(user) = user {
            run(Command::new("chown").arg(user).arg(folder))?;
        }
        let data = folder.join("data");
        let mut initdb = as_user(user, &programs.join("initdb").to_string_lossy());
        initdb.args(["--username=haqqi", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"]);
        initdb.args(["--no-sync", "--pgdata"]).arg(&data).current_dir(folder);
        run(&mut initdb)?;

        let mut postgres = Command::new(programs.join("postgres"));
        postgres.arg("-D").arg(&data).arg("-k").arg(folder).current_dir(folder);
        for setting in [
            "listen_addresses=",
            "max_connections=200",
            "fsync=off",
            "synchronous_commit=off",
            "full_page_writes=off",
            "shared_buffers=128MB",
            "timezone=UTC",
        ] {
            postgres.args(["-c", setting]);
        }
        let log = folder.join("log");
        let held = Held { folder: Some(folder), signal: "INT", user, log: &log };
        let guard = Guard::start(&held, &postgres)?;
        let url = format!("postgresql://haqqi@localhost/postgres?host={}", folder.display());
        wait_for(programs, folder, &log)?;
        Ok(Self { url, _guard: guard })
    }

    /// The address of the maintenance database, for a user who may create databases.
    pub fn url(&self) -> &str {
        &self.url
    }
}

fn wait_for(programs: &Path, folder: &Path, log: &Path) -> Result<()> {
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(60) {
        let mut ready = Command::new(programs.join("pg_isready"));
        ready.arg("--quiet").args(["--username=haqqi", "--dbname=postgres"]).arg("--host").arg(folder);
        if ready.status().is_ok_and(|status| status.success()) {
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    let log = std::fs::read_to_string(log).unwrap_or_default();
    bail!("PostgreSQL did not start within a minute; it says:\n{log}")
}

/// Runs a command to its end without showing what it prints, unless it fails.
fn run(command: &mut Command) -> Result<()> {
    let output = command.stdin(Stdio::null()).output().context("a command did not start")?;
    if !output.status.success() {
        bail!("{command:?} failed:\n{}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::Cluster;

    /// Needs the server programs, which `cargo xtask test` installs.
    #[test]
    fn a_cluster_starts_and_leaves_nothing() {
        let cluster = Cluster::start().expect("PostgreSQL starts");
        let folder = cluster.url().split_once("host=").expect("a socket's folder").1.to_owned();
        assert!(std::path::Path::new(&folder).join("data/PG_VERSION").exists());
        drop(cluster);
        assert!(!std::path::Path::new(&folder).exists());
    }
}
