//! Before anything sealed of a complaint is opened, the audit says that it is read, by whom and what.

use haqqi_complaints::Desk;
use haqqi_kernel::{Actor, Audit, CommitError, Committed, SubjectKey, SubjectKind};
use sea_orm::DbErr;
use uuid::Uuid;

/// The complaint's key, and the proof that reading it under this name stands in the audit.
///
/// # Errors
/// Those of the key and of the commit; then nothing can be opened.
pub async fn to_read<E: From<DbErr> + From<CommitError>>(
    desk: &Desk,
    actor: &Actor,
    complaint: Uuid,
    action: &'static str,
) -> Result<(SubjectKey, Committed), E> {
    let house = &desk.site.house;
    let key = house.subject_key(complaint).await?;
    let mut unit = house.unit(actor.clone());
    unit.audit(Audit::read(action, SubjectKind::Complaint, complaint));
    let proof = unit.commit().await?;
    Ok((key, proof))
}
