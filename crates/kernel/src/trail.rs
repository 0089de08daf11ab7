//! The audit for those who read it: searched, and given out as signed JSON lines. What was done, by whom, to what, when,
//! under which purpose; never what was written or read.

use std::fmt::Write as _;

use chrono::{DateTime, Utc};
use ed25519_dalek::{Signature, Signer, Verifier, VerifyingKey};
use sea_orm::sea_query::LikeExpr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::entity::{audit_batch, audit_entry};
use crate::sealer::batch_digest;
use crate::{House, Scope};

/// At most so many entries in one file.
pub const MOST_EXPORTED: u64 = 100_000;
/// Entries are read in pieces of so many.
const PIECE: u64 = 1_000;

/// What is looked for: everything where nothing is said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AuditFilter {
    /// Whose entries.
    pub actor: Option<Uuid>,
    /// The beginning of what was done, such as `complaint.`.
    pub action: String,
    /// Of which subject.
    pub subject: Option<Uuid>,
    /// From when on.
    pub from: Option<DateTime<Utc>>,
    /// Until before when.
    pub until: Option<DateTime<Utc>>,
    /// Only where sealed fields were opened.
    pub reads: bool,
}

/// An entry, as an auditor sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditRow {
    /// Its id; a page goes on behind it.
    pub id: Uuid,
    /// When.
    pub at: DateTime<Utc>,
    /// Kind of actor.
    pub actor_kind: String,
    /// Account, where there is one.
    pub actor: Option<Uuid>,
    /// What was done.
    pub action: String,
    /// Kind of subject.
    pub subject_kind: String,
    /// Subject.
    pub subject: Uuid,
    /// Under which purpose, if that is a code or a reference. Words are kept, and not shown: they may tell of a case.
    pub purpose: Option<String>,
    /// Whether there are words that are not shown.
    pub words: bool,
    /// Whether sealed fields were opened.
    pub reads: bool,
    /// The batch that holds it, once sealed.
    pub batch: Option<i64>,
}

/// A purpose that is a code, a reference, or several codes: no sentence.
fn is_code(purpose: &str) -> bool {
    purpose.len() <= 120
        && purpose.chars().all(|c| c.is_ascii_alphanumeric() || "-._: ".contains(c))
        && purpose.split(' ').all(|word| word.contains('-') || purpose.split(' ').count() == 1)
}

impl AuditRow {
    fn of(row: audit_entry::Model) -> Self {
        let purpose = row.purpose.clone().filter(|purpose| is_code(purpose));
        Self {
            id: row.id,
            at: row.at,
            actor_kind: row.actor_kind,
            actor: row.actor_id,
            action: row.action,
            subject_kind: row.subject_kind,
            subject: row.subject_id,
            words: row.purpose.is_some() && purpose.is_none(),
            purpose,
            reads: row.reads_sealed,
            batch: row.batch,
        }
    }
}

/// The smallest id that an entry of this instant can have: ids begin with the milliseconds of their time (RFC 9562).
fn id_at(at: DateTime<Utc>) -> Uuid {
    let millis = u128::try_from(at.timestamp_millis()).unwrap_or(0);
    Uuid::from_u128(millis << 80)
}

fn query(scope: &Scope, filter: &AuditFilter) -> Select<audit_entry::Entity> {
    let mut query = audit_entry::Entity::find();
    // The audit has no offices: who may not read all of it reads none.
    if !scope.everything() {
        query = query.filter(audit_entry::Column::Id.is_null());
    }
    if let Some(actor) = filter.actor {
        query = query.filter(audit_entry::Column::ActorId.eq(actor));
    }
    if !filter.action.is_empty() {
        // What stands for any letters elsewhere stands for itself here.
        let begins = filter.action.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        let like = LikeExpr::new(format!("{begins}%")).escape('\\');
        query = query.filter(audit_entry::Column::Action.like(like));
    }
    if let Some(subject) = filter.subject {
        query = query.filter(audit_entry::Column::SubjectId.eq(subject));
    }
    if let Some(from) = filter.from {
        query = query.filter(audit_entry::Column::Id.gte(id_at(from)));
    }
    if let Some(until) = filter.until {
        query = query.filter(audit_entry::Column::Id.lt(id_at(until)));
    }
    if filter.reads {
        query = query.filter(audit_entry::Column::ReadsSealed.eq(true));
    }
    query
}

/// Entries that fit, newest first, behind `before`.
///
/// # Errors
/// The database's error.
pub async fn search_audit(
    house: &House,
    scope: &Scope,
    filter: &AuditFilter,
    before: Option<Uuid>,
    most: u64,
) -> Result<Vec<AuditRow>, DbErr> {
    let mut query = query(scope, filter).order_by_desc(audit_entry::Column::Id).limit(most);
    if let Some(before) = before {
        query = query.filter(audit_entry::Column::Id.lt(before));
    }
    Ok(query.all(house.reader()).await?.into_iter().map(AuditRow::of).collect())
}

/// What a file of signed lines is: the words that are signed with it, and the name that its last line gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignedLines {
    signed_as: &'static str,
    named: &'static str,
}

impl SignedLines {
    /// Entries of the audit.
    pub const AUDIT: Self = Self { signed_as: "haqqi audit export 1", named: "haqqi_audit" };
    /// What was erased.
    pub const ERASED: Self = Self { signed_as: "haqqi erasure report 1", named: "haqqi_erasures" };
}

/// What is signed at the end of a file: how many entries, and the digest of all bytes before the last line.
fn signed(what: SignedLines, entries: u64, digest: &[u8]) -> Vec<u8> {
    let mut bytes = what.signed_as.as_bytes().to_vec();
    bytes.extend_from_slice(&entries.to_le_bytes());
    bytes.extend_from_slice(digest);
    bytes
}

/// Entries that fit, oldest first, as JSON lines; the last line holds their count and a signature over all before it.
/// `true` beside it when there were more than [`MOST_EXPORTED`].
///
/// # Errors
/// The database's error.
pub async fn export_audit(
    house: &House,
    scope: &Scope,
    filter: &AuditFilter,
) -> Result<(String, bool), DbErr> {
    let hex = |bytes: &[u8]| data_encoding::HEXLOWER.encode(bytes);
    let (mut lines, mut entries, mut behind) = (String::new(), 0u64, None);
    let mut more = false;
    loop {
        let mut query = query(scope, filter).order_by_asc(audit_entry::Column::Id).limit(PIECE);
        if let Some(behind) = behind {
            query = query.filter(audit_entry::Column::Id.gt(behind));
        }
        let rows = query.all(house.reader()).await?;
        for row in &rows {
            behind = Some(row.id);
            let line = json!({
                "id": row.id, "at": row.at.to_rfc3339_opts(chrono::SecondsFormat::Micros, true),
                "actor_kind": row.actor_kind, "actor": row.actor_id, "action": row.action,
                "subject_kind": row.subject_kind, "subject": row.subject_id,
                "purpose": row.purpose.as_deref().filter(|purpose| is_code(purpose)),
                "reads_sealed": row.reads_sealed, "mac": hex(&row.mac), "batch": row.batch, "place": row.place,
            });
            let _ = writeln!(lines, "{line}");
            entries += 1;
        }
        if rows.is_empty() {
            break;
        }
        if entries >= MOST_EXPORTED {
            more = true;
            break;
        }
    }
    sign_lines(house, SignedLines::AUDIT, &mut lines);
    Ok((lines, more))
}

/// Ends a file of JSON lines with the one that holds their number and a signature over all before it.
pub fn sign_lines(house: &House, what: SignedLines, lines: &mut String) {
    let hex = |bytes: &[u8]| data_encoding::HEXLOWER.encode(bytes);
    let entries = u64::try_from(lines.lines().count()).unwrap_or(u64::MAX);
    let digest = Sha256::digest(lines.as_bytes());
    let signature = house.vault().keys.signing.sign(&signed(what, entries, &digest));
    let mut end = json!({
        "entries": entries, "sha256": hex(&digest), "signature": hex(&signature.to_bytes()),
    });
    if let Some(end) = end.as_object_mut() {
        end.insert(what.named.to_owned(), json!(1));
    }
    let _ = writeln!(lines, "{end}");
}

/// The public key of the audit's signatures, in hexadecimal: whoever checks a file elsewhere needs it.
#[must_use]
pub fn audit_key(house: &House) -> String {
    data_encoding::HEXLOWER.encode(house.vault().keys.signing.verifying_key().as_bytes())
}

/// Checks a file of entries against the public key; tells how many it holds.
///
/// # Errors
/// What is wrong, in words.
pub fn check_audit_export(file: &str, key: &str) -> Result<u64, String> {
    check_signed_lines(SignedLines::AUDIT, file, key)
}

/// Checks a file of signed lines against the public key; tells how many it holds.
///
/// # Errors
/// What is wrong, in words.
pub fn check_signed_lines(what: SignedLines, file: &str, key: &str) -> Result<u64, String> {
    let bytes = |text: &str, what: &str| {
        data_encoding::HEXLOWER.decode(text.as_bytes()).map_err(|_| format!("{what} is not hexadecimal"))
    };
    let key =
        <[u8; 32]>::try_from(bytes(key.trim(), "the key")?).map_err(|_| "the key has another length")?;
    let key = VerifyingKey::from_bytes(&key).map_err(|_| "this is no key")?;
    let whole = file.strip_suffix('\n').ok_or("the file is cut off")?;
    let (lines, last) = whole.rsplit_once('\n').map_or(("", whole), |(lines, last)| (lines, last));
    let lines = file.get(..if lines.is_empty() { 0 } else { lines.len() + 1 }).unwrap_or_default();
    let end: Value = serde_json::from_str(last).map_err(|_| "the last line is no end of such a file")?;
    let text = |name: &str| end.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let entries = end.get("entries").and_then(Value::as_u64).ok_or("the last line does not count")?;
    let digest = Sha256::digest(lines.as_bytes());
    if bytes(&text("sha256"), "the digest")? != digest.as_slice() {
        return Err("the entries are not those that were signed".to_owned());
    }
    let signature = Signature::from_slice(&bytes(&text("signature"), "the signature")?)
        .map_err(|_| "this is no signature")?;
    key.verify(&signed(what, entries, &digest), &signature).map_err(|_| "the signature does not hold")?;
    if u64::try_from(lines.lines().count()) != Ok(entries) {
        return Err("there are more or fewer entries than were signed".to_owned());
    }
    Ok(entries)
}

/// The newest batch: its number and digest. Kept elsewhere, it shows later whether the trail was cut off.
///
/// # Errors
/// The database's error.
pub async fn audit_head(house: &House) -> Result<Option<String>, DbErr> {
    let last =
        audit_batch::Entity::find().order_by_desc(audit_batch::Column::Number).one(house.reader()).await?;
    Ok(last
        .map(|batch| format!("{} {}", batch.number, data_encoding::HEXLOWER.encode(&batch_digest(&batch)))))
}

/// Whether a head that was kept is still in the trail, as it was.
///
/// # Errors
/// The database's error.
pub async fn holds_head(house: &House, head: &str) -> Result<bool, DbErr> {
    let Some((number, digest)) = head.trim().split_once(' ') else { return Ok(false) };
    let Ok(number) = number.parse::<i64>() else { return Ok(false) };
    let batch = audit_batch::Entity::find_by_id(number).one(house.reader()).await?;
    Ok(batch.is_some_and(|batch| data_encoding::HEXLOWER.encode(&batch_digest(&batch)) == digest.trim()))
}

#[cfg(test)]
mod tests {
    use super::is_code;

    #[test]
    fn a_purpose_in_words_is_not_shown() {
        for code in ["casework", "F-26-7KQ4M2-X", "complaints-officer hotline-operator", "demo.1"] {
            assert!(is_code(code), "{code}");
        }
        for words in ["she asked me to", "اتصلت بها", "called Maryam", "she, again"] {
            assert!(!is_code(words), "{words}");
        }
    }
}
