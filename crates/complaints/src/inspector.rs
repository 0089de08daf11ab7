//! Is this inspector real? The answer in her words, for the page, for programs and for text messages.

use haqqi_inspections::genuine;
use haqqi_language::Language;
use sea_orm::DbErr;

use crate::Desk;

/// Whether a number on a badge or a code on a paper is ours.
///
/// # Errors
/// The database's error.
pub async fn is_inspector(desk: &Desk, typed: &str) -> Result<bool, DbErr> {
    genuine(&desk.site.house, typed).await
}

/// The same in words that fit a text message: yes or no, and that an inspector never takes money.
///
/// # Errors
/// The database's error.
pub async fn inspector_answer(desk: &Desk, language: &Language, typed: &str) -> Result<String, DbErr> {
    let id =
        if is_inspector(desk, typed).await? { "complaints-inspector-yes" } else { "complaints-inspector-no" };
    Ok(format!("{} {}", language.attribute(id), language.attribute("complaints-inspector-money")))
}
