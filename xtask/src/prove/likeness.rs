//! Texts that get a signature each second, and how many like ones are found again, beside datasketch on the same texts
//! in the same run.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::machine;
use crate::build;
use crate::guard::temporary_folder;

/// Words changed, in hundredths: as the example and the peer's script have them.
const CHANGED: [u8; 4] = [5, 10, 20, 30];

/// Measures and answers with a table for the page.
pub fn measure() -> Result<String> {
    let folder = temporary_folder("likeness")?;
    let mut ours = build::example("likeness_speed")?;
    let ours = answer(ours.arg(&folder))?;
    let python = datasketch(&folder)?;
    let script = build::root().join("tests/load/likeness.py");
    let peer = answer(Command::new(python).arg(script).arg(folder.join("texts.jsonl")))?;
    std::fs::remove_dir_all(&folder).context("the folder cannot be removed")?;
    let number =
        |of: &Value, name: &str| of.get(name).and_then(Value::as_f64).with_context(|| name.to_owned());
    let recall = |of: &Value, at: usize| {
        of.get("recall").and_then(|all| all.get(at)).and_then(Value::as_f64).context("no recall")
    };
    let mut table = String::from("| | ours | datasketch | ratio |\n|---|---|---|---|\n");
    let (mine, theirs) = (number(&ours, "second")?, number(&peer, "second")?);
    let folding = number(&ours, "folding")?;
    table.push_str(&format!(
        "| signatures a second, of folded texts | {mine:.0} | {theirs:.0} | {:.0} |\n",
        mine / theirs
    ));
    table.push_str(&format!("| the same with the folding | {folding:.0} | – | {:.0} |\n", folding / theirs));
    for (at, share) in CHANGED.iter().enumerate() {
        let (mine, theirs) = (recall(&ours, at)?, recall(&peer, at)?);
        table.push_str(&format!(
            "| found again, {share} % of the words changed | {mine:.3} | {theirs:.3} | |\n"
        ));
    }
    let (mine, theirs) = (number(&ours, "candidates")?, number(&peer, "candidates")?);
    table.push_str(&format!("| candidates for each text asked | {mine:.1} | {theirs:.1} | |\n"));
    let texts = number(&ours, "texts")?;
    let version = peer.get("version").and_then(Value::as_str).unwrap_or("?");
    Ok(format!(
        "{table}\n{texts:.0} texts in eight languages, datasketch {version}, one thread each, one after the other.\n\n{}",
        machine()
    ))
}

/// What a program prints, as JSON.
fn answer(command: &mut Command) -> Result<Value> {
    let output = command.stderr(Stdio::inherit()).output().context("the program did not start")?;
    if !output.status.success() {
        bail!("the measurement failed");
    }
    serde_json::from_slice(&output.stdout).context("the measurement printed no JSON")
}

/// A Python that has datasketch: `HAQQI_PYTHON`, or one of its own in the folder.
fn datasketch(folder: &Path) -> Result<std::path::PathBuf> {
    if let Some(python) = std::env::var_os("HAQQI_PYTHON") {
        return Ok(python.into());
    }
    let own = folder.join("python");
    let made = Command::new("python3").args(["-m", "venv"]).arg(&own).status();
    let got =
        made.and_then(|_| Command::new(own.join("bin/pip")).args(["install", "-q", "datasketch"]).status());
    if !got.is_ok_and(|status| status.success()) {
        bail!("datasketch cannot be had; point HAQQI_PYTHON at a Python that has it");
    }
    Ok(own.join("bin/python"))
}
