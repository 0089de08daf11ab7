//! The words of the register: kinds of establishment, roles of names. No I/O.

use serde::{Deserialize, Serialize};

/// The longest name or place, in characters.
pub const LONGEST_NAME: usize = 200;
/// The longest number of a register of companies, in characters.
pub(crate) const LONGEST_REGISTRATION: usize = 40;

/// What an establishment is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A company, a farm, a public body: whoever employs outside a home.
    Employer,
    /// A home in which somebody works.
    Household,
    /// A recruitment agency.
    Agency,
    /// A person who brings workers to work, without being an agency.
    Broker,
}

impl Kind {
    /// Every kind, in the order in which the page offers them.
    pub const ALL: [Self; 4] = [Self::Employer, Self::Household, Self::Agency, Self::Broker];

    /// The code kept in the table and in events.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Employer => "employer",
            Self::Household => "household",
            Self::Agency => "agency",
            Self::Broker => "broker",
        }
    }

    /// The kind of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether its names and places are a person's, and therefore sealed.
    #[must_use]
    pub fn is_sealed(self) -> bool {
        matches!(self, Self::Household | Self::Broker)
    }
}

/// What a name is to its establishment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NameRole {
    /// The name under which it is listed.
    Main,
    /// The same in another script.
    Other,
    /// A further name: on a sign, on a payslip.
    Further,
    /// A name that it had.
    Former,
}

impl NameRole {
    const ALL: [Self; 4] = [Self::Main, Self::Other, Self::Further, Self::Former];

    /// The code kept in the table.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Main => "main",
            Self::Other => "other",
            Self::Further => "further",
            Self::Former => "former",
        }
    }

    /// The role of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, NameRole};

    #[test]
    fn codes_read_back() {
        assert!(Kind::ALL.into_iter().all(|kind| Kind::from_code(kind.code()) == Some(kind)));
        assert!(NameRole::ALL.into_iter().all(|role| NameRole::from_code(role.code()) == Some(role)));
    }

    #[test]
    fn what_is_a_persons_is_sealed() {
        assert!(Kind::Household.is_sealed() && Kind::Broker.is_sealed());
        assert!(!Kind::Employer.is_sealed() && !Kind::Agency.is_sealed());
    }
}
