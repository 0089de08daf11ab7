//! One file a table. Private to the room.

pub(crate) mod advert;
pub(crate) mod advert_decision;
pub(crate) mod advert_indicator;
pub(crate) mod advert_mark;
pub(crate) mod advert_recruiter;
pub(crate) mod advert_sighting;
pub(crate) mod patrol_feed;
pub(crate) mod recruiter;
pub(crate) mod recruiter_mark;
