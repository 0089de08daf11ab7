//! The jurisdiction pack: a country as data.
//!
//! A pack is a folder of TOML tables by theme (`kinds.toml`, `offices.toml`, …), iCalendar files with the
//! movable holidays, Fluent files with every word that people read, and the raw files of the screening room.
//! This crate loads it from the binary or from a folder, refuses what is wrong with file and line, and
//! answers look-ups by code. Codes never change meaning; labels may. A record keeps [`Pack::stamp`], which
//! names the declared version and the content.
//!
//! Labels are not in the tables: the Fluent id of a row is derived from its code by [`label`], and the text
//! stands in `locales/<tag>/worker-*.ftl` (what workers read) or `staff-*.ftl`.

mod audio;
mod check;
pub mod de;
mod embedded;
mod ics;
mod model;
mod pack;
mod report;
mod source;
mod table;

pub use audio::{Audio, Manifest, ManifestRow, Spoken, digest_of, manifest};
pub use check::required::{EVENTS, OUTCOMES, REQUIRED_DEADLINES, STAFF_WORDS, WORKER_WORDS};
pub use check::retention::RETAINED;
pub use ics::announced_holidays;
pub use model::calendar::{Calendar, FixedHoliday, MovableHoliday, OfficeHours};
pub use model::casework::{Decision, Ground, NextStep, Outcome, Reason, Role, Service};
pub use model::complaints::{
    ChannelNeeds, Confidentiality, ContactChannel, DocumentHolder, Filer, HelpfulDocument, Kind,
    LeavingReason, Urgency,
};
pub use model::figures::{Figure, FigureSection, FigureUnit};
pub use model::guide::Topic;
pub use model::identity::{Checked, Identity, Language, Phone, Step, Texts, Waking};
pub use model::inspection::{Checklist, Hazard, Item, Measure, MeasureClass, Section, Severity};
pub use model::law::{
    Article, Basis, Bound, Deadline, KnownFrom, Law, LengthUnit, Party, Penalty, PenaltyPer, Rate, RateUnit,
    Runs, WHOM, Warning,
};
pub use model::places::{Agency, AgencyKind, Governorate, Hotline, Office, OfficeKind, Regime, Sector};
pub use model::retention::{Ends, Retention};
pub use model::wages::{Condition, Due, Ending, Entitlement};
pub use pack::{Pack, Unverified};
pub use report::{PackError, Problem};
pub use table::{Row, Side, Table, Target, label};
