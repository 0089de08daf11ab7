//! Closing in the demonstration, with all that an outcome asks for: attempts, a talk in private, the questions on safety,
//! pay that was followed, a second person.

use chrono::TimeDelta;
use haqqi_casework::{
    CloseComplaint, CloseError, Closing, Evidence, Interpreter, NewAttempt, NewInstalment, PayError,
    PayState, Person, Private, Seen, Settled, SettlementError, Transfer, Tried, Way, agree_pay, close,
    decide_settlement, note_attempt, rescreen, see_pay,
};
use haqqi_complaints::{Summary, open};
use haqqi_kernel::{Actor, Reference, TestClock};
use haqqi_pack::{Outcome, label};
use haqqi_screening::Answer;

use crate::compose::Rooms;

/// What was agreed, in minor units of a currency with three decimals or two.
const AGREED: i64 = 420_000;
/// What the officers of the demonstration did.
const DONE: &str = "سُمعت الأقوال على انفراد، وفُحصت السجلات، وكُتب إلى العاملة.";

/// Closes one complaint; `false` where that is rightly refused.
pub(super) async fn close_one(
    rooms: &Rooms,
    clock: &TestClock,
    (officer, second): (&Actor, &Actor),
    reference: Reference,
    outcome: Option<&String>,
) -> anyhow::Result<bool> {
    let Some(row) = outcome.and_then(|code| rooms.site.pack.outcome(code)) else { return Ok(false) };
    let desk = &rooms.complaints;
    let complaint = open(desk, officer, reference, "casework").await?.summary;
    contact(rooms, officer, reference, row, &complaint).await?;
    if row.amounts && !settle(rooms, officer, reference, &row.code).await? {
        return Ok(false);
    }
    // Who reads a language that the pack does not offer is written to in English, and an interpreter follows.
    let languages = &rooms.site.languages;
    let words = languages.for_worker(&complaint.language).unwrap_or_else(|| languages.english());
    let because = rooms.site.pack.closing_reasons(&row.code).next().map(|reason| reason.code.clone());
    let agencies = rooms.site.pack.agencies();
    let receiver = agencies.iter().find(|agency| agency.complaints).map(|agency| agency.code.clone());
    let new = CloseComplaint {
        outcome: row.code.clone(),
        because: because.unwrap_or_default(),
        done: DONE.to_owned(),
        words: words.text(&label("outcome-told", &row.code)),
        language: words.tag().to_owned(),
        settled: Settled { amount: row.amounts.then_some(AGREED), reason: String::new() },
        transfer: Transfer {
            receiver: receiver.unwrap_or_default(),
            ground: "consent".to_owned(),
            article: String::new(),
        },
    };
    match close(desk, officer, reference, &new).await {
        Ok(Closing::Closed) => Ok(true),
        Ok(Closing::Proposed) => {
            clock.set(rooms.site.house.now() + TimeDelta::hours(3));
            match decide_settlement(desk, second, reference, true, "").await {
                Ok(_) => Ok(true),
                // An interpreter writes first what she is told.
                Err(SettlementError::Untranslated) => Ok(false),
                Err(error) => Err(error.into()),
            }
        }
        Ok(Closing::Translating) => Ok(false),
        // Rightly refused: a flag is open, or something points to harm.
        Err(CloseError::FlagOpen | CloseError::Welfare) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Attempts without an answer, or a talk in private.
async fn contact(
    rooms: &Rooms,
    officer: &Actor,
    reference: Reference,
    row: &Outcome,
    complaint: &Summary,
) -> anyhow::Result<()> {
    let (language, received_at) = (&complaint.language, complaint.received_at);
    let spoke = row.attempts == 0;
    if spoke && !row.private_contact {
        return Ok(());
    }
    let now = rooms.site.house.now();
    for days in (0..row.attempts.max(1)).rev() {
        let attempt = NewAttempt {
            // A day on which the clocks are put back has twenty-five hours.
            at: Some((now - TimeDelta::hours(25 * i64::from(days))).max(received_at)),
            person: Person::Worker,
            way: if spoke { Way::Counter } else { Way::Visit },
            language: spoke.then(|| language.clone()),
            interpreter: if spoke { Interpreter::Staff } else { Interpreter::None },
            private: if spoke { Private::Alone } else { Private::Unknown },
            result: if spoke { Tried::Spoke } else { Tried::NoAnswer },
            note: String::new(),
            next_at: None,
        };
        note_attempt(&rooms.complaints, officer, reference, &attempt).await?;
    }
    Ok(())
}

/// The questions on safety, and pay that was agreed and seen as the outcome says; `false` where that is rightly refused.
async fn settle(rooms: &Rooms, officer: &Actor, reference: Reference, outcome: &str) -> anyhow::Result<bool> {
    let desk = &rooms.complaints;
    let questions = rooms.screening.questions();
    let answers = questions.iter().map(|question| (question.id.clone(), Answer::No)).collect();
    rescreen(desk, officer, reference, &answers).await?;
    let (state, evidence) = match outcome {
        "settled_paid" => (PayState::Paid, Evidence::Receipt),
        "settled_part" => (PayState::Part, Evidence::Worker),
        _ => (PayState::Paid, Evidence::Employer),
    };
    let due_on = rooms.site.house.now().date_naive();
    match agree_pay(desk, officer, reference, &[NewInstalment { due_on, amount: AGREED }]).await {
        Err(PayError::FlagOpen) => return Ok(false),
        other => other?,
    }
    let amount = (state == PayState::Part).then_some(AGREED / 2);
    let seen = Seen { state, amount, evidence: Some(evidence), note: String::new() };
    see_pay(desk, officer, reference, 1, &seen).await?;
    Ok(true)
}
