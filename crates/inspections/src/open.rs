//! Opening a visit: its sheet, and the record as far as it is written. One audited read, the same for every visit.

use std::collections::HashMap;

use haqqi_accounts::Directory;
use haqqi_kernel::{Action, Actor, Audit, Committed, Reference, Scope, SubjectKey, SubjectKind, judge};
use uuid::Uuid;

use crate::desk::{InspectionDesk, VisitError};
use crate::entity::{visit, visit_answer, visit_finding, visit_measure};
use crate::found_on::days_of;
use crate::model::{MeasureState, Record};
use crate::places::{Workplace, shown_for_visit, workplace};
use crate::row::VisitRow;
use crate::store;

/// A finding, opened.
#[derive(Debug, Clone)]
pub struct OpenedFinding {
    /// Its number on this visit.
    pub number: i32,
    /// The statement of the checklist that was not true.
    pub item: String,
    /// The article, a code of the pack.
    pub article: String,
    /// From when on that wording is in force, `2024-01-01`.
    pub article_from: Option<String>,
    /// What it weighs.
    pub severity: String,
    /// How many workers it concerns.
    pub workers: Option<i32>,
    /// The measure taken because of it.
    pub measure: Option<String>,
    /// What was seen.
    pub words: String,
}

/// A measure, opened.
#[derive(Debug, Clone)]
pub struct OpenedMeasure {
    /// Its number on this visit.
    pub number: i32,
    /// A code of the pack.
    pub code: String,
    /// What it does.
    pub class: String,
    /// Where it stands.
    pub state: MeasureState,
    /// By when what it asks for must be done.
    pub due_at: Option<chrono::DateTime<chrono::Utc>>,
    /// The role whose approval it needs.
    pub approval: Option<String>,
    /// What is asked for.
    pub words: String,
}

/// That the day of a visit was corrected after its record was closed.
#[derive(Debug, Clone)]
pub struct DayCorrected {
    /// Who says so.
    pub by: String,
    /// Since when.
    pub at: chrono::DateTime<chrono::Utc>,
    /// Why.
    pub why: String,
}

/// A visit, opened.
#[derive(Debug, Clone)]
pub struct OpenedVisit {
    /// The coded side.
    pub row: VisitRow,
    /// Where.
    pub workplace: Option<Workplace>,
    /// Its names, also those of a home.
    pub names: Vec<String>,
    /// Its addresses.
    pub addresses: Vec<String>,
    /// The order under which a home is entered.
    pub order: Option<String>,
    /// Who goes; who leads stands first.
    pub team: Vec<(Uuid, String)>,
    /// Who took it over from somebody who left: was not there, and follows it up.
    pub heirs: Vec<(Uuid, String)>,
    /// The record as far as it is written.
    pub record: Record,
    /// Answers, once finished: item and answer.
    pub answers: Vec<(String, String)>,
    /// Findings, once finished.
    pub findings: Vec<OpenedFinding>,
    /// Measures, once finished.
    pub measures: Vec<OpenedMeasure>,
    /// The day that is meant where the record names none.
    pub usual_day: chrono::NaiveDate,
    /// Who last corrected the day on which it was made, if somebody did.
    pub corrected: Option<DayCorrected>,
    /// The report's number, once issued.
    pub report: Option<String>,
}

/// Opens a visit. The read is audited before anything is opened.
///
/// # Errors
/// [`VisitError`].
pub async fn open(
    desk: &InspectionDesk,
    actor: &Actor,
    reference: Reference,
) -> Result<OpenedVisit, VisitError> {
    let scope = judge(actor, Action::ReadVisit).map_err(|_| VisitError::NotFound)?;
    open_within(desk, actor, &scope, reference).await
}

pub(crate) async fn open_within(
    desk: &InspectionDesk,
    actor: &Actor,
    scope: &Scope,
    reference: Reference,
) -> Result<OpenedVisit, VisitError> {
    let house = desk.house();
    let row = store::visit(house, scope, reference).await?.ok_or(VisitError::NotFound)?;
    let key = house.subject_key(row.id).await?;
    let answers = store::answers(house, row.id).await?;
    let findings = store::findings(house, row.id).await?;
    let measures = store::measures(house, row.id).await?;
    let team = store::teams(house, &[row.id]).await?.remove(&row.id).unwrap_or_default();
    let heirs = store::heirs(house, &[row.id]).await?.remove(&row.id).unwrap_or_default();
    let people: Vec<Uuid> = team.iter().chain(&heirs).copied().chain(row.corrected_by).collect();
    let names = Directory::new(house.clone()).names(&people).await?;
    let mut unit = house.unit(actor.clone());
    unit.audit(Audit::read("visit.read", SubjectKind::Visit, row.id));
    let proof = unit.commit().await?;
    let shown = shown_for_visit(desk, actor, scope, row.establishment_id, row.worksite_id).await?;
    let opened = Opening { desk, proof: &proof, key: &key };
    let mut record = opened.record(&row)?;
    // What was seen of indicators is read back by who was there; of others the flag decides who reads it.
    if !team.iter().any(|who| Some(*who) == actor.account()) {
        record.observations.clear();
    }
    Ok(OpenedVisit {
        record,
        workplace: workplace(desk, row.establishment_id).await?,
        names: shown.names,
        addresses: shown.places,
        order: row
            .order_number
            .as_ref()
            .map(|sealed| house.open(&proof, &key, "visit.order", sealed))
            .transpose()?,
        usual_day: days_of(desk, &row).usual(),
        corrected: opened.corrected(&row, &names)?,
        team: named(team, &names),
        heirs: named(heirs, &names),
        answers: answers.into_iter().map(|visit_answer::Model { item, answer, .. }| (item, answer)).collect(),
        findings: findings.into_iter().map(|row| opened.finding(row)).collect::<Result<_, _>>()?,
        measures: measures.into_iter().map(|row| opened.measure(row)).collect::<Result<_, _>>()?,
        report: store::report(house, row.id).await?.map(|report| report.number),
        row: VisitRow::of(&row).ok_or(VisitError::NotFound)?,
    })
}

/// The coded side of a visit that this account makes. Nothing sealed is read.
///
/// # Errors
/// [`VisitError::NotFound`], or the database's error.
pub async fn own_visit(
    desk: &InspectionDesk,
    actor: &Actor,
    reference: Reference,
) -> Result<VisitRow, VisitError> {
    let scope = judge(actor, Action::RecordVisit).map_err(|_| VisitError::NotFound)?;
    let row = store::visit(desk.house(), &scope, reference).await?;
    row.as_ref().and_then(VisitRow::of).ok_or(VisitError::NotFound)
}

/// The same by its id, for the house itself.
///
/// # Errors
/// The database's error.
pub async fn visit_of(desk: &InspectionDesk, id: Uuid) -> Result<Option<VisitRow>, VisitError> {
    let scope = judge(&Actor::System, Action::ReadVisit).map_err(|_| VisitError::NotFound)?;
    Ok(store::visit_by_id(desk.house(), &scope, id).await?.as_ref().and_then(VisitRow::of))
}

fn named(people: Vec<Uuid>, names: &HashMap<Uuid, String>) -> Vec<(Uuid, String)> {
    people.into_iter().map(|who| (who, names.get(&who).cloned().unwrap_or_default())).collect()
}

/// Opens what is sealed of one visit.
pub(crate) struct Opening<'a> {
    pub desk: &'a InspectionDesk,
    pub proof: &'a Committed,
    pub key: &'a SubjectKey,
}

impl Opening<'_> {
    pub(crate) fn record(&self, row: &visit::Model) -> Result<Record, VisitError> {
        let Some(sealed) = &row.record else { return Ok(Record::default()) };
        let json = self.desk.house().open(self.proof, self.key, "visit.record", sealed)?;
        Ok(serde_json::from_str(&json).map_err(|_| haqqi_kernel::OpenError::Broken)?)
    }

    fn corrected(
        &self,
        row: &visit::Model,
        names: &HashMap<Uuid, String>,
    ) -> Result<Option<DayCorrected>, VisitError> {
        let (Some(at), Some(sealed)) = (row.corrected_at, &row.corrected_why) else { return Ok(None) };
        let why = self.desk.house().open(self.proof, self.key, "visit.corrected", sealed)?;
        let by = row.corrected_by.and_then(|who| names.get(&who).cloned()).unwrap_or_default();
        Ok(Some(DayCorrected { by, at, why }))
    }

    pub(crate) fn finding(&self, row: visit_finding::Model) -> Result<OpenedFinding, VisitError> {
        Ok(OpenedFinding {
            words: self.desk.house().open(self.proof, self.key, "visit.finding", &row.words)?,
            number: row.number,
            item: row.item,
            article: row.article,
            article_from: row.article_from,
            severity: row.severity,
            workers: row.workers,
            measure: row.measure,
        })
    }

    pub(crate) fn measure(&self, row: visit_measure::Model) -> Result<OpenedMeasure, VisitError> {
        Ok(OpenedMeasure {
            words: self.desk.house().open(self.proof, self.key, "visit.measure", &row.words)?,
            state: MeasureState::from_code(&row.state).ok_or(VisitError::NotFound)?,
            number: row.number,
            code: row.code,
            class: row.class,
            due_at: row.due_at,
            approval: row.approval,
        })
    }
}
