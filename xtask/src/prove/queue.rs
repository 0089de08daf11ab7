//! How long a page of the queue takes, with ten thousand pieces of work in the table and with many, on both databases.

use std::process::Stdio;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::machine;
use crate::build;
use crate::postgres::Cluster;

/// Measures and answers with a table for the page.
pub fn measure(rows: u64) -> Result<String> {
    let cluster = Cluster::start()?;
    let output = build::example("queue_speed")?
        .arg(rows.to_string())
        .env("HAQQI_TEST_POSTGRES", cluster.url())
        .env_remove("HAQQI_TEST_SQLITE_ONLY")
        .stderr(Stdio::inherit())
        .output()
        .context("the measurement did not start")?;
    if !output.status.success() {
        bail!("the measurement failed");
    }
    table(&String::from_utf8_lossy(&output.stdout)).map(|table| format!("{table}\n{}", machine()))
}

/// The lines of the measurement as a table: for each view, the small table and the large one.
fn table(lines: &str) -> Result<String> {
    let mut all = Vec::new();
    for line in lines.lines() {
        let read: Value = serde_json::from_str(line).with_context(|| format!("not a figure: {line}"))?;
        let text = |name: &str| read.get(name).and_then(Value::as_str).map(str::to_owned);
        let number = |name: &str| read.get(name).and_then(Value::as_u64);
        let row = (text("on"), text("view"), number("rows"), number("p99"));
        let (Some(on), Some(view), Some(rows), Some(p99)) = row else { bail!("not a figure: {line}") };
        all.push((on, view, rows, p99));
    }
    let small = all.iter().map(|row| row.2).min().context("nothing was measured")?;
    let large = all.iter().map(|row| row.2).max().context("nothing was measured")?;
    let mut table =
        format!("| database | view | p99 with {small} | p99 with {large} | times |\n|---|---|---|---|---|\n");
    for (on, view, rows, p99) in all.iter().filter(|row| row.2 == small) {
        let same = |row: &&(String, String, u64, u64)| row.0 == *on && row.1 == *view && row.2 == large;
        let after =
            all.iter().find(same).map(|row| row.3).with_context(|| format!("no {view} with {rows}"))?;
        let millis = |micros: u64| micros as f64 / 1000.0;
        table.push_str(&format!(
            "| {on} | {view} | {:.1} ms | {:.1} ms | {:.1} |\n",
            millis(*p99),
            millis(after),
            after as f64 / (*p99).max(1) as f64
        ));
    }
    Ok(table)
}

#[cfg(test)]
mod tests {
    use super::table;

    #[test]
    fn each_view_stands_once_with_both_sizes() {
        let line = |rows, p99| format!("{{\"on\":\"x\",\"view\":\"v\",\"rows\":{rows},\"p99\":{p99}}}\n");
        let page = table(&(line(10, 2000) + &line(1000, 3000))).expect("a table");
        assert!(page.contains("| x | v | 2.0 ms | 3.0 ms | 1.5 |"), "{page}");
        assert!(table(&line(10, 1).replace("x", "")).is_ok() && table("nothing").is_err());
    }
}
