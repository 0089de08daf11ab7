//! How long a worker waits for her first page on a slow line.

use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::machine;
use crate::build::{self, Profile};
use crate::server::{Demo, FIRST_COUNTRY};
use crate::{browser, system};

/// Measures and answers with a table for the page.
pub fn measure() -> Result<String> {
    system::require(&browser::packages())?;
    browser::install()?;
    let binary = build::haqqi(Profile::Release)?;
    let demo = Demo::start(&binary, 7, FIRST_COUNTRY)?;
    let output = Command::new("node")
        .arg(build::root().join("tests/load/slow.mjs"))
        .env("HAQQI_URL", demo.url())
        .stderr(Stdio::inherit())
        .output()
        .context("node did not start")?;
    if !output.status.success() {
        bail!("the visits failed");
    }
    let mut lines = String::from(
        "| language | usable, middle of 5 | usable, slowest | everything loaded | over the line |\n|---|---|---|---|---|\n",
    );
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let visit: Value = serde_json::from_str(line).with_context(|| format!("not a visit: {line}"))?;
        let number =
            |name: &str| visit.get(name).and_then(Value::as_f64).with_context(|| format!("no {name}"));
        lines.push_str(&format!(
            "| {} | {:.2} s | {:.2} s | {:.2} s | {:.1} kB |\n",
            visit.get("language").and_then(Value::as_str).context("no language")?,
            number("usable")? / 1000.0,
            number("slowest")? / 1000.0,
            number("loaded")? / 1000.0,
            number("bytes")? / 1000.0
        ));
    }
    Ok(format!("{lines}\n{}", machine()))
}
