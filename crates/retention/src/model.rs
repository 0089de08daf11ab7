//! The states of lists and of what stands on them, as tables. No I/O.

use chrono::{DateTime, Utc};
use uuid::Uuid;

/// The class of what is erased because the worker wishes it.
pub const ON_REQUEST: &str = "on-request";
/// Classes of complaints, each with whether it holds those that were taken back unread.
pub(crate) const COMPLAINTS: [(&str, bool); 2] = [("complaint-withdrawn", true), ("complaint-closed", false)];
/// On which grounds something is held.
pub const GROUNDS: [&str; 4] = ["court", "prosecution", "audit", "other"];
/// How a worker says that she wishes to be forgotten.
pub const WAYS: [&str; 4] = ["counter", "phone", "letter", "message"];

/// A closed list with a code for each.
macro_rules! codes {
    ($name:ident { $($one:ident = $code:literal,)* }) => {
        impl $name {
            /// The code kept in the table.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$one => $code,)* }
            }

            /// The state of a code.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                [$(Self::$one),*].into_iter().find(|one| one.code() == code)
            }
        }
    };
}

/// Where a list stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BatchState {
    /// One person has to approve it.
    Prepared,
    /// Another has to confirm it.
    Approved,
    /// It is being carried out.
    Confirmed,
    /// It was carried out.
    Done,
    /// Somebody refused it.
    Refused,
}

codes!(BatchState {
    Prepared = "prepared",
    Approved = "approved",
    Confirmed = "confirmed",
    Done = "done",
    Refused = "refused",
});

/// What became of something on a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryState {
    /// Nothing yet.
    Waiting,
    /// It was erased.
    Erased,
    /// A hold was put on it.
    Held,
    /// Something is open, or its time is not over.
    Barred,
    /// The list was refused.
    Left,
}

codes!(EntryState {
    Waiting = "waiting",
    Erased = "erased",
    Held = "held",
    Barred = "barred",
    Left = "left",
});

/// What somebody decides on a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Decision {
    Approve,
    Confirm,
    Refuse,
}

/// Why a decision cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotSo {
    /// It was decided otherwise in the meantime.
    Decided,
    /// The same person would decide twice.
    SamePerson,
}

/// The rule of two people: from where, by whom, to where.
pub(crate) fn decided(
    state: BatchState,
    approved_by: Option<Uuid>,
    decision: Decision,
    who: Uuid,
) -> Result<BatchState, NotSo> {
    match (state, decision) {
        (BatchState::Prepared, Decision::Approve) => Ok(BatchState::Approved),
        (BatchState::Approved, Decision::Confirm) if approved_by == Some(who) || approved_by.is_none() => {
            Err(NotSo::SamePerson)
        }
        (BatchState::Approved, Decision::Confirm) => Ok(BatchState::Confirmed),
        (BatchState::Prepared | BatchState::Approved, Decision::Refuse) => Ok(BatchState::Refused),
        _ => Err(NotSo::Decided),
    }
}

/// When an erasure is complete: when the last backup that holds it is gone. Nothing where nobody said how long they are kept.
#[must_use]
pub(crate) fn complete_at(erased_at: DateTime<Utc>, backups_kept_days: Option<u16>) -> Option<DateTime<Utc>> {
    erased_at.checked_add_days(chrono::Days::new(backups_kept_days?.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_carried_out_that_one_person_alone_decided() {
        let (one, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let all = [
            BatchState::Prepared,
            BatchState::Approved,
            BatchState::Confirmed,
            BatchState::Done,
            BatchState::Refused,
        ];
        for state in all {
            for approved in [None, Some(one)] {
                for decision in [Decision::Approve, Decision::Confirm, Decision::Refuse] {
                    let to = decided(state, approved, decision, one);
                    assert_ne!(to, Ok(BatchState::Confirmed), "{state:?} {approved:?} {decision:?}");
                    assert_ne!(to, Ok(BatchState::Done));
                }
            }
        }
        assert_eq!(
            decided(BatchState::Approved, Some(one), Decision::Confirm, other),
            Ok(BatchState::Confirmed)
        );
        assert_eq!(
            decided(BatchState::Confirmed, Some(one), Decision::Refuse, other),
            Err(NotSo::Decided),
            "what runs is stopped by a hold"
        );
    }
}
