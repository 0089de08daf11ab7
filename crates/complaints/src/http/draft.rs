//! The answers as they travel in the form, from step to step; the server keeps nothing before the last one.

use std::collections::BTreeMap;

use haqqi_screening::Answer;

use crate::file::FileComplaint;
use crate::model::{Age, Channel, Confidentiality, Contact, Employer, Worker};

/// How the answers to the safety questions are named in the form.
const ANSWER: &str = "answer-";

/// What was typed so far. Every value as it was typed.
#[derive(Debug, Clone, Default)]
pub(super) struct Draft(BTreeMap<String, String>);

/// The fields of the steps, in order; what is not among them and no answer is not carried on.
pub(super) const FIELDS: [&str; 15] = [
    "key",
    "narrative",
    "kind",
    "filed_by",
    "employer_name",
    "employer_place",
    "governorate",
    "danger",
    "age",
    "channel",
    "address",
    "hers_alone",
    "when",
    "confidentiality",
    "interpreter_sex",
];

impl Draft {
    pub(super) fn of(pairs: Vec<(String, String)>) -> Self {
        let carried = |name: &str| FIELDS.contains(&name) || name.starts_with(ANSWER);
        Self(pairs.into_iter().filter(|(name, value)| carried(name) && !value.is_empty()).collect())
    }

    /// The value of a field, or an empty text.
    pub(super) fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    pub(super) fn set(&mut self, name: &str, value: String) {
        self.0.insert(name.to_owned(), value);
    }

    /// The answer to a question, as typed.
    pub(super) fn answer(&self, id: &str) -> &str {
        self.get(&format!("{ANSWER}{id}"))
    }

    /// The first field that holds a code which the page never offered: the form was not sent as it was.
    pub(super) fn unknown_code(&self) -> Option<&str> {
        let fits = |name: &str, value: &str| match name {
            "age" => Age::from_code(value).is_some(),
            "channel" => Channel::from_code(value).is_some(),
            "confidentiality" => Confidentiality::from_code(value).is_some(),
            "danger" | "hers_alone" => value == "yes",
            name if name.starts_with(ANSWER) => matches!(value, "yes" | "no" | "unknown"),
            _ => true,
        };
        self.0.iter().find(|(name, value)| !fits(name, value)).map(|(name, _)| name.as_str())
    }

    /// What other steps hold, to be carried as hidden fields through a step that shows `shown`.
    pub(super) fn hidden(&self, shown: &[&str], questions: bool) -> Vec<(String, String)> {
        self.0
            .iter()
            .filter(|(name, _)| !(shown.contains(&name.as_str()) || questions && name.starts_with(ANSWER)))
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect()
    }

    /// All of it in one order, for the digest of the form.
    pub(super) fn canonical(&self) -> Vec<u8> {
        serde_json::to_vec(&self.0).unwrap_or_default()
    }

    /// The complaint that it describes.
    pub(super) fn command(&self, language: &str) -> FileComplaint {
        let text = |name: &str| self.get(name).trim().to_owned();
        let chosen = |name: &str| Some(text(name)).filter(|value| !value.is_empty());
        let answers = self
            .0
            .iter()
            .filter_map(|(name, value)| {
                let answer = match value.as_str() {
                    "yes" => Answer::Yes,
                    "no" => Answer::No,
                    "unknown" => Answer::Unknown,
                    _ => return None,
                };
                Some((name.strip_prefix(ANSWER)?.to_owned(), answer))
            })
            .collect();
        FileComplaint {
            language: language.to_owned(),
            narrative: self.get("narrative").to_owned(),
            kind: chosen("kind"),
            filed_by: chosen("filed_by"),
            confidentiality: Confidentiality::from_code(self.get("confidentiality")).unwrap_or_default(),
            employer: Employer {
                name: text("employer_name"),
                place: text("employer_place"),
                governorate: chosen("governorate"),
                phone: String::new(),
            },
            worker: Worker { age: Age::from_code(self.get("age")).unwrap_or_default(), ..Worker::default() },
            contact: Contact {
                channel: Channel::from_code(self.get("channel")).unwrap_or_default(),
                address: text("address"),
                hers_alone: self.get("hers_alone") == "yes",
                when: text("when"),
            },
            answers,
            interpreter_sex: chosen("interpreter_sex"),
            danger: self.get("danger") == "yes",
        }
    }
}
