//! What stands in a sentence: the terms that its words are, alone or with those behind them.

use std::ops::Range;

use super::lookup::Id;
use super::phrase::Terms;
use super::reading::Reading;
use super::set::Set;

/// First and last word of a place.
pub(super) type Span = (usize, usize);

/// A wording of several words that begins with a certain atom.
#[derive(Debug, Clone)]
struct Begin {
    second: Id,
    /// The atoms behind the second.
    rest: Vec<Id>,
    wording: usize,
}

/// The wordings that begin with an atom.
#[derive(Debug, Clone, Default)]
pub(super) struct Begins {
    /// The atom alone.
    alone: Option<usize>,
    /// Those that go on, by their second atom.
    on: Vec<Begin>,
}

/// The hash of two atoms.
pub(super) fn pair(first: Id, second: Id) -> u64 {
    (u64::from(first) << 32 | u64::from(second)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

impl Begins {
    /// A wording that begins here and goes on with the rest.
    pub(super) fn add(&mut self, wording: usize, rest: &[Id]) {
        match rest.split_first() {
            None => self.alone = Some(wording),
            Some((second, rest)) => self.on.push(Begin { second: *second, rest: rest.to_vec(), wording }),
        }
    }

    /// When all are known.
    pub(super) fn finish(&mut self) {
        self.on.sort_by_key(|begin| begin.second);
    }

    /// Marks the wordings of several words that begin at a word and end before another.
    fn go_on(&self, at: usize, second: Id, end: usize, reading: &Reading, all: &mut Vec<Mark>) {
        let from = self.on.partition_point(|begin| begin.second < second);
        for begin in self.on.iter().skip(from).take_while(|begin| begin.second == second) {
            let last = at + 1 + begin.rest.len();
            let follows = |(step, atom): (usize, &Id)| reading.atoms(at + 2 + step).contains(atom);
            // “I am 30 years old, madam …” has no old madam.
            let one_clause = || reading.clause(at) == reading.clause(last);
            if last < end && begin.rest.iter().enumerate().all(follows) && one_clause() {
                all.push(Mark { at, last, wording: begin.wording });
            }
        }
    }
}

/// A wording in a text: first and last word.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    pub at: usize,
    pub last: usize,
    pub wording: usize,
}

/// The marks of a sentence, in the order of the text, of those that begin at one word the shortest first. Used again from
/// sentence to sentence.
#[derive(Debug, Default)]
pub(super) struct Marks {
    pub all: Vec<Mark>,
    /// The terms that stand somewhere.
    pub present: Set,
}

impl Terms {
    /// Marks a sentence, in place of the one before.
    pub(super) fn mark(&self, reading: &Reading, sentence: Range<usize>, marks: &mut Marks) {
        let Marks { all, present } = marks;
        all.clear();
        for at in sentence.clone() {
            let atoms = reading.atoms(at);
            if atoms.is_empty() {
                continue;
            }
            let next = if at + 1 < sentence.end { reading.atoms(at + 1) } else { &[] };
            let here = all.len();
            for atom in atoms {
                let Some(begins) = self.begins.get(*atom as usize) else { continue };
                all.extend(begins.alone.map(|wording| Mark { at, last: at, wording }));
                for second in next {
                    if self.pairs.may(pair(*atom, *second)) {
                        begins.go_on(at, *second, sentence.end, reading, all);
                    }
                }
            }
            if all.len() > here + 1 {
                all.get_mut(here..).unwrap_or_default().sort_by_key(|mark| mark.last);
            }
        }
        present.clear(self.wide());
        all.iter().for_each(|mark| present.add(self.saying(mark.wording)));
    }

    /// Where a term stands in the sentence that was marked, in order.
    pub(super) fn places(&self, term: usize, marks: &Marks, into: &mut Vec<Span>) {
        into.clear();
        for Mark { at, last, wording } in &marks.all {
            // What two wordings find at one place is one.
            if self.says(*wording, term) && into.last() != Some(&(*at, *last)) {
                into.push((*at, *last));
            }
        }
    }
}
