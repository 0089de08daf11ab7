//! Complaints that the inspectorate opens itself, because of what a visit brought to light. Nobody has filed, so there are no
//! words, no contact and no code; everything else (assessment, flag, clocks, work) is as for any other. Which visit it was is
//! kept as a keyed tag, and only where a job has to find the way back (`safeguards.md` 11).

use std::collections::BTreeMap;

use haqqi_kernel::{Action, Actor, Audit, CommitError, House, OpenError, Reference, SubjectKind, Uow, judge};
use haqqi_screening::engine::Assessment;
use haqqi_screening::{
    Answer, AssessedSubject, Input, Recorded, ScreenInput, Screener, Source, flagged_up_to, profile_of,
    record,
};
use haqqi_worklist::UnknownClock;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use crate::Desk;
use crate::entity::{complaint, complaint_of_visit};
use crate::file::{ANSWERS, FileComplaint, FileError, file_with, seal_json};
use crate::model::{Age, Employer, Worker};
use crate::open::{ReadError, Summary, summary_of, unsealed};

/// The channel by which it comes, for figures.
const CHANNEL: &str = "visit";

/// What the inspectorate brings itself.
#[derive(Debug, Clone)]
pub struct ExOfficio {
    /// The office whose visit it was, a code of the pack.
    pub office: String,
    /// The workplace.
    pub establishment: Uuid,
    /// Where it is, a code of the pack.
    pub governorate: Option<String>,
    /// In which language one speaks with those who work there, as far as it is known.
    pub language: String,
    /// Whether they are under 18.
    pub age: Age,
    /// A child was met: the child lead decides, whatever was told.
    pub child_met: bool,
    /// What is assessed: question → answer.
    pub answers: BTreeMap<String, Answer>,
    /// The answers are what somebody saw, and may be read beside the complaint. What a worker answered is not kept.
    pub seen: bool,
}

impl ExOfficio {
    /// From where the answers are known.
    pub(crate) fn source(&self) -> Source {
        if self.seen { Source::Observed } else { Source::Worker }
    }
}

/// A complaint that was opened so.
#[derive(Debug, Clone)]
pub struct OpenedExOfficio {
    /// Id, never shown.
    pub complaint: Uuid,
    /// Its reference.
    pub reference: Reference,
    /// What its assessment says.
    pub recorded: Recorded,
}

/// Opens it within the unit. Its kind is the pack's for whatever fits nowhere else: a kind that itself means danger or a full
/// assessment would say more than was found.
///
/// # Errors
/// [`FileError`]; then the unit must be dropped.
pub fn open_ex_officio(desk: &Desk, unit: &mut Uow, own: &ExOfficio) -> Result<OpenedExOfficio, FileError> {
    let pack = &desk.site.pack;
    let filer =
        pack.inspectorate().ok_or_else(|| FileError::Pack("the inspectorate is no filer".to_owned()))?;
    let command = FileComplaint {
        language: own.language.clone(),
        filed_by: Some(filer.code.clone()),
        employer: Employer { governorate: own.governorate.clone(), ..Employer::default() },
        worker: Worker { age: own.age, ..Worker::default() },
        answers: if own.seen { own.answers.clone() } else { BTreeMap::new() },
        ..FileComplaint::default()
    };
    let (filed, id, _, recorded) = file_with(desk, unit, CHANNEL, &command, None, Some(own))?;
    Ok(OpenedExOfficio { complaint: id, reference: filed.reference, recorded })
}

/// What answers say of somebody of whom there is no complaint, without anything being written.
#[must_use]
pub fn weigh_unfiled(
    desk: &Desk,
    source: Source,
    age: Age,
    answers: &BTreeMap<String, Answer>,
) -> Assessment {
    desk.screening.screener.assess(&Input {
        texts: Vec::new(),
        answers: source.says(answers),
        profile: profile_of(age.code()),
        kind_screens: false,
        declared_danger: false,
        on: desk.screening.today(),
    })
}

/// Whose rules hold for what was seen of a place: a sight is of no person whose age could be asked next, so they are those
/// for adults, unless it says that children work there.
#[must_use]
pub fn age_seen(desk: &Desk, answers: &BTreeMap<String, Answer>) -> Age {
    let on = desk.screening.today();
    let screener: &Screener = &desk.screening.screener;
    let of_children = |id: &String| {
        let mut graded = screener.holding(on).flat_map(|one| &one.indicators).filter(|one| one.id == *id);
        graded.any(|one| one.grade.contains_key("child") && !one.grade.contains_key("adult"))
    };
    let asked = screener.questions(on, haqqi_screening::engine::Audience::Staff);
    let yes = asked.iter().filter(|question| answers.get(&question.id) == Some(&Answer::Yes));
    if yes.flat_map(|question| &question.yes).any(of_children) { Age::Child } else { Age::Adult }
}

fn tag(house: &House, visit: Uuid) -> Vec<u8> {
    house.vault().blind_index("complaint-of-visit", visit.as_bytes()).to_vec()
}

/// Notes within the unit that this complaint holds what was seen at a visit. A visit has one.
pub fn note_visit(unit: &mut Uow, complaint: Uuid, visit: Uuid) {
    let (id, tag) = (unit.id(), tag(unit.house(), visit));
    unit.insert(complaint_of_visit::ActiveModel { id: Set(id), complaint_id: Set(complaint), tag: Set(tag) });
}

/// The complaint that holds what was seen at a visit, if it was opened and is still there: for the job that looks again.
///
/// # Errors
/// [`ReadError`], but never *not found*.
pub async fn complaint_of_visit(desk: &Desk, visit: Uuid) -> Result<Option<Summary>, ReadError> {
    let house = &desk.site.house;
    let by_tag = complaint_of_visit::Column::Tag.eq(tag(house, visit));
    let Some(row) = complaint_of_visit::Entity::find().filter(by_tag).one(house.reader()).await? else {
        return Ok(None);
    };
    let scope = judge(&Actor::System, Action::ReadComplaint).map_err(|_| ReadError::NotFound)?;
    match summary_of(desk, &scope, row.complaint_id).await {
        Ok(complaint) => Ok(Some(complaint)),
        Err(ReadError::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Why what was seen later was not added.
#[derive(Debug, thiserror::Error)]
pub enum SeeMoreError {
    /// The pack lacks a clock.
    #[error(transparent)]
    Clock(#[from] UnknownClock),
    /// Something sealed does not open.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The commit's answer; stale when the complaint changed in the meantime.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Adds what was seen since: assessed again where a sign is new. Whether there was one. Nothing that was seen before is taken
/// back, whatever the record says now: a person decides.
///
/// # Errors
/// [`SeeMoreError`]; then nothing was written.
pub async fn see_more(
    desk: &Desk,
    complaint: &Summary,
    assessed: &AssessedSubject,
    answers: &BTreeMap<String, Answer>,
) -> Result<bool, SeeMoreError> {
    let house = &desk.site.house;
    let key = house.subject_key(complaint.id).await?;
    let row = complaint::Entity::find_by_id(complaint.id).one(house.reader()).await?;
    let mut unit = house.unit(Actor::System);
    unit.audit(Audit::read("complaint.read-seen", SubjectKind::Complaint, complaint.id));
    let proof = unit.commit().await?;
    let sealed = row.and_then(|row| row.answers);
    let json = sealed.map(|sealed| house.open(&proof, &key, ANSWERS, &sealed)).transpose()?;
    let mut seen: BTreeMap<String, Answer> = unsealed(json)?;
    let is_yes = |seen: &BTreeMap<String, Answer>, id: &String| seen.get(id) == Some(&Answer::Yes);
    if answers.iter().all(|(id, answer)| *answer != Answer::Yes || is_yes(&seen, id)) {
        return Ok(false);
    }
    for (id, answer) in answers {
        if !is_yes(&seen, id) {
            seen.insert(id.clone(), *answer);
        }
    }
    let age = if complaint.age == Age::Child { Age::Child } else { age_seen(desk, &seen) };
    let flagged = flagged_up_to(&desk.screening, complaint.id).await?;
    let assessed = AssessedSubject { age: age.code().to_owned(), ..assessed.clone() };
    let input = ScreenInput { answers: Source::Observed.says(&seen), flagged, ..ScreenInput::default() };
    let mut unit = house.unit(Actor::System);
    let found = record(&mut unit, &desk.screening, &assessed, &key, &input)?;
    let sealed = seal_json(&unit, &key, ANSWERS, &seen);
    unit.update_one(
        complaint::Entity::update_many()
            .col_expr(complaint::Column::Answers, Expr::value(sealed))
            .col_expr(complaint::Column::Urgent, Expr::value(complaint.urgent || found.urgent))
            .col_expr(complaint::Column::Age, Expr::value(age.code()))
            .col_expr(complaint::Column::Version, Expr::value(complaint.version + 1))
            .filter(complaint::Column::Id.eq(complaint.id))
            .filter(complaint::Column::Version.eq(complaint.version)),
    );
    unit.audit(Audit::write("complaint.see-more", SubjectKind::Complaint, complaint.id));
    unit.commit().await?;
    Ok(true)
}
