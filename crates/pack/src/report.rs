//! What is wrong with a pack, with file and line.

use std::fmt;

/// One fault of a pack.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The path inside the pack, with `/` between its parts.
    pub file: String,
    /// The line, counted from 1; 0 when the whole file is meant (it is missing, say).
    pub line: usize,
    /// What is wrong, in English, for the person who keeps the pack.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line == 0 {
            write!(f, "{}: {}", self.file, self.message)
        } else {
            write!(f, "{}:{}: {}", self.file, self.line, self.message)
        }
    }
}

/// A pack that may not be used, with all its known faults.
#[derive(Debug, Clone, thiserror::Error)]
pub struct PackError {
    problems: Vec<Problem>,
}

impl PackError {
    pub(crate) fn new(mut problems: Vec<Problem>) -> Self {
        problems.sort();
        problems.dedup();
        Self { problems }
    }

    pub(crate) fn one(file: impl Into<String>, line: usize, message: impl Into<String>) -> Self {
        Self { problems: vec![Problem { file: file.into(), line, message: message.into() }] }
    }

    /// The faults, by file and line.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the pack has {} problem(s)", self.problems.len())?;
        for problem in &self.problems {
            write!(f, "\n  {problem}")?;
        }
        Ok(())
    }
}
