//! What an officer makes of two complaints that are alike. Nothing is deleted and nothing moves from one to the other:
//! of one person's two, the one is kept and the other may be closed as `duplicate`, with its own code still good.

use haqqi_complaints::{Desk, ReadError, Summary, TogetherError, put_together, related, summary};
use haqqi_kernel::{Action, Actor, Audit, CommitError, Event, Reference, SubjectKind, judge};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};

use super::find::{Common, common, write};
use super::pair::{KnownBy, PairState, kept_of, may_meet, ordered, pair_of};
use crate::entity::complaint_pair::{Column, Entity};

/// The answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PairAnswer {
    /// One person told twice: which of the two goes on, and how that is known.
    SamePerson {
        /// The one that is kept.
        kept: Reference,
        /// How it is known.
        known_by: KnownBy,
    },
    /// Two people of one workplace: they are put together.
    SameWorkplace,
    /// Nothing to do with each other: it is not suggested again.
    Different,
}

/// Why it was not noted.
#[derive(Debug, thiserror::Error)]
pub enum PairError {
    /// One of them cannot be reached.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// They are the same one, or of kinds that never stand beside each other.
    #[error("these do not belong together")]
    Apart,
    /// What was filed for several is several people's.
    #[error("they were filed for several people")]
    Group,
    /// The one to be kept is itself one person's second complaint, or is none of the two.
    #[error("another is kept already")]
    Kept,
    /// One of them is closed as a duplicate already.
    #[error("closed as a duplicate")]
    Closed,
    /// Somebody changed it in the meantime.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

impl From<TogetherError> for PairError {
    fn from(error: TogetherError) -> Self {
        match error {
            TogetherError::Read(error) => Self::Read(error),
            TogetherError::Db(error) => Self::Db(error),
            TogetherError::Commit(error) => Self::Commit(error),
            _ => Self::Apart,
        }
    }
}

/// Notes what two complaints are to each other.
///
/// # Errors
/// [`PairError`]; then nothing was written.
pub async fn decide_pair(
    desk: &Desk,
    actor: &Actor,
    one: Reference,
    other: Reference,
    answer: PairAnswer,
) -> Result<(), PairError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    let (one, other) = (summary(desk, &scope, one).await?, summary(desk, &scope, other).await?);
    if !may_meet(&desk.site.pack, &one, &other) {
        return Err(PairError::Apart);
    }
    if [&one, &other].iter().any(|complaint| complaint.outcome.as_deref() == Some("duplicate")) {
        return Err(PairError::Closed);
    }
    let house = &desk.site.house;
    let (state, kept, known_by) = match answer {
        PairAnswer::SamePerson { kept, known_by } => {
            let kept = kept_one(desk, &scope, (&one, &other), kept).await?;
            (PairState::SamePerson, Some(kept.id), Some(known_by))
        }
        PairAnswer::SameWorkplace => {
            // A unit of its own: putting together what is together already changes nothing.
            put_together(desk, actor, one.reference, other.reference).await?;
            (PairState::SameWorkplace, None, None)
        }
        PairAnswer::Different => (PairState::Different, None, None),
    };
    let before = pair_of(house, one.id, other.id).await?;
    let mut unit = house.unit(actor.clone());
    if before.is_none() {
        let days = (one.received_at - other.received_at).num_days().abs();
        let nothing = Common { phone: false, employer_phone: false, workplace: None, words: 0, days };
        write(&mut unit, one.id, other.id, &common(&one, &other, None).unwrap_or(nothing));
    }
    let (first, second) = ordered(one.id, other.id);
    let version = before.as_ref().map_or(1, |pair| pair.version);
    unit.update_one(
        Entity::update_many()
            .col_expr(Column::State, Expr::value(state.code()))
            .col_expr(Column::DecidedAt, Expr::value(Some(unit.now())))
            .col_expr(Column::DecidedBy, Expr::value(actor.account()))
            .col_expr(Column::KeptId, Expr::value(kept))
            .col_expr(Column::KnownBy, Expr::value(known_by.map(KnownBy::code)))
            .col_expr(Column::Version, Expr::col(Column::Version).add(1))
            .filter(Column::FirstId.eq(first))
            .filter(Column::SecondId.eq(second))
            .filter(Column::Version.eq(version)),
    );
    for complaint in [&one, &other] {
        unit.audit(
            Audit::write("complaint.compare", SubjectKind::Complaint, complaint.id).purpose(state.code()),
        );
        unit.event(
            Event::new(SubjectKind::Complaint, complaint.id, "complaint.compared")
                .change("", state.code())
                .office(complaint.office.as_deref()),
        );
    }
    unit.commit().await?;
    Ok(())
}

/// The one of the two that goes on, if it may.
async fn kept_one<'a>(
    desk: &Desk,
    scope: &haqqi_kernel::Scope,
    (one, other): (&'a Summary, &'a Summary),
    kept: Reference,
) -> Result<&'a Summary, PairError> {
    let grouped = related(desk, scope, one.id).await?;
    if grouped.iter().any(|in_group| in_group.id == other.id) {
        return Err(PairError::Group);
    }
    let kept = [one, other].into_iter().find(|one| one.reference == kept).ok_or(PairError::Kept)?;
    // One that gives way to a third cannot be what another gives way to.
    match kept_of(&desk.site.house, kept.id).await? {
        Some(third) if third != one.id && third != other.id => Err(PairError::Kept),
        _ => Ok(kept),
    }
}
