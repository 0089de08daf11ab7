//! Beginning to send a file in pieces, or going on with one that was begun before.

use data_encoding::HEXLOWER;
use haqqi_kernel::{Audit, CommitError, House, SubjectKind, Uow};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};

use super::end::{remove_files, write_end};
use super::{COUNTS_FOR, KEPT, KEPT_FOR_STRANGERS, UploadError, UploadOwner, UploadState, UploadToken};
use crate::Desk;
use crate::entity::upload;

/// Longest name that is kept, in characters.
const LONGEST_NAME: usize = 200;

/// What is to be sent.
#[derive(Debug, Clone)]
pub struct BeginUpload {
    /// The name that the sender gives.
    pub name: String,
    /// Bytes of the whole file.
    pub length: u64,
    /// The SHA-256 of its content: by it the same file is known again, and the whole is checked.
    pub digest: [u8; 32],
}

/// Whose it is, its content, and the file itself: what names a file that is known again.
fn content_tag(house: &House, owner: &UploadOwner, begin: &BeginUpload) -> Vec<u8> {
    let content = [owner.bytes().as_slice(), &begin.length.to_be_bytes(), &begin.digest].concat();
    house.vault().blind_index("upload.content", &content).to_vec()
}

/// Her token for a content is made of it, so that beginning twice leads to the same place.
fn token_of(house: &House, content: &[u8], version: &[u8]) -> UploadToken {
    let tag = house.vault().web_tag("upload.token", &[content, version].concat());
    UploadToken(HEXLOWER.encode(&tag[..16]))
}

/// Begins a file in pieces; one of the same content that was begun before goes on. Where somebody has begun as many as a
/// complaint may hold, her oldest one ends.
///
/// # Errors
/// [`UploadError::Length`], [`UploadError::Full`], or what the database or the disk says.
pub async fn begin_upload(
    desk: &Desk,
    owner: &UploadOwner,
    begin: &BeginUpload,
) -> Result<(UploadToken, UploadState, bool), UploadError> {
    match begin_once(desk, owner, begin).await {
        // Another tab began the same at the same time, or her oldest one moved.
        Err(UploadError::Commit(CommitError::Unique(_) | CommitError::Stale)) => {
            begin_once(desk, owner, begin).await
        }
        other => other,
    }
}

async fn begin_once(
    desk: &Desk,
    owner: &UploadOwner,
    begin: &BeginUpload,
) -> Result<(UploadToken, UploadState, bool), UploadError> {
    let house = &desk.site.house;
    if begin.length == 0 || begin.length > desk.evidence.longest() {
        return Err(UploadError::Length);
    }
    let content = content_tag(house, owner, begin);
    let hers = upload::Entity::find()
        .filter(upload::Column::Owner.eq(owner.tag(house)))
        .order_by_asc(upload::Column::BegunAt)
        .order_by_asc(upload::Column::Id)
        .all(house.reader())
        .await?;
    let (valid, expired): (Vec<_>, Vec<_>) = hers.into_iter().partition(|row| row.expires_at > house.now());
    if let Some(row) = valid.iter().find(|row| row.content == content && !row.taken) {
        let token = token_of(house, &content, row.id.as_bytes());
        return Ok((token, row.into(), false));
    }
    let length = i64::try_from(begin.length).map_err(|_| UploadError::Length)?;
    let mut unit = house.unit(owner.actor());
    let most = desk.evidence.files.max(1);
    let too_many = (valid.len() + 1).saturating_sub(most);
    let mut files = Vec::new();
    for row in expired.iter().chain(valid.iter().take(too_many)) {
        files.extend(write_end(house, &mut unit, row).await?);
    }
    room(desk, owner, length).await?;
    let token = write_begin(&mut unit, owner, begin, (content, length));
    let kept = if owner.is_stranger() { KEPT_FOR_STRANGERS } else { KEPT };
    let state = UploadState { received: 0, length: begin.length, expires: unit.now() + kept };
    unit.commit().await?;
    remove_files(house, &files).await?;
    Ok((token, state, true))
}

fn write_begin(
    unit: &mut Uow,
    owner: &UploadOwner,
    begin: &BeginUpload,
    (content, length): (Vec<u8>, i64),
) -> UploadToken {
    let id = unit.id();
    let key = unit.new_subject(id);
    let kept = if owner.is_stranger() { KEPT_FOR_STRANGERS } else { KEPT };
    let name: String = begin.name.chars().take(LONGEST_NAME).collect();
    let token = token_of(unit.house(), &content, id.as_bytes());
    let row = upload::ActiveModel {
        id: Set(id),
        token: Set(token.tag(unit.house())),
        owner: Set(owner.tag(unit.house())),
        stranger: Set(owner.is_stranger()),
        content: Set(content),
        digest: Set(key.seal("upload.digest", &begin.digest, unit.house().entropy())),
        name: Set(unit.seal(&key, "upload.name", &name)),
        length: Set(length),
        received: Set(0),
        taken: Set(false),
        begun_at: Set(unit.now()),
        expires_at: Set(unit.now() + kept),
        version: Set(1),
    };
    unit.insert(row);
    unit.audit(Audit::write("upload.begin", SubjectKind::Upload, id));
    token
}

/// Whether the house still takes so much. Strangers get half of it, so that they cannot take the place of those who have
/// a code.
async fn room(desk: &Desk, owner: &UploadOwner, length: i64) -> Result<(), UploadError> {
    let rows = upload::Entity::find()
        .filter(upload::Column::Taken.eq(false))
        .filter(upload::Column::ExpiresAt.gt(desk.site.house.now()))
        .all(desk.site.house.reader())
        .await?;
    let counted = |stranger: Option<bool>| -> i64 {
        let these = rows.iter().filter(|row| stranger.is_none_or(|is| row.stranger == is));
        these.map(|row| row.length.max(COUNTS_FOR)).sum()
    };
    let most = i64::try_from(desk.evidence.on_the_way()).unwrap_or(i64::MAX);
    let length = length.max(COUNTS_FOR);
    let full = counted(None).saturating_add(length) > most
        || (owner.is_stranger() && counted(Some(true)).saturating_add(length) > most / 2);
    if full { Err(UploadError::Full) } else { Ok(()) }
}
