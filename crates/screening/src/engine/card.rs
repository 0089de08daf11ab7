//! Procedure cards (`instruments/cards.toml`): what people do, in order, where a flag stands. One for each level that is a flag,
//! and one for each way to which a class leads. Policy of the pack, in its words; no code for any of them.

use serde::Deserialize;

use super::fault::{LoadError, fault};
use super::load::Screener;
use super::{Assessment, InstrumentResult, Level};

/// The file within the pack.
pub(super) const FILE: &str = "instruments/cards.toml";
/// Whether a file of the pack is that one.
pub(super) fn is_file(file: &str) -> bool {
    file.ends_with("cards.toml")
}

/// The way for somebody under 18, whatever the class.
const CHILD_LEAD: &str = "child-lead";

/// `[[card]]`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    /// A level's code, or the route of a class.
    of: String,
    /// What is done, in order: codes of `card-step-…` labels.
    steps: Vec<String>,
    /// Steps of the other cards that are not done where this one is shown.
    #[serde(default)]
    instead: Vec<String>,
}

/// All cards of a pack.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Cards {
    #[serde(rename = "card")]
    rows: Vec<Row>,
}

/// A card as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card<'a> {
    /// A level's code, or a route.
    pub of: &'a str,
    /// Codes of `card-step-…` labels, in order; what an earlier card says already is left out.
    pub steps: Vec<&'a str>,
}

impl Cards {
    fn of(&self, code: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.of == code)
    }

    /// Refuses a card that says nothing, stands twice or is of nothing, and a way without a card.
    pub(super) fn check(&self, text: &str, screener: &Screener) -> Result<(), LoadError> {
        let classes = screener.instruments.iter().flat_map(|instrument| &instrument.classes);
        let mut codes: Vec<&str> = classes.map(|class| class.route.as_str()).collect();
        codes.push(CHILD_LEAD);
        for level in Level::FLAGS {
            codes.push(level.code());
        }
        for (at, row) in self.rows.iter().enumerate() {
            let wrong = |message: String| Err(fault(FILE, text, &format!("of = \"{}\"", row.of), message));
            if row.steps.is_empty() {
                return wrong(format!("the card `{}` says nothing to do", row.of));
            }
            let known = |step: &String| self.rows.iter().any(|other| other.steps.contains(step));
            if let Some(step) = row.instead.iter().find(|step| !known(step)) {
                return wrong(format!("no card has the step `{step}`"));
            }
            if self.rows.iter().take(at).any(|other| other.of == row.of) {
                return wrong(format!("the card `{}` stands twice", row.of));
            }
            if !codes.contains(&row.of.as_str()) {
                return wrong(format!("`{}` is no level of a flag, and no class leads there", row.of));
            }
        }
        match codes.into_iter().find(|code| self.of(code).is_none()) {
            Some(code) => Err(fault(FILE, text, "", format!("there is no card of `{code}`"))),
            None => Ok(()),
        }
    }
}

impl Screener {
    /// What to do where a flag of this level stands: the level's card, then those of the ways to which what is certain leads,
    /// the child lead's wherever somebody may be under 18.
    #[must_use]
    pub fn cards(&self, level: Level, child: bool, found: &Assessment) -> Vec<Card<'_>> {
        // Where nothing is certain the lowest class holds, and leads nowhere that the flag does not.
        let says = |result: &&InstrumentResult| {
            self.level_of(result).is_some() || result.dimensions.iter().any(|(_, mark)| *mark == '+')
        };
        let ways = found.instruments.iter().filter(says);
        let mut codes: Vec<&str> = vec![level.code()];
        codes.extend((child || found.hits.iter().any(|hit| hit.child)).then_some(CHILD_LEAD));
        codes.extend(ways.map(|result| result.route.as_str()));
        let rows: Vec<&Row> = codes.into_iter().filter_map(|code| self.cards.of(code)).collect();
        let mut shown: Vec<Card<'_>> = Vec::new();
        for row in &rows {
            let replaced = |step: &str| {
                let others = rows.iter().filter(|other| other.of != row.of);
                others.flat_map(|other| &other.instead).any(|own| own == step)
            };
            let told = |step: &str| replaced(step) || shown.iter().any(|card| card.steps.contains(&step));
            let steps: Vec<&str> = row.steps.iter().map(String::as_str).filter(|step| !told(step)).collect();
            if !steps.is_empty() {
                shown.push(Card { of: &row.of, steps });
            }
        }
        shown
    }

    /// Every step and every card's name, as the codes of labels: `step` or `of`, and the code.
    pub fn card_labels(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let rows = &self.cards.rows;
        let steps = rows.iter().flat_map(|row| &row.steps).map(|step| ("card-step", step.as_str()));
        steps.chain(rows.iter().map(|row| ("card-of", row.of.as_str())))
    }
}
