//! Evidence: photos, papers and recordings. A file is sealed while it comes, told by its content, looked at, and only
//! then named by a row; what is refused leaves neither. Nothing of it is served but as a download, and each read is
//! audited. A voice message is evidence that belongs to a text without words.

mod add;
mod filed;
mod format;
mod heard;
mod jobs;
mod picture;
mod playable;
mod read;
mod receive;
mod rows;
mod rules;
mod say;
mod scan;
mod sweep;

pub(crate) use add::numbers_of;
pub use add::{add_evidence, add_evidence_as_staff};
pub use filed::{Given, add_evidence_as_filer, add_evidence_to_filed, room_for_filed, room_for_filer};
pub use format::{Format, Sort};
pub use heard::assess_heard;
pub use jobs::{CHECK_EVIDENCE, SHOW_EVIDENCE, check_evidence, show_evidence};
pub use playable::can_play;
pub use read::{
    Piece, Ready, Which, evidence_for_staff, evidence_for_worker, room_for_staff, room_for_worker,
    voice_for_interpreter, worker_evidence,
};
pub(crate) use read::{pieces, voices};
pub use receive::{Received, Receiving, Refusal, TakeError};
pub use rules::EvidenceRules;
pub(crate) use say::Narrative;
pub use say::{say, say_filed};
pub use scan::{ScannerState, look_at_scanner};
pub use sweep::sweep_files;

use haqqi_kernel::files::FileError;
use haqqi_kernel::{CommitError, OpenError};
use sea_orm::DbErr;

use crate::come_back::ReturnError;
use crate::open::ReadError;

/// Why evidence was not added or cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum EvidenceError {
    /// There is none, or it is not for whoever asks: the same answer.
    #[error("no such evidence")]
    NotFound,
    /// Nobody may open it before it is checked.
    #[error("it waits to be checked")]
    Waiting,
    /// The complaint holds as much as it may.
    #[error("the complaint holds as many files as it may")]
    TooMany,
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The sealed file does not open.
    #[error(transparent)]
    File(#[from] FileError),
    /// Something sealed does not open.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The pack lacks a clock.
    #[error(transparent)]
    Clock(#[from] haqqi_worklist::UnknownClock),
    /// A deadline could not be met.
    #[error(transparent)]
    Deadline(#[from] haqqi_worklist::DeadlineError),
}

impl From<ReadError> for EvidenceError {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::NotFound => Self::NotFound,
            ReadError::Db(error) => error.into(),
            ReadError::Commit(error) => error.into(),
            ReadError::Open(error) => error.into(),
        }
    }
}

impl From<ReturnError> for EvidenceError {
    fn from(error: ReturnError) -> Self {
        match error {
            ReturnError::Db(error) => error.into(),
            ReturnError::Commit(error) => error.into(),
            ReturnError::Open(error) => error.into(),
            ReturnError::Clock(error) => error.into(),
            _ => Self::NotFound,
        }
    }
}
