//! `cargo xtask prove`: figures from the running product, recorded in `docs/performance.md`.
//!
//! Each proof owns one section of that page, between a pair of marks; running it again replaces the
//! section and leaves the rest alone.

mod days;
mod filings;
mod kills;
mod likeness;
mod line;
mod load;
mod queue;
mod screening;
mod start;
mod steady;

use anyhow::{Context, Result};

use crate::build;

#[derive(clap::Args)]
pub struct Options {
    #[command(subcommand)]
    proof: Proof,
}

#[derive(clap::Subcommand)]
enum Proof {
    /// Cold start to ready, resident memory, weight of the worker's first page
    Start,
    /// Durable filings a second through HTTP, against the floor in the same minute
    Filings,
    /// How long a filing waits when a hundred come each second
    Steady,
    /// How long a worker waits for her first page on slow 3G
    Line,
    /// Signatures of texts a second and like texts found again, beside datasketch
    Likeness,
    /// How fast texts are read with every lexicon, beside pyahocorasick
    Screening,
    /// How long a page of the queue takes with ten thousand pieces of work, and with many, on both databases
    Queue {
        /// How many
        #[arg(long, default_value_t = 10_000_000)]
        rows: u64,
    },
    /// Days of a country's offices on a clock that is moved along, with workers that are cut off: in time, late, lost, told
    /// twice
    Days {
        /// How many days
        #[arg(long, default_value_t = 90)]
        days: u32,
        /// Complaints a day
        #[arg(long, default_value_t = 1000)]
        a_day: u32,
    },
    /// Kills at an exact write or sync, hundreds of them, and what was lost
    Kills {
        /// How many
        #[arg(long, default_value_t = 300)]
        count: u32,
    },
}

/// Measures and records.
pub fn run(options: &Options) -> Result<()> {
    let (name, figures) = match options.proof {
        Proof::Start => ("start", format!("{}\n\n{}", start::measure()?, machine())),
        Proof::Filings => ("filings", filings::measure()?),
        Proof::Steady => ("steady", steady::measure()?),
        Proof::Line => ("line", line::measure()?),
        Proof::Days { days, a_day } => ("days", days::play(days, a_day)?),
        Proof::Queue { rows } => ("queue", queue::measure(rows)?),
        Proof::Screening => ("screening", screening::measure()?),
        Proof::Likeness => ("likeness", likeness::measure()?),
        Proof::Kills { count } => ("kills", kills::run(count)?),
    };
    println!("{figures}");
    let page = build::root().join("docs/performance.md");
    let text = std::fs::read_to_string(&page).with_context(|| format!("reading {}", page.display()))?;
    let text = replace_section(&text, name, &figures)
        .with_context(|| format!("{} has no section marked {name}", page.display()))?;
    std::fs::write(&page, text).with_context(|| format!("writing {}", page.display()))
}

/// Where and when it was measured, with what else the machine was doing.
fn machine() -> String {
    let processor = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = processor
        .lines()
        .find_map(|line| line.strip_prefix("model name"))
        .map_or("unknown processor", |rest| rest.trim_start_matches([':', ' ', '\t']));
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().unwrap_or("?").to_owned();
    let day = std::process::Command::new("date").args(["-u", "+%F %H:%M UTC"]).output();
    let day =
        day.map_or_else(|_| String::new(), |out| String::from_utf8_lossy(&out.stdout).trim().to_owned());
    format!("Measured {day} on {cores} cores ({model}); load of the machine at the end: {load}.")
}

/// Replaces what stands between `<!-- figures: NAME -->` and `<!-- end -->`.
fn replace_section(page: &str, name: &str, figures: &str) -> Option<String> {
    let (before, rest) = page.split_once(&format!("<!-- figures: {name} -->"))?;
    let (_, after) = rest.split_once("<!-- end -->")?;
    Some(format!("{before}<!-- figures: {name} -->\n{}\n<!-- end -->{after}", figures.trim()))
}

#[cfg(test)]
mod tests {
    use super::replace_section;

    #[test]
    fn only_the_named_section_changes() {
        let page = "a\n<!-- figures: x -->\nold\n<!-- end -->\nb\n<!-- figures: y -->\n<!-- end -->\n";
        let page = replace_section(page, "x", "new\n").expect("the section is there");
        assert_eq!(page, "a\n<!-- figures: x -->\nnew\n<!-- end -->\nb\n<!-- figures: y -->\n<!-- end -->\n");
        assert!(replace_section(&page, "z", "new").is_none());
    }
}
