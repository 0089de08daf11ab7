//! Ninety days of a country's offices, on a clock that is moved along: what was read in time, and that nothing was lost or
//! told twice.

use std::process::Stdio;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::machine;
use crate::build;

/// Plays the days and answers with a table for the page.
pub fn play(days: u32, a_day: u32) -> Result<String> {
    let output = build::example("ninety_days")?
        .args([days.to_string(), a_day.to_string()])
        .stderr(Stdio::inherit())
        .output()
        .context("the days did not begin")?;
    if !output.status.success() {
        bail!("the days were not played to their end");
    }
    let told: Value = serde_json::from_slice(&output.stdout).context("not figures")?;
    let table = table(&told)?;
    if ["lost", "told_twice", "jobs_dead"]
        .iter()
        .any(|name| told.get(name).and_then(Value::as_i64) != Some(0))
    {
        bail!("something was lost or told twice:\n{table}");
    }
    Ok(format!("{days} days of {a_day} complaints\n\n{table}\n{}", machine()))
}

/// The figures as rows, in the order of the story.
fn table(told: &Value) -> Result<String> {
    let mut table = String::from("| | |\n|---|---|\n");
    for (name, words) in [
        ("filed", "filed"),
        ("in_time", "read by a person within 24 hours"),
        ("late", "read later, or ran out"),
        ("open", "within their 24 hours at the end"),
        ("lost", "lost"),
        ("notices", "notices to staff"),
        ("told_twice", "told twice of the same"),
        ("mails", "mails, by Message-ID"),
        ("same_message_again", "of these handed over again under the same Message-ID after a crash"),
        ("mails_waiting", "mails still waiting"),
        ("jobs_cut", "jobs cut off after they were done"),
        ("jobs_dead", "jobs given up"),
    ] {
        let number = told.get(name).and_then(Value::as_i64).with_context(|| format!("no figure {name}"))?;
        table.push_str(&format!("| {words} | {number} |\n"));
    }
    Ok(table)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_figure_that_is_missing_is_no_zero() {
        assert!(super::table(&serde_json::json!({ "filed": 1 })).is_err());
    }
}
