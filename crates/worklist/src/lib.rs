//! Clocks and calendars, deadlines and their ladder, the duty roster, and the one queue over all rooms.
//!
//! Each room writes its own work items and deadlines in its own unit of work ([`open_item`], [`set_deadline`],
//! [`meet_deadline`], [`finish_items`]). The queue, the ladder ([`tick`]) and the counts read only these tables,
//! which hold codes and ids and nothing about a person.

mod again;
mod assign;
mod breach;
mod bundle;
mod calendar;
mod clock;
mod closed;
mod cover;
mod deadlines;
mod duty;
mod entity;
mod erase;
mod give_back;
mod item;
mod items;
mod ladder;
mod leaving;
mod notices;
mod owed;
mod pulse;
mod queue;
mod roster;
mod roster_alarm;
mod seek;
mod sight;
mod state;
mod store;
mod tell;
mod views;
mod whom;

pub use again::{Again, set_again};
pub use assign::{AssignError, assign};
pub use breach::{
    Breach, ExplainError, breach, breaches, breaches_of, explain, explained, ran_out, unexplained, words_of,
};
pub use bundle::{Bundle, bundles, has_mail_way, set_mail_way, take_bundle};
pub use calendar::{Calendar, CalendarError, DayHours, HoursFrom, Length};
pub use clock::{Clock, Clocks, Matter, Rung, UnknownClock};
pub use closed::{
    ClosedDay, MOVE_CLOCKS, add_closed_days, closed_days, move_clocks, refresh, remove_closed_day,
};
pub use cover::{Cover, Promise, cover, promise};
pub use deadlines::{
    DeadlineError, Met, NewDeadline, Set, begin_clock, drop_deadline, hang_on, is_owed, meet_deadline,
    set_deadline,
};
pub use duty::{AddShift, ShiftError, add_shift, end_shift, is_on_duty, on_duty, shifts};
pub use erase::{erase_work, has_open_work};
pub use give_back::{gave_back, give_back};
pub use item::{ANY_OFFICE, About, ItemKind, NewItem, UnknownKind, Urgency};
pub use items::{
    ItemRef, LetGo, bring_forward, concerns_child, finish_item, finish_items, finish_labelled, hand_about,
    hand_to, held_subject, let_go, loads, open_item, open_work, raise, seen_subject,
};
pub use ladder::{Ticked, tick};
pub use leaving::{Handed, HeldWork, Leaving, WORK_LEFT, do_the_same, hand_all, held_work, may_do, pass_on};
pub use notices::{Notice, notices, see, unseen};
pub use owed::{Owed, last_clock, owed};
pub use pulse::{Pulse, pulse};
pub use queue::{Counts, Cursor, Filter, PageOf, QueueRow, counts, queue, work_on};
pub use roster::{Gap, Shift, gaps};
pub use roster_alarm::{ALARM, ROSTER_ALARM, raise_roster_alarm, roster_alarm_stands, watch_roster};
pub use seek::{SEEK, look_for_somebody, seek};
pub use sight::{Sight, of_others};
pub use state::{DeadlineState, ItemState, NotAllowed};
pub use tell::{TELL, alarm, tell};
pub use views::{LONGEST_VIEW, MOST_VIEWS, SavedView, ViewError, drop_view, save_view, saved_views};
pub use whom::Colleague;
