//! Finds what is missing or wrong in message files, with file and line.
//!
//! Used by a test over the repository and by `haqqi pack check`. Put the files into a [`Tree`], choose
//! [`Rules`], and read the [`Fault`]s.

mod catalogue;
mod rules;
mod shape;
mod tree;
mod used;

use std::collections::BTreeMap;

pub use catalogue::check;
pub use rules::Rules;
pub use tree::{Tree, check_pack, check_repository};

/// Whose words a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// `worker-*.ftl` and `common-*.ftl`: needed in every language that is offered.
    Worker,
    /// `staff-*.ftl`: Arabic and English.
    Staff,
}

impl Side {
    /// The side of a file name; `None` when it is no message file.
    #[must_use]
    pub fn of(file_name: &str) -> Option<Self> {
        let stem = file_name.strip_suffix(".ftl")?;
        if stem.starts_with("worker-") || stem.starts_with("common-") {
            Some(Self::Worker)
        } else if stem.starts_with("staff-") {
            Some(Self::Staff)
        } else {
            None
        }
    }
}

/// One thing to put right.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// Path as given to the tree, such as `locales/bn/worker-complaints.ftl`.
    pub path: String,
    /// Line, counted from 1.
    pub line: usize,
    /// What is wrong and what to do.
    pub message: String,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.message)
    }
}

/// The ids and variables of English worker messages that a language lacks, as short descriptions.
pub(crate) fn missing_for_workers(english: &[&str], theirs: &[&str]) -> Vec<String> {
    let collect = |texts: &[&str]| -> BTreeMap<String, shape::Shape> {
        texts.iter().flat_map(|text| shape::shapes(text).0).map(|shape| (shape.id.clone(), shape)).collect()
    };
    let theirs = collect(theirs);
    let mut missing = Vec::new();
    for (id, english) in collect(english) {
        match theirs.get(&id) {
            None => missing.push(id),
            Some(shape) if shape.variables != english.variables => missing.push(format!("{id} (values)")),
            Some(_) => {}
        }
    }
    missing
}
