//! The syntax of phrases, and where they stand in a text.
//!
//! | written | is |
//! |---|---|
//! | `word`, `word*`, `*word`, `*word*`, `wo*rd` | a word; one that begins, ends, or holds it; one that begins and ends so |
//! | `14..24` | a number from 14 to 24, in any script's figures |
//! | `a_b` | words that follow each other; binds strongest |
//! | `@name` | any word of the class `name` of `[words]` |
//! | `a\|b` | one of these |
//! | `a b` | one after the other |
//! | `a ~ b`, `a ~2 b` | with at most `gap`, or two, words between |
//! | `a & b` | in any order, with at most `reach` words between, in one sentence; binds weakest |

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::group::{Group, Room, nearest};
use super::lookup::{Atom, Lookup, arabic_forms};
use super::places::{Needs, Places};
use super::reading::{Reader, Reading};

/// What may stand at one place: sequences of atoms.
#[derive(Debug, Clone)]
struct Term {
    spelled: Vec<String>,
}

/// A phrase, made ready: groups in any order.
#[derive(Debug, Clone)]
pub(super) struct Phrase {
    groups: Vec<Group>,
    /// The terms of all groups.
    needs: Needs,
}

/// The atoms of each word of a text, and where they begin.
#[derive(Debug, Default)]
pub(super) struct Atoms {
    all: Vec<usize>,
    from: Vec<usize>,
    spare: Vec<char>,
}

impl Atoms {
    fn of(&self, at: usize) -> &[usize] {
        match (self.from.get(at), self.from.get(at + 1)) {
            (Some(from), Some(to)) => self.all.get(*from..*to).unwrap_or_default(),
            _ => &[],
        }
    }
}

impl Phrase {
    /// Whether it has several parts that may stand in any order.
    pub(super) fn is_unordered(&self) -> bool {
        self.groups.len() > 1
    }
}

/// A choice of a term that begins with a certain atom.
#[derive(Debug, Clone)]
struct Begin {
    /// In the order of the lexicon.
    nth: usize,
    term: usize,
    /// The atoms behind the second.
    rest: Vec<usize>,
}

/// The choices that begin with an atom.
#[derive(Debug, Clone, Default)]
struct Begins {
    /// Those of this atom alone: order, term.
    alone: Vec<(usize, usize)>,
    /// Those that go on, by their second atom.
    on: Vec<(usize, Vec<Begin>)>,
}

/// Every term of a lexicon.
#[derive(Debug, Clone)]
pub(super) struct Terms {
    pub reader: Reader,
    gap: usize,
    reach: usize,
    classes: BTreeMap<String, String>,
    atoms: HashMap<Atom, usize>,
    terms: Vec<Term>,
    known: HashMap<String, usize>,
    nth: usize,
    /// By the atom with which a choice begins.
    begins: Vec<Begins>,
    lookup: Lookup,
}

impl Terms {
    pub(super) fn new(language: &str, gap: usize, reach: usize, classes: BTreeMap<String, String>) -> Self {
        Self {
            reader: Reader::of(language),
            gap,
            reach,
            classes,
            atoms: HashMap::new(),
            terms: Vec::new(),
            known: HashMap::new(),
            nth: 0,
            begins: Vec::new(),
            lookup: Lookup::default(),
        }
    }

    /// When all phrases are known.
    pub(super) fn finish(&mut self) {
        self.lookup = Lookup::new(&self.atoms);
        self.begins.resize_with(self.atoms.len(), Begins::default);
        self.begins.iter_mut().for_each(|begins| begins.on.sort_by_key(|(second, _)| *second));
    }

    fn atom(&mut self, atom: Atom) -> usize {
        let next = self.atoms.len();
        *self.atoms.entry(atom).or_insert(next)
    }

    /// One choice: words joined by `_`.
    fn choice(&mut self, text: &str) -> Result<Vec<usize>, String> {
        let mut sequence = Vec::new();
        for part in text.split('_') {
            if let Some((low, high)) = part.split_once("..") {
                let number = |text: &str| text.parse().map_err(|_| format!("`{part}` is no range"));
                let atom = Atom::Number(number(low)?, number(high)?);
                sequence.push(self.atom(atom));
                continue;
            }
            let words = |text: &str| -> Vec<String> {
                let reading = Reading::of(self.reader, text);
                reading.words.iter().map(|word| reading.letters(word).iter().collect()).collect()
            };
            if self.reader.unspaced || !part.contains('*') {
                let words = words(part);
                if words.is_empty() {
                    return Err(format!("`{part}` is no word"));
                }
                for word in words {
                    let id = self.atom(Atom::Exact(word));
                    sequence.push(id);
                }
                continue;
            }
            let one = |text: &str| match words(text).as_slice() {
                [one] => Ok(one.clone()),
                _ => Err(format!("`{text}` is not one word")),
            };
            let bare = part.trim_matches('*');
            let atom = match (part.starts_with('*'), part.ends_with('*'), bare.split_once('*')) {
                (false, false, Some((begin, end))) => Atom::Between(one(begin)?, one(end)?),
                (_, _, Some(_)) => return Err(format!("`{part}` has too many `*`")),
                (true, true, None) => Atom::Holds(one(bare)?),
                (true, false, None) => Atom::Suffix(one(bare)?),
                (false, true, None) => Atom::Prefix(one(bare)?),
                (false, false, None) => Atom::Exact(one(bare)?),
            };
            let id = self.atom(atom);
            sequence.push(id);
        }
        Ok(sequence)
    }

    fn spell_out(&self, text: &str, depth: usize) -> Result<Vec<String>, String> {
        let mut choices = Vec::new();
        for choice in text.split('|') {
            match choice.strip_prefix('@') {
                None => choices.push(choice.to_owned()),
                Some(_) if depth == 0 => return Err(format!("`{choice}` turns in a circle")),
                Some(name) => {
                    let class =
                        self.classes.get(name).ok_or_else(|| format!("no class is called `{name}`"))?;
                    for word in class.split_whitespace() {
                        choices.extend(self.spell_out(word, depth - 1)?);
                    }
                }
            }
        }
        Ok(choices)
    }

    /// A term, once for each way of writing it.
    pub(super) fn term(&mut self, text: &str) -> Result<usize, String> {
        if let Some(known) = self.known.get(text) {
            return Ok(*known);
        }
        let id = self.terms.len();
        let spelled = self.spell_out(text, 4)?;
        for choice in &spelled {
            let sequence = self.choice(choice)?;
            self.begin(id, &sequence).ok_or_else(|| format!("`{text}` is empty"))?;
        }
        self.terms.push(Term { spelled });
        self.known.insert(text.to_owned(), id);
        Ok(id)
    }

    fn begin(&mut self, term: usize, sequence: &[usize]) -> Option<()> {
        let (first, rest) = sequence.split_first()?;
        let nth = self.nth;
        self.nth += 1;
        if self.begins.len() <= *first {
            self.begins.resize_with(first + 1, Begins::default);
        }
        let begins = self.begins.get_mut(*first)?;
        match rest.split_first() {
            None => begins.alone.push((nth, term)),
            Some((second, rest)) => {
                let begin = Begin { nth, term, rest: rest.to_vec() };
                match begins.on.iter_mut().find(|(other, _)| other == second) {
                    Some((_, all)) => all.push(begin),
                    None => begins.on.push((*second, vec![begin])),
                }
            }
        }
        Some(())
    }

    pub(super) fn phrase(&mut self, text: &str) -> Result<Phrase, String> {
        let mut groups = Vec::new();
        for part in text.split('&') {
            let (mut terms, mut gap) = (Vec::new(), None);
            for piece in part.split_whitespace() {
                if let Some(most) = piece.strip_prefix('~') {
                    let most = if most.is_empty() { Ok(self.gap) } else { most.parse() };
                    gap = Some(most.map_err(|_| format!("`{piece}` is no gap"))?);
                    continue;
                }
                terms.push((self.term(piece)?, gap.take().unwrap_or(0)));
            }
            if terms.is_empty() || gap.is_some() || part.trim_start().starts_with('~') {
                return Err(format!("`{text}` is no phrase"));
            }
            groups.push(Group { terms });
        }
        let mut terms: Vec<usize> = groups.iter().flat_map(|group| &group.terms).map(|(t, _)| *t).collect();
        terms.sort_by_key(|term| self.terms.get(*term).map_or(0, |term| term.spelled.len()));
        let needs = Needs::of(terms.into_iter());
        Ok(Phrase { groups, needs })
    }

    /// Where each term stands.
    pub(super) fn places(&self, reading: &Reading, atoms: &mut Atoms, places: &mut Places) {
        atoms.all.clear();
        atoms.from.clear();
        for word in &reading.words {
            atoms.from.push(atoms.all.len());
            let letters = reading.letters(word);
            if self.reader.arabic {
                let Atoms { all, spare, .. } = atoms;
                arabic_forms(letters, spare, &mut |form| self.lookup.find(form, all));
            } else {
                self.lookup.find(letters, &mut atoms.all);
            }
        }
        atoms.from.push(atoms.all.len());
        places.clear(self.terms.len());
        let mut begun: Vec<(usize, usize, usize)> = Vec::new();
        for at in 0..reading.words.len() {
            for atom in atoms.of(at) {
                let Some(begins) = self.begins.get(*atom) else { continue };
                begun.clear();
                if !begins.on.is_empty() {
                    self.goes_on(begins, at, reading, atoms, &mut begun);
                }
                if begun.is_empty() {
                    places.found.extend(begins.alone.iter().map(|(_, term)| (*term, (at, at))));
                } else {
                    begun.extend(begins.alone.iter().map(|(nth, term)| (*nth, *term, at)));
                    begun.sort_unstable();
                    places.found.extend(begun.iter().map(|(_, term, last)| (*term, (at, *last))));
                }
            }
        }
        places.sort();
    }

    /// The choices of several words that begin at a word: order, term, last word.
    fn goes_on(
        &self,
        begins: &Begins,
        at: usize,
        reading: &Reading,
        atoms: &Atoms,
        begun: &mut Vec<(usize, usize, usize)>,
    ) {
        let next = atoms.of(at + 1);
        for (nth, second) in next.iter().enumerate() {
            // An atom that a word is in two ways counts once.
            if next.iter().take(nth).any(|before| before == second) {
                continue;
            }
            let Ok(found) = begins.on.binary_search_by_key(second, |(second, _)| *second) else { continue };
            for begin in begins.on.get(found).iter().flat_map(|(_, all)| all) {
                let last = at + 1 + begin.rest.len();
                let follows = |(step, atom): (usize, &usize)| atoms.of(at + 2 + step).contains(atom);
                if begin.rest.iter().enumerate().all(follows)
                    && reading.sentence(at) == reading.sentence(last)
                {
                    begun.push((begin.nth, begin.term, last));
                }
            }
        }
    }

    /// Every place of a phrase, put into the room's first list.
    pub(super) fn spans(&self, phrase: &Phrase, places: &Places, reading: &Reading, room: &mut Room) {
        room.spans.clear();
        if !places.have(&phrase.needs) {
            return;
        }
        let sentence = |at: usize| reading.sentence(at);
        let mut groups = phrase.groups.iter();
        let Some(first) = groups.next() else { return };
        first.spans(places, &sentence, &mut room.spans, &mut room.spare);
        for group in groups {
            if room.spans.is_empty() {
                return;
            }
            let others = match group.terms.as_slice() {
                [(only, _)] => places.of(*only),
                _ => {
                    group.spans(places, &sentence, &mut room.others, &mut room.spare);
                    &room.others
                }
            };
            room.spare.clear();
            let wide = room.spans.iter().filter_map(|span| nearest(*span, others, self.reach));
            room.spare.extend(wide.filter(|(a, b)| sentence(*a) == sentence(*b)));
            std::mem::swap(&mut room.spans, &mut room.spare);
        }
    }

    /// Every choice of every term, spelled out, once.
    pub(super) fn choices(&self) -> BTreeSet<String> {
        self.terms.iter().flat_map(|term| &term.spelled).map(|choice| plain(choice)).collect()
    }

    /// A phrase with each of its choices in turn that was not tried yet, the others being the first: what it catches,
    /// spelled out.
    pub(super) fn spelled(&self, phrase: &Phrase, tried: &mut HashSet<(usize, usize)>) -> Vec<String> {
        let ids: Vec<usize> = phrase.groups.iter().flat_map(|g| &g.terms).map(|(term, _)| *term).collect();
        let terms: Vec<&Term> = ids.iter().filter_map(|id| self.terms.get(*id)).collect();
        let mut all = Vec::new();
        for (place, (id, turning)) in ids.iter().zip(&terms).enumerate() {
            for (nth, choice) in turning.spelled.iter().enumerate() {
                let first = place == 0 && nth == 0;
                if !tried.insert((*id, nth)) && !first {
                    continue;
                }
                let words: Vec<String> = terms
                    .iter()
                    .enumerate()
                    .filter_map(|(at, term)| if at == place { Some(choice) } else { term.spelled.first() })
                    .map(|choice| plain(choice))
                    .collect();
                all.push(words.join(" "));
            }
        }
        all
    }
}

/// A choice as somebody might write it: the first number of a range, words apart, no `*`.
fn plain(choice: &str) -> String {
    let parts = choice.split('_').map(|part| part.split_once("..").map_or(part, |(low, _)| low));
    parts.collect::<Vec<_>>().join(" ").replace('*', "")
}
