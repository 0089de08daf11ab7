//! `cargo xtask demo`: the demonstration on a machine that has nothing but the Rust toolchain.

use std::os::unix::process::CommandExt;
use std::process::Command;

use anyhow::{Result, anyhow};

use crate::build::{self, Profile};
use crate::system;

#[derive(clap::Args)]
pub struct Options {
    /// Build with optimisations (slower to build, faster to run)
    #[arg(long)]
    release: bool,
    /// Handed on to `haqqi demo`: --reset, --data DIR, --listen ADDR, --seed N, …
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<String>,
}

/// Makes sure of the fonts, builds, and becomes `haqqi demo`. Returns only when something failed.
pub fn run(options: Options) -> Result<()> {
    if let Err(lacking) = system::require(&system::fonts()?) {
        // The demonstration runs without them; only documents in those scripts cannot be made.
        eprintln!("{lacking}\n  until then, documents in some languages cannot be made");
    }
    // `--release` is ours wherever it stands.
    let (ours, theirs): (Vec<String>, Vec<String>) =
        options.arguments.into_iter().partition(|argument| argument == "--release");
    let release = options.release || !ours.is_empty();
    let binary = build::haqqi(if release { Profile::Release } else { Profile::Dev })?;
    let error = Command::new(&binary).arg("demo").args(theirs).exec();
    Err(anyhow!(error).context(format!("{} did not start", binary.display())))
}
