//! The report: issued once by a job, as a numbered snapshot that nothing changes, and its PDF. Neither says why the
//! visit was made.

mod paper;

use chrono::{DateTime, NaiveDate, Utc};
use haqqi_kernel::{
    Action, Actor, Audit, Claimed, CommitError, Done, Event, JobFailure, Reference, ReferenceKind,
    SubjectKey, SubjectKind, Uow, judge,
};
use haqqi_worklist::{ItemKind, finish_items, meet_deadline};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::ask::{Ask, ask};
use crate::batch::tell;
use crate::desk::{InspectionDesk, VisitError, split_set};
use crate::entity::{visit, visit_paper, visit_report};
use crate::model::VisitState;
use crate::open::{OpenedVisit, open_within};
use crate::store;

/// A finding in a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportedFinding {
    /// Its number.
    pub number: i32,
    /// The statement of the checklist.
    pub item: String,
    /// The article, a code of the pack.
    pub article: String,
    /// Its law, a code of the pack, and its number there.
    pub cited: Option<(String, String)>,
    /// What it weighs.
    pub severity: String,
    /// How many workers it concerns.
    pub workers: Option<i32>,
    /// What was seen.
    pub words: String,
}

/// A measure in a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportedMeasure {
    /// A code of the pack.
    pub code: String,
    /// Numbers of the findings it answers.
    pub findings: Vec<i32>,
    /// Whether it still needs an approval.
    pub proposed: bool,
    /// By when what it asks for must be done.
    pub due_at: Option<DateTime<Utc>>,
    /// What is asked for.
    pub words: String,
}

/// A report, as it was issued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Version of this shape.
    pub v: u32,
    /// Its number.
    pub number: String,
    /// The visit's reference.
    pub visit: String,
    /// When issued.
    pub issued_at: DateTime<Utc>,
    /// The establishment's reference.
    pub establishment: String,
    /// Its names, one in each script that is known.
    pub names: Vec<String>,
    /// Where it was visited.
    pub places: Vec<String>,
    /// The office, a code of the pack.
    pub office: String,
    /// The day on which it was made, as it stood when the report was issued; older reports have none.
    #[serde(default)]
    pub found_on: Option<NaiveDate>,
    /// When the visit was begun.
    pub began_at: DateTime<Utc>,
    /// When its record was closed.
    pub ended_at: DateTime<Utc>,
    /// Who visited.
    pub inspectors: Vec<String>,
    /// Who was there for the employer.
    pub present: String,
    /// The order under which a home was entered.
    pub order: Option<String>,
    /// How many statements were checked, and how many of them were true.
    pub checked: (usize, usize),
    /// What was found.
    pub findings: Vec<ReportedFinding>,
    /// What was imposed.
    pub measures: Vec<ReportedMeasure>,
    /// Checklist and its version.
    pub checklist: (String, String),
    /// The pack under which it was made.
    pub pack: String,
    /// The code by which anybody can see that the paper is ours; older reports have none.
    #[serde(default)]
    pub code: Option<String>,
}

/// A report as a file.
#[derive(Debug, Clone)]
pub struct ReportFile {
    /// Its number.
    pub number: String,
    /// The PDF.
    pub pdf: Vec<u8>,
}

/// The job behind [`crate::ISSUE_REPORT`].
///
/// # Errors
/// [`JobFailure::Again`] when it may go better later, also while the system has no font for it.
pub async fn issue_report(desk: &InspectionDesk, claimed: &Claimed) -> Done {
    let id = claimed.id_of("visit")?;
    match issue(desk, id, true).await {
        Ok(_) => Ok(()),
        Err(VisitError::NotFound) => Err(JobFailure::Never("there is no such visit".to_owned())),
        Err(VisitError::State) => Err(JobFailure::Never("the visit is not finished".to_owned())),
        Err(error) => Err(JobFailure::Again(error.to_string())),
    }
}

/// Whether a visit's report is issued.
///
/// # Errors
/// The database's error.
pub async fn is_issued(desk: &InspectionDesk, visit: Uuid) -> Result<bool, sea_orm::DbErr> {
    Ok(store::report(desk.house(), visit).await?.is_some())
}

/// Issues the report of a finished visit, unless that was done before; answers its number. `print` sets it at once;
/// otherwise it is set when somebody first asks for it.
///
/// # Errors
/// [`VisitError`]; then nothing was written, and it can be tried again.
pub async fn issue(desk: &InspectionDesk, id: Uuid, print: bool) -> Result<String, VisitError> {
    let house = desk.house();
    let scope = judge(&Actor::System, Action::ReadVisit).map_err(|_| VisitError::NotFound)?;
    let row = store::visit_by_id(house, &scope, id).await?.ok_or(VisitError::NotFound)?;
    if let Some(report) = store::report(house, id).await? {
        return Ok(report.number);
    }
    if VisitState::from_code(&row.state) != Some(VisitState::Finished) {
        return Err(VisitError::State);
    }
    let reference: Reference = row.reference.parse().map_err(|_| VisitError::NotFound)?;
    let opened = open_within(desk, &Actor::System, &scope, reference).await?;
    let key = house.subject_key(id).await?;
    let mut unit = house.unit(Actor::System);
    let code = crate::genuine::new_paper_code(&mut unit);
    let report = Report { code: Some(code.to_string()), ..snapshot(desk, &unit, &row, &opened) };
    let pdf = if print { Some(print_report(desk, &report).await?) } else { None };
    write(desk, &mut unit, &row, &key, &report, pdf.as_deref()).await?;
    follow_up(desk, &mut unit, &row, &opened).await;
    match unit.commit().await {
        Ok(_) => Ok(report.number),
        // Another worker was faster: its report stands, and this one was never seen by anybody.
        Err(error @ (CommitError::Stale | CommitError::Unique(_))) => {
            store::report(house, id).await?.map(|report| report.number).ok_or(VisitError::Commit(error))
        }
        Err(error) => Err(error.into()),
    }
}

fn snapshot(desk: &InspectionDesk, unit: &Uow, row: &visit::Model, opened: &OpenedVisit) -> Report {
    let ended_at = row.finished_at.unwrap_or(unit.now());
    let day = desk.clocks.calendar(Some(&row.office)).date(ended_at);
    let findings = opened
        .findings
        .iter()
        .map(|finding| ReportedFinding {
            cited: desk
                .pack()
                .article(&finding.article, day)
                .map(|article| (article.law.clone(), article.number.clone())),
            number: finding.number,
            item: finding.item.clone(),
            article: finding.article.clone(),
            severity: finding.severity.clone(),
            workers: finding.workers,
            words: finding.words.clone(),
        })
        .collect();
    let measures = opened
        .measures
        .iter()
        .map(|measure| ReportedMeasure {
            findings: opened
                .findings
                .iter()
                .filter(|finding| finding.measure.as_ref() == Some(&measure.code))
                .map(|finding| finding.number)
                .collect(),
            code: measure.code.clone(),
            proposed: measure.state == crate::model::MeasureState::Proposed,
            due_at: measure.due_at,
            words: measure.words.clone(),
        })
        .collect();
    let yes = opened.answers.iter().filter(|(_, answer)| answer == crate::model::Answer::Yes.code()).count();
    let seen = yes + opened.findings.len();
    Report {
        v: 1,
        number: unit.reference(ReferenceKind::Report).to_string(),
        visit: row.reference.clone(),
        issued_at: unit.now(),
        establishment: opened.workplace.as_ref().map(|place| place.reference.clone()).unwrap_or_default(),
        names: opened.names.clone(),
        places: opened.addresses.clone(),
        office: row.office.clone(),
        found_on: row.found_on,
        began_at: row.began_at.unwrap_or(row.starts_at),
        ended_at,
        inspectors: opened.team.iter().map(|(_, name)| name.clone()).collect(),
        present: opened.record.present.trim().to_owned(),
        order: opened.order.clone(),
        checked: (seen, yes),
        findings,
        measures,
        checklist: (row.checklist.clone(), row.checklist_version.clone()),
        pack: desk.house().pack_version().to_owned(),
        code: None,
    }
}

async fn print_report(desk: &InspectionDesk, report: &Report) -> Result<Vec<u8>, VisitError> {
    let papers = paper::papers(desk, report);
    desk.press.print(papers).await.map_err(VisitError::Press)
}

async fn write(
    desk: &InspectionDesk,
    unit: &mut Uow,
    row: &visit::Model,
    key: &SubjectKey,
    report: &Report,
    pdf: Option<&[u8]>,
) -> Result<(), VisitError> {
    let entropy = desk.house().entropy();
    let json = serde_json::to_vec(report).unwrap_or_default();
    unit.insert(visit_report::ActiveModel {
        visit_id: Set(row.id),
        number: Set(report.number.clone()),
        issued_at: Set(report.issued_at),
        snapshot: Set(key.seal("visit.report", &json, entropy)),
    });
    if let Some(pdf) = pdf {
        unit.insert(visit_paper::ActiveModel {
            visit_id: Set(row.id),
            pdf: Set(key.seal("visit.paper", pdf, entropy)),
            made_at: Set(unit.now()),
        });
    }
    unit.update_one(
        visit::Entity::update_many()
            .col_expr(visit::Column::State, Expr::value(VisitState::Reported.code()))
            .col_expr(visit::Column::Version, Expr::value(row.version + 1))
            .filter(visit::Column::Id.eq(row.id))
            .filter(visit::Column::Version.eq(row.version)),
    );
    let met = meet_deadline(unit, row.id, "visit-report").await?;
    finish_items(unit, row.id, ItemKind::VisitReport);
    for request in store::requests_of(desk.house(), row.id).await? {
        tell(unit, request.id, row.id, "reported");
    }
    unit.audit(Audit::write("visit.issue-report", SubjectKind::Visit, row.id));
    let in_time = if met.is_none_or(|met| met.in_time) { "yes" } else { "no" };
    unit.event(
        Event::new(SubjectKind::Visit, row.id, "visit.report-issued")
            .change(row.state.clone(), VisitState::Reported.code())
            .office(Some(&row.office))
            .dim("sector", row.sector.clone())
            .dim("in_time", in_time),
    );
    unit.event(
        Event::new(SubjectKind::Establishment, row.establishment_id, "establishment.report-issued")
            .office(Some(&row.office)),
    );
    Ok(())
}

/// A measure that is to be looked at again puts a request into the pool, which looks like any other.
async fn follow_up(desk: &InspectionDesk, unit: &mut Uow, row: &visit::Model, opened: &OpenedVisit) {
    let again = |code: &String| desk.pack().measure(code).is_some_and(|measure| measure.follow_up);
    let items: Vec<&String> = opened
        .findings
        .iter()
        .filter(|finding| finding.measure.as_ref().is_some_and(again))
        .map(|finding| &finding.item)
        .collect();
    let Some(checklist) = desk.pack().checklist(&row.checklist).filter(|_| !items.is_empty()) else { return };
    let sections = checklist
        .section
        .iter()
        .filter(|section| section.item.iter().any(|item| items.contains(&&item.code)))
        .map(|section| section.code.clone())
        .collect();
    let wish = Ask {
        establishment: row.establishment_id,
        worksite: row.worksite_id,
        office: row.office.clone(),
        sections,
        hazards: split_set(&row.hazards),
        languages: split_set(&row.languages),
    };
    if let Err(error) = ask(desk, unit, &wish).await {
        // The report must not wait for it: the measure's own clock still brings somebody back to it.
        tracing::warn!(%error, "a visit's follow-up could not be asked for");
    }
}

/// A visit's report, as issued. The read is audited.
///
/// # Errors
/// [`VisitError::NotFound`] where the visit is out of reach or no report is issued yet.
pub async fn report(desk: &InspectionDesk, actor: &Actor, visit: Reference) -> Result<Report, VisitError> {
    Ok(opened_report(desk, actor, visit).await?.0)
}

/// A visit's report as a file: the one that was printed first, whoever asks and whenever. The read is audited.
///
/// # Errors
/// [`VisitError`].
pub async fn report_file(
    desk: &InspectionDesk,
    actor: &Actor,
    visit: Reference,
) -> Result<ReportFile, VisitError> {
    let (report, row, key, proof) = opened_report(desk, actor, visit).await?;
    let house = desk.house();
    if let Some(paper) = store::paper(house, row.id).await? {
        let pdf = house.open_bytes(&proof, &key, "visit.paper", &paper.pdf)?.to_vec();
        return Ok(ReportFile { number: report.number, pdf });
    }
    let pdf = print_report(desk, &report).await?;
    let mut unit = house.unit(actor.clone());
    let sealed = key.seal("visit.paper", &pdf, house.entropy());
    unit.insert_or_ignore(
        visit_paper::ActiveModel { visit_id: Set(row.id), pdf: Set(sealed), made_at: Set(unit.now()) },
        [visit_paper::Column::VisitId],
    );
    unit.audit(Audit::write("visit.print-report", SubjectKind::Visit, row.id));
    unit.commit().await?;
    Ok(ReportFile { number: report.number, pdf })
}

async fn opened_report(
    desk: &InspectionDesk,
    actor: &Actor,
    visit: Reference,
) -> Result<(Report, visit::Model, SubjectKey, haqqi_kernel::Committed), VisitError> {
    let house = desk.house();
    let scope = judge(actor, Action::ReadVisit).map_err(|_| VisitError::NotFound)?;
    let row = store::visit(house, &scope, visit).await?.ok_or(VisitError::NotFound)?;
    let issued = store::report(house, row.id).await?.ok_or(VisitError::NotFound)?;
    let key = house.subject_key(row.id).await?;
    let mut unit = house.unit(actor.clone());
    unit.audit(Audit::read("visit.read-report", SubjectKind::Visit, row.id));
    let proof = unit.commit().await?;
    let json = house.open(&proof, &key, "visit.report", &issued.snapshot)?;
    let report = serde_json::from_str(&json).map_err(|_| haqqi_kernel::OpenError::Broken)?;
    Ok((report, row, key, proof))
}
