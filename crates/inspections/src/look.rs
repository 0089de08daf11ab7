//! What was seen at a visit without asking anybody is looked at for indicators. This room hands it on, each visit alike;
//! whether a complaint comes of it is decided where complaints are, and nothing of that comes back here
//! (`safeguards.md` 11).

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use haqqi_kernel::{Action, Actor, Audit, Job, SubjectKind, Uow, judge};
use haqqi_screening::Answer;
use haqqi_screening::engine::Question;
use uuid::Uuid;

use crate::desk::{InspectionDesk, VisitError, split};
use crate::entity::visit;
use crate::model::{Observed, Record};
use crate::open::Opening;
use crate::places::workplace;
use crate::{LOOK, store};

/// What was seen at a visit, and where that was.
#[derive(Debug, Clone)]
pub struct SeenThere {
    /// The workplace.
    pub establishment: Uuid,
    /// The office whose visit it is, a code of the pack.
    pub office: String,
    /// Where it is, a code of the pack.
    pub governorate: Option<String>,
    /// Languages spoken there.
    pub languages: Vec<String>,
    /// When it was seen: when the record was closed, or now where it is being written.
    pub at: DateTime<Utc>,
    /// Question of the instrument → answer. What nobody could see, and what nobody wrote down, is unknown.
    pub answers: BTreeMap<String, Answer>,
}

/// Whether an answer means danger by itself.
pub(crate) fn shows_danger(asked: &[&Question], record: &Record) -> bool {
    let seen = |id: &str| record.observations.get(id) == Some(&Observed::Yes);
    asked.iter().any(|question| question.urgent && seen(&question.id))
}

/// Hands the record of this visit on, as the unit leaves it.
pub(crate) fn look_at(unit: &mut Uow, row: &visit::Model) {
    let job = Job::new(LOOK, serde_json::json!({ "visit": row.id }));
    unit.job(job.key(format!("{LOOK}:{}:{}", row.id, row.version + 1)));
}

/// What was seen at a visit: for the job behind [`LOOK`], which opens it as the house and not as a person.
///
/// # Errors
/// [`VisitError`].
pub async fn seen_there(desk: &InspectionDesk, visit: Uuid) -> Result<Option<SeenThere>, VisitError> {
    let house = desk.house();
    let scope = judge(&Actor::System, Action::ReadVisit).map_err(|_| VisitError::NotFound)?;
    let Some(row) = store::visit_by_id(house, &scope, visit).await? else { return Ok(None) };
    let key = house.subject_key(row.id).await?;
    let mut unit = house.unit(Actor::System);
    unit.audit(Audit::read("visit.look", SubjectKind::Visit, row.id));
    let proof = unit.commit().await?;
    let record = Opening { desk, proof: &proof, key: &key }.record(&row)?;
    let answers = desk.observations().into_iter().map(|question| {
        let answer = match record.observations.get(&question.id) {
            Some(Observed::Yes) => Answer::Yes,
            Some(Observed::No) => Answer::No,
            Some(Observed::NotSeen) | None => Answer::Unknown,
        };
        (question.id.clone(), answer)
    });
    Ok(Some(SeenThere {
        establishment: row.establishment_id,
        governorate: workplace(desk, row.establishment_id).await?.and_then(|place| place.governorate),
        languages: split(&row.languages),
        at: row.finished_at.unwrap_or_else(|| house.now()),
        answers: answers.collect(),
        office: row.office,
    }))
}
