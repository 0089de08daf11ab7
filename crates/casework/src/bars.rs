//! What bars mediation, joint sessions and contact with the employer (`safeguards.md` 10): a kind that the pack bars, a
//! strong flag that nobody has dismissed, a child, a yes of hers to a question on violence, confinement or held papers, or
//! words of hers that speak of them. Only her own request, made in private and approved by a supervisor, goes past it. And
//! her wish that the employer learn nothing bars it, until she agrees in a talk alone.

use haqqi_complaints::{Age, Confidentiality, Desk, ReadError, Summary, open};
use haqqi_kernel::{Actor, happened_to};
use haqqi_screening::{Answer, FlagError, FlagRow, FlagState, Level, Telling, flags_of_complaint, tells_of};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::entity::rescreening;
use crate::joint::{agreed_at, approved_at};

/// Indicators of the ILO that bar it, whatever else is known.
const BARRING: [&str; 4] = [
    "restriction_of_movement",
    "retention_of_identity_documents",
    "physical_and_sexual_violence",
    "intimidation_and_threats",
];

/// What the history calls a change of that.
const CHANGED: &str = "complaint.confidentiality-changed";

/// Why the other side is not met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bar {
    /// The kind of complaint: violence, harassment, confinement, held papers, child labour.
    Kind,
    /// A strong flag or one of danger was raised and not dismissed: whoever escalates it upholds it.
    Flag,
    /// She is a child.
    Child,
    /// She said so when she was asked about safety.
    Answer,
    /// What she told speaks of held papers, threats, violence or confinement, whether a lesser flag or none came of it.
    Indicator,
    /// The employer is to learn nothing of who complained, and she has not agreed to it alone.
    Wish,
}

impl Bar {
    /// The code in messages.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Flag => "flag",
            Self::Child => "child",
            Self::Answer => "answer",
            Self::Indicator => "indicator",
            Self::Wish => "wish",
        }
    }
}

/// Whether a yes among these answers bars it.
pub(crate) fn barring<'a>(desk: &Desk, answers: impl IntoIterator<Item = (&'a String, &'a Answer)>) -> bool {
    let questions = desk.screening.questions();
    answers.into_iter().filter(|(_, answer)| **answer == Answer::Yes).any(|(id, _)| {
        questions
            .iter()
            .find(|question| question.id == *id)
            .is_some_and(|question| question.ilo11.iter().any(|name| BARRING.contains(&name.as_str())))
    })
}

/// What bars it now; nothing where she asked for it in private and a supervisor approved, and nothing graver was found
/// since. Where her wish alone bars it, it is enough that she agreed in a talk that the call log shows.
///
/// # Errors
/// [`ReadError`].
pub async fn bars(desk: &Desk, actor: &Actor, complaint: &Summary) -> Result<Vec<Bar>, ReadError> {
    if let Some(approved) = approved_at(desk, complaint.id).await? {
        let strong = strong_flags(desk, complaint).await?;
        let graver = strong.iter().any(|flag| flag.raised_at > approved)
            || telling(desk, complaint).await?.iter().any(|one| one.flagged && one.at > approved);
        if !graver && !kept_secret(desk, complaint).await? {
            return Ok(Vec::new());
        }
    }
    let mut found = all_bars(desk, actor, complaint).await?;
    if found == [Bar::Wish] && !kept_secret(desk, complaint).await? {
        found.clear();
    }
    Ok(found)
}

/// What would bar it if she had not asked for it.
pub(crate) async fn all_bars(desk: &Desk, actor: &Actor, complaint: &Summary) -> Result<Vec<Bar>, ReadError> {
    let mut found = Vec::new();
    if desk.site.pack.kind(&complaint.kind).is_some_and(|kind| kind.no_mediation || kind.child) {
        found.push(Bar::Kind);
    }
    if !strong_flags(desk, complaint).await?.is_empty() {
        found.push(Bar::Flag);
    } else if !telling(desk, complaint).await?.is_empty() {
        found.push(Bar::Indicator);
    }
    if complaint.age == Age::Child {
        found.push(Bar::Child);
    }
    let asked_again = rescreening::Entity::find()
        .filter(rescreening::Column::ComplaintId.eq(complaint.id))
        .filter(rescreening::Column::Bars.eq(true))
        .one(desk.site.house.reader())
        .await?;
    if asked_again.is_some() || told(desk, actor, complaint).await? {
        found.push(Bar::Answer);
    }
    if wishes_secrecy(desk, complaint) {
        found.push(Bar::Wish);
    }
    Ok(found)
}

/// Whether the employer is to learn nothing of who complained. Who is complained about by an employer is known to him.
fn wishes_secrecy(desk: &Desk, complaint: &Summary) -> bool {
    let employers = desk.site.pack.kind(&complaint.kind).is_some_and(|kind| kind.employer);
    complaint.confidentiality != Confidentiality::Open && !employers
}

/// Whether that holds still: she has not agreed in a talk alone, or wished for it anew since.
async fn kept_secret(desk: &Desk, complaint: &Summary) -> Result<bool, ReadError> {
    if !wishes_secrecy(desk, complaint) {
        return Ok(false);
    }
    let changed = happened_to(&desk.site.house, complaint.id, CHANGED, None).await?.pop();
    let agreed = agreed_at(desk, complaint.id).await?;
    Ok(agreed.is_none_or(|agreed| changed.is_some_and(|changed| changed.at > agreed)))
}

/// Flags of danger, and strong ones, that nobody has dismissed.
async fn strong_flags(desk: &Desk, complaint: &Summary) -> Result<Vec<FlagRow>, ReadError> {
    let mut flags = flags_of_complaint(&desk.screening, complaint.id).await?;
    flags.retain(|flag| flag.level >= Level::Strong && flag.state != FlagState::Dismissed);
    Ok(flags)
}

/// The assessments that tell of what bars it, whatever level they gave.
async fn telling(desk: &Desk, complaint: &Summary) -> Result<Vec<Telling>, ReadError> {
    tells_of(&desk.screening, complaint.id, &BARRING).await.map_err(|error| match error {
        FlagError::NotFound => ReadError::NotFound,
        FlagError::Db(error) => error.into(),
        FlagError::Commit(error) => error.into(),
        FlagError::Open(error) => error.into(),
    })
}

/// Whether she said so when she filed.
async fn told(desk: &Desk, actor: &Actor, complaint: &Summary) -> Result<bool, ReadError> {
    let opened = open(desk, actor, complaint.reference, "mediation").await?;
    Ok(barring(desk, &opened.answers))
}
