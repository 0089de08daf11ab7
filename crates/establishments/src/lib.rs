//! Employers, homes, agencies and brokers, their worksites, and the finding of them again by name in any script.
//!
//! Names of companies are clear. Names of homes and of brokers, and the addresses of homes, are sealed under the
//! establishment's own key, found by blind keys, and opened by one audited read. Nothing here tells that anyone
//! complained: a complaint knows its establishment, the establishment knows no complaint.

mod add;
mod conflict;
mod desk;
mod entity;
mod history;
mod http;
mod keep;
mod model;
mod open;
mod search;
mod store;
mod view;

pub use add::{Added, NewEstablishment, add};
pub use conflict::{
    DeclareError, Declared, Tie, declare, declared_by, declared_ties, end_tie, for_tie, tied_people,
};
pub use desk::EstablishmentDesk;
pub use history::{Happened, history};
pub use http::{api, pages};
pub use keep::{FieldProblem, KeepError, add_name, add_worksite, rename};
pub use model::{Kind, LONGEST_NAME, NameRole};
pub use open::{OpenedHome, open_for_visit, open_home};
pub use search::{Found, Match, Search, Why, search, similar};
pub use view::{KnownName, ReadError, Summary, Worksite, by_reference, names_of, summaries, summary_of};
