//! Files on their way out: always as an attachment, never as a page. A name is safe in any script; a part of a file is
//! given to players that ask for one; a file that does not open any further breaks the connection, so that half of it is
//! never taken for the whole.

use std::ops::RangeInclusive;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes, HttpBody};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use haqqi_kernel::files::{FileError, OpenedFile};
use http_body::Frame;
use tokio::sync::mpsc;

/// What a browser may do with it: nothing.
const SANDBOX: &str = "sandbox; default-src 'none'; frame-ancestors 'none'";
/// Longest name, in characters.
const LONGEST_NAME: usize = 100;

/// A name without what could be read as something else by a header, a file system or an eye: control characters, marks
/// of direction, separators, leading dots. It ends as files of this kind do.
#[must_use]
pub fn safe_name(name: &str, ending: &str) -> String {
    let harmless = |c: &char| {
        !c.is_control()
            && !matches!(
                c,
                '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '%' | ';' | '\'' | '`' | '$'
            )
            && !haqqi_kernel::is_unseen(*c)
            && !matches!(c, '\u{200c}' | '\u{200d}' | '\u{2028}' | '\u{2029}')
    };
    let kept: String = name.chars().filter(harmless).collect();
    let kept = kept.trim().trim_start_matches('.').trim();
    let suffix = format!(".{ending}");
    let stem = match kept.len().checked_sub(suffix.len()).and_then(|at| kept.split_at_checked(at)) {
        Some((stem, end)) if end.eq_ignore_ascii_case(&suffix) => stem,
        _ => kept,
    };
    let stem: String = stem.chars().take(LONGEST_NAME).collect();
    let stem = stem.trim_end_matches(['.', ' ']);
    let stem = if stem.is_empty() { "file" } else { stem };
    format!("{stem}{suffix}")
}

/// `Content-Disposition` for this name (RFC 6266): plain letters for old programs, the true name beside it.
#[must_use]
pub fn attachment(name: &str) -> HeaderValue {
    let plain =
        |c: char| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ') { c } else { '_' };
    let ascii: String = name.chars().map(plain).collect();
    let mut encoded = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_') {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    HeaderValue::try_from(format!("attachment; filename=\"{ascii}\"; filename*=UTF-8''{encoded}"))
        .unwrap_or(HeaderValue::from_static("attachment"))
}

/// The part that is asked for, if it is one part. Anything else is answered with the whole.
pub(crate) fn part_of(headers: &HeaderMap, size: u64) -> Option<Result<RangeInclusive<u64>, ()>> {
    let asked = headers.get(header::RANGE)?.to_str().ok()?.strip_prefix("bytes=")?;
    let (from, to) = asked.split_once('-')?;
    let last = size.checked_sub(1).ok_or(());
    let Ok(last) = last else { return Some(Err(())) };
    let number = |text: &str| text.parse::<u64>().ok();
    Some(match (from, to) {
        ("", suffix) => match number(suffix)? {
            0 => Err(()),
            length => Ok(size.saturating_sub(length)..=last),
        },
        (from, to) => {
            let from = number(from)?;
            let to = if to.is_empty() { last } else { number(to)?.min(last) };
            if from > last || from > to { Err(()) } else { Ok(from..=to) }
        }
    })
}

/// A sealed file as an answer.
#[must_use]
pub fn download(file: OpenedFile, media: &'static str, name: &str, headers: &HeaderMap) -> Response {
    let size = file.size();
    let (status, range) = match part_of(headers, size) {
        None => (StatusCode::OK, 0..=size.saturating_sub(1)),
        Some(Ok(range)) => (StatusCode::PARTIAL_CONTENT, range),
        Some(Err(())) => {
            let range = HeaderValue::try_from(format!("bytes */{size}"));
            let mut response =
                (StatusCode::RANGE_NOT_SATISFIABLE, [(header::CONTENT_TYPE, media)]).into_response();
            if let Ok(range) = range {
                response.headers_mut().insert(header::CONTENT_RANGE, range);
            }
            return response;
        }
    };
    let length = if size == 0 { 0 } else { range.end() - range.start() + 1 };
    let head = [
        (header::CONTENT_TYPE, HeaderValue::from_static(media)),
        (header::CONTENT_DISPOSITION, attachment(name)),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(SANDBOX)),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (header::ACCEPT_RANGES, HeaderValue::from_static("bytes")),
        (header::CONTENT_LENGTH, HeaderValue::from(length)),
        // A compressed answer has no length, and players want one.
        (header::CONTENT_ENCODING, HeaderValue::from_static("identity")),
    ];
    let told = HeaderValue::try_from(format!("bytes {}-{}/{size}", range.start(), range.end()));
    let mut response = (status, head, Body::new(Pieces::of(file, range, length))).into_response();
    if let (StatusCode::PARTIAL_CONTENT, Ok(told)) = (status, told) {
        response.headers_mut().insert(header::CONTENT_RANGE, told);
    }
    response
}

/// The pieces of a file, opened one after the other while they are sent.
struct Pieces(mpsc::Receiver<Result<Bytes, FileError>>);

impl Pieces {
    fn of(mut file: OpenedFile, range: RangeInclusive<u64>, mut left: u64) -> Self {
        let (send, receive) = mpsc::channel(2);
        tokio::spawn(async move {
            let mut at = *range.start();
            while left > 0 {
                let piece = match file.piece_at(at).await {
                    Ok(Some((from, piece))) => {
                        let skip = usize::try_from(at - from).unwrap_or(usize::MAX);
                        let most = usize::try_from(left).unwrap_or(usize::MAX);
                        let rest = piece.get(skip..).unwrap_or_default();
                        Ok(Bytes::copy_from_slice(rest.get(..most.min(rest.len())).unwrap_or_default()))
                    }
                    Ok(None) => Ok(Bytes::new()),
                    Err(error) => {
                        tracing::error!(%error, "a sealed file does not open any further");
                        Err(error)
                    }
                };
                let sent = piece.as_ref().map_or(0, |piece| piece.len() as u64);
                // Nobody listens any more, or nothing more comes.
                if send.send(piece).await.is_err() || sent == 0 {
                    return;
                }
                at += sent;
                left -= sent;
            }
        });
        Self(receive)
    }
}

impl HttpBody for Pieces {
    type Data = Bytes;
    type Error = FileError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, FileError>>> {
        self.0.poll_recv(context).map(|piece| piece.map(|piece| piece.map(Frame::data)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_safe_in_any_script_and_ends_as_it_should() {
        let cases = [
            ("photo.jpg", "photo.jpg"),
            ("PHOTO.JPG", "PHOTO.jpg"),
            ("صورة جواز السفر.jpg", "صورة جواز السفر.jpg"),
            ("পাসপোর্ট.png", "পাসপোর্ট.png.jpg"),
            ("bill\"; filename=\"x.exe", "bill filename=x.exe.jpg"),
            ("a\r\nSet-Cookie: x=1.jpg", "aSet-Cookie x=1.jpg"),
            ("gpj.\u{202e}exe.jpg", "gpj.exe.jpg"),
            ("../../etc/passwd", "etcpasswd.jpg"),
            ("C:\\fakepath\\x.jpg", "Cfakepathx.jpg"),
            ("", "file.jpg"),
            ("...", "file.jpg"),
            (".jpg", "jpg.jpg"),
            ("\u{0}\u{7f}\u{85}", "file.jpg"),
        ];
        for (name, safe) in cases {
            assert_eq!(safe_name(name, "jpg"), safe, "{name:?}");
        }
        assert!(safe_name(&"ক".repeat(5_000), "pdf").chars().count() <= LONGEST_NAME + 4);
    }

    #[test]
    fn a_disposition_is_one_header_of_plain_letters() {
        for name in ["ছবি ১.jpg", "a\"b\r\nc", "\u{202e}x", "100 %.pdf", "😢.pdf", ""] {
            let header = attachment(name);
            let text = header.to_str().unwrap();
            assert!(text.starts_with("attachment; filename=\""), "{text}");
            assert!(text.bytes().all(|byte| (0x20..0x7f).contains(&byte)), "{text}");
            assert_eq!(text.matches('"').count(), 2, "{text}");
        }
        assert!(attachment("ছ.jpg").to_str().unwrap().ends_with("filename*=UTF-8''%E0%A6%9B.jpg"));
    }

    #[test]
    fn a_part_is_one_part_or_the_whole() {
        let part = |text: &str, size: u64| {
            let mut headers = HeaderMap::new();
            headers.insert(header::RANGE, text.parse().unwrap());
            part_of(&headers, size)
        };
        assert_eq!(part("bytes=0-1", 10), Some(Ok(0..=1)));
        assert_eq!(part("bytes=5-", 10), Some(Ok(5..=9)));
        assert_eq!(part("bytes=5-99", 10), Some(Ok(5..=9)));
        assert_eq!(part("bytes=-3", 10), Some(Ok(7..=9)));
        assert_eq!(part("bytes=-30", 10), Some(Ok(0..=9)));
        for bad in ["bytes=10-", "bytes=7-3", "bytes=-0"] {
            assert_eq!(part(bad, 10), Some(Err(())), "{bad}");
        }
        assert_eq!(part("bytes=0-", 0), Some(Err(())));
        for whole in ["bytes=0-1,4-5", "lines=1-2", "bytes=a-b", "bytes=1", "bytes=99999999999999999999-"] {
            assert_eq!(part(whole, 10), None, "{whole}");
        }
    }
}
