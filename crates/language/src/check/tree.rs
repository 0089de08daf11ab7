//! The files that are checked together.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use super::shape::shapes;
use super::{Fault, Rules, check};

/// Message files and code, in memory.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    messages: Vec<(String, String)>,
    code: Vec<(String, String)>,
    pack_ids: BTreeSet<String>,
}

impl Tree {
    /// An empty tree.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a message file; the path ends in `<tag>/<file>.ftl`.
    #[must_use]
    pub fn with_messages(mut self, path: impl Into<String>, text: impl Into<String>) -> Self {
        self.messages.push((path.into(), text.into()));
        self
    }

    /// Adds a Rust file, a template or a script that may name ids.
    #[must_use]
    pub fn with_code(mut self, path: impl Into<String>, text: impl Into<String>) -> Self {
        self.code.push((path.into(), text.into()));
        self
    }

    /// Adds a pack's English file: its ids may be named by code too.
    #[must_use]
    pub fn with_pack_english(mut self, text: &str) -> Self {
        self.pack_ids.extend(shapes(text).0.into_iter().map(|shape| shape.id));
        self
    }

    pub(super) fn messages(&self) -> impl Iterator<Item = (&str, &str)> {
        self.messages.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    pub(super) fn code(&self) -> impl Iterator<Item = (&str, &str)> {
        self.code.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    pub(super) fn is_pack_id(&self, id: &str) -> bool {
        self.pack_ids.contains(id)
    }
}

/// Checks the messages of a pack's folder (`<pack>/locales`): each language against the pack's English.
///
/// # Errors
/// A file that cannot be read.
pub fn check_pack(pack: &Path) -> io::Result<Vec<Fault>> {
    let locales = pack.join("locales");
    let tree = read_messages(Tree::new(), &locales, &locales.display().to_string())?;
    let same = optional(&locales.join("same.txt"))?;
    Ok(check(&tree, &Rules::read("", &same, false)))
}

/// Checks a whole repository: `locales/`, the packs' messages, and the ids named by `crates/`.
///
/// # Errors
/// A file that cannot be read.
pub fn check_repository(root: &Path) -> io::Result<Vec<Fault>> {
    let locales = root.join("locales");
    let mut tree = read_messages(Tree::new(), &locales, "locales")?;
    let mut faults = Vec::new();
    for pack in folders(&root.join("packs"))? {
        let base = pack.strip_prefix(root).unwrap_or(&pack).join("locales").display().to_string();
        let folder = pack.join("locales");
        let packs_own = read_messages(Tree::new(), &folder, &base)?;
        let same = optional(&folder.join("same.txt"))?;
        faults.extend(check(&packs_own, &Rules::read("", &same, false)));
        for (_, text) in packs_own.messages().filter(|(path, _)| path.contains("/en/")) {
            tree = tree.with_pack_english(text);
        }
    }
    for room in folders(&root.join("crates"))? {
        for part in ["src", "templates", "static"] {
            read_code(&mut tree, root, &room.join(part))?;
        }
    }
    let dynamic = optional(&locales.join("dynamic.txt"))?;
    let same = optional(&locales.join("same.txt"))?;
    faults.extend(check(&tree, &Rules::read(&dynamic, &same, true)));
    faults.sort();
    Ok(faults)
}

fn read_messages(mut tree: Tree, locales: &Path, shown: &str) -> io::Result<Tree> {
    for folder in folders(locales)? {
        let tag = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        for file in files(&folder)? {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if name.ends_with(".ftl") {
                tree = tree.with_messages(format!("{shown}/{tag}/{name}"), std::fs::read_to_string(&file)?);
            }
        }
    }
    Ok(tree)
}

fn read_code(tree: &mut Tree, root: &Path, folder: &Path) -> io::Result<()> {
    for file in files(folder)? {
        if file.extension().is_some_and(|kind| kind == "rs" || kind == "html" || kind == "js") {
            let path = file.strip_prefix(root).unwrap_or(&file).display().to_string();
            tree.code.push((path, std::fs::read_to_string(&file)?));
        }
    }
    for below in folders(folder)? {
        read_code(tree, root, &below)?;
    }
    Ok(())
}

fn folders(path: &Path) -> io::Result<Vec<std::path::PathBuf>> {
    entries(path, |kind| kind.is_dir())
}

fn files(path: &Path) -> io::Result<Vec<std::path::PathBuf>> {
    entries(path, |kind| kind.is_file())
}

fn entries(path: &Path, wanted: impl Fn(&std::fs::FileType) -> bool) -> io::Result<Vec<std::path::PathBuf>> {
    if !path.is_dir() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for entry in std::fs::read_dir(path)? {
        let entry = entry?;
        if wanted(&entry.file_type()?) {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}

fn optional(path: &Path) -> io::Result<String> {
    if path.is_file() { std::fs::read_to_string(path) } else { Ok(String::new()) }
}
