//! Ninety days of visits, made through the product's own doors: requests from cases wait in the pool, batches mix them
//! with routine visits, inspectors record, reports are issued.

use std::collections::BTreeMap;

use anyhow::Context as _;
use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use haqqi_accounts::Directory;
use haqqi_casework::{RequestVisit, request_visit, seek_somebody, visit_case, visit_news, workplace_visited};
use haqqi_complaints::State;
use haqqi_inspections::{
    Answer, BatchError, ISSUE_REPORT, ItemRecord, LOOK, ListedVisit, MakeBatch, NEWS, Record, VISITED,
    VisitError, VisitFilter, VisitState, finish, issue, list, make_batch, pool,
};
use haqqi_interviews::visit_seen;
use haqqi_kernel::{Actor, Claimed, JobFailure, Reference, Role, TestClock};
use haqqi_pack::{Checklist, MeasureClass, Pack, Severity};
use haqqi_worklist::SEEK;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use super::people::offices;
use super::there::{interviewed, seen};
use super::{do_jobs, left_to_the_worker};
use crate::compose::Rooms;

/// Batches are made every so many days.
const EVERY: i64 = 7;
/// Routine visits in each batch of an office.
const ROUTINE: usize = 6;
/// At most so many requests of an office in one batch.
const REQUESTS: usize = 4;
/// Reports of visits of the last days are set on paper at once.
const PRINTED: TimeDelta = TimeDelta::days(2);
/// Workers were interviewed at a visit of the last days.
const SHOWN: TimeDelta = TimeDelta::days(6);
/// What inspectors write of what they saw: our own sentences.
const SEEN: [&str; 6] = [
    "The register of the last three months was looked at; it does not agree with what was paid.",
    "Seen on the floor and told by several people in the same way.",
    "No papers could be shown.",
    "السجل غير مكتمل منذ شهرين.",
    "شوهد ذلك في موقع العمل أثناء الجولة.",
    "لم تُبرز المستندات المطلوبة.",
];

struct Plan<'a> {
    rooms: &'a Rooms,
    clock: &'a TestClock,
    now: DateTime<Utc>,
    rng: StdRng,
    planner: Actor,
    /// Who asks, by office.
    officers: BTreeMap<String, Actor>,
    requested: usize,
    recorded: usize,
    reported: usize,
    /// Workers were interviewed at one visit.
    interviewed: bool,
}

/// Makes the visits; tells what was made.
pub(super) async fn make(
    rooms: &Rooms,
    clock: &TestClock,
    now: DateTime<Utc>,
    seed: u64,
) -> anyhow::Result<String> {
    let directory = Directory::new(rooms.site.house.clone());
    let planners = directory.with_role(Role::Planner, None).await?;
    let mut officers = BTreeMap::new();
    for office in offices(rooms) {
        let people = directory.with_role(Role::ComplaintsOfficer, Some(&office)).await?;
        officers.insert(office, people.first().context("an office without an officer")?.actor(false));
    }
    let mut plan = Plan {
        rooms,
        clock,
        now,
        rng: StdRng::seed_from_u64(seed ^ 0x7669_7369_7473),
        planner: planners.first().context("nobody plans")?.actor(false),
        officers,
        requested: 0,
        recorded: 0,
        reported: 0,
        interviewed: false,
    };
    let mut wishes = plan.wishes().await?;
    let mut at = now - TimeDelta::days(super::DAYS - 1);
    while at < now {
        plan.ask(&mut wishes, at).await?;
        for office in offices(rooms) {
            plan.batch(&office, at).await?;
        }
        at += TimeDelta::days(EVERY);
        plan.record(at.min(now)).await?;
    }
    plan.ask(&mut wishes, now).await?;
    for office in offices(rooms) {
        plan.batch(&office, now).await?;
    }
    clock.set(now);
    let open = VisitFilter { open_only: true, ..VisitFilter::default() };
    let coming = list(&rooms.inspections, &plan.planner, &open, 1000).await?.len();
    let waiting = pool(&rooms.inspections, &plan.planner).await?.len();
    Ok(format!(
        "{} visits recorded, {} reports issued, {coming} to come, {} visits asked for, {waiting} requests in the pool",
        plan.recorded, plan.reported, plan.requested
    ))
}

impl Plan<'_> {
    /// Cases of which a visit is asked for, by the time at which somebody does.
    async fn wishes(&mut self) -> anyhow::Result<Vec<(DateTime<Utc>, String, Reference)>> {
        let mut wishes = Vec::new();
        for (office, officer) in self.officers.clone() {
            let rows = haqqi_complaints::list(&self.rooms.complaints, &officer, None, 1000).await?;
            for row in rows {
                let Some(read) = row.acknowledged_at else { continue };
                let open = matches!(row.state, State::Acknowledged | State::InContact);
                if open && row.establishment.is_some() && !row.urgent {
                    wishes.push((read + TimeDelta::hours(26), office.clone(), row.reference));
                }
            }
        }
        wishes.sort_by_key(|(at, _, reference)| (*at, reference.to_string()));
        Ok(wishes)
    }

    /// Asks for the visits whose time has come.
    async fn ask(
        &mut self,
        wishes: &mut Vec<(DateTime<Utc>, String, Reference)>,
        until: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        while let Some((at, _, _)) = wishes.first()
            && *at < until
        {
            let (at, office, reference) = wishes.remove(0);
            let Some(officer) = self.officers.get(&office) else { continue };
            self.clock.set(at);
            let desk = self.rooms.visits();
            let case = visit_case(&desk, officer, reference).await?;
            let place = match case.establishment {
                Some(id) => haqqi_establishments::summary_of(&self.rooms.site.house, id).await?,
                None => None,
            };
            let Some(place) = place else { continue };
            let all = self.rooms.inspections.sections(&place.regime);
            let first = self.rng.random_range(0..all.len().max(1));
            let wish = RequestVisit {
                sections: all.iter().cycle().skip(first).take(2).cloned().collect(),
                languages: [case.language.clone()].into(),
                ..RequestVisit::default()
            };
            match request_visit(&desk, officer, reference, &wish).await {
                Ok(()) => self.requested += 1,
                // Rightly refused: a grave flag is open.
                Err(haqqi_casework::RequestVisitError::FlagOpen) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    /// Makes one batch of an office.
    async fn batch(&mut self, office: &str, at: DateTime<Utc>) -> anyhow::Result<()> {
        self.clock.set(at);
        let desk = &self.rooms.inspections;
        let waiting = pool(desk, &self.planner).await?;
        let here = waiting.iter().filter(|request| request.office == office);
        let open = here.filter(|request| request.workplace.as_ref().is_some_and(|place| !place.home));
        let requests: Vec<Reference> = open.take(REQUESTS).map(|request| request.reference).collect();
        let zone = self.rooms.site.pack.office_zone(office);
        let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
        let wish = MakeBatch {
            office: office.to_owned(),
            day: (at + TimeDelta::days(1)).with_timezone(&zone).date_naive(),
            opens: hour(9),
            closes: hour(15),
            requests,
            routine: ROUTINE,
            order: String::new(),
        };
        match make_batch(desk, &self.planner, &wish).await {
            Ok(_) => {}
            // A small office of the pack: it waits until places are due again.
            Err(BatchError::TooFewRoutine | BatchError::Team) => {}
            Err(error) => return Err(error.into()),
        }
        self.jobs().await
    }

    /// Records the visits that were due by then.
    async fn record(&mut self, until: DateTime<Utc>) -> anyhow::Result<()> {
        let filter = VisitFilter { state: Some(VisitState::Planned), ..VisitFilter::default() };
        let due = list(&self.rooms.inspections, &self.planner, &filter, 1000).await?;
        for visit in due.into_iter().filter(|visit| visit.row.ends_at < until) {
            // One in fourteen is not written down yet.
            if until == self.now && self.rng.random_range(0..14) == 0 {
                continue;
            }
            self.record_one(&visit).await?;
        }
        self.jobs().await
    }

    async fn record_one(&mut self, visit: &ListedVisit) -> anyhow::Result<()> {
        let Some((lead, _)) = visit.team.first() else { return Ok(()) };
        let desk = &self.rooms.inspections;
        let person = Directory::new(self.rooms.site.house.clone()).person(*lead).await?;
        let actor = person.context("an inspector without a name")?.actor(false);
        let pack = &self.rooms.site.pack;
        let checklist = pack.checklist(&visit.row.checklist).context("a visit without a checklist")?;
        let mut record = self.written(pack, checklist, &visit.row.regime);
        // One of the last visits, so that somebody new finds what comes of interviews in the queue.
        if !self.interviewed && visit.row.ends_at + SHOWN > self.now && !visit.row.home {
            self.interviewed = true;
            interviewed(self.rooms, self.clock, visit, &actor).await?;
            seen(self.rooms, &mut record);
        }
        self.clock.set(visit.row.ends_at - TimeDelta::minutes(self.rng.random_range(5..50)));
        finish(desk, &actor, visit.row.reference, None, &record).await?;
        self.recorded += 1;
        self.clock.set(visit.row.ends_at + TimeDelta::minutes(2));
        // The newest are set on paper now, the others when somebody first asks: two hundred would keep the reader
        // waiting. A system without fonts issues them all the same, and says so when the paper is asked for.
        let newest = visit.row.ends_at + PRINTED > self.now;
        match issue(desk, visit.row.id, newest).await {
            Err(VisitError::Press(_)) => issue(desk, visit.row.id, false).await?,
            issued => issued?,
        };
        self.reported += 1;
        Ok(())
    }

    /// A record as an inspector would write it: most is in order.
    fn written(&mut self, pack: &Pack, checklist: &Checklist, regime: &str) -> Record {
        let measure = |class: MeasureClass| {
            pack.measures().iter().find(|measure| measure.class == class).map(|measure| measure.code.clone())
        };
        let mut record = Record::default();
        for item in checklist.under(regime).flat_map(|(_, items)| items) {
            let told = match self.rng.random_range(0..40) {
                0 => ItemRecord {
                    answer: Some(Answer::No),
                    workers: Some(self.rng.random_range(1..40)),
                    words: SEEN
                        .get(self.rng.random_range(0..SEEN.len()))
                        .copied()
                        .unwrap_or_default()
                        .to_owned(),
                    measure: match item.severity {
                        Severity::Minor => measure(MeasureClass::Advice),
                        Severity::Serious => measure(MeasureClass::Warning),
                        Severity::Grave => measure(MeasureClass::InfringementNotice),
                    },
                },
                1 => ItemRecord { answer: Some(Answer::NotSeen), ..ItemRecord::default() },
                2 => ItemRecord { answer: Some(Answer::NotApplicable), ..ItemRecord::default() },
                _ => ItemRecord { answer: Some(Answer::Yes), ..ItemRecord::default() },
            };
            record.items.insert(item.code.clone(), told);
        }
        record.interviews.number = Some(self.rng.random_range(0..9));
        record.interviews.alone = Some(true);
        record
    }

    /// Does the jobs that bring news; all others wait for the worker.
    async fn jobs(&self) -> anyhow::Result<()> {
        do_jobs(self.rooms, async |job| self.job(job).await).await
    }

    async fn job(&self, job: &Claimed) -> haqqi_kernel::Done {
        match job.kind.as_str() {
            NEWS => visit_news(&self.rooms.visits(), job).await,
            LOOK => visit_seen(&self.rooms.visits(), job).await,
            VISITED => workplace_visited(&self.rooms.complaints, job).await,
            SEEK => seek_somebody(&self.rooms.complaints, job).await,
            ISSUE_REPORT => {
                let id = job.payload.get("visit").and_then(serde_json::Value::as_str).unwrap_or_default();
                let visit = id.parse().map_err(|_| JobFailure::Never("no visit".to_owned()))?;
                let issued = haqqi_inspections::is_issued(&self.rooms.inspections, visit).await;
                match issued {
                    Ok(true) => Ok(()),
                    _ => Err(left_to_the_worker()),
                }
            }
            _ => Err(left_to_the_worker()),
        }
    }
}
