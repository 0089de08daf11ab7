//! Randomness, passed in: ids, references, codes, nonces. A seeded one makes a synthetic history repeatable.

use std::sync::Mutex;

use chrono::{DateTime, Utc};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use uuid::Uuid;

/// Gives random bytes and what is made of them.
pub trait Entropy: Send + Sync {
    /// Fills `bytes` with random bytes.
    fn fill(&self, bytes: &mut [u8]);

    /// A UUIDv7 of the instant `at`. It is ordered by time and therefore never shown to anyone.
    fn id(&self, at: DateTime<Utc>) -> Uuid {
        let mut random = [0u8; 10];
        self.fill(&mut random);
        let millis = u64::try_from(at.timestamp_millis()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
    }

    /// A whole number below `bound`, without bias. `bound` of 0 gives 0.
    fn below(&self, bound: u32) -> u32 {
        if bound < 2 {
            return 0;
        }
        let zone = u32::MAX - u32::MAX % bound;
        loop {
            let mut word = [0u8; 4];
            self.fill(&mut word);
            let drawn = u32::from_le_bytes(word);
            if drawn < zone {
                return drawn % bound;
            }
        }
    }
}

/// The operating system's randomness.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    fn fill(&self, bytes: &mut [u8]) {
        rand::rng().fill_bytes(bytes);
    }
}

/// A seeded generator: the same seed gives the same sequence. Never for a real installation's secrets.
#[derive(Debug)]
pub struct FixedEntropy(Mutex<StdRng>);

impl FixedEntropy {
    /// A generator that starts from `seed`.
    #[must_use]
    pub fn seeded(seed: u64) -> Self {
        Self(Mutex::new(StdRng::seed_from_u64(seed)))
    }
}

impl Entropy for FixedEntropy {
    fn fill(&self, bytes: &mut [u8]) {
        let mut rng = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        rng.fill_bytes(bytes);
    }
}
