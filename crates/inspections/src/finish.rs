//! Finishing a visit: the record becomes answers, findings and measures with their deadlines, and the report's clock
//! begins. Nothing about a permit or a residence can be among them (`safeguards.md` 11).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use haqqi_kernel::{Actor, Audit, Event, Job, Reference, Role, SubjectKey, SubjectKind, Uow};
use haqqi_pack::{Item, Measure};
use haqqi_worklist::{
    About, ItemKind, Length, NewDeadline, NewItem, finish_items, meet_deadline, open_item, set_deadline,
};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use crate::batch::tell;
use crate::desk::{InspectionDesk, VisitError};
use crate::entity::{visit, visit_answer, visit_finding, visit_measure, visit_request};
use crate::found_on::{clock_from, days_of, no_such_day};
use crate::look::look_at;
use crate::model::{Answer, ItemRecord, MeasureState, Record, RequestState, VisitState, check_finish};
use crate::save::{RecordError, with_record, writable};
use crate::{ISSUE_REPORT, VISITED, store};

/// What a visit found, for whoever finished it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finished {
    /// How many findings.
    pub findings: usize,
    /// How many measures.
    pub measures: usize,
}

/// Codes as the pack's files write them.
pub(crate) fn severity_code(severity: haqqi_pack::Severity) -> &'static str {
    match severity {
        haqqi_pack::Severity::Minor => "minor",
        haqqi_pack::Severity::Serious => "serious",
        haqqi_pack::Severity::Grave => "grave",
    }
}

/// The code of a class, as tables, events and answers have it.
pub(crate) fn class_code(class: haqqi_pack::MeasureClass) -> &'static str {
    match class {
        haqqi_pack::MeasureClass::Advice => "advice",
        haqqi_pack::MeasureClass::Warning => "warning",
        haqqi_pack::MeasureClass::InfringementNotice => "infringement_notice",
        haqqi_pack::MeasureClass::StopWork => "stop_work",
        haqqi_pack::MeasureClass::ClosureRecommendation => "closure_recommendation",
        haqqi_pack::MeasureClass::CourtReferral => "court_referral",
    }
}

struct Finishing<'a> {
    desk: &'a InspectionDesk,
    row: &'a visit::Model,
    key: &'a SubjectKey,
    reference: Reference,
    lead: Option<Uuid>,
    found: NaiveDate,
}

/// Finishes a visit.
///
/// # Errors
/// [`RecordError`]; then nothing was written.
pub async fn finish(
    desk: &InspectionDesk,
    actor: &Actor,
    reference: Reference,
    version: Option<i32>,
    record: &Record,
) -> Result<Finished, RecordError> {
    let row = writable(desk, actor, reference, version).await?;
    let checklist = desk.pack().checklist(&row.checklist).ok_or(RecordError::Checklist)?;
    let asked = desk.observations();
    let ids: Vec<&str> = asked.iter().map(|question| question.id.as_str()).collect();
    let mut wrong = check_finish(record, checklist, &row.regime, desk.pack(), &ids);
    let found = days_of(desk, &row).of(record.day);
    wrong.extend(found.err().map(no_such_day));
    let (Ok(found), true) = (found, wrong.is_empty()) else {
        return Err(RecordError::Record(wrong));
    };
    let house = desk.house();
    let key = house.subject_key(row.id).await?;
    let requests = store::requests_of(house, row.id).await?;
    let lead = store::follower(house, row.id).await?;
    let mut unit = house.unit(actor.clone());
    let items: Vec<(&Item, &ItemRecord)> = checklist
        .under(&row.regime)
        .flat_map(|(_, items)| items)
        .filter_map(|item| Some((item, record.items.get(&item.code)?)))
        .collect();
    let now = unit.now();
    unit.update_one(
        with_record(desk, &unit, &key, &row, record)
            .col_expr(visit::Column::State, Expr::value(VisitState::Finished.code()))
            .col_expr(visit::Column::FinishedAt, Expr::value(Some(now)))
            .col_expr(visit::Column::FoundOn, Expr::value(Some(found)))
            .col_expr(
                visit::Column::Interviews,
                Expr::value(record.interviews.number.and_then(|number| i32::try_from(number).ok())),
            )
            .col_expr(visit::Column::InterviewsAlone, Expr::value(record.interviews.alone)),
    );
    let finishing = Finishing { desk, row: &row, key: &key, reference, lead, found };
    let articles = finishing.answers(&mut unit, &items);
    let classes = finishing.measures(&mut unit, record, &items).map_err(VisitError::from)?;
    finishing.report(&mut unit).map_err(VisitError::from)?;
    for request in &requests {
        visited(&mut unit, request, row.id).await?;
    }
    unit.job(Job::new(VISITED, serde_json::json!({ "establishment": row.establishment_id })));
    if !asked.is_empty() {
        look_at(&mut unit, &row);
    }
    history(&mut unit, &row, &articles, &classes);
    unit.commit().await?;
    Ok(Finished { findings: articles.len(), measures: classes.len() })
}

/// What the house remembers, the same for every visit: codes alone.
fn history(unit: &mut Uow, row: &visit::Model, articles: &[String], classes: &[&'static str]) {
    unit.audit(Audit::write("visit.finish", SubjectKind::Visit, row.id));
    let about = |kind, subject, what| {
        Event::new(kind, subject, what)
            .office(Some(&row.office))
            .dim("sector", row.sector.clone())
            .dim("regime", row.regime.clone())
            .dim("findings", articles.len())
            .dim("articles", articles.to_vec())
            .dim("measures", classes.iter().map(|class| (*class).to_owned()).collect::<Vec<String>>())
    };
    unit.event(
        about(SubjectKind::Visit, row.id, "visit.recorded")
            .change(row.state.clone(), VisitState::Finished.code()),
    );
    unit.event(about(SubjectKind::Establishment, row.establishment_id, "establishment.visited"));
}

/// The request behind it is answered; whoever asked is told.
async fn visited(unit: &mut Uow, request: &visit_request::Model, visit: Uuid) -> Result<(), RecordError> {
    unit.update_one(
        visit_request::Entity::update_many()
            .col_expr(visit_request::Column::State, Expr::value(RequestState::Visited.code()))
            .col_expr(visit_request::Column::Version, Expr::value(request.version + 1))
            .filter(visit_request::Column::Id.eq(request.id))
            .filter(visit_request::Column::Version.eq(request.version)),
    );
    meet_deadline(unit, request.id, "first-visit").await.map_err(VisitError::from)?;
    tell(unit, request.id, visit, "visited");
    Ok(())
}

impl Finishing<'_> {
    /// Answers and findings; answers the articles of the findings.
    fn answers(&self, unit: &mut Uow, items: &[(&Item, &ItemRecord)]) -> Vec<String> {
        let mut articles = Vec::new();
        for (item, told) in items {
            let Some(answer) = told.answer else { continue };
            unit.insert(visit_answer::ActiveModel {
                visit_id: Set(self.row.id),
                item: Set(item.code.clone()),
                answer: Set(answer.code().to_owned()),
            });
            if answer != Answer::No {
                continue;
            }
            articles.push(item.article.clone());
            let in_force = self.desk.pack().article(&item.article, self.found);
            let id = unit.id();
            let words = unit.seal(self.key, "visit.finding", told.words.trim());
            unit.insert(visit_finding::ActiveModel {
                id: Set(id),
                visit_id: Set(self.row.id),
                number: Set(i32::try_from(articles.len()).unwrap_or(i32::MAX)),
                item: Set(item.code.clone()),
                article: Set(item.article.clone()),
                article_from: Set(in_force.map(|article| article.from.to_string())),
                severity: Set(severity_code(item.severity).to_owned()),
                workers: Set(told.workers.and_then(|number| i32::try_from(number).ok())),
                measure: Set(told.measure.clone()),
                words: Set(words),
            });
            unit.event(
                Event::new(SubjectKind::Visit, self.row.id, "visit.finding")
                    .office(Some(&self.row.office))
                    .dim("article", item.article.clone())
                    .dim("severity", severity_code(item.severity))
                    .dim("sector", self.row.sector.clone()),
            );
        }
        articles
    }

    /// One measure for all findings that ask for it; answers their classes.
    fn measures(
        &self,
        unit: &mut Uow,
        record: &Record,
        items: &[(&Item, &ItemRecord)],
    ) -> Result<Vec<&'static str>, haqqi_worklist::UnknownClock> {
        let mut wanted: BTreeMap<usize, &Measure> = BTreeMap::new();
        for (_, told) in items.iter().filter(|(_, told)| told.answer == Some(Answer::No)) {
            let found = self
                .desk
                .pack()
                .measures()
                .iter()
                .enumerate()
                .find(|(_, measure)| Some(measure.code.as_str()) == told.measure.as_deref());
            wanted.extend(found);
        }
        let mut classes = Vec::new();
        for (number, measure) in (1..).zip(wanted.into_values()) {
            self.measure(unit, record, number, measure)?;
            classes.push(class_code(measure.class));
        }
        Ok(classes)
    }

    fn measure(
        &self,
        unit: &mut Uow,
        record: &Record,
        number: i32,
        measure: &Measure,
    ) -> Result<(), haqqi_worklist::UnknownClock> {
        let told = record.measures.get(&measure.code).cloned().unwrap_or_default();
        let office = Some(self.row.office.as_str());
        let days = told.days.or(measure.days);
        let clock = match &measure.deadline {
            Some(code) => Some(clock_from(self.desk, self.row, code, days, self.found, unit.now())?),
            None => None,
        };
        let calendar = self.desk.clocks.calendar(office);
        let due_at = clock
            .as_ref()
            .map(|clock| clock.due_at)
            .or_else(|| days.map(|days| calendar.due(unit.now(), Length::Days(u32::from(days)))));
        let state = if measure.approval.is_some() { MeasureState::Proposed } else { MeasureState::Imposed };
        let id = unit.id();
        let words = unit.seal(self.key, "visit.measure", told.words.trim());
        unit.insert(visit_measure::ActiveModel {
            id: Set(id),
            visit_id: Set(self.row.id),
            number: Set(number),
            code: Set(measure.code.clone()),
            class: Set(class_code(measure.class).to_owned()),
            state: Set(state.code().to_owned()),
            served_at: Set(unit.now()),
            due_at: Set(due_at),
            approval: Set(measure.approval.clone()),
            approved_by: Set(None),
            words: Set(words),
            version: Set(1),
        });
        let approver = measure.approval.as_deref().and_then(Role::from_code);
        let clock_due = clock.as_ref().map(|clock| clock.due_at);
        if let Some(due) = clock_due.filter(|_| approver.is_none()).or_else(|| {
            // Somebody must agree within the time in which the report is due, and before the measure's own ends.
            let report = self.desk.clocks.begin("visit-report", unit.now(), office).ok()?.due_at;
            approver.map(|_| clock_due.map_or(report, |due| due.min(report)))
        }) {
            let item = open_item(
                unit,
                NewItem {
                    office: Some(self.row.office.clone()),
                    assignee: if approver.is_some() { None } else { self.lead },
                    role: approver.or(Some(Role::Inspector)),
                    ..NewItem::new(
                        ItemKind::MeasureToFollow,
                        SubjectKind::Visit,
                        id,
                        About::Workplace(self.row.establishment_id),
                        self.reference,
                        due,
                    )
                },
            );
            if let Some(clock) = &clock {
                let new =
                    NewDeadline { subject_kind: SubjectKind::Visit, subject: id, item: Some(item), office };
                set_deadline(unit, &new, clock);
            }
        }
        unit.event(
            Event::new(SubjectKind::Visit, self.row.id, "measure.imposed")
                .change("none", state.code())
                .office(office)
                .dim("class", class_code(measure.class))
                .dim("sector", self.row.sector.clone()),
        );
        Ok(())
    }

    /// The report is to be issued: its clock, its work, its job.
    fn report(&self, unit: &mut Uow) -> Result<(), haqqi_worklist::UnknownClock> {
        finish_items(unit, self.row.id, ItemKind::VisitToDo);
        let office = Some(self.row.office.as_str());
        let clock = self.desk.clocks.begin("visit-report", unit.now(), office)?;
        let item = open_item(
            unit,
            NewItem {
                office: Some(self.row.office.clone()),
                assignee: self.lead,
                role: Some(Role::Inspector),
                ..NewItem::new(
                    ItemKind::VisitReport,
                    SubjectKind::Visit,
                    self.row.id,
                    About::Workplace(self.row.establishment_id),
                    self.reference,
                    clock.due_at,
                )
            },
        );
        let new =
            NewDeadline { subject_kind: SubjectKind::Visit, subject: self.row.id, item: Some(item), office };
        set_deadline(unit, &new, &clock);
        unit.job(
            Job::new(ISSUE_REPORT, serde_json::json!({ "visit": self.row.id }))
                .key(format!("{ISSUE_REPORT}:{}", self.row.id)),
        );
        Ok(())
    }
}
