//! Writing the record, in parts: what is saved survives until it is finished.

use haqqi_kernel::{Action, Actor, Audit, CommitError, Reference, SubjectKind, Uow, judge};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, UpdateMany};

use crate::desk::{InspectionDesk, VisitError};
use crate::entity::visit;
use crate::found_on::{days_of, no_such_day};
use crate::look::{look_at, shows_danger};
use crate::model::{Record, RecordProblem, VisitState, check_draft};
use crate::store;

/// Why a record was not written.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    /// The visit cannot be reached, or its state does not allow it.
    #[error(transparent)]
    Visit(#[from] VisitError),
    /// This person has a conflict with the place: somebody else must go.
    #[error("a conflict of interest")]
    Conflict,
    /// What is wrong with it.
    #[error("the record is not right")]
    Record(Vec<RecordProblem>),
    /// The pack of the record's time has no checklist for it.
    #[error("no such checklist")]
    Checklist,
}

impl From<CommitError> for RecordError {
    fn from(error: CommitError) -> Self {
        Self::Visit(error.into())
    }
}

impl From<DbErr> for RecordError {
    fn from(error: DbErr) -> Self {
        Self::Visit(error.into())
    }
}

/// The visit whose record this actor may write now.
pub(crate) async fn writable(
    desk: &InspectionDesk,
    actor: &Actor,
    reference: Reference,
    version: Option<i32>,
) -> Result<visit::Model, RecordError> {
    let scope = judge(actor, Action::RecordVisit).map_err(|_| VisitError::NotFound)?;
    let Some(row) = store::visit(desk.house(), &scope, reference).await? else {
        // Who declared a tie while there is told why: another goes.
        let shut = store::shut_by_tie(desk.house(), actor, reference).await?;
        return Err(if shut { RecordError::Conflict } else { VisitError::NotFound.into() });
    };
    if !VisitState::from_code(&row.state).is_some_and(VisitState::is_open) {
        return Err(VisitError::State.into());
    }
    if version.is_some_and(|version| version != row.version) {
        return Err(CommitError::Stale.into());
    }
    Ok(row)
}

/// The change of a visit's row with its record, guarded by the version read.
pub(crate) fn with_record(
    desk: &InspectionDesk,
    unit: &Uow,
    key: &haqqi_kernel::SubjectKey,
    row: &visit::Model,
    record: &Record,
) -> UpdateMany<visit::Entity> {
    let json = serde_json::to_vec(record).unwrap_or_default();
    let sealed = key.seal("visit.record", &json, desk.house().entropy());
    visit::Entity::update_many()
        .col_expr(visit::Column::Record, Expr::value(Some(sealed)))
        .col_expr(visit::Column::BeganAt, Expr::value(Some(row.began_at.unwrap_or(unit.now()))))
        .col_expr(visit::Column::Version, Expr::value(row.version + 1))
        .filter(visit::Column::Id.eq(row.id))
        .filter(visit::Column::Version.eq(row.version))
}

/// Saves the record as far as it is written; answers the visit's new version.
///
/// # Errors
/// [`RecordError`]; then nothing was written.
pub async fn save(
    desk: &InspectionDesk,
    actor: &Actor,
    reference: Reference,
    version: Option<i32>,
    record: &Record,
) -> Result<i32, RecordError> {
    let row = writable(desk, actor, reference, version).await?;
    let checklist = desk.pack().checklist(&row.checklist).ok_or(RecordError::Checklist)?;
    let asked = desk.observations();
    let ids: Vec<&str> = asked.iter().map(|question| question.id.as_str()).collect();
    let mut wrong = check_draft(record, checklist, &row.regime, desk.pack(), &ids);
    wrong.extend(days_of(desk, &row).of(record.day).err().map(no_such_day));
    if !wrong.is_empty() {
        return Err(RecordError::Record(wrong));
    }
    let house = desk.house();
    let key = house.subject_key(row.id).await?;
    let mut unit = house.unit(actor.clone());
    unit.update_one(
        with_record(desk, &unit, &key, &row, record)
            .col_expr(visit::Column::State, Expr::value(VisitState::UnderWay.code())),
    );
    if shows_danger(&asked, record) {
        look_at(&mut unit, &row);
    }
    unit.audit(Audit::write("visit.save", SubjectKind::Visit, row.id));
    unit.commit().await?;
    Ok(row.version + 1)
}
