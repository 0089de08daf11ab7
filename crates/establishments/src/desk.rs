//! What the room works with.

use haqqi_pack::Pack;
use haqqi_web::Site;

/// The site: house, pack, words.
#[derive(Clone)]
pub struct EstablishmentDesk {
    /// The site.
    pub site: Site,
}

impl EstablishmentDesk {
    /// A desk.
    #[must_use]
    pub fn new(site: Site) -> Self {
        Self { site }
    }

    pub(crate) fn pack(&self) -> &Pack {
        &self.site.pack
    }
}

impl axum::extract::FromRef<EstablishmentDesk> for Site {
    fn from_ref(desk: &EstablishmentDesk) -> Self {
        desk.site.clone()
    }
}
