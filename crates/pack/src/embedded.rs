//! The packs inside the binary.

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};

use crate::report::PackError;
use crate::source::Sources;

static PACKS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../packs");

/// The names of the packs inside the binary.
pub fn names() -> impl Iterator<Item = &'static str> {
    PACKS.dirs().filter_map(|dir| dir.path().to_str())
}

/// The files of one pack inside the binary.
pub fn sources(name: &str) -> Result<Sources, PackError> {
    let dir = PACKS
        .get_dir(name)
        .ok_or_else(|| PackError::one(name, 0, "no pack of this name is in the program"))?;
    let mut files = BTreeMap::new();
    collect(dir, &format!("{name}/"), &mut files)?;
    Ok(Sources::from_map(files))
}

fn collect(dir: &Dir<'static>, root: &str, files: &mut BTreeMap<String, String>) -> Result<(), PackError> {
    for file in dir.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        let path = path.strip_prefix(root).unwrap_or(&path).to_owned();
        if path.split('/').any(|part| part.starts_with('.')) || path.starts_with("audio/") {
            continue;
        }
        let text = file.contents_utf8().ok_or_else(|| PackError::one(&path, 0, "is not UTF-8 text"))?;
        files.insert(path, text.to_owned());
    }
    for folder in dir.dirs() {
        collect(folder, root, files)?;
    }
    Ok(())
}
