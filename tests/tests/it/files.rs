//! Reading the repository's own text files.

use std::fs;
use std::path::{Path, PathBuf};

/// A file of the repository: its path from the root, with `/`, and its text.
pub struct File {
    pub path: String,
    pub text: String,
}

/// Every file below these folders whose name ends in one of these ways. A missing folder is a fault.
pub fn below(folders: &[&str], endings: &[&str]) -> Vec<File> {
    let root = haqqi_blackbox::root();
    let mut paths = Vec::new();
    for folder in folders {
        collect(&root.join(folder), &mut paths);
    }
    paths.sort();
    let wanted = paths.into_iter().filter(|path| {
        let name = path.to_string_lossy();
        endings.iter().any(|ending| name.ends_with(ending))
    });
    let mut files = Vec::new();
    for path in wanted {
        let relative = path.strip_prefix(&root).expect("below the root");
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        files.push(File { path: relative.to_string_lossy().into_owned(), text });
    }
    files
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for entry in entries {
        let path = entry.expect("a readable folder").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            if name != "node_modules" && name != "target" {
                collect(&path, paths);
            }
        } else {
            paths.push(path);
        }
    }
}
