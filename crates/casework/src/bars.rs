//! What bars mediation, joint sessions and contact with the employer (`safeguards.md` 10): a kind that the pack bars, a
//! strong flag that nobody has dismissed, a child, or a yes of hers to a question on violence, confinement or held papers.
//! Only her own request, made in private and approved by a supervisor, goes past it.

use haqqi_complaints::{Age, Desk, ReadError, Summary, open};
use haqqi_kernel::Actor;
use haqqi_screening::{Answer, FlagRow, FlagState, Level, flags_of_complaint};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::entity::rescreening;
use crate::joint::approved_at;

/// Indicators of the ILO that bar it, whatever else is known.
const BARRING: [&str; 4] = [
    "restriction_of_movement",
    "retention_of_identity_documents",
    "physical_and_sexual_violence",
    "intimidation_and_threats",
];

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
/// since.
///
/// # Errors
/// [`ReadError`].
pub async fn bars(desk: &Desk, actor: &Actor, complaint: &Summary) -> Result<Vec<Bar>, ReadError> {
    if let Some(approved) = approved_at(desk, complaint.id).await?
        && !strong_flags(desk, complaint).await?.iter().any(|flag| flag.raised_at > approved)
    {
        return Ok(Vec::new());
    }
    all_bars(desk, actor, complaint).await
}

/// What would bar it if she had not asked for it.
pub(crate) async fn all_bars(desk: &Desk, actor: &Actor, complaint: &Summary) -> Result<Vec<Bar>, ReadError> {
    let mut found = Vec::new();
    if desk.site.pack.kind(&complaint.kind).is_some_and(|kind| kind.no_mediation || kind.child) {
        found.push(Bar::Kind);
    }
    if !strong_flags(desk, complaint).await?.is_empty() {
        found.push(Bar::Flag);
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
    Ok(found)
}

/// Flags of danger, and strong ones, that nobody has dismissed.
async fn strong_flags(desk: &Desk, complaint: &Summary) -> Result<Vec<FlagRow>, ReadError> {
    let mut flags = flags_of_complaint(&desk.screening, complaint.id).await?;
    flags.retain(|flag| flag.level >= Level::Strong && flag.state != FlagState::Dismissed);
    Ok(flags)
}

/// Whether she said so when she filed.
async fn told(desk: &Desk, actor: &Actor, complaint: &Summary) -> Result<bool, ReadError> {
    let opened = open(desk, actor, complaint.reference, "mediation").await?;
    Ok(barring(desk, &opened.answers))
}
