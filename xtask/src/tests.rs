//! `cargo xtask test`: everything that must hold, on a fresh machine as on a developer's.
//!
//! Nothing is skipped in silence: a gate that cannot run has failed, and `--fast` says what it leaves
//! out.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::build::{self, Profile};
use crate::gates::{Gates, Tally, count_tests, must_succeed};
use crate::postgres::{self, Cluster};
use crate::server::{Demo, FIRST_COUNTRY};
use crate::{browser, system};

/// The history that the walk starts from; any number would do, but it must stay the same.
const SEED: u64 = 7;

#[derive(clap::Args)]
pub struct Options {
    /// Leave the walk in the browser out (and say so)
    #[arg(long)]
    fast: bool,
    /// Run the Rust tests with cargo-nextest, which must be installed, instead of `cargo test`
    #[arg(long)]
    nextest: bool,
}

/// Runs every gate; whether all of them passed.
pub fn run(options: &Options) -> Result<bool> {
    let mut gates = Gates::default();
    gates.run("system packages", |_| system::require(&needed(options.fast)?));
    gates.run("format", |_| must_succeed(build::cargo().args(["fmt", "--all", "--check"])));
    gates.run("clippy", |_| {
        must_succeed(build::cargo().args([
            "clippy",
            "--workspace",
            "--all-targets",
            "--",
            "--deny",
            "warnings",
        ]))
    });
    // The whole workspace at once: the same features as the tests, so that nothing is built twice.
    let binary = gates.run("build", |_| {
        must_succeed(build::cargo().args(["build", "--workspace", "--bins"]))?;
        build::binary(Profile::Dev)
    });
    let cluster = gates.run("private PostgreSQL", |_| Cluster::start());
    match (&binary, &cluster) {
        (Some(binary), Some(cluster)) => {
            gates.run("tests on both databases", |tally| rust_tests(options, binary, cluster.url(), tally));
        }
        (None, _) => gates.blocked("tests on both databases", "the binary"),
        (_, None) => gates.blocked("tests on both databases", "PostgreSQL"),
    }
    drop(cluster);
    if !options.fast {
        let packages = gates.run("browser packages", |_| browser::install());
        match (&binary, packages) {
            (Some(binary), Some(())) => {
                gates.run("walk in Chromium", |tally| walk(binary, tally));
                gates.run("walk in another country", |tally| walk_elsewhere(binary, tally));
            }
            (None, _) => gates.blocked("walks in Chromium", "the binary"),
            (_, None) => gates.blocked("walks in Chromium", "its packages"),
        }
    }
    let passed = gates.conclude();
    if options.fast {
        println!("left out, as --fast asks: the walks in Chromium");
    }
    Ok(passed)
}

/// The Debian packages that the gates need.
fn needed(fast: bool) -> Result<Vec<String>> {
    let mut packages = system::fonts()?;
    packages.push("poppler-utils".to_owned());
    packages.push("strace".to_owned());
    packages.push("ffmpeg".to_owned());
    packages.extend(["kannel".to_owned(), "kannel-extras".to_owned()]);
    packages.push("clamav-daemon".to_owned());
    if postgres::programs().is_none() {
        packages.push(postgres::PACKAGE.to_owned());
    }
    if !fast {
        packages.extend(browser::packages());
    }
    Ok(packages)
}

fn rust_tests(options: &Options, binary: &Path, database: &str, tally: &mut Tally) -> Result<()> {
    let mut cargo = build::cargo();
    cargo.env("HAQQI_TEST_POSTGRES", database).env("HAQQI_BIN", binary);
    if options.nextest {
        // It prints its counts to standard error in words of its own: it counts as one check.
        return must_succeed(cargo.args(["nextest", "run", "--workspace", "--no-fail-fast"]));
    }
    count_tests(cargo.args(["test", "--workspace", "--no-fail-fast"]), tally)
}

fn walk(binary: &Path, tally: &mut Tally) -> Result<()> {
    let demo = Demo::start(binary, SEED, FIRST_COUNTRY)?;
    count_tests(&mut in_the_browser(&demo, binary), tally)
}

/// The same walk where nothing of the first country holds: once, in another language and without script, for the
/// first gate has shown the rest.
fn walk_elsewhere(binary: &Path, tally: &mut Tally) -> Result<()> {
    const COUNTRY: &str = "example";
    let demo = Demo::start(binary, SEED, COUNTRY)?;
    let mut node = in_the_browser(&demo, binary);
    node.env("HAQQI_PACK", COUNTRY).env("HAQQI_WALKS", "bn-plain").arg("walk.test.mjs");
    count_tests(&mut node, tally)
}

/// Node's test runner at this demonstration.
fn in_the_browser(demo: &Demo, binary: &Path) -> Command {
    let mut node = Command::new("node");
    // One file at a time: the walk watches clocks and queues that another would move.
    node.args(["--test", "--test-concurrency=1", "--test-reporter=tap"]).current_dir(browser::folder());
    node.env("HAQQI_URL", demo.url()).env("HAQQI_DATA", demo.data());
    node.env("HAQQI_BIN", binary);
    node
}
