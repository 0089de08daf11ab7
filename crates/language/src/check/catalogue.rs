//! The checks themselves.

use std::collections::{BTreeMap, BTreeSet};

use icu::locale::Locale;
use icu::plurals::{PluralCategory, PluralRules};
use unicode_normalization::is_nfc;

use super::shape::{Shape, shapes};
use super::used::{looks_like_id, uses};
use super::{Fault, Rules, Side, Tree};
use crate::known::known;

/// A message where it stands.
struct Placed<'a> {
    path: &'a str,
    side: Side,
    shape: Shape,
}

type Messages<'a> = BTreeMap<String, Placed<'a>>;

/// Everything that is wrong in the tree, ordered by file and line.
#[must_use]
pub fn check(tree: &Tree, rules: &Rules) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut by_tag: BTreeMap<&str, Messages<'_>> = BTreeMap::new();
    for (path, text) in tree.messages() {
        let Some((tag, name)) = place(path) else { continue };
        let Some(known) = known(tag).filter(|known| known.tag == tag) else {
            faults.push(fault(path, 1, format!("`{tag}` is none of the languages of this product")));
            continue;
        };
        let Some(side) = Side::of(name) else {
            faults.push(fault(path, 1, "name it worker-<room>.ftl, staff-<room>.ftl or common-<room>.ftl"));
            continue;
        };
        if side == Side::Staff && !matches!(known.tag, "ar" | "en") {
            faults.push(fault(path, 1, "the staff side is in Arabic and English only"));
            continue;
        }
        let messages = by_tag.entry(known.tag).or_default();
        read_file(path, text, side, messages, &mut faults);
    }
    let english = by_tag.get("en");
    for (tag, messages) in &by_tag {
        let categories = plural_categories(tag);
        for placed in messages.values() {
            one_message(tag, placed, messages, &categories, &mut faults);
        }
        if *tag != "en"
            && let Some(english) = english
        {
            against_english(tag, messages, english, rules, &mut faults);
        }
    }
    if rules.uses
        && let Some(english) = english
    {
        against_code(tree, english, rules, &mut faults);
    }
    faults.sort();
    faults.dedup();
    faults
}

/// `…/<tag>/<file>` of a path.
fn place(path: &str) -> Option<(&str, &str)> {
    let (folder, name) = path.rsplit_once('/')?;
    Some((folder.rsplit_once('/').map_or(folder, |(_, tag)| tag), name))
}

fn fault(path: &str, line: usize, message: impl Into<String>) -> Fault {
    Fault { path: path.to_owned(), line, message: message.into() }
}

fn read_file<'a>(
    path: &'a str,
    text: &str,
    side: Side,
    messages: &mut Messages<'a>,
    faults: &mut Vec<Fault>,
) {
    for (number, line) in text.lines().enumerate() {
        if !is_nfc(line) {
            faults.push(fault(path, number + 1, "not in NFC: save the file in Unicode normal form C"));
        }
        if !line.starts_with('#') && markup(line) {
            faults.push(fault(
                path,
                number + 1,
                "no markup in messages: `<`, `>` and `&…;` belong in templates",
            ));
        }
    }
    let (found, errors) = shapes(text);
    faults.extend(errors.into_iter().map(|(line, message)| fault(path, line, message)));
    for shape in found {
        if let Some(first) = messages.get(&shape.id) {
            let message = format!("`{}` is already in {}:{}", shape.id, first.path, first.shape.line);
            faults.push(fault(path, shape.line, message));
            continue;
        }
        messages.insert(shape.id.clone(), Placed { path, side, shape });
    }
}

fn markup(line: &str) -> bool {
    // `->` is the arrow of a selector.
    let line = line.replace("->", "");
    line.contains(['<', '>'])
        || line.split('&').skip(1).any(|rest| {
            rest.find(';').and_then(|end| rest.get(..end)).is_some_and(|name| {
                !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#')
            })
        })
}

/// The plural categories that whole numbers fall into, and all that the language knows (decimals too).
struct Categories {
    used: BTreeSet<&'static str>,
}

fn plural_categories(tag: &str) -> Categories {
    let rules =
        tag.parse::<Locale>().ok().and_then(|locale| PluralRules::try_new_cardinal((&locale).into()).ok());
    let used = rules.map(|rules| rules.categories().map(name).collect()).unwrap_or_default();
    Categories { used }
}

fn name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

const ALL_CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

fn one_message(
    tag: &str,
    placed: &Placed<'_>,
    messages: &Messages<'_>,
    categories: &Categories,
    faults: &mut Vec<Fault>,
) {
    let shape = &placed.shape;
    let id = &shape.id;
    let mut say = |message: String| faults.push(fault(placed.path, shape.line, message));
    if !id.starts_with('-') && !looks_like_id(id) {
        say(format!("`{id}`: ids are kebab-case with the room's name first"));
    }
    if !shape.has_value || shape.has_attributes {
        say(format!("`{id}`: a message has a value and no attributes"));
    }
    for function in shape.functions.iter().filter(|function| *function != "NUMBER") {
        say(format!("`{id}`: the function {function} does not exist; format in Rust and pass the words"));
    }
    for reference in &shape.references {
        match messages.get(reference) {
            None => say(format!("`{id}` refers to `{reference}`, which does not exist in {tag}")),
            Some(other) if placed.side == Side::Worker && other.side == Side::Staff => {
                say(format!("`{id}` is for workers and refers to `{reference}`, which is for staff"));
            }
            Some(_) => {}
        }
    }
    for selector in &shape.selectors {
        let plural = selector.keys.iter().any(|key| key != "other" && ALL_CATEGORIES.contains(&key.as_str()));
        let only_other = selector.keys.len() == 1 && selector.keys.contains("other");
        if plural || (only_other && categories.used.len() > 1) {
            let keys: BTreeSet<&str> = selector.keys.iter().map(String::as_str).collect();
            if keys != categories.used {
                let (need, have) = (joined(&categories.used), joined(&keys));
                say(format!("`{id}`: plurals in {tag} are exactly {need}; here: {have}"));
            }
        }
        if selector.one.as_ref().is_some_and(|words| words.contains(['1', '١', '۱', '১', '१'])) {
            say(format!("`{id}`: write the number of `one` as a value, not as a literal 1"));
        }
    }
}

fn joined(keys: &BTreeSet<&str>) -> String {
    keys.iter().copied().collect::<Vec<_>>().join(", ")
}

fn against_english(
    tag: &str,
    messages: &Messages<'_>,
    english: &Messages<'_>,
    rules: &Rules,
    faults: &mut Vec<Fault>,
) {
    for (id, wanted) in english {
        if wanted.side == Side::Staff && tag != "ar" {
            continue;
        }
        // Terms are each language's own affair; a reference to a missing one is found above.
        if id.starts_with('-') {
            continue;
        }
        let Some(placed) = messages.get(id) else {
            let path = swap_tag(wanted.path, tag);
            let message = format!("`{id}` is missing (it is in {}:{})", wanted.path, wanted.shape.line);
            faults.push(fault(&path, 1, message));
            continue;
        };
        let mut say = |message: String| faults.push(fault(placed.path, placed.shape.line, message));
        if placed.side != wanted.side {
            say(format!("`{id}` is in a file of the other side than in English ({})", wanted.path));
        }
        for variable in wanted.shape.variables.difference(&placed.shape.variables) {
            say(format!("`{id}` lacks the value ${variable}"));
        }
        for variable in placed.shape.variables.difference(&wanted.shape.variables) {
            say(format!("`{id}` uses ${variable}, which English does not have"));
        }
        let words = placed.shape.words.trim();
        let wordy = words.chars().any(char::is_alphabetic);
        if wordy && words == wanted.shape.words.trim() && !rules.may_be_same(tag, id) {
            say(format!("`{id}` reads as in English; translate it, or add it to locales/same.txt"));
        }
    }
    for (id, placed) in messages {
        if !id.starts_with('-') && !english.contains_key(id) {
            faults.push(fault(placed.path, placed.shape.line, format!("`{id}` does not exist in English")));
        }
    }
}

fn swap_tag(path: &str, tag: &str) -> String {
    match path.rsplit_once('/') {
        Some((folder, name)) => {
            let base = folder.rsplit_once('/').map_or("", |(base, _)| base);
            format!("{base}/{tag}/{name}")
        }
        None => path.to_owned(),
    }
}

fn against_code(tree: &Tree, english: &Messages<'_>, rules: &Rules, faults: &mut Vec<Fault>) {
    let mut alive: BTreeSet<String> = BTreeSet::new();
    for (path, text) in tree.code() {
        let (calls, literals) = uses(path, text);
        for call in calls {
            if !english.contains_key(&call.id) && !tree.is_pack_id(&call.id) {
                let message = format!("`{}` does not exist in locales/en", call.id);
                faults.push(fault(&call.path, call.line, message));
            }
        }
        alive.extend(literals);
    }
    for placed in english.values() {
        alive.extend(placed.shape.references.iter().cloned());
    }
    for (id, placed) in english {
        if !alive.contains(id) && !rules.is_dynamic(id) {
            let message =
                format!("`{id}` is used nowhere; take it out, or name its beginning in locales/dynamic.txt");
            faults.push(fault(placed.path, placed.shape.line, message));
        }
    }
}
