//! How many filings a second are answered through HTTP, each durable, against the floor in the same minute.

use std::net::SocketAddr;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use super::load::{Fresh, Line, at};
use super::machine;
use crate::build::{self, Profile};

/// How long each load lasts.
const TIME: Duration = Duration::from_secs(10);
/// Clients that keep their connection.
const LOADS: [usize; 3] = [1, 8, 32];

/// Measures and answers with a table for the page.
pub fn measure() -> Result<String> {
    let binary = build::haqqi(Profile::Release)?;
    let mut lines = String::from(
        "| clients | filings a second | middle, slowest of a hundred | floor, transactions a second | of the floor |\n|---|---|---|---|---|\n",
    );
    for clients in LOADS {
        let (rate, middle, slow, floor) = load(&binary, clients)?;
        lines.push_str(&format!(
            "| {clients} | {rate:.0} | {} ms, {} ms | {floor:.0} | {:.0} % |\n",
            middle.as_millis(),
            slow.as_millis(),
            rate / floor * 100.0
        ));
    }
    Ok(format!("{lines}\n{}", machine()))
}

/// One load on a fresh folder, then the floor with the rows that it left.
fn load(binary: &Path, clients: usize) -> Result<(f64, Duration, Duration, f64)> {
    let mut server = Fresh::start(binary)?;
    let (address, begun) = (server.address, Instant::now());
    let threads: Vec<_> = (0..clients).map(|_| std::thread::spawn(move || client(address, begun))).collect();
    let mut times = Vec::new();
    for thread in threads {
        times.extend(thread.join().map_err(|_| anyhow::anyhow!("a client panicked"))??);
    }
    let took = begun.elapsed().as_secs_f64();
    server.stop();
    times.sort_unstable();
    let floor = Command::new(binary)
        .args(["floor", &TIME.as_secs().to_string()])
        .arg(server.data.join("haqqi.sqlite"))
        .output()
        .context("the floor did not start")?;
    let said = String::from_utf8_lossy(&floor.stdout).into_owned();
    let rate = said.split_whitespace().nth(1).and_then(|rate| rate.parse::<f64>().ok());
    let rate =
        rate.with_context(|| format!("the floor says {said}{}", String::from_utf8_lossy(&floor.stderr)))?;
    Ok((f64::from(u32::try_from(times.len())?) / took, at(&times, 50.0), at(&times, 99.0), rate))
}

/// Files one after the other on one connection; how long each took.
fn client(address: SocketAddr, begun: Instant) -> Result<Vec<Duration>> {
    let mut line = Line::to(address)?;
    let mut times = Vec::new();
    while begun.elapsed() < TIME {
        let sent = Instant::now();
        line.file()?;
        times.push(sent.elapsed());
    }
    Ok(times)
}
