//! How alike two names are, and why. Words are compared by sound with weighted edits, trades by meaning; fillers count
//! little; numbers and branch words that differ tell two places apart.

use crate::name::{Name, Part, script};
use crate::skeleton::bare;
use crate::sound::Sound;

/// What made two names alike: said beside a suggestion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Why {
    /// The same words.
    Same,
    /// It sounds the same, or nearly.
    Sound,
    /// A part of the name is the same.
    Part,
    /// The same trade, nothing more.
    Trade,
    /// Alike, but a number or a branch differs: perhaps a sister.
    Sister,
}

impl Why {
    /// The code, for messages.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Sound => "sound",
            Self::Part => "part",
            Self::Trade => "trade",
            Self::Sister => "sister",
        }
    }
}

/// How alike a name is to the one that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Likeness {
    /// 0 to 1000: how much of what was asked is there, less for what is there beyond it.
    pub score: u16,
    /// 0 to 1000: whether the two may be one workplace; both sides' coverage multiplied.
    pub both: u16,
    /// Why.
    pub why: Why,
}

/// Words less alike than this are not the same word.
const FLOOR: u32 = 700;
/// The weight of a sound of a name's own word, a trade, a filler.
const OWN: u32 = 10;
const CONCEPT: u32 = 15;
const FILLER: u32 = 2;

/// What one change of a skeleton costs, in hundredths of a strong consonant.
fn removal(sound: Sound) -> u32 {
    match sound {
        Sound::A | Sound::I | Sound::U => 10,
        Sound::W | Sound::Y => 15,
        Sound::H => 35,
        _ => 100,
    }
}

fn exchange(a: Sound, b: Sound) -> u32 {
    use Sound::{A, H, I, U, V, W, Y};
    match (a, b) {
        _ if a == b => 0,
        (W, U) | (U, W) | (Y, I) | (I, Y) => 2,
        // A name's last a is often written with the letter of a soft h.
        (A, H) | (H, A) => 12,
        (W, V) | (V, W) => 35,
        _ if a.is_weak() && b.is_weak() => removal(a).max(removal(b)),
        _ if a.confused_with(b) => 35,
        _ => 100,
    }
}

/// The cheapest way from one line to another, each step priced.
fn distance<T: Copy>(a: &[T], b: &[T], removal: impl Fn(T) -> u32, exchange: impl Fn(T, T) -> u32) -> u32 {
    let mut row: Vec<u32> = std::iter::once(0)
        .chain(b.iter().scan(0, |sum, sound| {
            *sum += removal(*sound);
            Some(*sum)
        }))
        .collect();
    for one in a {
        let mut next = Vec::with_capacity(row.len());
        let mut left = row.first().copied().unwrap_or(0) + removal(*one);
        next.push(left);
        for ((other, above), corner) in b.iter().zip(row.iter().skip(1)).zip(row.iter()) {
            left = (above + removal(*one)).min(left + removal(*other)).min(corner + exchange(*one, *other));
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}

fn share(cost: u32, whole: u32) -> u32 {
    1000u32.saturating_sub(cost * 1000 / whole.max(1))
}

/// How alike two words sound, 0 to 1000. Arabic writes “and” as the first letter of the word behind it, so a first w that
/// only one of them has is tried as one.
fn by_sound(a: &[Sound], b: &[Sound]) -> u32 {
    let plain = line_by_sound(a, b);
    match (a, b) {
        ([Sound::W, rest @ ..], [first, ..]) if *first != Sound::W => {
            plain.max(line_by_sound(rest, b) * 49 / 50)
        }
        ([first, ..], [Sound::W, rest @ ..]) if *first != Sound::W => {
            plain.max(line_by_sound(a, rest) * 49 / 50)
        }
        _ => plain,
    }
}

/// How alike two lines of sounds are, 0 to 1000.
fn line_by_sound(a: &[Sound], b: &[Sound]) -> u32 {
    if a.is_empty() || b.is_empty() {
        return 0;
    }
    let strong = |line: &[Sound]| u32::try_from(line.iter().filter(|s| !s.is_weak()).count()).unwrap_or(0);
    let whole = strong(a).max(strong(b)).max(1) * 100;
    share(distance(a, b, removal, exchange), whole)
}

/// How alike two words are letter by letter, 0 to 1000.
fn by_letter(a: &str, b: &str) -> u32 {
    let (a, b): (Vec<char>, Vec<char>) = (bare(a).chars().collect(), bare(b).chars().collect());
    let whole = u32::try_from(a.len().max(b.len())).unwrap_or(1);
    share(distance(&a, &b, |_| 1, |x, y| u32::from(x != y)), whole)
}

/// How alike two own words are: by sound across scripts, by sound and letter within one.
fn word(a: (&str, &[Vec<Sound>]), b: (&str, &[Vec<Sound>])) -> u32 {
    if a.0 == b.0 {
        return 1000;
    }
    // An article that both may have is none of the two names' own: only where one lacks it are all forms tried.
    let sound = match (a.1, b.1) {
        ([_, x], [_, y]) => by_sound(x, y),
        (ours, theirs) => {
            let pairs = ours.iter().flat_map(|x| theirs.iter().map(move |y| (x, y)));
            pairs.map(|(x, y)| by_sound(x, y)).max().unwrap_or(0)
        }
    };
    if script(a.0) == script(b.0) { (sound * 3 + by_letter(a.0, b.0)) / 4 } else { sound * 97 / 100 }
}

/// How much of `asked` is found in `found`: the words' weights, and the weighted likeness.
fn coverage(asked: &Name, found: &Name) -> (u32, u32) {
    let mut taken: Vec<usize> = Vec::new();
    let (mut weights, mut got) = (0, 0);
    for part in &asked.parts {
        let (weight, like) = match part {
            Part::Own { word: text, sounds } => {
                let length = sounds.iter().map(Vec::len).min().unwrap_or(1).clamp(1, 6);
                let weight = OWN * u32::try_from(length).unwrap_or(1);
                let best = found
                    .own()
                    .enumerate()
                    .filter(|(at, _)| !taken.contains(at))
                    .map(|(at, other)| (word((text, sounds), other), at))
                    .max();
                match best {
                    Some((like, at)) if like >= FLOOR => {
                        taken.push(at);
                        (weight, like)
                    }
                    _ => (weight, 0),
                }
            }
            Part::Concept(concept) => {
                (CONCEPT, if found.parts.contains(&Part::Concept(concept)) { 1000 } else { 0 })
            }
            Part::Weak(filler) => {
                let there = found.parts.iter().any(|other| matches!(other, Part::Weak(w) if w == filler));
                (FILLER, if there { 1000 } else { 500 })
            }
            Part::Number(_) | Part::Branch => continue,
        };
        weights += weight;
        got += weight * like;
    }
    (weights, got.checked_div(weights.max(1)).unwrap_or(0))
}

/// The own words of a name run together: a name written as one word or as two is the same name.
fn together(name: &Name) -> Vec<Sound> {
    name.own().flat_map(|(_, forms)| forms.last().cloned().unwrap_or_default()).collect()
}

fn numbers(name: &Name) -> Vec<&str> {
    let mut numbers: Vec<&str> = name
        .parts
        .iter()
        .filter_map(|part| match part {
            Part::Number(number) => Some(number.as_str()),
            _ => None,
        })
        .collect();
    numbers.sort_unstable();
    numbers
}

impl Name {
    /// How alike `found` is to this name, which was asked for.
    #[must_use]
    pub fn likeness(&self, found: &Self) -> Likeness {
        let (weights, mut asked) = coverage(self, found);
        let (_, mut back) = coverage(found, self);
        let whole = by_sound(&together(self), &together(found));
        if whole >= 900 && self.own().count() != found.own().count() {
            asked = asked.max(whole * 95 / 100);
            back = back.max(whole * 95 / 100);
        }
        if weights == 0 {
            asked = 0;
        }
        let mut score = asked * (700 + back * 3 / 10) / 1000;
        let mut both = asked * back / 1000;
        let (ours, theirs) = (numbers(self), numbers(found));
        let sister = !ours.is_empty() && !theirs.is_empty() && ours != theirs;
        if sister {
            (score, both) = (score * 7 / 10, both / 2);
        } else if ours != theirs {
            (score, both) = (score * 97 / 100, both * 9 / 10);
        }
        let own_is_there = self.own().any(|asked| found.own().any(|other| word(asked, other) >= FLOOR));
        let why = if sister {
            Why::Sister
        } else if self.words == found.words {
            Why::Same
        } else if !own_is_there && whole < 900 {
            Why::Trade
        } else if asked >= 850 && back >= 600 {
            Why::Sound
        } else {
            Why::Part
        };
        let small = |n: u32| u16::try_from(n.min(1000)).unwrap_or(1000);
        Likeness { score: small(score), both: small(both), why }
    }
}
