//! `cargo xtask pictures`: the pictures of README.md and docs/, taken from the running demonstration.

use std::process::Command;

use anyhow::{Context, Result};

use crate::build::{self, Profile};
use crate::server::{Demo, FIRST_COUNTRY};
use crate::{browser, gates, system};

/// Always the same history, so that a picture changes only when a page does.
const SEED: u64 = 7;

/// Takes every picture into `docs/pictures/`.
pub fn run() -> Result<()> {
    let mut packages = system::fonts()?;
    packages.extend(browser::packages());
    system::require(&packages)?;
    browser::install()?;
    let binary = build::haqqi(Profile::Dev)?;
    let folder = build::root().join("docs/pictures");
    std::fs::create_dir_all(&folder).with_context(|| format!("creating {}", folder.display()))?;
    let demo = Demo::start(&binary, SEED, FIRST_COUNTRY)?;
    let mut node = Command::new("node");
    node.arg("pictures.mjs").current_dir(browser::folder());
    node.env("HAQQI_URL", demo.url()).env("HAQQI_DATA", demo.data()).env("HAQQI_PICTURES", &folder);
    gates::must_succeed(&mut node)
}
