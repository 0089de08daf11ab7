//! Those who work in a home, on a list of their own: nobody visits a home by chance, so whether somebody has spoken with
//! them alone, and when, is looked at week by week.

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_complaints::{Desk, ReadError, Summary, summary_of};
use haqqi_establishments::summary_of as place_of;
use haqqi_kernel::entity::event;
use haqqi_kernel::{Action, Actor, Reach, Tells, judge};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::calls::last_alone;

/// So long after it was closed somebody still asks how it went.
const AFTER: TimeDelta = TimeDelta::days(90);
/// Most rows of the list.
const MOST: u64 = 200;

/// A row of the list.
#[derive(Debug, Clone)]
pub struct InHome {
    /// The complaint.
    pub complaint: Summary,
    /// When somebody last spoke with the worker alone.
    pub met: Option<DateTime<Utc>>,
}

/// What the event of a link to a home carries.
pub(crate) const HOME: (&str, &str) = ("home", "yes");

/// The complaints that were linked to a home, open or closed not long ago; who was never met alone comes first, then by
/// how long ago it was.
///
/// # Errors
/// [`ReadError`].
pub async fn in_homes(desk: &Desk, actor: &Actor) -> Result<Vec<InHome>, ReadError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    let house = &desk.site.house;
    let offices = scope.condition(Tells::of(event::Column::SubjectId), |reach| match reach {
        Reach::Offices(offices) => Some(Condition::all().add(event::Column::Office.is_in(offices.clone()))),
        _ => None,
    });
    let links = event::Entity::find()
        .filter(event::Column::What.eq("complaint.linked"))
        .filter(event::Column::Dimensions.contains(format!("\"{}\":\"{}\"", HOME.0, HOME.1)))
        .filter(offices)
        .order_by_desc(event::Column::HappenedAt)
        .limit(MOST)
        .all(house.reader())
        .await?;
    let mut ids: Vec<Uuid> = links.into_iter().map(|link| link.subject_id).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut rows = Vec::new();
    for id in ids {
        let complaint = match summary_of(desk, &scope, id).await {
            Ok(complaint) => complaint,
            Err(ReadError::NotFound) => continue,
            Err(other) => return Err(other),
        };
        let over = complaint.closed_at.is_some_and(|at| at + AFTER < house.now());
        let place = match complaint.establishment {
            Some(id) => place_of(house, id).await?,
            None => None,
        };
        if place.is_some_and(|place| place.is_home()) && !over {
            let met = last_alone(desk, id).await?.map(|(_, at)| at);
            rows.push(InHome { complaint, met });
        }
    }
    rows.sort_by_key(|row| (row.complaint.closed_at.is_some(), row.met, row.complaint.received_at));
    Ok(rows)
}
