//! What the operator sets about files.

use std::path::PathBuf;

use serde::Deserialize;

/// How much is taken, and by what it is checked and made playable.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct EvidenceRules {
    /// Photos, papers and recordings that one complaint may hold.
    pub files: usize,
    /// Voice messages that one complaint may hold, beside those.
    pub voice_messages: usize,
    /// The longest file, in megabytes (10⁶ bytes).
    pub megabytes: u64,
    /// What may be on its way in pieces at one time, in the whole house, in megabytes.
    pub megabytes_on_the_way: u64,
    /// Where `clamd` listens: a socket's path, or host and port. Absent: files are not checked.
    pub clamd: Option<String>,
    /// The program that makes recordings playable everywhere.
    pub ffmpeg: PathBuf,
}

impl Default for EvidenceRules {
    fn default() -> Self {
        Self {
            files: 10,
            voice_messages: 20,
            megabytes: 20,
            megabytes_on_the_way: 2_000,
            clamd: None,
            ffmpeg: PathBuf::from("ffmpeg"),
        }
    }
}

impl EvidenceRules {
    /// The longest file, in bytes.
    #[must_use]
    pub fn longest(&self) -> u64 {
        self.megabytes.saturating_mul(1_000_000)
    }

    /// What may be on its way in pieces, in bytes.
    #[must_use]
    pub fn on_the_way(&self) -> u64 {
        self.megabytes_on_the_way.saturating_mul(1_000_000)
    }

    /// The longest form with files, in bytes.
    #[must_use]
    pub fn longest_form(&self) -> usize {
        let files = u64::try_from(self.files.max(1)).unwrap_or(u64::MAX);
        usize::try_from(self.longest().saturating_mul(files).saturating_add(1024 * 1024))
            .unwrap_or(usize::MAX)
    }
}
