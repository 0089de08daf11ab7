//! The pay that she says is missing, for who works on her complaint, without opening anything else of it.

use haqqi_kernel::{Actor, Audit, Scope, SubjectKind};
use uuid::Uuid;

use crate::claims::WageClaim;
use crate::open::{ReadError, unsealed};
use crate::{Desk, store};

/// Opens her claims alone: the scope must reach the complaint.
///
/// # Errors
/// [`ReadError`].
pub async fn claims_for_staff(
    desk: &Desk,
    actor: &Actor,
    scope: &Scope,
    id: Uuid,
) -> Result<Vec<WageClaim>, ReadError> {
    let house = &desk.site.house;
    let row = store::by_id(house, scope, id).await?.ok_or(ReadError::NotFound)?;
    let Some(sealed) = row.claims else { return Ok(Vec::new()) };
    let key = house.subject_key(id).await?;
    let mut unit = house.unit(actor.clone());
    unit.audit(Audit::read("complaint.read-claims", SubjectKind::Complaint, id));
    let proof = unit.commit().await?;
    Ok(unsealed(Some(house.open(&proof, &key, "complaint.claims", &sealed)?))?)
}
