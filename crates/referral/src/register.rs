//! The register of transfers: what went to whom, why, on which ground. Codes only.

use chrono::{DateTime, Utc};
use haqqi_kernel::{Action, Actor, judge};
use uuid::Uuid;

use crate::desk::ReferralDesk;
use crate::error::ReferralError;
use crate::store;

/// A line of the register.
#[derive(Debug, Clone)]
pub struct Transfer {
    /// Id, for the next page.
    pub id: Uuid,
    /// When.
    pub at: DateTime<Utc>,
    /// The case's reference.
    pub case: String,
    /// The hand-over's reference.
    pub hand_over: String,
    /// To whom.
    pub receiver: String,
    /// For what.
    pub purpose: String,
    /// On which ground.
    pub ground: String,
    /// The article.
    pub article: Option<String>,
    /// What kinds of things.
    pub items: Vec<String>,
}

/// The newest lines, before the one named.
///
/// # Errors
/// [`ReferralError::NotFound`] where the actor may see no case at all.
pub async fn transfers(
    desk: &ReferralDesk,
    actor: &Actor,
    before: Option<Uuid>,
    most: u64,
) -> Result<Vec<Transfer>, ReferralError> {
    let scope = judge(actor, Action::ReadReferral)?;
    let rows = store::transfers(&desk.site.house, &scope, before, most.clamp(1, 200)).await?;
    Ok(rows
        .into_iter()
        .map(|row| Transfer {
            id: row.id,
            at: row.at,
            case: row.case_reference,
            hand_over: row.hand_over_reference,
            receiver: row.receiver,
            purpose: row.purpose,
            ground: row.ground,
            article: row.article,
            items: row.items.split(' ').filter(|item| !item.is_empty()).map(str::to_owned).collect(),
        })
        .collect())
}
