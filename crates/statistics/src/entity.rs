//! One file a table. Private to the room.

pub(crate) mod figure_release;
