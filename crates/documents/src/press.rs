//! Prints papers.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use haqqi_language::known;
use tokio::sync::Semaphore;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Bytes, Smart};
use typst::layout::{Frame, FrameItem};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::Paper;
use crate::fonts::Fonts;
use crate::sheet::data;
use crate::text::script_name;
use crate::world::OnePrint;

/// Why nothing was printed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PressError {
    /// The system has no font for this script.
    #[error("no font of this system covers the {script} script; install the packages of fonts-noto")]
    NoFont {
        /// Its English name.
        script: &'static str,
    },
    /// More than a QR code can hold.
    #[error("a QR code cannot hold this much")]
    QrTooLong,
    /// There was nothing to print.
    #[error("there is no paper to print")]
    Nothing,
    /// A paper has no title.
    #[error("a paper needs a title")]
    Untitled,
    /// The typesetter failed. What it says may quote the paper, so it is told in development only.
    #[error("typesetting failed ({stage}) {detail}")]
    Typesetting {
        /// How far it came.
        stage: &'static str,
        /// What it says; empty in a release.
        detail: String,
    },
}

/// The press: cheap to clone, to be shared by all. It looks at the system's fonts when it first prints, or when
/// [`Press::warm`] is called.
#[derive(Clone)]
pub struct Press {
    fonts: Arc<OnceLock<Fonts>>,
    /// How many print at once: it is work for the processor, and nobody may take all of it.
    seats: Arc<Semaphore>,
}

impl Default for Press {
    fn default() -> Self {
        Self::new()
    }
}

impl std::fmt::Debug for Press {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Press").field("warm", &self.fonts.get().is_some()).finish()
    }
}

impl Press {
    /// A press that prints with the system's fonts.
    #[must_use]
    pub fn new() -> Self {
        let seats = std::thread::available_parallelism().map_or(1, usize::from);
        Self { fonts: Arc::default(), seats: Arc::new(Semaphore::new(seats)) }
    }

    /// A press without any font: what a system looks like on which none is installed. For tests.
    #[must_use]
    pub fn without_fonts() -> Self {
        let press = Self::new();
        let nothing = std::iter::empty::<(typst::text::Font, typst::text::FontInfo)>();
        let _ = press.fonts.set(Fonts::of(nothing));
        press
    }

    /// Looks at the system's fonts, if that has not been done. Takes a moment: not for an asynchronous thread.
    pub fn warm(&self) {
        let _ = self.fonts();
    }

    fn fonts(&self) -> &Fonts {
        self.fonts.get_or_init(Fonts::of_the_system)
    }

    /// Whether papers in this language can be printed.
    ///
    /// # Errors
    /// [`PressError::NoFont`] with its script.
    pub fn speaks(&self, language: &str) -> Result<(), PressError> {
        let Some(known) = known(language) else { return Ok(()) };
        let fonts = self.fonts();
        if known.own_name.chars().chain('0'..='9').all(|sign| fonts.covers(sign)) {
            return Ok(());
        }
        Err(PressError::NoFont { script: script_name(known.script) })
    }

    /// Prints papers into one PDF, each from a new page on, pages numbered through. Work for the processor: from
    /// asynchronous code call [`Press::print`].
    ///
    /// # Errors
    /// [`PressError`].
    pub fn print_now(&self, papers: &[Paper]) -> Result<Vec<u8>, PressError> {
        if papers.is_empty() {
            return Err(PressError::Nothing);
        }
        let printed = self.set(papers).and_then(|document| pdf(&document));
        // What was printed may be somebody's secret: the typesetter shall not remember it.
        typst::comemo::evict(0);
        printed
    }

    /// Prints papers off the asynchronous threads.
    ///
    /// # Errors
    /// [`PressError`].
    pub async fn print(&self, papers: Vec<Paper>) -> Result<Vec<u8>, PressError> {
        let failed = |stage| PressError::Typesetting { stage, detail: String::new() };
        let seat = Arc::clone(&self.seats).acquire_owned().await.map_err(|_| failed("seat"))?;
        let press = self.clone();
        let printed = tokio::task::spawn_blocking(move || {
            // The work goes on when nobody waits for it any more, and so long it keeps its seat.
            let _seat = seat;
            press.print_now(&papers)
        })
        .await;
        printed.map_err(|_| failed("thread"))?
    }

    /// Lays the papers out. A sign that a font lists but cannot draw is named by its code point the next time round.
    fn set(&self, papers: &[Paper]) -> Result<PagedDocument, PressError> {
        let fonts = self.fonts();
        let mut without = BTreeSet::new();
        loop {
            let papers = Bytes::new(data(papers, fonts, &without)?);
            let world = OnePrint { fonts, papers };
            let document: PagedDocument =
                typst::compile(&world).output.map_err(|errors| failed("layout", &errors))?;
            let before = without.len();
            for page in document.pages() {
                undrawn(&page.frame, &mut without);
            }
            if without.len() == before {
                return Ok(document);
            }
        }
    }
}

/// Gathers the signs for which an empty box would be printed.
fn undrawn(frame: &Frame, signs: &mut BTreeSet<char>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => undrawn(&group.frame, signs),
            FrameItem::Text(text) => {
                for glyph in text.glyphs.iter().filter(|glyph| glyph.id == 0) {
                    let range = usize::from(glyph.range.start)..usize::from(glyph.range.end);
                    let drawn_as = text.text.get(range).unwrap_or_default();
                    signs.extend(drawn_as.chars().filter(|sign| !sign.is_ascii() && !sign.is_whitespace()));
                }
            }
            _ => {}
        }
    }
}

fn pdf(document: &PagedDocument) -> Result<Vec<u8>, PressError> {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1])
        .map_err(|_| PressError::Typesetting { stage: "standard", detail: String::new() })?;
    let options = PdfOptions {
        // Neither who made it nor when: a paper tells what stands on it, and equal papers are equal files.
        creator: Smart::Custom(None),
        timestamp: None,
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(document, &options).map_err(|errors| failed("pdf", &errors))
}

fn failed(stage: &'static str, errors: &[SourceDiagnostic]) -> PressError {
    let detail = if cfg!(debug_assertions) {
        errors.iter().map(|error| error.message.to_string()).collect::<Vec<_>>().join("; ")
    } else {
        String::new()
    };
    PressError::Typesetting { stage, detail }
}
