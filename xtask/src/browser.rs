//! The browser tests' own tools: Node, the packages of `tests/browser`, Chromium.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::{build, gates, system};

/// The oldest Node whose test runner and the packages in `tests/browser` work.
const OLDEST_NODE: u32 = 18;

/// The folder of the browser tests.
pub fn folder() -> PathBuf {
    build::root().join("tests/browser")
}

/// Debian packages that the browser tests need and this machine lacks by the look of its programs.
pub fn packages() -> Vec<String> {
    let mut packages = vec!["chromium".to_owned()];
    if system::major_version("node").is_none() {
        packages.push("nodejs".to_owned());
    }
    if system::major_version("npm").is_none() {
        packages.push("npm".to_owned());
    }
    packages
}

/// Installs exactly what the lock file names, when it is not there already.
pub fn install() -> Result<()> {
    match system::major_version("node") {
        Some(version) if version >= OLDEST_NODE => {}
        Some(version) => bail!("Node {version} is too old; the browser tests need {OLDEST_NODE} or newer"),
        None => bail!("Node does not run"),
    }
    let lock = folder().join("package-lock.json");
    let installed = folder().join("node_modules/.package-lock.json");
    if is_newer(&installed, &lock) {
        return Ok(());
    }
    let mut npm = Command::new("npm");
    npm.args(["ci", "--omit=optional", "--no-audit", "--no-fund"]).current_dir(folder());
    gates::must_succeed(&mut npm)
}

fn is_newer(one: &Path, other: &Path) -> bool {
    let time = |path: &Path| path.metadata().and_then(|metadata| metadata.modified()).ok();
    matches!((time(one), time(other)), (Some(one), Some(other)) if one >= other)
}
