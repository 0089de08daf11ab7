//! What a word sounds like: the consonants, and what of the vowels is written, of Arabic (with the letters that Persian and Urdu add),
//! Latin, Bengali and Devanagari spelling as one small alphabet. Names wander between these scripts by ear, so it is
//! by ear that they are compared.

/// A sound. The weak ones come and go between scripts; the others stay or are confused within their class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Sound {
    B,
    P,
    F,
    V,
    T,
    Th,
    D,
    Dh,
    Z,
    S,
    Sh,
    Ch,
    J,
    G,
    Gh,
    K,
    Kh,
    Q,
    L,
    M,
    N,
    R,
    /// Weak: often a long vowel.
    W,
    /// Weak: often a long vowel.
    Y,
    /// Weak: often not written, or not heard.
    H,
    /// A vowel: a, or alef.
    A,
    /// A vowel: e, i.
    I,
    /// A vowel: o, u.
    U,
}

impl Sound {
    /// Whether it may be missing in the other script.
    pub(crate) fn is_weak(self) -> bool {
        matches!(self, Self::W | Self::Y | Self::H) || self.is_vowel()
    }

    /// Whether it is a vowel: heard, hardly ever written in every script.
    pub(crate) fn is_vowel(self) -> bool {
        matches!(self, Self::A | Self::I | Self::U)
    }

    /// The classes in which it is kept: more than one where another script has no letter of its own for it.
    pub(crate) fn classes(self) -> &'static [char] {
        match self {
            Self::B | Self::P => &['b'],
            Self::F => &['f'],
            Self::V => &['f', 'b'],
            Self::T => &['t'],
            Self::Th => &['t', 's'],
            Self::D => &['d'],
            Self::Dh => &['d', 's'],
            Self::Z | Self::S => &['s'],
            Self::Sh => &['x'],
            Self::Ch => &['x', 'k'],
            Self::J | Self::G | Self::Gh => &['g'],
            Self::Q => &['k', 'g'],
            Self::K | Self::Kh => &['k'],
            Self::L => &['l'],
            Self::M => &['m'],
            Self::N => &['n'],
            Self::R => &['r'],
            Self::W | Self::Y | Self::H | Self::A | Self::I | Self::U => &[],
        }
    }

    /// Whether the two are taken for one another.
    pub(crate) fn confused_with(self, other: Self) -> bool {
        self.classes().iter().any(|class| other.classes().contains(class))
    }

    /// The letter by which a skeleton shows it.
    pub(crate) fn letter(self) -> &'static str {
        match self {
            Self::B => "b",
            Self::P => "p",
            Self::F => "f",
            Self::V => "v",
            Self::T => "t",
            Self::Th => "th",
            Self::D => "d",
            Self::Dh => "dh",
            Self::Z => "z",
            Self::S => "s",
            Self::Sh => "sh",
            Self::Ch => "ch",
            Self::J => "j",
            Self::G => "g",
            Self::Gh => "gh",
            Self::K => "k",
            Self::Kh => "kh",
            Self::Q => "q",
            Self::L => "l",
            Self::M => "m",
            Self::N => "n",
            Self::R => "r",
            Self::W => "w",
            Self::Y => "y",
            Self::H => "h",
            Self::A => "a",
            Self::I => "i",
            Self::U => "u",
        }
    }
}

/// Spellings of more than one Latin letter, longest first.
const LATIN_GROUPS: [(&str, &[Sound]); 20] = [
    ("tsch", &[Sound::Ch]),
    ("sch", &[Sound::Sh]),
    ("tch", &[Sound::Ch]),
    ("ch", &[Sound::Ch]),
    ("sh", &[Sound::Sh]),
    ("kh", &[Sound::Kh]),
    ("gh", &[Sound::Gh]),
    ("th", &[Sound::Th]),
    ("dh", &[Sound::Dh]),
    ("ph", &[Sound::F]),
    ("zh", &[Sound::J]),
    ("dj", &[Sound::J]),
    ("dg", &[Sound::J]),
    ("ck", &[Sound::K]),
    ("ou", &[Sound::U]),
    ("oo", &[Sound::U]),
    ("ee", &[Sound::I]),
    ("qu", &[Sound::K, Sound::W]),
    ("wh", &[Sound::W]),
    ("x", &[Sound::K, Sound::S]),
];

fn latin(rest: &str, first: char) -> &'static [Sound] {
    let next = rest.chars().nth(1);
    let soft = matches!(next, Some('e' | 'i' | 'y'));
    match first {
        'b' => &[Sound::B],
        'p' => &[Sound::P],
        'f' => &[Sound::F],
        'v' => &[Sound::V],
        't' => &[Sound::T],
        'd' | 'ð' => &[Sound::D],
        'z' => &[Sound::Z],
        's' | 'ß' | 'ş' => &[Sound::S],
        'c' if soft => &[Sound::S],
        'c' | 'k' => &[Sound::K],
        'q' => &[Sound::Q],
        'j' => &[Sound::J],
        'g' => &[Sound::G],
        'l' | 'ł' => &[Sound::L],
        'm' => &[Sound::M],
        'n' => &[Sound::N],
        'r' => &[Sound::R],
        'w' => &[Sound::W],
        'y' => &[Sound::Y],
        'h' => &[Sound::H],
        // Digits inside a word are letters of the chat alphabet: 5 is kh, 7 is h, 8 is gh, 9 is s, 2 and 3 are vowels.
        '5' => &[Sound::Kh],
        '7' => &[Sound::H],
        '8' => &[Sound::Gh],
        '9' => &[Sound::S],
        'a' | '2' | '3' | 'æ' => &[Sound::A],
        'e' | 'i' | 'ı' => &[Sound::I],
        'o' | 'u' | 'ø' => &[Sound::U],
        _ => &[],
    }
}

fn arabic(letter: char) -> &'static [Sound] {
    match letter {
        'ب' => &[Sound::B],
        'پ' => &[Sound::P],
        'ف' | 'ڤ' => &[Sound::F],
        'ت' | 'ط' | 'ٹ' => &[Sound::T],
        'ث' => &[Sound::Th],
        'د' | 'ض' | 'ڈ' => &[Sound::D],
        'ذ' | 'ظ' => &[Sound::Dh],
        'ز' => &[Sound::Z],
        'ژ' | 'ج' => &[Sound::J],
        'س' | 'ص' => &[Sound::S],
        'ش' => &[Sound::Sh],
        'چ' => &[Sound::Ch],
        'گ' => &[Sound::G],
        'غ' => &[Sound::Gh],
        'ق' => &[Sound::Q],
        'ك' | 'ک' => &[Sound::K],
        'خ' => &[Sound::Kh],
        'ل' => &[Sound::L],
        'م' => &[Sound::M],
        'ن' | 'ں' => &[Sound::N],
        'ر' | 'ڑ' => &[Sound::R],
        'و' => &[Sound::W],
        'ي' | 'ی' | 'ے' => &[Sound::Y],
        'ه' | 'ح' | 'ھ' | 'ہ' => &[Sound::H],
        'ا' | 'ع' => &[Sound::A],
        _ => &[],
    }
}

/// Bengali and Devanagari have the same letters in the same order of their blocks.
fn indic(letter: char) -> &'static [Sound] {
    let point = u32::from(letter);
    let offset = match point {
        0x0900..=0x097F => point - 0x0900,
        0x0980..=0x09FF => point - 0x0980,
        _ => return &[],
    };
    match offset {
        0x02 => &[Sound::N],
        0x15 => &[Sound::K],
        0x16 => &[Sound::Kh],
        0x17 => &[Sound::G],
        0x18 => &[Sound::Gh],
        0x19 | 0x1E | 0x23 | 0x28 => &[Sound::N],
        0x1A | 0x1B => &[Sound::Ch],
        0x1C | 0x1D => &[Sound::J],
        0x1F | 0x20 | 0x24 => &[Sound::T],
        0x25 => &[Sound::Th],
        0x21 | 0x22 | 0x26 => &[Sound::D],
        0x27 => &[Sound::Dh],
        0x2A => &[Sound::P],
        0x2B => &[Sound::F],
        0x2C => &[Sound::B],
        0x2D => &[Sound::V],
        0x2E => &[Sound::M],
        0x2F => &[Sound::Y],
        0x30 => &[Sound::R],
        0x32 | 0x33 => &[Sound::L],
        0x35 => &[Sound::V],
        0x36 => &[Sound::Sh],
        0x37 => &[Sound::Sh],
        0x38 => &[Sound::S],
        0x39 => &[Sound::H],
        0x05 | 0x06 | 0x3E => &[Sound::A],
        0x07 | 0x08 | 0x0F | 0x10 | 0x3F | 0x40 | 0x47 | 0x48 => &[Sound::I],
        0x09 | 0x0A | 0x13 | 0x14 | 0x41 | 0x42 | 0x4B | 0x4C => &[Sound::U],
        _ => &[],
    }
}

/// Whether the sounds of this letter are known here.
pub(crate) fn is_heard(letter: char) -> bool {
    letter.is_ascii()
        || matches!(u32::from(letter), 0xC0..=0x24F | 0x600..=0x6FF | 0x900..=0x97F | 0x980..=0x9FF)
}

/// The sounds of a folded word, in order; a doubled one counts once.
pub(crate) fn sounds(word: &str) -> Vec<Sound> {
    let mut heard: Vec<Sound> = Vec::new();
    let mut at = 0;
    while let Some(rest) = word.get(at..)
        && let Some(first) = rest.chars().next()
    {
        let group = LATIN_GROUPS.iter().find(|(spelling, _)| rest.starts_with(spelling));
        let (found, length) = match group {
            Some((spelling, sounds)) => (*sounds, spelling.len()),
            None if first.is_ascii() || matches!(u32::from(first), 0xC0..=0x24F) => {
                (latin(rest, first), first.len_utf8())
            }
            None if matches!(u32::from(first), 0x600..=0x6FF) => (arabic(first), first.len_utf8()),
            None => (indic(first), first.len_utf8()),
        };
        for sound in found {
            if heard.last() != Some(sound) {
                heard.push(*sound);
            }
        }
        at += length;
    }
    heard
}

#[cfg(test)]
mod tests {
    use super::{Sound, sounds};

    fn skeleton(word: &str) -> String {
        sounds(word).into_iter().filter(|sound| !sound.is_vowel()).map(Sound::letter).collect()
    }

    #[test]
    fn four_scripts_sound_alike() {
        for word in ["noor", "nur", "نور", "নূর", "नूर"] {
            assert_eq!(skeleton(word).replace('w', ""), "nr", "{word}");
        }
        assert_eq!(skeleton("khalil"), skeleton("খলিল"));
        assert_eq!(skeleton("shams"), skeleton("شمس"));
    }

    #[test]
    fn doubled_letters_count_once() {
        assert_eq!(skeleton("abdullah"), "bdlh");
        assert_eq!(skeleton("عبدالله"), "bdlh");
    }
}
