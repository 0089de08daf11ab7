//! Text messages: which there are, where each stands, and queueing one with the unit of work that causes it.

use chrono::{DateTime, Utc};
use haqqi_kernel::{House, Job, SubjectKey, Uow};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use crate::Number;
use crate::entity::{text_message, text_stop};

/// The kind of the job that sends a text message.
pub const SEND_TEXT_JOB: &str = "text.send";
/// The kind of the job that tells the room of the subject that a message may not have arrived.
pub const TEXT_TROUBLE_JOB: &str = "text.trouble";

/// Which words a text message carries. All are neutral, and none asks for an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextKind {
    /// What she sent has arrived.
    Arrived,
    /// Somebody has answered, or set a next step.
    News,
    /// A day comes near.
    Reminder,
    /// Number and code, which she asked to have on a phone that is hers alone.
    Note,
    /// The answer to a text that came in: it is here, a person reads it.
    Received,
    /// The answer to a badge's number: it is one of ours.
    Genuine,
    /// The answer to a badge's number: it is none of ours.
    NotGenuine,
}

impl TextKind {
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::Arrived,
        Self::News,
        Self::Reminder,
        Self::Note,
        Self::Received,
        Self::Genuine,
        Self::NotGenuine,
    ];

    /// The code kept in the table; the words are `messaging-text-<code>`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Arrived => "arrived",
            Self::News => "news",
            Self::Reminder => "reminder",
            Self::Note => "note",
            Self::Received => "received",
            Self::Genuine => "genuine",
            Self::NotGenuine => "not-genuine",
        }
    }

    /// The message's id in the words of the workers.
    #[must_use]
    pub fn words(self) -> String {
        format!("messaging-text-{}", self.code())
    }

    /// The kind of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The kinds that strangers can cause by themselves: to file with any number, or to text us, is enough.
    const CAUSED_BY_ANYONE: [Self; 4] = [Self::Arrived, Self::Received, Self::Genuine, Self::NotGenuine];

    /// Whether anybody can cause it, and so fill what may be sent.
    #[must_use]
    pub fn caused_by_anyone(self) -> bool {
        Self::CAUSED_BY_ANYONE.contains(&self)
    }

    /// The kinds that share a limit with this one: a flood of the one sort leaves room for the other.
    pub(crate) fn of_its_sort(self) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |kind| kind.caused_by_anyone() == self.caused_by_anyone())
    }

    /// Whether it may come at night: only what follows at once on what she does herself.
    #[must_use]
    pub fn at_night(self) -> bool {
        !matches!(self, Self::News | Self::Reminder)
    }
}

/// Where a message stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextState {
    /// It waits.
    Queued,
    /// It is being handed over. Whoever finds it so after a while knows nothing of it.
    Sending,
    /// The gateway has it.
    Accepted,
    /// The phone has it.
    Delivered,
    /// It was refused, or could not be delivered.
    Refused,
    /// Nobody knows whether it went. It is never sent again.
    Uncertain,
    /// The phone asked that nothing is sent.
    Stopped,
    /// More went to this number in a day than may.
    Held,
    /// It came too late to be of use.
    Expired,
}

impl TextState {
    /// Every state.
    pub const ALL: [Self; 9] = [
        Self::Queued,
        Self::Sending,
        Self::Accepted,
        Self::Delivered,
        Self::Refused,
        Self::Uncertain,
        Self::Stopped,
        Self::Held,
        Self::Expired,
    ];

    /// The code kept in the table.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Sending => "sending",
            Self::Accepted => "accepted",
            Self::Delivered => "delivered",
            Self::Refused => "refused",
            Self::Uncertain => "uncertain",
            Self::Stopped => "stopped",
            Self::Held => "held",
            Self::Expired => "expired",
        }
    }

    /// The state of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// The table of changes. What once left the queue never goes back to being sent, save where the gateway certainly
    /// took nothing.
    #[must_use]
    pub fn may_become(self, next: Self) -> bool {
        use TextState::{Accepted, Delivered, Expired, Held, Queued, Refused, Sending, Stopped, Uncertain};
        matches!(
            (self, next),
            (Queued, Sending | Stopped | Held | Expired | Refused)
                | (Sending, Queued | Accepted | Delivered | Refused | Uncertain)
                | (Uncertain, Accepted | Delivered | Refused)
                | (Accepted, Delivered | Refused)
        )
    }

    /// Whether staff must see to it.
    #[must_use]
    pub fn is_trouble(self) -> bool {
        matches!(self, Self::Refused | Self::Uncertain | Self::Stopped | Self::Held)
    }
}

/// A text message to be queued.
#[derive(Debug, Clone)]
pub struct NewText<'a> {
    /// Where to: only a phone that she said is hers alone, or the one that asks at this moment.
    pub to: &'a Number,
    /// Which words.
    pub kind: TextKind,
    /// Her language.
    pub language: &'a str,
    /// What makes it the same message: queued twice under one key, it is sent once.
    pub effect: &'a str,
    /// After this it is not sent any more.
    pub not_after: Option<DateTime<Utc>>,
    /// The lines of a note (number and code), or the words in several languages where hers is not known: sealed until it
    /// is sent, then gone.
    pub lines: &'a [&'a str],
}

/// The keyed tag of a number.
#[must_use]
pub fn number_tag(house: &House, number: &Number) -> Vec<u8> {
    house.vault().blind_index("text.number", number.as_str().as_bytes()).to_vec()
}

/// Queues a text message: its row and the job that sends it, in this unit.
pub fn queue_text(unit: &mut Uow, key: &SubjectKey, text: &NewText<'_>) -> Uuid {
    let id = unit.id();
    let note = (!text.lines.is_empty()).then(|| unit.seal(key, "text.note", &text.lines.join(" ")));
    let number = unit.seal(key, "text.number", text.to.as_str());
    let effect_tag = unit.house().vault().web_tag("text-effect", text.effect.as_bytes()).to_vec();
    unit.insert_or_ignore(
        text_message::ActiveModel {
            id: Set(id),
            subject_id: Set(key.subject()),
            number: Set(number),
            number_tag: Set(number_tag(unit.house(), text.to)),
            kind: Set(text.kind.code().to_owned()),
            language: Set(text.language.to_owned()),
            effect_tag: Set(effect_tag),
            note: Set(note),
            state: Set(TextState::Queued.code().to_owned()),
            created_at: Set(unit.now()),
            not_after: Set(text.not_after),
            handed_at: Set(None),
            changed_at: Set(unit.now()),
            version: Set(1),
        },
        [text_message::Column::EffectTag],
    );
    unit.job(Job::new(SEND_TEXT_JOB, serde_json::json!({ "text": id })).key(format!("text:{}", text.effect)));
    id
}

/// Drops what waits to be sent for this subject: she wants nothing any more. Nobody need see to it.
pub fn drop_waiting(unit: &mut Uow, subject: Uuid) {
    let now = unit.now();
    unit.update(
        text_message::Entity::update_many()
            .col_expr(text_message::Column::State, Expr::value(TextState::Stopped.code()))
            .col_expr(text_message::Column::ChangedAt, Expr::value(now))
            .col_expr(text_message::Column::Note, Expr::value(Option::<Vec<u8>>::None))
            .col_expr(text_message::Column::Version, Expr::col(text_message::Column::Version).add(1))
            .filter(text_message::Column::SubjectId.eq(subject))
            .filter(text_message::Column::State.eq(TextState::Queued.code())),
    );
}

/// Leaves a number alone from now on.
pub fn stop_number(unit: &mut Uow, number: &Number) {
    let tag = number_tag(unit.house(), number);
    unit.insert_or_ignore(
        text_stop::ActiveModel { number_tag: Set(tag), stopped_at: Set(unit.now()) },
        [text_stop::Column::NumberTag],
    );
}

/// Takes that back: its holder asks for messages again.
pub fn start_number(unit: &mut Uow, number: &Number) {
    let tag = number_tag(unit.house(), number);
    unit.delete(text_stop::Entity::delete_many().filter(text_stop::Column::NumberTag.eq(tag)));
}

/// Whether a number is left alone.
pub(crate) async fn is_stopped(house: &House, tag: &[u8]) -> Result<bool, DbErr> {
    Ok(text_stop::Entity::find_by_id(tag.to_vec()).one(house.reader()).await?.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_have_gone_is_never_sent_again() {
        for state in TextState::ALL {
            let to_queue = state.may_become(TextState::Queued);
            assert_eq!(to_queue, state == TextState::Sending, "{state:?}");
            assert_eq!(state.may_become(TextState::Sending), state == TextState::Queued, "{state:?}");
        }
    }

    #[test]
    fn codes_read_back() {
        for kind in TextKind::ALL {
            assert_eq!(TextKind::from_code(kind.code()), Some(kind));
        }
        for state in TextState::ALL {
            assert_eq!(TextState::from_code(state.code()), Some(state));
        }
    }
}
