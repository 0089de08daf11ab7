//! What loads share: a release build that serves a fresh folder, and a connection that files one complaint after another.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::guard::{Guard, Held, temporary_folder};
use crate::server::get;

const BODY: &str = r#"{"language":"en","narrative":"I worked at the site since spring. The pay came late each month, and for the last two months it did not come at all."}"#;

/// A server on a fresh folder with SQLite, which slows nobody; it stops, and the folder goes, when this is dropped.
pub struct Fresh {
    pub address: SocketAddr,
    pub data: PathBuf,
    folder: PathBuf,
    guard: Option<Guard>,
}

impl Drop for Fresh {
    fn drop(&mut self) {
        self.stop();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

impl Fresh {
    /// Starts it and waits until it is ready.
    pub fn start(binary: &Path) -> Result<Self> {
        let folder = temporary_folder("load")?;
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
        for limit in ["REQUESTS_PER_MINUTE", "FILINGS_PER_MINUTE", "FILINGS_EVERYWHERE"] {
            command.env(format!("HAQQI_SERVER__{limit}"), "100000000");
        }
        let log = folder.join("log");
        let guard = Guard::start(&Held { folder: None, signal: "TERM", user: None, log: &log }, &command)?;
        let fresh = Self { address, data, folder, guard: Some(guard) };
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(60) {
            if get(address, "/health/ready", &[]).is_ok_and(|answer| answer.status == 200) {
                return Ok(fresh);
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        bail!("the server was not ready within a minute")
    }

    /// Stops the server; its folder stays until this is dropped.
    pub fn stop(&mut self) {
        self.guard = None;
    }
}

/// A connection that is kept.
pub struct Line {
    reader: BufReader<TcpStream>,
    writer: TcpStream,
    request: String,
}

impl Line {
    pub fn to(address: SocketAddr) -> Result<Self> {
        let writer = TcpStream::connect(address)?;
        writer.set_nodelay(true)?;
        writer.set_read_timeout(Some(Duration::from_secs(60)))?;
        let request = format!(
            "POST /api/v1/complaints HTTP/1.1\r\nHost: {address}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{BODY}",
            BODY.len()
        );
        Ok(Self { reader: BufReader::new(writer.try_clone()?), writer, request })
    }

    /// Files once; returns when the whole answer is there, and fails unless it says that the complaint was taken.
    pub fn file(&mut self) -> Result<()> {
        self.writer.write_all(self.request.as_bytes())?;
        let mut line = String::new();
        self.reader.read_line(&mut line)?;
        if !line.contains(" 201 ") {
            bail!("a filing was answered with {line}");
        }
        let mut length = 0;
        loop {
            line.clear();
            self.reader.read_line(&mut line)?;
            if line.trim().is_empty() {
                break;
            }
            if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse()?;
            }
        }
        let mut body = vec![0; length];
        self.reader.read_exact(&mut body)?;
        Ok(())
    }
}

/// What every how many hundredths waited at most, of sorted times.
pub fn at(times: &[Duration], share: f64) -> Duration {
    let place = (times.len() as f64 * share / 100.0) as usize;
    times.get(place.min(times.len().saturating_sub(1))).copied().unwrap_or_default()
}
