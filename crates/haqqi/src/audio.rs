//! `haqqi pack audio`: the recordings that a pack lacks, made by a machine and marked as such. A person's voice is better;
//! where a pack brings one, nothing is made.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context as _, bail, ensure};
use haqqi_language::Language;
use haqqi_pack::{Audio, Manifest, ManifestRow, Pack, digest_of, manifest};

use crate::compose::load_pack;
use crate::config::PackChoice;

/// Words a minute: slower than the program's own 175.
const PACE: &str = "140";

/// What was asked for.
pub(crate) struct Wish {
    pub pack: PackChoice,
    pub out: PathBuf,
    /// Only these languages; all if none is named.
    pub languages: Vec<String>,
}

/// What `espeak-ng` calls its voice for a language.
fn voice(tag: &str) -> &str {
    match tag {
        "zh" => "cmn",
        "en" => "en-gb",
        other => other,
    }
}

/// The voices that `espeak-ng` has here.
fn voices() -> anyhow::Result<Vec<String>> {
    let listed = Command::new("espeak-ng").arg("--voices").stdin(Stdio::null()).output();
    let listed = listed.context("there is no espeak-ng; on Debian: sudo apt-get install espeak-ng")?;
    let text = String::from_utf8_lossy(&listed.stdout).into_owned();
    Ok(text.lines().skip(1).filter_map(|line| line.split_whitespace().nth(1)).map(str::to_owned).collect())
}

/// Ids of what workers read in a language and what can be read aloud as it stands.
fn messages(pack: &Pack, language: &Language) -> Vec<String> {
    let own = haqqi_language::worker_files(language.tag());
    let packs =
        pack.messages().filter(|(tag, file, _)| *tag == language.tag() && file.starts_with("worker-"));
    let files = own.into_iter().chain(packs.map(|(_, _, text)| text.to_owned()));
    let mut ids: Vec<String> = files
        .flat_map(|text| {
            text.lines()
                .filter_map(|line| line.split_once(" =").map(|(id, _)| id.to_owned()))
                .collect::<Vec<_>>()
        })
        .filter(|id| id.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter(|id| language.plain_words(id).is_some())
        .collect();
    ids.sort();
    ids.dedup();
    ids
}

/// Speaks words into a file. With `ffmpeg` it is small; without, it is as the program gives it.
fn speak(voice: &str, words: &str, folder: &Path, id: &str) -> anyhow::Result<()> {
    let wav = folder.join(format!("{id}.wav"));
    let mut child = Command::new("espeak-ng")
        .args(["-v", voice, "-s", PACE, "--stdin", "-w"])
        .arg(&wav)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(words.as_bytes())?;
    }
    ensure!(child.wait()?.success(), "espeak-ng does not speak {id}");
    let mp3 = folder.join(format!("{id}.mp3"));
    let made = Command::new("ffmpeg")
        .args(["-v", "quiet", "-nostdin", "-y", "-f", "wav", "-i"])
        .arg(&wav)
        .args(["-ac", "1", "-ar", "22050", "-c:a", "libmp3lame", "-b:a", "32k", "-map_metadata", "-1"])
        .arg(&mp3)
        .stdin(Stdio::null())
        .status();
    if made.is_ok_and(|status| status.success()) {
        std::fs::remove_file(&wav)?;
    }
    Ok(())
}

/// Makes what is missing.
pub(crate) fn run(wish: &Wish) -> anyhow::Result<ExitCode> {
    let (pack, languages) = load_pack(&wish.pack)?;
    let voices = voices()?;
    for tag in &wish.languages {
        if languages.for_worker(tag).is_none() {
            bail!("{tag} is not offered to workers");
        }
    }
    let mut rows = manifest(&wish.out).map_err(|error| anyhow::anyhow!(error))?.spoken;
    let spoken = pack.audio().clone().and(Audio::load(&wish.out).map_err(|error| anyhow::anyhow!(error))?);
    let wanted = |language: &&Language| {
        wish.languages.is_empty() || wish.languages.iter().any(|tag| tag == language.tag())
    };
    for language in languages.worker().iter().filter(wanted) {
        let tag = language.tag();
        let voice = voice(tag);
        if !voices.iter().any(|known| known == voice) {
            println!("{tag}: espeak-ng does not speak it; a person must");
            continue;
        }
        let folder = wish.out.join(tag);
        std::fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
        let mut made = 0;
        for id in messages(&pack, language) {
            let Some(words) = language.plain_words(&id) else { continue };
            let says = digest_of(&words);
            let has = spoken.get(tag, &id).is_some_and(|it| !it.synthetic || it.says.as_ref() == Some(&says));
            if has {
                continue;
            }
            speak(voice, &words, &folder, &id)?;
            rows.retain(|row| row.tag != tag || row.message != id);
            let voice = format!("espeak-ng {voice}");
            rows.push(ManifestRow { tag: tag.to_owned(), message: id, synthetic: true, voice, says });
            made += 1;
        }
        println!("{tag}: {made} made");
        // After each language: what was made is marked, even if the next one fails.
        rows.sort_by(|a, b| (&a.tag, &a.message).cmp(&(&b.tag, &b.message)));
        let made = Manifest { spoken: rows.clone() };
        made.write(&wish.out).map_err(|error| anyhow::anyhow!(error))?;
    }
    Ok(ExitCode::SUCCESS)
}
