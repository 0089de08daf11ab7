//! The room's tables. Columns of bytes are sealed under the complaint's own data key.

pub mod ask;
pub mod call_back;
pub mod complaint;
pub mod complaint_group;
pub mod complaint_mark;
pub mod complaint_named;
pub mod complaint_of_visit;
pub mod complaint_text;
pub mod complaint_trace;
pub mod complaint_visit;
pub mod credential;
pub mod evidence;
pub mod filer_sight;
pub mod filing;
pub mod group_code;
pub mod intake;
pub mod kept_words;
pub mod text_draft;
pub mod text_part;
pub mod told_dates;
pub mod tombstone;
pub mod upload;
pub mod upload_piece;
pub mod wording;
pub mod workplace_mark;
