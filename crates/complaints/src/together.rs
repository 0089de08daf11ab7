//! What belongs together: complaints of one workplace, put together by who filed or by an officer. A link that no paper,
//! no page of a filer, and no employer sees; each is read and acknowledged by itself.

use haqqi_kernel::{Action, Actor, Audit, CommitError, Event, Reference, Scope, SubjectKind, judge};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::entity::{complaint, complaint_group, group_code};
use crate::group::put_in;
use crate::open::{ReadError, Summary};
use crate::{Desk, store};

/// What belongs together with a complaint, as far as the scope reaches, newest first.
///
/// # Errors
/// [`ReadError`].
pub async fn related(desk: &Desk, scope: &Scope, complaint: Uuid) -> Result<Vec<Summary>, ReadError> {
    let house = &desk.site.house;
    let Some(own) = complaint_group::Entity::find_by_id(complaint).one(house.reader()).await? else {
        return Ok(Vec::new());
    };
    let all = complaint_group::Entity::find()
        .filter(complaint_group::Column::GroupId.eq(own.group_id))
        .filter(complaint_group::Column::ComplaintId.ne(complaint))
        .all(house.reader())
        .await?;
    let rows = complaint::Entity::find()
        .filter(complaint::Column::Id.is_in(all.into_iter().map(|row| row.complaint_id)))
        .filter(store::within(scope))
        .order_by_desc(complaint::Column::Id)
        .all(house.reader())
        .await?;
    Ok(rows.into_iter().filter_map(Summary::of).collect())
}

/// Why two complaints were not put together.
#[derive(Debug, thiserror::Error)]
pub enum TogetherError {
    /// One of them is not for this account, or they are the same.
    #[error("no such complaint")]
    NotFound,
    /// One is an employer's against a worker, or about an official.
    #[error("an employer's complaint stays by itself")]
    Apart,
    /// Reading.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
}

/// An officer puts two complaints of one workplace together: several filers, one group.
///
/// # Errors
/// [`TogetherError`]; then nothing was written.
pub async fn put_together(
    desk: &Desk,
    actor: &Actor,
    one: Reference,
    other: Reference,
) -> Result<(), TogetherError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| TogetherError::NotFound)?;
    let (one, other) =
        (crate::open::summary(desk, &scope, one).await?, crate::open::summary(desk, &scope, other).await?);
    if one.id == other.id {
        return Err(TogetherError::NotFound);
    }
    for complaint in [&one, &other] {
        if desk.site.pack.kind(&complaint.kind).is_some_and(|kind| kind.against_worker) {
            return Err(TogetherError::Apart);
        }
    }
    // What is told about an official stays beside what the same office reads (`safeguards.md` 16).
    let office =
        |complaint: &Summary| desk.site.pack.kind(&complaint.kind).and_then(|kind| kind.office.clone());
    if office(&one) != office(&other) {
        return Err(TogetherError::Apart);
    }
    let house = &desk.site.house;
    let group = |id| complaint_group::Entity::find_by_id(id).one(house.reader());
    let (of_one, of_other) = (group(one.id).await?, group(other.id).await?);
    let mut unit = house.unit(actor.clone());
    match (of_one, of_other) {
        (Some(a), Some(b)) if a.group_id == b.group_id => return Ok(()),
        (Some(a), Some(b)) => {
            unit.update(
                complaint_group::Entity::update_many()
                    .col_expr(complaint_group::Column::GroupId, Expr::value(a.group_id))
                    .filter(complaint_group::Column::GroupId.eq(b.group_id)),
            );
            // Codes that were given for the one lead to the other.
            unit.update(
                group_code::Entity::update_many()
                    .col_expr(group_code::Column::GroupId, Expr::value(a.group_id))
                    .filter(group_code::Column::GroupId.eq(b.group_id)),
            );
        }
        (Some(a), None) => put_in(&mut unit, other.id, a.group_id),
        (None, Some(b)) => put_in(&mut unit, one.id, b.group_id),
        (None, None) => {
            let group = unit.id();
            put_in(&mut unit, one.id, group);
            put_in(&mut unit, other.id, group);
        }
    }
    for complaint in [&one, &other] {
        unit.audit(Audit::write("complaint.group", SubjectKind::Complaint, complaint.id));
        unit.event(
            Event::new(SubjectKind::Complaint, complaint.id, "complaint.grouped")
                .office(complaint.office.as_deref()),
        );
    }
    unit.commit().await?;
    Ok(())
}
