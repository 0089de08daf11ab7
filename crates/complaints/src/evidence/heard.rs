//! What was spoken is assessed once somebody has written down what he heard: danger that is spoken is danger all the same.

use haqqi_kernel::{SubjectKey, Uow};
use haqqi_screening::{Level, flagged_up_to};
use uuid::Uuid;

use super::EvidenceError;
use crate::entity::complaint;
use crate::write_back::{NewWork, Told, assess_in, make_urgent, open_work};
use crate::{Desk, store};

/// Assesses the written words of a spoken text, within the unit that writes them down.
///
/// # Errors
/// [`EvidenceError`]; then the unit must be dropped.
pub async fn assess_heard(
    desk: &Desk,
    unit: &mut Uow,
    complaint: Uuid,
    key: &SubjectKey,
    heard: (Uuid, &str, &str),
) -> Result<(), EvidenceError> {
    let (text, language, body) = heard;
    let house = &desk.site.house;
    let row: complaint::Model = store::of_case(house, complaint).await?.ok_or(EvidenceError::NotFound)?;
    let reference = row.reference.parse().map_err(|_| EvidenceError::NotFound)?;
    let flagged = flagged_up_to(&desk.screening, complaint).await?;
    let told = Told { text, body, danger: false, flagged };
    let found = assess_in(desk, unit, reference, &row, key, language, &told)?;
    if found.urgent {
        make_urgent(unit, &row);
    }
    let flags = found.level.is_some_and(|level| level > Level::LookCloser);
    if found.urgent || (flags && row.acknowledged_at.is_some()) {
        open_work(desk, unit, reference, &row, &NewWork::of(&found)).await?;
    }
    Ok(())
}
