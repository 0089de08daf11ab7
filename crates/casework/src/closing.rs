//! A closing that waits, and the three ways out of it: it is carried out, by a second person where one is needed and only
//! once she can read what she is told; it is refused; or whoever proposed it takes it back. One waits at a time.

use haqqi_complaints::{
    Desk, ReadError, Summary, add_note, close_row, is_translated, missing_in_all, open, send_answer, summary,
    tell_news,
};
use haqqi_kernel::{
    Action, Actor, Audit, CommitError, Event, OpenError, Reason, Reference, SubjectKind, Uow, judge,
};
use haqqi_worklist::{DeadlineError, ItemKind, finish_items, meet_deadline};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, UpdateMany};
use uuid::Uuid;

use crate::audited::to_read;
use crate::close::{InTheWay, finish_work, in_the_way};
use crate::entity::closing;
use crate::pay::{PayError, is_due, look_again};
use crate::wages::{WagesError, highest_saved};

mod model;
mod write;
pub(crate) use model::Written;
pub use model::{Content, Terms, Waiting};
pub(crate) use write::write;

/// The field under which terms are sealed.
const TERMS: &str = "casework.settlement";
/// The field under which what was done is sealed.
const CONTENT: &str = "casework.closing";
/// The outcome of a settlement of which nobody has seen that she was paid.
const UNVERIFIED: &str = "settled_unverified";
/// The clock of the second person.
pub(crate) const CLOCK: &str = "settlement-approved";

/// Why it was not decided. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum SettlementError {
    /// The complaint cannot be reached.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// None waits, or it waits for nobody's approval.
    #[error("no closing waits")]
    Nothing,
    /// Whoever proposed it does not approve it, and nobody else takes it back.
    #[error("another person must decide")]
    SamePerson,
    /// It needs a second person.
    #[error("a second person must approve")]
    Second,
    /// She cannot read yet what she is told.
    #[error("what she is told waits for its translation")]
    Untranslated,
    /// Refusing needs words.
    #[error("say why")]
    Empty,
    /// Longer than 64 KiB.
    #[error("too long")]
    TooLong,
    /// She has asked to withdraw: that is looked at first.
    #[error("a withdrawal is open")]
    WithdrawalOpen,
    /// More is owed than was known when it was measured.
    #[error("more is owed than was known")]
    Changed,
    /// The calculations cannot be read.
    #[error(transparent)]
    Wages(#[from] WagesError),
    /// What was agreed cannot be followed.
    #[error(transparent)]
    Pay(#[from] PayError),
    /// A day of hers comes near, and nobody has seen to it.
    #[error("a clock runs against her")]
    ClockRuns,
    /// An instalment is due still.
    #[error("an instalment waits")]
    PayWaits,
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

async fn waiting_row(desk: &Desk, complaint: Uuid) -> Result<Option<closing::Model>, DbErr> {
    closing::Entity::find()
        .filter(closing::Column::Place.eq(complaint.to_string()))
        .one(desk.site.house.reader())
        .await
}

/// Whether one waits.
pub(crate) async fn is_waiting(desk: &Desk, complaint: Uuid) -> Result<bool, DbErr> {
    Ok(waiting_row(desk, complaint).await?.is_some())
}

/// Who proposed how the complaint was closed last.
pub(crate) async fn proposed_by(desk: &Desk, complaint: Uuid) -> Result<Option<Uuid>, DbErr> {
    let last = closing::Entity::find()
        .filter(closing::Column::ComplaintId.eq(complaint))
        .order_by_desc(closing::Column::ProposedAt)
        .order_by_desc(closing::Column::Id)
        .one(desk.site.house.reader())
        .await?;
    Ok(last.and_then(|row| row.proposed_by))
}

/// The change that ends the waiting.
fn end(unit: &Uow, id: Uuid, by: Option<Uuid>, decision: &str) -> UpdateMany<closing::Entity> {
    closing::Entity::update_many()
        .col_expr(closing::Column::Place, Expr::value(id.to_string()))
        .col_expr(closing::Column::DecidedAt, Expr::value(Some(unit.now())))
        .col_expr(closing::Column::DecidedBy, Expr::value(by))
        .col_expr(closing::Column::Decision, Expr::value(Some(decision.to_owned())))
        .filter(closing::Column::Id.eq(id))
        .filter(closing::Column::DecidedAt.is_null())
}

/// A complaint that is closed in another way leaves none waiting.
pub(crate) async fn drop_waiting(unit: &mut Uow, complaint: Uuid) -> Result<(), DbErr> {
    let waiting = closing::Entity::find()
        .filter(closing::Column::Place.eq(complaint.to_string()))
        .one(unit.reader())
        .await?;
    if let Some(row) = waiting {
        let query = end(unit, row.id, None, "dropped");
        unit.update(query);
    }
    Ok(())
}

/// The closing that waits, opened: an entry of the audit.
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
    let (key, proof) =
        to_read::<SettlementError>(desk, actor, complaint.id, "complaint.read-settlement").await?;
    let opened = |field: &str, sealed: Option<Vec<u8>>| -> Result<Option<String>, OpenError> {
        sealed.map(|sealed| house.open(&proof, &key, field, &sealed)).transpose()
    };
    let broken = |_: serde_json::Error| OpenError::Broken;
    let terms =
        opened(TERMS, row.terms)?.map(|text| serde_json::from_str(&text).map_err(broken)).transpose()?;
    let content =
        opened(CONTENT, row.content)?.map(|text| serde_json::from_str(&text).map_err(broken)).transpose()?;
    let translated = match row.text_id {
        Some(text) => {
            let own = one_language(desk, actor, complaint, text).await?;
            own || is_translated(desk, text, &complaint.language).await?
        }
        None => true,
    };
    Ok(Some(Waiting {
        id: row.id,
        outcome: row.outcome,
        because: row.reason,
        second: row.second,
        terms,
        content: content.unwrap_or_default(),
        text: row.text_id,
        translated,
        at: row.proposed_at,
        by: row.proposed_by,
    }))
}

/// Whether what she is told was written in her own language.
async fn one_language(
    desk: &Desk,
    actor: &Actor,
    complaint: &Summary,
    text: Uuid,
) -> Result<bool, SettlementError> {
    let opened = open(desk, actor, complaint.reference, "closing").await?;
    Ok(opened.texts.iter().any(|one| one.id == text && one.language == complaint.language))
}

/// Whether this account may approve or refuse it: a supervisor of the office who did not propose it.
#[must_use]
pub fn may_decide_settlement(actor: &Actor, complaint: &Summary, proposed_by: Option<Uuid>) -> bool {
    let reaches = judge(actor, Action::ApproveSettlement)
        .is_ok_and(|scope| scope.covers(complaint.office.as_deref(), None, false, false));
    reaches && actor.account().is_some() && actor.account() != proposed_by
}

/// Approves a closing, which carries it out; or refuses it, which leaves the complaint open. Refusing needs words.
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
    let waiting = waiting_settlement(desk, actor, &complaint).await?.filter(|waiting| waiting.second);
    let waiting = waiting.ok_or(SettlementError::Nothing)?;
    if !may_decide_settlement(actor, &complaint, waiting.by) {
        return Err(SettlementError::SamePerson);
    }
    if !approve && Reason::parse(note).is_err() {
        return Err(SettlementError::Empty);
    }
    let decision = if approve { "approved" } else { "refused" };
    if approve {
        return carry_out(desk, actor, &complaint, &waiting, note).await;
    }
    leave_open(desk, actor, &complaint, &waiting, decision, note).await
}

/// Carries out a closing that waited for nothing but the translation of what she is told.
///
/// # Errors
/// [`SettlementError`].
pub async fn complete_closing(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
) -> Result<(), SettlementError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    let complaint = summary(desk, &scope, reference).await?;
    let waiting = waiting_settlement(desk, actor, &complaint).await?.ok_or(SettlementError::Nothing)?;
    if waiting.second {
        return Err(SettlementError::Second);
    }
    carry_out(desk, actor, &complaint, &waiting, "").await
}

/// Whoever proposed a closing takes it back.
///
/// # Errors
/// [`SettlementError`].
pub async fn take_back_closing(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
) -> Result<(), SettlementError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    let complaint = summary(desk, &scope, reference).await?;
    let waiting = waiting_settlement(desk, actor, &complaint).await?.ok_or(SettlementError::Nothing)?;
    if actor.account().is_none() || actor.account() != waiting.by {
        return Err(SettlementError::SamePerson);
    }
    leave_open(desk, actor, &complaint, &waiting, "taken-back", "").await
}

/// Ends the waiting and leaves the complaint open.
async fn leave_open(
    desk: &Desk,
    actor: &Actor,
    complaint: &Summary,
    waiting: &Waiting,
    decision: &str,
    note: &str,
) -> Result<(), SettlementError> {
    if note.len() > haqqi_complaints::LONGEST_TEXT {
        return Err(SettlementError::TooLong);
    }
    let house = &desk.site.house;
    let key = house.subject_key(complaint.id).await?;
    let mut unit = house.unit(actor.clone());
    let query = end(&unit, waiting.id, actor.account(), decision);
    unit.update_one(query);
    add_note(desk, &mut unit, complaint.id, &key, note);
    finish_items(&mut unit, complaint.id, ItemKind::SettlementToApprove);
    meet_deadline(&mut unit, complaint.id, CLOCK).await?;
    decided(&mut unit, complaint, decision);
    unit.commit().await?;
    Ok(())
}

/// Closes the complaint by what was proposed, unless something has come between.
async fn carry_out(
    desk: &Desk,
    actor: &Actor,
    complaint: &Summary,
    waiting: &Waiting,
    note: &str,
) -> Result<(), SettlementError> {
    if note.len() > haqqi_complaints::LONGEST_TEXT {
        return Err(SettlementError::TooLong);
    }
    if !waiting.translated {
        return Err(SettlementError::Untranslated);
    }
    // What came up since it was proposed stands in its way as it would have then.
    match in_the_way(desk, actor, complaint).await? {
        Some(InTheWay::Withdrawal) => return Err(SettlementError::WithdrawalOpen),
        Some(InTheWay::Flag) => return Err(SettlementError::FlagOpen),
        Some(InTheWay::Clock(_)) => return Err(SettlementError::ClockRuns),
        None => {}
    }
    if is_due(desk, complaint.id).await? {
        return Err(SettlementError::PayWaits);
    }
    let opened = open(desk, actor, complaint.reference, "closing").await?;
    if let Some(terms) = &waiting.terms {
        let (highest, _) = highest_saved(desk, actor, complaint.id, &opened.claims).await?;
        let highest = highest.map(|one| one.calculation.least);
        let claimed = Some(missing_in_all(&opened.claims)).filter(|sum| *sum > 0);
        if highest > terms.computed || claimed > terms.claimed {
            return Err(SettlementError::Changed);
        }
    }
    let house = &desk.site.house;
    let key = house.subject_key(complaint.id).await?;
    let mut unit = house.unit(actor.clone());
    let decision = if waiting.second { "approved" } else { "enough" };
    let query = end(&unit, waiting.id, actor.account(), decision);
    unit.update_one(query);
    add_note(desk, &mut unit, complaint.id, &key, note);
    if !close_row(&mut unit, complaint, &waiting.outcome) {
        return Err(SettlementError::State);
    }
    // This ends the second person's work and clock with all others.
    finish_work(desk, &mut unit, complaint.id).await?;
    if waiting.outcome == UNVERIFIED {
        let amount = waiting.terms.as_ref().map(|terms| terms.amount);
        look_again(desk, &mut unit, complaint, &key, amount).await?;
    }
    if let Some(text) = waiting.text {
        send_answer(&mut unit, text);
        tell_news(desk, &mut unit, &key, complaint, &opened.contact, &format!("{text}:closed"));
    }
    decided(&mut unit, complaint, decision);
    unit.commit().await?;
    Ok(())
}

fn decided(unit: &mut Uow, complaint: &Summary, decision: &str) {
    unit.audit(
        Audit::write("complaint.decide-settlement", SubjectKind::Complaint, complaint.id).purpose(decision),
    );
    unit.event(
        Event::new(SubjectKind::Complaint, complaint.id, "complaint.closing-decided")
            .change("proposed", decision)
            .office(complaint.office.as_deref()),
    );
}
