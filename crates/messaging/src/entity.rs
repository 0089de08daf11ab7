//! The tables of messages.

pub(crate) mod mail;
pub(crate) mod text_message;
pub(crate) mod text_stop;
