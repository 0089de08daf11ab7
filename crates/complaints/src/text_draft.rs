//! Working on a text that came in: reading it, filing with her what it tells, or setting it aside.

use chrono::{DateTime, Utc};
use haqqi_kernel::{
    Action, Actor, Audit, CommitError, OpenError, Reach, ReceiptCode, Reference, Scope, SubjectKind, Tells,
    Uow, judge,
};
use haqqi_messaging::{NewText, Number, TextKind as Words, queue_text};
use haqqi_worklist::{DeadlineError, ItemKind, finish_items, meet_deadline};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder};

use crate::Desk;
use crate::entity::{complaint, text_draft, text_part};
use crate::file::{FileComplaint, FileError, file};
use crate::inbound::Carrier;
use crate::model::{Channel, Contact, Whose};

/// Why a draft could not be read or worked on.
#[derive(Debug, thiserror::Error)]
pub enum DraftError {
    /// There is none, or it is not for this account.
    #[error("no such text")]
    NotFound,
    /// Somebody has filed it or set it aside.
    #[error("done before")]
    Done,
    /// It tells of danger: it can only be filed.
    #[error("danger is not set aside")]
    Danger,
    /// It cannot be filed so.
    #[error(transparent)]
    File(#[from] FileError),
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// Something sealed does not open.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The deadline's answer.
    #[error(transparent)]
    Deadline(#[from] DeadlineError),
}

/// Why a text is no complaint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aside {
    /// It was answered: she asked something.
    Answered,
    /// It tells nothing that anybody could work on, and nobody could be reached.
    Nothing,
    /// It was sent to a wrong number, or sells something.
    NotForUs,
}

impl Aside {
    /// Every reason, in the order in which the page offers them.
    pub const ALL: [Self; 3] = [Self::Answered, Self::Nothing, Self::NotForUs];

    /// The code kept in the table.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::Nothing => "nothing",
            Self::NotForUs => "not-for-us",
        }
    }

    /// The reason of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }
}

/// A draft, opened.
#[derive(Debug, Clone)]
pub struct OpenedDraft {
    /// Reference.
    pub reference: Reference,
    /// By what way it came.
    pub way: Carrier,
    /// The probable language.
    pub language: Option<String>,
    /// When the first text came.
    pub received_at: DateTime<Utc>,
    /// Before when somebody takes it.
    pub due_at: DateTime<Utc>,
    /// The sender, as the network names it.
    pub number: String,
    /// She said that the phone is hers alone.
    pub hers_alone: bool,
    /// Its words tell of danger.
    pub urgent: bool,
    /// The texts, oldest first.
    pub texts: Vec<(DateTime<Utc>, String)>,
    /// Complaints that were filed from earlier texts of this number.
    pub earlier: Vec<String>,
    /// The complaint that was filed from it.
    pub complaint: Option<String>,
    /// Why it was set aside.
    pub outcome: Option<String>,
}

impl OpenedDraft {
    /// All that she wrote, as she wrote it.
    #[must_use]
    pub fn words(&self) -> String {
        self.texts.iter().map(|(_, body)| body.as_str()).collect::<Vec<_>>().join("\n")
    }
}

fn within(scope: &Scope) -> Condition {
    use text_draft::Column as C;
    // What was filed from it tells of a workplace once it is linked.
    let filed = Query::select()
        .column(complaint::Column::Id)
        .from(complaint::Entity)
        .and_where(
            Expr::col((complaint::Entity, complaint::Column::Reference)).equals(C::Complaint.as_column_ref()),
        )
        .to_owned();
    scope.condition(Tells::through(filed), |reach| match reach {
        Reach::Offices(offices) => Some(Condition::all().add(C::Office.is_in(offices.clone()))),
        // Every text that nobody has taken is the duty officer's as well.
        Reach::OnDuty => Some(Condition::all().add(C::Id.is_not_null())),
        _ => None,
    })
}

async fn row(desk: &Desk, actor: &Actor, reference: Reference) -> Result<text_draft::Model, DraftError> {
    let scope = judge(actor, Action::TakeText).map_err(|_| DraftError::NotFound)?;
    text_draft::Entity::find()
        .filter(text_draft::Column::Reference.eq(reference.to_string()))
        .filter(within(&scope))
        .one(desk.site.house.reader())
        .await?
        .ok_or(DraftError::NotFound)
}

/// Opens a draft. The audit entry is committed before anything is opened.
///
/// # Errors
/// [`DraftError`].
pub async fn open_draft(desk: &Desk, actor: &Actor, reference: Reference) -> Result<OpenedDraft, DraftError> {
    let row = row(desk, actor, reference).await?;
    opened(desk, actor, reference, row).await
}

async fn opened(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    row: text_draft::Model,
) -> Result<OpenedDraft, DraftError> {
    let house = &desk.site.house;
    let parts = text_part::Entity::find()
        .filter(text_part::Column::DraftId.eq(row.id))
        .order_by_asc(text_part::Column::ReceivedAt)
        .order_by_asc(text_part::Column::Id)
        .all(house.reader())
        .await?;
    let earlier = text_draft::Entity::find()
        .filter(text_draft::Column::NumberTag.eq(row.number_tag.clone()))
        .filter(text_draft::Column::Complaint.is_not_null())
        .filter(text_draft::Column::Id.ne(row.id))
        .order_by_desc(text_draft::Column::ReceivedAt)
        .all(house.reader())
        .await?;
    let key = house.subject_key(row.id).await?;
    let mut unit = house.unit(actor.clone());
    unit.audit(Audit::read("text.read", SubjectKind::TextDraft, row.id));
    let proof = unit.commit().await?;
    let mut texts = Vec::with_capacity(parts.len());
    for part in parts {
        texts.push((part.received_at, house.open(&proof, &key, "text-part.body", &part.body)?));
    }
    Ok(OpenedDraft {
        reference,
        way: Carrier::from_code(&row.way).unwrap_or(Carrier::Sms),
        language: row.language,
        received_at: row.received_at,
        due_at: row.due_at,
        number: house.open(&proof, &key, "text-draft.number", &row.number)?,
        hers_alone: row.hers_alone,
        urgent: row.urgent,
        texts,
        earlier: earlier.into_iter().filter_map(|row| row.complaint).collect(),
        complaint: row.complaint,
        outcome: row.outcome,
    })
}

/// What the hotline asks her, in a talk that is safe.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CompleteDraft {
    /// The complaint as told; words, language and contact are put in from the draft and from what stands below.
    pub told: FileComplaint,
    /// By what she may be reached: by the number from which the text came, or not at all.
    pub channel: Channel,
    /// Whose that phone is.
    pub whose: Option<Whose>,
    /// When it is safe, in her words.
    pub when: String,
    /// She asked that number and code are sent to that phone, which is hers alone.
    pub send_note: bool,
}

/// What the one who talks with her reads to her.
#[derive(Debug, Clone)]
pub struct Completed {
    /// The complaint's reference.
    pub reference: Reference,
    /// Her code: read to her alone, never written down by staff.
    pub code: Option<ReceiptCode>,
    /// Before when a person reads it.
    pub acknowledge_by: DateTime<Utc>,
}

/// Files what a draft tells, with her words as she wrote them. The legal clock runs from her first text.
///
/// # Errors
/// [`DraftError`]; then nothing was written.
pub async fn complete_draft(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    what: &CompleteDraft,
) -> Result<Completed, DraftError> {
    judge(actor, Action::FileComplaint).map_err(|_| DraftError::NotFound)?;
    let row = row(desk, actor, reference).await?;
    if row.done_at.is_some() {
        return Err(DraftError::Done);
    }
    let draft = opened(desk, actor, reference, row.clone()).await?;
    let house = &desk.site.house;
    let key = house.subject_key(row.id).await?;
    let alone = what.whose == Some(Whose::Alone);
    let command = FileComplaint {
        narrative: draft.words(),
        danger: what.told.danger || draft.urgent,
        received_at: Some(draft.received_at),
        contact: Contact {
            channel: what.channel,
            address: if what.channel == Channel::None { String::new() } else { draft.number.clone() },
            hers_alone: alone,
            whose: what.whose,
            when: what.when.clone(),
            ..what.told.contact.clone()
        },
        ..what.told.clone()
    };
    let mut unit = house.unit(actor.clone());
    let filed = file(desk, &mut unit, draft.way.code(), &command)?;
    if what.send_note
        && command.contact.may_be_texted()
        && let (Some(code), Ok(to)) =
            (&filed.code, Number::read(&draft.number, desk.site.pack.identity().phone.as_ref()))
    {
        let (number, code) = (filed.reference.to_string(), code.to_string());
        let note = NewText {
            to: &to,
            kind: Words::Note,
            language: &command.language,
            effect: &format!("{}:note", row.id),
            not_after: None,
            lines: &[&number, &code],
        };
        queue_text(&mut unit, &key, &note);
    }
    end(&mut unit, &row, ("complaint", filed.reference.to_string())).await?;
    unit.commit().await?;
    Ok(Completed { reference: filed.reference, code: filed.code, acknowledge_by: filed.acknowledge_by })
}

/// Sets a draft aside.
///
/// # Errors
/// [`DraftError`]; then nothing was written.
pub async fn set_aside(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    reason: Aside,
) -> Result<(), DraftError> {
    let row = row(desk, actor, reference).await?;
    if row.done_at.is_some() {
        return Err(DraftError::Done);
    }
    if row.urgent {
        return Err(DraftError::Danger);
    }
    let mut unit = desk.site.house.unit(actor.clone());
    end(&mut unit, &row, ("outcome", reason.code().to_owned())).await?;
    unit.commit().await?;
    Ok(())
}

/// Ends the work on a draft: by the complaint filed from it, or by a reason.
async fn end(unit: &mut Uow, row: &text_draft::Model, by: (&str, String)) -> Result<(), DraftError> {
    use text_draft::Column as C;
    let (now, who) = (unit.now(), unit.actor().account());
    let column = if by.0 == "complaint" { C::Complaint } else { C::Outcome };
    unit.audit(Audit::write("text.end", SubjectKind::TextDraft, row.id).purpose(by.0));
    unit.update_one(
        text_draft::Entity::update_many()
            .col_expr(column, Expr::value(Some(by.1)))
            .col_expr(C::DoneAt, Expr::value(Some(now)))
            .col_expr(C::DoneBy, Expr::value(who))
            .col_expr(C::Version, Expr::value(row.version + 1))
            .filter(C::Id.eq(row.id))
            .filter(C::Version.eq(row.version)),
    );
    meet_deadline(unit, row.id, "text-draft").await?;
    // From here the complaint has a danger clock of its own; this one ends when a person took the text.
    meet_deadline(unit, row.id, "danger").await?;
    finish_items(unit, row.id, ItemKind::TextToTake);
    Ok(())
}
