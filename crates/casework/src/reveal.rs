//! What tells who she is, is shown only to who says for what: asking is an entry of the audit with its purpose.

use haqqi_complaints::{Desk, ReadError, summary};
use haqqi_kernel::{Action, Actor, Audit, CommitError, Reference, SubjectKind, judge};

/// For what somebody may ask, a closed list.
pub const PURPOSES: [&str; 5] = ["call", "write", "visit", "verify", "paper"];

/// Why it was not shown.
#[derive(Debug, thiserror::Error)]
pub enum RevealError {
    /// The complaint cannot be reached.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// No purpose of the list.
    #[error("say for what")]
    Purpose,
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
}

/// Writes that this account asks for her name, number and address, and for what.
///
/// # Errors
/// [`RevealError`]; then nothing may be shown.
pub async fn reveal(
    desk: &Desk,
    actor: &Actor,
    reference: Reference,
    purpose: &str,
) -> Result<(), RevealError> {
    if !PURPOSES.contains(&purpose) {
        return Err(RevealError::Purpose);
    }
    let scope = judge(actor, Action::ReadComplaint).map_err(|_| ReadError::NotFound)?;
    let complaint = summary(desk, &scope, reference).await?;
    let mut unit = desk.site.house.unit(actor.clone());
    unit.audit(Audit::read("complaint.reveal", SubjectKind::Complaint, complaint.id).purpose(purpose));
    unit.commit().await?;
    Ok(())
}

/// A text of which only its last two characters show, and nothing of how long it is.
#[must_use]
pub fn masked(text: &str) -> String {
    let signs = text.trim().chars().count();
    let end: String = text.trim().chars().skip(signs.saturating_sub(2)).collect();
    match signs {
        0 => String::new(),
        1..=5 => "••••••".to_owned(),
        _ => format!("••••••{end}"),
    }
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn what_is_masked_tells_neither_the_value_nor_its_length() {
        assert_eq!(masked("0790000001"), "••••••01");
        assert_eq!(masked("+962 7 9000 0001"), "••••••01");
        assert_eq!(masked("Ann"), "••••••");
        assert_eq!(masked("শাপলা বেগম"), format!("••••••{}", "গম"));
        assert_eq!(masked(""), "", "what was not told is not there");
    }
}
