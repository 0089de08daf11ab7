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

use std::collections::{BTreeMap, HashMap, HashSet};

use super::reading::{Reading, read, unspaced};

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Atom {
    Exact(String),
    Prefix(String),
    Suffix(String),
    Holds(String),
    Between(String, String),
    Number(u32, u32),
}

/// What may stand at one place: sequences of atoms.
#[derive(Debug, Clone)]
struct Term {
    choices: Vec<Vec<usize>>,
    spelled: Vec<String>,
}

#[derive(Debug, Clone)]
struct Group {
    /// Term, and how many words may stand before it.
    terms: Vec<(usize, usize)>,
}

/// A phrase, made ready: groups in any order.
#[derive(Debug, Clone)]
pub(super) struct Phrase {
    groups: Vec<Group>,
}

impl Phrase {
    /// Whether it has several parts that may stand in any order.
    pub(super) fn is_unordered(&self) -> bool {
        self.groups.len() > 1
    }
}

/// First and last word of a place.
pub(super) type Span = (usize, usize);

/// Every term of a lexicon.
#[derive(Debug, Clone, Default)]
pub(super) struct Terms {
    language: String,
    gap: usize,
    reach: usize,
    classes: BTreeMap<String, String>,
    atoms: HashMap<Atom, usize>,
    loose: Vec<(Atom, usize)>,
    terms: Vec<Term>,
    known: HashMap<String, usize>,
    /// By the atom with which a choice begins.
    begins: HashMap<usize, Vec<(usize, usize)>>,
}

/// Where each term of a lexicon stands in a text.
pub(super) struct Places(Vec<Vec<Span>>);

impl Places {
    pub(super) fn of(&self, term: usize) -> &[Span] {
        self.0.get(term).map_or(&[], Vec::as_slice)
    }
}

impl Terms {
    pub(super) fn new(language: &str, gap: usize, reach: usize, classes: BTreeMap<String, String>) -> Self {
        Self { language: language.to_owned(), gap, reach, classes, ..Self::default() }
    }

    fn atom(&mut self, atom: Atom) -> usize {
        if let Some(known) = self.atoms.get(&atom) {
            return *known;
        }
        let id = self.atoms.len();
        if !matches!(atom, Atom::Exact(_) | Atom::Prefix(_)) {
            self.loose.push((atom.clone(), id));
        }
        self.atoms.insert(atom, id);
        id
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
                let reading = read(text, &self.language);
                reading.words.into_iter().filter_map(|word| word.forms.into_iter().next()).collect()
            };
            if unspaced(&self.language) || !part.contains('*') {
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
        let mut choices = Vec::with_capacity(spelled.len());
        for choice in &spelled {
            let sequence = self.choice(choice)?;
            let first = *sequence.first().ok_or_else(|| format!("`{text}` is empty"))?;
            self.begins.entry(first).or_default().push((id, choices.len()));
            choices.push(sequence);
        }
        self.terms.push(Term { choices, spelled });
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
        Ok(Phrase { groups })
    }

    /// Where each term stands.
    pub(super) fn places(&self, reading: &Reading) -> Places {
        let mut seen: HashMap<&[String], Vec<usize>> = HashMap::new();
        for word in &reading.words {
            seen.entry(&word.forms).or_insert_with(|| self.atoms_of(&word.forms));
        }
        let atoms = |at: usize| reading.words.get(at).and_then(|word| seen.get(word.forms.as_slice()));
        let sentence = |at: usize| reading.words.get(at).map(|word| word.sentence);
        let mut places = vec![Vec::new(); self.terms.len()];
        for at in 0..reading.words.len() {
            for atom in atoms(at).into_iter().flatten() {
                for (term, choice) in self.begins.get(atom).into_iter().flatten() {
                    let sequence = self.terms.get(*term).and_then(|term| term.choices.get(*choice));
                    let Some(sequence) = sequence else { continue };
                    let last = at + sequence.len() - 1;
                    let clause = |at: usize| reading.words.get(at).map(|word| word.clause);
                    let whole = sentence(at) == sentence(last)
                        && clause(at) == clause(last)
                        && sequence
                            .iter()
                            .enumerate()
                            .all(|(step, atom)| atoms(at + step).is_some_and(|atoms| atoms.contains(atom)));
                    if let Some(found) = places.get_mut(*term)
                        && whole
                        && found.last() != Some(&(at, last))
                    {
                        found.push((at, last));
                    }
                }
            }
        }
        // Of those that begin at one word the shortest is first.
        for found in &mut places {
            found.sort_unstable();
            found.dedup();
        }
        Places(places)
    }

    fn atoms_of(&self, forms: &[String]) -> Vec<usize> {
        let mut found = Vec::new();
        for form in forms {
            found.extend(self.atoms.get(&Atom::Exact(form.clone())));
            let ends = form.char_indices().map(|(at, c)| at + c.len_utf8());
            for prefix in ends.filter_map(|end| form.get(..end)) {
                found.extend(self.atoms.get(&Atom::Prefix(prefix.to_owned())));
            }
            for (atom, id) in &self.loose {
                let fits = match atom {
                    Atom::Suffix(end) => form.ends_with(end.as_str()),
                    Atom::Holds(part) => form.contains(part.as_str()),
                    Atom::Between(begin, end) => {
                        form.len() >= begin.len() + end.len()
                            && form.starts_with(begin.as_str())
                            && form.ends_with(end.as_str())
                    }
                    Atom::Number(low, high) => {
                        form.parse::<u32>().is_ok_and(|number| (*low..=*high).contains(&number))
                    }
                    Atom::Exact(_) | Atom::Prefix(_) => false,
                };
                if fits {
                    found.push(*id);
                }
            }
        }
        found
    }

    /// Every place of a phrase.
    pub(super) fn spans(&self, phrase: &Phrase, places: &Places, reading: &Reading) -> Vec<Span> {
        let sentence = |at: usize| reading.words.get(at).map(|word| word.sentence);
        let mut groups = phrase.groups.iter();
        let Some(first) = groups.next() else { return Vec::new() };
        let mut spans = self.group(first, places, &sentence);
        for group in groups {
            if spans.is_empty() {
                return spans;
            }
            let others = self.group(group, places, &sentence);
            spans = spans
                .iter()
                .filter_map(|span| {
                    let own = others.iter().filter(|other| sentence(other.0) == sentence(span.0));
                    nearest(*span, &own.copied().collect::<Vec<_>>(), self.reach)
                })
                .collect();
        }
        spans
    }

    fn group(&self, group: &Group, places: &Places, sentence: &dyn Fn(usize) -> Option<usize>) -> Vec<Span> {
        let mut terms = group.terms.iter();
        let Some((first, _)) = terms.next() else { return Vec::new() };
        let mut spans = places.of(*first).to_vec();
        for (term, gap) in terms {
            let next = places.of(*term);
            let mut joined = Vec::new();
            for (begin, end) in &spans {
                let from = next.partition_point(|(start, _)| *start <= *end);
                let within = next.iter().skip(from).take_while(|(start, _)| *start <= end + 1 + gap);
                joined.extend(
                    within
                        .filter(|(_, last)| sentence(*begin) == sentence(*last))
                        .map(|(_, last)| (*begin, *last)),
                );
            }
            joined.dedup();
            spans = joined;
        }
        spans
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

/// The span widened to the nearest of the others that does not overlap it.
fn nearest(span: Span, others: &[Span], reach: usize) -> Option<Span> {
    let (begin, end) = span;
    let from = others.partition_point(|(start, _)| *start <= end);
    let after = others.get(from).filter(|(start, _)| *start <= end + 1 + reach);
    let before =
        others.iter().take(from).rev().take(8).find(|(_, last)| *last < begin && *last + 1 + reach >= begin);
    match (before, after) {
        (Some(before), Some(after)) if begin - before.1 < after.0 - end => Some((before.0, end)),
        (_, Some(after)) => Some((begin, after.1)),
        (Some(before), None) => Some((before.0, end)),
        (None, None) => None,
    }
}
