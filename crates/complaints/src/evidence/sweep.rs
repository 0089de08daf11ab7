//! Files that no row names: left by a process that ended between file and row, or by a commit that never was.

use std::collections::HashSet;

use chrono::TimeDelta;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};

use super::EvidenceError;
use super::rows::Checked;
use crate::Desk;
use crate::entity::evidence;
use crate::upload::named_by_pieces;

/// A file that is younger may be on its way to its row.
const SETTLED: TimeDelta = TimeDelta::hours(24);
/// Names asked for at once.
const AT_ONCE: usize = 200;

/// Removes files that no row names. Gives their number.
///
/// # Errors
/// The database's or the disk's error.
pub async fn sweep_files(desk: &Desk) -> Result<usize, EvidenceError> {
    let house = &desk.site.house;
    let old = house
        .files()
        .older_than(house.now() - SETTLED)
        .await
        .map_err(haqqi_kernel::files::FileError::from)?;
    let mut removed = 0;
    for names in old.chunks(AT_ONCE) {
        let named = Condition::any()
            .add(evidence::Column::File.is_in(names))
            .add(evidence::Column::ShownFile.is_in(names));
        // What was found to harm is named, but not kept.
        let kept = evidence::Column::State.ne(Checked::Refused.code());
        let rows = evidence::Entity::find().filter(kept).filter(named).all(house.reader()).await?;
        let pieces = named_by_pieces(house, names).await?;
        let known: HashSet<&str> = rows
            .iter()
            .flat_map(|row| [Some(row.file.as_str()), row.shown_file.as_deref()])
            .flatten()
            .chain(pieces.iter().map(String::as_str))
            .collect();
        for name in names.iter().filter(|name| !known.contains(name.as_str())) {
            house.files().remove(name).await.map_err(haqqi_kernel::files::FileError::from)?;
            removed += 1;
        }
    }
    Ok(removed)
}
