//! A complaint's record as JSON: what its page shows.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use haqqi_accounts::ApiStaff;
use haqqi_complaints::{Age, Desk, OpenedComplaint, OpenedText, Piece, PieceAnswer, Whose, open};
use haqqi_kernel::{Action, Actor, judge};
use haqqi_screening::{Answer, FlagRow, Level, flags_of_complaint};
use haqqi_web::{Json, Problem, instant};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::http::record::{Names, names_of, problem, reference};
use crate::reveal::masked;

/// A text of the record.
#[derive(Serialize, ToSchema)]
struct Text {
    kind: &'static str,
    author: &'static str,
    language: String,
    body: String,
    at: String,
    /// Which text of the list it translates, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    translates: Option<usize>,
    /// Who of the staff wrote it: of a translation, who translated. No machine translates here.
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<String>,
    /// The number of the recording that speaks it, where it is spoken.
    #[serde(skip_serializing_if = "Option::is_none")]
    voice: Option<i32>,
}

/// How she may be reached safely.
#[derive(Serialize, ToSchema)]
struct Reached {
    /// `none`, `phone`, `text` or `email`.
    channel: &'static str,
    address: String,
    /// Whether phone or mailbox is hers alone.
    hers_alone: bool,
    /// Whose it is: `alone`, `seen`, `trusted`, `employer`, if told.
    whose: Option<&'static str>,
    /// When it is safe, in her words.
    when: String,
    /// Never to be called.
    never_call: bool,
    /// No message is left or sent.
    no_message: bool,
    /// What whoever calls says first.
    safe_word: String,
    /// A mail may say what it is about.
    open_words: bool,
    /// She changed it, and a second person has to confirm that first: nobody calls or writes.
    waits: bool,
}

/// A month of missing pay, as told.
#[derive(Serialize, ToSchema)]
struct Missing {
    /// `2026-05`.
    month: String,
    /// Minor units of the pack's currency.
    agreed: Option<i64>,
    /// Minor units of the pack's currency.
    paid: Option<i64>,
}

/// For whom and where she works, in her words.
#[derive(Serialize, ToSchema)]
struct WorksFor {
    name: String,
    place: String,
    /// A code of the pack.
    governorate: Option<String>,
}

/// A flag on it: nothing of what was found.
#[derive(Serialize, ToSchema)]
struct Flagged {
    reference: String,
    level: &'static str,
}

/// A record: reading it is an entry of the audit.
#[derive(Serialize, ToSchema)]
#[schema(as = ComplaintRecord)]
pub(super) struct Record {
    reference: String,
    state: &'static str,
    kind: String,
    language: String,
    urgent: bool,
    office: Option<String>,
    received_at: String,
    acknowledge_by: String,
    next_step: Option<String>,
    outcome: Option<String>,
    /// A code of the pack, or `self`.
    filed_by: String,
    /// Whether the filer gains from how it ends.
    filer_has_interest: bool,
    /// How much the employer may learn.
    confidentiality: &'static str,
    /// `adult`, `child` or `unknown`.
    age: &'static str,
    /// Sex of the interpreter that she asks for.
    interpreter_sex: Option<String>,
    contact: Reached,
    employer: WorksFor,
    /// Question → `yes`, `no`, `refused` or `unknown`.
    #[schema(value_type = Object)]
    answers: BTreeMap<String, Answer>,
    /// Pay that is missing, as told.
    claims: Vec<Missing>,
    /// Absent for whoever may read no flags.
    #[serde(skip_serializing_if = "Option::is_none")]
    flags: Option<Vec<Flagged>>,
    texts: Vec<Text>,
    /// Photos, papers and recordings.
    evidence: Vec<PieceAnswer>,
}

/// Opens a complaint as staff. Her number or address and her safe word are masked: they are shown to a person alone, who
/// says for what, at the page.
#[utoipa::path(get, path = "/api/v1/casework/{reference}", tag = "casework",
    params(("reference" = String, Path)),
    responses((status = 200, body = Record), (status = 401), (status = 404)))]
pub(super) async fn read(
    State(desk): State<Desk>,
    Path(text): Path<String>,
    caller: ApiStaff,
) -> Result<Json<Record>, Problem> {
    let reference = reference(&text)?;
    let mut record = open(&desk, &caller.actor, reference, "api").await.map_err(problem)?;
    record.contact.address = masked(&record.contact.address);
    record.contact.safe_word = masked(&record.contact.safe_word);
    let names = names_of(&desk, &record).await.map_err(|e| Problem::because(&e))?;
    let flags =
        flags_of_complaint(&desk.screening, record.summary.id).await.map_err(|e| Problem::because(&e))?;
    let flags = readable(&caller.actor, flags);
    Ok(Json(Record::of(record, &names, flags)))
}

/// The flags that this account may open.
fn readable(actor: &Actor, flags: Vec<FlagRow>) -> Option<Vec<Flagged>> {
    let scope = judge(actor, Action::ReadFlag).ok()?;
    let within = |flag: &FlagRow| {
        let child = flag.age == Age::Child.code();
        scope.covers(flag.office.as_deref(), None, flag.level == Level::Danger, child)
    };
    let told = |flag: FlagRow| Flagged { reference: flag.reference.to_string(), level: flag.level.code() };
    Some(flags.into_iter().filter(within).map(told).collect())
}

impl Text {
    fn of(text: OpenedText, pieces: &[Piece], order: &[Uuid], names: &Names) -> Self {
        Self {
            translates: text.translation_of.and_then(|of| order.iter().position(|id| *id == of)),
            by: text.author_staff.and_then(|who| names.get(&who).cloned()),
            kind: text.kind.code(),
            author: text.author.code(),
            language: text.language,
            body: text.body,
            at: instant(text.at),
            voice: pieces.iter().find(|piece| piece.text == Some(text.id)).map(|piece| piece.number),
        }
    }
}

impl Record {
    fn of(record: OpenedComplaint, names: &Names, flags: Option<Vec<Flagged>>) -> Self {
        let order: Vec<Uuid> = record.texts.iter().map(|text| text.id).collect();
        let OpenedComplaint { summary, employer, contact, answers, claims, texts, evidence, .. } = record;
        Self {
            reference: summary.reference.to_string(),
            state: summary.state.code(),
            kind: summary.kind,
            language: summary.language,
            urgent: summary.urgent,
            office: summary.office,
            received_at: instant(summary.received_at),
            acknowledge_by: instant(summary.acknowledge_by),
            next_step: summary.next_step,
            outcome: summary.outcome,
            filed_by: summary.filed_by,
            filer_has_interest: summary.filer_has_interest,
            confidentiality: summary.confidentiality.code(),
            age: summary.age.code(),
            interpreter_sex: summary.interpreter_sex,
            contact: Reached {
                channel: contact.channel.code(),
                hers_alone: contact.is_hers_alone(),
                address: contact.address,
                whose: contact.whose.map(Whose::code),
                when: contact.when,
                never_call: contact.never_call,
                no_message: contact.no_message,
                safe_word: contact.safe_word,
                open_words: contact.open_words,
                waits: summary.contact_waits,
            },
            employer: WorksFor {
                name: employer.name,
                place: employer.place,
                governorate: employer.governorate,
            },
            answers,
            claims: claims
                .into_iter()
                .map(|claim| Missing { month: claim.month, agreed: claim.agreed, paid: claim.paid })
                .collect(),
            flags,
            texts: texts.into_iter().map(|text| Text::of(text, &evidence, &order, names)).collect(),
            evidence: evidence.into_iter().map(PieceAnswer::from).collect(),
        }
    }
}
