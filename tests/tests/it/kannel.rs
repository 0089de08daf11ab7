//! Kannel itself: its `bearerbox`, its `smsbox`, and what stands for the network behind its fake SMSC. The packages are
//! `kannel` and `kannel-extras`; without them these tests fail.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::server::free_port;

const BEARERBOX: &str = "/usr/sbin/bearerbox";
const SMSBOX: &str = "/usr/sbin/smsbox";
const FAKESMSC: &str = "/usr/lib/kannel/test/fakesmsc";

/// Where everything listens, so that both sides know before either runs.
pub struct Ports {
    admin: u16,
    boxes: u16,
    network: u16,
    pub sendsms: u16,
    pub haqqi: u16,
}

impl Ports {
    pub fn free() -> Self {
        Self {
            admin: free_port(),
            boxes: free_port(),
            network: free_port(),
            sendsms: free_port(),
            haqqi: free_port(),
        }
    }
}

/// The password with which Kannel comes to us, and ours there.
pub const INBOUND: &str = "a-password-of-kannel-for-tests";
pub const OURS: &str = "our-password-at-kannel";

/// A running Kannel. Killed when dropped.
pub struct Kannel {
    pub bearerbox: Child,
    pub smsbox: Child,
    folder: PathBuf,
    network: u16,
}

impl Drop for Kannel {
    fn drop(&mut self) {
        self.kill();
    }
}

fn installed(program: &str, package: &str) {
    assert!(
        Path::new(program).is_file(),
        "{program} is missing: apt-get install {package} (cargo xtask test does)"
    );
}

/// Waits until a port is listened on.
fn listens(port: u16, what: &str) {
    let begun = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(begun.elapsed() < Duration::from_secs(30), "{what} does not listen");
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn start(program: &str, folder: &Path, config: &Path) -> Child {
    let output = std::fs::File::create(folder.join("output")).unwrap();
    Command::new(program)
        .arg(config)
        .current_dir(folder)
        .stdout(output.try_clone().unwrap())
        .stderr(output)
        .spawn()
        .unwrap()
}

impl Kannel {
    /// Starts it in this folder, as docs/messaging.md sets it up.
    pub fn start(folder: &Path, ports: &Ports) -> Self {
        installed(BEARERBOX, "kannel");
        installed(SMSBOX, "kannel");
        installed(FAKESMSC, "kannel-extras");
        std::fs::create_dir_all(folder).unwrap();
        let Ports { admin, boxes, network, sendsms, haqqi } = ports;
        let here = folder.display();
        let config = format!(
            r#"group = core
admin-port = {admin}
admin-interface = 127.0.0.1
admin-password = nobody
smsbox-port = {boxes}
smsbox-interface = 127.0.0.1
box-deny-ip = "*.*.*.*"
box-allow-ip = "127.0.0.1"
log-file = "{here}/bearerbox.log"
log-level = 1

group = smsc
smsc = fake
smsc-id = network
host = 127.0.0.1
port = {network}
connect-allow-ip = 127.0.0.1

group = smsbox
bearerbox-host = 127.0.0.1
sendsms-port = {sendsms}
sendsms-interface = 127.0.0.1
log-file = "{here}/smsbox.log"
log-level = 0
http-request-retry = 1000
http-queue-delay = 1

group = sendsms-user
username = haqqi
password = {OURS}
user-deny-ip = "*.*.*.*"
user-allow-ip = "127.0.0.1"
concatenation = true
max-messages = 3

group = sms-service
keyword = default
post-url = "http://kannel:{INBOUND}@127.0.0.1:{haqqi}/hooks/sms"
send-sender = true
max-messages = 0
omit-empty = true
"#
        );
        let file = folder.join("kannel.conf");
        std::fs::write(&file, config).unwrap();
        let bearerbox = start(BEARERBOX, folder, &file);
        listens(*boxes, "bearerbox");
        let smsbox = start(SMSBOX, folder, &file);
        listens(*sendsms, "smsbox");
        Self { bearerbox, smsbox, folder: folder.to_owned(), network: *network }
    }

    /// `kill -9` of both.
    pub fn kill(&mut self) {
        for child in [&mut self.smsbox, &mut self.bearerbox] {
            let _ = child.kill();
            let _ = child.wait();
        }
    }

    /// Lets bearerbox hang: whatever smsbox takes from now on stays without an answer.
    pub fn hang(&self) {
        let stopped =
            Command::new("kill").args(["-STOP", &self.bearerbox.id().to_string()]).status().unwrap();
        assert!(stopped.success());
    }

    /// What smsbox has written so far.
    pub fn heard(&self) -> String {
        let bytes = std::fs::read(self.folder.join("smsbox.log")).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// A phone sends a text: Kannel's own fakesmsc brings it, and goes.
    pub fn text_from(&self, phone: &str, words: &str) {
        let units: String =
            words.encode_utf16().map(|unit| format!("%{:02X}%{:02X}", unit >> 8, unit & 0xff)).collect();
        let mut fake = Command::new(FAKESMSC)
            .args(["-H", "127.0.0.1", "-r", &self.network.to_string(), "-i", "0.01", "-m", "1"])
            .arg(format!("{phone} 1234 ucs2 {units}"))
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(fake.stderr.take().unwrap()).lines();
        let sent = lines.any(|line| line.is_ok_and(|line| line.contains("sent message 1")));
        assert!(sent, "fakesmsc sends");
        // It stays for answers; none may come.
        std::thread::sleep(Duration::from_millis(300));
        let _ = fake.kill();
        let _ = fake.wait();
    }

    /// The network: what Kannel gives it from now on.
    pub fn network(&self) -> Network {
        let stream = TcpStream::connect(("127.0.0.1", self.network)).unwrap();
        Network { lines: BufReader::new(stream) }
    }
}

/// A message as the network has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnAir {
    pub from: String,
    pub to: String,
    pub words: String,
}

/// The network behind Kannel's fake SMSC: a line a message.
pub struct Network {
    lines: BufReader<TcpStream>,
}

impl Network {
    /// The next message, its parts put together; none within this time.
    pub fn next(&mut self, within: Duration) -> Option<OnAir> {
        let (first, part) = self.part(within)?;
        let Some(Part { number, total }) = part else { return Some(first) };
        let mut parts = vec![(number, first)];
        while parts.len() < total {
            let (next, part) = self.part(within)?;
            parts.push((part?.number, next));
        }
        parts.sort_by_key(|(number, _)| *number);
        let words = parts.iter().map(|(_, part)| part.words.as_str()).collect();
        parts.pop().map(|(_, part)| OnAir { words, ..part })
    }

    /// One line, and which part of a long message it is.
    fn part(&mut self, within: Duration) -> Option<(OnAir, Option<Part>)> {
        self.lines.get_ref().set_read_timeout(Some(within)).unwrap();
        let mut line = String::new();
        self.lines.read_line(&mut line).ok().filter(|read| *read > 0)?;
        let mut words = line.trim_end_matches('\n').splitn(4, ' ');
        let mut word = || words.next().unwrap_or_default().to_owned();
        let (from, to, kind, data) = (word(), word(), word(), word());
        if kind == "udh" {
            // 05 00 03, the message's number, how many parts, which one (3GPP TS 23.040, 9.2.3.24.1).
            let (header, data) = data.split_once(" data ").expect("a header and words");
            let [.., total, number] = bytes(header)[..] else { panic!("{header}") };
            let part = Part { number, total: total.into() };
            return Some((OnAir { from, to, words: ucs2(data) }, Some(part)));
        }
        let words = if kind == "ucs-2" { ucs2(&data) } else { data };
        Some((OnAir { from, to, words }, None))
    }

    /// Says goodbye.
    pub fn close(mut self) {
        let _ = self.lines.get_mut().flush();
    }
}

/// Which part of a long message.
struct Part {
    number: u8,
    total: usize,
}

/// Bytes as the fake SMSC writes them: with percent signs where they are no letters, and `+` for a blank.
fn bytes(data: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = data.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'%' => {
                let pair = [rest.next().unwrap_or(b'0'), rest.next().unwrap_or(b'0')];
                bytes.push(u8::from_str_radix(std::str::from_utf8(&pair).unwrap(), 16).unwrap());
            }
            b'+' => bytes.push(b' '),
            other => bytes.push(other),
        }
    }
    bytes
}

fn ucs2(data: &str) -> String {
    let units: Vec<u16> =
        bytes(data).chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    String::from_utf16(&units).unwrap()
}
