//! An interpreter for a call that somebody asked for in a language that the office lacks, or with an interpreter of a sex. The
//! interpreter learns the language, when the officer calls and how to join, and nothing else: neither the number nor a word
//! of hers. The work has a clock of its own (`safeguards.md` 7).

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_kernel::{
    Action, Actor, Audit, Committed, House, Job, OpenError, Reference, Role, Scope, SubjectKey, SubjectKind,
    Uow, judge, one_line,
};
use haqqi_pack::Texts;
use haqqi_worklist::{
    About, DeadlineError, ItemKind, NewDeadline, NewItem, UnknownClock, Urgency, bring_forward,
    drop_deadline, finish_items, meet_deadline, open_item, set_deadline,
};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::Desk;
use crate::call_back::{CallBackError, number_of, row};
use crate::entity::call_back;
use crate::model::LONGEST_FIELD;
use crate::traces::tells_number;

/// The job that looks whether a call needs an interpreter, and for one.
pub const ASSIGN_CALL: &str = "call-back.assign-interpreter";
/// Its clocks.
const CLOCKS: [&str; 2] = ["call-interpreted", "call-interpreted-danger"];
/// So many days ahead a call may be arranged.
pub const CALL_DAYS: i64 = 30;
/// So long ago it may have been meant to be, for clocks differ.
const BEFORE: TimeDelta = TimeDelta::minutes(5);

/// The job for a call.
#[must_use]
pub fn look_for_interpreter(call: Uuid) -> Job {
    Job::new(ASSIGN_CALL, serde_json::json!({ "call": call }))
}

/// A call that waits, as far as whoever looks for an interpreter must know it. Codes alone.
#[derive(Debug, Clone)]
pub struct CallWanted {
    /// Id, never shown.
    pub id: Uuid,
    /// Reference.
    pub reference: Reference,
    /// Its language.
    pub language: String,
    /// The office that calls.
    pub office: Option<String>,
    /// It is about danger.
    pub urgent: bool,
    /// Sex of the interpreter that she asks for.
    pub sex: Option<String>,
    /// When she asked: the clock runs from then.
    pub asked_at: DateTime<Utc>,
}

/// A call that waits; none where it was made.
///
/// # Errors
/// The database's error.
pub async fn call_wanted(desk: &Desk, call: Uuid) -> Result<Option<CallWanted>, DbErr> {
    let row = call_back::Entity::find_by_id(call).one(desk.site.house.reader()).await?;
    let waits = row.filter(|row| row.done_at.is_none());
    Ok(waits.and_then(|row| {
        Some(CallWanted {
            id: row.id,
            reference: row.reference.parse().ok()?,
            language: row.language,
            office: row.office,
            urgent: row.about == Texts::Danger.code(),
            sex: row.interpreter_sex,
            asked_at: row.asked_at,
        })
    }))
}

/// Opens the work of interpreting a call, with its clock; the piece of work.
///
/// # Errors
/// [`UnknownClock`] when the pack lacks the clock.
pub fn want_interpreter(desk: &Desk, unit: &mut Uow, call: &CallWanted) -> Result<Uuid, UnknownClock> {
    let office = call.office.as_deref();
    let [usual, danger] = CLOCKS;
    let clock = desk.clocks().begin(if call.urgent { danger } else { usual }, call.asked_at, office)?;
    let item = open_item(
        unit,
        NewItem {
            office: call.office.clone(),
            role: Some(Role::Interpreter),
            urgency: if call.urgent { Urgency::Danger } else { Urgency::Normal },
            language: Some(call.language.clone()),
            duty: call.urgent,
            ..NewItem::new(
                ItemKind::CallToInterpret,
                SubjectKind::CallBack,
                call.id,
                About::Nothing,
                call.reference,
                clock.due_at,
            )
        },
    );
    let new = NewDeadline { subject_kind: SubjectKind::CallBack, subject: call.id, item: Some(item), office };
    set_deadline(unit, &new, &clock);
    Ok(item)
}

/// When the officer calls, and how an interpreter joins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joint {
    /// When.
    pub at: DateTime<Utc>,
    /// How: the number of a room, who rings whom.
    pub how: String,
    /// The officer who calls.
    pub by: Option<Uuid>,
}

pub(crate) fn joint_of(
    house: &House,
    proof: &Committed,
    key: &SubjectKey,
    row: &call_back::Model,
) -> Result<Option<Joint>, OpenError> {
    let (Some(at), Some(sealed)) = (row.join_at, &row.join_how) else { return Ok(None) };
    let how = house.open(proof, key, "call-back.join", sealed)?;
    Ok(Some(Joint { at, how, by: row.join_by }))
}

/// Says when whoever acts calls, and how an interpreter joins. Said again, it takes the place of what was said. In how to join
/// stands neither her number nor that of the workplace, in whatever digits; another, of a conference, may.
///
/// # Errors
/// [`CallBackError`]; then nothing was written.
pub async fn arrange_call(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    at: DateTime<Utc>,
    how: &str,
) -> Result<(), CallBackError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| CallBackError::NotFound)?;
    let row = row(desk, &scope, reference).await?;
    let house = &desk.site.house;
    let how = one_line(how);
    if row.done_at.is_some() {
        return Err(CallBackError::Done);
    }
    if at + BEFORE < house.now() {
        return Err(CallBackError::Past);
    }
    if at > house.now() + TimeDelta::days(CALL_DAYS) {
        return Err(CallBackError::Ahead);
    }
    if how.is_empty() || how.chars().count() > LONGEST_FIELD {
        return Err(CallBackError::TooLong("how"));
    }
    let key = house.subject_key(row.id).await?;
    let number = number_of(desk, actor, &key, &row).await?;
    let reads = judge(actor, Action::ReadComplaint).map_err(|_| CallBackError::NotFound)?;
    if tells_number(desk, &reads, &how, &number).await? {
        return Err(CallBackError::TellsNumber);
    }
    let mut unit = house.unit(actor.clone());
    let sealed = unit.seal(&key, "call-back.join", &how);
    unit.update_one(
        call_back::Entity::update_many()
            .col_expr(call_back::Column::JoinAt, Expr::value(Some(at)))
            .col_expr(call_back::Column::JoinHow, Expr::value(Some(sealed)))
            .col_expr(call_back::Column::JoinBy, Expr::value(actor.account()))
            .col_expr(call_back::Column::Version, Expr::value(row.version + 1))
            .filter(call_back::Column::Id.eq(row.id))
            .filter(call_back::Column::Version.eq(row.version)),
    );
    bring_forward(&mut unit, row.id, ItemKind::CallToInterpret, at);
    unit.audit(Audit::write("call-back.arrange", SubjectKind::CallBack, row.id));
    unit.commit().await?;
    Ok(())
}

/// What an interpreter sees of a call.
#[derive(Debug, Clone)]
pub struct CallToInterpret {
    /// The language.
    pub language: String,
    /// Before when somebody must call.
    pub due_at: DateTime<Utc>,
    /// When the officer calls and how to join, once that was said.
    pub joint: Option<Joint>,
}

/// A call for whoever interprets it: its caller knows that the work is this person's. The read is audited.
///
/// # Errors
/// [`CallBackError`].
pub async fn call_for_interpreter(
    desk: &Desk,
    actor: &Actor,
    scope: &Scope,
    call: Uuid,
) -> Result<CallToInterpret, CallBackError> {
    if scope.action() != Action::Translate {
        return Err(CallBackError::NotFound);
    }
    let house = &desk.site.house;
    let row = call_back::Entity::find_by_id(call).one(house.reader()).await?;
    let row = row.filter(|row| row.done_at.is_none()).ok_or(CallBackError::NotFound)?;
    let key = house.subject_key(row.id).await?;
    let mut unit = house.unit(actor.clone());
    unit.audit(Audit::read("call-back.read-joint", SubjectKind::CallBack, row.id));
    let proof = unit.commit().await?;
    let joint = joint_of(house, &proof, &key, &row)?;
    Ok(CallToInterpret { language: row.language, due_at: row.due_at, joint })
}

/// The call is over: so is the work of interpreting it. Its clock is met where somebody interpreted, else it is asked for no
/// more; what ran out stays late.
pub(crate) async fn end_interpreting(
    unit: &mut Uow,
    call: Uuid,
    interpreted: bool,
) -> Result<(), DeadlineError> {
    for clock in CLOCKS {
        if interpreted || !drop_deadline(unit, call, clock).await? {
            meet_deadline(unit, call, clock).await?;
        }
    }
    finish_items(unit, call, ItemKind::CallToInterpret);
    Ok(())
}
