//! The chores of this repository: run the demonstration, run every test, take the pictures, measure.
//!
//! `cargo xtask demo` and `cargo xtask test` are all that a newcomer needs on a machine that has
//! nothing but the Rust toolchain: both make sure of what they need from the system first.

mod browser;
mod build;
mod demo;
mod gates;
mod guard;
mod pictures;
mod postgres;
mod prove;
mod server;
mod system;
mod tests;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "cargo xtask", about = "The chores of this repository", version)]
struct Chores {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Build the product and run its demonstration on http://127.0.0.1:8080
    Demo(demo::Options),
    /// Run everything that must hold: format, lints, tests on both databases, the walk in a browser
    Test(tests::Options),
    /// Measure the running product and record the figures in docs/performance.md
    Prove(prove::Options),
    /// Take the pictures of README.md and docs/ from the running demonstration
    Pictures,
}

fn main() -> ExitCode {
    match run(Chores::parse().chore) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Runs one chore; `false` means that it ran to its end and found something wrong.
fn run(chore: Chore) -> Result<bool> {
    match chore {
        Chore::Demo(options) => demo::run(options).map(|()| true),
        Chore::Test(options) => tests::run(&options),
        Chore::Prove(options) => prove::run(&options).map(|()| true),
        Chore::Pictures => pictures::run().map(|()| true),
    }
}
