//! `haqqi patrol …`: the reading of advertisements by hand. Nothing is stored.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Subcommand;
use haqqi_kernel::{Clock as _, SystemClock};
use haqqi_patrol::{Words, assess, assessor, contacts};
use haqqi_screening::engine::Scalars;
use serde_json::json;

use crate::compose::load_pack;
use crate::config::Config;
use crate::screen::{language, text_of};

#[derive(Subcommand)]
pub(crate) enum PatrolCommand {
    /// Reads the text of an advertisement and prints which indicators its words suggest, where, and by what its author can be
    /// reached. None of it is established.
    Assess {
        /// The text, UTF-8; `-` is standard input.
        file: PathBuf,
        /// The language it is in; guessed without.
        #[arg(long)]
        lang: Option<String>,
        /// As JSON; places are Unicode scalars of the text, from 0.
        #[arg(long)]
        json: bool,
    },
}

/// Does it.
pub(crate) fn patrol(config: &Config, what: PatrolCommand) -> anyhow::Result<ExitCode> {
    let PatrolCommand::Assess { file, lang, json } = what;
    let (pack, _) = load_pack(&config.pack)?;
    let declared = lang.map(|lang| language(&pack, &lang)).transpose()?;
    let text = text_of(&file)?;
    let found = assess(&assessor(&pack)?, declared.as_deref(), &text, SystemClock.now().date_naive());
    let reach = contacts(&text, pack.identity().phone.as_ref(), &Words::from_pack(&pack)?);
    if json {
        let reach: Vec<_> =
            reach.iter().map(|one| json!({ "sort": one.sort.code(), "value": one.value })).collect();
        let scalars = Scalars::of(&text, found.hits.iter().flat_map(|hit| [hit.start, hit.end]));
        let hits = found.hits.iter().map(|hit| {
            json!({
                "indicator": hit.indicator,
                "start": scalars.at(hit.start),
                "end": scalars.at(hit.end),
                "text": text.get(hit.start..hit.end).unwrap_or_default(),
                "why": hit.why,
            })
        });
        let told = json!({
            "language": found.language,
            "level": found.level.code(),
            "indicators": found.indicators,
            "hits": hits.collect::<Vec<_>>(),
            "contacts": reach,
            "instrument": found.instrument,
        });
        println!("{told}");
        return Ok(ExitCode::SUCCESS);
    }
    println!("{}; {}; {}", found.language, found.level.code(), found.instrument);
    for hit in &found.hits {
        let words = text.get(hit.start..hit.end).unwrap_or_default();
        println!("{} ({}): “{}”", hit.indicator, hit.why, haqqi_kernel::one_line(words));
    }
    for one in &reach {
        println!("{}: {}", one.sort.code(), one.value);
    }
    if found.hits.is_empty() {
        println!("no indicator in these words; that clears nobody");
    }
    Ok(ExitCode::SUCCESS)
}
