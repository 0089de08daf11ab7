//! `haqqi screen …`: the screening engine by hand.

use std::io::{ErrorKind, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, anyhow, bail};
use clap::{Subcommand, ValueEnum};
use haqqi_pack::Pack;
use haqqi_screening::{Level, Profile, Screener, Training, train};

use crate::compose::load_pack;
use crate::config::Config;

/// Largest file that is read, in bytes.
const LARGEST: u64 = 16 * 1024 * 1024;

/// Whose rules hold.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Age {
    /// 18 or over.
    Adult,
    /// Under 18.
    Child,
    /// Not known: both, the higher class, and age is asked next.
    Unknown,
}

#[derive(Subcommand)]
pub(crate) enum ScreenCommand {
    /// Reads a text and prints which indicators and what danger its words suggest, and where. None of it is a yes.
    Text {
        /// The text, UTF-8; `-` is standard input.
        file: PathBuf,
        /// The language it is said to be in; guessed without. Where the words speak for another, both are tried.
        #[arg(long)]
        lang: Option<String>,
        /// As JSON; places are counted in Unicode scalars.
        #[arg(long)]
        json: bool,
    },
    /// Reads a sheet of answers (JSON: `profile`, `yes`, `open`; the rest is no) and prints what it means.
    Answers {
        /// The sheet; `-` is standard input.
        #[arg(default_value = "-")]
        file: PathBuf,
        /// The instrument; without, the pack's first with classes.
        #[arg(long)]
        instrument: Option<String>,
        /// Whose rules hold, where the sheet does not say.
        #[arg(long)]
        profile: Option<Age>,
        /// As JSON, on a terminal too.
        #[arg(long)]
        json: bool,
    },
    /// Measures the lexicons on texts of which it is known what they say: per language and indicator how many there are,
    /// precision, recall and F1, and the same for danger.
    Evaluate {
        /// One JSON object a line: `lang`, `text`, `indicators`, `urgent`.
        file: PathBuf,
        /// As JSON.
        #[arg(long)]
        json: bool,
        /// Only this language.
        #[arg(long)]
        lang: Option<String>,
        /// Also print each text of which something else is found than is known; only for synthetic texts.
        #[arg(long)]
        amiss: bool,
    },
    /// Trains the learned part of the text screening: a table for each language, for the pack's folder `learned`.
    Train {
        /// JSON, one object a line: `lang`, `text`, `indicators`, `urgent`.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Where the tables are laid, `LANGUAGE.toml` each.
        #[arg(long)]
        into: PathBuf,
        /// Without every third line of each file, so that it can be measured on those.
        #[arg(long)]
        hold_out: bool,
    },
    /// Prints what the lexicons catch, spelled out, and fails where a choice of a phrase can never be hit.
    Lint {
        /// Only this language.
        #[arg(long)]
        lang: Option<String>,
        /// Print everything, not only what can never be hit.
        #[arg(long)]
        all: bool,
    },
}

/// A file or standard input, as text; the mark that begins some files is taken off.
pub(crate) fn text_of(file: &Path) -> anyhow::Result<String> {
    let name = if file == Path::new("-") { "standard input".to_owned() } else { file.display().to_string() };
    let mut bytes = Vec::new();
    let read = if file == Path::new("-") {
        std::io::stdin().take(LARGEST + 1).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(file).and_then(|open| open.take(LARGEST + 1).read_to_end(&mut bytes))
    };
    read.with_context(|| format!("{name} cannot be read"))?;
    if bytes.len() as u64 > LARGEST {
        bail!("{name} is larger than {} MiB; give it in parts", LARGEST / (1024 * 1024));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        anyhow!("{name} is not UTF-8: byte {at} (counted from 0) begins no character")
    })?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// A language of the pack, however it is written: `EN`, `en-GB`.
pub(crate) fn language(pack: &Pack, asked: &str) -> anyhow::Result<String> {
    let tag = asked.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    let mut own = pack.languages().iter().map(|language| language.tag.as_str());
    if own.any(|known| known == tag) {
        return Ok(tag);
    }
    let known: Vec<&str> = pack.languages().iter().map(|language| language.tag.as_str()).collect();
    bail!("the pack does not speak `{asked}`; it speaks {}. Without --lang it is guessed", known.join(" "))
}

/// How many flags a week an office must expect, and from what that is worked out.
pub(crate) fn expect(
    pack: &Pack,
    screener: &Screener,
    complaints: u64,
    history: &Path,
) -> anyhow::Result<String> {
    let by_office =
        screener.expected(&text_of(history)?).map_err(|error| anyhow!("{}: {error}", history.display()))?;
    let found = &by_office.all;
    if found.texts == 0 {
        bail!("{} holds no text; nothing can be worked out from it", history.display());
    }
    if let Some(other) = by_office.offices.keys().find(|office| pack.office(office).is_none()) {
        bail!("{}: the pack has no office `{other}`", history.display());
    }
    let tenths = |count: u64| {
        let tenths = found.tenths_of(count, complaints);
        format!("{}.{}", tenths / 10, tenths % 10)
    };
    let mut lines = vec![format!(
        "flags a week: about {} of {complaints} complaints, worked out from the words of the {} texts of {}, \
         of which {} would raise one",
        tenths(found.flags()),
        found.texts,
        history.display(),
        found.flags()
    )];
    let levels = found.levels.iter().rev();
    lines.extend(levels.map(|(level, count)| {
        let flag = if *level > Level::LookCloser { "" } else { " (no flag)" };
        format!("  {}{flag}: {} a week, {count} texts", level.code(), tenths(*count))
    }));
    // Each office gets its share of the complaints as the history has it.
    lines.extend(by_office.offices.iter().map(|(office, own)| {
        format!(
            "  office {office}: about {} flags a week, {} of them strong or danger, of {} complaints",
            tenths(own.flags()),
            tenths(own.above(Level::Possible)),
            tenths(own.texts)
        )
    }));
    if by_office.offices.is_empty() {
        lines.push("  by office: give the lines of the history an `office`".to_owned());
    }
    lines.push(
        "  words alone: what is answered to the questions about safety, and kinds of complaint that screen by \
         themselves, come on top; texts that were written for training tell of danger more often than complaints do"
            .to_owned(),
    );
    Ok(lines.join("\n"))
}

/// Prints lines. Whoever reads no further has read enough.
fn say(lines: &str) -> anyhow::Result<()> {
    match writeln!(std::io::stdout(), "{lines}") {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => std::process::exit(0),
        other => other.context("nothing can be printed"),
    }
}

/// Learns from lines of JSON: a table for each language.
fn learn(files: &[PathBuf], into: &Path, hold_out: bool) -> anyhow::Result<()> {
    let mut lines = Vec::new();
    for file in files {
        let text = text_of(file)?;
        let used = text.lines().enumerate().filter(|(nth, _)| !hold_out || nth % 3 != 2);
        lines.extend(used.map(|(_, line)| line.to_owned()));
    }
    let tables = train(&lines.join("\n"), Training::default()).map_err(|error| anyhow!(error))?;
    if tables.is_empty() {
        bail!("nothing to learn from: the files hold no line");
    }
    std::fs::create_dir_all(into).with_context(|| into.display().to_string())?;
    for (language, table) in tables {
        let path = into.join(language).with_extension("toml");
        std::fs::write(&path, table).with_context(|| path.display().to_string())?;
        say(&path.display().to_string())?;
    }
    Ok(())
}

/// Does it.
pub(crate) fn screen(config: &Config, what: ScreenCommand) -> anyhow::Result<ExitCode> {
    let ready = || {
        let (pack, _) = load_pack(&config.pack)?;
        let screener = Screener::from_pack(&pack)?;
        anyhow::Ok((pack, screener))
    };
    match what {
        ScreenCommand::Text { file, lang, json } => {
            let (pack, screener) = ready()?;
            let declared = lang.map(|lang| language(&pack, &lang)).transpose()?;
            let told = screener.told(declared.as_deref(), &text_of(&file)?);
            say(&if json { serde_json::to_string(&told)? } else { told.lines() })?;
        }
        ScreenCommand::Answers { file, instrument, profile, json } => {
            let (_, screener) = ready()?;
            let profile = profile.map(|age| match age {
                Age::Adult => Profile::Adult,
                Age::Child => Profile::Child,
                Age::Unknown => Profile::Unknown,
            });
            let found = screener
                .answers(&text_of(&file)?, instrument.as_deref(), profile)
                .map_err(|error| anyhow!("{}: {error}", file.display()))?;
            if json || !std::io::stdout().is_terminal() {
                say(&serde_json::to_string(&found)?)?;
            } else {
                say(&found.lines())?;
            }
        }
        ScreenCommand::Evaluate { file, json, lang, amiss } => {
            let (_, screener) = ready()?;
            let mut lines = text_of(&file)?;
            if let Some(lang) = lang {
                let tag = serde_json::json!(lang);
                let of = |line: &&str| {
                    serde_json::from_str::<serde_json::Value>(line)
                        .is_ok_and(|told| told.get("lang") == Some(&tag))
                };
                lines = lines.lines().filter(of).collect::<Vec<_>>().join("\n");
            }
            let found = screener.evaluate(&lines).map_err(|error| anyhow!("{}: {error}", file.display()))?;
            if found.languages.is_empty() {
                bail!("{}: nothing to measure: the file holds no line", file.display());
            }
            if amiss {
                for text in &found.amiss {
                    say(&serde_json::to_string(text)?)?;
                }
            }
            say(&if json { found.json().to_string() } else { found.table() })?;
        }
        // Without the pack: tables are made anew even where those that it has are of another form.
        ScreenCommand::Train { files, into, hold_out } => learn(&files, &into, hold_out)?,
        ScreenCommand::Lint { lang, all } => {
            let (pack, _) = load_pack(&config.pack)?;
            let screener = Screener::tried(&pack)?;
            let mut dead = false;
            let adverts = haqqi_patrol::assessor(&pack)?;
            for (language, entry, words, hit) in screener.spelled().into_iter().chain(adverts.spelled()) {
                if lang.as_ref().is_some_and(|only| *only != language) || (hit && !all) {
                    continue;
                }
                dead |= !hit;
                let hit = if hit { "hit" } else { "never hit" };
                say(&format!("{language}\t{entry}\t{hit}\t{words}"))?;
            }
            return Ok(if dead { ExitCode::FAILURE } else { ExitCode::SUCCESS });
        }
    }
    Ok(ExitCode::SUCCESS)
}
