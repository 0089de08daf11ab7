//! A file as it comes: sealed while it is read, told by its content, checked. Refused, or dropped before a row names it,
//! nothing of it stays.

use haqqi_kernel::files::{FileError, Incoming, Kept};
use zeroize::Zeroizing;

use super::format::{Format, Said, Sniffer, Sort};
use super::picture;
use super::scan::{Found, scan};
use crate::Desk;

/// Longest name that is kept, in characters.
const LONGEST_NAME: usize = 200;
/// A PDF says within so many bytes of its end that it ends.
const END_OF_PDF: u64 = 2048;

/// Why a file was not taken. Nothing of it is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing is in it.
    Empty,
    /// It is longer than files may be.
    TooLarge,
    /// Its content is of no kind that is taken here, whatever its name says.
    Kind,
    /// It is a film.
    Film,
    /// It says what it is, but does not open; or it is larger than any camera's photo.
    Broken,
    /// It is known to harm.
    Harmful,
    /// The complaint holds as many as it may.
    TooMany,
}

impl Refusal {
    /// The message that says so.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Empty => "complaints-evidence-error-empty",
            Self::TooLarge => "complaints-evidence-error-large",
            Self::Kind => "complaints-evidence-error-kind",
            Self::Film => "complaints-evidence-error-film",
            Self::Broken => "complaints-evidence-error-broken",
            Self::Harmful => "complaints-evidence-error-harmful",
            Self::TooMany => "complaints-evidence-error-many",
        }
    }
}

/// Why a file was not taken.
#[derive(Debug, thiserror::Error)]
pub enum TakeError {
    /// It is refused.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// The disk's answer.
    #[error(transparent)]
    File(#[from] FileError),
}

impl From<std::io::Error> for TakeError {
    fn from(error: std::io::Error) -> Self {
        Self::File(error.into())
    }
}

/// A file that is coming.
pub struct Receiving {
    /// `None` once it is known to be too large.
    incoming: Option<Incoming>,
    sniffer: Sniffer,
    name: String,
    longest: u64,
}

/// A file that was taken and waits for its row.
pub struct Received {
    pub(crate) kept: Kept,
    pub(crate) format: Format,
    pub(crate) name: String,
    /// The copy that is shown.
    pub(crate) shown: Option<Kept>,
    /// Whether nobody may open it before it is checked.
    pub(crate) waits: bool,
}

impl Received {
    /// The digest of its bytes, to know the same recording again. It must be stored nowhere as it is.
    #[must_use]
    pub fn digest(&self) -> &[u8; 32] {
        self.kept.digest()
    }
}

impl Receiving {
    /// Begins to take a file of this name.
    ///
    /// # Errors
    /// The disk's error.
    pub async fn begin(desk: &Desk, name: &str) -> Result<Self, TakeError> {
        let house = &desk.site.house;
        let incoming = house.files().begin(house.entropy()).await?;
        Ok(Self {
            incoming: Some(incoming),
            sniffer: Sniffer::default(),
            name: name.chars().take(LONGEST_NAME).collect(),
            longest: desk.evidence.longest(),
        })
    }

    /// Takes more of it.
    ///
    /// # Errors
    /// The disk's error.
    pub async fn write(&mut self, bytes: &[u8]) -> Result<(), TakeError> {
        let Some(incoming) = &mut self.incoming else { return Ok(()) };
        if incoming.size() + bytes.len() as u64 > self.longest {
            self.incoming = None;
            return Ok(());
        }
        self.sniffer.see(bytes);
        Ok(incoming.write(bytes).await?)
    }

    /// Looks at what came: whether it is of one of these sorts, opens, and harms nobody.
    ///
    /// # Errors
    /// [`TakeError`]; then nothing of it stays.
    pub async fn finish(self, desk: &Desk, sorts: &[Sort]) -> Result<Received, TakeError> {
        let refused = |why| Err(TakeError::Refused(why));
        let Some(incoming) = self.incoming else { return refused(Refusal::TooLarge) };
        if incoming.size() == 0 {
            return refused(Refusal::Empty);
        }
        let format = match self.sniffer.verdict() {
            Said::Is(format) if sorts.contains(&format.sort()) => format,
            Said::Film => return refused(Refusal::Film),
            Said::Is(_) | Said::Other => return refused(Refusal::Kind),
        };
        let kept = incoming.finish().await?;
        let waits = match &desk.evidence.clamd {
            None => false,
            Some(at) => match scan(at, kept.look().await?).await {
                Ok(Found::Nothing) => false,
                Ok(Found::Harmful) => return refused(Refusal::Harmful),
                Err(error) => {
                    tracing::warn!(%error, "clamd does not answer; a file waits to be checked");
                    true
                }
            },
        };
        let shown = match format {
            Format::Jpeg | Format::Png | Format::WebP => {
                let bytes = kept.look().await?.whole(self.longest).await?;
                let Some(shown) = picture::shown(bytes, format).await else {
                    return refused(Refusal::Broken);
                };
                Some(keep(desk, &Zeroizing::new(shown)).await?)
            }
            Format::Pdf => {
                if !ends(&kept).await? {
                    return refused(Refusal::Broken);
                }
                None
            }
            _ => None,
        };
        Ok(Received { kept, format, name: self.name, shown, waits })
    }
}

/// Whether a PDF has an end.
async fn ends(kept: &Kept) -> Result<bool, FileError> {
    let mut file = kept.look().await?;
    let size = file.size();
    let mut at = size.saturating_sub(END_OF_PDF);
    let mut tail = Vec::new();
    while let Some((from, piece)) = file.piece_at(at).await? {
        let skip = usize::try_from(at - from).unwrap_or(usize::MAX);
        tail.extend_from_slice(piece.get(skip..).unwrap_or_default());
        at = from + piece.len() as u64;
        if at >= size {
            break;
        }
    }
    Ok(tail.windows(5).any(|window| window == b"%%EOF"))
}

/// Seals bytes as a file of their own.
pub(super) async fn keep(desk: &Desk, bytes: &[u8]) -> Result<Kept, std::io::Error> {
    let house = &desk.site.house;
    let mut incoming = house.files().begin(house.entropy()).await?;
    incoming.write(bytes).await?;
    incoming.finish().await
}
