//! Files that come in pieces, so that a large one on a bad line goes on where it stopped. The shape is tus 1.0's core with
//! creation, expiration and termination. Each piece is sealed, on the disk and named by a row before it is answered. Once
//! whole, the file goes through the same checks as one that came at once; refused, taken, dropped or expired, nothing of
//! its pieces stays.
//!
//! A file in pieces belongs to whoever began it: the worker of one complaint, or a visitor known by a sealed cookie. Who
//! begins the same content again goes on with it, without anything being kept on the telephone.

mod begin;
mod end;
mod piece;
mod take;

pub use begin::{BeginUpload, begin_upload};
pub use end::{drop_upload, sweep_uploads};
pub(crate) use end::{named_by_pieces, write_gone};
pub use piece::{Broke, Coming, Progress, put_piece, upload_progress};
pub use take::{TakenUpload, forget_taken, take_upload};

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_kernel::files::FileError;
use haqqi_kernel::{Actor, CommitError, House, OpenError};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::Desk;
use crate::come_back::Entered;
use crate::entity::upload;
use crate::evidence::TakeError;

/// A worker's file in pieces waits so long for its rest.
const KEPT: TimeDelta = TimeDelta::hours(24);
/// A stranger's.
const KEPT_FOR_STRANGERS: TimeDelta = TimeDelta::hours(6);
/// No piece is smaller, in bytes, but the last: so many files on the disk, and no more, belong to one that is on its way.
pub const SMALLEST_PIECE: u64 = 16 * 1024;
/// A file counts for at least so many bytes in what the whole house holds.
const COUNTS_FOR: i64 = 1024 * 1024;

/// Why a file in pieces goes no further.
#[derive(Debug, thiserror::Error)]
pub enum UploadError {
    /// There is none, it has expired, or it belongs to another: the same answer.
    #[error("no such upload")]
    NotFound,
    /// The piece does not begin where the last one ended.
    #[error("so many bytes are there: {0}")]
    Offset(u64),
    /// Its length is nothing, or longer than files may be.
    #[error("no length that is taken")]
    Length,
    /// More came than the file was said to have.
    #[error("more than the file's length")]
    TooMuch,
    /// A piece that is not the last is too small.
    #[error("a piece is too small")]
    TooSmall,
    /// The file is not whole yet.
    #[error("pieces are missing")]
    Unfinished,
    /// The house holds as much that is on its way as it may.
    #[error("too much is on its way")]
    Full,
    /// The database's answer.
    #[error(transparent)]
    Db(#[from] DbErr),
    /// The commit's answer.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// The disk's answer, or a piece does not open.
    #[error(transparent)]
    File(#[from] FileError),
    /// Something sealed does not open.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The whole file is refused, or the disk does not take it.
    #[error(transparent)]
    Take(#[from] TakeError),
}

/// Whose file it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UploadOwner {
    /// The worker of this complaint.
    Worker(Uuid),
    /// A visitor, by the random id of her cookie.
    Visitor([u8; 16]),
}

impl UploadOwner {
    /// Whoever came back, if it is the worker herself.
    #[must_use]
    pub fn of(entered: &Entered) -> Option<Self> {
        entered.is_herself().then(|| Self::Worker(entered.complaint()))
    }

    fn actor(&self) -> Actor {
        match self {
            Self::Worker(complaint) => Actor::Worker { complaint: *complaint },
            Self::Visitor(_) => Actor::Stranger,
        }
    }

    fn is_stranger(&self) -> bool {
        matches!(self, Self::Visitor(_))
    }

    fn bytes(&self) -> Vec<u8> {
        match self {
            Self::Worker(complaint) => [b"w".as_slice(), complaint.as_bytes()].concat(),
            Self::Visitor(id) => [b"v".as_slice(), id].concat(),
        }
    }

    /// The keyed tag under which her files are found; it tells nobody whose they are.
    pub(crate) fn tag(&self, house: &House) -> Vec<u8> {
        house.vault().blind_index("upload.owner", &self.bytes()).to_vec()
    }
}

/// What addresses a file in pieces: 32 hexadecimal characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UploadToken(String);

impl UploadToken {
    /// Reads one; whatever the house did not make is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let ours = text.len() == 32 && text.bytes().all(|c| matches!(c, b'0'..=b'9' | b'a'..=b'f'));
        ours.then(|| Self(text.to_owned()))
    }

    /// For addresses and forms.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn tag(&self, house: &House) -> Vec<u8> {
        house.vault().blind_index("upload.token", self.0.as_bytes()).to_vec()
    }
}

/// The row of a file of this owner that has not expired.
async fn row_of(desk: &Desk, owner: &UploadOwner, token: &UploadToken) -> Result<upload::Model, UploadError> {
    let house = &desk.site.house;
    let row = upload::Entity::find()
        .filter(upload::Column::Token.eq(token.tag(house)))
        .filter(upload::Column::Owner.eq(owner.tag(house)))
        .filter(upload::Column::ExpiresAt.gt(house.now()))
        .one(house.reader())
        .await?;
    row.ok_or(UploadError::NotFound)
}

fn bytes_of(count: i64) -> u64 {
    u64::try_from(count).unwrap_or(0)
}

/// How far a file is, and until when it waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UploadState {
    /// Bytes that are on the disk.
    pub received: u64,
    /// Bytes of the whole file.
    pub length: u64,
    /// When it is swept.
    pub expires: DateTime<Utc>,
}

impl From<&upload::Model> for UploadState {
    fn from(row: &upload::Model) -> Self {
        Self { received: bytes_of(row.received), length: bytes_of(row.length), expires: row.expires_at }
    }
}
