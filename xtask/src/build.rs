//! Cargo, and where it puts things.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

/// The folder that holds the workspace's `Cargo.toml`.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// What the outer cargo says of this very package. Build scripts look at it and would take the same build, started
/// from here and from a shell, for two.
const OF_THE_OUTER: [&str; 5] =
    ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_CRATE_", "CARGO_BIN_", "CARGO_PRIMARY_"];

/// The cargo that started this program, in the workspace's folder, as if a shell had started it.
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root());
    for (name, _) in std::env::vars_os() {
        let of_the_outer =
            name.to_str().is_some_and(|name| OF_THE_OUTER.iter().any(|head| name.starts_with(head)));
        if of_the_outer {
            command.env_remove(&name);
        }
    }
    command
}

/// How the binary is built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Quick to build; what tests and the demonstration use.
    Dev,
    /// What is measured and shipped.
    Release,
}

/// Builds `haqqi` alone and answers with the path of the binary.
pub fn haqqi(profile: Profile) -> Result<PathBuf> {
    let mut command = cargo();
    command.args(["build", "--package", "haqqi", "--bin", "haqqi"]);
    if profile == Profile::Release {
        command.arg("--release");
    }
    let status = command.status().context("cargo did not start")?;
    if !status.success() {
        bail!("haqqi did not build");
    }
    binary(profile)
}

/// An example that measures, built for release, to be run. It is built as the whole workspace is: of one package alone
/// every dependency would be built once more, with other features.
pub fn example(name: &str) -> Result<Command> {
    let status = cargo()
        .args(["build", "--release", "--workspace", "--example", name])
        .status()
        .context("cargo did not start")?;
    if !status.success() {
        bail!("{name} did not build");
    }
    let mut command = Command::new(target_folder()?.join("release/examples").join(name));
    command.current_dir(root());
    Ok(command)
}

/// Where cargo leaves the binary; an error when it is not there.
pub fn binary(profile: Profile) -> Result<PathBuf> {
    let folder = match profile {
        Profile::Dev => "debug",
        Profile::Release => "release",
    };
    let path = target_folder()?.join(folder).join("haqqi");
    if !path.is_file() {
        bail!("{} is not there though it was built", path.display());
    }
    Ok(path)
}

/// Asks cargo, because a configuration file or the environment may move it.
fn target_folder() -> Result<PathBuf> {
    let output = cargo()
        .args(["metadata", "--format-version=1", "--no-deps"])
        .output()
        .context("cargo metadata did not start")?;
    let metadata: serde_json::Value =
        serde_json::from_slice(&output.stdout).context("cargo metadata answered no JSON")?;
    let folder = metadata.get("target_directory").and_then(|folder| folder.as_str());
    Ok(folder.context("cargo metadata names no target folder")?.into())
}
