//! Money: whole minor units with a currency. Never a float.

use serde::{Deserialize, Serialize};

/// An amount in minor units (fils, cents) of a currency (ISO 4217). How many decimals a currency has is the pack's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Money {
    /// Minor units.
    pub minor: i64,
    /// ISO 4217 code.
    pub currency: String,
}

impl Money {
    /// An amount.
    #[must_use]
    pub fn new(minor: i64, currency: impl Into<String>) -> Self {
        Self { minor, currency: currency.into() }
    }
}
