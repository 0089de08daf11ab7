//! How long a filing waits for its answer when so many come each second, whether or not earlier ones were answered.
//!
//! Each filing has its moment, and its wait is counted from there: a server that stalls is not spared the filings that
//! would have come meanwhile.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use anyhow::Result;

use super::load::{Fresh, Line, at};
use super::machine;
use crate::build::{self, Profile};

/// Filings a second.
const RATES: [u32; 2] = [100, 200];
/// How long each load lasts, after a warming up that is not counted.
const SECONDS: u32 = 60;
const WARM: u32 = 5;
/// Connections that take the next filing whose moment has come.
const CONNECTIONS: usize = 64;

/// Measures and answers with a table for the page.
pub fn measure() -> Result<String> {
    let binary = build::haqqi(Profile::Release)?;
    let mut lines = String::from(
        "| filings a second | answered | middle | slowest of a hundred | slowest of a thousand | slowest |\n|---|---|---|---|---|---|\n",
    );
    for rate in RATES {
        let server = Fresh::start(&binary)?;
        let times = load(server.address, rate)?;
        let ms = |time: Duration| format!("{:.1} ms", time.as_secs_f64() * 1000.0);
        lines.push_str(&format!(
            "| {rate} | {} | {} | {} | {} | {} |\n",
            times.len(),
            ms(at(&times, 50.0)),
            ms(at(&times, 99.0)),
            ms(at(&times, 99.9)),
            ms(at(&times, 100.0))
        ));
    }
    Ok(format!("{lines}\n{}", machine()))
}

fn load(address: SocketAddr, rate: u32) -> Result<Vec<Duration>> {
    let next = Arc::new(AtomicU32::new(0));
    let begun = Instant::now() + Duration::from_millis(200);
    let threads: Vec<_> = (0..CONNECTIONS)
        .map(|_| {
            let next = Arc::clone(&next);
            std::thread::spawn(move || client(address, rate, begun, &next))
        })
        .collect();
    let mut times = Vec::new();
    for thread in threads {
        times.extend(thread.join().map_err(|_| anyhow::anyhow!("a client panicked"))??);
    }
    times.sort_unstable();
    Ok(times)
}

fn client(address: SocketAddr, rate: u32, begun: Instant, next: &AtomicU32) -> Result<Vec<Duration>> {
    let mut line = Line::to(address)?;
    let mut times = Vec::new();
    loop {
        let number = next.fetch_add(1, Ordering::Relaxed);
        if number >= (WARM + SECONDS) * rate {
            return Ok(times);
        }
        let moment = begun + Duration::from_secs(1) * number / rate;
        std::thread::sleep(moment.saturating_duration_since(Instant::now()));
        line.file()?;
        if number >= WARM * rate {
            times.push(moment.elapsed());
        }
    }
}
