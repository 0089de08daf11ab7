//! Those who work in a home, on a list of their own: nobody visits a home by chance, so whether somebody has spoken with
//! them alone, and when, is looked at week by week. A complaint stands there from filing on where its kind says so, and
//! from the link to a home on whatever its kind.

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_complaints::{Desk, ReadError, Standing, Summary, standing, summary_of};
use haqqi_establishments::summary_of as place_of;
use haqqi_kernel::entity::event;
use haqqi_kernel::{Action, Actor, judge};
use sea_orm::ColumnTrait;
use sea_orm::sea_query::Query;
use uuid::Uuid;

use crate::calls::last_talks;

/// So long after it was closed somebody still asks how it went.
const AFTER: TimeDelta = TimeDelta::days(90);
/// Rows of a page.
pub(crate) const ON_A_PAGE: usize = 50;

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

/// Where a row stands in the list: open before closed, never met alone first, then by how long ago that was, then by how long
/// ago it was received.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Turn {
    closed: bool,
    met: Option<i64>,
    received: i64,
    id: Uuid,
}

impl Turn {
    fn of(row: &Standing, met: Option<DateTime<Utc>>) -> Self {
        Self {
            closed: row.closed_at.is_some(),
            met: met.map(|at| at.timestamp_micros()),
            received: row.received_at.timestamp_micros(),
            id: row.id,
        }
    }

    /// As an address carries it.
    #[must_use]
    pub fn code(&self) -> String {
        let met = self.met.map(|at| at.to_string()).unwrap_or_default();
        format!("{}_{met}_{}_{}", u8::from(self.closed), self.received, self.id.simple())
    }

    /// Out of an address; none where it is no turn.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let mut parts = code.split('_');
        let closed = parts.next()? == "1";
        let met = Some(parts.next()?).filter(|text| !text.is_empty());
        let met = met.map(str::parse).transpose().ok()?;
        let received = parts.next()?.parse().ok()?;
        Some(Self { closed, met, received, id: parts.next()?.parse().ok()? })
    }
}

/// A page of the list.
#[derive(Debug, Clone)]
pub struct InHomes {
    /// The rows.
    pub rows: Vec<InHome>,
    /// Behind which the next page begins, where there is one.
    pub next: Option<Turn>,
}

/// The complaints of those who work in a home, open or closed not long ago, a page behind this row; who was never met alone
/// comes first, then by how long ago it was. None is left out, however many there are.
///
/// # Errors
/// [`ReadError`].
pub async fn in_homes(desk: &Desk, actor: &Actor, after: Option<Turn>) -> Result<InHomes, ReadError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    let house = &desk.site.house;
    let kinds: Vec<String> =
        desk.site.pack.kinds().iter().filter(|kind| kind.in_home).map(|kind| kind.code.clone()).collect();
    let linked = Query::select()
        .column(event::Column::SubjectId)
        .from(event::Entity)
        .and_where(event::Column::What.eq("complaint.linked"))
        .and_where(event::Column::Dimensions.contains(format!("\"{}\":\"{}\"", HOME.0, HOME.1)))
        .to_owned();
    let all = standing(desk, &scope, &kinds, linked, house.now() - AFTER).await?;
    let met = last_talks(desk, &all.iter().map(|row| row.id).collect::<Vec<_>>()).await?;
    let mut turns: Vec<(Turn, bool)> = all
        .iter()
        .map(|row| (Turn::of(row, met.get(&row.id).copied()), kinds.contains(&row.kind)))
        .filter(|(turn, _)| after.is_none_or(|after| *turn > after))
        .collect();
    turns.sort_unstable();
    let mut rows = Vec::new();
    let mut last = None;
    for (turn, by_kind) in turns {
        if rows.len() == ON_A_PAGE {
            return Ok(InHomes { rows, next: last });
        }
        let complaint = match summary_of(desk, &scope, turn.id).await {
            Ok(complaint) => complaint,
            Err(ReadError::NotFound) => continue,
            Err(other) => return Err(other),
        };
        // It may have turned out to be another workplace.
        if by_kind || at_home(desk, &complaint).await? {
            rows.push(InHome { met: met.get(&turn.id).copied(), complaint });
            last = Some(turn);
        }
    }
    Ok(InHomes { rows, next: None })
}

async fn at_home(desk: &Desk, complaint: &Summary) -> Result<bool, ReadError> {
    let Some(place) = complaint.establishment else { return Ok(false) };
    Ok(place_of(&desk.site.house, place).await?.is_some_and(|place| place.is_home()))
}
