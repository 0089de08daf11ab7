//! What an outcome needs before anything is closed with it: that she was spoken with in private, or tried on as many days
//! as the pack says; and, where another body goes on with it, a receiver and a ground that fit.

use haqqi_complaints::{Channel, Confidentiality, Desk, Summary};
use haqqi_kernel::entity::event;
use haqqi_pack::Outcome;
use haqqi_screening::{FlagState, Level, flags_of_complaint};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};

use crate::calls::{days_tried, last_alone};
use crate::close::{CloseError, Transfer};

/// Contact as the outcome needs it (`safeguards.md` 13).
pub(crate) async fn contact_made(
    desk: &Desk,
    complaint: &Summary,
    outcome: &Outcome,
) -> Result<(), CloseError> {
    if outcome.code == "unreachable" && has_indicators(desk, complaint).await? {
        return Err(CloseError::Welfare);
    }
    if outcome.attempts > 0 {
        let (tried, wanted) = (days_tried(desk, complaint).await?.len(), usize::from(outcome.attempts));
        if tried < wanted {
            return Err(CloseError::Attempts(tried, wanted));
        }
    }
    if outcome.private_contact
        && reaches_somebody(desk, complaint)
        && last_alone(desk, complaint.id).await?.is_none()
    {
        return Err(CloseError::NotMet);
    }
    Ok(())
}

/// Whether there is a worker whom one could speak with: not where she gave no name or no way to reach her and filed
/// herself, for then she comes back with her code; and not where an employer complains.
pub(crate) fn reaches_somebody(desk: &Desk, complaint: &Summary) -> bool {
    let employers = desk.site.pack.kind(&complaint.kind).is_some_and(|kind| kind.employer);
    let unknown = complaint.confidentiality == Confidentiality::Anonymous
        || (complaint.filed_by == "self" && complaint.contact_channel == Channel::None);
    !employers && !unknown
}

/// Whether anything points to danger or exploitation: urgent, a flag that was not dismissed, or an indicator that only
/// asked for a closer look and that nobody has looked at with her.
async fn has_indicators(desk: &Desk, complaint: &Summary) -> Result<bool, DbErr> {
    if complaint.urgent {
        return Ok(true);
    }
    let flags = flags_of_complaint(&desk.screening, complaint.id).await?;
    if flags.iter().any(|flag| flag.state != FlagState::Dismissed) {
        return Ok(true);
    }
    if last_alone(desk, complaint.id).await?.is_some() {
        return Ok(false);
    }
    let made = event::Entity::find()
        .filter(event::Column::SubjectId.eq(complaint.id))
        .filter(event::Column::What.eq("assessment.made"))
        .all(desk.site.house.reader())
        .await?;
    let level = |row: &event::Model| {
        let dims: serde_json::Value = serde_json::from_str(&row.dimensions).unwrap_or_default();
        dims.get("level").and_then(serde_json::Value::as_str).and_then(Level::from_code)
    };
    Ok(made.iter().any(|row| level(row).is_some()))
}

/// Whether a receiver and a ground of the pack fit each other, and whether a second person must approve the ground.
pub(crate) fn other_body(desk: &Desk, complaint: &Summary, to: &Transfer) -> Result<bool, CloseError> {
    let pack = &desk.site.pack;
    let agency = pack.agency(&to.receiver).filter(|agency| agency.complaints).ok_or(CloseError::Receiver)?;
    let ground = pack.ground(&to.ground).ok_or(CloseError::Ground)?;
    let consent = ground.code == "consent";
    if (agency.consent_always || ground.public_only && agency.kind != haqqi_pack::AgencyKind::Public)
        && !consent
    {
        return Err(CloseError::Ground);
    }
    if ground.code == "child" && complaint.age != haqqi_complaints::Age::Child {
        return Err(CloseError::Ground);
    }
    let today = desk.clocks().calendar(complaint.office.as_deref()).date(desk.site.house.now());
    if ground.article && pack.article(&to.article, today).is_none() {
        return Err(CloseError::Article);
    }
    Ok(ground.approver)
}
