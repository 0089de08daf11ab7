//! Whether this system can print papers in each language that is offered.

use haqqi_documents::{Press, PressError};
use haqqi_language::Languages;

use crate::compose::Rooms;

/// What installs the fonts of every language that the product can speak, where Debian's packages are used.
const FONTS: &str = "sudo apt-get install --yes fonts-noto-core fonts-noto-cjk";

/// A language in which no paper can be printed.
pub(crate) struct Mute {
    /// Its tag.
    pub tag: &'static str,
    /// The script for which there is no font.
    pub script: &'static str,
}

impl std::fmt::Display for Mute {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { tag, script } = self;
        write!(formatter, "no font for papers in {tag} ({script}); try: {FONTS}")
    }
}

/// The offered languages in which no paper can be printed. Looks at the system's fonts: not for an asynchronous thread.
pub(crate) fn mute(press: &Press, languages: &Languages) -> Vec<Mute> {
    let offered = languages.worker().iter().chain(languages.staff()).map(haqqi_language::Language::tag);
    let mut tags: Vec<&'static str> = offered.collect();
    tags.sort_unstable();
    tags.dedup();
    tags.into_iter()
        .filter_map(|tag| match press.speaks(tag) {
            Err(PressError::NoFont { script }) => Some(Mute { tag, script }),
            _ => None,
        })
        .collect()
}

/// Looks at the fonts beside the start, so that neither it nor the first paper waits, and says what is missing.
pub(crate) fn warm(rooms: &Rooms, say: impl Fn(&Mute) + Send + 'static) {
    let (press, languages) = (rooms.press.clone(), rooms.site.languages.clone());
    // Nobody waits for it: whoever prints before it is done waits for the same look.
    drop(tokio::task::spawn_blocking(move || mute(&press, &languages).iter().for_each(say)));
}
