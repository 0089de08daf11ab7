//! Opening a flag: what the assessment found, where in her words, and what was decided. One audited read.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use haqqi_kernel::{Action, Actor, Audit, CommitError, OpenError, Reference, SubjectKind, judge};
use sea_orm::DbErr;
use uuid::Uuid;

use crate::desk::{ScreeningDesk, ToldWords};
use crate::engine::{Assessment, Level};
use crate::entity::flag;
use crate::judged::{Judgement, judgements};
use crate::model::FlagState;
use crate::said::{Statement, is_so, statements};
use crate::store;

/// Why a flag cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum FlagError {
    /// There is none, or it is not for this account: the same answer.
    #[error("no such flag")]
    NotFound,
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
    /// The audit entry could not be written, so nothing was opened.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// Something sealed does not open.
    #[error(transparent)]
    Open(#[from] OpenError),
}

/// The coded side of a flag.
#[derive(Debug, Clone)]
pub struct FlagRow {
    /// Id, never shown.
    pub id: Uuid,
    /// Reference.
    pub reference: Reference,
    /// The complaint.
    pub complaint: Uuid,
    /// The complaint's reference.
    pub complaint_reference: Reference,
    /// Level.
    pub level: Level,
    /// Office.
    pub office: Option<String>,
    /// Language of her words.
    pub language: String,
    /// Kind of complaint.
    pub kind: String,
    /// Adult, child, unknown.
    pub age: String,
    /// Who filed.
    pub filed_by: String,
    /// Whether the filer gains from how it ends.
    pub filer_has_interest: bool,
    /// Where it stands.
    pub state: FlagState,
    /// When raised.
    pub raised_at: DateTime<Utc>,
    /// Until when safety was found.
    pub safe_until: Option<DateTime<Utc>>,
    /// Until when it is watched.
    pub watch_until: Option<DateTime<Utc>>,
    /// Who proposed to dismiss it.
    pub proposed_by: Option<Uuid>,
    /// For optimistic locking.
    pub version: i32,
    pub(crate) assessment: Uuid,
}

impl FlagRow {
    pub(crate) fn of(row: flag::Model) -> Option<Self> {
        Some(Self {
            id: row.id,
            reference: row.reference.parse().ok()?,
            complaint: row.complaint_id,
            complaint_reference: row.complaint_reference.parse().ok()?,
            level: Level::from_code(&row.level)?,
            office: row.office,
            language: row.language,
            kind: row.kind,
            age: row.age,
            filed_by: row.filed_by,
            filer_has_interest: row.filer_has_interest,
            state: FlagState::from_code(&row.state)?,
            raised_at: row.raised_at,
            safe_until: row.safe_until,
            watch_until: row.watch_until,
            proposed_by: row.proposed_by,
            version: row.version,
            assessment: row.assessment_id,
        })
    }

    /// Whether a second person must agree to dismiss it (`safeguards.md` 8).
    #[must_use]
    pub fn dismissal_needs_two(&self) -> bool {
        self.level >= Level::Strong || self.age == "child"
    }
}

/// A decision, opened.
#[derive(Debug, Clone)]
pub struct OpenedDecision {
    /// `safety` or `merits`.
    pub question: String,
    /// What was decided.
    pub decision: String,
    /// The reason, a code of the pack.
    pub reason: String,
    /// The reason in words.
    pub words: String,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: Uuid,
}

/// A flag, opened.
#[derive(Debug, Clone)]
pub struct OpenedFlag {
    /// The coded side.
    pub row: FlagRow,
    /// What the instruments said.
    pub assessment: Assessment,
    /// Her words.
    pub words: Vec<ToldWords>,
    /// What was decided so far.
    pub decisions: Vec<OpenedDecision>,
    /// What was judged of its indicators after talks, the first first; of one indicator the last counts.
    pub judged: Vec<Judgement>,
    /// What was said of single indicators, the first first; of one indicator the last counts.
    pub said: Vec<Statement>,
}

/// The flags that the actor may see, newest first; coded side only.
///
/// # Errors
/// [`FlagError::NotFound`] where the actor may see none at all.
pub async fn flags(
    desk: &ScreeningDesk,
    actor: &Actor,
    open_only: bool,
    before: Option<Uuid>,
    most: u64,
) -> Result<Vec<FlagRow>, FlagError> {
    let scope = judge(actor, Action::ReadFlag).map_err(|_| FlagError::NotFound)?;
    let rows = store::newest(&desk.site.house, &scope, open_only, before, most).await?;
    Ok(rows.into_iter().filter_map(FlagRow::of).collect())
}

/// Levels of the flags of one complaint, for whoever may read the complaint; nothing of what was found.
///
/// # Errors
/// The database's error.
pub async fn flags_of_complaint(desk: &ScreeningDesk, complaint: Uuid) -> Result<Vec<FlagRow>, DbErr> {
    let rows = store::of_complaint(&desk.site.house, complaint).await?;
    Ok(rows.into_iter().filter_map(FlagRow::of).collect())
}

/// The flags of these complaints that the actor may read; none where it may read none.
///
/// # Errors
/// The database's error.
pub async fn flags_among(
    desk: &ScreeningDesk,
    actor: &Actor,
    complaints: &[Uuid],
) -> Result<Vec<FlagRow>, DbErr> {
    let Ok(scope) = judge(actor, Action::ReadFlag) else { return Ok(Vec::new()) };
    let rows = store::of_complaints(&desk.site.house, &scope, complaints).await?;
    Ok(rows.into_iter().filter_map(FlagRow::of).collect())
}

/// Up to which level a flag of this complaint waits for a person. Danger told anew is decided anew: a flag whose
/// safety was decided holds no new danger back.
///
/// # Errors
/// The database's error.
pub async fn flagged_up_to(desk: &ScreeningDesk, complaint: Uuid) -> Result<Option<Level>, DbErr> {
    let flags = flags_of_complaint(desk, complaint).await?;
    let waiting = flags.iter().filter(|flag| flag.state.is_open());
    Ok(waiting
        .map(|flag| if flag.state == FlagState::Open { flag.level } else { flag.level.min(Level::Strong) })
        .max())
}

pub(crate) async fn row_of(
    desk: &ScreeningDesk,
    actor: &Actor,
    action: Action,
    reference: Reference,
) -> Result<FlagRow, FlagError> {
    let scope = judge(actor, action).map_err(|_| FlagError::NotFound)?;
    let row = store::by_reference(&desk.site.house, &scope, reference).await?.ok_or(FlagError::NotFound)?;
    FlagRow::of(row).ok_or(FlagError::NotFound)
}

/// Opens a flag. The read is audited before anything is opened.
///
/// # Errors
/// [`FlagError`].
pub async fn open_flag(
    desk: &ScreeningDesk,
    actor: &Actor,
    reference: Reference,
) -> Result<OpenedFlag, FlagError> {
    let house = &desk.site.house;
    let row = row_of(desk, actor, Action::ReadFlag, reference).await?;
    let assessment = store::assessment(house, row.assessment).await?.ok_or(FlagError::NotFound)?;
    let decisions = store::decisions(house, row.id).await?;
    let key = house.subject_key(row.complaint).await?;
    let mut unit = house.unit(actor.clone());
    let audit = Audit::read("flag.read", SubjectKind::Complaint, row.complaint);
    unit.audit(audit.purpose(row.reference.to_string()));
    let proof = unit.commit().await?;
    let found = house.open(&proof, &key, "assessment.result", &assessment.result)?;
    let assessment: Assessment = serde_json::from_str(&found).map_err(|_| OpenError::Broken)?;
    let mut opened = Vec::with_capacity(decisions.len());
    for decision in decisions {
        opened.push(OpenedDecision {
            words: house.open(&proof, &key, "flag.decision", &decision.words)?,
            question: decision.question,
            decision: decision.decision,
            reason: decision.reason,
            at: decision.decided_at,
            by: decision.decided_by,
        });
    }
    let words = desk.words.words(actor, row.complaint).await?;
    let judged = judgements(house, row.id).await?;
    let said = statements(house, row.complaint, &key, &proof).await?;
    Ok(OpenedFlag { row, assessment, words, decisions: opened, judged, said })
}

/// What the instruments said about a flag, without her words. The read is audited for this purpose.
///
/// # Errors
/// [`FlagError`].
pub async fn open_assessment(
    desk: &ScreeningDesk,
    actor: &Actor,
    reference: Reference,
    purpose: &str,
) -> Result<Assessment, FlagError> {
    let house = &desk.site.house;
    let row = row_of(desk, actor, Action::ReadFlag, reference).await?;
    let assessment = store::assessment(house, row.assessment).await?.ok_or(FlagError::NotFound)?;
    let key = house.subject_key(row.complaint).await?;
    let mut unit = house.unit(actor.clone());
    unit.audit(Audit::read("flag.read", SubjectKind::Complaint, row.complaint).purpose(purpose));
    let proof = unit.commit().await?;
    let found = house.open(&proof, &key, "assessment.result", &assessment.result)?;
    Ok(serde_json::from_str(&found).map_err(|_| OpenError::Broken)?)
}

/// The indicators of which somebody said last that they are so. The read is audited for this purpose.
///
/// # Errors
/// [`FlagError`].
pub(crate) async fn confirmed(
    desk: &ScreeningDesk,
    actor: &Actor,
    complaint: Uuid,
    purpose: &str,
) -> Result<Vec<String>, FlagError> {
    let house = &desk.site.house;
    let key = house.subject_key(complaint).await?;
    let mut unit = house.unit(actor.clone());
    unit.audit(Audit::read("flag.read", SubjectKind::Complaint, complaint).purpose(purpose));
    let proof = unit.commit().await?;
    let all = statements(house, complaint, &key, &proof).await?;
    Ok(is_so(&all).into_iter().map(str::to_owned).collect())
}

/// An assessment that tells of an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Telling {
    /// When it was made.
    pub at: DateTime<Utc>,
    /// Whether it raised a flag, that nobody has dismissed.
    pub flagged: bool,
}

/// The assessments of a complaint in which one of these indicators of the ILO is certain or suggested, but for those whose
/// flag was dismissed. It is a rule of the house that looks, and the audit says so: who works on the complaint may not be
/// one of those who read flags.
///
/// # Errors
/// [`FlagError`].
pub async fn tells_of(
    desk: &ScreeningDesk,
    complaint: Uuid,
    indicators: &[&str],
) -> Result<Vec<Telling>, FlagError> {
    let house = &desk.site.house;
    let made = store::assessments(house, complaint).await?;
    if made.is_empty() {
        return Ok(Vec::new());
    }
    let flags = flags_of_complaint(desk, complaint).await?;
    let key = house.subject_key(complaint).await?;
    let mut unit = house.unit(Actor::System);
    unit.audit(Audit::read("assessment.weigh", SubjectKind::Complaint, complaint));
    let proof = unit.commit().await?;
    let mut opened = Vec::with_capacity(made.len());
    for row in &made {
        let json = house.open(&proof, &key, "assessment.result", &row.result)?;
        let result: Assessment = serde_json::from_str(&json).map_err(|_| OpenError::Broken)?;
        opened.push((row, result));
    }
    let flag_of = |id: Uuid| flags.iter().find(|flag| flag.assessment == id);
    let is_dismissed = |id: Uuid| flag_of(id).is_some_and(|flag| flag.state == FlagState::Dismissed);
    // What a person let go is told by no assessment that reads the same again.
    let mut let_go = (BTreeSet::new(), BTreeSet::new());
    for (_, result) in opened.iter().filter(|(row, _)| is_dismissed(row.id)) {
        let_go.0.extend(&result.certain);
        let_go.1.extend(result.certain.iter().chain(&result.suggested));
    }
    let mut found = Vec::new();
    for (row, result) in opened.iter().filter(|(row, _)| !is_dismissed(row.id)) {
        let again = row.occasion.is_some();
        let certain = result.certain.iter().filter(|name| !again || !let_go.0.contains(name));
        let suggested = result.suggested.iter().filter(|name| !again || !let_go.1.contains(name));
        if certain.chain(suggested).any(|name| indicators.contains(&name.as_str())) {
            found.push(Telling { at: row.made_at, flagged: flag_of(row.id).is_some() });
        }
    }
    Ok(found)
}
