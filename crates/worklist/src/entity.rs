//! The room's tables.

pub(crate) mod deadline;
pub(crate) mod duty_shift;
pub(crate) mod rung;
pub mod saved_view;
pub(crate) mod work_item;
