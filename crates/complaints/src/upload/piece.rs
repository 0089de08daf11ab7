//! A piece comes: sealed while it is read, on the disk, and named by a row before it is answered. What came of a piece
//! whose line broke is kept too, if it is worth a file.

use haqqi_kernel::files::Incoming;
use haqqi_kernel::{CommitError, SubjectKind};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};

use super::{SMALLEST_PIECE, UploadError, UploadOwner, UploadState, UploadToken, bytes_of, row_of};
use crate::Desk;
use crate::entity::{upload, upload_piece};

/// The bytes of a piece, as they come over the line.
pub trait Coming: Send {
    /// More of them; nothing at the end; an error where the line broke.
    fn more(&mut self) -> impl Future<Output = Result<Option<impl AsRef<[u8]> + Send>, Broke>> + Send;
}

/// The line broke, or nothing came for too long.
#[derive(Debug, Clone, Copy)]
pub struct Broke;

/// What became of a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// How far the file is now.
    pub state: UploadState,
    /// Whether the line broke before the piece ended.
    pub broke: bool,
}

/// How far a file in pieces is.
///
/// # Errors
/// [`UploadError::NotFound`], or the database's error.
pub async fn upload_progress(
    desk: &Desk,
    owner: &UploadOwner,
    token: &UploadToken,
) -> Result<UploadState, UploadError> {
    Ok((&row_of(desk, owner, token).await?).into())
}

/// Takes a piece that begins at `offset`.
///
/// # Errors
/// [`UploadError`]; then nothing of the piece was stored.
pub async fn put_piece(
    desk: &Desk,
    owner: &UploadOwner,
    token: &UploadToken,
    offset: u64,
    coming: &mut impl Coming,
) -> Result<Progress, UploadError> {
    let row = row_of(desk, owner, token).await?;
    let (received, length) = (bytes_of(row.received), bytes_of(row.length));
    if offset != received {
        return Err(UploadError::Offset(received));
    }
    let house = &desk.site.house;
    let mut incoming =
        house.files().begin(house.entropy()).await.map_err(haqqi_kernel::files::FileError::from)?;
    let broke = read(&mut incoming, coming, length - received).await?;
    let size = incoming.size();
    let whole = received + size == length;
    if size == 0 || (!whole && size < SMALLEST_PIECE) {
        if size > 0 && !broke {
            return Err(UploadError::TooSmall);
        }
        return Ok(Progress { state: (&row).into(), broke });
    }
    let key = house.subject_key(row.id).await?;
    let mut kept = incoming.finish().await.map_err(haqqi_kernel::files::FileError::from)?;
    let mut unit = house.unit(owner.actor());
    let piece = upload_piece::ActiveModel {
        id: Set(unit.id()),
        upload_id: Set(row.id),
        starts: Set(row.received),
        file: Set(kept.name().to_owned()),
        file_key: Set(kept.sealed_key(&unit, &key)),
    };
    unit.insert(piece);
    let now_there = row.received.saturating_add(i64::try_from(size).unwrap_or(i64::MAX));
    unit.update_one(
        upload::Entity::update_many()
            .col_expr(upload::Column::Received, Expr::value(now_there))
            .col_expr(upload::Column::Version, Expr::value(row.version + 1))
            .filter(upload::Column::Id.eq(row.id))
            .filter(upload::Column::Version.eq(row.version)),
    );
    unit.audit(haqqi_kernel::Audit::write("upload.piece", SubjectKind::Upload, row.id));
    match unit.commit().await {
        // Another piece was faster; this one goes when dropped.
        Err(CommitError::Stale | CommitError::Unique(_)) => {
            let now = row_of(desk, owner, token).await?;
            Err(UploadError::Offset(bytes_of(now.received)))
        }
        other => {
            // A commit that the database did not answer may have happened: the sweeper looks later.
            kept.stay();
            other?;
            let state = UploadState { received: bytes_of(now_there), ..(&row).into() };
            Ok(Progress { state, broke })
        }
    }
}

/// Reads until the end, or until the line breaks; whether it broke.
async fn read(incoming: &mut Incoming, coming: &mut impl Coming, most: u64) -> Result<bool, UploadError> {
    loop {
        match coming.more().await {
            Ok(Some(bytes)) => {
                let bytes = bytes.as_ref();
                if incoming.size() + bytes.len() as u64 > most {
                    return Err(UploadError::TooMuch);
                }
                incoming.write(bytes).await.map_err(haqqi_kernel::files::FileError::from)?;
            }
            Ok(None) => return Ok(false),
            Err(Broke) => return Ok(true),
        }
    }
}
