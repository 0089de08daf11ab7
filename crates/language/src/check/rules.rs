//! What a set of message files is held to.

use std::collections::BTreeSet;

/// Exceptions and expectations, read from `locales/dynamic.txt` and `locales/same.txt`.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    /// Beginnings of ids that are put together while running (`kind-`): such ids are never dead.
    pub dynamic: Vec<String>,
    /// Ids (`common-sms`), or one language's id (`fil:common-email`), that may read as in English.
    pub same: BTreeSet<String>,
    /// Whether ids must exist where code names them, and be named somewhere. Off for a pack's own files.
    pub uses: bool,
}

impl Rules {
    /// Reads the two lists: one entry a line, `#` begins a remark.
    #[must_use]
    pub fn read(dynamic: &str, same: &str, uses: bool) -> Self {
        Self {
            dynamic: entries(dynamic).map(str::to_owned).collect(),
            same: entries(same).map(str::to_owned).collect(),
            uses,
        }
    }

    pub(super) fn may_be_same(&self, tag: &str, id: &str) -> bool {
        self.same.contains(id) || self.same.contains(&format!("{tag}:{id}"))
    }

    pub(super) fn is_dynamic(&self, id: &str) -> bool {
        self.dynamic.iter().any(|prefix| id.starts_with(prefix.as_str()))
    }
}

fn entries(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| {
        let entry = line.split('#').next().unwrap_or_default().trim();
        (!entry.is_empty()).then_some(entry)
    })
}
