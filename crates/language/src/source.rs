//! Where message files come from: inside the binary, or the source tree in debug builds.

/// One message file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Source {
    pub(crate) tag: String,
    pub(crate) name: String,
    pub(crate) text: String,
}

/// The texts of the product's own worker files in a language.
#[must_use]
pub fn worker_files(tag: &str) -> Vec<String> {
    let worker = |source: &Source| {
        source.tag == tag && crate::check::Side::of(&source.name) == Some(crate::check::Side::Worker)
    };
    own().into_iter().filter(worker).map(|source| source.text).collect()
}

/// The product's own messages.
///
/// A debug build reads them from the tree at each start, so that words can be changed without building.
#[cfg(debug_assertions)]
pub(crate) fn own() -> Vec<Source> {
    let mut found = Vec::new();
    let Ok(folders) = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../../locales")) else {
        return found;
    };
    for folder in folders.flatten() {
        let Ok(files) = std::fs::read_dir(folder.path()) else { continue };
        for file in files.flatten() {
            let name = file.file_name().to_string_lossy().into_owned();
            if name.ends_with(".ftl")
                && let Ok(text) = std::fs::read_to_string(file.path())
            {
                found.push(Source { tag: folder.file_name().to_string_lossy().into_owned(), name, text });
            }
        }
    }
    found.sort_by(|a, b| (&a.tag, &a.name).cmp(&(&b.tag, &b.name)));
    found
}

/// The product's own messages, from inside the binary.
#[cfg(not(debug_assertions))]
pub(crate) fn own() -> Vec<Source> {
    static LOCALES: include_dir::Dir<'_> = include_dir::include_dir!("$CARGO_MANIFEST_DIR/../../locales");
    let mut found = Vec::new();
    for folder in LOCALES.dirs() {
        for file in folder.files() {
            let name = file.path().file_name().map(|name| name.to_string_lossy().into_owned());
            if let (Some(name), Some(text)) = (name, file.contents_utf8())
                && name.ends_with(".ftl")
            {
                found.push(Source {
                    tag: folder.path().to_string_lossy().into_owned(),
                    name,
                    text: text.to_owned(),
                });
            }
        }
    }
    found.sort_by(|a, b| (&a.tag, &a.name).cmp(&(&b.tag, &b.name)));
    found
}
