//! A started `haqqi serve` over a fresh folder with a key file beside it: small, so that a drill can start it often.

use std::io::{BufRead, BufReader, Read};
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

static COUNT: AtomicU32 = AtomicU32::new(0);

/// How long a start may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// A folder with data, keys and configuration; it goes with the test.
pub struct House {
    pub folder: PathBuf,
}

impl Drop for House {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// A free port of this machine.
pub fn free() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap()
}

impl House {
    /// A folder with new keys.
    pub fn new() -> Self {
        let name = format!("haqqi_house_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let house = Self { folder: std::env::temp_dir().join(name) };
        std::fs::create_dir_all(&house.folder).unwrap();
        let made = house.run(&["keys", "new", house.keys().to_str().unwrap()]);
        assert!(made.status.success(), "{}", said(&made));
        house
    }

    pub fn keys(&self) -> PathBuf {
        self.folder.join("haqqi.keys")
    }

    pub fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    /// A command of the binary over this folder.
    pub fn command(&self) -> Command {
        let mut command = Command::new(haqqi_blackbox::binary().unwrap());
        self.furnish(&mut command);
        command
    }

    fn furnish(&self, command: &mut Command) {
        command
            .current_dir(&self.folder)
            .env("HAQQI_DATA", self.data())
            .env("HAQQI_KEYS", self.keys())
            .env("HAQQI_SERVER__REQUESTS_PER_MINUTE", "1000000")
            .env("HAQQI_SERVER__FILINGS_PER_MINUTE", "1000000")
            .env("HAQQI_SERVER__FILINGS_EVERYWHERE", "1000000")
            .stdin(Stdio::null());
    }

    /// Runs a command to its end.
    pub fn run(&self, arguments: &[&str]) -> Output {
        self.command().args(arguments).output().unwrap()
    }

    /// Adds a person and gives their API token.
    pub fn person(&self, name: &str, role: &str, more: &[&str]) -> String {
        let password = self.folder.join("password");
        std::fs::write(&password, "seven quiet herons walk\n").unwrap();
        let password = password.to_str().unwrap();
        let mut add = vec!["user", "add", name, "--name", name, "--role", role, "--password-file", password];
        add.extend(more);
        let added = self.run(&add);
        assert!(added.status.success(), "{}", said(&added));
        self.token(name, &[])
    }

    /// A new API token of a person.
    pub fn token(&self, name: &str, more: &[&str]) -> String {
        let token = self.run(&[&["user", "token", name], more].concat());
        assert!(token.status.success(), "{}", said(&token));
        String::from_utf8(token.stdout).unwrap().trim().to_owned()
    }

    /// Serves behind `strace`, which meddles with this call of the system: `signal=KILL:when=3` kills at the third. Without
    /// a worker (`--no-worker`) no call is made but for those who ask; with one its own may come first.
    pub fn serve_meddled(
        &self,
        call: &str,
        with: &str,
        arguments: &[&str],
        variables: &[(&str, &str)],
    ) -> Serving {
        let (trace, inject) = (format!("trace={call}"), format!("inject={call}:{with}"));
        let strace = ["strace", "-D", "-f", "-qqq", "-o", "/dev/null", "-e", &trace, "-e", &inject];
        self.start(&strace, arguments, variables)
    }

    /// Starts `haqqi serve`, behind another program with its arguments when one is given.
    pub fn serve(&self, behind: &[&str], variables: &[(&str, &str)]) -> Serving {
        self.start(behind, &[], variables)
    }

    fn start(&self, behind: &[&str], arguments: &[&str], variables: &[(&str, &str)]) -> Serving {
        let at = free();
        let binary = haqqi_blackbox::binary().unwrap();
        let mut command = match behind {
            [] => Command::new(&binary),
            [program, arguments @ ..] => {
                let mut command = Command::new(program);
                command.args(arguments).arg(&binary);
                command
            }
        };
        self.furnish(&mut command);
        command
            .arg("serve")
            .args(arguments)
            .env("HAQQI_SERVER__LISTEN", at.to_string())
            .env("HAQQI_LOG", "warn,haqqi=info");
        for (name, value) in variables {
            command.env(name, value);
        }
        let mut child = command
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("starts; strace is among the packages that `cargo xtask test` installs");
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let mut heard = String::new();
        let mut up = false;
        for line in lines.by_ref() {
            let Ok(line) = line else { break };
            heard.push_str(&line);
            heard.push('\n');
            if line.contains("serving") {
                up = true;
                break;
            }
        }
        std::thread::spawn(move || lines.for_each(drop));
        Serving { child, base: format!("http://{at}"), up, heard }
    }
}

/// A running server; killed when dropped.
pub struct Serving {
    child: Child,
    pub base: String,
    /// Whether it came as far as serving.
    pub up: bool,
    /// What it said before that.
    pub heard: String,
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Serving {
    /// Waits until the process has ended by itself; whether it did.
    pub fn ended(&mut self) -> bool {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if self.child.try_wait().unwrap().is_some() {
                return true;
            }
            std::thread::yield_now();
        }
        false
    }

    /// How large a file the process may write from now on, in bytes; `unlimited` is as before.
    pub fn limit(&self, bytes: &str) {
        let limit = format!("--fsize={bytes}:unlimited");
        let status = Command::new("prlimit").args(["--pid", &self.child.id().to_string(), &limit]).status();
        assert!(status.unwrap().success());
    }

    /// Asks it to stop in good order, and waits.
    pub fn stop(&mut self) {
        let _ = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status();
        let _ = self.child.wait();
    }
}

/// What a command said, on both of its outputs.
pub fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// The whole of a file, or nothing.
pub fn text(path: &Path) -> String {
    let mut text = String::new();
    if let Ok(mut file) = std::fs::File::open(path) {
        let _ = file.read_to_string(&mut text);
    }
    text
}
