//! The periodical: what was seen in a period, where, in which languages, with which indicators, what people decided. What is
//! counted are advertisements and sightings; no worker stands behind a number, so none is held back for being small.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, TimeZone, Utc};
use haqqi_kernel::{Action, Actor, Reference, Scope, judge};
use haqqi_screening::FEWEST;
use haqqi_web::Page;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::desk::PatrolDesk;
use crate::entity::{advert, advert_decision};
use crate::model::{Decision, Level, Verdict};
use crate::recruiter::{LinkError, rows_by_id};
use crate::store;

/// The longest period, in days.
const LONGEST: i64 = 400;
/// So many recruiters are listed.
const MOST_RECRUITERS: usize = 20;

/// From a day to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

/// A line of a table: what, how many advertisements, how many sightings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// A code or a name.
    pub code: String,
    /// Advertisements.
    pub adverts: u64,
    /// Sightings.
    pub sightings: u64,
}

/// An indicator, in how many advertisements it was found, and in how many a person saw it or did not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measured {
    /// The indicator.
    pub code: String,
    /// Advertisements in which it was found.
    pub adverts: u64,
    /// A person saw it there.
    pub right: u64,
    /// A person did not see it there.
    pub wrong: u64,
}

impl Measured {
    /// How many people looked at.
    #[must_use]
    pub fn judged(&self) -> u64 {
        self.right + self.wrong
    }

    /// Of what people looked at, how much was right, in thousandths; nothing where too few looked to say so.
    #[must_use]
    pub fn precision(&self) -> Option<u64> {
        let judged = self.judged();
        (judged >= FEWEST).then(|| (self.right * 1000 + judged / 2) / judged)
    }
}

/// A recruiter with many advertisements.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Which.
    pub reference: Reference,
    /// Its name or a contact of which nobody can be called; nothing for who gets numbers alone.
    pub name: String,
    /// A person has linked it to the register.
    pub linked: bool,
    /// Advertisements in the period.
    pub adverts: u64,
    /// Sightings in the period.
    pub sightings: u64,
}

/// The figures of a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The period.
    pub period: Period,
    /// When it was counted.
    pub counted_at: DateTime<Utc>,
    /// Advertisements that were seen, each once.
    pub adverts: u64,
    /// Of these, those that were seen for the first time.
    pub new: u64,
    /// Sightings.
    pub sightings: u64,
    /// By what they ask of people.
    pub levels: Vec<Counted>,
    /// By place.
    pub places: Vec<Counted>,
    /// By language.
    pub languages: Vec<Counted>,
    /// By indicator; an advertisement may have several.
    pub indicators: Vec<Measured>,
    /// Decisions that were made in the period.
    pub decisions: Vec<(Decision, u64)>,
    /// Of the advertisements seen and asking for a look, those on which nobody decided yet.
    pub open: u64,
    /// Recruiters with the most sightings.
    pub recruiters: Vec<Named>,
}

impl Period {
    /// A period, if it is one: the first day not after the last, at most 400 days.
    #[must_use]
    pub fn new(from: NaiveDate, to: NaiveDate) -> Option<Self> {
        (from <= to && (to - from).num_days() < LONGEST).then_some(Self { from, to })
    }

    /// The month in which a day lies.
    #[must_use]
    pub fn month(of: NaiveDate) -> Self {
        let from = of.with_day(1).unwrap_or(of);
        let to = from.checked_add_months(Months::new(1)).and_then(|next| next.checked_sub_days(Days::new(1)));
        Self { from, to: to.unwrap_or(of) }
    }

    fn holds(self, day: NaiveDate) -> bool {
        (self.from..=self.to).contains(&day)
    }

    /// From the first moment of the first day until before the first of the day after the last.
    pub(crate) fn instants(self, zone: impl TimeZone) -> (DateTime<Utc>, DateTime<Utc>) {
        let start = |day: NaiveDate| {
            let wall = day.and_time(chrono::NaiveTime::MIN);
            let at = zone.from_local_datetime(&wall).earliest();
            at.map_or_else(|| wall.and_utc(), |at| at.with_timezone(&Utc))
        };
        (start(self.from), start(self.to.checked_add_days(Days::new(1)).unwrap_or(self.to)))
    }
}

/// Adverts and sightings under each code, the most sightings first.
#[derive(Default)]
struct Tally(BTreeMap<String, (BTreeSet<Uuid>, u64)>);

impl Tally {
    fn see(&mut self, code: &str, advert: Uuid) {
        let (adverts, sightings) = self.0.entry(code.to_owned()).or_default();
        adverts.insert(advert);
        *sightings += 1;
    }

    fn lines(self) -> Vec<Counted> {
        let line = |(code, (adverts, sightings)): (String, (BTreeSet<Uuid>, u64))| Counted {
            code,
            adverts: adverts.len() as u64,
            sightings,
        };
        let mut lines: Vec<Counted> = self.0.into_iter().map(line).collect();
        lines.sort_by(|a, b| b.sightings.cmp(&a.sightings).then_with(|| a.code.cmp(&b.code)));
        lines
    }
}

async fn named(
    desk: &PatrolDesk,
    actor: &Actor,
    scope: &Scope,
    seen: &BTreeMap<Uuid, u64>,
) -> Result<Vec<Named>, LinkError> {
    let ids: Vec<Uuid> = seen.keys().copied().collect();
    let mut of: BTreeMap<Uuid, (u64, u64)> = BTreeMap::new();
    for (advert, recruiter) in store::recruiters_of(&desk.site.house, &ids).await? {
        let own = of.entry(recruiter).or_default();
        own.0 += 1;
        own.1 += seen.get(&advert).copied().unwrap_or_default();
    }
    let mut most: Vec<(Uuid, (u64, u64))> = of.into_iter().collect();
    most.sort_by_key(|(id, (adverts, sightings))| (std::cmp::Reverse((*sightings, *adverts)), *id));
    most.truncate(MOST_RECRUITERS);
    let ids: Vec<Uuid> = most.iter().map(|(id, _)| *id).collect();
    let rows = rows_by_id(desk, scope, &ids).await?;
    let names = judge(actor, Action::Patrol).is_ok();
    let one = |(id, (adverts, sightings)): (Uuid, (u64, u64))| {
        let row = rows.iter().find(|row| row.id == id)?;
        let name = row.name.clone().unwrap_or_else(|| row.mask.clone());
        let name = if names { name } else { String::new() };
        Some(Named { reference: row.reference, name, linked: row.linked, adverts, sightings })
    };
    Ok(most.into_iter().filter_map(one).collect())
}

/// Counts a period.
///
/// # Errors
/// [`LinkError::NotFound`] for who may not see figures of the patrol.
pub async fn report(desk: &PatrolDesk, actor: &Actor, period: Period) -> Result<Report, LinkError> {
    let scope = judge(actor, Action::ReadPatrol).map_err(|_| LinkError::NotFound)?;
    let house = &desk.site.house;
    let sightings = store::sightings_between(house, period.from, period.to).await?;
    let ids: BTreeSet<Uuid> = sightings.iter().map(|one| one.advert_id).collect();
    let ids: Vec<Uuid> = ids.into_iter().collect();
    let of: BTreeMap<Uuid, advert::Model> =
        store::adverts_ever(house, &scope, &ids).await?.into_iter().map(|row| (row.id, row)).collect();
    let (mut places, mut languages, mut levels) = (Tally::default(), Tally::default(), Tally::default());
    let mut seen: BTreeMap<Uuid, u64> = BTreeMap::new();
    for one in &sightings {
        let Some(row) = of.get(&one.advert_id) else { continue };
        *seen.entry(row.id).or_default() += 1;
        places.see(&one.place, row.id);
        languages.see(&row.language, row.id);
        levels.see(&row.level, row.id);
    }
    let ids: Vec<Uuid> = seen.keys().copied().collect();
    let mut indicators: BTreeMap<String, Measured> = BTreeMap::new();
    for one in store::indicators_of(house, &ids).await? {
        let code = one.indicator.clone();
        let own = indicators.entry(code.clone()).or_insert(Measured { code, adverts: 0, right: 0, wrong: 0 });
        own.adverts += 1;
        match one.verdict.as_deref().and_then(Verdict::from_code) {
            Some(Verdict::Right) => own.right += 1,
            Some(Verdict::Wrong) => own.wrong += 1,
            None => {}
        }
    }
    let mut indicators: Vec<Measured> = indicators.into_values().collect();
    indicators.sort_by(|a, b| b.adverts.cmp(&a.adverts).then_with(|| a.code.cmp(&b.code)));
    let nothing = Level::Nothing.code();
    let open = of.values().filter(|row| row.decision.is_none() && row.level != nothing).count() as u64;
    let new = of.values().filter(|row| period.holds(row.first_seen)).count() as u64;
    let recruiters = named(desk, actor, &scope, &seen).await?;
    Ok(Report {
        period,
        counted_at: house.now(),
        adverts: seen.len() as u64,
        new,
        sightings: seen.values().sum(),
        levels: levels.lines(),
        places: places.lines(),
        languages: languages.lines(),
        indicators,
        decisions: decisions(desk, &scope, period).await?,
        open,
        recruiters,
    })
}

async fn decisions(desk: &PatrolDesk, scope: &Scope, period: Period) -> Result<Vec<(Decision, u64)>, DbErr> {
    let house = &desk.site.house;
    let (from, until) = period.instants(desk.pack().zone());
    let rows = advert_decision::Entity::find()
        .filter(advert_decision::Column::DecidedAt.gte(from))
        .filter(advert_decision::Column::DecidedAt.lt(until))
        .all(house.reader())
        .await?;
    let ids: BTreeSet<Uuid> = rows.iter().map(|row| row.advert_id).collect();
    let ids: Vec<Uuid> = ids.into_iter().collect();
    let reached: BTreeSet<Uuid> =
        store::adverts_ever(house, scope, &ids).await?.into_iter().map(|row| row.id).collect();
    let many = |decision: Decision| {
        let own = rows.iter().filter(|row| row.decision == decision.code());
        own.filter(|row| reached.contains(&row.advert_id)).count() as u64
    };
    Ok(Decision::ALL.iter().map(|decision| (*decision, many(*decision))).collect())
}

/// The report as lines of a table, with labels in the language of the page: heading first.
#[must_use]
pub fn table(page: &Page, report: &Report) -> Vec<Vec<String>> {
    let heads = ["from", "to", "table", "code", "label", "adverts", "sightings", "right", "wrong", "number"];
    let mut all: Vec<Vec<String>> = vec![heads.map(str::to_owned).to_vec()];
    let days = [report.period.from.to_string(), report.period.to.to_string()];
    let mut line = |table: &str, code: &str, label: String, numbers: [Option<u64>; 5]| {
        let mut row = days.to_vec();
        row.extend([table.to_owned(), code.to_owned(), haqqi_language::strip_isolation(&label)]);
        row.extend(numbers.map(|number| number.map_or_else(String::new, |number| number.to_string())));
        all.push(row);
    };
    let both = |adverts, sightings| [Some(adverts), Some(sightings), None, None, None];
    line("all", "", page.t("patrol-report-all"), both(report.adverts, report.sightings));
    line("new", "", page.t("patrol-report-new"), [Some(report.new), None, None, None, None]);
    line("open", "", page.t("patrol-report-open"), [Some(report.open), None, None, None, None]);
    for one in &report.levels {
        let label = page.t(&format!("patrol-level-{}", one.code));
        line("level", &one.code, label, both(one.adverts, one.sightings));
    }
    for one in &report.places {
        line("place", &one.code, one.code.clone(), both(one.adverts, one.sightings));
    }
    for one in &report.languages {
        line("language", &one.code, page.language_name(&one.code), both(one.adverts, one.sightings));
    }
    for one in &report.indicators {
        let numbers = [Some(one.adverts), None, Some(one.right), Some(one.wrong), None];
        line("indicator", &one.code, page.label("advert", &one.code), numbers);
    }
    for (decision, many) in &report.decisions {
        let label = page.t(&format!("patrol-decision-{}", decision.code()));
        line("decision", decision.code(), label, [None, None, None, None, Some(*many)]);
    }
    for one in &report.recruiters {
        let code = one.reference.to_string();
        line("recruiter", &code, one.name.clone(), both(one.adverts, one.sightings));
    }
    all
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_month_ends_with_its_last_day() {
        let month = |text| Period::month(day(text));
        assert_eq!(month("2026-11-24").to, day("2026-11-30"));
        assert_eq!(month("2028-02-01"), Period { from: day("2028-02-01"), to: day("2028-02-29") });
        assert_eq!(Period::new(day("2026-02-01"), day("2026-01-31")), None);
    }

    #[test]
    fn what_few_judged_has_no_precision() {
        let one = |right, wrong| Measured { code: String::new(), adverts: 9, right, wrong }.precision();
        assert_eq!((one(0, 0), one(12, 7), one(14, 7), one(0, 20)), (None, None, Some(667), Some(0)));
    }

    proptest! {
        #[test]
        fn sightings_of_all_lines_add_up(seen in prop::collection::vec((0u8..4, 0u128..6), 0..60)) {
            let mut tally = Tally::default();
            for (code, advert) in &seen {
                tally.see(&code.to_string(), Uuid::from_u128(*advert));
            }
            let lines = tally.lines();
            prop_assert_eq!(lines.iter().map(|line| line.sightings).sum::<u64>(), seen.len() as u64);
            prop_assert!(lines.iter().all(|line| line.adverts <= line.sightings));
            prop_assert!(lines.windows(2).all(|pair| pair[0].sightings >= pair[1].sightings));
        }
    }
}
