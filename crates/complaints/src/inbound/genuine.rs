//! A text that is the number of a badge or the code of a paper: whether it is ours, answered to whoever asks. The answer
//! tells nothing of the one who asks, and whoever sends a number waits for it.

use haqqi_kernel::{Actor, ReferenceError, Sign};
use haqqi_messaging::TextKind as Words;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{Inbound, InboundError, Read, Sender, TakenText, answer};
use crate::Desk;
use crate::entity::text_draft;
use crate::inspector::is_inspector;

/// What was asked about an inspector, answered.
pub(super) struct Asked {
    pub(super) answer: TakenText,
    /// It is certainly a number of ours by its shape. Else it may be something else, and a person reads it too.
    pub(super) sure: bool,
}

/// Answers, if the text is such a number and nothing else.
pub(super) async fn asked_of_inspector(
    desk: &Desk,
    text: &Inbound,
    sender: &Sender,
    body: &str,
    read: &Read,
) -> Result<Option<Asked>, InboundError> {
    let typed = body.trim();
    let sign = typed.parse::<Sign>();
    let words = match sign {
        Ok(_) if is_inspector(desk, typed).await? => Words::Genuine,
        Ok(_) => Words::NotGenuine,
        // Mistyped, or printed by somebody who does not know how the last character is made.
        Err(ReferenceError::Check) if typed.chars().any(char::is_numeric) => Words::NotGenuine,
        Err(_) => return Ok(None),
    };
    let house = &desk.site.house;
    // A number is in no language: the last one in which this phone wrote to us.
    let before = text_draft::Entity::find()
        .filter(text_draft::Column::NumberTag.eq(sender.tag.clone()))
        .filter(text_draft::Column::Language.is_not_null())
        .order_by_desc(text_draft::Column::ReceivedAt)
        .one(house.reader())
        .await?;
    let language = read.language.clone().or_else(|| before.and_then(|draft| draft.language));
    let read = Read { language, urgent: false, hers_alone: false, outside: read.outside.clone() };
    let mut unit = house.unit(Actor::Stranger);
    let id = unit.id();
    let key = unit.new_subject(id);
    let said = answer(desk, &mut unit, text.way, sender, &key, &read, words);
    unit.commit().await?;
    Ok(Some(Asked { answer: TakenText { answer: said }, sure: sign.is_ok() }))
}
