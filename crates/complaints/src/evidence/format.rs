//! What a file is, told by its content and by nothing else: a name may say what it likes.

/// The formats that are taken. Films and everything that may run are not among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// WebP.
    WebP,
    /// HEIC, as iPhones keep photos. It is kept as it is; browsers do not show it.
    Heic,
    /// PDF.
    Pdf,
    /// WebM or Matroska with sound alone, as Android's browsers record.
    WebM,
    /// MP4 with sound alone, as iPhones record.
    Mp4,
    /// 3GPP with sound alone, as old phones record.
    ThreeGp,
    /// Ogg.
    Ogg,
    /// MP3.
    Mp3,
    /// AAC in ADTS frames.
    Aac,
    /// AMR, as old phones record.
    Amr,
    /// WAV.
    Wav,
    /// Core Audio.
    Caf,
}

/// What a person calls it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// A photo.
    Photo,
    /// A paper.
    Paper,
    /// A recording of sound.
    Sound,
}

impl Sort {
    /// The code in messages and answers.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Photo => "photo",
            Self::Paper => "paper",
            Self::Sound => "sound",
        }
    }
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 14] = [
        Self::Jpeg,
        Self::Png,
        Self::WebP,
        Self::Heic,
        Self::Pdf,
        Self::WebM,
        Self::Mp4,
        Self::ThreeGp,
        Self::Ogg,
        Self::Mp3,
        Self::Aac,
        Self::Amr,
        Self::Wav,
        Self::Caf,
    ];

    /// The code kept in the table, which is how its file names end.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::WebP => "webp",
            Self::Heic => "heic",
            Self::Pdf => "pdf",
            Self::WebM => "webm",
            Self::Mp4 => "m4a",
            Self::ThreeGp => "3gp",
            Self::Ogg => "ogg",
            Self::Mp3 => "mp3",
            Self::Aac => "aac",
            Self::Amr => "amr",
            Self::Wav => "wav",
            Self::Caf => "caf",
        }
    }

    /// The format of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.ending() == code)
    }

    /// The media type under which it is served.
    #[must_use]
    pub fn media(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::WebP => "image/webp",
            Self::Heic => "image/heic",
            Self::Pdf => "application/pdf",
            Self::WebM => "audio/webm",
            Self::Mp4 => "audio/mp4",
            Self::ThreeGp => "audio/3gpp",
            Self::Ogg => "audio/ogg",
            Self::Mp3 => "audio/mpeg",
            Self::Aac => "audio/aac",
            Self::Amr => "audio/amr",
            Self::Wav => "audio/wav",
            Self::Caf => "audio/x-caf",
        }
    }

    /// What a person calls it.
    #[must_use]
    pub fn sort(self) -> Sort {
        match self {
            Self::Jpeg | Self::Png | Self::WebP | Self::Heic => Sort::Photo,
            Self::Pdf => Sort::Paper,
            _ => Sort::Sound,
        }
    }

    /// Whether every browser plays it as it is.
    #[must_use]
    pub fn plays_everywhere(self) -> bool {
        matches!(self, Self::Mp4 | Self::Mp3)
    }

    /// The demuxer of `ffmpeg` for it: named, so that no content can choose another.
    #[must_use]
    pub(crate) fn demuxer(self) -> Option<&'static str> {
        Some(match self {
            Self::WebM => "matroska",
            Self::Mp4 | Self::ThreeGp => "mov",
            Self::Ogg => "ogg",
            Self::Mp3 => "mp3",
            Self::Aac => "aac",
            Self::Amr => "amr",
            Self::Wav => "wav",
            Self::Caf => "caf",
            _ => return None,
        })
    }
}

/// How many bytes of the beginning [`Sniffer`] looks at.
const HEAD: usize = 4096;
/// What a track of moving pictures has in an MP4: a handler of this kind, 8 bytes behind the box's name.
const HANDLER: &[u8] = b"hdlr";
/// Codecs of moving pictures in a WebM, as its tracks name them.
const MOVING: [&[u8]; 3] = [b"V_VP", b"V_AV1", b"V_MPEG"];
/// The longest thing that is looked for across two chunks.
const OVERLAP: usize = 24;

/// What the content says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Said {
    /// A format that is taken.
    Is(Format),
    /// Moving pictures.
    Film,
    /// Anything else.
    Other,
}

/// Looks at a file while it passes.
#[derive(Default)]
pub(crate) struct Sniffer {
    head: Vec<u8>,
    tail: Vec<u8>,
    moving_mp4: bool,
    moving_webm: bool,
}

impl Sniffer {
    /// Sees more bytes.
    pub(crate) fn see(&mut self, bytes: &[u8]) {
        let missing = HEAD.saturating_sub(self.head.len()).min(bytes.len());
        self.head.extend_from_slice(bytes.get(..missing).unwrap_or_default());
        // What lies across the border of two chunks, then the chunk itself.
        let front = bytes.get(..OVERLAP.min(bytes.len())).unwrap_or_default();
        let border = [self.tail.as_slice(), front].concat();
        self.look(&border);
        self.look(bytes);
        let joined =
            if bytes.len() >= OVERLAP { bytes.to_vec() } else { [self.tail.as_slice(), bytes].concat() };
        self.tail = joined.get(joined.len().saturating_sub(OVERLAP)..).unwrap_or_default().to_vec();
    }

    fn look(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        while let Some(at) = find(rest, HANDLER) {
            rest = rest.get(at + HANDLER.len()..).unwrap_or_default();
            self.moving_mp4 |= rest.get(8..12) == Some(b"vide");
        }
        self.moving_webm |= MOVING.iter().any(|codec| find(bytes, codec).is_some());
    }

    /// What it was.
    pub(crate) fn verdict(&self) -> Said {
        let head = self.head.as_slice();
        let at = |from: usize, what: &[u8]| head.get(from..from + what.len()) == Some(what);
        let format = if at(0, &[0xff, 0xd8, 0xff]) {
            Format::Jpeg
        } else if at(0, b"\x89PNG\r\n\x1a\n") {
            Format::Png
        } else if at(0, b"RIFF") && at(8, b"WEBP") {
            Format::WebP
        } else if at(0, b"RIFF") && at(8, b"WAVE") {
            Format::Wav
        } else if at(0, b"%PDF-") {
            Format::Pdf
        } else if at(4, b"ftyp") {
            return self.container(head.get(8..12).unwrap_or_default());
        } else if at(0, &[0x1a, 0x45, 0xdf, 0xa3]) {
            if self.moving_webm {
                return Said::Film;
            }
            Format::WebM
        } else if at(0, b"OggS") {
            let sound: [&[u8]; 4] = [b"OpusHead", b"vorbis", b"Speex", b"fLaC"];
            if !sound.iter().any(|codec| find(head, codec).is_some()) {
                return Said::Film;
            }
            Format::Ogg
        } else if at(0, b"#!AMR") {
            Format::Amr
        } else if at(0, b"caff") {
            Format::Caf
        } else if at(0, b"ID3") {
            Format::Mp3
        } else {
            match (head.first(), head.get(1)) {
                // A frame of MPEG sound: layer III, or ADTS, whose layer is 0.
                (Some(0xff), Some(second)) if second & 0xf6 == 0xf0 => Format::Aac,
                (Some(0xff), Some(second)) if second & 0xe6 == 0xe2 => Format::Mp3,
                _ => return Said::Other,
            }
        };
        Said::Is(format)
    }

    /// A file of ISO's container, by its brand.
    fn container(&self, brand: &[u8]) -> Said {
        match brand {
            b"heic" | b"heix" | b"heim" | b"heis" | b"mif1" | b"msf1" => Said::Is(Format::Heic),
            b"avif" | b"avis" => Said::Other,
            _ if self.moving_mp4 => Said::Film,
            [b'3', b'g', ..] => Said::Is(Format::ThreeGp),
            b"M4A " | b"M4B " | b"mp41" | b"mp42" | b"isom" | b"iso2" | b"iso4" | b"iso5" | b"iso6"
            | b"avc1" | b"dash" | b"MSNV" | b"qt  " => Said::Is(Format::Mp4),
            _ => Said::Other,
        }
    }
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(bytes: &[u8], chunk: usize) -> Said {
        let mut sniffer = Sniffer::default();
        bytes.chunks(chunk).for_each(|chunk| sniffer.see(chunk));
        sniffer.verdict()
    }

    fn mp4(brand: &[u8], handler: &[u8]) -> Vec<u8> {
        let mut bytes = [&[0, 0, 0, 24], b"ftyp".as_slice(), brand, &[0; 12]].concat();
        bytes.extend(vec![7; 90_001]);
        bytes.extend([b"hdlr".as_slice(), &[0; 8], handler].concat());
        bytes.extend([9; 50]);
        bytes
    }

    #[test]
    fn the_content_decides_however_it_is_cut() {
        let webm = |codec: &[u8]| [&[0x1a, 0x45, 0xdf, 0xa3], [1; 40].as_slice(), codec, &[0; 300]].concat();
        let cases: Vec<(Vec<u8>, Said)> = vec![
            (b"\xff\xd8\xff\xe1 Exif".to_vec(), Said::Is(Format::Jpeg)),
            (b"\x89PNG\r\n\x1a\n....".to_vec(), Said::Is(Format::Png)),
            (b"RIFF\0\0\0\0WEBPVP8 ".to_vec(), Said::Is(Format::WebP)),
            (b"RIFF\0\0\0\0WAVEfmt ".to_vec(), Said::Is(Format::Wav)),
            (b"RIFF\0\0\0\0AVI LIST".to_vec(), Said::Other),
            (b"%PDF-1.7\n".to_vec(), Said::Is(Format::Pdf)),
            (mp4(b"M4A ", b"soun"), Said::Is(Format::Mp4)),
            (mp4(b"isom", b"vide"), Said::Film),
            (mp4(b"3gp4", b"soun"), Said::Is(Format::ThreeGp)),
            (mp4(b"heic", b"pict"), Said::Is(Format::Heic)),
            (mp4(b"evil", b"soun"), Said::Other),
            (webm(b"A_OPUS"), Said::Is(Format::WebM)),
            (webm(b"V_VP9"), Said::Film),
            ([b"OggS".as_slice(), &[0; 24], b"OpusHead"].concat(), Said::Is(Format::Ogg)),
            ([b"OggS".as_slice(), &[0; 24], b"\x80theora"].concat(), Said::Film),
            (b"#!AMR\nxx".to_vec(), Said::Is(Format::Amr)),
            (b"ID3\x04".to_vec(), Said::Is(Format::Mp3)),
            (b"\xff\xfb\x90\x00".to_vec(), Said::Is(Format::Mp3)),
            (b"\xff\xf1\x50\x80".to_vec(), Said::Is(Format::Aac)),
            (b"<html><script>alert(1)</script>".to_vec(), Said::Other),
            (b"<svg xmlns=".to_vec(), Said::Other),
            (b"PK\x03\x04".to_vec(), Said::Other),
            (b"MZ\x90".to_vec(), Said::Other),
            (b"GIF89a".to_vec(), Said::Other),
            (Vec::new(), Said::Other),
            (vec![0xff], Said::Other),
        ];
        for (bytes, said) in cases {
            for chunk in [1, 7, 23, 4096, 100_000] {
                let shown = String::from_utf8_lossy(bytes.get(..12).unwrap_or(&bytes)).into_owned();
                assert_eq!(verdict(&bytes, chunk), said, "{shown:?} in chunks of {chunk}");
            }
        }
    }

    #[test]
    fn codes_read_back() {
        for format in Format::ALL {
            assert_eq!(Format::from_code(format.ending()), Some(format));
        }
    }
}
