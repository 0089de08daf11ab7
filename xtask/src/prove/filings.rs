//! How many filings a second are answered through HTTP, each durable, against the floor in the same minute.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use super::machine;
use crate::build::{self, Profile};
use crate::guard::{Guard, Held, temporary_folder};
use crate::server::get;

/// How long each load lasts.
const TIME: Duration = Duration::from_secs(10);
/// Clients that keep their connection.
const LOADS: [usize; 3] = [1, 8, 32];
const BODY: &str = r#"{"language":"en","narrative":"I worked at the site since spring. The pay came late each month, and for the last two months it did not come at all."}"#;

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
    let folder = temporary_folder("filings")?;
    let keys = folder.join("haqqi.keys");
    let made = Command::new(binary).args(["keys", "new"]).arg(&keys).output()?;
    if !made.status.success() {
        bail!("no keys: {}", String::from_utf8_lossy(&made.stderr));
    }
    let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
    let data = folder.join("data");
    let mut command = Command::new(binary);
    command.arg("serve").env("HAQQI_DATA", &data).env("HAQQI_KEYS", &keys);
    command.env("HAQQI_SERVER__LISTEN", address.to_string());
    command.env("HAQQI_SERVER__REQUESTS_PER_MINUTE", "100000000");
    let log = folder.join("log");
    let guard = Guard::start(&Held { folder: None, signal: "TERM", user: None, log: &log }, &command)?;
    wait(address)?;
    let begun = Instant::now();
    let threads: Vec<_> = (0..clients).map(|_| std::thread::spawn(move || client(address, begun))).collect();
    let mut times = Vec::new();
    for thread in threads {
        times.extend(thread.join().map_err(|_| anyhow::anyhow!("a client panicked"))??);
    }
    let took = begun.elapsed().as_secs_f64();
    drop(guard);
    times.sort_unstable();
    let at = |share: usize| times.get(times.len() * share / 100).copied().unwrap_or_default();
    let count = u32::try_from(times.len())?;
    let floor = Command::new(binary)
        .args(["floor", &TIME.as_secs().to_string()])
        .arg(data.join("haqqi.sqlite"))
        .output()
        .context("the floor did not start")?;
    let said = String::from_utf8_lossy(&floor.stdout).into_owned();
    let rate = said.split_whitespace().nth(1).and_then(|rate| rate.parse::<f64>().ok());
    let rate =
        rate.with_context(|| format!("the floor says {said}{}", String::from_utf8_lossy(&floor.stderr)))?;
    let _ = std::fs::remove_dir_all(&folder);
    Ok((f64::from(count) / took, at(50), at(99), rate))
}

fn wait(address: SocketAddr) -> Result<()> {
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(60) {
        if get(address, "/health/ready", &[]).is_ok_and(|answer| answer.status == 200) {
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    bail!("the server was not ready within a minute")
}

/// Files one after the other on one connection; how long each took.
fn client(address: SocketAddr, begun: Instant) -> Result<Vec<Duration>> {
    let stream = TcpStream::connect(address)?;
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(Duration::from_secs(60)))?;
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut writer = stream;
    let request = format!(
        "POST /api/v1/complaints HTTP/1.1\r\nHost: {address}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{BODY}",
        BODY.len()
    );
    let mut times = Vec::new();
    while begun.elapsed() < TIME {
        let sent = Instant::now();
        writer.write_all(request.as_bytes())?;
        let mut line = String::new();
        reader.read_line(&mut line)?;
        if !line.contains(" 201 ") {
            bail!("a filing was answered with {line}");
        }
        let mut length = 0;
        loop {
            line.clear();
            reader.read_line(&mut line)?;
            if line.trim().is_empty() {
                break;
            }
            if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse()?;
            }
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body)?;
        times.push(sent.elapsed());
    }
    Ok(times)
}
