//! Under which kind a complaint is filed. What an employer brings is of a kind of its own, whatever he chose: it is never
//! mixed with what workers bring, and never the worker's own complaint.

use haqqi_pack::{Kind, Pack};

use crate::Desk;
use crate::file::FileComplaint;

/// Whether an employer files.
fn by_employer(pack: &Pack, command: &FileComplaint) -> bool {
    command.filed_by.as_deref().and_then(|filer| pack.filer(filer)).is_some_and(|filer| filer.employer)
}

/// The kind of a complaint; none where the pack has none of that name.
pub(crate) fn kind_of<'a>(pack: &'a Pack, command: &FileComplaint) -> Option<&'a Kind> {
    let kind = pack.kind(command.kind.as_deref().unwrap_or(&pack.identity().default_kind))?;
    if by_employer(pack, command) && !kind.employer {
        return pack.against_worker().or(Some(kind));
    }
    Some(kind)
}

/// Whether the kind is one that this filer may file: kinds of employers are theirs alone.
pub(crate) fn fits(pack: &Pack, command: &FileComplaint) -> bool {
    let told = command.kind.as_deref().and_then(|kind| pack.kind(kind));
    told.is_none_or(|kind| !kind.employer) || by_employer(pack, command)
}

impl Desk {
    /// Whether this is what an employer brings against a worker.
    pub(crate) fn is_against_worker(&self, command: &FileComplaint) -> bool {
        kind_of(&self.site.pack, command).is_some_and(|kind| kind.against_worker)
    }
}
