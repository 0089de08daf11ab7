//! A code for the worker herself, after somebody spoke with her alone: who files for her has none of it, and whoever
//! holds an older one must not come in by it (`safeguards.md` 4). The officer states how he met her and how he knew that
//! it was she; that is sealed on the record, and audited.

use haqqi_complaints::{
    Author, Desk, LONGEST_TEXT, NewText, ReadError, TextKind, add_text, renew_worker_code, summary,
};
use haqqi_kernel::{Action, Actor, CommitError, Event, ReceiptCode, Reference, SubjectKind, judge};
use sea_orm::DbErr;

/// How the officer spoke with her.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Met {
    /// In person, where nobody else could hear.
    Person,
    /// By telephone, on a phone that is hers alone.
    Phone,
}

impl Met {
    /// Every way, in the order in which the page offers them.
    pub const ALL: [Self; 2] = [Self::Person, Self::Phone];

    /// The code in forms and events.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Phone => "phone",
        }
    }

    /// The way of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|met| met.code() == code)
    }
}

/// Why no code was issued.
#[derive(Debug, thiserror::Error)]
pub enum GiveError {
    /// The complaint cannot be reached.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// It is an employer's against a worker: nobody comes back to it.
    #[error("an employer's complaint has no worker's code")]
    Against,
    /// It is not stated how it was known that it was she.
    #[error("no statement")]
    Empty,
    /// The statement is longer than 64 KiB.
    #[error("the statement is too long")]
    TooLong,
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
}

/// Issues a code and ends those that she had, with the officer's statement. `language` is that of the statement.
///
/// # Errors
/// [`GiveError`]; then nothing was written.
pub async fn give_code(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    met: Met,
    (language, how): (&str, &str),
) -> Result<ReceiptCode, GiveError> {
    let scope = judge(actor, Action::WorkComplaint).map_err(|_| ReadError::NotFound)?;
    let complaint = summary(desk, &scope, reference).await?;
    if desk.site.pack.kind(&complaint.kind).is_some_and(|kind| kind.employer) {
        return Err(GiveError::Against);
    }
    if how.trim().is_empty() {
        return Err(GiveError::Empty);
    }
    if how.len() > LONGEST_TEXT {
        return Err(GiveError::TooLong);
    }
    let house = &desk.site.house;
    let key = house.subject_key(complaint.id).await?;
    let mut unit = house.unit(actor.clone());
    let statement = NewText {
        kind: TextKind::Statement,
        author: Author::Staff,
        language,
        translation_of: None,
        body: how,
    };
    add_text(&mut unit, complaint.id, &key, &statement);
    let code = renew_worker_code(&mut unit, complaint.id, met.code());
    unit.event(
        Event::new(SubjectKind::Complaint, complaint.id, "complaint.code-issued")
            .office(complaint.office.as_deref())
            .dim("met", met.code()),
    );
    unit.commit().await?;
    Ok(code)
}
