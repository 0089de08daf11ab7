//! What is known of a worker, for a hand-over that rests on a ground: by the trait that the binary wires. The scope
//! shows that the judge let the actor work on a referral case; the read is audited with its purpose.

use haqqi_kernel::{Action, Actor, Audit, CommitError, House, Scope, SubjectKind};
use uuid::Uuid;

use crate::model::{Author, Contact, Employer, TextKind, Worker};
use crate::open::{Summary, unsealed};
use crate::store;

/// A text that she told, or that was told for her, with its translation.
#[derive(Debug, Clone)]
pub struct ToldText {
    /// Which.
    pub id: Uuid,
    /// Who told it: the worker, or who filed for her.
    pub author: Author,
    /// Its language.
    pub language: String,
    /// The words.
    pub body: String,
    /// A translation that a person made: language and words.
    pub translation: Option<(String, String)>,
}

/// What is known.
#[derive(Debug, Clone)]
pub struct KnownFacts {
    /// The coded side of the complaint.
    pub summary: Summary,
    /// Herself, as far as she told.
    pub worker: Worker,
    /// How she may be reached.
    pub contact: Contact,
    /// Where and for whom she works.
    pub employer: Employer,
    /// Her texts, oldest first.
    pub texts: Vec<ToldText>,
}

fn failed(cause: impl std::fmt::Display) -> CommitError {
    CommitError::Db(cause.to_string())
}

/// Reads what is known of the worker whose complaint led to a referral case.
///
/// # Errors
/// [`CommitError`]; then nothing was opened.
pub async fn facts_for_referral(
    house: &House,
    actor: &Actor,
    scope: &Scope,
    complaint: Uuid,
) -> Result<KnownFacts, CommitError> {
    if scope.action() != Action::WorkReferral {
        return Err(failed("a scope of another action"));
    }
    let row = store::of_case(house, complaint).await.map_err(failed)?;
    let row = row.ok_or_else(|| failed("no such complaint"))?;
    let texts = store::texts(house, complaint).await.map_err(failed)?;
    let key = house.subject_key(complaint).await.map_err(failed)?;
    let mut unit = house.unit(actor.clone());
    unit.audit(Audit::read("complaint.read-facts", SubjectKind::Complaint, complaint).purpose("hand-over"));
    let proof = unit.commit().await?;
    let open = |field: &str, sealed: &[u8]| house.open(&proof, &key, field, sealed).map_err(failed);
    let json =
        |field: &str, sealed: &Option<Vec<u8>>| sealed.as_ref().map(|sealed| open(field, sealed)).transpose();
    let worker = unsealed::<Worker>(json("complaint.worker", &row.worker)?).map_err(failed)?;
    let contact = unsealed::<Contact>(json("complaint.contact", &row.contact)?).map_err(failed)?;
    let employer = unsealed::<Employer>(json("complaint.employer", &row.employer)?).map_err(failed)?;
    let mut told = Vec::new();
    let hers = |author: &str| author == Author::Worker.code() || author == Author::Filer.code();
    for text in texts.iter().filter(|t| t.kind != TextKind::Translation.code() && hers(&t.author)) {
        let translation = texts.iter().rev().find(|other| other.translation_of == Some(text.id));
        told.push(ToldText {
            id: text.id,
            author: Author::from_code(&text.author).unwrap_or(Author::Filer),
            language: text.language.clone(),
            body: open("text.body", &text.body)?,
            translation: match translation {
                Some(translation) => {
                    Some((translation.language.clone(), open("text.body", &translation.body)?))
                }
                None => None,
            },
        });
    }
    let summary = Summary::of(row).ok_or_else(|| failed("the complaint's row does not read"))?;
    Ok(KnownFacts { summary, worker, contact, employer, texts: told })
}
