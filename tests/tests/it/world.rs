//! What a test must know of the country it runs in: read from the pack's own files, so that no test names a code of
//! one country. A code that every pack has (the filer `self`, the outcomes) needs no look-up.

use std::path::PathBuf;

use toml::{Table, Value};

/// The packs of this repository, by name.
pub fn packs() -> Vec<String> {
    let folder = haqqi_blackbox::root().join("packs");
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .filter_map(|entry| entry.unwrap().file_name().into_string().ok())
        .filter(|name| !name.starts_with('.'))
        .collect();
    names.sort();
    names
}

/// One pack.
#[derive(Clone)]
pub struct World {
    pub pack: String,
    folder: PathBuf,
}

impl World {
    pub fn of(pack: &str) -> Self {
        Self { pack: pack.to_owned(), folder: haqqi_blackbox::root().join("packs").join(pack) }
    }

    fn file(&self, path: &str) -> Table {
        std::fs::read_to_string(self.folder.join(path)).unwrap().parse().unwrap()
    }

    /// The rows of a table of a file, in order.
    pub fn rows(&self, file: &str, table: &str) -> Vec<Table> {
        let mut file = self.file(file);
        let rows = file.remove(table).unwrap_or_else(|| panic!("{} has no {table}", self.pack));
        rows.as_array().unwrap().iter().map(|row| row.as_table().unwrap().clone()).collect()
    }

    /// The code of the first row for which this holds.
    pub fn code(&self, file: &str, table: &str, holds: impl Fn(&Table) -> bool) -> String {
        let found = self.rows(file, table).into_iter().find(|row| holds(row));
        let found = found.unwrap_or_else(|| panic!("{} has no such row in {file}", self.pack));
        found["code"].as_str().unwrap().to_owned()
    }

    /// A value of `pack.toml`.
    pub fn identity(&self, key: &str) -> Value {
        self.file("pack.toml")["pack"][key].clone()
    }

    /// The staff language that interpreters translate into.
    pub fn staff_language(&self) -> String {
        self.identity("staff_languages")[0].as_str().unwrap().to_owned()
    }

    /// A place that this office serves.
    pub fn place_of(&self, office: &str) -> String {
        let offices = self.rows("offices.toml", "office");
        let office = offices.iter().find(|row| row["code"].as_str() == Some(office)).unwrap();
        office["governorates"][0].as_str().unwrap().to_owned()
    }

    /// The safety question whose yes confirms this one of the eleven indicators.
    pub fn question(&self, indicator: &str) -> String {
        let questions = self.rows("instruments/worker-self.toml", "question");
        let found = questions
            .iter()
            .find(|row| row["ilo11"].as_array().unwrap().iter().any(|name| name.as_str() == Some(indicator)));
        found.unwrap()["id"].as_str().unwrap().to_owned()
    }

    /// A next step that an officer may always set: in danger as without, and where she can be reached by nothing.
    pub fn next_step(&self) -> String {
        let is = |row: &Table, key: &str| row.get(key).and_then(Value::as_bool).unwrap_or(false);
        self.code("next_steps.toml", "step", |row| {
            is(row, "for_danger") && !is(row, "only_danger") && !is(row, "needs_contact")
        })
    }

    /// A reason for a decision; the words beside it are always given.
    pub fn reason(&self, decision: &str) -> String {
        self.code("reasons.toml", "reason", |row| row["decision"].as_str() == Some(decision))
    }

    /// All safety questions, by id.
    pub fn questions(&self) -> Vec<String> {
        let rows = self.rows("instruments/worker-self.toml", "question");
        rows.iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect()
    }

    /// A closing with this outcome, whole: a reason of the pack, what was done, words in English.
    pub fn closing(&self, outcome: &str) -> serde_json::Value {
        let because = self.code("reasons.toml", "reason", |row| {
            let outcomes = row.get("outcomes").and_then(Value::as_array);
            outcomes.is_some_and(|all| all.iter().any(|one| one.as_str() == Some(outcome)))
        });
        serde_json::json!({
            "outcome": outcome, "because": because, "done": "Looked into it.",
            "words": "We looked into it. You can write to us.", "language": "en",
        })
    }

    /// Somebody on the page who files for another without an interest of his own.
    pub fn helper(&self) -> String {
        let is = |row: &Table, key: &str| row.get(key).and_then(Value::as_bool).unwrap_or(false);
        self.code("who-files.toml", "filer", |row| !is(row, "worker") && !is(row, "has_interest"))
    }
}
