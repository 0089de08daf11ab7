//! A call in her language, asked for before any complaint and without a name: until a native reader has checked the
//! words on danger, consent, confidentiality and leaving, somebody explains them (`safeguards.md` 20). Only a phone that
//! is hers alone is called. The number is sealed; what was asked becomes a piece of work with a clock.

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_kernel::{
    Action, Actor, Audit, CommitError, OpenError, Reference, ReferenceKind, Scope, SubjectKey, SubjectKind,
    Tells, Uow, judge, one_line,
};
use haqqi_pack::Texts;
use haqqi_worklist::{
    About, DeadlineError, ItemKind, NewDeadline, NewItem, UnknownClock, Urgency, finish_items, meet_deadline,
    open_item, set_deadline,
};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, PaginatorTrait, QueryFilter, Set};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Desk;
use crate::call_interpreter::{Joint, end_interpreting, joint_of, look_for_interpreter};
use crate::check::is_phone;
use crate::entity::call_back;
use crate::model::LONGEST_FIELD;
use crate::open::unsealed;

/// The field under which number, time and word are sealed.
const CONTACT: &str = "call-back.contact";
/// How many requests the whole house takes in an hour.
const IN_AN_HOUR: u64 = 200;

/// What somebody asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AskCallBack {
    /// Language in which she wants to be called.
    pub language: String,
    /// Which texts she wants explained.
    pub about: Option<Texts>,
    /// The number.
    pub number: String,
    /// It is hers alone: otherwise nobody calls.
    pub hers_alone: bool,
    /// When it is safe, in her words.
    pub when: String,
    /// A word that whoever calls says first.
    pub safe_word: String,
    /// `male` or `female`, if she wants an interpreter of that sex.
    pub interpreter_sex: Option<String>,
}

/// What is sealed of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Sealed {
    number: String,
    when: String,
    safe_word: String,
}

/// How a call ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallOutcome {
    /// They talked.
    Reached,
    /// Nobody answered, however often it was tried in the safe hours.
    NotReached,
    /// Somebody else answered: the call was ended without a word of it.
    SomebodyElse,
}

impl CallOutcome {
    /// Every outcome, in the order in which the page offers them.
    pub const ALL: [Self; 3] = [Self::Reached, Self::NotReached, Self::SomebodyElse];

    /// The code kept in the table.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Reached => "reached",
            Self::NotReached => "not-reached",
            Self::SomebodyElse => "somebody-else",
        }
    }

    /// The outcome of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.code() == code)
    }
}

/// Why a call could not be asked for, opened or finished.
#[derive(Debug, thiserror::Error)]
pub enum CallBackError {
    /// There is none, or it is not for this account.
    #[error("no such call")]
    NotFound,
    /// The number cannot be one.
    #[error("no telephone number")]
    Number,
    /// The phone is not hers alone.
    #[error("not a phone of hers alone")]
    NotHers,
    /// A field is longer than fits.
    #[error("{0} is too long")]
    TooLong(&'static str),
    /// A time that is past.
    #[error("that time is past")]
    Past,
    /// A time further ahead than [`crate::CALL_DAYS`].
    #[error("too far ahead")]
    Ahead,
    /// What an interpreter would read has her number in it, or the workplace's.
    #[error("a number that the interpreter must not learn")]
    TellsNumber,
    /// It is finished already.
    #[error("finished before")]
    Done,
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// Something sealed does not open.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The pack lacks a clock.
    #[error(transparent)]
    Clock(#[from] UnknownClock),
    /// The deadline's answer.
    #[error(transparent)]
    Deadline(#[from] DeadlineError),
}

/// Whether so many calls were asked for in the last hour that it can only be a flood: it must not ring everybody on duty.
///
/// # Errors
/// The database's error.
pub async fn calls_are_crowded(desk: &Desk) -> Result<bool, DbErr> {
    let house = &desk.site.house;
    let lately = call_back::Entity::find()
        .filter(call_back::Column::AskedAt.gt(house.now() - TimeDelta::hours(1)))
        .count(house.reader())
        .await?;
    Ok(lately >= IN_AN_HOUR)
}

/// Takes the request into the unit, which the caller commits. Gives the time before which somebody calls: soon where
/// it is about danger.
///
/// # Errors
/// [`CallBackError`]; then the unit must be dropped.
pub fn ask_call_back(
    desk: &Desk,
    unit: &mut Uow,
    asked: &AskCallBack,
) -> Result<DateTime<Utc>, CallBackError> {
    judge(unit.actor(), Action::FileComplaint).map_err(|_| CallBackError::NotFound)?;
    if !asked.hers_alone {
        return Err(CallBackError::NotHers);
    }
    if !is_phone(&asked.number) {
        return Err(CallBackError::Number);
    }
    for (name, text) in [("when", &asked.when), ("safe_word", &asked.safe_word)] {
        if text.chars().count() > LONGEST_FIELD {
            return Err(CallBackError::TooLong(name));
        }
    }
    let office = Some(desk.site.pack.identity().default_office.clone());
    let urgent = asked.about == Some(Texts::Danger);
    let (id, now) = (unit.id(), unit.now());
    let reference = unit.reference(ReferenceKind::CallBack);
    let clock = desk.clocks().begin(if urgent { "danger" } else { "call-back" }, now, office.as_deref())?;
    let key = unit.new_subject(id);
    let sealed = Sealed {
        number: one_line(&asked.number),
        when: one_line(&asked.when),
        safe_word: one_line(&asked.safe_word),
    };
    let contact = unit.seal(&key, CONTACT, &serde_json::json!({ "v": 1, "is": sealed }).to_string());
    unit.insert(call_back::ActiveModel {
        id: Set(id),
        reference: Set(reference.to_string()),
        language: Set(asked.language.clone()),
        about: Set(asked.about.map_or("", Texts::code).to_owned()),
        office: Set(office.clone()),
        interpreter_sex: Set(asked.interpreter_sex.clone()),
        asked_at: Set(now),
        due_at: Set(clock.due_at),
        contact: Set(contact),
        done_at: Set(None),
        done_by: Set(None),
        outcome: Set(None),
        join_at: Set(None),
        join_how: Set(None),
        join_by: Set(None),
        interpreted_by: Set(None),
        version: Set(1),
    });
    let item = open_item(
        unit,
        NewItem {
            office: office.clone(),
            urgency: if urgent { Urgency::Danger } else { Urgency::Normal },
            language: Some(asked.language.clone()),
            duty: urgent,
            ..NewItem::new(
                ItemKind::CallBack,
                SubjectKind::CallBack,
                id,
                About::Nothing,
                reference,
                clock.due_at,
            )
        },
    );
    let deadline = NewDeadline {
        subject_kind: SubjectKind::CallBack,
        subject: id,
        item: Some(item),
        office: office.as_deref(),
    };
    set_deadline(unit, &deadline, &clock);
    unit.job(look_for_interpreter(id));
    unit.audit(Audit::write("call-back.ask", SubjectKind::CallBack, id));
    Ok(clock.due_at)
}

/// A request, opened.
#[derive(Debug, Clone)]
pub struct OpenedCall {
    /// Id, never shown.
    pub id: Uuid,
    /// Reference.
    pub reference: Reference,
    /// Language.
    pub language: String,
    /// Which texts, a code of [`Texts`], or empty.
    pub about: String,
    /// Sex of the interpreter she asks for.
    pub interpreter_sex: Option<String>,
    /// When she asked.
    pub asked_at: DateTime<Utc>,
    /// Before when somebody calls.
    pub due_at: DateTime<Utc>,
    /// The number.
    pub number: String,
    /// When it is safe.
    pub when: String,
    /// The word that is said first.
    pub safe_word: String,
    /// When somebody calls and how an interpreter joins, where that was said.
    pub joint: Option<Joint>,
    /// Who interpreted.
    pub interpreted_by: Option<Uuid>,
    /// How it ended, if it did.
    pub outcome: Option<CallOutcome>,
}

/// Rows that a scope of reading complaints reaches: the own office's, and on duty what is urgent.
fn within(scope: &Scope) -> Condition {
    use haqqi_kernel::Reach;
    scope.condition(Tells::OfNone, |reach| match reach {
        Reach::Offices(offices) => {
            Some(Condition::all().add(call_back::Column::Office.is_in(offices.clone())))
        }
        Reach::OnDuty => Some(Condition::all().add(call_back::Column::About.eq(Texts::Danger.code()))),
        _ => None,
    })
}

pub(crate) async fn row(
    desk: &Desk,
    scope: &Scope,
    reference: Reference,
) -> Result<call_back::Model, CallBackError> {
    call_back::Entity::find()
        .filter(call_back::Column::Reference.eq(reference.to_string()))
        .filter(within(scope))
        .one(desk.site.house.reader())
        .await?
        .ok_or(CallBackError::NotFound)
}

/// The number of a request, for what only whoever opened it may say of it. The read is audited.
pub(crate) async fn number_of(
    desk: &Desk,
    actor: &Actor,
    key: &SubjectKey,
    row: &call_back::Model,
) -> Result<String, CallBackError> {
    let house = &desk.site.house;
    let mut unit = house.unit(actor.clone());
    unit.audit(Audit::read("call-back.read", SubjectKind::CallBack, row.id).purpose("arrange"));
    let proof = unit.commit().await?;
    let sealed = unsealed::<Sealed>(Some(house.open(&proof, key, CONTACT, &row.contact)?))?;
    Ok(sealed.number)
}

/// Opens a request. The audit entry is committed before anything is opened.
///
/// # Errors
/// [`CallBackError`].
pub async fn open_call_back(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
) -> Result<OpenedCall, CallBackError> {
    let house = &desk.site.house;
    let scope = judge(actor, Action::ReadComplaint).map_err(|_| CallBackError::NotFound)?;
    let row = row(desk, &scope, reference).await?;
    let key = house.subject_key(row.id).await?;
    let mut unit = house.unit(actor.clone());
    unit.audit(Audit::read("call-back.read", SubjectKind::CallBack, row.id));
    let proof = unit.commit().await?;
    let sealed = unsealed::<Sealed>(Some(house.open(&proof, &key, CONTACT, &row.contact)?))?;
    Ok(OpenedCall {
        id: row.id,
        joint: joint_of(house, &proof, &key, &row)?,
        interpreted_by: row.interpreted_by,
        reference,
        language: row.language,
        about: row.about,
        interpreter_sex: row.interpreter_sex,
        asked_at: row.asked_at,
        due_at: row.due_at,
        number: sealed.number,
        when: sealed.when,
        safe_word: sealed.safe_word,
        outcome: row.outcome.as_deref().and_then(CallOutcome::from_code),
    })
}

/// Finishes a request with how the call ended, and who interpreted, if somebody did.
///
/// # Errors
/// [`CallBackError`]; then nothing was written.
pub async fn finish_call_back(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    outcome: CallOutcome,
    interpreted_by: Option<Uuid>,
) -> Result<(), CallBackError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| CallBackError::NotFound)?;
    let row = row(desk, &scope, reference).await?;
    if row.done_at.is_some() {
        return Err(CallBackError::Done);
    }
    let mut unit = desk.site.house.unit(actor.clone());
    let (now, by) = (unit.now(), unit.actor().account());
    unit.update_one(
        call_back::Entity::update_many()
            .col_expr(call_back::Column::DoneAt, Expr::value(Some(now)))
            .col_expr(call_back::Column::DoneBy, Expr::value(by))
            .col_expr(call_back::Column::InterpretedBy, Expr::value(interpreted_by))
            .col_expr(call_back::Column::Outcome, Expr::value(Some(outcome.code().to_owned())))
            .col_expr(call_back::Column::Version, Expr::value(row.version + 1))
            .filter(call_back::Column::Id.eq(row.id))
            .filter(call_back::Column::Version.eq(row.version)),
    );
    for clock in ["danger", "call-back"] {
        meet_deadline(&mut unit, row.id, clock).await?;
    }
    finish_items(&mut unit, row.id, ItemKind::CallBack);
    end_interpreting(&mut unit, row.id, interpreted_by.is_some()).await?;
    unit.audit(Audit::write("call-back.finish", SubjectKind::CallBack, row.id).purpose(outcome.code()));
    unit.commit().await?;
    Ok(())
}
