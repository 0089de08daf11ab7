//! One file a table. Private to the room.

pub(crate) mod figure_release;
pub(crate) mod figure_withdrawal;
pub(crate) mod publication;
pub(crate) mod publication_file;
