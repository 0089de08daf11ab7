//! A settlement and what she is owed. Where it gives her less than the last calculation says she is owed at least, the
//! officer gives a reason and a second person, a supervisor who did not propose it, approves before anything is closed.

use chrono::{DateTime, Utc};
use haqqi_complaints::{
    AskKind, Desk, LONGEST_TEXT, ReadError, Summary, add_note, close_row, open_next, summary,
};
use haqqi_kernel::{
    Action, Actor, Audit, CommitError, Event, OpenError, Reference, SubjectKey, SubjectKind, Uow, judge,
};
use haqqi_screening::flags_of_complaint;
use haqqi_worklist::{DeadlineError, ItemKind, UnknownClock, finish_items, meet_deadline};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, Set};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::entity::settlement;
use crate::wages::{WagesError, highest_saved};
use crate::withdrawal::open_ask;

/// The field under which the terms are sealed.
const FIELD: &str = "casework.settlement";
/// The clock of the second person.
const CLOCK: &str = "settlement-approved";

/// What was agreed, and what it is measured by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// What she gets, in minor units.
    pub amount: i64,
    /// What she is owed at least, by the last calculation; absent where there was none.
    pub computed: Option<i64>,
    /// The number of that calculation.
    pub calculation: Option<i32>,
    /// Why she should get less.
    pub reason: String,
}

impl Terms {
    /// How much less than computed.
    #[must_use]
    pub fn short(&self) -> i64 {
        self.computed.map_or(0, |computed| computed.saturating_sub(self.amount).max(0))
    }
}

/// A settlement that waits for a second person.
#[derive(Debug, Clone)]
pub struct Waiting {
    id: Uuid,
    /// The outcome, a code of the pack.
    pub outcome: String,
    /// What was agreed.
    pub terms: Terms,
    /// When it was proposed.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: Option<Uuid>,
}

/// Why it was not decided. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum SettlementError {
    /// The complaint cannot be reached.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// None waits.
    #[error("no settlement waits")]
    Nothing,
    /// Whoever proposed it does not approve it.
    #[error("another person must decide")]
    SamePerson,
    /// Refusing needs words.
    #[error("say why")]
    Empty,
    /// Longer than 64 KiB.
    #[error("too long")]
    TooLong,
    /// She has asked to withdraw: that is looked at first.
    #[error("a withdrawal is open")]
    WithdrawalOpen,
    /// A later calculation says that more is owed than the one by which this was measured.
    #[error("more is owed than was known")]
    Changed,
    /// The calculations cannot be read.
    #[error(transparent)]
    Wages(#[from] WagesError),
    /// A flag was raised in the meantime.
    #[error("a flag is open")]
    FlagOpen,
    /// It is not in a state in which it can be closed.
    #[error("not in this state")]
    State,
    /// Something sealed does not open.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// A deadline could not be met.
    #[error(transparent)]
    Deadline(#[from] DeadlineError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

async fn waiting_row(desk: &Desk, complaint: Uuid) -> Result<Option<settlement::Model>, DbErr> {
    settlement::Entity::find()
        .filter(settlement::Column::Place.eq(complaint.to_string()))
        .one(desk.site.house.reader())
        .await
}

/// Whether one waits for a second person.
pub(crate) async fn is_waiting(desk: &Desk, complaint: Uuid) -> Result<bool, DbErr> {
    Ok(waiting_row(desk, complaint).await?.is_some())
}

/// A complaint that is closed in another way leaves no settlement waiting.
pub(crate) async fn drop_waiting(unit: &mut Uow, complaint: Uuid) -> Result<(), DbErr> {
    let waiting = settlement::Entity::find()
        .filter(settlement::Column::Place.eq(complaint.to_string()))
        .one(unit.reader())
        .await?;
    if let Some(row) = waiting {
        let now = unit.now();
        unit.update(
            settlement::Entity::update_many()
                .col_expr(settlement::Column::Place, Expr::value(row.id.to_string()))
                .col_expr(settlement::Column::DecidedAt, Expr::value(Some(now)))
                .col_expr(settlement::Column::Decision, Expr::value(Some("dropped".to_owned())))
                .filter(settlement::Column::Id.eq(row.id))
                .filter(settlement::Column::DecidedAt.is_null()),
        );
    }
    Ok(())
}

/// The settlement that waits for a second person, opened: an entry of the audit.
///
/// # Errors
/// [`SettlementError`].
pub async fn waiting_settlement(
    desk: &Desk,
    actor: &Actor,
    complaint: &Summary,
) -> Result<Option<Waiting>, SettlementError> {
    let house = &desk.site.house;
    judge(actor, Action::ReadComplaint).map_err(|_| ReadError::NotFound)?;
    let Some(row) = waiting_row(desk, complaint.id).await? else { return Ok(None) };
    let key = house.subject_key(complaint.id).await?;
    let mut unit = house.unit(actor.clone());
    unit.audit(Audit::read("complaint.read-settlement", SubjectKind::Complaint, complaint.id));
    let proof = unit.commit().await?;
    let text = house.open(&proof, &key, FIELD, &row.terms)?;
    let terms = serde_json::from_str(&text).map_err(|_| OpenError::Broken)?;
    Ok(Some(Waiting { id: row.id, outcome: row.outcome, terms, at: row.proposed_at, by: row.proposed_by }))
}

/// Writes a settlement. Where it waits for a second person, `place` is the complaint's.
fn write(unit: &mut Uow, complaint: &Summary, key: &SubjectKey, outcome: &str, terms: &Terms, waits: bool) {
    let text = serde_json::json!(terms).to_string();
    let sealed = unit.seal(key, FIELD, &text);
    let (id, now, by) = (unit.id(), unit.now(), unit.actor().account());
    unit.insert(settlement::ActiveModel {
        id: Set(id),
        complaint_id: Set(complaint.id),
        place: Set(if waits { complaint.id.to_string() } else { id.to_string() }),
        outcome: Set(outcome.to_owned()),
        terms: Set(sealed),
        proposed_at: Set(now),
        proposed_by: Set(by),
        decided_at: Set((!waits).then_some(now)),
        decided_by: Set(if waits { None } else { by }),
        decision: Set((!waits).then(|| "enough".to_owned())),
    });
}

/// Keeps what she gets, in the unit that closes the complaint.
pub(crate) fn keep(unit: &mut Uow, complaint: &Summary, key: &SubjectKey, outcome: &str, terms: &Terms) {
    write(unit, complaint, key, outcome, terms, false);
}

/// Proposes a settlement below what is owed: work for a supervisor. Nothing is closed.
pub(crate) fn propose(
    desk: &Desk,
    unit: &mut Uow,
    complaint: &Summary,
    key: &SubjectKey,
    outcome: &str,
    terms: &Terms,
) -> Result<(), UnknownClock> {
    write(unit, complaint, key, outcome, terms, true);
    let clock = desk.clocks().begin(CLOCK, unit.now(), complaint.office.as_deref())?;
    open_next(unit, complaint, ItemKind::SettlementToApprove, &clock, None);
    unit.audit(
        Audit::write("complaint.propose-settlement", SubjectKind::Complaint, complaint.id).purpose(outcome),
    );
    unit.event(
        Event::new(SubjectKind::Complaint, complaint.id, "complaint.settlement-proposed")
            .office(complaint.office.as_deref()),
    );
    Ok(())
}

/// Whether this account may approve or refuse it: a supervisor of the office who did not propose it.
#[must_use]
pub fn may_decide_settlement(actor: &Actor, complaint: &Summary, proposed_by: Option<Uuid>) -> bool {
    let reaches = judge(actor, Action::ApproveSettlement)
        .is_ok_and(|scope| scope.covers(complaint.office.as_deref(), None, false, false));
    reaches && actor.account().is_some() && actor.account() != proposed_by
}

/// Approves a settlement, which closes the complaint; or refuses it, which leaves it open. Refusing needs words.
///
/// # Errors
/// [`SettlementError`].
pub async fn decide_settlement(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    approve: bool,
    note: &str,
) -> Result<(), SettlementError> {
    let scope = judge(actor, Action::ApproveSettlement).map_err(|_| ReadError::NotFound)?;
    let complaint = summary(desk, &scope, reference).await?;
    let waiting = waiting_settlement(desk, actor, &complaint).await?.ok_or(SettlementError::Nothing)?;
    if !may_decide_settlement(actor, &complaint, waiting.by) {
        return Err(SettlementError::SamePerson);
    }
    if !approve && note.trim().is_empty() {
        return Err(SettlementError::Empty);
    }
    if note.len() > LONGEST_TEXT {
        return Err(SettlementError::TooLong);
    }
    if approve && open_ask(desk, complaint.id, AskKind::Withdrawal).await?.is_some() {
        return Err(SettlementError::WithdrawalOpen);
    }
    let highest = highest_saved(desk, actor, complaint.id).await?;
    if approve && highest.map(|one| one.calculation.least) > waiting.terms.computed {
        return Err(SettlementError::Changed);
    }
    let flags = flags_of_complaint(&desk.screening, complaint.id).await?;
    if approve && flags.iter().any(|flag| flag.state.is_open()) {
        return Err(SettlementError::FlagOpen);
    }
    let house = &desk.site.house;
    let key = house.subject_key(complaint.id).await?;
    let mut unit = house.unit(actor.clone());
    let decision = if approve { "approved" } else { "refused" };
    unit.update_one(
        settlement::Entity::update_many()
            .col_expr(settlement::Column::Place, Expr::value(waiting.id.to_string()))
            .col_expr(settlement::Column::DecidedAt, Expr::value(Some(unit.now())))
            .col_expr(settlement::Column::DecidedBy, Expr::value(actor.account()))
            .col_expr(settlement::Column::Decision, Expr::value(Some(decision.to_owned())))
            .filter(settlement::Column::Id.eq(waiting.id))
            .filter(settlement::Column::DecidedAt.is_null()),
    );
    add_note(desk, &mut unit, complaint.id, &key, note);
    if approve {
        if !close_row(&mut unit, &complaint, &waiting.outcome) {
            return Err(SettlementError::State);
        }
        // This ends the second person's work and clock with all others.
        crate::close::finish_work(desk, &mut unit, complaint.id).await?;
    } else {
        finish_items(&mut unit, complaint.id, ItemKind::SettlementToApprove);
        meet_deadline(&mut unit, complaint.id, CLOCK).await?;
    }
    unit.audit(
        Audit::write("complaint.decide-settlement", SubjectKind::Complaint, complaint.id).purpose(decision),
    );
    unit.event(
        Event::new(SubjectKind::Complaint, complaint.id, "complaint.settlement-decided")
            .change("proposed", decision)
            .office(complaint.office.as_deref()),
    );
    unit.commit().await?;
    Ok(())
}
