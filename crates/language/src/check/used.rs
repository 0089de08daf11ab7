//! Which ids the code and the templates name.

use std::collections::BTreeSet;

/// A place in the code that asks for a message by its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Use {
    pub(super) path: String,
    pub(super) line: usize,
    pub(super) id: String,
}

/// Calls whose first literal is an id: `page.t("…")`, `text_with("…", …)`, `msg: "…"`.
const CALLS: [&str; 8] = ["t(", "ta(", "text(", "text_with(", "plain(", "attribute(", "has(", "msg: "];

/// The ids asked for in one file, and every literal that could be an id (tables of ids keep them alive).
pub(super) fn uses(path: &str, text: &str) -> (Vec<Use>, BTreeSet<String>) {
    let mut found = Vec::new();
    let mut literals = BTreeSet::new();
    for (number, line) in text.lines().enumerate() {
        let code = line.trim_start();
        if code.starts_with("//") {
            continue;
        }
        for (before, literal) in quoted(line) {
            if !looks_like_id(literal) {
                continue;
            }
            literals.insert(literal.to_owned());
            if CALLS.iter().any(|call| called(before, call)) {
                found.push(Use { path: path.to_owned(), line: number + 1, id: literal.to_owned() });
            }
        }
    }
    (found, literals)
}

/// Literals in double quotes (and in single ones, for attributes and JavaScript) with what stands before.
fn quoted(line: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    for quote in ['"', '\''] {
        let mut from = 0;
        while let Some(start) = line.get(from..).and_then(|rest| rest.find(quote)).map(|at| at + from) {
            let Some(end) = line.get(start + 1..).and_then(|rest| rest.find(quote)).map(|at| at + start + 1)
            else {
                break;
            };
            if let (Some(before), Some(literal)) = (line.get(..start), line.get(start + 1..end)) {
                found.push((before, literal));
            }
            // Take each quote as a possible beginning: attributes nest quotes of the same kind.
            from = start + 1;
        }
    }
    found
}

fn called(before: &str, call: &str) -> bool {
    before
        .trim_end_matches('&')
        .strip_suffix(call)
        .is_some_and(|head| !head.chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_'))
}

/// Lower case kebab with at least one hyphen.
pub(super) fn looks_like_id(text: &str) -> bool {
    text.contains('-')
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && !text.ends_with('-')
        && !text.contains("--")
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}
