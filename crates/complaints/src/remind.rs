//! The job that reminds her of a day that comes near: only where phone or mailbox is hers alone, only while the day is
//! still the one that she told, in words that tell nothing. She reads the day itself behind her code.

use chrono::NaiveDate;
use haqqi_kernel::{Action, Actor, Claimed, Done, JobFailure, judge};
use uuid::Uuid;

use crate::Desk;
use crate::days::{clocks_of, days_for_staff, row_of};
use crate::open::Summary;
use crate::tell::{Tidings, tell_again};

/// Sends the reminder that the job names, if it may still be sent.
///
/// # Errors
/// [`JobFailure`].
pub async fn remind(desk: &Desk, claimed: &Claimed) -> Done {
    let again = |e: &dyn std::fmt::Display| JobFailure::Again(e.to_string());
    let text = |name: &str| claimed.payload.get(name).and_then(serde_json::Value::as_str).map(str::to_owned);
    let read = || {
        let complaint = text("complaint")?.parse::<Uuid>().ok()?;
        Some((complaint, text("clock")?, text("by")?.parse::<NaiveDate>().ok()?))
    };
    let (id, clock, by) = read().ok_or_else(|| JobFailure::Never("the job names no day".to_owned()))?;
    let before = claimed.payload.get("before").and_then(serde_json::Value::as_u64).unwrap_or(0);
    let Some(row) = row_of(desk, id).await.map_err(|e| again(&e))? else { return Ok(()) };
    let sealed = row.contact.clone();
    let Some(summary) = Summary::of(row) else { return Ok(()) };
    let withdrawn = summary.outcome.as_deref() == Some("withdrawn");
    if withdrawn || !(summary.told_by_mail() || summary.told_by_text()) {
        return Ok(());
    }
    let scope = judge(&Actor::System, Action::ReadComplaint).map_err(|e| again(&e))?;
    let days = days_for_staff(desk, &Actor::System, &scope, id).await.map_err(|e| again(&e))?;
    let still = clocks_of(desk, summary.office.as_deref(), &days)
        .iter()
        .any(|one| one.code == clock && one.by == by && !one.past);
    if !still {
        return Ok(());
    }
    let effect = format!("{id}:remind:{clock}:{by}:{before}");
    tell_again(desk, &summary, sealed.as_deref(), Tidings::Reminder, &effect).await
}
