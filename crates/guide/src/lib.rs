//! What anybody may read: rights in plain words, whom to call, the offices and their hours, and a search over all of
//! it, in every language that the pack offers.
//!
//! The words are Markdown in the pack (`guide/<topic>/<language>.md`), of which this room shows headings, paragraphs,
//! lists, emphasis and links inside; nothing else of Markdown, and no HTML. No figure of the law is typed in them: a
//! mark such as `{rate:annual-leave}` names a dated row of the pack, and what rests on a row that no lawyer has
//! approved is not shown as law: the page says “ask us” in its place. See [`mark`] for the marks.
//!
//! These pages hold nothing personal and are the only ones that a browser may keep.

mod guide;
mod http;
pub mod mark;
mod markdown;
mod offices;
mod search;
mod shown;

pub use guide::{Guide, GuideError};
pub use http::{kept, pages};
pub use offices::{OfficeView, Opening, offices, openings};
pub use search::{Found, Index};
pub use shown::{Reader, Run, Shown, ShownBlock, ShownSection};
