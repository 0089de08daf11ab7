//! The two decisions of a flag. Safety: act, or safe until a date. Merits: escalate, interview, watch, dismiss. Each
//! with a reason from the pack's list and in words. Dismissing danger, strong or a child needs a second person:
//! the first proposes, another agrees (`safeguards.md` 8).

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_kernel::{
    Action, Actor, Audit, CommitError, Event, Reach, Reason, Reference, SubjectKind, Uow, has_done, judge,
};
use haqqi_pack::Decision;
use haqqi_worklist::{ItemKind, NewDeadline, finish_items, meet_deadline, open_item, set_deadline};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set, UpdateMany};
use serde::{Deserialize, Serialize};

use crate::Level;
use crate::desk::{EscalatedFlag, ScreeningDesk};
use crate::entity::{flag, flag_decision};
use crate::judged::judge_indicators;
use crate::measured::Found;
use crate::met::{merits_item, met_since};
use crate::model::FlagState;
use crate::open::{FlagError, FlagRow, row_of};
use crate::record::safety_clock;

/// After a flag of danger, somebody looks again within a day.
const LONGEST_IN_DANGER: TimeDelta = TimeDelta::days(1);
/// The longest time for which somebody may say that she is safe, and the longest watch (`safeguards.md` 8).
const LONGEST: TimeDelta = TimeDelta::days(14);
/// The longest reason in words, in characters.
const LONGEST_WORDS: usize = 4000;

/// What is decided about safety.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "decision", rename_all = "snake_case")]
pub enum Safety {
    /// Something is done now; the words say what.
    Act,
    /// She is safe until then, and then somebody looks again. At most 14 days.
    SafeUntil {
        /// When somebody looks again.
        until: DateTime<Utc>,
    },
}

/// What is decided on the merits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "decision", rename_all = "snake_case")]
pub enum MeritsDecision {
    /// Opens a referral case. Sends nothing.
    Escalate,
    /// Hold an interview first.
    Interview,
    /// Watch until then, at most 14 days.
    Watch {
        /// When it ends.
        until: DateTime<Utc>,
    },
    /// No indicators after private contact. Needs a second person for danger, strong and any child.
    Dismiss,
}

/// A decision on the merits, with what it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merits {
    /// What.
    #[serde(flatten)]
    pub decision: MeritsDecision,
    /// Reason, a code of the pack.
    pub reason: String,
    /// Reason in words.
    pub words: String,
    /// What a talk with her alone showed of ILO's indicators: indicator → what. Of what words or answers pointed to, a
    /// dismissal says all, or another said it before; none can be said before such a talk.
    #[serde(default)]
    pub found: BTreeMap<String, Found>,
}

/// Why a decision was not taken.
#[derive(Debug, thiserror::Error)]
pub enum DecideError {
    /// The flag cannot be reached.
    #[error(transparent)]
    Flag(#[from] FlagError),
    /// The state does not allow this: safety comes before merits, and a closed flag stays closed.
    #[error("not in this state")]
    State,
    /// The reason is not on the pack's list for this decision.
    #[error("no such reason")]
    Reason,
    /// The words are no reason ([`Reason`]), or more than 4,000 characters.
    #[error("say why, in at most 4,000 characters")]
    Words,
    /// The date is in the past or more than 14 days ahead.
    #[error("the date must lie within the next 14 days")]
    Date,
    /// This person has not opened the flag and her words.
    #[error("open the flag first")]
    NotRead,
    /// Her words wait for a translation: what nobody on this side has read cannot be dismissed.
    #[error("her words wait for a translation")]
    Untranslated,
    /// A duty officer protects; whether a flag is watched or dismissed is the supervisor's to decide.
    #[error("not while on duty for another office")]
    OnDuty,
    /// The call log has no talk with her in private since the flag was raised: what rests on one cannot be decided.
    #[error("this needs private contact")]
    NotMetAlone,
    /// No such indicator, or one that was pointed to is not judged by a dismissal: which.
    #[error("`{0}` is not judged, or is no indicator")]
    Found(String),
    /// She confirmed an indicator in a talk: that is not dismissed.
    #[error("what was confirmed is not dismissed")]
    Confirmed,
    /// The one who proposed cannot agree as well.
    #[error("another person must agree")]
    SamePerson,
    /// The commit's answer; stale when another decided in the meantime.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The pack lacks a clock.
    #[error(transparent)]
    Clock(#[from] haqqi_worklist::UnknownClock),
    /// A deadline could not be met.
    #[error(transparent)]
    Deadline(#[from] haqqi_worklist::DeadlineError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] sea_orm::DbErr),
}

fn reason_in(words: &str) -> Result<Reason, DecideError> {
    Reason::parse(words).ok().filter(|why| why.length() <= LONGEST_WORDS).ok_or(DecideError::Words)
}

fn check_date(unit: &Uow, until: DateTime<Utc>, longest: TimeDelta) -> Result<(), DecideError> {
    if until <= unit.now() || until > unit.now() + longest { Err(DecideError::Date) } else { Ok(()) }
}

/// Whoever decides has opened the flag, and with it her words.
async fn must_have_read(desk: &ScreeningDesk, actor: &Actor, row: &FlagRow) -> Result<(), DecideError> {
    let read = has_done(&desk.site.house, actor, "flag.read", row.complaint).await?;
    if read { Ok(()) } else { Err(DecideError::NotRead) }
}

/// Dismissing: not by whoever only stands in for the night, and not while a text of hers waits for its translation.
async fn may_dismiss(desk: &ScreeningDesk, actor: &Actor, row: &FlagRow) -> Result<(), DecideError> {
    let reads = |tag: &str| desk.pack().staff_languages().iter().any(|staff| staff == tag);
    let told = desk.words.words(actor, row.complaint).await?;
    let understood = told.iter().all(|text| reads(&text.language) || text.translation.is_some());
    if understood { Ok(()) } else { Err(DecideError::Untranslated) }
}

/// Whether the actor reaches this only as the one on duty.
fn only_on_duty(actor: &Actor) -> bool {
    judge(actor, Action::DecideFlag)
        .is_ok_and(|scope| scope.reaches().iter().all(|reach| matches!(reach, Reach::OnDuty)))
}

/// The reason is one of this decision's; and whoever says that she was met shows it in the call log.
async fn check_reason(
    desk: &ScreeningDesk,
    row: &FlagRow,
    decision: Decision,
    reason: &str,
) -> Result<(), DecideError> {
    let found = desk.pack().reasons_for(decision).find(|known| known.code == reason);
    if found.ok_or(DecideError::Reason)?.met { must_be_met(desk, row).await } else { Ok(()) }
}

/// Somebody spoke with her in private since the flag was raised, and noted it.
pub(crate) async fn must_be_met(desk: &ScreeningDesk, row: &FlagRow) -> Result<(), DecideError> {
    let met = met_since(&desk.site.house, row).await?;
    if met.is_some() { Ok(()) } else { Err(DecideError::NotMetAlone) }
}

fn to_state(unit: &Uow, row: &FlagRow, to: FlagState) -> Result<UpdateMany<flag::Entity>, DecideError> {
    if !row.state.may_become(to) {
        return Err(DecideError::State);
    }
    let proposed = if to == FlagState::DismissalProposed { unit.actor().account() } else { None };
    Ok(flag::Entity::update_many()
        .col_expr(flag::Column::State, Expr::value(to.code()))
        .col_expr(flag::Column::ProposedBy, Expr::value(proposed))
        .col_expr(flag::Column::Version, Expr::value(row.version + 1))
        .filter(flag::Column::Id.eq(row.id))
        .filter(flag::Column::Version.eq(row.version)))
}

/// What is noted of a decision.
struct Note<'a> {
    question: &'a str,
    decision: &'a str,
    reason: &'a str,
    words: &'a Reason,
}

async fn note(unit: &mut Uow, row: &FlagRow, note: &Note<'_>) -> Result<(), DecideError> {
    let key = unit.house().subject_key(row.complaint).await?;
    let sealed = unit.seal(&key, "flag.decision", note.words.as_str());
    let id = unit.id();
    unit.insert(flag_decision::ActiveModel {
        id: Set(id),
        flag_id: Set(row.id),
        question: Set(note.question.to_owned()),
        decision: Set(note.decision.to_owned()),
        reason: Set(note.reason.to_owned()),
        words: Set(sealed),
        decided_at: Set(unit.now()),
        decided_by: Set(unit.actor().account().unwrap_or_default()),
    });
    Ok(())
}

/// Decides a flag's safety, and sets the clock of its merits.
///
/// # Errors
/// [`DecideError`]; then nothing was written.
pub async fn decide_safety(
    desk: &ScreeningDesk,
    actor: &Actor,
    reference: Reference,
    safety: &Safety,
    reason: &str,
    words: &str,
) -> Result<(), DecideError> {
    let row = row_of(desk, actor, Action::DecideFlag, reference).await?;
    must_have_read(desk, actor, &row).await?;
    let mut unit = desk.site.house.unit(actor.clone());
    let words = &reason_in(words)?;
    let (code, until, list) = match safety {
        Safety::Act => ("act", None, Decision::SafetyAct),
        Safety::SafeUntil { until } => {
            let longest = if row.level == Level::Danger { LONGEST_IN_DANGER } else { LONGEST };
            check_date(&unit, *until, longest)?;
            ("safe_until", Some(*until), Decision::SafetySafeUntil)
        }
    };
    check_reason(desk, &row, list, reason).await?;
    // Whoever is in danger is safe only where somebody has heard it from her.
    if row.level == Level::Danger && until.is_some() {
        must_be_met(desk, &row).await?;
    }
    let query = to_state(&unit, &row, FlagState::Safe)?.col_expr(flag::Column::SafeUntil, Expr::value(until));
    unit.update_one(query);
    note(&mut unit, &row, &Note { question: "safety", decision: code, reason, words }).await?;
    meet_deadline(&mut unit, row.id, safety_clock(row.level)).await?;
    finish_items(&mut unit, row.id, ItemKind::FlagSafety);
    finish_items(&mut unit, row.id, ItemKind::FlagMerits);
    let began = met_since(unit.house(), &row).await?.map_or(unit.now(), |talk| talk.at);
    let clock = desk.clocks.begin("flag-merits", began, row.office.as_deref())?;
    let due_at = until.map_or(clock.due_at, |until| until.min(clock.due_at));
    let item = open_item(&mut unit, merits_item(&row, due_at));
    let deadline = NewDeadline {
        subject_kind: SubjectKind::Flag,
        subject: row.id,
        item: Some(item),
        office: row.office.as_deref(),
    };
    set_deadline(&mut unit, &deadline, &clock);
    unit.audit(Audit::write("flag.decide-safety", SubjectKind::Flag, row.id).purpose(reason));
    unit.event(
        Event::new(SubjectKind::Flag, row.id, "flag.safety-decided")
            .change(row.state.code(), code)
            .office(row.office.as_deref()),
    );
    unit.commit().await?;
    Ok(())
}

/// Decides a flag's merits. Escalating opens a referral case in the same unit and sends nothing.
///
/// # Errors
/// [`DecideError`]; then nothing was written.
pub async fn decide_merits(
    desk: &ScreeningDesk,
    actor: &Actor,
    reference: Reference,
    merits: &Merits,
) -> Result<FlagState, DecideError> {
    let row = row_of(desk, actor, Action::DecideFlag, reference).await?;
    must_have_read(desk, actor, &row).await?;
    if matches!(merits.decision, MeritsDecision::Dismiss | MeritsDecision::Watch { .. })
        && only_on_duty(actor)
    {
        return Err(DecideError::OnDuty);
    }
    if merits.decision == MeritsDecision::Dismiss {
        may_dismiss(desk, actor, &row).await?;
    }
    let mut unit = desk.site.house.unit(actor.clone());
    let words = &reason_in(&merits.words)?;
    let (to, code, list) = match &merits.decision {
        MeritsDecision::Escalate => (FlagState::Escalated, "escalate", Decision::MeritsEscalate),
        MeritsDecision::Interview => (FlagState::Interview, "interview", Decision::MeritsInterview),
        MeritsDecision::Watch { until } => {
            check_date(&unit, *until, LONGEST)?;
            (FlagState::Watched, "watch", Decision::MeritsWatch)
        }
        MeritsDecision::Dismiss => {
            must_be_met(desk, &row).await?;
            let second = row.state == FlagState::DismissalProposed;
            if second && row.proposed_by == actor.account() {
                return Err(DecideError::SamePerson);
            }
            if row.dismissal_needs_two() && !second {
                (FlagState::DismissalProposed, "propose-dismissal", Decision::MeritsDismiss)
            } else {
                (FlagState::Dismissed, "dismiss", Decision::MeritsDismiss)
            }
        }
    };
    check_reason(desk, &row, list, &merits.reason).await?;
    judge_indicators(desk, actor, &mut unit, &row, merits).await?;
    let mut query = to_state(&unit, &row, to)?;
    if let MeritsDecision::Watch { until } = &merits.decision {
        query = query.col_expr(flag::Column::WatchUntil, Expr::value(Some(*until)));
    }
    unit.update_one(query);
    let written = Note { question: "merits", decision: code, reason: &merits.reason, words };
    note(&mut unit, &row, &written).await?;
    if !to.is_open() {
        // Escalating at once answers the safety question too: protection has begun.
        meet_deadline(&mut unit, row.id, safety_clock(row.level)).await?;
        meet_deadline(&mut unit, row.id, "flag-merits").await?;
        finish_items(&mut unit, row.id, ItemKind::FlagSafety);
        finish_items(&mut unit, row.id, ItemKind::FlagMerits);
    }
    let audit = Audit::write("flag.decide-merits", SubjectKind::Flag, row.id);
    unit.audit(audit.purpose(merits.reason.clone()));
    unit.event(
        Event::new(SubjectKind::Flag, row.id, "flag.merits-decided")
            .change(row.state.code(), code)
            .office(row.office.as_deref()),
    );
    if to == FlagState::Escalated {
        let escalated = EscalatedFlag {
            flag: row.id,
            reference: row.reference,
            complaint: row.complaint,
            complaint_reference: row.complaint_reference,
            level: row.level,
            office: row.office.clone(),
            age: row.age.clone(),
            language: row.language.clone(),
        };
        desk.escalation.open_case(&mut unit, &escalated).await?;
    }
    unit.commit().await?;
    Ok(to)
}
