//! Photos for showing: decoded under limits, turned as the camera says, made small enough for a page, and written again,
//! so that nothing of what the camera noted (place, time, owner) is in them. The original stays sealed as it came.

use std::io::Cursor;
use std::sync::LazyLock;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, Rgb, RgbImage};
use tokio::sync::Semaphore;

use super::format::Format;

/// The longest side of what is shown, in dots.
const LONGEST_SIDE: u32 = 2000;
/// The longest side of what is decoded, in dots.
const LONGEST_TAKEN: u32 = 16_000;
/// The most dots of what is decoded: more than the cameras of phones make.
const MOST_DOTS: u64 = 64_000_000;
/// What a decoder may take of memory, in bytes.
const MOST_MEMORY: u64 = 320 * 1024 * 1024;
/// Of 100, as JPEG counts.
const QUALITY: u8 = 82;

/// One at a time in this process: memory has a bound whatever comes.
static DOOR: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(1));

/// A photo as JPEG without metadata; `None` if it does not decode within the limits.
pub(crate) async fn shown(bytes: zeroize::Zeroizing<Vec<u8>>, format: Format) -> Option<Vec<u8>> {
    let kind = match format {
        Format::Jpeg => ImageFormat::Jpeg,
        Format::Png => ImageFormat::Png,
        Format::WebP => ImageFormat::WebP,
        _ => return None,
    };
    let _turn = DOOR.acquire().await.ok()?;
    tokio::task::spawn_blocking(move || redraw(&bytes, kind)).await.ok().flatten()
}

fn redraw(bytes: &[u8], kind: ImageFormat) -> Option<Vec<u8>> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_TAKEN);
    limits.max_image_height = Some(LONGEST_TAKEN);
    limits.max_alloc = Some(MOST_MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), kind);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    let (width, height) = decoder.dimensions();
    // What it says of itself is looked at before anything is unpacked.
    if u64::from(width) * u64::from(height) > MOST_DOTS || decoder.total_bytes() > MOST_MEMORY {
        return None;
    }
    let turn = decoder.orientation().ok()?;
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    if width.max(height) > LONGEST_SIDE {
        picture = picture.thumbnail(LONGEST_SIDE, LONGEST_SIDE);
    }
    picture.apply_orientation(turn);
    let flat = on_white(&picture);
    let mut out = Vec::new();
    JpegEncoder::new_with_quality(&mut out, QUALITY).encode_image(&flat).ok()?;
    Some(out)
}

/// JPEG knows no transparency.
fn on_white(picture: &DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.to_rgb8();
    }
    let seen = picture.to_rgba8();
    RgbImage::from_fn(seen.width(), seen.height(), |x, y| {
        let [red, green, blue, alpha] = seen.get_pixel(x, y).0;
        let over = |colour: u8| {
            let mixed = u16::from(colour) * u16::from(alpha) + 255 * (255 - u16::from(alpha));
            u8::try_from(mixed / 255).unwrap_or(255)
        };
        Rgb([over(red), over(green), over(blue)])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut out = Cursor::new(Vec::new());
        RgbImage::from_fn(width, height, |x, _| Rgb([u8::try_from(x % 256).unwrap(), 0, 0]))
            .write_to(&mut out, ImageFormat::Png)
            .unwrap();
        out.into_inner()
    }

    /// A JPEG with an EXIF block that says “turned” and where it was taken.
    fn from_a_camera() -> Vec<u8> {
        let mut plain = Vec::new();
        JpegEncoder::new(&mut plain).encode_image(&RgbImage::new(40, 20)).unwrap();
        let tiff: &[u8] =
            b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0 GPS 31.95N 35.91E";
        let block = [b"Exif\0\0".as_slice(), tiff].concat();
        let length = u16::try_from(block.len() + 2).unwrap().to_be_bytes();
        [&plain[..2], &[0xff, 0xe1], &length, &block, &plain[2..]].concat()
    }

    #[test]
    fn what_is_shown_is_turned_and_tells_nothing_of_the_camera() {
        let shown = redraw(&from_a_camera(), ImageFormat::Jpeg).unwrap();
        let picture = image::load_from_memory(&shown).unwrap();
        assert_eq!((picture.width(), picture.height()), (20, 40), "turned by a quarter");
        assert!(!shown.windows(3).any(|part| part == b"GPS" || part == b"Exi"));
    }

    #[test]
    fn what_is_large_is_made_small_and_what_is_no_picture_is_none() {
        let shown = redraw(&png(4000, 1000), ImageFormat::Png).unwrap();
        let picture = image::load_from_memory(&shown).unwrap();
        assert_eq!((picture.width(), picture.height()), (2000, 500));
        for junk in [b"".as_slice(), b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0 hello", &png(30, 30)[..60]] {
            assert!(redraw(junk, ImageFormat::Png).is_none());
            assert!(redraw(junk, ImageFormat::Jpeg).is_none());
        }
    }

    #[test]
    fn a_bomb_is_refused_by_what_it_says_of_itself() {
        // A head that promises 60,000 by 60,000 dots, and 16,000 by 16,000: nothing of it is unpacked.
        for side in [60_000u32, 16_000] {
            let mut bomb = png(10, 10);
            bomb[16..20].copy_from_slice(&side.to_be_bytes());
            bomb[20..24].copy_from_slice(&side.to_be_bytes());
            // The head's own check sum, as the format wants it.
            let sum = crc(&bomb[12..29]);
            bomb[29..33].copy_from_slice(&sum.to_be_bytes());
            assert!(redraw(&bomb, ImageFormat::Png).is_none());
        }
    }

    fn crc(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(u32::MAX, |sum, byte| {
            (0..8)
                .fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg()))
        })
    }
}
