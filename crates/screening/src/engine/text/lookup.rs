//! Which atoms of a lexicon a word is: one hash over its letters, tried as the beginning of a word at each letter and as
//! a whole word at the last.

use std::collections::HashMap;

/// What one word is tried against.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Atom {
    Exact(String),
    Prefix(String),
    Suffix(String),
    Holds(String),
    Between(String, String),
    Number(u32, u32),
}

/// An atom that no hash finds.
#[derive(Debug, Clone)]
enum Loose {
    Suffix(Vec<char>),
    Holds(Vec<char>),
    Between(Vec<char>, Vec<char>),
    Number(u32, u32),
}

#[derive(Debug, Clone, Default)]
struct Key {
    hash: u64,
    letters: Vec<char>,
    exact: Option<usize>,
    prefix: Option<usize>,
}

/// Bits of a filter: what no atom has is seldom looked up.
const FILTER: usize = 1 << 15;

/// The atoms of a lexicon, ready to be looked up.
#[derive(Debug, Clone, Default)]
pub(super) struct Lookup {
    keys: Vec<Key>,
    /// Open addressing, a power of two: 0 is empty, else the key behind it.
    slots: Vec<u32>,
    prefixes: Vec<u64>,
    wholes: Vec<u64>,
    loose: Vec<(Loose, usize)>,
    /// Last letters, as bits, that some ending has.
    endings: u64,
    holds: bool,
    numbers: bool,
}

fn mix(hash: u64, letter: char) -> u64 {
    (hash.rotate_left(5) ^ u64::from(u32::from(letter))).wrapping_mul(0x517c_c1b7_2722_0a95)
}

/// The upper bits of a hash are the good ones.
fn index(hash: u64, size: usize) -> usize {
    usize::try_from(hash >> 32).unwrap_or_default() & (size - 1)
}

/// Sets the bit of a hash in a filter.
fn note(filter: &mut [u64], hash: u64) {
    let at = index(hash, FILTER);
    if let Some(bits) = filter.get_mut(at / 64) {
        *bits |= 1 << (at % 64);
    }
}

/// Whether a filter may have a hash.
fn may(filter: &[u64], hash: u64) -> bool {
    let at = index(hash, FILTER);
    filter.get(at / 64).is_some_and(|bits| bits & (1 << (at % 64)) != 0)
}

fn bit(letter: char) -> u64 {
    1 << (u32::from(letter) & 63)
}

impl Lookup {
    pub(super) fn new(atoms: &HashMap<Atom, usize>) -> Self {
        let mut ready =
            Self { prefixes: vec![0; FILTER / 64], wholes: vec![0; FILTER / 64], ..Self::default() };
        let mut keys: HashMap<&str, Key> = HashMap::new();
        let letters = |text: &str| text.chars().collect::<Vec<char>>();
        let mut all: Vec<(&Atom, usize)> = atoms.iter().map(|(atom, id)| (atom, *id)).collect();
        all.sort_unstable_by_key(|(_, id)| *id);
        for (atom, id) in all {
            let loose = match atom {
                Atom::Exact(word) => {
                    keys.entry(word).or_default().exact = Some(id);
                    continue;
                }
                Atom::Prefix(word) => {
                    keys.entry(word).or_default().prefix = Some(id);
                    continue;
                }
                Atom::Suffix(end) => Loose::Suffix(letters(end)),
                Atom::Holds(part) => Loose::Holds(letters(part)),
                Atom::Between(begin, end) => Loose::Between(letters(begin), letters(end)),
                Atom::Number(low, high) => Loose::Number(*low, *high),
            };
            match &loose {
                Loose::Suffix(end) | Loose::Between(_, end) => {
                    ready.endings |= end.last().map_or(0, |letter| bit(*letter));
                }
                Loose::Holds(_) => ready.holds = true,
                Loose::Number(..) => ready.numbers = true,
            }
            ready.loose.push((loose, id));
        }
        let size = (keys.len() * 4).next_power_of_two().max(16);
        ready.slots = vec![0; size];
        for (word, key) in keys {
            let letters = letters(word);
            let hash = letters.iter().fold(0, |hash, letter| mix(hash, *letter));
            if key.prefix.is_some() {
                note(&mut ready.prefixes, hash);
            }
            if key.exact.is_some() {
                note(&mut ready.wholes, hash);
            }
            ready.keys.push(Key { hash, letters, ..key });
            let mut at = index(hash, size);
            while ready.slots.get(at).is_some_and(|slot| *slot != 0) {
                at = (at + 1) & (size - 1);
            }
            if let Some(slot) = ready.slots.get_mut(at) {
                *slot = u32::try_from(ready.keys.len()).unwrap_or_default();
            }
        }
        ready
    }

    fn key(&self, hash: u64, letters: &[char]) -> Option<&Key> {
        let size = self.slots.len();
        let mut at = index(hash, size);
        loop {
            let slot = *self.slots.get(at)?;
            let key = self.keys.get(usize::try_from(slot).ok()?.checked_sub(1)?)?;
            if key.hash == hash && key.letters == letters {
                return Some(key);
            }
            at = (at + 1) & (size - 1);
        }
    }

    /// Every atom that a word is: the whole word, its beginnings, and the rest in the lexicon's order.
    pub(super) fn find(&self, word: &[char], found: &mut Vec<usize>) {
        let whole = found.len();
        let mut hash = 0;
        for (at, letter) in word.iter().enumerate() {
            hash = mix(hash, *letter);
            if may(&self.prefixes, hash)
                && let Some(begin) = word.get(..=at)
            {
                found.extend(self.key(hash, begin).and_then(|key| key.prefix));
            }
        }
        if may(&self.wholes, hash)
            && let Some(exact) = self.key(hash, word).and_then(|key| key.exact)
        {
            found.insert(whole, exact);
        }
        let (Some(first), Some(last)) = (word.first(), word.last()) else { return };
        let number = self.numbers && first.is_ascii_digit();
        if number || self.holds || self.endings & bit(*last) != 0 {
            self.find_loose(word, found);
        }
    }

    fn find_loose(&self, word: &[char], found: &mut Vec<usize>) {
        let number: Option<u32> = word.iter().try_fold(0u32, |number, c| {
            number.checked_mul(10)?.checked_add(c.to_digit(10).filter(|_| c.is_ascii_digit())?)
        });
        let fits = |loose: &Loose| match loose {
            Loose::Suffix(end) => word.ends_with(end),
            Loose::Holds(part) => word.windows(part.len()).any(|window| window == part.as_slice()),
            Loose::Between(begin, end) => {
                word.len() >= begin.len() + end.len() && word.starts_with(begin) && word.ends_with(end)
            }
            Loose::Number(low, high) => number.is_some_and(|number| (*low..=*high).contains(&number)),
        };
        found.extend(self.loose.iter().filter(|(loose, _)| fits(loose)).map(|(_, id)| *id));
    }
}

/// Arabic writes “and”, “the”, “with”, “for”, “on the” on to the word: what is left without them is sought as well.
/// Calls for the word and for each of these.
pub(super) fn arabic_forms(word: &[char], spare: &mut Vec<char>, each: &mut dyn FnMut(&[char])) {
    each(word);
    let least = |left: &[char], least: usize| left.len() >= least;
    let bare = match word {
        ['و' | 'ف', left @ ..] if least(left, 2) => Some(left),
        _ => None,
    };
    if let Some(bare) = bare {
        each(bare);
    }
    for form in [Some(word), bare].into_iter().flatten() {
        let (joined, left) = match form {
            ['ب' | 'ع' | 'ه' | 'ك', 'ا', 'ل', left @ ..] | ['ل', 'ل', left @ ..] => (true, left),
            ['ا', 'ل', left @ ..] | ['ب' | 'ل' | 'ع' | 'ه' | 'ح', left @ ..] => (false, left),
            _ => continue,
        };
        if joined && least(left, 3) {
            spare.clear();
            spare.extend(['ا', 'ل']);
            spare.extend_from_slice(left);
            each(spare);
            each(left);
            continue;
        }
        // Too little is left behind both: behind the first alone.
        let left = match form {
            ['ا', 'ل', left @ ..] | ['ب' | 'ل' | 'ع' | 'ه' | 'ح', left @ ..] => left,
            _ => continue,
        };
        if least(left, 3) {
            each(left);
        }
    }
}
