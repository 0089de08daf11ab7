//! What is wrong with a file of the pack: where, and in words.

use serde::de::DeserializeOwned;

/// What is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {message}")]
pub struct LoadError {
    /// File within the pack.
    pub file: String,
    /// Line, from 1; 0 for the whole file.
    pub line: usize,
    /// What.
    pub message: String,
}

fn line_of(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}

pub(super) fn parse<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, LoadError> {
    toml::from_str(text).map_err(|error| LoadError {
        file: file.to_owned(),
        line: error.span().map_or(0, |span| line_of(text, span.start)),
        message: error.message().to_owned(),
    })
}

pub(super) fn fault(file: &str, text: &str, needle: &str, message: String) -> LoadError {
    let line = text.find(needle).map_or(0, |offset| line_of(text, offset));
    LoadError { file: file.to_owned(), line, message }
}
