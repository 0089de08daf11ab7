//! Recordings of messages, for people who listen: `audio/<tag>/<message-id>.<ending>` in the pack's folder, or in the data
//! folder. `audio/manifest.toml` says which were made by a machine, and of which words; what it does not name, a person
//! has spoken.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// A message, spoken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// Where the recording lies.
    pub file: PathBuf,
    /// Its media type.
    pub media: &'static str,
    /// Whether a machine spoke it.
    pub synthetic: bool,
    /// What it says, as [`digest_of`] gives it; known only of what a machine spoke.
    pub says: Option<String>,
}

/// A row of the manifest: a recording that a machine made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ManifestRow {
    /// The language's tag.
    pub tag: String,
    /// The message's id.
    pub message: String,
    /// Always true here: it is written down for people who read the file.
    pub synthetic: bool,
    /// By which program and voice.
    pub voice: String,
    /// What it says, as [`digest_of`] gives it.
    pub says: String,
}

/// The manifest.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Its rows.
    #[serde(default)]
    pub spoken: Vec<ManifestRow>,
}

/// Recordings by language and message.
#[derive(Debug, Clone, Default)]
pub struct Audio(BTreeMap<String, BTreeMap<String, Spoken>>);

/// The endings that are taken, with their media types.
const ENDINGS: [(&str, &str); 5] = [
    ("mp3", "audio/mpeg"),
    ("m4a", "audio/mp4"),
    ("ogg", "audio/ogg"),
    ("opus", "audio/ogg"),
    ("wav", "audio/wav"),
];

/// A short digest of public words, by which a recording of other words is known.
#[must_use]
pub fn digest_of(words: &str) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(words)).chars().take(16).collect()
}

/// The manifest of a folder of recordings; an empty one where there is none.
///
/// # Errors
/// A line that says what is wrong with it.
pub fn manifest(folder: &Path) -> Result<Manifest, String> {
    let path = folder.join("manifest.toml");
    match std::fs::read_to_string(&path) {
        Ok(text) => toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display())),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Manifest::default()),
        Err(error) => Err(format!("{}: {error}", path.display())),
    }
}

impl Manifest {
    /// Writes it into a folder of recordings.
    ///
    /// # Errors
    /// A line that says what went wrong.
    pub fn write(&self, folder: &Path) -> Result<(), String> {
        let rows = toml::to_string(self).map_err(|error| error.to_string())?;
        let head = "# Recordings that a machine made. What is not named here, a person has spoken.\n";
        let path = folder.join("manifest.toml");
        std::fs::write(&path, format!("{head}{rows}")).map_err(|error| format!("{}: {error}", path.display()))
    }
}

impl Audio {
    /// Looks a folder through. One that is not there holds none.
    ///
    /// # Errors
    /// A line that says what is wrong.
    pub fn load(folder: &Path) -> Result<Self, String> {
        let made = manifest(folder)?.spoken;
        let mut all = BTreeMap::<String, BTreeMap<String, Spoken>>::new();
        for tag in entries(folder)?.into_iter().filter(|path| path.is_dir()) {
            let language = name(&tag);
            for file in entries(&tag)? {
                let Some((stem, ending)) =
                    name(&file).rsplit_once('.').map(|(a, b)| (a.to_owned(), b.to_owned()))
                else {
                    continue;
                };
                let Some((_, media)) = ENDINGS.iter().find(|(known, _)| *known == ending) else { continue };
                let row = made.iter().find(|row| row.tag == language && row.message == stem);
                let spoken =
                    Spoken { file, media, synthetic: row.is_some(), says: row.map(|row| row.says.clone()) };
                all.entry(language.clone()).or_default().insert(stem, spoken);
            }
        }
        Ok(Self(all))
    }

    /// These, and what another folder has beside them. A person's voice goes before a machine's.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        for (tag, messages) in other.0 {
            let here = self.0.entry(tag).or_default();
            for (id, spoken) in messages {
                let stays = here.get(&id).is_some_and(|mine| !mine.synthetic || spoken.synthetic);
                if !stays {
                    here.insert(id, spoken);
                }
            }
        }
        self
    }

    /// What is spoken in a language: message id and recording, in order.
    pub fn of(&self, tag: &str) -> impl Iterator<Item = (&str, &Spoken)> {
        self.0.get(tag).into_iter().flatten().map(|(id, spoken)| (id.as_str(), spoken))
    }

    /// One message in one language.
    #[must_use]
    pub fn get(&self, tag: &str, id: &str) -> Option<&Spoken> {
        self.0.get(tag)?.get(id)
    }
}

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let told = |error: std::io::Error| format!("{}: {error}", folder.display());
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(told(error)),
    };
    let mut paths =
        entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>().map_err(told)?;
    paths.sort();
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("haqqi_audio_{}_{name}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(folder.join("bn")).unwrap();
        folder
    }

    #[test]
    fn a_persons_voice_goes_before_a_machines_wherever_it_lies() {
        let (mine, theirs) = (folder("mine"), folder("theirs"));
        for (place, id) in [(&mine, "a"), (&mine, "b"), (&theirs, "a"), (&theirs, "b"), (&theirs, "c")] {
            std::fs::write(place.join(format!("bn/{id}.mp3")), id).unwrap();
        }
        std::fs::write(theirs.join("bn/notes.txt"), "no recording").unwrap();
        let made = |id: &str| ManifestRow {
            tag: "bn".to_owned(),
            message: id.to_owned(),
            synthetic: true,
            voice: "espeak-ng bn".to_owned(),
            says: digest_of("words"),
        };
        Manifest { spoken: vec![made("a")] }.write(&mine).unwrap();
        let all = Audio::load(&mine).unwrap().and(Audio::load(&theirs).unwrap());
        assert!(all.get("bn", "a").unwrap().file.starts_with(&theirs), "a machine's gives way");
        assert!(all.get("bn", "b").unwrap().file.starts_with(&mine), "the pack's own stays");
        assert_eq!(all.of("bn").map(|(id, _)| id).collect::<Vec<_>>(), ["a", "b", "c"]);
        assert_eq!(all.of("hi").count(), 0);
        let other_way = Audio::load(&theirs).unwrap().and(Audio::load(&mine).unwrap());
        assert!(!other_way.get("bn", "a").unwrap().synthetic);
        let _ = (std::fs::remove_dir_all(mine), std::fs::remove_dir_all(theirs));
        assert_eq!(Audio::load(Path::new("/nowhere/at/all")).unwrap().of("bn").count(), 0);
    }
}
