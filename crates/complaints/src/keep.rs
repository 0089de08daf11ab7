//! How she keeps her code: sent to a mailbox or phone that is hers alone because she asks for it, or not at all: two words of
//! her own choice, which a person on the telephone checks later ([`crate::check_words`]).

use chrono::{DateTime, Utc};
use data_encoding::HEXLOWER;
use haqqi_kernel::{Audit, Event, ReceiptCode, SubjectKind, Uow, plain_digits};
use haqqi_messaging::{MailKind, NewMail, NewText, Number, TextKind, is_address, queue_note, queue_text};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use crate::Desk;
use crate::come_back::{Entered, ReturnError};
use crate::entity::{complaint, kept_words};
use crate::model::LONGEST_FIELD;

/// The shortest word that is taken, in letters.
const SHORTEST: usize = 3;

/// Why it cannot be kept like that. Nothing was stored.
#[derive(Debug, thiserror::Error)]
pub enum KeepError {
    /// The mailbox or phone is not hers alone, or none that we can write to.
    #[error("not a mailbox or phone that is hers alone")]
    Address,
    /// Not two different words of three letters and more.
    #[error("not two words")]
    Words,
    /// The words could not be hashed.
    #[error("the words could not be hashed: {0}")]
    Hash(String),
    /// As when coming back.
    #[error(transparent)]
    Return(#[from] ReturnError),
}

impl From<haqqi_kernel::CommitError> for KeepError {
    fn from(error: haqqi_kernel::CommitError) -> Self {
        Self::Return(error.into())
    }
}

impl From<sea_orm::DbErr> for KeepError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Return(error.into())
    }
}

/// The words as they are compared: small letters, digits of one script, no space or mark between the letters, in one
/// order, for she may say them in the other.
pub(crate) fn comparable(first: &str, second: &str) -> Option<String> {
    let plain = |word: &str| -> Option<String> {
        let kept: String = plain_digits(word)
            .to_lowercase()
            .chars()
            .filter(|c| !c.is_whitespace() && !c.is_ascii_punctuation())
            .collect();
        // A character that is a word by itself counts for two letters.
        let long: usize =
            kept.chars().map(|c| if ('\u{2e80}'..='\u{9fff}').contains(&c) { 2 } else { 1 }).sum();
        (SHORTEST..=LONGEST_FIELD).contains(&long).then_some(kept)
    };
    let mut words = [plain(first)?, plain(second)?];
    words.sort();
    let [one, other] = &words;
    (one != other).then(|| format!("{one}\n{other}"))
}

/// A few bits by which words are found again: of many complaints one or two are left, whose hashes are then compared.
pub(crate) fn tag_of(desk: &Desk, words: &str) -> i32 {
    let tag = desk.site.house.vault().blind_index("receipt.words", words.as_bytes());
    tag.into_iter().take(2).fold(0, |tag, byte| (tag << 8) | i32::from(byte))
}

/// Two words, ready to be kept: hashing takes its time, and no transaction waits for it.
pub(crate) struct Prepared {
    tag: i32,
    digest: String,
}

/// Makes two words ready.
///
/// # Errors
/// [`KeepError`].
pub(crate) async fn prepare_words(desk: &Desk, first: &str, second: &str) -> Result<Prepared, KeepError> {
    let words = comparable(first, second).ok_or(KeepError::Words)?;
    let tag = tag_of(desk, &words);
    let digest = haqqi_accounts::hash_words(words).await.map_err(KeepError::Hash)?;
    Ok(Prepared { tag, digest })
}

impl Prepared {
    /// Keeps them for this complaint, within this unit.
    pub(crate) fn put(self, unit: &mut Uow, complaint: Uuid, received_at: DateTime<Utc>) {
        let (id, now) = (unit.id(), unit.now());
        unit.insert(kept_words::ActiveModel {
            id: Set(id),
            complaint_id: Set(complaint),
            tag: Set(self.tag),
            digest: Set(self.digest),
            received_at: Set(received_at),
            set_at: Set(now),
            revoked_at: Set(None),
        });
    }
}

/// Ends the words that she keeps in place of a code.
pub(crate) fn end_words(unit: &mut Uow, complaint: Uuid) {
    let now = unit.now();
    unit.update(
        kept_words::Entity::update_many()
            .col_expr(kept_words::Column::RevokedAt, Expr::value(Some(now)))
            .filter(kept_words::Column::ComplaintId.eq(complaint))
            .filter(kept_words::Column::RevokedAt.is_null()),
    );
}

/// Keeps two words of hers, in place of those kept before. Only the worker herself may.
///
/// # Errors
/// [`KeepError`].
pub async fn keep_words(desk: &Desk, entered: &Entered, first: &str, second: &str) -> Result<(), KeepError> {
    let row = her_row(desk, entered).await?;
    let kept = prepare_words(desk, first, second).await?;
    let mut unit = desk.site.house.unit(entered.actor());
    end_words(&mut unit, row.id);
    kept.put(&mut unit, row.id, row.received_at);
    unit.audit(Audit::write("complaint.keep-words", SubjectKind::Complaint, row.id));
    unit.event(
        Event::new(SubjectKind::Complaint, row.id, "complaint.words-kept").office(row.office.as_deref()),
    );
    unit.commit().await?;
    Ok(())
}

/// Sends number and code to a mailbox or a phone that is hers alone.
///
/// # Errors
/// [`KeepError`].
pub async fn send_note(
    desk: &Desk,
    entered: &Entered,
    code: &ReceiptCode,
    address: &str,
    hers_alone: bool,
) -> Result<(), KeepError> {
    let row = her_row(desk, entered).await?;
    let address = address.trim();
    let home = desk.site.pack.identity().phone.as_ref();
    let phone = Number::read(address, home).ok().filter(|_| desk.texts);
    if !hers_alone || !(phone.is_some() || is_address(address)) {
        return Err(KeepError::Address);
    }
    let key = desk.site.house.subject_key(row.id).await?;
    let mut unit = desk.site.house.unit(entered.actor());
    // Pressed twice within a minute, it goes once.
    // To another address it is another note: she may have mistyped the first.
    let to = desk.site.house.vault().blind_index("note.address", address.as_bytes());
    let to = HEXLOWER.encode(&to[..8]);
    let effect = format!("{}:note:{to}:{}", row.id, unit.now().timestamp() / 60);
    let language = &row.language;
    let lines: &[&str] = &[&entered.reference.to_string(), &code.to_string()];
    match &phone {
        Some(to) => {
            let text =
                NewText { to, kind: TextKind::Note, language, effect: &effect, not_after: None, lines };
            queue_text(&mut unit, &key, &text);
        }
        None => {
            let mail = NewMail { address, kind: MailKind::Note, open: false, language, effect: &effect };
            queue_note(&mut unit, &key, &mail, lines);
        }
    }
    unit.audit(Audit::write("complaint.send-note", SubjectKind::Complaint, row.id));
    unit.event(
        Event::new(SubjectKind::Complaint, row.id, "complaint.note-sent").office(row.office.as_deref()),
    );
    unit.commit().await?;
    Ok(())
}

async fn her_row(desk: &Desk, entered: &Entered) -> Result<complaint::Model, KeepError> {
    use haqqi_kernel::{Action, judge};
    let scope = judge(&entered.actor(), Action::ReturnToComplaint).map_err(|_| ReturnError::Denied)?;
    let row = crate::store::by_id(&desk.site.house, &scope, entered.complaint()).await?;
    Ok(row.ok_or(ReturnError::Unknown)?)
}

#[cfg(test)]
mod tests {
    use super::comparable;

    #[test]
    fn words_are_the_same_in_either_order_and_however_they_are_written() {
        let kept = comparable("Mango Tree", "১২৩ red").unwrap();
        assert_eq!(comparable("123Red", " mango-tree ").unwrap(), kept);
        assert_ne!(comparable("mango", "tree123red").unwrap(), kept);
        assert!(comparable("芒果", "大树").is_some());
        for (first, second) in [("ab", "mango"), ("mango", "Mango"), ("", ""), ("- -", "mango")] {
            assert!(comparable(first, second).is_none(), "{first} {second}");
        }
    }
}
