//! The room's tables.

pub(crate) mod breach;
pub(crate) mod closed_day;
pub(crate) mod deadline;
pub(crate) mod duty_shift;
pub(crate) mod given_back;
pub(crate) mod mail_way;
pub(crate) mod notice;
pub(crate) mod notice_mail;
pub(crate) mod rung;
pub mod saved_view;
pub(crate) mod work_item;
