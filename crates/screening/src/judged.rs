//! What talks with her alone showed of a flag's indicators. Each judgement stands in the history, with who judged and when; of
//! one indicator the last one counts. Who decides after another sees those before, and what she does not touch stays.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use haqqi_kernel::entity::event;
use haqqi_kernel::{Actor, Event, House, SubjectKind, Uow};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::decide::{DecideError, Merits, MeritsDecision, must_be_met};
use crate::desk::ScreeningDesk;
use crate::measured::{Found, JUDGED, Pointed};
use crate::nationality::{Counted, count};
use crate::open::{FlagRow, confirmed, open_assessment};

/// What somebody judged of an indicator after a talk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// ILO's indicator.
    pub indicator: String,
    /// What had pointed to it.
    pub pointed: Pointed,
    /// What the talk showed.
    pub found: Found,
    /// When it was judged.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: Option<Uuid>,
    event: Uuid,
}

/// All judgements of a flag, the first first: those as well that a later one put right.
///
/// # Errors
/// The database's error.
pub(crate) async fn judgements(house: &House, flag: Uuid) -> Result<Vec<Judgement>, DbErr> {
    let rows = event::Entity::find()
        .filter(event::Column::SubjectId.eq(flag))
        .filter(event::Column::What.eq(JUDGED))
        .order_by_asc(event::Column::RecordedAt)
        .order_by_asc(event::Column::Id)
        .all(house.reader())
        .await?;
    let of = |row: event::Model| {
        let dims: BTreeMap<String, serde_json::Value> = serde_json::from_str(&row.dimensions).ok()?;
        Some(Judgement {
            indicator: dims.get("indicator")?.as_str()?.to_owned(),
            pointed: row.from_state.as_deref().and_then(Pointed::from_code).unwrap_or(Pointed::Nothing),
            found: Found::from_code(row.to_state.as_deref()?)?,
            at: row.happened_at,
            by: row.actor_id,
            event: row.id,
        })
    };
    Ok(rows.into_iter().filter_map(of).collect())
}

/// Of each indicator the judgement that counts: the last.
pub(crate) fn standing(all: &[Judgement]) -> BTreeMap<&str, &Judgement> {
    all.iter().map(|one| (one.indicator.as_str(), one)).collect()
}

/// Notes what a talk with her alone showed of each indicator, beside what had pointed to it: so the words that mislead are
/// found, and those that are missed. What was judged before and is not judged now stays, and counts for the decision too.
///
/// # Errors
/// [`DecideError::Found`], [`DecideError::Confirmed`], [`DecideError::NotMetAlone`].
pub(crate) async fn judge_indicators(
    desk: &ScreeningDesk,
    actor: &Actor,
    unit: &mut Uow,
    row: &FlagRow,
    merits: &Merits,
) -> Result<(), DecideError> {
    let dismisses = merits.decision == MeritsDecision::Dismiss;
    if merits.found.is_empty() && !dismisses {
        return Ok(());
    }
    let mut told = open_assessment(desk, actor, row.reference, "merits").await?;
    // What somebody said since that it is so is judged like what the flag was raised by.
    told.certain.extend(confirmed(desk, actor, row.complaint, "merits").await?);
    let earlier = judgements(&desk.site.house, row.id).await?;
    let before = standing(&earlier);
    let now =
        |name: &str| merits.found.get(name).copied().or_else(|| before.get(name).map(|judged| judged.found));
    if dismisses {
        if let Some(left) = told.certain.iter().chain(&told.suggested).find(|name| now(name).is_none()) {
            return Err(DecideError::Found(left.clone()));
        }
        let mut judged = before.keys().copied().chain(merits.found.keys().map(String::as_str));
        if judged.any(|name| now(name) == Some(Found::Confirmed)) {
            return Err(DecideError::Confirmed);
        }
    }
    if merits.found.is_empty() {
        return Ok(());
    }
    if let Some(other) = merits.found.keys().find(|name| !desk.screener.names(name)) {
        return Err(DecideError::Found(other.clone()));
    }
    must_be_met(desk, row).await?;
    let pointed = |name: &String| match (told.certain.contains(name), told.suggested.contains(name)) {
        (true, _) => Pointed::Answer,
        (_, true) => Pointed::Words,
        _ => Pointed::Nothing,
    };
    let zone = desk.site.pack.zone();
    let nationality = desk.words.nationality(actor, row.complaint).await?.unwrap_or_default();
    for (name, found) in &merits.found {
        let now = Counted { pointed: pointed(name), found: *found };
        count(unit, zone, &nationality, &now, before.get(name.as_str()).copied());
        let mut event = Event::new(SubjectKind::Flag, row.id, JUDGED)
            .change(pointed(name).code(), found.code())
            .office(row.office.as_deref())
            .dim("indicator", name.as_str())
            .dim("language", row.language.as_str());
        // Of one flag and indicator what was said last counts.
        if let Some(judged) = before.get(name.as_str()) {
            event = event.corrects(judged.event);
        }
        unit.event(event);
    }
    Ok(())
}
