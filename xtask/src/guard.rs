//! A background process that never outlives this one.
//!
//! A small shell holds the process and waits for the end of its own standard input, whose other end
//! this program holds. However this program ends (well, by Ctrl-C, by `kill -9`), the kernel closes
//! that end; the shell then stops the process and removes its folder. No signal handler is needed.

use std::fs::File;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};

/// `$1` is the folder to remove (or nothing), `$2` the signal; the rest is the command.
const SHELL: &str = r#"
folder=$1 signal=$2; shift 2
"$@" </dev/null &
held=$!
cat >/dev/null
kill -s "$signal" "$held" 2>/dev/null
wait "$held"
if [ -n "$folder" ]; then rm -rf -- "$folder"; fi
"#;

/// A running process and, when given, the folder that goes with it; both end when this is dropped.
pub struct Guard {
    shell: Child,
}

/// What to hold, and how.
pub struct Held<'a> {
    /// Removed at the end.
    pub folder: Option<&'a Path>,
    /// The signal that ends it in good order, such as `INT`.
    pub signal: &'a str,
    /// Another user to run as (only root may say so).
    pub user: Option<&'a str>,
    /// Receives standard output and standard error.
    pub log: &'a Path,
}

impl Guard {
    /// Starts `command` with its arguments and environment.
    pub fn start(held: &Held<'_>, command: &Command) -> Result<Self> {
        let log = File::create(held.log).with_context(|| format!("creating {}", held.log.display()))?;
        let mut shell = as_user(held.user, "sh");
        shell.args(["-c", SHELL, "guard"]);
        shell.arg(held.folder.unwrap_or(Path::new(""))).arg(held.signal);
        shell.arg(command.get_program()).args(command.get_args());
        for (name, value) in command.get_envs() {
            match value {
                Some(value) => shell.env(name, value),
                None => shell.env_remove(name),
            };
        }
        if let Some(folder) = command.get_current_dir() {
            shell.current_dir(folder);
        }
        shell.stdin(Stdio::piped()).stdout(log.try_clone()?).stderr(log);
        // Its own group: Ctrl-C reaches this program, and the guard learns of it in its own way.
        shell.process_group(0);
        let shell =
            shell.spawn().with_context(|| format!("{} did not start", command.get_program().display()))?;
        Ok(Self { shell })
    }

    /// The process that is held (the shell's only child besides `cat`), once it runs.
    pub fn process(&self) -> Option<u32> {
        let children = format!("/proc/{0}/task/{0}/children", self.shell.id());
        std::fs::read_to_string(children).ok()?.split_whitespace().next()?.parse().ok()
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        drop(self.shell.stdin.take());
        let _ = self.shell.wait();
    }
}

/// A command for `program`, as another user when one is named.
pub fn as_user(user: Option<&str>, program: &str) -> Command {
    let Some(user) = user else { return Command::new(program) };
    let mut command = Command::new("setpriv");
    command.arg(format!("--reuid={user}")).arg(format!("--regid={user}"));
    command.args(["--clear-groups", program]);
    command
}

/// A new folder for this process alone under the system's temporary folder.
pub fn temporary_folder(name: &str) -> Result<PathBuf> {
    use std::os::unix::fs::DirBuilderExt;
    let clock = std::fs::read_to_string("/proc/sys/kernel/random/uuid").context("no random source")?;
    let unique: String = clock.chars().take(8).collect();
    let folder = std::env::temp_dir().join(format!("haqqi-{name}-{}-{unique}", std::process::id()));
    std::fs::DirBuilder::new()
        .mode(0o700)
        .create(&folder)
        .with_context(|| format!("creating {}", folder.display()))?;
    Ok(folder)
}
