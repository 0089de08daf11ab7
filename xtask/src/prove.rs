//! `cargo xtask prove`: figures from the running product, recorded in `docs/performance.md`.
//!
//! Each proof owns one section of that page, between a pair of marks; running it again replaces the
//! section and leaves the rest alone.

mod start;

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
}

/// Measures and records.
pub fn run(options: &Options) -> Result<()> {
    let (name, figures) = match options.proof {
        Proof::Start => ("start", start::measure()?),
    };
    println!("{figures}");
    let page = build::root().join("docs/performance.md");
    let text = std::fs::read_to_string(&page).with_context(|| format!("reading {}", page.display()))?;
    let text = replace_section(&text, name, &figures)
        .with_context(|| format!("{} has no section marked {name}", page.display()))?;
    std::fs::write(&page, text).with_context(|| format!("writing {}", page.display()))
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
