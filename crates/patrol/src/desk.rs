//! What the room works with.

use std::sync::Arc;

use haqqi_establishments::EstablishmentDesk;
use haqqi_likeness::Seeds;
use haqqi_pack::Pack;
use haqqi_screening::{LoadError, Screener};
use haqqi_web::Site;

use crate::assess::assessor;
use crate::contact::Words;
use crate::fetch::Fetcher;

/// The house, the instrument and lexicons of advertisements, the register, and whoever fetches feeds.
#[derive(Clone)]
pub struct PatrolDesk {
    /// House, pack, words.
    pub site: Site,
    /// The engine with the instrument of advertisements, and nothing of complaints.
    pub assessor: Arc<Screener>,
    /// The register of establishments.
    pub establishments: EstablishmentDesk,
    /// By which words an agency is known in a text.
    pub(crate) words: Arc<Words>,
    /// Fetches feeds.
    pub(crate) fetcher: Arc<Fetcher>,
}

impl PatrolDesk {
    /// A desk with what the pack says of advertisements.
    ///
    /// # Errors
    /// [`LoadError`]: the first file of the pack's `adverts` that cannot work.
    pub fn new(
        site: Site,
        establishments: EstablishmentDesk,
        fetcher: Arc<Fetcher>,
    ) -> Result<Self, LoadError> {
        let assessor = Arc::new(assessor(&site.pack)?);
        let words = Arc::new(Words::from_pack(&site.pack)?);
        Ok(Self { site, assessor, establishments, words, fetcher })
    }

    /// The seeds of this house for advertisements. They are others than those of complaints, so that the marks of the two
    /// can never be laid beside each other.
    pub(crate) fn seeds(&self) -> Seeds {
        Seeds::from_key(&self.site.house.vault().blind_index("patrol.seeds", b"character 5-grams"))
    }

    pub(crate) fn pack(&self) -> &Pack {
        &self.site.pack
    }
}

impl axum::extract::FromRef<PatrolDesk> for Site {
    fn from_ref(desk: &PatrolDesk) -> Self {
        desk.site.clone()
    }
}
