//! She asks for something that a person must decide: to take the complaint back, or that somebody else look at the
//! outcome. Asking changes nothing by itself: a withdrawal waits for a private check (`safeguards.md` 4), an objection
//! for an officer who did not decide. The words beside it are a message like any other, and screened.

use chrono::{DateTime, Utc};
use haqqi_kernel::{Action, Audit, CommitError, Event, House, Role, SubjectKey, SubjectKind, Uow, judge};
use haqqi_screening::{AssessedSubject, Level, Recorded, ScreenInput, flagged_up_to};
use haqqi_worklist::{About, ItemKind, NewDeadline, NewItem, Urgency, is_owed, open_item, set_deadline};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, Set};
use uuid::Uuid;

use crate::come_back::{Entered, ReturnError};
use crate::desk::TranslationNeeded;
use crate::entity::{ask, complaint};
use crate::model::{Author, LONGEST_TEXT, State, TextKind};
use crate::work::{NewText, add_text};
use crate::{Desk, store};

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AskKind {
    /// To take the complaint back.
    Withdrawal,
    /// That somebody else look at the outcome.
    Objection,
}

impl AskKind {
    /// The code kept in the table.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Withdrawal => "withdrawal",
            Self::Objection => "objection",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        [Self::Withdrawal, Self::Objection].into_iter().find(|kind| kind.code() == code)
    }

    fn item(self) -> ItemKind {
        match self {
            Self::Withdrawal => ItemKind::WithdrawalAsked,
            Self::Objection => ItemKind::ObjectionMade,
        }
    }

    /// The clock of the office's decision.
    #[must_use]
    pub fn clock(self) -> &'static str {
        match self {
            Self::Withdrawal => "withdrawal-checked",
            Self::Objection => "objection-decided",
        }
    }
}

/// Something she asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Which.
    pub id: Uuid,
    /// What.
    pub kind: AskKind,
    /// When.
    pub asked_at: DateTime<Utc>,
    /// When it was decided.
    pub decided_at: Option<DateTime<Utc>>,
    /// How.
    pub decision: Option<String>,
}

/// Why it cannot be asked for. Nothing was stored.
#[derive(Debug, thiserror::Error)]
pub enum AskError {
    /// Not in this state: what is closed is not withdrawn, what is open has no outcome.
    #[error("not in this state")]
    State,
    /// It is asked for already.
    #[error("asked already")]
    Already,
    /// The time for it is over, or this country has none.
    #[error("too late")]
    Late,
    /// No words.
    #[error("say what is wrong")]
    Empty,
    /// As when coming back.
    #[error(transparent)]
    Return(#[from] ReturnError),
}

impl From<DbErr> for AskError {
    fn from(error: DbErr) -> Self {
        Self::Return(error.into())
    }
}

impl From<haqqi_worklist::UnknownClock> for AskError {
    fn from(error: haqqi_worklist::UnknownClock) -> Self {
        Self::Return(error.into())
    }
}

impl From<CommitError> for AskError {
    fn from(error: CommitError) -> Self {
        match error {
            CommitError::Unique(row) if row.contains("complaint_ask") => Self::Already,
            other => Self::Return(other.into()),
        }
    }
}

/// The end of a span of the pack that begins when a complaint is closed; nothing where the country has none.
#[must_use]
pub fn until(
    desk: &Desk,
    code: &str,
    closed_at: DateTime<Utc>,
    office: Option<&str>,
) -> Option<DateTime<Utc>> {
    desk.clocks().begin(code, closed_at, office).ok().map(|clock| clock.due_at)
}

/// What was asked for, oldest first.
///
/// # Errors
/// The database's error.
pub async fn asked(house: &House, complaint: Uuid) -> Result<Vec<Asked>, DbErr> {
    let rows = ask::Entity::find()
        .filter(ask::Column::ComplaintId.eq(complaint))
        .order_by_asc(ask::Column::AskedAt)
        .all(house.reader())
        .await?;
    let asked = rows.into_iter().filter_map(|row| {
        Some(Asked {
            id: row.id,
            kind: AskKind::from_code(&row.kind)?,
            asked_at: row.asked_at,
            decided_at: row.decided_at,
            decision: row.decision,
        })
    });
    Ok(asked.collect())
}

/// Writes how something asked for was decided. Stale where another was faster.
pub fn decide_ask(unit: &mut Uow, asked: &Asked, decision: &str) {
    let (now, by) = (unit.now(), unit.actor().account());
    unit.update_one(
        ask::Entity::update_many()
            .col_expr(ask::Column::Place, Expr::value(asked.id.to_string()))
            .col_expr(ask::Column::DecidedAt, Expr::value(Some(now)))
            .col_expr(ask::Column::DecidedBy, Expr::value(by))
            .col_expr(ask::Column::Decision, Expr::value(Some(decision.to_owned())))
            .filter(ask::Column::Id.eq(asked.id))
            .filter(ask::Column::DecidedAt.is_null()),
    );
}

/// She asks to take her complaint back. It goes on until a person has spoken with her alone.
///
/// # Errors
/// [`AskError`].
pub async fn ask_to_withdraw(desk: &Desk, entered: &Entered, words: &str) -> Result<(), AskError> {
    let row = her_row(desk, entered).await?;
    if row.state == State::Closed.code() {
        return Err(AskError::State);
    }
    store_ask(desk, entered, &row, AskKind::Withdrawal, words).await
}

/// She does not agree with the outcome. Somebody who did not decide looks at it.
///
/// # Errors
/// [`AskError`].
pub async fn object(desk: &Desk, entered: &Entered, words: &str) -> Result<(), AskError> {
    if words.trim().is_empty() {
        return Err(AskError::Empty);
    }
    let row = her_row(desk, entered).await?;
    let closed_at = row.closed_at.filter(|_| row.state == State::Closed.code()).ok_or(AskError::State)?;
    let end = until(desk, "objection", closed_at, row.office.as_deref()).ok_or(AskError::Late)?;
    if desk.site.house.now() > end {
        return Err(AskError::Late);
    }
    store_ask(desk, entered, &row, AskKind::Objection, words).await
}

pub(crate) async fn her_row(desk: &Desk, entered: &Entered) -> Result<complaint::Model, ReturnError> {
    let scope = judge(&entered.actor(), Action::ReturnToComplaint).map_err(|_| ReturnError::Denied)?;
    store::by_id(&desk.site.house, &scope, entered.complaint()).await?.ok_or(ReturnError::Unknown)
}

async fn store_ask(
    desk: &Desk,
    entered: &Entered,
    row: &complaint::Model,
    kind: AskKind,
    words: &str,
) -> Result<(), AskError> {
    if words.len() > LONGEST_TEXT {
        return Err(ReturnError::TooLong.into());
    }
    let house = &desk.site.house;
    let key = house.subject_key(row.id).await?;
    let flagged = flagged_up_to(&desk.screening, row.id).await?;
    let mut unit = house.unit(entered.actor());
    let (id, now) = (unit.id(), unit.now());
    unit.insert(ask::ActiveModel {
        id: Set(id),
        complaint_id: Set(row.id),
        kind: Set(kind.code().to_owned()),
        place: Set(format!("{}:{}", row.id, kind.code())),
        asked_at: Set(now),
        decided_at: Set(None),
        decided_by: Set(None),
        decision: Set(None),
    });
    let found = if words.trim().is_empty() {
        None
    } else {
        Some(say(desk, &mut unit, entered, row, &key, words, flagged)?)
    };
    let told_danger = found.as_ref().is_some_and(|found| found.urgent);
    let clock = desk.clocks().begin(kind.clock(), now, row.office.as_deref())?;
    let danger =
        if told_danger { Some(desk.clocks().begin("danger", now, row.office.as_deref())?) } else { None };
    let due_at = danger.as_ref().map_or(clock.due_at, |danger| danger.due_at.min(clock.due_at));
    let item = open_item(
        &mut unit,
        NewItem {
            office: row.office.clone(),
            // An objection is for who did not decide: the supervisor gives it to somebody else.
            assignee: row.assignee.filter(|_| kind == AskKind::Withdrawal),
            role: (kind == AskKind::Objection).then_some(Role::Supervisor),
            urgency: if told_danger {
                Urgency::Danger
            } else if row.urgent {
                Urgency::High
            } else {
                Urgency::Normal
            },
            language: Some(row.language.clone()),
            place: row.governorate.clone(),
            label: Some(row.kind.clone()),
            level: found
                .as_ref()
                .and_then(|found| found.level)
                .filter(|level| *level > Level::LookCloser)
                .map(|level| level.code().to_owned()),
            duty: told_danger,
            concerned: row.concerned.clone(),
            child: row.age == "child",
            ..NewItem::new(
                kind.item(),
                SubjectKind::Complaint,
                row.id,
                About::Complaint(row.id),
                entered.reference,
                due_at,
            )
        },
    );
    let deadline = NewDeadline {
        subject_kind: SubjectKind::Complaint,
        subject: row.id,
        item: Some(item),
        office: row.office.as_deref(),
    };
    set_deadline(&mut unit, &deadline, &clock);
    if let Some(danger) = danger
        && !is_owed(&unit, row.id, "danger").await?
    {
        set_deadline(&mut unit, &deadline, &danger);
    }
    let (action, what) = match kind {
        AskKind::Withdrawal => ("complaint.ask-to-withdraw", "complaint.withdrawal-asked"),
        AskKind::Objection => ("complaint.object", "complaint.objected"),
    };
    unit.audit(Audit::write(action, SubjectKind::Complaint, row.id));
    unit.event(Event::new(SubjectKind::Complaint, row.id, what).office(row.office.as_deref()));
    crate::erase::still_there(&mut unit, row);
    unit.commit().await?;
    Ok(())
}

/// Her words beside it: a message, screened and translated as every other.
fn say(
    desk: &Desk,
    unit: &mut Uow,
    entered: &Entered,
    row: &complaint::Model,
    key: &SubjectKey,
    words: &str,
    flagged: Option<Level>,
) -> Result<Recorded, AskError> {
    let new = NewText {
        kind: TextKind::Message,
        author: Author::Worker,
        language: &row.language,
        translation_of: None,
        body: words,
    };
    let text = add_text(unit, row.id, key, &new);
    let subject = AssessedSubject {
        complaint: row.id,
        reference: entered.reference,
        office: row.office.clone(),
        concerned: row.concerned.clone(),
        language: row.language.clone(),
        kind: row.kind.clone(),
        kind_screens: false,
        age: row.age.clone(),
        filed_by: row.filed_by.clone(),
        filer_has_interest: row.filer_has_interest,
    };
    let texts = vec![(text, row.language.clone(), words.to_owned())];
    let input = ScreenInput { texts, flagged, ..ScreenInput::default() };
    let found = haqqi_screening::record(unit, &desk.screening, &subject, key, &input)?;
    if found.urgent && !row.urgent {
        unit.update_one(
            complaint::Entity::update_many()
                .col_expr(complaint::Column::Urgent, Expr::value(true))
                .col_expr(complaint::Column::Version, Expr::value(row.version + 1))
                .filter(complaint::Column::Id.eq(row.id))
                .filter(complaint::Column::Version.eq(row.version)),
        );
    }
    desk.open_translation(
        unit,
        &TranslationNeeded {
            complaint: row.id,
            reference: entered.reference,
            text,
            language: &row.language,
            office: row.office.as_deref(),
            urgent: row.urgent || found.urgent,
        },
    )?;
    Ok(found)
}
