//! The answers as they travel in the form, from step to step; the server keeps nothing before the last one.

use std::collections::BTreeMap;

use haqqi_kernel::one_line;
use haqqi_pack::Pack;
use haqqi_screening::Answer;

use crate::claims::{MOST_CLAIMS, WageClaim, amount, month_of};
use crate::days::ToldDays;
use crate::file::FileComplaint;
use crate::http::reach::contact_of;
use crate::model::{Age, Channel, Confidentiality, Employer, Whose, Worker};

/// The key with which the page of a new form may lock what it must keep. It stands on that page alone and never comes
/// back.
pub(super) const LOCK: &str = "lock";
/// She has read it all over once: after a change she comes back there.
pub(super) const OVER: &str = "over";
/// How the answers to the safety questions are named in the form.
const ANSWER: &str = "answer-";
/// How the fields of a month of missing pay begin.
const CLAIM: &str = "claim-";
/// The fields of one month.
const CLAIM_FIELDS: [&str; 3] = ["month", "agreed", "paid"];

/// What was typed so far. Every value as it was typed.
#[derive(Debug, Clone, Default)]
pub(super) struct Draft(BTreeMap<String, String>);

/// The fields of the steps, in order; what is not among them and no answer is not carried on.
pub(super) const FIELDS: [&str; 22] = [
    "key",
    "stamp",
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
    "whose",
    "when",
    "never_call",
    "no_message",
    "safe_word",
    "open_words",
    "confidentiality",
    "interpreter_sex",
    "claim_rows",
    OVER,
];

/// One month of missing pay as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ClaimRow {
    pub number: usize,
    pub month: String,
    pub agreed: String,
    pub paid: String,
    /// What the three fields are called in the form.
    pub names: [String; 3],
}

impl ClaimRow {
    fn is_empty(&self) -> bool {
        [&self.month, &self.agreed, &self.paid].iter().all(|text| text.trim().is_empty())
    }
}

/// The name of a field of a month in the form.
fn claim_field(what: &str, number: usize) -> String {
    format!("{CLAIM}{what}-{number}")
}

impl Draft {
    pub(super) fn of(pairs: Vec<(String, String)>) -> Self {
        let carried = |name: &str| FIELDS.contains(&name) || name.starts_with(ANSWER) || is_claim(name);
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
            "whose" => Whose::from_code(value).is_some(),
            "danger" | "never_call" | "no_message" | "open_words" => value == "yes",
            name if name.starts_with(ANSWER) => matches!(value, "yes" | "no" | "unknown"),
            _ => true,
        };
        self.0.iter().find(|(name, value)| !fits(name, value)).map(|(name, _)| name.as_str())
    }

    /// What other steps hold, to be carried as hidden fields through a step that shows `shown`.
    pub(super) fn hidden(&self, shown: &[&str], questions: bool, claims: bool) -> Vec<(String, String)> {
        let here = |name: &str| {
            shown.contains(&name) || questions && name.starts_with(ANSWER) || claims && is_claim(name)
        };
        self.0
            .iter()
            .filter(|(name, _)| name.as_str() != LOCK && !here(name))
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect()
    }

    /// All of it in one order, for the digest of the form.
    pub(super) fn canonical(&self) -> Vec<u8> {
        let said: BTreeMap<_, _> =
            self.0.iter().filter(|(name, _)| !["stamp", OVER].contains(&name.as_str())).collect();
        serde_json::to_vec(&said).unwrap_or_default()
    }

    /// Takes a value that its field cannot hold out of it and puts it behind her words, so that nothing is lost.
    pub(super) fn set_aside(&mut self, field: &str) {
        if let Some(value) = self.0.remove(field) {
            let narrative = self.0.entry("narrative".to_owned()).or_default();
            narrative.push_str("\n\n");
            narrative.push_str(&value);
        }
        if field == "address" {
            self.0.remove("channel");
        }
    }

    /// The months of missing pay that the page shows: those typed, and one more where she asked for it.
    pub(super) fn claim_rows(&self) -> Vec<ClaimRow> {
        let of = |number: usize| {
            let text = |what: &str| self.get(&claim_field(what, number)).to_owned();
            let names = CLAIM_FIELDS.map(|what| claim_field(what, number));
            ClaimRow { number, month: text("month"), agreed: text("agreed"), paid: text("paid"), names }
        };
        let wanted = self.get("claim_rows").parse().unwrap_or(1);
        let typed = (1..=MOST_CLAIMS).rev().find(|number| !of(*number).is_empty()).unwrap_or(0);
        (1..=typed.max(wanted).clamp(1, MOST_CLAIMS)).map(of).collect()
    }

    /// One more month to fill in.
    pub(super) fn add_claim_row(&mut self) {
        let rows = (self.claim_rows().len() + 1).min(MOST_CLAIMS);
        self.set("claim_rows", rows.to_string());
    }

    /// The claims, where her kind of complaint has any.
    ///
    /// # Errors
    /// The field that cannot be read, and the message that says what to do.
    pub(super) fn claims(&self, pack: &Pack) -> Result<Vec<WageClaim>, (String, &'static str)> {
        if !self.asks_claims(pack) {
            return Ok(Vec::new());
        }
        let decimals = pack.identity().currency_decimals;
        let mut claims = Vec::new();
        for row in self.claim_rows().into_iter().filter(|row| !row.is_empty()) {
            if month_of(&row.month).is_none() {
                return Err((claim_field("month", row.number), "complaints-error-month"));
            }
            let read = |what: &str, text: &str| {
                amount(text, decimals).map_err(|_| (claim_field(what, row.number), "complaints-error-amount"))
            };
            let (agreed, paid) = (read("agreed", &row.agreed)?, read("paid", &row.paid)?);
            claims.push(WageClaim { agreed, paid, month: row.month.clone() });
        }
        Ok(claims)
    }

    /// Whether her kind of complaint is one of missing pay.
    pub(super) fn asks_claims(&self, pack: &Pack) -> bool {
        pack.kind(self.get("kind")).is_some_and(|kind| kind.claims)
    }

    /// The complaint that it describes. Claims that cannot be read are left out: see [`Draft::claims`].
    pub(super) fn command(&self, language: &str, pack: &Pack) -> FileComplaint {
        let text = |name: &str| one_line(self.get(name));
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
            contact: contact_of(text),
            claims: self.claims(pack).unwrap_or_default(),
            answers,
            interpreter_sex: chosen("interpreter_sex"),
            danger: self.get("danger") == "yes",
            days: ToldDays::new(),
            received_at: None,
        }
    }
}

/// Whether a field is one of a month of missing pay: nothing else of that beginning is carried.
fn is_claim(name: &str) -> bool {
    let Some((what, number)) = name.strip_prefix(CLAIM).and_then(|rest| rest.split_once('-')) else {
        return false;
    };
    CLAIM_FIELDS.contains(&what) && number.parse().is_ok_and(|number| (1..=MOST_CLAIMS).contains(&number))
}
