//! Legal holds: what a court, a prosecutor or an audit may still need is not erased, whatever the schedule says. A hold is
//! put by one person and ended by another, and carries a day on which it is looked at again.
//!
//! Putting one writes to the complaint's own row, as erasing does: of the two, whichever is committed first wins, and the
//! other one finds that out.

use chrono::{DateTime, NaiveDate, Utc};
use haqqi_complaints::{Erasable, erasable_of, guard, guard_establishment};
use haqqi_kernel::{
    Action, Actor, Audit, CommitError, House, Reach, Reason, Reference, Scope, SubjectKind, Tells, Uow, judge,
};
use sea_orm::sea_query::{Expr, Func};
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use crate::RetentionDesk;
use crate::batch::hold_back;
use crate::entity::legal_hold::{ActiveModel, Column, Entity, Model};
use crate::model::GROUNDS;

/// Fewest and most characters of a reason.
const WORDS: std::ops::RangeInclusive<usize> = 10..=2_000;
/// At most so many in the list.
const MOST: u64 = 500;
/// The only ground that is the office's own.
const OTHER: &str = "other";
/// The longest time until a hold is looked at again.
const LONGEST: chrono::Days = chrono::Days::new(2 * 366);

/// What a hold is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    /// One complaint.
    Complaint(Uuid),
    /// Every complaint that is linked to an establishment, now and later.
    Establishment(Uuid),
}

/// A hold to be put.
#[derive(Debug, Clone)]
pub struct NewHold {
    /// On what.
    pub on: On,
    /// Its reference.
    pub reference: Reference,
    /// One of [`GROUNDS`].
    pub ground: String,
    /// Why, in words.
    pub why: String,
    /// When it is looked at again.
    pub review_on: NaiveDate,
}

/// A hold as those see it who may put one.
#[derive(Debug, Clone)]
pub struct Hold {
    /// Its id, for forms.
    pub id: Uuid,
    /// Of the complaint or the establishment.
    pub reference: String,
    /// Whether it is on all of an employer's.
    pub all: bool,
    /// One of [`GROUNDS`].
    pub ground: String,
    /// Why, in words; nothing where they were erased.
    pub why: String,
    /// When it is looked at again.
    pub review_on: NaiveDate,
    /// Whether that day has come.
    pub late: bool,
    /// When it was put.
    pub put_at: DateTime<Utc>,
    /// By whom.
    pub put_by: Uuid,
    /// When it ended.
    pub ended_at: Option<DateTime<Utc>>,
}

/// Why no hold was put or ended.
#[derive(Debug, thiserror::Error)]
pub enum HoldError {
    /// There is none, or it is not for this account.
    #[error("not found")]
    NotFound,
    /// No ground of the list.
    #[error("no such ground")]
    Ground,
    /// No reason, or too long a one.
    #[error("a reason has 10 to 2000 characters")]
    Why,
    /// The day of looking again is not to come, or too far away.
    #[error("the day must come, within two years")]
    Review,
    /// Whoever put it cannot end it.
    #[error("somebody else has to end it")]
    SamePerson,
    /// Only who reaches everything ends what a court, a prosecutor or an audit may need.
    #[error("the data-protection officer ends it")]
    Above,
    /// Somebody was faster.
    #[error("this changed in the meantime")]
    Changed,
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
}

fn on(row: &Model) -> (SubjectKind, Uuid) {
    match (row.complaint_id, row.establishment_id) {
        (Some(id), _) => (SubjectKind::Complaint, id),
        (None, id) => (SubjectKind::Establishment, id.unwrap_or_default()),
    }
}

fn within(scope: &Scope) -> Condition {
    let about = Func::coalesce(
        [Column::ComplaintId, Column::EstablishmentId].map(|one| Expr::col(one.as_column_ref())),
    );
    scope.condition(Tells::Of(about.into()), |reach| match reach {
        Reach::Offices(offices) => Some(Condition::all().add(Column::Office.is_in(offices.clone()))),
        _ => None,
    })
}

/// Whether a hold is on this complaint, or on all of its employer's.
///
/// # Errors
/// The database's error.
pub(crate) async fn is_held(house: &House, of: &Erasable) -> Result<bool, DbErr> {
    let mut any = Condition::any().add(Column::ComplaintId.eq(of.id));
    if let Some(establishment) = of.establishment {
        any = any.add(Column::EstablishmentId.eq(establishment));
    }
    Ok(Entity::find().filter(Column::EndedAt.is_null()).filter(any).count(house.reader()).await? > 0)
}

/// Puts a hold. What waits on a list for being erased leaves it.
///
/// # Errors
/// [`HoldError`]; then there is no hold.
pub async fn put_hold(desk: &RetentionDesk, actor: &Actor, new: &NewHold) -> Result<(), HoldError> {
    let house = &desk.site().house;
    let scope = judge(actor, Action::PutHold).map_err(|_| HoldError::NotFound)?;
    let own = actor.account().ok_or(HoldError::NotFound)?;
    if !GROUNDS.contains(&new.ground.as_str()) {
        return Err(HoldError::Ground);
    }
    let why =
        Reason::parse(&new.why).ok().filter(|why| WORDS.contains(&why.length())).ok_or(HoldError::Why)?;
    let today = house.now().with_timezone(&desk.site().pack.zone()).date_naive();
    if new.review_on <= today || today.checked_add_days(LONGEST).is_some_and(|last| new.review_on > last) {
        return Err(HoldError::Review);
    }
    let mut unit = house.unit(actor.clone());
    let id = unit.id();
    let (office, complaint_id, establishment_id) = match new.on {
        On::Complaint(complaint) => {
            let of = erasable_of(house, complaint).await?.ok_or(HoldError::NotFound)?;
            let tied = of.establishment.is_some_and(|about| scope.ties().contains(&about));
            if tied || !scope.covers(of.office.as_deref(), None, false, false) {
                return Err(HoldError::NotFound);
            }
            // First in the unit, as in an erasure: two that want the same rows never wait for each other.
            guard(&mut unit, &of);
            hold_back(&mut unit, complaint);
            (of.office, Some(complaint), None)
        }
        On::Establishment(establishment) => {
            // Its complaints are of several offices.
            if !scope.everything() || scope.ties().contains(&establishment) {
                return Err(HoldError::NotFound);
            }
            guard_establishment(&mut unit, establishment);
            (None, None, Some(establishment))
        }
    };
    let key = unit.new_subject(id);
    let sealed = unit.seal(&key, "hold.why", why.as_str());
    let row = Model {
        id,
        complaint_id,
        establishment_id,
        reference: new.reference.to_string(),
        office,
        ground: new.ground.clone(),
        why: Some(sealed),
        review_on: new.review_on,
        put_at: unit.now(),
        put_by: own,
        ended_at: None,
        ended_by: None,
        version: 1,
    };
    let (kind, subject) = on(&row);
    unit.insert(ActiveModel::from(row));
    unit.audit(Audit::write("hold.put", kind, subject).purpose(new.ground.clone()));
    match unit.commit().await {
        Ok(_) => Ok(()),
        Err(CommitError::Stale) => Err(HoldError::Changed),
        Err(error) => Err(error.into()),
    }
}

/// Ends a hold that somebody else put.
///
/// # Errors
/// [`HoldError`]; then the hold goes on.
pub async fn end_hold(desk: &RetentionDesk, actor: &Actor, id: Uuid) -> Result<(), HoldError> {
    let house = &desk.site().house;
    let scope = judge(actor, Action::PutHold).map_err(|_| HoldError::NotFound)?;
    let own = actor.account().ok_or(HoldError::NotFound)?;
    let row = Entity::find_by_id(id).filter(within(&scope)).one(house.reader()).await?;
    let row = row.ok_or(HoldError::NotFound)?;
    if row.ended_at.is_some() {
        return Err(HoldError::Changed);
    }
    if row.put_by == own {
        return Err(HoldError::SamePerson);
    }
    if row.ground != OTHER && !scope.everything() {
        return Err(HoldError::Above);
    }
    let mut unit = house.unit(actor.clone());
    let now = unit.now();
    unit.update_one(
        Entity::update_many()
            .col_expr(Column::EndedAt, Expr::value(Some(now)))
            .col_expr(Column::EndedBy, Expr::value(Some(own)))
            .col_expr(Column::Version, Expr::value(row.version + 1))
            .filter(Column::Id.eq(row.id))
            .filter(Column::Version.eq(row.version)),
    );
    let (kind, subject) = on(&row);
    unit.audit(Audit::write("hold.end", kind, subject));
    match unit.commit().await {
        Ok(_) => Ok(()),
        Err(CommitError::Stale) => Err(HoldError::Changed),
        Err(error) => Err(error.into()),
    }
}

/// Holds that stand and, after them, those that ended; the reasons are opened, each reading audited.
///
/// # Errors
/// [`HoldError`].
pub async fn holds(desk: &RetentionDesk, actor: &Actor) -> Result<Vec<Hold>, HoldError> {
    let house = &desk.site().house;
    let scope = judge(actor, Action::PutHold).map_err(|_| HoldError::NotFound)?;
    let mut rows = Entity::find()
        .filter(within(&scope))
        .order_by_desc(Column::Id)
        .limit(MOST)
        .all(house.reader())
        .await?;
    rows.sort_by_key(|row| (row.ended_at.is_some(), row.review_on));
    let mut unit = house.unit(actor.clone());
    for row in rows.iter().filter(|row| row.why.is_some()) {
        unit.audit(Audit::read("hold.read", SubjectKind::House, row.id));
    }
    let proof = unit.commit().await?;
    let today = house.now().with_timezone(&desk.site().pack.zone()).date_naive();
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        let why = match (&row.why, house.subject_key(row.id).await) {
            (Some(sealed), Ok(key)) => house.open(&proof, &key, "hold.why", sealed).unwrap_or_default(),
            _ => String::new(),
        };
        all.push(Hold {
            id: row.id,
            all: row.establishment_id.is_some(),
            late: row.ended_at.is_none() && row.review_on <= today,
            reference: row.reference,
            ground: row.ground,
            why,
            review_on: row.review_on,
            put_at: row.put_at,
            put_by: row.put_by,
            ended_at: row.ended_at,
        });
    }
    Ok(all)
}

/// How many holds stand, within a scope.
///
/// # Errors
/// The database's error.
pub(crate) async fn standing(house: &House, scope: &Scope) -> Result<u64, DbErr> {
    Entity::find().filter(Column::EndedAt.is_null()).filter(within(scope)).count(house.reader()).await
}

/// Erases the reasons and the reference of the holds that were on a complaint, within the unit that erases it.
///
/// # Errors
/// The database's error.
pub(crate) async fn erase_holds(unit: &mut Uow, complaint: Uuid) -> Result<(), DbErr> {
    let rows = Entity::find()
        .filter(Column::ComplaintId.eq(complaint))
        .filter(Column::Why.is_not_null())
        .all(unit.reader())
        .await?;
    for row in rows {
        unit.update(
            Entity::update_many()
                .col_expr(Column::Why, Expr::value(Option::<Vec<u8>>::None))
                .col_expr(Column::Reference, Expr::value(""))
                .filter(Column::Id.eq(row.id)),
        );
        unit.erase_subject(row.id);
    }
    Ok(())
}
