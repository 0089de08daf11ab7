//! QR codes as SVG: for papers and for pages.

use std::fmt::Write as _;

use fast_qr::{ECL, QRBuilder};

/// More than a QR code can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a QR code cannot hold this much")]
pub struct TooLong;

/// Modules of empty space that a reader needs around the code.
const QUIET: usize = 4;

/// An SVG of the code: one black path on white, with the quiet zone, without size, script or style.
///
/// # Errors
/// [`TooLong`] beyond some 2300 bytes.
pub fn qr_svg(content: &str) -> Result<String, TooLong> {
    let code = QRBuilder::new(content).ecl(ECL::M).build().map_err(|_| TooLong)?;
    let side = code.size + 2 * QUIET;
    let mut path = String::new();
    for (y, row) in code.data.chunks(code.size).take(code.size).enumerate() {
        let mut x = 0;
        while x < code.size {
            let dark = |x: usize| row.get(x).is_some_and(|module| module.value());
            let run = (x..code.size).take_while(|x| dark(*x)).count();
            if run > 0 {
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run.max(1);
        }
    }
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{side}v{side}h-{side}z\"/><path d=\"{path}\"/></svg>"
    ))
}

#[cfg(test)]
mod tests {
    use super::qr_svg;

    #[test]
    fn content_never_becomes_markup() {
        let svg = qr_svg("</svg><script>alert(1)</script>").unwrap();
        assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>"));
        assert!(!svg.contains("script"));
    }

    #[test]
    fn too_much_is_refused() {
        assert!(qr_svg(&"x".repeat(4000)).is_err());
    }
}
