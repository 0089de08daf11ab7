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

use std::collections::{BTreeMap, BTreeSet, HashSet};

use rustc_hash::FxHashMap;

use super::group::{Group, Room, nearest};
use super::lookup::{Atom, Filter, Id, Lookup, small};
use super::marks::{Begins, Marks, pair};
use super::reading::{Reader, Reading};
use super::set::Set;

/// One way of writing a term: words joined by `_`.
#[derive(Debug, Clone)]
struct Choice {
    text: String,
    wording: usize,
}

/// A phrase, made ready: groups in any order.
#[derive(Debug, Clone)]
pub(super) struct Phrase {
    groups: Vec<Group>,
    /// The terms of all groups.
    pub needs: Set,
}

impl Phrase {
    /// The terms of all groups.
    pub(super) fn terms(&self) -> impl Iterator<Item = usize> {
        self.groups.iter().flat_map(|group| &group.terms).map(|(term, _)| *term)
    }

    /// Whether it has several parts that may stand in any order.
    pub(super) fn is_unordered(&self) -> bool {
        self.groups.len() > 1
    }
}

/// Every term of a lexicon: what may stand at one place.
#[derive(Debug, Clone)]
pub(super) struct Terms {
    pub reader: Reader,
    gap: usize,
    reach: usize,
    classes: BTreeMap<String, String>,
    atoms: FxHashMap<Atom, Id>,
    /// Atoms that follow each other, each sequence once.
    wordings: FxHashMap<Vec<Id>, usize>,
    choices: Vec<Choice>,
    /// Choices, and the choices of classes, by how they are written.
    written: FxHashMap<String, Vec<usize>>,
    /// Of each term its choices.
    terms: Vec<Vec<usize>>,
    known: FxHashMap<String, usize>,
    reading: Reading,
    /// By the atom with which a wording begins.
    pub begins: Vec<Begins>,
    /// Atoms with which some wording goes on from another.
    pub pairs: Filter,
    /// Of each wording the terms that it says, as bits, so many words of them a wording.
    saying: Vec<u64>,
    wide: usize,
    pub lookup: Lookup,
}

impl Terms {
    pub(super) fn new(language: &str, gap: usize, reach: usize, classes: BTreeMap<String, String>) -> Self {
        Self {
            reader: Reader::of(language),
            gap,
            reach,
            classes,
            atoms: FxHashMap::default(),
            wordings: FxHashMap::default(),
            choices: Vec::new(),
            written: FxHashMap::default(),
            terms: Vec::new(),
            known: FxHashMap::default(),
            reading: Reading::default(),
            begins: Vec::new(),
            pairs: Filter::default(),
            saying: Vec::new(),
            wide: 0,
            lookup: Lookup::default(),
        }
    }

    /// When all phrases are known.
    pub(super) fn finish(&mut self) {
        self.lookup = Lookup::new(std::mem::take(&mut self.atoms));
        self.begins = vec![Begins::default(); self.lookup.atoms()];
        self.wide = self.terms.len().div_ceil(64);
        for (sequence, wording) in &self.wordings {
            let Some((first, rest)) = sequence.split_first() else { continue };
            if let Some(second) = rest.first() {
                self.pairs.note(pair(*first, *second));
            }
            self.begins.get_mut(*first as usize).into_iter().for_each(|begins| begins.add(*wording, rest));
        }
        self.begins.iter_mut().for_each(Begins::finish);
        self.saying = vec![0; self.wordings.len() * self.wide];
        for (term, choices) in self.terms.iter().enumerate() {
            for choice in choices.iter().filter_map(|choice| self.choices.get(*choice)) {
                let bits = self.saying.get_mut(choice.wording * self.wide + term / 64);
                bits.into_iter().for_each(|bits| *bits |= 1 << (term % 64));
            }
        }
        (self.known, self.written, self.classes) = Default::default();
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.terms.len()
    }

    /// How many words of bits have room for all.
    pub(super) fn wide(&self) -> usize {
        self.wide
    }

    /// How many wordings there are.
    pub(super) fn wordings(&self) -> usize {
        self.wordings.len()
    }

    /// The terms that a wording says, as bits.
    #[inline]
    pub(super) fn saying(&self, wording: usize) -> &[u64] {
        self.saying.get(wording * self.wide..(wording + 1) * self.wide).unwrap_or_default()
    }

    /// Whether a wording says a term.
    #[inline]
    pub(super) fn says(&self, wording: usize, term: usize) -> bool {
        let bits = self.saying.get(wording * self.wide + term / 64);
        bits.is_some_and(|bits| bits & (1 << (term % 64)) != 0)
    }

    fn atom(&mut self, atom: Atom) -> Id {
        let next = small(self.atoms.len());
        *self.atoms.entry(atom).or_insert(next)
    }

    /// The words of a part of a choice.
    fn words(&mut self, text: &str) -> Vec<String> {
        let Self { reading, reader, lookup, .. } = self;
        reader.read(text, lookup, reading);
        reading.words.iter().map(|word| reading.letters(word).iter().collect()).collect()
    }

    fn one(&mut self, text: &str) -> Result<String, String> {
        let mut words = self.words(text).into_iter();
        match (words.next(), words.next()) {
            (Some(one), None) => Ok(one),
            _ => Err(format!("`{text}` is not one word")),
        }
    }

    /// The atoms of a choice.
    fn sequence(&mut self, text: &str) -> Result<Vec<Id>, String> {
        let mut sequence = Vec::new();
        for part in text.split('_') {
            if let Some((low, high)) = part.split_once("..") {
                let number = |text: &str| text.parse().map_err(|_| format!("`{part}` is no range"));
                let atom = Atom::Number(number(low)?, number(high)?);
                sequence.push(self.atom(atom));
                continue;
            }
            if self.reader.unspaced || !part.contains('*') {
                let words = self.words(part);
                if words.is_empty() {
                    return Err(format!("`{part}` is no word"));
                }
                for word in words {
                    let id = self.atom(Atom::Exact(word));
                    sequence.push(id);
                }
                continue;
            }
            let bare = part.trim_matches('*');
            let atom = match (part.starts_with('*'), part.ends_with('*'), bare.split_once('*')) {
                (false, false, Some((begin, end))) => Atom::Between(self.one(begin)?, self.one(end)?),
                (_, _, Some(_)) => return Err(format!("`{part}` has too many `*`")),
                (true, true, None) if bare.chars().count() < 2 => {
                    return Err(format!("`{part}` is in nearly every word"));
                }
                (true, true, None) => Atom::Holds(self.one(bare)?),
                (true, false, None) => Atom::Suffix(self.one(bare)?),
                (false, true, None) => Atom::Prefix(self.one(bare)?),
                (false, false, None) => Atom::Exact(self.one(bare)?),
            };
            let id = self.atom(atom);
            sequence.push(id);
        }
        Ok(sequence)
    }

    /// The choices that a text is, those of its classes spelled out.
    fn spell_out(&mut self, text: &str, depth: usize) -> Result<Vec<usize>, String> {
        if let Some(known) = self.written.get(text) {
            return Ok(known.clone());
        }
        let mut all = Vec::new();
        for choice in text.split('|') {
            if let Some(known) = self.written.get(choice) {
                all.extend_from_slice(known);
                continue;
            }
            let own = match choice.strip_prefix('@') {
                None => {
                    let sequence = self.sequence(choice)?;
                    let next = self.wordings.len();
                    let wording = *self.wordings.entry(sequence).or_insert(next);
                    self.choices.push(Choice { text: choice.to_owned(), wording });
                    vec![self.choices.len() - 1]
                }
                Some(_) if depth == 0 => return Err(format!("`{choice}` turns in a circle")),
                Some(name) => {
                    let class = self.classes.get(name).cloned();
                    let class = class.ok_or_else(|| format!("no class is called `{name}`"))?;
                    let mut own = Vec::new();
                    for word in class.split_whitespace() {
                        own.extend(self.spell_out(word, depth - 1)?);
                    }
                    own
                }
            };
            all.extend_from_slice(&own);
            self.written.insert(choice.to_owned(), own);
        }
        Ok(all)
    }

    /// A term, once for each way of writing it.
    pub(super) fn term(&mut self, text: &str) -> Result<usize, String> {
        if let Some(known) = self.known.get(text) {
            return Ok(*known);
        }
        let id = self.terms.len();
        let choices = self.spell_out(text, 4)?;
        if choices.is_empty() {
            return Err(format!("`{text}` is empty"));
        }
        self.terms.push(choices);
        self.known.insert(text.to_owned(), id);
        Ok(id)
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
        let phrase = Phrase { groups, needs: Set::default() };
        Ok(Phrase { needs: Set::of(phrase.terms()), ..phrase })
    }

    /// Every place of a phrase in the sentence that was marked, put into the room's first list.
    pub(super) fn spans(&self, phrase: &Phrase, marks: &Marks, room: &mut Room) {
        room.spans.clear();
        if !marks.present.have(&phrase.needs) {
            return;
        }
        let Some((first, others)) = phrase.groups.split_first() else { return };
        first.spans(self, marks, room);
        std::mem::swap(&mut room.spans, &mut room.others);
        for group in others {
            if room.spans.is_empty() {
                return;
            }
            group.spans(self, marks, room);
            let Room { spans, others, spare, .. } = room;
            spare.clear();
            spare.extend(spans.iter().filter_map(|span| nearest(*span, others, self.reach)));
            std::mem::swap(spans, spare);
        }
    }

    /// Every choice of every term, spelled out, once.
    pub(super) fn choices(&self) -> BTreeSet<String> {
        self.choices.iter().map(|choice| plain(&choice.text)).collect()
    }

    /// A phrase with each of its choices in turn that was not tried yet, the others being the first: what it catches,
    /// spelled out.
    pub(super) fn spelled(&self, phrase: &Phrase, tried: &mut HashSet<(usize, usize)>) -> Vec<String> {
        let ids: Vec<usize> = phrase.terms().collect();
        let terms: Vec<&Vec<usize>> = ids.iter().filter_map(|id| self.terms.get(*id)).collect();
        let mut all = Vec::new();
        for (place, (id, turning)) in ids.iter().zip(&terms).enumerate() {
            for (nth, choice) in turning.iter().enumerate() {
                let first = place == 0 && nth == 0;
                if !tried.insert((*id, nth)) && !first {
                    continue;
                }
                let words: Vec<String> = terms
                    .iter()
                    .enumerate()
                    .filter_map(|(at, term)| if at == place { Some(choice) } else { term.first() })
                    .filter_map(|choice| self.choices.get(*choice))
                    .map(|choice| plain(&choice.text))
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
