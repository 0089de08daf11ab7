//! A started demonstration for one test, on a free port of this machine.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::Value;

/// A port of this machine that nobody has.
pub fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

static COUNT: AtomicU32 = AtomicU32::new(0);

/// A folder that goes with the test.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new() -> Self {
        let name = format!("haqqi_blackbox_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        Self(std::env::temp_dir().join(name))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A running `haqqi demo`. Killed when dropped.
pub struct Server {
    child: Child,
    pub base: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.kill();
    }
}

impl Server {
    /// Starts it on a data folder, with the usual pack, and waits until it serves.
    pub fn start(data: &Path) -> Self {
        Self::with(data, &[])
    }

    /// The same with this pack.
    pub fn of(pack: &str, data: &Path) -> Self {
        Self::with(data, &["--pack", pack])
    }

    /// The same with more arguments.
    pub fn with(data: &Path, more: &[&str]) -> Self {
        Self::on(free_port(), data, more)
    }

    /// The same on a port that others were told before.
    pub fn on(port: u16, data: &Path, more: &[&str]) -> Self {
        let at = format!("127.0.0.1:{port}");
        let log = std::env::temp_dir().join(format!("haqqi-test-{}-{port}.log", std::process::id()));
        let mut child = Command::new(haqqi_blackbox::binary().unwrap())
            .args(["demo", "--listen", &at, "--data"])
            .arg(data)
            .args(more)
            .stdout(Stdio::piped())
            .stderr(std::fs::File::create(&log).unwrap())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let starts = lines.any(|line| line.unwrap().contains("API token"));
        let said = std::fs::read_to_string(&log).unwrap_or_default();
        std::fs::remove_file(&log).unwrap();
        assert!(starts, "the demonstration starts; it says: {said}");
        // The rest of the card is read away, so that the server never waits for us.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, base: format!("http://{at}") }
    }

    /// `kill -9`.
    pub fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The sign-ins and tokens of a demonstration.
pub fn access(data: &Path) -> Vec<Value> {
    let file = data.join("demo-access.json");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(
            std::fs::metadata(&file).unwrap().permissions().mode() & 0o777,
            0o600,
            "only its owner reads it"
        );
    }
    let text = std::fs::read_to_string(file).unwrap();
    let value: Value = serde_json::from_str(&text).unwrap();
    value["users"].as_array().unwrap().clone()
}
