//! What the room works with.

use std::sync::Arc;

use haqqi_complaints::Desk;
use haqqi_pack::Retention;
use haqqi_web::Site;

/// The complaints' desk, and how long backups are kept.
#[derive(Clone)]
pub struct RetentionDesk {
    /// The complaints' room.
    pub complaints: Desk,
    /// After how many days the last backup that holds something is gone; nothing where nobody said so.
    pub backups_kept_days: Option<u16>,
}

impl RetentionDesk {
    /// A desk.
    #[must_use]
    pub fn new(complaints: Desk, backups_kept_days: Option<u16>) -> Self {
        Self { complaints, backups_kept_days }
    }

    /// The site: house, pack, words.
    #[must_use]
    pub fn site(&self) -> &Site {
        &self.complaints.site
    }

    /// The row of the schedule for a class.
    pub(crate) fn row(&self, class: &str) -> Option<&Retention> {
        Arc::as_ref(&self.complaints.site.pack).retention(class)
    }
}

impl axum::extract::FromRef<RetentionDesk> for Site {
    fn from_ref(desk: &RetentionDesk) -> Self {
        desk.complaints.site.clone()
    }
}
