//! What the black-box tests share. They know the product only as its users do: the files of this
//! repository, the binary, and what it answers.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

/// The folder that holds the workspace's `Cargo.toml`.
#[must_use]
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// The built `haqqi`: what `HAQQI_BIN` names, else the one beside the running test.
///
/// # Errors
///
/// When there is none, with the command that builds it.
pub fn binary() -> Result<PathBuf> {
    if let Some(path) = std::env::var_os("HAQQI_BIN") {
        return Ok(path.into());
    }
    let test = std::env::current_exe()?;
    let beside = test.ancestors().nth(2).map(|folder| folder.join("haqqi"));
    match beside {
        Some(path) if path.is_file() => Ok(path),
        _ => bail!("haqqi is not built: run `cargo build -p haqqi`, or `cargo xtask test`"),
    }
}
