//! How fast texts are read with every lexicon loaded, beside pyahocorasick on the same phrases in the same run.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::machine;
use crate::build;
use crate::guard::temporary_folder;

/// Measures and answers with tables for the page.
pub fn measure() -> Result<String> {
    let folder = temporary_folder("screening")?;
    let mut ours = build::example("screening_speed")?;
    let ours = answer(ours.arg(build::root().join("packs/jordan")).arg(&folder))?;
    let script = build::root().join("tests/load/screening.py");
    let peer = match pyahocorasick(&folder)? {
        Some(python) => Some(answer(Command::new(python).arg(script).arg(folder.join("peer.json")))?),
        None => None,
    };
    std::fs::remove_dir_all(&folder).context("the folder cannot be removed")?;
    let number =
        |of: &Value, name: &str| of.get(name).and_then(Value::as_f64).with_context(|| name.to_owned());
    let speed = |of: &Value| Ok::<f64, anyhow::Error>(number(of, "bytes")? * 1000.0 / number(of, "scan_ns")?);
    let complaints = rows(&ours, "complaints")?;
    let slowest = complaints.iter().map(|(.., ns)| *ns).fold(0.0, f64::max);
    let mut times: Vec<f64> = complaints.iter().map(|(.., ns)| *ns).collect();
    times.sort_by(f64::total_cmp);
    let middle = times.get(times.len() / 2).copied().unwrap_or_default();
    let mut table = String::from("| | asked for | measured |\n|---|---|---|\n");
    table.push_str(&format!(
        "| raw text to guarded hits, one core | 100 MB/s | {:.0} MB/s |\n",
        speed(&ours)?
    ));
    table.push_str(&format!(
        "| a complaint of 1 kB, the languages it speaks found and its places told: middle, slowest language | 50 µs | {:.0} µs, {:.0} µs |\n",
        middle / 1e3,
        slowest / 1e3
    ));
    table.push_str(&format!(
        "| all lexicons and learned tables read from their files | 50 ms | {:.0} ms |\n",
        number(&ours, "load_ns")? / 1e6
    ));
    match &peer {
        Some(peer) => table.push_str(&format!(
            "| pyahocorasick, phrases alone in folded text | | {:.0} MB/s |\n",
            speed(peer)?
        )),
        None => table.push_str("| pyahocorasick | | skipped: this Python cannot have it |\n"),
    }
    table.push_str("\n| language | MB/s | 1 kB |\n|---|---|---|\n");
    for ((language, bytes, ns), (_, _, one)) in rows(&ours, "languages")?.iter().zip(&complaints) {
        table.push_str(&format!("| {language} | {:.0} | {:.0} µs |\n", bytes * 1000.0 / ns, one / 1e3));
    }
    Ok(format!(
        "{table}\n{:.0} training narratives, {:.0} bytes, {:.0} hits; {:.0} choices of words in {} lexicons.\n\n{}",
        number(&ours, "texts")?,
        number(&ours, "bytes")?,
        number(&ours, "hits")?,
        number(&ours, "phrases")?,
        complaints.len(),
        machine()
    ))
}

/// Rows of a language, a size and nanoseconds.
fn rows(of: &Value, name: &str) -> Result<Vec<(String, f64, f64)>> {
    let row = |row: &Value| {
        let at = |nth: usize| row.get(nth);
        Some((at(0)?.as_str()?.to_owned(), at(1)?.as_f64()?, at(2)?.as_f64()?))
    };
    let rows = of.get(name).and_then(Value::as_array).with_context(|| name.to_owned())?;
    rows.iter().map(|one| row(one).context("a row that is none")).collect()
}

/// What a program prints, as JSON.
fn answer(command: &mut Command) -> Result<Value> {
    let output = command.stderr(Stdio::inherit()).output().context("the program did not start")?;
    if !output.status.success() {
        bail!("the measurement failed");
    }
    serde_json::from_slice(&output.stdout).context("the measurement printed no JSON")
}

/// A Python that has pyahocorasick: `HAQQI_PYTHON`, or one of its own in the folder; nothing where none can be had.
fn pyahocorasick(folder: &Path) -> Result<Option<PathBuf>> {
    let has = |python: &Path| {
        let tried = Command::new(python).args(["-c", "import ahocorasick"]).stderr(Stdio::null()).status();
        tried.is_ok_and(|status| status.success())
    };
    if let Some(python) = std::env::var_os("HAQQI_PYTHON").map(PathBuf::from) {
        if !has(&python) {
            bail!("{} has no pyahocorasick", python.display());
        }
        return Ok(Some(python));
    }
    let own = folder.join("python");
    let made = Command::new("python3").args(["-m", "venv"]).arg(&own).status();
    let got = made
        .and_then(|_| Command::new(own.join("bin/pip")).args(["install", "-q", "pyahocorasick"]).status());
    let python = own.join("bin/python");
    let had = got.is_ok_and(|status| status.success()) && has(&python);
    if !had {
        eprintln!("pyahocorasick cannot be had; point HAQQI_PYTHON at a Python that has it");
    }
    Ok(had.then_some(python))
}
