//! What becomes of an instalment, and what follows for the outcome. No I/O.

use super::Instalment;

/// What became of an instalment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PayState {
    /// Not looked at yet.
    Due,
    /// She has all of it.
    Paid,
    /// She has a part of it.
    Part,
    /// She has nothing of it.
    Missed,
    /// Another agreement took its place.
    Replaced,
}

impl PayState {
    /// All that can be seen of one, in the order of the page.
    pub const SEEN: [Self; 3] = [Self::Paid, Self::Part, Self::Missed];

    /// The code in forms and records.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Paid => "paid",
            Self::Part => "part",
            Self::Missed => "missed",
            Self::Replaced => "replaced",
        }
    }

    /// The state of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Due, Self::Paid, Self::Part, Self::Missed, Self::Replaced]
            .into_iter()
            .find(|state| state.code() == code)
    }
}

/// By what a payment was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// She says, in private, that she has it.
    Worker,
    /// Her bank's record.
    Bank,
    /// A receipt that she signed.
    Receipt,
    /// It was paid at the office.
    Office,
    /// The employer says so, and nobody else.
    Employer,
}

impl Evidence {
    /// All, in the order of the page.
    pub const ALL: [Self; 5] = [Self::Worker, Self::Bank, Self::Receipt, Self::Office, Self::Employer];

    /// The code in forms and records.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Worker => "worker",
            Self::Bank => "bank",
            Self::Receipt => "receipt",
            Self::Office => "office",
            Self::Employer => "employer",
        }
    }

    /// The one of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// Whether it shows that she has it: what the employer alone says does not.
    #[must_use]
    pub fn verifies(self) -> bool {
        self != Self::Employer
    }
}

/// What was recovered of an agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recovered {
    /// An instalment waits still: it is followed.
    Waits,
    /// She has all of it.
    All,
    /// She has a part of it.
    Part,
    /// The employer says that it was paid; nobody saw it.
    Unverified,
    /// She has nothing: it was broken, and is no settlement.
    Nothing,
}

impl Recovered {
    /// The outcome that follows (`safeguards.md` 18).
    #[must_use]
    pub fn outcome(self) -> Option<&'static str> {
        match self {
            Self::All => Some("settled_paid"),
            Self::Part => Some("settled_part"),
            Self::Unverified => Some("settled_unverified"),
            Self::Waits | Self::Nothing => None,
        }
    }
}

/// What was recovered; nothing where nothing was agreed.
#[must_use]
pub fn recovered(all: &[Instalment]) -> Option<Recovered> {
    let held: Vec<&Instalment> = all.iter().filter(|one| one.state != PayState::Replaced).collect();
    if held.is_empty() {
        return None;
    }
    if held.iter().any(|one| one.state == PayState::Due) {
        return Some(Recovered::Waits);
    }
    let seen = |one: &&&Instalment| one.evidence.is_some_and(Evidence::verifies);
    let agreed: i64 = held.iter().map(|one| one.amount).sum();
    let verified: i64 = held.iter().filter(seen).map(|one| one.received).sum();
    let told: i64 = held.iter().map(|one| one.received).sum();
    Some(if verified >= agreed {
        Recovered::All
    } else if told > verified {
        Recovered::Unverified
    } else if verified > 0 {
        Recovered::Part
    } else {
        Recovered::Nothing
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn one(state: PayState, amount: i64, received: i64, evidence: Option<Evidence>) -> Instalment {
        Instalment {
            id: uuid::Uuid::nil(),
            number: 1,
            due_on: chrono::NaiveDate::MIN,
            amount,
            received,
            state,
            evidence,
            note: String::new(),
            seen_at: None,
            seen_by: None,
            version: 1,
        }
    }

    fn any() -> impl Strategy<Value = Instalment> {
        (0usize..5, 1i64..1_000_000, 0usize..5).prop_map(|(state, amount, evidence)| {
            let state =
                [PayState::Due, PayState::Paid, PayState::Part, PayState::Missed, PayState::Replaced][state];
            let received = match state {
                PayState::Paid => amount,
                PayState::Part => amount / 2,
                _ => 0,
            };
            one(state, amount, received, (received > 0).then(|| Evidence::ALL[evidence]))
        })
    }

    proptest! {
        #[test]
        fn paid_is_said_only_of_what_somebody_saw_to_the_last_coin(all in proptest::collection::vec(any(), 0..12)) {
            let held: Vec<_> = all.iter().filter(|one| one.state != PayState::Replaced).collect();
            let seen = held.iter().all(|one| one.received == one.amount && one.evidence.is_some_and(Evidence::verifies));
            let found = recovered(&all);
            prop_assert_eq!(found == Some(Recovered::All), !held.is_empty() && seen);
            prop_assert_eq!(found.is_none(), held.is_empty());
            if held.iter().any(|one| one.state == PayState::Due) {
                prop_assert_eq!(found.and_then(Recovered::outcome), None, "what waits is followed, not closed");
            }
        }
    }

    #[test]
    fn what_the_employer_alone_says_is_unverified_and_a_broken_agreement_is_no_settlement() {
        let says = one(PayState::Paid, 100, 100, Some(Evidence::Employer));
        let has = one(PayState::Paid, 100, 100, Some(Evidence::Worker));
        let not = one(PayState::Missed, 100, 0, None);
        assert_eq!(recovered(&[has.clone(), says]), Some(Recovered::Unverified));
        assert_eq!(recovered(&[has.clone(), not.clone()]), Some(Recovered::Part));
        assert_eq!(recovered(&[not]), Some(Recovered::Nothing));
        assert_eq!(recovered(&[has]), Some(Recovered::All));
    }
}
