//! How long from the start of the process to its first answer, what memory it then holds, and what
//! the worker's first page weighs with everything that it needs.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::build::{self, Profile};
use crate::guard::{Guard, Held, temporary_folder};
use crate::server::{Demo, FIRST_COUNTRY, get};

/// Starts measured; the page gives the middle one and the extremes.
const STARTS: usize = 5;

/// Measures and answers with a table for the page.
pub fn measure() -> Result<String> {
    let binary = build::haqqi(Profile::Release)?;
    let demo = Demo::start(&binary, 7, FIRST_COUNTRY)?;
    let memory = resident(demo.process().context("the server has no process")?)?;
    let address: SocketAddr = demo.url().trim_start_matches("http://").parse()?;
    let (bytes, parts) = weight(address, "/en/")?;

    let mut times = Vec::new();
    for _ in 0..STARTS {
        times.push(start_again(&binary, &demo)?);
    }
    times.sort_unstable();
    let [fastest, middle, slowest] =
        [times.first(), times.get(STARTS / 2), times.last()].map(|time| time.map_or(0, Duration::as_millis));
    Ok(format!(
        "| figure | value |\n|---|---|\n\
         | process start to ready, existing data (middle of {STARTS}) | {middle} ms ({fastest} to {slowest}) |\n\
         | resident memory, demonstration loaded, idle | {} MiB |\n\
         | worker's first page with its {parts} parts, compressed | {:.1} kB |",
        memory / 1024,
        bytes as f64 / 1000.0
    ))
}

/// Starts a second server over a copy of the data and waits for its first good answer.
fn start_again(binary: &std::path::Path, demo: &Demo) -> Result<Duration> {
    let folder = temporary_folder("start")?;
    let copied = Command::new("cp").arg("-a").arg(demo.data()).arg(folder.join("data")).status()?;
    if !copied.success() {
        bail!("the data folder could not be copied");
    }
    let address = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?;
    let mut command = Command::new(binary);
    command.arg("demo").arg("--data").arg(folder.join("data")).args(["--listen", &address.to_string()]);
    let log = folder.join("log");
    let held = Held { folder: Some(&folder), signal: "TERM", user: None, log: &log };
    let begun = Instant::now();
    let _guard = Guard::start(&held, &command)?;
    while begun.elapsed() < Duration::from_secs(60) {
        if get(address, "/health/ready", &[]).is_ok_and(|answer| answer.status == 200) {
            return Ok(begun.elapsed());
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    bail!("a second start was not ready within a minute")
}

/// Resident memory in KiB.
fn resident(process: u32) -> Result<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("no VmRSS")?;
    let number = line.split_whitespace().next().context("VmRSS holds no number")?;
    Ok(number.parse()?)
}

/// Bytes over the wire for a page and each file of ours that it names, and how many files those are.
fn weight(address: SocketAddr, path: &str) -> Result<(usize, usize)> {
    let plain = get(address, path, &[])?;
    if plain.status != 200 {
        bail!("{path} answers {}", plain.status);
    }
    let parts = named_files(&String::from_utf8_lossy(&plain.body));
    let mut bytes = 0;
    for file in std::iter::once(path).chain(parts.iter().map(String::as_str)) {
        let answer = get(address, file, &["Accept-Encoding: gzip"])?;
        if answer.status != 200 {
            bail!("{file} answers {}", answer.status);
        }
        bytes += answer.body.len();
    }
    Ok((bytes, parts.len()))
}

/// Style sheets, scripts, pictures and sprites: what a browser fetches without being asked.
fn named_files(page: &str) -> BTreeSet<String> {
    let mut files = BTreeSet::new();
    for tag in page.split('<').filter_map(|part| part.split('>').next()) {
        let fetched = ["link ", "script ", "img ", "use "].iter().any(|name| tag.starts_with(name));
        if !fetched || tag.contains("rel=\"alternate\"") || tag.contains("rel=\"canonical\"") {
            continue;
        }
        for attribute in ["href=\"/", "src=\"/"] {
            let rest = tag.split(attribute).nth(1).and_then(|rest| rest.split(['"', '#']).next());
            if let Some(rest) = rest {
                files.insert(format!("/{rest}"));
            }
        }
    }
    files
}

#[cfg(test)]
mod tests {
    use super::named_files;

    #[test]
    fn what_the_browser_fetches_is_found_once() {
        let page = r##"<link rel="stylesheet" href="/static/a.css"><a href="/en/file">x</a>
            <svg><use href="/static/icons.svg#home"></use><use href="/static/icons.svg#out"></use></svg>
            <script type="module" src="/static/a.js"></script>"##;
        let files: Vec<String> = named_files(page).into_iter().collect();
        assert_eq!(files, ["/static/a.css", "/static/a.js", "/static/icons.svg"]);
    }
}
