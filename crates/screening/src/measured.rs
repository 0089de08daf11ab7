//! How well the screening does in use: what supervisors found in talks with workers alone against what words and answers had
//! suggested, how long decisions take, and what was dismissed and came back. Counted from events alone, as every figure is.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use haqqi_kernel::entity::event;
use haqqi_kernel::{Action, Actor, Reach, Scope, SubjectKind, Tells, judge, stands};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::desk::ScreeningDesk;
use crate::entity::flag;
use crate::model::FlagState;
use crate::nationality::by_nationality;
use crate::open::FlagError;

/// The event of an indicator that somebody judged after a talk.
pub(crate) const JUDGED: &str = "flag.indicator-judged";
const RAISED: &str = "flag.raised";
const DECIDED: &str = "flag.merits-decided";
/// Most flags whose times are looked at.
const MOST: u64 = 50_000;

/// What a talk with her alone showed of an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Found {
    /// She told of it.
    Confirmed,
    /// It is not so.
    NotSo,
    /// It was not spoken of, or stayed open.
    Unclear,
}

impl Found {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 3] = [Self::Confirmed, Self::NotSo, Self::Unclear];

    /// The code in events and labels.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::NotSo => "not-so",
            Self::Unclear => "unclear",
        }
    }

    /// The one of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// What had pointed to an indicator before the talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Pointed {
    /// Her words.
    Words,
    /// An answer of hers, or of who filed.
    Answer,
    /// Nothing: the talk brought it up.
    Nothing,
}

impl Pointed {
    /// The code in events and labels.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Answer => "answer",
            Self::Nothing => "nothing",
        }
    }

    /// The one of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Words, Self::Answer, Self::Nothing].into_iter().find(|one| one.code() == code)
    }
}

/// How often something was so.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Pointed to, and confirmed in a talk.
    pub confirmed: u64,
    /// Pointed to, and not so.
    pub not_so: u64,
    /// Pointed to, and left open.
    pub unclear: u64,
    /// Pointed to by nothing, and found in a talk.
    pub missed: u64,
}

impl Tally {
    pub(crate) fn add(&mut self, pointed: Pointed, found: Found, many: u64) {
        match (pointed, found) {
            (Pointed::Nothing, Found::Confirmed) => self.missed += many,
            (Pointed::Nothing, _) => {}
            (_, Found::Confirmed) => self.confirmed += many,
            (_, Found::NotSo) => self.not_so += many,
            (_, Found::Unclear) => self.unclear += many,
        }
    }

    /// So many were pointed to and cleared up.
    #[must_use]
    pub fn cleared(&self) -> u64 {
        self.confirmed + self.not_so
    }

    /// Of what was pointed to and cleared up, so many in a hundred were confirmed; nothing where too few were cleared up to
    /// say so.
    #[must_use]
    pub fn precision(&self) -> Option<u64> {
        let cleared = self.cleared();
        (cleared >= FEWEST).then(|| (200 * self.confirmed + cleared) / (2 * cleared))
    }
}

/// Of fewer than so many no share is told, and no “nine of ten”: it would be an accident's. The page says the numbers.
pub const FEWEST: u64 = 20;

/// How long something took that happened so many times.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Times {
    /// How many were decided.
    pub decided: u64,
    /// So many hours the fastest half took at most: of four the two fastest, of five the three.
    pub middle: i64,
    /// So many hours nine of ten took at most; of few nothing is told.
    pub slow: Option<i64>,
    /// So many hours the slowest took.
    pub longest: i64,
}

impl Times {
    /// Of these hours, in any order; nothing of none.
    #[must_use]
    pub fn of(mut hours: Vec<i64>) -> Option<Self> {
        hours.sort_unstable();
        let many = hours.len();
        // The smallest number that so large a part of them does not exceed.
        let at_most = |tenths: usize| hours.get((many * tenths).div_ceil(10).saturating_sub(1)).copied();
        let decided = u64::try_from(many).unwrap_or(u64::MAX);
        let slow = at_most(9).filter(|_| decided >= FEWEST);
        Some(Self { decided, middle: at_most(5)?, slow, longest: hours.last().copied()? })
    }
}

/// Whether this account reads what was measured: of an office or of all, and not only while on duty, or of children alone.
#[must_use]
pub fn may_measure(actor: &Actor) -> bool {
    judge(actor, Action::ReadFlag).is_ok_and(|scope| measures(&scope))
}

fn measures(scope: &Scope) -> bool {
    scope.reaches().iter().any(|reach| matches!(reach, Reach::Everything | Reach::Offices(_)))
}

/// What was measured, of the flags that the reader reaches.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Measured {
    /// By ILO's indicator, and what had pointed to it.
    pub indicators: BTreeMap<String, Tally>,
    /// By the language of her words.
    pub languages: BTreeMap<String, Tally>,
    /// By both: the words of one language may mislead for one indicator alone.
    pub crossed: Vec<Crossed>,
    /// By nationality, of all quarters that the time touches: for who reads all offices, and where enough talks are known.
    pub nationalities: BTreeMap<String, Tally>,
    /// Flags raised, by level.
    pub raised: BTreeMap<String, u64>,
    /// Decisions on the merits.
    pub decisions: BTreeMap<String, u64>,
    /// How long the first decision on a flag's merits took, where there was one.
    pub hours: Option<Times>,
    /// Dismissed, and a later flag of the same complaint was escalated.
    pub came_back: u64,
}

/// What was measured of one indicator in the words of one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Crossed {
    /// ILO's indicator.
    pub indicator: String,
    /// The language of her words.
    pub language: String,
    /// How often.
    pub tally: Tally,
}

/// Events that are alike: what, from, to, dimensions, how many.
type Group = (String, Option<String>, Option<String>, String, i64);

/// Measures what happened from `from` until before `until`.
///
/// # Errors
/// [`FlagError::NotFound`] where this account reads the flags of no office: whoever is on duty reads single ones.
pub async fn measured(
    desk: &ScreeningDesk,
    actor: &Actor,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<Measured, FlagError> {
    let scope = judge(actor, Action::ReadFlag).ok().filter(measures).ok_or(FlagError::NotFound)?;
    let complaint = Query::select()
        .column(flag::Column::ComplaintId)
        .from(flag::Entity)
        .and_where(
            Expr::col((flag::Entity, flag::Column::Id)).equals(event::Column::SubjectId.as_column_ref()),
        )
        .to_owned();
    let reached = scope.condition(Tells::through(complaint), |reach| match reach {
        Reach::Offices(offices) => Some(Condition::all().add(event::Column::Office.is_in(offices.clone()))),
        _ => None,
    });
    let reader = desk.site.house.reader();
    let of_flags = || {
        event::Entity::find()
            .filter(event::Column::SubjectKind.eq(SubjectKind::Flag.code()))
            .filter(event::Column::HappenedAt.gte(from))
            .filter(event::Column::HappenedAt.lt(until))
            .filter(stands())
            .filter(reached.clone())
    };
    let mut found = Measured::default();
    let groups: Vec<Group> = of_flags()
        .filter(event::Column::What.is_in([JUDGED, RAISED, DECIDED]))
        .select_only()
        .column(event::Column::What)
        .column(event::Column::FromState)
        .column(event::Column::ToState)
        .column(event::Column::Dimensions)
        .column_as(event::Column::Id.count(), "many")
        .group_by(event::Column::What)
        .group_by(event::Column::FromState)
        .group_by(event::Column::ToState)
        .group_by(event::Column::Dimensions)
        .into_tuple()
        .all(reader)
        .await?;
    let mut crossed: BTreeMap<(String, String), Tally> = BTreeMap::new();
    for (what, before, after, dimensions, many) in groups {
        let many = u64::try_from(many).unwrap_or_default();
        let dims: BTreeMap<String, serde_json::Value> = serde_json::from_str(&dimensions).unwrap_or_default();
        let dim = |name: &str| dims.get(name).and_then(|value| value.as_str()).unwrap_or_default().to_owned();
        match what.as_str() {
            JUDGED => {
                let pointed = before.as_deref().and_then(Pointed::from_code);
                let judged = after.as_deref().and_then(Found::from_code);
                let (Some(pointed), Some(judged)) = (pointed, judged) else { continue };
                found.indicators.entry(dim("indicator")).or_default().add(pointed, judged, many);
                found.languages.entry(dim("language")).or_default().add(pointed, judged, many);
                let both = (dim("indicator"), dim("language"));
                crossed.entry(both).or_default().add(pointed, judged, many);
            }
            RAISED => *found.raised.entry(dim("level")).or_default() += many,
            _ => *found.decisions.entry(after.unwrap_or_default()).or_default() += many,
        }
    }
    let times = |what: &'static str| {
        let rows = of_flags()
            .filter(event::Column::What.eq(what))
            .order_by_asc(event::Column::HappenedAt)
            .limit(MOST)
            .select_only()
            .column(event::Column::SubjectId)
            .column(event::Column::HappenedAt);
        rows.into_tuple::<(Uuid, DateTime<Utc>)>().all(reader)
    };
    let mut raised: BTreeMap<Uuid, DateTime<Utc>> = times(RAISED).await?.into_iter().collect();
    let mut hours: Vec<i64> = Vec::new();
    for (flag, at) in times(DECIDED).await? {
        hours.extend(raised.remove(&flag).map(|began| (at - began).num_hours()));
    }
    found.hours = Times::of(hours);
    let of_both = |((indicator, language), tally)| Crossed { indicator, language, tally };
    found.crossed = crossed.into_iter().map(of_both).collect();
    if scope.reaches().iter().any(|reach| matches!(reach, Reach::Everything)) {
        found.nationalities = by_nationality(reader, desk.site.pack.zone(), from, until).await?;
    }
    found.came_back = came_back(desk, &scope, from, until).await?;
    Ok(found)
}

/// Complaints of which a flag was dismissed and a later one was escalated, as far as their rows are kept.
async fn came_back(
    desk: &ScreeningDesk,
    scope: &Scope,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<u64, DbErr> {
    let dismissed = Query::select()
        .column(flag::Column::ComplaintId)
        .from(flag::Entity)
        .and_where(Expr::col(flag::Column::State).eq(FlagState::Dismissed.code()))
        .to_owned();
    let rows: Vec<(Uuid, DateTime<Utc>, String)> = flag::Entity::find()
        .filter(crate::store::within(scope))
        .filter(flag::Column::RaisedAt.lt(until))
        .filter(flag::Column::ComplaintId.in_subquery(dismissed))
        .order_by_asc(flag::Column::RaisedAt)
        .limit(MOST)
        .select_only()
        .column(flag::Column::ComplaintId)
        .column(flag::Column::RaisedAt)
        .column(flag::Column::State)
        .into_tuple()
        .all(desk.site.house.reader())
        .await?;
    let mut before: BTreeMap<Uuid, bool> = BTreeMap::new();
    for (complaint, raised, state) in rows {
        match FlagState::from_code(&state) {
            Some(FlagState::Dismissed) => {
                before.entry(complaint).or_insert(false);
            }
            Some(FlagState::Escalated) if raised >= from => {
                if let Some(back) = before.get_mut(&complaint) {
                    *back = true;
                }
            }
            _ => {}
        }
    }
    Ok(before.values().filter(|back| **back).count().try_into().unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::{Found, Pointed, Tally, Times};

    #[test]
    fn a_share_is_told_of_enough_alone_and_what_nothing_pointed_to_counts_as_missed() {
        let mut tally = Tally::default();
        tally.add(Pointed::Words, Found::Confirmed, 14);
        tally.add(Pointed::Words, Found::NotSo, 5);
        assert_eq!(tally.precision(), None, "nineteen are an accident");
        assert_eq!(tally.cleared(), 19);
        tally.add(Pointed::Answer, Found::NotSo, 1);
        tally.add(Pointed::Words, Found::Unclear, 5);
        tally.add(Pointed::Nothing, Found::Confirmed, 3);
        tally.add(Pointed::Nothing, Found::NotSo, 4);
        assert_eq!((tally.precision(), tally.missed), (Some(70), 3));
    }

    #[test]
    fn nine_of_ten_are_nine_of_ten_and_of_few_nothing_is_said() {
        assert_eq!(Times::of(Vec::new()), None);
        let four = Times::of(vec![40, 1, 3, 2]).unwrap();
        assert_eq!(
            (four.decided, four.middle, four.slow, four.longest),
            (4, 2, None, 40),
            "two took at most two hours"
        );
        let five = Times::of(vec![1, 2, 3, 4, 5]).unwrap();
        assert_eq!((five.middle, five.slow), (3, None));
        let twenty = Times::of((1..=20).collect()).unwrap();
        assert_eq!((twenty.middle, twenty.slow, twenty.longest), (10, Some(18), 20), "eighteen of twenty");
        let twenty_one = Times::of((1..=21).collect()).unwrap();
        assert_eq!(twenty_one.slow, Some(19), "eighteen of twenty-one are fewer than nine of ten");
    }
}
