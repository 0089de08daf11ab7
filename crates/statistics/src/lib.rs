//! Figures by published definitions, counted from events alone.
//!
//! The definitions are rows of the pack (`figures.toml`); this room counts what they say, within the scope of who
//! asks, and holds the sums: of the complaints received in a period, each is open or closed with exactly one
//! outcome. It reads no room's tables, and writes only what is made public: figures
//! ([`fn@release`]) and the ministry's own papers ([`fn@publish`]).
//!
//! This is an inside page. Who may not open the list behind a figure sees no number that is small enough to tell of
//! one person ([`FEWEST`]).

mod ask;
mod count;
mod csv;
mod entity;
mod hide;
mod http;
mod model;
mod publication;
mod release;
mod withdrawal;

pub use ask::{Ask, Asked, FiguresError, figures};
pub use csv::csv;
pub use hide::FEWEST;
pub use http::{api, pages, public_pages, uploads};
pub use model::{Cohort, Counted, Figures, Group, Period, PeriodError};
pub use publication::{
    LONGEST_PAPER, NewPublication, Publication, PublishError, Standing, Words, paper_of, publications,
    publish, withdraw_paper,
};
pub use release::{Release, ReleaseError, preview, releasable, release, released};
pub use withdrawal::{Withdrawn, withdraw_figures, withdrawn};
