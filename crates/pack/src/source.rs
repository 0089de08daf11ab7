//! The files of a pack as text, and where in them something stands.

use std::collections::BTreeMap;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::report::{PackError, Problem};

/// All files of a pack: path with `/` → text, sorted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sources(BTreeMap<String, String>);

impl Sources {
    pub fn from_map(files: BTreeMap<String, String>) -> Self {
        Self(files)
    }

    /// Reads a folder with all below it; hidden files are passed over.
    pub fn read(dir: &Path) -> Result<Self, PackError> {
        let mut files = BTreeMap::new();
        let mut problems = Vec::new();
        walk(dir, "", &mut files, &mut problems);
        if problems.is_empty() { Ok(Self(files)) } else { Err(PackError::new(problems)) }
    }

    pub fn get(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(String::as_str)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// The files below one folder of the pack.
    pub fn under<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.iter()
            .filter(move |(path, _)| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')))
    }

    /// SHA-256 over the sorted files, lengths bound in, as lower-case hex.
    pub fn hash(&self) -> String {
        let mut digest = Sha256::new();
        for (path, text) in &self.0 {
            for part in [path, text] {
                digest.update((part.len() as u64).to_be_bytes());
                digest.update(part.as_bytes());
            }
        }
        data_encoding::HEXLOWER.encode(&digest.finalize())
    }

    /// The line (from 1) on which the byte `offset` of a file stands.
    pub fn line(&self, file: &str, offset: usize) -> usize {
        let text = self.get(file).unwrap_or_default().as_bytes();
        text.iter().take(offset).filter(|byte| **byte == b'\n').count() + 1
    }

    /// The line of the first `"needle"` or `needle =` at or after `start` and before `end`; else the line of `start`.
    pub fn line_of(&self, file: &str, start: usize, end: Option<usize>, needle: &str) -> usize {
        let text = self.get(file).unwrap_or_default();
        let end = end.unwrap_or(text.len());
        let row = text.get(start..end).unwrap_or_default();
        let found = row
            .find(&format!("\"{needle}\""))
            .or_else(|| row.find(&format!("\n{needle} =")).map(|at| at + 1));
        self.line(file, start + found.unwrap_or(0))
    }
}

fn walk(dir: &Path, prefix: &str, files: &mut BTreeMap<String, String>, problems: &mut Vec<Problem>) {
    let at =
        if prefix.is_empty() { dir.display().to_string() } else { prefix.trim_end_matches('/').to_owned() };
    let mut fault = |file: String, message: String| problems.push(Problem { file, line: 0, message });
    let entries = match std::fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(error) => return fault(at, format!("cannot be read: {error}")),
    };
    let mut folders = Vec::new();
    for entry in entries.flatten() {
        let Ok(name) = entry.file_name().into_string() else {
            fault(at.clone(), "has a file whose name is not UTF-8".to_owned());
            continue;
        };
        // Recordings are no text; they are loaded by themselves.
        if name.starts_with('.') || (prefix.is_empty() && name == "audio") {
            continue;
        }
        let path = format!("{prefix}{name}");
        if entry.path().is_dir() {
            folders.push((entry.path(), format!("{path}/")));
            continue;
        }
        match std::fs::read(entry.path()).map(String::from_utf8) {
            Ok(Ok(text)) => drop(files.insert(path, text)),
            Ok(Err(_)) => fault(path, "is not UTF-8 text".to_owned()),
            Err(error) => fault(path, format!("cannot be read: {error}")),
        }
    }
    for (folder, path) in folders {
        walk(&folder, &path, files, problems);
    }
}
