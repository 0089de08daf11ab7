//! Sessions of mediation: planned by the officer with a mediator and the parties, held by the mediator, with minutes and
//! terms sealed. Barred as `safeguards.md` 10 says, when it is planned and again when it is held; only her own private
//! request, approved by a supervisor, goes past that ([`crate::joint`]). The mediator sees the matter, never her words,
//! her contact, a flag or who else looked.

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_accounts::{Directory, StaffView};
use haqqi_complaints::{Desk, LONGEST_TEXT, ReadError, State, Summary, summary, summary_of, workplaces_of};
use haqqi_kernel::{
    Action, Actor, Audit, CommitError, Event, House, OpenError, Reach, Reference, Role, Scope, SubjectKind,
    Tells, judge,
};
use haqqi_worklist::{About, ItemKind, NewItem, finish_items, open_item};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

use crate::audited::to_read;
use crate::bars::{Bar, bars};
use crate::entity::mediation;
use crate::pay::{NewInstalment, PayError, keep_agreed};
use crate::retaliation::employer_contacted;

mod model;
mod tied;
pub use model::{Came, Party, Session, SessionState};
pub(crate) use tied::{leave_sessions, move_sessions};

/// The field under which minutes are sealed.
const MINUTES: &str = "casework.minutes";
/// The field under which terms are sealed.
const TERMS: &str = "casework.mediation-terms";
/// How far ahead a session may be planned.
const LONGEST: TimeDelta = TimeDelta::days(60);

/// A session to be planned.
#[derive(Debug, Clone)]
pub struct PlanSession {
    /// When.
    pub at: DateTime<Utc>,
    /// Who holds it.
    pub mediator: Uuid,
    /// Who comes; both sides among them.
    pub parties: Vec<Party>,
}

/// What came of a session.
#[derive(Debug, Clone)]
pub struct HeldSession {
    /// What.
    pub came: Came,
    /// The minutes.
    pub minutes: String,
    /// The terms, where they agreed.
    pub terms: String,
    /// The pay that was agreed, by instalments.
    pub pay: Vec<NewInstalment>,
}

/// Why it was not planned or written.
#[derive(Debug, thiserror::Error)]
pub enum MediationError {
    /// The complaint cannot be reached.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// No session of this number, or it was held.
    #[error("no such session")]
    Nothing,
    /// Barred.
    #[error("barred")]
    Barred(Vec<Bar>),
    /// It lies in the past, or more than sixty days ahead; or it is written before it began.
    #[error("not at this time")]
    Time,
    /// No mediator of the house.
    #[error("no such mediator")]
    Mediator,
    /// Both sides are needed.
    #[error("both sides are needed")]
    Parties,
    /// Minutes are needed, and terms where they agreed.
    #[error("minutes are needed")]
    Empty,
    /// Longer than 64 KiB.
    #[error("too long")]
    TooLong,
    /// Nobody has acknowledged it yet, or it is closed.
    #[error("not in this state")]
    State,
    /// The pay that was agreed cannot be.
    #[error(transparent)]
    Pay(#[from] PayError),
    /// Something sealed does not open.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

async fn rows_of(house: &House, complaint: Uuid) -> Result<Vec<mediation::Model>, DbErr> {
    mediation::Entity::find()
        .filter(mediation::Column::ComplaintId.eq(complaint))
        .order_by_asc(mediation::Column::Number)
        .all(house.reader())
        .await
}

/// Plans a session.
///
/// # Errors
/// [`MediationError`]; then nothing was written.
pub async fn plan_session(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    new: &PlanSession,
) -> Result<(), MediationError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    let complaint = summary(desk, &scope, reference).await?;
    if matches!(complaint.state, State::Received | State::Closed) {
        return Err(MediationError::State);
    }
    let found = bars(desk, actor, &complaint).await?;
    if !found.is_empty() {
        return Err(MediationError::Barred(found));
    }
    let house = &desk.site.house;
    let now = house.now();
    if new.at <= now || new.at > now + LONGEST {
        return Err(MediationError::Time);
    }
    if ![Party::Worker, Party::Employer].iter().all(|side| new.parties.contains(side)) {
        return Err(MediationError::Parties);
    }
    if mediators(house, &complaint).await?.iter().all(|(id, _)| *id != new.mediator) {
        return Err(MediationError::Mediator);
    }
    let before = rows_of(house, complaint.id).await?;
    let number = before.last().map_or(0, |row| row.number).saturating_add(1);
    let mut unit = house.unit(actor.clone());
    let (id, by) = (unit.id(), actor.account());
    let parties: Vec<&str> = new.parties.iter().map(|party| party.code()).collect();
    unit.insert(mediation::ActiveModel {
        id: Set(id),
        complaint_id: Set(complaint.id),
        number: Set(number),
        place: Set(format!("{}:{number}", complaint.id)),
        at: Set(new.at),
        mediator: Set(new.mediator),
        parties: Set(parties.join(" ")),
        state: Set(SessionState::Planned.code().to_owned()),
        minutes: Set(None),
        terms: Set(None),
        planned_at: Set(now),
        planned_by: Set(by),
        held_at: Set(None),
        held_by: Set(None),
        version: Set(1),
    });
    open_item(
        &mut unit,
        NewItem {
            office: complaint.office.clone(),
            assignee: Some(new.mediator),
            role: Some(Role::Mediator),
            language: Some(complaint.language.clone()),
            place: complaint.governorate.clone(),
            label: Some(complaint.kind.clone()),
            ..NewItem::new(
                ItemKind::MediationToHold,
                SubjectKind::Complaint,
                complaint.id,
                About::Complaint(complaint.id),
                complaint.reference,
                new.at,
            )
        },
    );
    unit.audit(Audit::write("complaint.plan-mediation", SubjectKind::Complaint, complaint.id));
    unit.event(
        Event::new(SubjectKind::Complaint, complaint.id, "complaint.mediation-planned")
            .office(complaint.office.as_deref()),
    );
    unit.commit().await?;
    Ok(())
}

/// Who may hold a session about this workplace: id and name. Nobody who has a tie to it.
///
/// # Errors
/// The database's error.
pub async fn mediators(house: &House, complaint: &Summary) -> Result<Vec<(Uuid, String)>, DbErr> {
    let people = Directory::new(house.clone()).with_role(Role::Mediator, None).await?;
    let workplaces = workplaces_of(house, complaint.id, complaint.establishment).await?;
    let free = |person: &StaffView| !workplaces.iter().any(|about| person.ties.contains(about));
    Ok(people.into_iter().filter(free).map(|person| (person.id, person.name)).collect())
}

/// Sessions that the scope of [`Action::HoldMediation`] reaches.
fn held_by(scope: &Scope) -> Condition {
    scope.condition(Tells::of(mediation::Column::ComplaintId), |reach| match reach {
        Reach::Assigned(id) => Some(Condition::all().add(mediation::Column::Mediator.eq(*id))),
        _ => None,
    })
}

/// The complaint whose planned session this actor holds, coded side only: it is reached through the session alone.
async fn of_mediator(desk: &Desk, actor: &Actor, reference: Reference) -> Result<Summary, MediationError> {
    let scope = judge(actor, Action::HoldMediation).map_err(|_| ReadError::NotFound)?;
    // The house finds the row; the condition on the sessions says whether this person may know it.
    let all = judge(&Actor::System, Action::ReadComplaint).map_err(|_| ReadError::NotFound)?;
    let complaint = summary(desk, &all, reference).await?;
    let own = mediation::Entity::find()
        .filter(mediation::Column::ComplaintId.eq(complaint.id))
        .filter(held_by(&scope))
        .one(desk.site.house.reader())
        .await?;
    if own.is_none() { Err(ReadError::NotFound.into()) } else { Ok(complaint) }
}

/// The complaint and its sessions, for who works on it or holds one. A mediator sees only his own sessions. Reading
/// minutes is an entry of the audit.
///
/// # Errors
/// [`MediationError`].
pub async fn sessions(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
) -> Result<(Summary, Vec<Session>), MediationError> {
    let works = judge(actor, Action::WorkComplaint).ok();
    let complaint = match &works {
        Some(scope) => summary(desk, scope, reference).await?,
        None => of_mediator(desk, actor, reference).await?,
    };
    let house = &desk.site.house;
    let mut rows = rows_of(house, complaint.id).await?;
    if works.is_none() {
        rows.retain(|row| Some(row.mediator) == actor.account());
    }
    let (key, proof) =
        to_read::<MediationError>(desk, actor, complaint.id, "complaint.read-mediation").await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.mediator).collect();
    let names = Directory::new(house.clone()).names(&ids).await?;
    let opened = |row: mediation::Model| -> Result<Session, OpenError> {
        let words = |field: &str, sealed: &Option<Vec<u8>>| {
            sealed.as_ref().map(|sealed| house.open(&proof, &key, field, sealed)).transpose()
        };
        Ok(Session {
            number: row.number,
            at: row.at,
            mediator: names.get(&row.mediator).cloned().unwrap_or_default(),
            parties: row.parties.split(' ').filter_map(Party::from_code).collect(),
            state: SessionState::from_code(&row.state).ok_or(OpenError::Broken)?,
            minutes: words(MINUTES, &row.minutes)?.unwrap_or_default(),
            terms: words(TERMS, &row.terms)?.unwrap_or_default(),
            id: row.id,
            version: row.version,
        })
    };
    let sessions = rows.into_iter().map(opened).collect::<Result<_, _>>()?;
    Ok((complaint, sessions))
}

/// Writes what came of a session: by its mediator.
///
/// # Errors
/// [`MediationError`]; then nothing was written.
pub async fn hold_session(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    number: i32,
    held: &HeldSession,
) -> Result<(), MediationError> {
    let complaint = of_mediator(desk, actor, reference).await?;
    if matches!(complaint.state, State::Received | State::Closed) {
        return Err(MediationError::State);
    }
    let (_, all) = sessions(desk, actor, reference).await?;
    let one = all.into_iter().find(|one| one.number == number && one.state == SessionState::Planned);
    let one = one.ok_or(MediationError::Nothing)?;
    let house = &desk.site.house;
    let agreed = held.came == Came::Agreed;
    let took_place = held.came != Came::NotHeld;
    // What has come up since it was planned bars it too; that it was not held can always be written.
    let found = bars(desk, &Actor::System, &complaint).await?;
    if took_place && !found.is_empty() {
        return Err(MediationError::Barred(found));
    }
    if took_place && one.at > house.now() {
        return Err(MediationError::Time);
    }
    let (minutes, terms) = (held.minutes.trim(), held.terms.trim());
    if minutes.is_empty() || (agreed && terms.is_empty()) {
        return Err(MediationError::Empty);
    }
    if minutes.len() > LONGEST_TEXT || terms.len() > LONGEST_TEXT {
        return Err(MediationError::TooLong);
    }
    let key = house.subject_key(complaint.id).await?;
    let mut unit = house.unit(actor.clone());
    let minutes = unit.seal(&key, MINUTES, minutes);
    let terms = agreed.then(|| unit.seal(&key, TERMS, terms));
    unit.update_one(
        mediation::Entity::update_many()
            .col_expr(mediation::Column::State, Expr::value(held.came.state().code()))
            .col_expr(mediation::Column::Minutes, Expr::value(Some(minutes)))
            .col_expr(mediation::Column::Terms, Expr::value(terms))
            .col_expr(mediation::Column::HeldAt, Expr::value(Some(unit.now())))
            .col_expr(mediation::Column::HeldBy, Expr::value(actor.account()))
            .col_expr(mediation::Column::Version, Expr::value(one.version + 1))
            .filter(mediation::Column::Id.eq(one.id))
            .filter(mediation::Column::Version.eq(one.version)),
    );
    if agreed && !held.pay.is_empty() {
        keep_agreed(desk, &mut unit, &complaint, &key, &held.pay).await?;
    }
    finish_items(&mut unit, complaint.id, ItemKind::MediationToHold);
    if took_place {
        employer_contacted(desk, &mut unit, &complaint).await?;
    }
    unit.audit(
        Audit::write("complaint.hold-mediation", SubjectKind::Complaint, complaint.id)
            .purpose(held.came.state().code()),
    );
    unit.event(
        Event::new(SubjectKind::Complaint, complaint.id, "complaint.mediation-held")
            .office(complaint.office.as_deref())
            .dim("result", held.came.state().code()),
    );
    unit.commit().await?;
    Ok(())
}

/// Notes whether what was agreed was kept.
///
/// # Errors
/// [`MediationError`]; then nothing was written.
pub async fn note_kept(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    number: i32,
    kept: bool,
) -> Result<(), MediationError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    let complaint = summary(desk, &scope, reference).await?;
    let row = rows_of(&desk.site.house, complaint.id).await?.into_iter().find(|row| row.number == number);
    let row = row.filter(|row| SessionState::from_code(&row.state).is_some_and(SessionState::was_agreed));
    let row = row.ok_or(MediationError::Nothing)?;
    let state = if kept { SessionState::Kept } else { SessionState::Broken };
    let mut unit = desk.site.house.unit(actor.clone());
    unit.update_one(
        mediation::Entity::update_many()
            .col_expr(mediation::Column::State, Expr::value(state.code()))
            .col_expr(mediation::Column::Version, Expr::value(row.version + 1))
            .filter(mediation::Column::Id.eq(row.id))
            .filter(mediation::Column::Version.eq(row.version)),
    );
    unit.audit(
        Audit::write("complaint.agreement-kept", SubjectKind::Complaint, complaint.id).purpose(state.code()),
    );
    unit.event(
        Event::new(SubjectKind::Complaint, complaint.id, "complaint.agreement-kept")
            .change(row.state, state.code())
            .office(complaint.office.as_deref()),
    );
    unit.commit().await?;
    Ok(())
}

/// The sessions that a mediator is to hold, the next first: complaint, number, when.
///
/// # Errors
/// [`MediationError`].
pub async fn sessions_to_hold(
    desk: &Desk,
    actor: &Actor,
) -> Result<Vec<(Summary, DateTime<Utc>)>, MediationError> {
    let scope = judge(actor, Action::HoldMediation).map_err(|_| ReadError::NotFound)?;
    let rows = mediation::Entity::find()
        .filter(held_by(&scope))
        .filter(mediation::Column::State.eq(SessionState::Planned.code()))
        .order_by_asc(mediation::Column::At)
        .limit(200)
        .all(desk.site.house.reader())
        .await?;
    let all = judge(&Actor::System, Action::ReadComplaint).map_err(|_| ReadError::NotFound)?;
    let mut found = Vec::with_capacity(rows.len());
    for row in rows {
        found.push((summary_of(desk, &all, row.complaint_id).await?, row.at));
    }
    Ok(found)
}
