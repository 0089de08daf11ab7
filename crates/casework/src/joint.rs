//! Her own request for a joint session or for contact with the employer where that is barred: noted with the talk in
//! private in which she asked, and approved or refused by a supervisor who did not note it (`safeguards.md` 10).

use chrono::{DateTime, Utc};
use haqqi_complaints::{Desk, LONGEST_TEXT, ReadError, Summary, add_note, open_next, summary};
use haqqi_kernel::{
    Action, Actor, Audit, CommitError, Event, OpenError, Reason, Reference, SubjectKind, judge,
};
use haqqi_worklist::{DeadlineError, ItemKind, UnknownClock, finish_items, meet_deadline};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, Set};
use uuid::Uuid;

use crate::audited::to_read;
use crate::calls::last_alone;
use crate::entity::joint_request;

/// The field under which her words are sealed.
const FIELD: &str = "casework.joint";

/// The clock of the supervisor.
pub(crate) const JOINT: &str = "joint-approved";

/// Her request, opened.
#[derive(Debug, Clone)]
pub struct JointRequest {
    /// When it was noted.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: Option<Uuid>,
    /// What she asked for, in the words of who noted it.
    pub words: String,
    /// `approved` or `refused`; absent while it waits.
    pub decision: Option<String>,
    id: Uuid,
}

/// Why it was not noted or decided.
#[derive(Debug, thiserror::Error)]
pub enum JointError {
    /// The complaint cannot be reached.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// Nobody has spoken with her in private.
    #[error("not met alone")]
    NotMet,
    /// Words are needed.
    #[error("say what she asked for")]
    Empty,
    /// Longer than 64 KiB.
    #[error("too long")]
    TooLong,
    /// One waits already.
    #[error("one waits")]
    Already,
    /// None waits.
    #[error("none waits")]
    Nothing,
    /// Whoever noted it does not approve it.
    #[error("another person must decide")]
    SamePerson,
    /// The complaint is closed.
    #[error("not in this state")]
    State,
    /// The pack lacks a clock.
    #[error(transparent)]
    Clock(#[from] UnknownClock),
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

async fn last(desk: &Desk, complaint: Uuid) -> Result<Option<joint_request::Model>, DbErr> {
    joint_request::Entity::find()
        .filter(joint_request::Column::ComplaintId.eq(complaint))
        .order_by_desc(joint_request::Column::AskedAt)
        .order_by_desc(joint_request::Column::Id)
        .one(desk.site.house.reader())
        .await
}

/// When a supervisor approved that she asked for it, if one did: the last request counts.
pub(crate) async fn approved_at(desk: &Desk, complaint: Uuid) -> Result<Option<DateTime<Utc>>, DbErr> {
    let row = last(desk, complaint).await?;
    Ok(row.filter(|row| row.decision.as_deref() == Some("approved")).and_then(|row| row.decided_at))
}

/// When it was noted, from a talk alone, that she asks for it or agrees to it, if nobody has refused that.
pub(crate) async fn agreed_at(desk: &Desk, complaint: Uuid) -> Result<Option<DateTime<Utc>>, DbErr> {
    let row = last(desk, complaint).await?;
    Ok(row.filter(|row| row.decision.as_deref() != Some("refused")).map(|row| row.asked_at))
}

/// Her last request, opened: an entry of the audit.
///
/// # Errors
/// [`JointError`].
pub async fn joint_request(
    desk: &Desk,
    actor: &Actor,
    complaint: &Summary,
) -> Result<Option<JointRequest>, JointError> {
    judge(actor, Action::ReadComplaint).map_err(|_| ReadError::NotFound)?;
    let Some(row) = last(desk, complaint.id).await? else { return Ok(None) };
    let house = &desk.site.house;
    let (key, proof) = to_read::<JointError>(desk, actor, complaint.id, "complaint.read-joint").await?;
    let words = house.open(&proof, &key, FIELD, &row.words)?;
    Ok(Some(JointRequest { id: row.id, at: row.asked_at, by: row.asked_by, words, decision: row.decision }))
}

/// Notes that she asked for it, in private.
///
/// # Errors
/// [`JointError`]; then nothing was written.
pub async fn ask_joint(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    words: &str,
) -> Result<(), JointError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    let complaint = summary(desk, &scope, reference).await?;
    if words.len() > LONGEST_TEXT {
        return Err(JointError::TooLong);
    }
    let words = Reason::parse(words).map_err(|_| JointError::Empty)?;
    if complaint.acknowledged_at.is_none() || complaint.closed_at.is_some() {
        return Err(JointError::State);
    }
    let (contact, _) = last_alone(desk, complaint.id).await?.ok_or(JointError::NotMet)?;
    if last(desk, complaint.id).await?.is_some_and(|row| row.decision.is_none()) {
        return Err(JointError::Already);
    }
    let house = &desk.site.house;
    let key = house.subject_key(complaint.id).await?;
    let mut unit = house.unit(actor.clone());
    let sealed = unit.seal(&key, FIELD, words.as_str());
    let (id, now) = (unit.id(), unit.now());
    unit.insert(joint_request::ActiveModel {
        id: Set(id),
        complaint_id: Set(complaint.id),
        place: Set(complaint.id.to_string()),
        contact_id: Set(contact),
        words: Set(sealed),
        asked_at: Set(now),
        asked_by: Set(actor.account()),
        decided_at: Set(None),
        decided_by: Set(None),
        decision: Set(None),
    });
    let clock = desk.clocks().begin(JOINT, now, complaint.office.as_deref())?;
    open_next(&mut unit, &complaint, ItemKind::JointToApprove, &clock, None);
    unit.audit(Audit::write("complaint.ask-joint", SubjectKind::Complaint, complaint.id));
    unit.event(
        Event::new(SubjectKind::Complaint, complaint.id, "complaint.joint-asked")
            .office(complaint.office.as_deref()),
    );
    match unit.commit().await {
        Err(CommitError::Unique(_)) => Err(JointError::Already),
        other => Ok(other.map(|_| ())?),
    }
}

/// Approves or refuses it.
///
/// # Errors
/// [`JointError`]; then nothing was written.
pub async fn decide_joint(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    approve: bool,
    note: &str,
) -> Result<(), JointError> {
    let scope = judge(actor, Action::ApproveSettlement).map_err(|_| ReadError::NotFound)?;
    let complaint = summary(desk, &scope, reference).await?;
    let asked = joint_request(desk, actor, &complaint).await?;
    let asked = asked.filter(|asked| asked.decision.is_none()).ok_or(JointError::Nothing)?;
    if actor.account().is_none() || actor.account() == asked.by {
        return Err(JointError::SamePerson);
    }
    if note.len() > LONGEST_TEXT {
        return Err(JointError::TooLong);
    }
    let note = Reason::parse(note).map_err(|_| JointError::Empty)?;
    let house = &desk.site.house;
    let key = house.subject_key(complaint.id).await?;
    let mut unit = house.unit(actor.clone());
    let decision = if approve { "approved" } else { "refused" };
    unit.update_one(
        joint_request::Entity::update_many()
            .col_expr(joint_request::Column::Place, Expr::value(asked.id.to_string()))
            .col_expr(joint_request::Column::DecidedAt, Expr::value(Some(unit.now())))
            .col_expr(joint_request::Column::DecidedBy, Expr::value(actor.account()))
            .col_expr(joint_request::Column::Decision, Expr::value(Some(decision.to_owned())))
            .filter(joint_request::Column::Id.eq(asked.id))
            .filter(joint_request::Column::DecidedAt.is_null()),
    );
    add_note(desk, &mut unit, complaint.id, &key, note.as_str());
    finish_items(&mut unit, complaint.id, ItemKind::JointToApprove);
    meet_deadline(&mut unit, complaint.id, JOINT).await?;
    unit.audit(
        Audit::write("complaint.decide-joint", SubjectKind::Complaint, complaint.id).purpose(decision),
    );
    unit.event(
        Event::new(SubjectKind::Complaint, complaint.id, "complaint.joint-decided")
            .change("asked", decision)
            .office(complaint.office.as_deref()),
    );
    unit.commit().await?;
    Ok(())
}
