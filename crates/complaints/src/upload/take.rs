//! Taking a file whose pieces are all there: put together, told by its content and checked like any other.

use haqqi_kernel::files::FileError;
use haqqi_kernel::{Audit, OpenError, SubjectKind, Uow};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use zeroize::Zeroizing;

use super::end::{drop_upload, remove_files, write_pieces_gone};
use super::{UploadError, UploadOwner, UploadToken, row_of};
use crate::Desk;
use crate::entity::{upload, upload_piece};
use crate::evidence::{Received, Receiving, Refusal, Sort, TakeError};

/// What a file in pieces became.
pub enum TakenUpload {
    /// It is whole, and waits for its row.
    Now(Box<Received>),
    /// It was taken before, by the same form whose answer was lost; the digest of its content.
    Before([u8; 32]),
}

/// Puts the pieces of a file together and looks at it. Refused, nothing of it stays.
///
/// # Errors
/// [`UploadError`]; [`UploadError::Take`] where the file is refused.
pub async fn take_upload(
    desk: &Desk,
    owner: &UploadOwner,
    token: &UploadToken,
    sorts: &[Sort],
) -> Result<TakenUpload, UploadError> {
    let row = row_of(desk, owner, token).await?;
    if row.received != row.length {
        return Err(UploadError::Unfinished);
    }
    let house = &desk.site.house;
    let key = house.subject_key(row.id).await?;
    let mut unit = house.unit(owner.actor());
    unit.audit(Audit::read("upload.read", SubjectKind::Upload, row.id).purpose("take"));
    let proof = unit.commit().await?;
    let digest = house.open_bytes(&proof, &key, "upload.digest", &row.digest)?;
    let digest = <[u8; 32]>::try_from(digest.as_slice()).map_err(|_| OpenError::Broken)?;
    if row.taken {
        return Ok(TakenUpload::Before(digest));
    }
    let name = Zeroizing::new(house.open(&proof, &key, "upload.name", &row.name)?);
    let pieces = upload_piece::Entity::find()
        .filter(upload_piece::Column::UploadId.eq(row.id))
        .order_by_asc(upload_piece::Column::Starts)
        .all(house.reader())
        .await?;
    let mut receiving = Receiving::begin(desk, &name).await?;
    for piece in &pieces {
        let mut file = house.open_file(&proof, &key, &piece.file, &piece.file_key).await?;
        let mut at = 0;
        while let Some((_, bytes)) = file.piece_at(at).await.map_err(UploadError::File)? {
            if bytes.is_empty() {
                break;
            }
            receiving.write(&bytes).await?;
            at += bytes.len() as u64;
        }
    }
    let taken = match receiving.finish(desk, sorts).await {
        // Not the file that was begun: two were mixed.
        Ok(received) if *received.digest() != digest => Err(TakeError::Refused(Refusal::Broken)),
        other => other,
    };
    if matches!(taken, Err(TakeError::Refused(_))) {
        drop_upload(desk, owner, token).await?;
    }
    Ok(TakenUpload::Now(Box::new(taken?)))
}

/// After the file got its row: its pieces go, and it is remembered until it expires that it was taken.
///
/// # Errors
/// The database's or the disk's error.
pub async fn forget_taken(desk: &Desk, owner: &UploadOwner, token: &UploadToken) -> Result<(), UploadError> {
    let row = row_of(desk, owner, token).await?;
    let house = &desk.site.house;
    let mut unit = house.unit(owner.actor());
    let files = write_pieces_gone(house, &mut unit, row.id).await?;
    write_taken(&mut unit, &row);
    unit.commit().await?;
    remove_files(house, &files).await
}

fn write_taken(unit: &mut Uow, row: &upload::Model) {
    unit.update(
        upload::Entity::update_many()
            .col_expr(upload::Column::Taken, Expr::value(true))
            .col_expr(upload::Column::Version, Expr::value(row.version + 1))
            .filter(upload::Column::Id.eq(row.id)),
    );
    unit.audit(Audit::write("upload.taken", SubjectKind::Upload, row.id));
}

impl From<std::io::Error> for UploadError {
    fn from(error: std::io::Error) -> Self {
        Self::File(FileError::Io(error))
    }
}
