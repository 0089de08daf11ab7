//! A text that comes in by itself: by a gateway for text messages, or a platform for other ways. What it tells becomes
//! a draft that the hotline completes with her; nothing in it stops or starts a clock of a complaint.
//!
//! Nothing is answered to a phone of which nobody said that it is hers alone (`safeguards.md` 6): an answer comes
//! minutes later, when the phone may be in other hands. She says so by beginning her text with a word for it. Only the
//! question whether an inspector is real is answered to whoever asks: the answer tells nothing of her.

use chrono::TimeDelta;
use data_encoding::HEXLOWER;
use haqqi_kernel::{Actor, Audit, CommitError, SubjectKey, SubjectKind, Uow};
use haqqi_messaging::{
    NewText, Number, TextKind as Words, number_tag, queue_text, start_number, stop_number,
};
use haqqi_names::guess;
use haqqi_screening::{Input, Profile, TextIn};
use haqqi_worklist::UnknownClock;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, Set};
use uuid::Uuid;

use crate::Desk;
use crate::entity::{text_draft, text_part};
use crate::model::LONGEST_TEXT;

mod genuine;
mod keep;
mod said;

use genuine::asked_of_inspector;
use keep::{append, begin};
use said::{is_one_of, says_mine};

/// An automatic answer that is not sent within this time is not sent: the phone may have changed hands.
const FRESH: TimeDelta = TimeDelta::minutes(10);
/// How often a number is told by itself that its text has arrived.
const ONCE_IN: TimeDelta = TimeDelta::days(1);
/// Longest number or name of a sender that is kept.
const LONGEST_SENDER: usize = 60;
/// How often it is tried when somebody works on the same draft.
const TRIES: usize = 5;

/// By what way a text comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Carrier {
    /// A text message.
    Sms,
    /// WhatsApp.
    Whatsapp,
    /// Said or keyed in on the telephone.
    Ivr,
    /// A menu of the network.
    Ussd,
}

impl Carrier {
    /// Every way.
    pub const ALL: [Self; 4] = [Self::Sms, Self::Whatsapp, Self::Ivr, Self::Ussd];

    /// The code kept in the table; the complaint's channel too.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Sms => "sms",
            Self::Whatsapp => "whatsapp",
            Self::Ivr => "ivr",
            Self::Ussd => "ussd",
        }
    }

    /// The way of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.code() == code)
    }
}

/// A text as a gateway brings it.
#[derive(Debug, Clone)]
pub struct Inbound {
    /// By what way.
    pub way: Carrier,
    /// The sender, as the network names it.
    pub from: String,
    /// The words.
    pub body: String,
    /// What makes it the same text when it is brought again.
    pub outside: String,
    /// Its language, where the platform asked for it.
    pub language: Option<String>,
}

/// What became of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TakenText {
    /// What a platform that holds the line may say at once; a text message is queued instead.
    pub answer: Option<String>,
}

/// Why it was not taken.
#[derive(Debug, thiserror::Error)]
pub enum InboundError {
    /// There is nothing in it.
    #[error("the text is empty")]
    Empty,
    /// It is longer than 64 KiB.
    #[error("the text is too long")]
    TooLong,
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The pack lacks a clock.
    #[error(transparent)]
    Clock(#[from] UnknownClock),
}

/// What the sender is: a number, or whatever the network calls it.
struct Sender {
    number: Option<Number>,
    text: String,
    tag: Vec<u8>,
}

fn sender(desk: &Desk, from: &str) -> Sender {
    let number = Number::read(from, desk.site.pack.identity().phone.as_ref()).ok();
    let house = &desk.site.house;
    match number {
        Some(number) => {
            Sender { text: number.as_str().to_owned(), tag: number_tag(house, &number), number: Some(number) }
        }
        None => {
            let text: String = from.trim().chars().take(LONGEST_SENDER).collect();
            let tag = house.vault().blind_index("text.sender", text.as_bytes()).to_vec();
            Sender { number: None, text, tag }
        }
    }
}

/// Takes a text.
///
/// # Errors
/// [`InboundError`]; then nothing was stored, and it may be brought again.
pub async fn take_inbound(desk: &Desk, text: &Inbound) -> Result<TakenText, InboundError> {
    let body = text.body.replace('\0', "");
    if body.trim().is_empty() {
        return Err(InboundError::Empty);
    }
    if body.len() > LONGEST_TEXT {
        return Err(InboundError::TooLong);
    }
    let sender = sender(desk, &text.from);
    if let Some(taken) = asked_about_messages(desk, &sender, &body).await? {
        return Ok(taken);
    }
    let read = read(desk, text, &sender, &body);
    let asked = asked_of_inspector(desk, text, &sender, &body, &read).await?;
    if let Some(asked) = asked.as_ref().filter(|asked| asked.sure) {
        return Ok(asked.answer.clone());
    }
    let mut taken = take(desk, text, &sender, &body, &read).await;
    for _ in 1..TRIES {
        if !matches!(taken, Err(InboundError::Commit(CommitError::Stale))) {
            break;
        }
        taken = take(desk, text, &sender, &body, &read).await;
    }
    let taken = taken?;
    Ok(asked.map_or(taken, |asked| asked.answer))
}

/// A text that only says whether we may write to this number is no draft.
async fn asked_about_messages(
    desk: &Desk,
    sender: &Sender,
    body: &str,
) -> Result<Option<TakenText>, InboundError> {
    let Some(number) = &sender.number else { return Ok(None) };
    let stop = is_one_of(desk, body, "messaging-words-stop");
    if !stop && !is_one_of(desk, body, "messaging-words-start") {
        return Ok(None);
    }
    let mut unit = desk.site.house.unit(Actor::Stranger);
    if stop {
        stop_number(&mut unit, number)
    } else {
        start_number(&mut unit, number)
    }
    unit.commit().await?;
    Ok(Some(TakenText::default()))
}

/// What a text says of itself.
struct Read {
    language: Option<String>,
    urgent: bool,
    hers_alone: bool,
    outside: Vec<u8>,
}

fn read(desk: &Desk, text: &Inbound, sender: &Sender, body: &str) -> Read {
    let offered = |tag: &str| desk.site.pack.languages().iter().any(|language| language.tag == tag);
    let told = text.language.as_deref().filter(|tag| haqqi_language::known(tag).is_some());
    let language = told.or_else(|| guess(body).filter(|tag| offered(tag))).map(str::to_owned);
    // A wrong guess must not hide danger: the words are looked up in every language.
    let texts = desk
        .site
        .pack
        .languages()
        .iter()
        .map(|one| TextIn { id: Uuid::nil(), language: one.tag.clone(), body: body.to_owned() })
        .collect();
    let input = Input {
        texts,
        answers: Vec::new(),
        profile: Profile::Unknown,
        kind_screens: false,
        declared_danger: false,
        on: desk.screening.today(),
    };
    let outside = format!("{}\n{}\n{}", text.way.code(), sender.text, text.outside);
    Read {
        language,
        urgent: desk.screening.screener.assess(&input).urgent,
        hers_alone: says_mine(desk, body),
        outside: desk.site.house.vault().web_tag("text-in", outside.as_bytes()).to_vec(),
    }
}

async fn take(
    desk: &Desk,
    text: &Inbound,
    sender: &Sender,
    body: &str,
    read: &Read,
) -> Result<TakenText, InboundError> {
    let house = &desk.site.house;
    let known = text_part::Entity::find()
        .filter(text_part::Column::OutsideTag.eq(read.outside.clone()))
        .count(house.reader())
        .await?;
    if known > 0 {
        return Ok(TakenText::default());
    }
    let open = text_draft::Entity::find()
        .filter(text_draft::Column::NumberTag.eq(sender.tag.clone()))
        .filter(text_draft::Column::Way.eq(text.way.code()))
        .filter(text_draft::Column::DoneAt.is_null())
        .order_by_desc(text_draft::Column::ReceivedAt)
        .one(house.reader())
        .await?;
    let lately = text_draft::Entity::find()
        .filter(text_draft::Column::NumberTag.eq(sender.tag.clone()))
        .filter(text_draft::Column::AnsweredAt.gt(house.now() - ONCE_IN))
        .count(house.reader())
        .await?;
    let mut unit = house.unit(Actor::Stranger);
    let hers_alone = read.hers_alone || open.as_ref().is_some_and(|draft| draft.hers_alone);
    let urgent = read.urgent || open.as_ref().is_some_and(|draft| draft.urgent);
    // In danger a person chooses how to reach her, and whether at all.
    let answers = hers_alone && !urgent && lately == 0;
    let key = match &open {
        Some(draft) => {
            let key = house.subject_key(draft.id).await?;
            append(desk, &mut unit, draft, read, answers).await?;
            key
        }
        None => begin(desk, &mut unit, text, sender, read, answers)?,
    };
    let body = unit.seal(&key, "text-part.body", body);
    let part = unit.id();
    unit.insert(text_part::ActiveModel {
        id: Set(part),
        draft_id: Set(key.subject()),
        outside_tag: Set(read.outside.clone()),
        body: Set(body),
        received_at: Set(unit.now()),
    });
    unit.audit(Audit::write("text.take", SubjectKind::TextDraft, key.subject()));
    let answer = answers.then(|| answer(desk, &mut unit, text.way, sender, &key, read, Words::Received));
    match unit.commit().await {
        Ok(_) => Ok(TakenText { answer: answer.flatten() }),
        // It was brought twice at the same moment.
        Err(CommitError::Unique(name)) if name.contains("outside_tag") => Ok(TakenText::default()),
        Err(other) => Err(other.into()),
    }
}

/// Answers: by a text message of its own, or through the platform that holds the line.
fn answer(
    desk: &Desk,
    unit: &mut Uow,
    way: Carrier,
    sender: &Sender,
    key: &SubjectKey,
    read: &Read,
    words: Words,
) -> Option<String> {
    let site = &desk.site;
    let first = &site.pack.identity().default_language;
    let tag = read.language.as_ref().unwrap_or(first);
    // Of a phone whose language nobody knows, the country's first and English are likelier than the first alone.
    let mut both: Vec<String> = match read.language {
        Some(_) => Vec::new(),
        None => [site.languages.for_worker(first), Some(site.languages.english())]
            .into_iter()
            .flatten()
            .map(|language| language.attribute(&words.words()))
            .collect(),
    };
    // Where the first is English, it is said once.
    both.dedup();
    let lines: Vec<&str> = both.iter().map(String::as_str).collect();
    // The same text brought again is answered once.
    let effect = HEXLOWER.encode(&read.outside);
    match (way, &sender.number) {
        (Carrier::Sms, Some(number)) => {
            let text = NewText {
                to: number,
                kind: words,
                language: tag,
                effect: &effect,
                not_after: Some(unit.now() + FRESH),
                lines: &lines,
            };
            queue_text(unit, key, &text);
            None
        }
        (Carrier::Sms, None) => None,
        _ if !lines.is_empty() => Some(lines.join(" ")),
        _ => {
            let language = site.languages.for_worker(tag).unwrap_or_else(|| site.languages.english());
            Some(language.attribute(&words.words()))
        }
    }
}
