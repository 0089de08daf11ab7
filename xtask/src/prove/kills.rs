//! The exact kill, hundreds of times: the drill of the black-box tests with more of them.

use std::process::Stdio;

use anyhow::{Context, Result, bail};

use super::machine;
use crate::gates::must_succeed;
use crate::{build, system};

const DRILL: &str = "drill::a_kill_at_any_write_loses_nothing_that_was_answered";

/// Runs the drill and answers with its sums.
pub fn run(kills: u32) -> Result<String> {
    system::require(&["strace".to_owned()])?;
    // The whole workspace at once: the same features as the tests, so that nothing is built twice.
    must_succeed(build::cargo().args(["build", "--workspace", "--bins"]))?;
    let binary = build::binary(build::Profile::Dev)?;
    let mut cargo = build::cargo();
    cargo.args(["test", "--workspace", "--test", "it", "--", "--exact", "--nocapture", DRILL]);
    cargo.env("HAQQI_BIN", binary).env("HAQQI_KILLS", kills.to_string());
    let output = cargo.stderr(Stdio::inherit()).output().context("cargo did not start")?;
    let said = String::from_utf8_lossy(&output.stdout);
    if !output.status.success() {
        bail!("the drill found something:\n{said}");
    }
    let sums = said.lines().find_map(|line| line.split_once("kills: ")).context("the drill did not run")?.1;
    Ok(format!("{sums}.\n\n{}", machine()))
}
