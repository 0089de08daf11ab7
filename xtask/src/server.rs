//! The demonstration, running in the background on a free loopback port with a folder of its own.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::guard::{Guard, Held, temporary_folder};

/// How long the history may take to be made and the server to answer, on a slow machine.
const PATIENCE: Duration = Duration::from_secs(300);

/// The country that the product is made for first.
pub const FIRST_COUNTRY: &str = "jordan";

/// By then the process has begun, or it never will.
const FIRST_BREATH: Duration = Duration::from_secs(2);

/// A running demonstration; it stops and its folder goes when this is dropped.
pub struct Demo {
    address: SocketAddr,
    data: PathBuf,
    guard: Guard,
}

impl Demo {
    /// Starts `haqqi demo` with this seed, of this country, and waits until it says that it is ready.
    pub fn start(binary: &Path, seed: u64, pack: &str) -> Result<Self> {
        let folder = temporary_folder("demo")?;
        let data = folder.join("data");
        let address = free_address()?;
        let mut command = Command::new(binary);
        command.arg("demo").arg("--data").arg(&data);
        command.args(["--listen", &address.to_string(), "--seed", &seed.to_string(), "--pack", pack]);
        command.current_dir(&folder);
        let log = folder.join("log");
        let held = Held { folder: Some(&folder), signal: "TERM", user: None, log: &log };
        let demo = Self { address, data, guard: Guard::start(&held, &command)? };
        demo.wait(&log)?;
        Ok(demo)
    }

    /// Where it answers, such as `http://127.0.0.1:40123`.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Its data folder, where it also leaves the sign-ins that it made.
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// Its process.
    pub fn process(&self) -> Option<u32> {
        self.guard.process()
    }

    fn wait(&self, log: &Path) -> Result<()> {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if get(self.address, "/health/ready", &[]).is_ok_and(|answer| answer.status == 200) {
                return Ok(());
            }
            let alive = self.process().is_some_and(runs_haqqi);
            if !alive && begun.elapsed() > FIRST_BREATH {
                bail!("the demonstration ended by itself; it says:\n{}", text(log));
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        bail!("the demonstration was not ready in {} s; it says:\n{}", PATIENCE.as_secs(), text(log))
    }
}

/// Whether this process is the server still: once that has ended, the guard's first child is another.
fn runs_haqqi(process: u32) -> bool {
    let state = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    state.contains(" (haqqi) ") && !state.contains(" (haqqi) Z ")
}

fn text(log: &Path) -> String {
    std::fs::read_to_string(log).unwrap_or_default()
}

fn free_address() -> Result<SocketAddr> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no free loopback port")?;
    Ok(listener.local_addr()?)
}

/// An answer, as far as the chores look at it.
pub struct Answer {
    pub status: u16,
    /// Bytes of the body as they came over the wire.
    pub body: Vec<u8>,
}

/// One plain GET; the connection closes after it.
pub fn get(address: SocketAddr, path: &str, headers: &[&str]) -> Result<Answer> {
    let mut stream = TcpStream::connect_timeout(&address, Duration::from_secs(2))?;
    stream.set_read_timeout(Some(Duration::from_secs(20)))?;
    let extra: String = headers.iter().map(|header| format!("{header}\r\n")).collect();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n{extra}\r\n")?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    parse(&answer).context("not an HTTP answer")
}

fn parse(answer: &[u8]) -> Option<Answer> {
    let end = answer.windows(4).position(|window| window == b"\r\n\r\n")?;
    let (head, body) = answer.split_at_checked(end + 4)?;
    let head = String::from_utf8_lossy(head);
    let status = head.split(' ').nth(1)?.parse().ok()?;
    Some(Answer { status, body: body.to_vec() })
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn an_answer_is_split_at_its_empty_line() {
        let answer = parse(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi").expect("an answer");
        assert_eq!((answer.status, answer.body.as_slice()), (200, b"hi".as_slice()));
        assert!(parse(b"nothing").is_none());
    }
}
