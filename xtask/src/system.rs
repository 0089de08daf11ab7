//! What is needed from the system, as Debian packages: found, installed where that is allowed, or
//! named in one command that does it.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::build;

/// Fonts for every script offered, when `crates/documents/fonts.txt` names none.
const FONTS: [&str; 2] = ["fonts-noto-core", "fonts-noto-cjk"];

/// The Debian packages with the fonts that documents are set in: one a line, `#` begins a comment.
pub fn fonts() -> Result<Vec<String>> {
    let list = build::root().join("crates/documents/fonts.txt");
    if !list.is_file() {
        return Ok(FONTS.map(String::from).to_vec());
    }
    let text = std::fs::read_to_string(&list).with_context(|| format!("reading {}", list.display()))?;
    Ok(packages_of(&text))
}

/// The first word of each line that is neither empty nor a comment.
fn packages_of(text: &str) -> Vec<String> {
    let lines = text.lines().filter_map(|line| line.split('#').next());
    lines.filter_map(|line| line.split_whitespace().next()).map(String::from).collect()
}

/// Makes sure of these packages, or fails with the one command that installs what is missing.
pub fn require(packages: &[String]) -> Result<()> {
    let missing = missing(packages);
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    let by_hand = format!("sudo apt-get update && sudo apt-get install --yes {names}");
    let Some(mut elevated) = elevated() else {
        bail!("the system lacks {names}\n  install it with: {by_hand}");
    };
    println!("installing {names}");
    // An index that cannot be refreshed may still be good enough to install from.
    let _ = elevated.status("apt-get", &["update", "--quiet"])?;
    let install = ["install", "--yes", "--quiet", "--no-install-recommends"];
    let arguments: Vec<&str> = install.into_iter().chain(missing.iter().map(String::as_str)).collect();
    if !elevated.status("apt-get", &arguments)? {
        bail!("installing {names} failed\n  try it yourself: {by_hand}");
    }
    Ok(())
}

/// Those of these packages that dpkg does not hold as installed, each once, in order.
pub fn missing(packages: &[String]) -> Vec<String> {
    let wanted: BTreeSet<&String> = packages.iter().collect();
    wanted.into_iter().filter(|package| !installed(package)).cloned().collect()
}

fn installed(package: &str) -> bool {
    let answer =
        Command::new("dpkg-query").args(["--show", "--showformat=${db:Status-Status}", package]).output();
    answer.is_ok_and(|answer| answer.stdout == b"installed")
}

/// A way to run a command as root without asking anything.
struct Elevated {
    sudo: bool,
}

impl Elevated {
    fn status(&mut self, program: &str, arguments: &[&str]) -> Result<bool> {
        let mut command = if self.sudo {
            let mut command = Command::new("sudo");
            command.args(["--non-interactive", "DEBIAN_FRONTEND=noninteractive", program]);
            command
        } else {
            Command::new(program)
        };
        command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive").stdin(Stdio::null());
        let status = command.status().with_context(|| format!("{program} did not start"))?;
        Ok(status.success())
    }
}

fn elevated() -> Option<Elevated> {
    if !Path::new("/usr/bin/apt-get").exists() {
        return None;
    }
    if is_root() {
        return Some(Elevated { sudo: false });
    }
    let quiet = Command::new("sudo")
        .args(["--non-interactive", "true"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    quiet.is_ok_and(|status| status.success()).then_some(Elevated { sudo: true })
}

/// Whether this program runs as root.
pub fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata("/proc/self").is_ok_and(|me| me.uid() == 0)
}

/// The major version that a program prints (`v20.20.2`, `11.19.1`), if it runs at all.
pub fn major_version(program: &str) -> Option<u32> {
    let output = Command::new(program).arg("--version").output().ok()?;
    major_of(&String::from_utf8_lossy(&output.stdout))
}

fn major_of(version: &str) -> Option<u32> {
    version.trim().trim_start_matches('v').split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{major_of, packages_of};

    #[test]
    fn a_list_of_packages_may_hold_comments() {
        let list = "# fonts\nfonts-noto-core  # most scripts\n\nfonts-noto-cjk\n";
        assert_eq!(packages_of(list), ["fonts-noto-core", "fonts-noto-cjk"]);
    }

    #[test]
    fn versions_are_read_with_and_without_their_letter() {
        assert_eq!(major_of("v20.20.2\n"), Some(20));
        assert_eq!(major_of("9.2.0"), Some(9));
        assert_eq!(major_of("none"), None);
    }
}
