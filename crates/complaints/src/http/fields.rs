//! The fields of a form as they were typed, for forms that hold more than a journey's steps: intake and groups.

use std::collections::BTreeMap;

use haqqi_kernel::one_line;
use haqqi_screening::Answer;
use haqqi_web::{Errors, Page};

use crate::check::FieldProblem;
use crate::file::FileComplaint;
use crate::model::{Age, Employer};

/// What was typed: every value as it was typed.
#[derive(Debug, Clone, Default)]
pub(super) struct Fields(BTreeMap<String, String>);

/// A choice: code, words, explanation.
pub(super) type Choice = (String, String, String);

impl Fields {
    pub(super) fn of(pairs: Vec<(String, String)>) -> Self {
        Self(pairs.into_iter().filter(|(_, value)| !value.is_empty()).collect())
    }

    /// The value of a field, or an empty text.
    pub(super) fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    pub(super) fn set(&mut self, name: &str, value: String) {
        self.0.insert(name.to_owned(), value);
    }

    /// A field of one line, without what turns or hides what stands around it.
    pub(super) fn text(&self, name: &str) -> String {
        one_line(self.get(name))
    }

    pub(super) fn chosen(&self, name: &str) -> Option<String> {
        Some(self.text(name)).filter(|value| !value.is_empty())
    }

    pub(super) fn ticked(&self, name: &str) -> bool {
        self.get(name) == "yes"
    }

    /// The key that makes a form sent twice one form.
    pub(super) fn key(&self, page: &Page) -> String {
        let sent = self.get("once");
        if sent.len() == 32 { sent.to_owned() } else { page.form_key() }
    }

    /// All of it but what changes from page to page, in one order, for the digest of the form.
    pub(super) fn canonical(&self) -> Vec<u8> {
        let typed: BTreeMap<_, _> =
            self.0.iter().filter(|(name, _)| *name != "token" && *name != "once").collect();
        serde_json::to_vec(&typed).unwrap_or_default()
    }

    /// What is told, as every form names it: words, kind, workplace, danger, answers.
    pub(super) fn told(&self, language: &str) -> FileComplaint {
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
                Some((name.strip_prefix("answer-")?.to_owned(), answer))
            })
            .collect();
        let mut told = FileComplaint {
            language: language.to_owned(),
            narrative: self.get("narrative").to_owned(),
            kind: self.chosen("kind"),
            filed_by: self.chosen("filed_by"),
            employer: Employer {
                name: self.text("employer_name"),
                place: self.text("employer_place"),
                governorate: self.chosen("governorate"),
                phone: String::new(),
            },
            answers,
            interpreter_sex: self.chosen("interpreter_sex"),
            danger: self.ticked("danger"),
            ..FileComplaint::default()
        };
        told.worker.age = Age::from_code(self.get("age")).unwrap_or_default();
        told
    }
}

/// The field of the form in which a field of the complaint is typed.
pub(super) fn form_field(field: &'static str) -> &'static str {
    match field {
        "employer.name" => "employer_name",
        "employer.place" => "employer_place",
        "employer.governorate" => "governorate",
        "contact.address" => "address",
        "contact.when" => "when",
        "contact.hers_alone" | "contact.whose" | "told.contact.hers_alone" => "hers_alone",
        "worker.name" => "name",
        "answers" => "danger",
        "days" => "days",
        "words.interpreter" => "interpreter",
        "words.trusted" => "trusted",
        "words.trusted_known_by" => "trusted_known_by",
        "words.may_be_told" => "may_be_told",
        "kept" => "first",
        other => other,
    }
}

/// The message that says what is wrong with a field.
pub(super) fn message(field: &str, problem: FieldProblem) -> &'static str {
    match (field, problem) {
        ("narrative", FieldProblem::Empty) => "complaints-error-narrative",
        ("address" | "phone", FieldProblem::Malformed) => "complaints-error-address",
        (_, FieldProblem::Empty) => "common-error-required",
        (_, FieldProblem::TooLong) => "complaints-error-long",
        (_, FieldProblem::Malformed) => "common-error-invalid",
        _ => "common-error-choose",
    }
}

/// Says what is wrong where it was typed.
pub(super) fn say(errors: &mut Errors, page: &Page, field: &'static str, problem: FieldProblem) {
    let field = form_field(field);
    errors.add(page, field, message(field, problem));
}

/// Choices as radio buttons show them.
pub(super) fn choices<'a>(page: &Page, codes: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<Choice> {
    let hint = |id: &str| {
        let id = format!("{id}-hint");
        if page.language().has(&id) { page.t(&id) } else { String::new() }
    };
    codes.into_iter().map(|(code, id)| (code.to_owned(), page.t(id), hint(id))).collect()
}
