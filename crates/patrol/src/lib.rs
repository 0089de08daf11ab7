//! The electronic patrol: texts of advertisements and posts that seek workers or offer them, pasted, from a sheet, from a
//! feed or from a program. Each is read by the screening engine with an instrument and lexicons of its own, found again
//! where it is nearly the same, linked to who recruits, and decided on by a person.
//!
//! Nothing here knows a complaint or a worker. An indicator in an advertisement is a suggestion with its place in the
//! words; it accuses nobody, sends nothing and closes nothing.

mod add;
mod assess;
mod contact;
mod decide;
mod desk;
mod entity;
mod erase;
mod feed;
mod fetch;
mod http;
mod letter;
mod list;
mod model;
mod open;
mod recruiter;
mod report;
mod sheet;
mod store;

pub use add::{AddError, Added, NewAdvert, Wrong, add};
pub use assess::{Assessed, Hit, assess, assessor};
pub use contact::{Contact, Sort, Words, contacts, without_contacts};
pub use decide::{DecideError, Decided, decide};
pub use desk::PatrolDesk;
pub use erase::{erase_adverts, forget_recruiters};
pub use feed::{Feed, FeedError, NewFeed, add_feed, change_feed, feeds, fetch_due, take_feed};
pub use fetch::{FetchError, Fetcher};
pub use http::{api, pages, uploads};
pub use letter::letter;
pub use list::{AdvertRow, Filter, Rows, adverts};
pub use model::{Decision, LONGEST_TEXT, Level, Verdict, Way};
pub use open::{Made, OpenedAdvert, ReadError, Sighting, open};
pub use recruiter::{
    LinkError, OpenedRecruiter, RecruiterRow, link_recruiter, open_recruiter, recruiters, suggestions,
};
pub use report::{Period, Report, report, table};
pub use sheet::{BadRow, MOST_ROWS, SheetError, Taken, take_sheet};
