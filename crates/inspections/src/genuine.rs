//! Is this inspector, is this paper ours? Yes or no, and nothing else: no name, no place, no day, no kind of visit.
//! Every question costs the same two look-ups, whatever was typed, so that the time tells nothing either.

use haqqi_accounts::Directory;
use haqqi_kernel::{House, Sign, SignKind, Uow};
use sea_orm::{DbErr, EntityTrait, Set};

use crate::entity::paper_code;

/// The code's name in the vault.
const FIELD: &str = "paper.code";

fn digest(house: &House, code: &Sign) -> Vec<u8> {
    house.vault().blind_index(FIELD, code.to_string().as_bytes()).to_vec()
}

/// A code for a paper that is handed out: a report, a provisional record. It is kept as a keyed digest alone, beside
/// nothing that leads to a visit; whoever issues the paper writes it there.
#[must_use]
pub fn new_paper_code(unit: &mut Uow) -> Sign {
    let house = unit.house().clone();
    let code = Sign::random(SignKind::Paper, house.entropy());
    unit.insert(paper_code::ActiveModel { digest: Set(digest(&house, &code)) });
    code
}

/// Whether what somebody typed is the number of a badge that is worn here, or the code of a paper of ours. The same
/// for the page, for programs and for text messages. Whoever asks is counted by the caller.
///
/// # Errors
/// The database's error.
pub async fn genuine(house: &House, typed: &str) -> Result<bool, DbErr> {
    let read = typed.parse::<Sign>().ok();
    // What cannot be read is looked up like anything else, under a number that nobody has.
    let sign = read.unwrap_or_else(|| Sign::random(SignKind::Badge, house.entropy()));
    let badge = Directory::new(house.clone()).wears(&sign).await?;
    let paper = paper_code::Entity::find_by_id(digest(house, &sign)).one(house.reader()).await?.is_some();
    Ok(read.is_some() && (badge || paper))
}
