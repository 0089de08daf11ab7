//! Papers: plain structs in, PDF and QR codes out.
//!
//! A [`Paper`] says what stands on it, in one language; the [`Press`] prints one or several as one PDF. What a paper
//! holds is handed to the typesetter as data and never becomes part of its source, so hostile text is text. Equal
//! papers give equal bytes. The fonts are the system's (`fonts.txt` names the Debian packages); where none covers a
//! text the press says so instead of printing empty boxes.

mod fonts;
mod paper;
mod press;
mod qr;
mod sheet;
mod text;
mod world;

pub use paper::{Block, Paper};
pub use press::{Press, PressError};
pub use qr::{TooLong, qr_svg};
