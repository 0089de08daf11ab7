//! Which atoms of a lexicon a word is: one hash over its letters, tried as the beginning of a word at each letter and as
//! a whole word at the last; one from behind for endings.

use rustc_hash::FxHashMap;

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

/// An atom's number within its lexicon; [`NONE`] is none.
pub(super) type Id = u32;
const NONE: Id = Id::MAX;

/// What letters are when they begin a word, or make it up.
#[derive(Debug, Clone, Copy)]
struct Key {
    hash: u64,
    /// Where its letters stand.
    from: u32,
    to: u32,
    exact: Id,
    prefix: Id,
    /// Whether something ends in a certain way that begins so.
    between: bool,
}

/// Bits of a filter: what no atom has is seldom looked up.
const FILTER: usize = 1 << 15;

/// Bits by hash.
#[derive(Debug, Clone, Default)]
pub(super) struct Filter(Vec<u64>);

impl Filter {
    pub(super) fn note(&mut self, hash: u64) {
        if self.0.is_empty() {
            self.0.resize(FILTER / 64, 0);
        }
        let at = index(hash, FILTER);
        if let Some(bits) = self.0.get_mut(at / 64) {
            *bits |= 1 << (at % 64);
        }
    }

    #[inline]
    pub(super) fn may(&self, hash: u64) -> bool {
        let at = index(hash, FILTER);
        self.0.get(at / 64).is_some_and(|bits| bits & (1 << (at % 64)) != 0)
    }
}

/// Keys by their letters.
#[derive(Debug, Clone, Default)]
struct Table {
    letters: Vec<char>,
    keys: Vec<Key>,
    /// Open addressing, a power of two: 0 is empty, else the key behind it.
    slots: Vec<u32>,
}

/// What stands in a table, before it is one.
#[derive(Debug, Clone, Copy, Default)]
struct Entry {
    exact: Option<Id>,
    prefix: Option<Id>,
    between: bool,
}

impl Table {
    fn new(entries: FxHashMap<String, Entry>, hash: impl Fn(&str) -> u64) -> Self {
        let size = (entries.len() * 4).next_power_of_two().max(16);
        let mut ready =
            Self { letters: Vec::new(), keys: Vec::with_capacity(entries.len()), slots: vec![0; size] };
        for (word, entry) in entries {
            let from = small(ready.letters.len());
            ready.letters.extend(word.chars());
            let (exact, prefix) = (entry.exact.unwrap_or(NONE), entry.prefix.unwrap_or(NONE));
            let hash = hash(&word);
            let to = small(ready.letters.len());
            ready.keys.push(Key { hash, from, to, exact, prefix, between: entry.between });
            let mut at = index(hash, size);
            while ready.slots.get(at).is_some_and(|slot| *slot != 0) {
                at = (at + 1) & (size - 1);
            }
            if let Some(slot) = ready.slots.get_mut(at) {
                *slot = small(ready.keys.len());
            }
        }
        ready
    }

    #[inline]
    fn key(&self, hash: u64, word: &[char]) -> Option<&Key> {
        let mut at = index(hash, self.slots.len());
        loop {
            let slot = *self.slots.get(at)?;
            let key = self.keys.get((slot as usize).checked_sub(1)?)?;
            if key.hash == hash
                && self.letters.get(key.from as usize..key.to as usize).is_some_and(|own| own.iter().eq(word))
            {
                return Some(key);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }
}

/// A number that fits: lexicons and texts are smaller.
pub(super) fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The atoms of a lexicon, ready to be looked up.
#[derive(Debug, Clone, Default)]
pub(super) struct Lookup {
    count: usize,
    words: Table,
    prefixes: Filter,
    wholes: Filter,
    /// Endings, from behind; how long the longest is, and last letters, as bits, that some has.
    endings: Table,
    tails: Filter,
    longest: usize,
    last: u64,
    /// What a word may hold, and the pairs of letters that it begins with.
    holds: Vec<(Vec<char>, Id)>,
    pairs: Filter,
    /// What begins and ends in a certain way.
    between: Vec<(Vec<char>, Vec<char>, Id)>,
    numbers: Vec<(u32, u32, Id)>,
}

/// What is known of a word while its letters come.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Trail {
    hash: u64,
    /// Where its atoms begin.
    from: usize,
    between: bool,
}

impl Trail {
    /// A word whose first atom will be this one.
    pub(super) fn from(from: usize) -> Self {
        Self { from, ..Self::default() }
    }

    /// Forgets what it was.
    pub(super) fn drop(&self, found: &mut Vec<Id>) {
        found.truncate(self.from);
    }
}

#[inline]
fn mix(hash: u64, letter: char) -> u64 {
    (hash.rotate_left(5) ^ u64::from(u32::from(letter))).wrapping_mul(0x517c_c1b7_2722_0a95)
}

/// The upper bits of a hash are the good ones.
fn index(hash: u64, size: usize) -> usize {
    (hash >> 32) as usize & (size.wrapping_sub(1))
}

fn bit(letter: char) -> u64 {
    1 << (u32::from(letter) & 63)
}

impl Lookup {
    pub(super) fn new(atoms: FxHashMap<Atom, Id>) -> Self {
        let mut ready = Self { count: atoms.len(), ..Self::default() };
        let (mut words, mut endings) =
            (FxHashMap::<String, Entry>::default(), FxHashMap::<String, Entry>::default());
        let letters = |text: &str| text.chars().collect::<Vec<char>>();
        for (atom, id) in atoms {
            match atom {
                Atom::Exact(word) => words.entry(word).or_default().exact = Some(id),
                Atom::Prefix(word) => words.entry(word).or_default().prefix = Some(id),
                Atom::Between(begin, end) => {
                    ready.between.push((letters(&begin), letters(&end), id));
                    words.entry(begin).or_default().between = true;
                }
                Atom::Suffix(end) => {
                    endings.entry(end).or_default().exact = Some(id);
                }
                Atom::Holds(part) => ready.holds.push((letters(&part), id)),
                Atom::Number(low, high) => ready.numbers.push((low, high, id)),
            }
        }
        ready.longest = endings.keys().map(|end| end.chars().count()).max().unwrap_or_default();
        ready.last = endings
            .keys()
            .filter_map(|end| end.chars().next_back())
            .fold(0, |last, letter| last | bit(letter));
        for (part, _) in &ready.holds {
            ready.pairs.note(part.iter().take(2).copied().fold(0, mix));
        }
        ready.words = Table::new(words, |word| word.chars().fold(0, mix));
        ready.endings = Table::new(endings, |end| end.chars().rev().fold(0, mix));
        ready.endings.keys.iter().for_each(|key| ready.tails.note(key.hash));
        for key in &ready.words.keys {
            if key.prefix != NONE || key.between {
                ready.prefixes.note(key.hash);
            }
            if key.exact != NONE {
                ready.wholes.note(key.hash);
            }
        }
        ready
    }

    /// How many atoms there are.
    pub(super) fn atoms(&self) -> usize {
        self.count
    }

    /// One more letter of a word. Whether its beginning up to here may be an atom: then ask [`Lookup::begins`].
    #[inline]
    pub(super) fn follow(&self, trail: &mut Trail, letter: char) -> bool {
        trail.hash = mix(trail.hash, letter);
        self.prefixes.may(trail.hash)
    }

    /// Whether a word up to here is an atom.
    pub(super) fn begins(&self, trail: &mut Trail, word: &[char], found: &mut Vec<Id>) {
        if let Some(key) = self.words.key(trail.hash, word) {
            if key.prefix != NONE {
                found.push(key.prefix);
            }
            trail.between |= key.between;
        }
    }

    /// The word ends: it may be an atom as a whole, or by the rest of it.
    #[inline]
    pub(super) fn close(&self, trail: &Trail, word: &[char], found: &mut Vec<Id>) {
        if self.wholes.may(trail.hash)
            && let Some(key) = self.words.key(trail.hash, word)
            && key.exact != NONE
        {
            found.push(key.exact);
        }
        let (Some(first), Some(last)) = (word.first(), word.last()) else { return };
        if trail.between
            || !self.holds.is_empty()
            || self.last & bit(*last) != 0
            || (first.is_ascii_digit() && !self.numbers.is_empty())
        {
            self.find_rest(word, trail.between, found);
        }
    }

    /// Every atom that a word is, in no order.
    pub(super) fn find(&self, word: &[char], found: &mut Vec<Id>) {
        let mut trail = Trail::from(found.len());
        for (at, letter) in word.iter().enumerate() {
            if self.follow(&mut trail, *letter) {
                self.begins(&mut trail, word.get(..=at).unwrap_or_default(), found);
            }
        }
        self.close(&trail, word, found);
    }

    /// Endings, what stands within, and numbers.
    fn find_rest(&self, word: &[char], between: bool, found: &mut Vec<Id>) {
        if between {
            let fits = |begin: &[char], end: &[char]| {
                word.len() >= begin.len() + end.len() && word.starts_with(begin) && word.ends_with(end)
            };
            found.extend(self.between.iter().filter(|(begin, end, _)| fits(begin, end)).map(|(.., id)| *id));
        }
        if word.last().is_some_and(|last| self.last & bit(*last) != 0) {
            let mut hash = 0;
            for (at, letter) in word.iter().enumerate().rev().take(self.longest) {
                hash = mix(hash, *letter);
                if self.tails.may(hash) {
                    found.extend(
                        self.endings.key(hash, word.get(at..).unwrap_or_default()).map(|key| key.exact),
                    );
                }
            }
        }
        if !self.holds.is_empty() {
            for (at, pair) in word.windows(2).enumerate() {
                let hash = pair.iter().copied().fold(0, mix);
                if self.pairs.may(hash) {
                    let here = word.get(at..).unwrap_or_default();
                    let whole = self.holds.iter().filter(|(part, _)| here.starts_with(part));
                    found.extend(whole.map(|(_, id)| *id));
                }
            }
        }
        if word.first().is_some_and(char::is_ascii_digit) && !self.numbers.is_empty() {
            let number = word.iter().try_fold(0u32, |number, c| {
                number.checked_mul(10)?.checked_add(c.to_digit(10).filter(|_| c.is_ascii_digit())?)
            });
            if let Some(number) = number {
                let fits = self.numbers.iter().filter(|(low, high, _)| (*low..=*high).contains(&number));
                found.extend(fits.map(|(.., id)| *id));
            }
        }
    }
}

/// Arabic writes “and”, “the”, “with”, “for”, “on the” on to the word: what is left without them is sought as well.
/// Calls for each of these.
pub(super) fn arabic_forms(word: &[char], spare: &mut Vec<char>, each: &mut dyn FnMut(&[char])) {
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
