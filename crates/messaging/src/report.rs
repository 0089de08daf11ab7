//! What the gateway reports of a message: taken, refused, delivered. The address of a report is signed, so that nobody
//! tells us of messages whom we did not ask.

use data_encoding::HEXLOWER;
use haqqi_kernel::House;
use sea_orm::{DbErr, EntityTrait};
use uuid::Uuid;

use crate::entity::text_message::Entity;
use crate::send_text::settle;
use crate::text::TextState;

const PURPOSE: &str = "text-report";

/// What a report must name: the message, and that we named it.
pub(crate) fn report_token(house: &House, id: Uuid) -> String {
    let tag = house.vault().web_tag(PURPOSE, id.as_bytes());
    format!("{}{}", id.simple(), HEXLOWER.encode(&tag))
}

fn read_token(house: &House, token: &str) -> Option<Uuid> {
    let (id, tag) = token.split_at_checked(32)?;
    let id = Uuid::try_parse(id).ok()?;
    let tag = HEXLOWER.decode(tag.as_bytes()).ok()?;
    house.vault().web_tag_matches(PURPOSE, id.as_bytes(), &tag).then_some(id)
}

/// Takes a report with Kannel's number of it. `false` where the token is not ours.
///
/// # Errors
/// The database's error.
pub async fn take_report(house: &House, token: &str, status: u32) -> Result<bool, DbErr> {
    let Some(id) = read_token(house, token) else { return Ok(false) };
    let to = match status {
        1 => TextState::Delivered,
        2 | 16 => TextState::Refused,
        4 | 8 => TextState::Accepted,
        _ => return Ok(true),
    };
    // Another may write at the same moment: then it is read again.
    for _ in 0..3 {
        let Some(row) = Entity::find_by_id(id).one(house.reader()).await? else { return Ok(true) };
        if settle(house, &row, to).await.is_ok() {
            return Ok(true);
        }
    }
    Err(DbErr::Custom("a report could not be written".to_owned()))
}
