//! Taking down what somebody tells at the telephone or the counter, who has no phone, no paper, or does not read
//! (`safeguards.md` 13): her words as said, who interpreted, whether she could speak freely, and how she collects the
//! answer. It files through the same door as every complaint, and acknowledges nothing: a person reads it as any other.

use chrono::{DateTime, Utc};
use haqqi_kernel::idempotency::Fresh;
use haqqi_kernel::{
    Action, Actor, Audit, CommitError, Committed, Event, House, OpenError, SubjectKey, SubjectKind, judge,
    one_line,
};
use sea_orm::{DbErr, EntityTrait, Set};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Desk;
use crate::check::{FieldProblem, check};
use crate::entity::intake;
use crate::file::{FileComplaint, FileError, file_told};
use crate::keep::{KeepError, Prepared, prepare_words};
use crate::model::{Channel, LONGEST_FIELD};
use crate::open::unsealed;

/// Where it was taken down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// At the telephone.
    Phone,
    /// At the counter.
    Counter,
}

/// Who interpreted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Interpreted {
    /// Nobody: both spoke the language.
    #[default]
    No,
    /// Somebody of the staff.
    Staff,
    /// Somebody else, whose part is named.
    Outside,
}

/// How she collects the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnswerBy {
    /// She comes back with her code.
    #[default]
    Code,
    /// She comes to the counter.
    Visit,
    /// She is called at a safe time, on a phone that is hers alone.
    Call,
    /// A person whom she named asks for her.
    Trusted,
}

macro_rules! codes {
    ($what:ident: $($variant:ident = $code:literal),+) => {
        impl $what {
            /// Every choice, in the order in which the page offers them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code kept in the table.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code),+
                }
            }

            /// The choice of a code.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|choice| choice.code() == code)
            }
        }
    };
}

codes!(Way: Phone = "phone", Counter = "counter");
codes!(Interpreted: No = "no", Staff = "staff", Outside = "outside");
codes!(AnswerBy: Code = "code", Visit = "visit", Call = "call", Trusted = "trusted");

/// What is told about interpreting and collecting, sealed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct IntakeWords {
    /// Whose part the interpreter from outside has: a neighbour, a nurse. Never filer, employer, agency, co-worker.
    pub interpreter: String,
    /// The person whom she named.
    pub trusted: String,
    /// How that person shows who it is, or is reached.
    pub trusted_known_by: String,
    /// What that person may be told.
    pub may_be_told: String,
}

impl IntakeWords {
    fn in_lines(&self) -> Self {
        Self {
            interpreter: one_line(&self.interpreter),
            trusted: one_line(&self.trusted),
            trusted_known_by: one_line(&self.trusted_known_by),
            may_be_told: one_line(&self.may_be_told),
        }
    }
}

/// What was taken down.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakeIntake {
    /// Where.
    pub way: Way,
    /// Who interpreted.
    #[serde(default)]
    pub interpreted: Interpreted,
    /// Whoever interpreted from outside neither files nor is employer, agency or co-worker.
    #[serde(default)]
    pub interpreter_apart: bool,
    /// Nobody else could hear.
    pub private: bool,
    /// How the answer is collected.
    #[serde(default)]
    pub answer_by: AnswerBy,
    /// What is sealed of it.
    #[serde(default)]
    pub words: IntakeWords,
    /// Two words of her own choice, where she cannot keep a code.
    #[serde(default)]
    pub kept: Option<(String, String)>,
    /// The complaint; `filed_by` says who speaks, absent: the worker.
    pub told: FileComplaint,
}

/// What is read aloud or printed, once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenDown {
    /// The reference.
    pub reference: String,
    /// When it was received.
    pub received_at: DateTime<Utc>,
    /// Before when a person will have read it.
    pub acknowledge_by: DateTime<Utc>,
    /// Her code, if she spoke herself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The filer's code, if another spoke: it shows *received* and *closed*.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filer_receipt: Option<String>,
    /// She is in danger now.
    pub danger: bool,
}

/// Why it was not taken. Nothing was stored.
#[derive(Debug, thiserror::Error)]
pub enum IntakeError {
    /// This account may not.
    #[error("not allowed")]
    Denied,
    /// As when filing.
    #[error(transparent)]
    File(#[from] FileError),
    /// A field of the intake cannot be used as it is.
    #[error("{0}: {1:?}")]
    Field(&'static str, FieldProblem),
    /// The two words cannot be kept.
    #[error(transparent)]
    Keep(#[from] KeepError),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
}

impl TakeIntake {
    /// Whether the worker speaks herself.
    #[must_use]
    pub fn is_herself(&self) -> bool {
        self.told.filed_by.as_deref().is_none_or(|filer| filer == "self")
    }
}

/// What an intake must hold beside its complaint. Says the first thing that is wrong.
///
/// # Errors
/// [`IntakeError`].
pub fn check_intake(desk: &Desk, taken: &TakeIntake) -> Result<(), IntakeError> {
    let wrong = |field, problem| Err(IntakeError::Field(field, problem));
    check(desk, &taken.told)?;
    let words = &taken.words;
    for (field, text) in [
        ("words.interpreter", &words.interpreter),
        ("words.trusted", &words.trusted),
        ("words.trusted_known_by", &words.trusted_known_by),
        ("words.may_be_told", &words.may_be_told),
    ] {
        if text.chars().count() > LONGEST_FIELD {
            return wrong(field, FieldProblem::TooLong);
        }
    }
    if taken.interpreted == Interpreted::Outside {
        if words.interpreter.trim().is_empty() {
            return wrong("words.interpreter", FieldProblem::Empty);
        }
        if !taken.interpreter_apart {
            return wrong("interpreter_apart", FieldProblem::Empty);
        }
    }
    let hers = taken.told.contact.hers_alone && taken.told.contact.channel == Channel::Phone;
    match taken.answer_by {
        AnswerBy::Call if !hers => return wrong("told.contact.hers_alone", FieldProblem::Empty),
        // Only she can name whom she trusts, and only where nobody listens.
        AnswerBy::Trusted if !taken.is_herself() || !taken.private => {
            return wrong("answer_by", FieldProblem::Unknown);
        }
        AnswerBy::Trusted if words.trusted.trim().is_empty() => {
            return wrong("words.trusted", FieldProblem::Empty);
        }
        AnswerBy::Trusted if words.may_be_told.trim().is_empty() => {
            return wrong("words.may_be_told", FieldProblem::Empty);
        }
        _ => {}
    }
    if taken.kept.is_some() && !taken.is_herself() {
        return wrong("kept", FieldProblem::Unknown);
    }
    Ok(())
}

/// Takes it down: complaint, intake and kept words in one transaction, with the answer to `once` if it is given.
///
/// # Errors
/// [`IntakeError`]; then nothing was stored.
pub async fn take_intake(
    desk: &Desk,
    actor: &Actor,
    taken: &TakeIntake,
    once: Option<&Fresh>,
) -> Result<TakenDown, IntakeError> {
    judge(actor, Action::TakeIntake).map_err(|_| IntakeError::Denied)?;
    check_intake(desk, taken)?;
    let kept: Option<Prepared> = match &taken.kept {
        Some((first, second)) => Some(prepare_words(desk, first, second).await?),
        None => None,
    };
    let mut unit = desk.site.house.unit(actor.clone());
    let (filed, id, key) = file_told(desk, &mut unit, taken.way.code(), &taken.told)?;
    let now = unit.now();
    let words = taken.words.in_lines();
    let told = (words != IntakeWords::default()).then(|| {
        let json = serde_json::json!({ "v": 1, "is": words }).to_string();
        unit.seal(&key, "intake.told", &json)
    });
    unit.insert(intake::ActiveModel {
        complaint_id: Set(id),
        taken_by: Set(unit.actor().account()),
        taken_at: Set(now),
        herself: Set(taken.is_herself()),
        interpreter: Set(taken.interpreted.code().to_owned()),
        private: Set(taken.private),
        answer_by: Set(taken.answer_by.code().to_owned()),
        told: Set(told),
    });
    if let Some(kept) = kept {
        kept.put(&mut unit, id, now);
    }
    unit.audit(Audit::write("complaint.intake", SubjectKind::Complaint, id));
    let yes_no = |holds: bool| if holds { "yes" } else { "no" };
    unit.event(
        Event::new(SubjectKind::Complaint, id, "complaint.intake")
            .office(filed.office.as_deref())
            .dim("channel", taken.way.code())
            .dim("filed_by", taken.told.filed_by.as_deref().unwrap_or("self"))
            .dim("interpreted", taken.interpreted.code())
            .dim("private", yes_no(taken.private))
            .dim("answer_by", taken.answer_by.code()),
    );
    let answer = TakenDown {
        reference: filed.reference.to_string(),
        received_at: filed.received_at,
        acknowledge_by: filed.acknowledge_by,
        code: filed.code.map(|code| code.to_string()),
        filer_receipt: filed.filer_receipt.map(|code| code.to_string()),
        // What she told, not what the machine found in it: whoever takes it down sees no flag.
        danger: taken.told.danger,
    };
    if let Some(once) = once {
        once.keep(&mut unit, &serde_json::to_vec(&answer).map_err(|e| CommitError::Db(e.to_string()))?);
    }
    unit.commit().await?;
    Ok(answer)
}

/// How a complaint was taken down, opened.
#[derive(Debug, Clone)]
pub struct OpenedIntake {
    /// Who took it down.
    pub taken_by: Option<Uuid>,
    /// The worker spoke herself.
    pub herself: bool,
    /// Who interpreted.
    pub interpreted: Interpreted,
    /// Nobody else could hear.
    pub private: bool,
    /// How the answer is collected.
    pub answer_by: AnswerBy,
    /// What was told about interpreting and collecting.
    pub words: IntakeWords,
}

/// The row of a complaint's intake, sealed still.
pub(crate) async fn intake_row(house: &House, complaint: Uuid) -> Result<Option<intake::Model>, DbErr> {
    intake::Entity::find_by_id(complaint).one(house.reader()).await
}

/// The same, opened with the proof that the read is audited.
pub(crate) fn opened_intake(
    house: &House,
    proof: &Committed,
    key: &SubjectKey,
    row: intake::Model,
) -> Result<OpenedIntake, OpenError> {
    let told = row.told.as_ref().map(|sealed| house.open(proof, key, "intake.told", sealed)).transpose()?;
    Ok(OpenedIntake {
        taken_by: row.taken_by,
        herself: row.herself,
        interpreted: Interpreted::from_code(&row.interpreter).unwrap_or_default(),
        private: row.private,
        answer_by: AnswerBy::from_code(&row.answer_by).unwrap_or_default(),
        words: unsealed(told)?,
    })
}
