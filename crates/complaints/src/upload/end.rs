//! The end of a file in pieces: its rows go, its key is destroyed, then its files.

use std::collections::HashSet;

use haqqi_kernel::{Actor, Audit, CommitError, House, SubjectKind, Uow};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::{UploadError, UploadOwner, UploadToken, row_of};
use crate::Desk;
use crate::entity::{upload, upload_piece};

/// Ended by one sweep at a time.
const AT_ONCE: u64 = 200;

/// Within the caller's unit, the pieces' rows go. Gives the names of their files, to be removed after the commit.
pub(super) async fn write_pieces_gone(
    house: &House,
    unit: &mut Uow,
    id: Uuid,
) -> Result<Vec<String>, UploadError> {
    let of_it = upload_piece::Column::UploadId.eq(id);
    let pieces = upload_piece::Entity::find().filter(of_it.clone()).all(house.reader()).await?;
    unit.delete(upload_piece::Entity::delete_many().filter(of_it));
    Ok(pieces.into_iter().map(|piece| piece.file).collect())
}

/// As [`write_end`], for whoever erases the complaint that the file was for.
pub(crate) async fn write_gone(unit: &mut Uow, row: &upload::Model) -> Result<Vec<String>, DbErr> {
    let of_it = upload_piece::Column::UploadId.eq(row.id);
    let pieces = upload_piece::Entity::find().filter(of_it.clone()).all(unit.reader()).await?;
    unit.delete(upload_piece::Entity::delete_many().filter(of_it));
    unit.delete(upload::Entity::delete_many().filter(upload::Column::Id.eq(row.id)));
    unit.erase_subject(row.id);
    Ok(pieces.into_iter().map(|piece| piece.file).collect())
}

/// Within the caller's unit, all rows go and the key is destroyed. Gives the names of the files.
pub(super) async fn write_end(
    house: &House,
    unit: &mut Uow,
    row: &upload::Model,
) -> Result<Vec<String>, UploadError> {
    let files = write_pieces_gone(house, unit, row.id).await?;
    unit.delete(upload::Entity::delete_many().filter(upload::Column::Id.eq(row.id)));
    unit.erase_subject(row.id);
    unit.audit(Audit::write("upload.end", SubjectKind::Upload, row.id));
    Ok(files)
}

pub(super) async fn remove_files(house: &House, files: &[String]) -> Result<(), UploadError> {
    for file in files {
        house.files().remove(file).await?;
    }
    Ok(())
}

/// Whoever sends a file wants it no longer, or it was refused.
///
/// # Errors
/// [`UploadError::NotFound`], or what the database or the disk says.
pub async fn drop_upload(desk: &Desk, owner: &UploadOwner, token: &UploadToken) -> Result<(), UploadError> {
    let house = &desk.site.house;
    let row = row_of(desk, owner, token).await?;
    let mut unit = house.unit(owner.actor());
    let files = write_end(house, &mut unit, &row).await?;
    unit.commit().await?;
    remove_files(house, &files).await
}

/// Ends what has expired. Gives its number.
///
/// # Errors
/// The database's or the disk's error.
pub async fn sweep_uploads(desk: &Desk) -> Result<usize, UploadError> {
    let house = &desk.site.house;
    let mut ended = 0;
    loop {
        let old = upload::Entity::find()
            .filter(upload::Column::ExpiresAt.lte(house.now()))
            .limit(AT_ONCE)
            .all(house.reader())
            .await?;
        for row in &old {
            let mut unit = house.unit(Actor::System);
            let files = write_end(house, &mut unit, row).await?;
            match unit.commit().await {
                Ok(_) => {
                    remove_files(house, &files).await?;
                    ended += 1;
                }
                // Another sweeper was faster.
                Err(CommitError::Stale) => {}
                Err(error) => return Err(error.into()),
            }
        }
        if old.len() < usize::try_from(AT_ONCE).unwrap_or(usize::MAX) {
            return Ok(ended);
        }
    }
}

/// Which of these files are pieces of something that is on its way.
pub(crate) async fn named_by_pieces(house: &House, names: &[String]) -> Result<HashSet<String>, DbErr> {
    let rows = upload_piece::Entity::find()
        .filter(upload_piece::Column::File.is_in(names))
        .all(house.reader())
        .await?;
    Ok(rows.into_iter().map(|row| row.file).collect())
}
