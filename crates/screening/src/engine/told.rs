//! What one text tells: read in the language that it is said to be in, and in those that its words speak for. What
//! `haqqi screen text` prints.

use haqqi_names::tongues;
use serde::Serialize;
use uuid::Uuid;

use super::load::Screener;
use super::text::{Hit, Phrases};

/// What a language is called that nobody said and nothing tells (BCP 47).
pub(super) const UNDETERMINED: &str = "und";
/// Marks that turn the direction of what follows: they may hide from an eye what the words say.
fn turns(c: char) -> bool {
    matches!(u32::from(c), 0x202A..=0x202E | 0x2066..=0x2069)
}

/// Whether a text holds marks that turn the direction of what follows: what an eye reads there may not be what stands there.
#[must_use]
pub fn is_turned(body: &str) -> bool {
    body.chars().any(turns)
}

/// A place in the words, in Unicode scalars from 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The first.
    pub start: usize,
    /// The one behind the last.
    pub end: usize,
    /// What stands there, as it was written.
    pub text: String,
}

/// What an entry of a lexicon found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Told {
    /// ILO's indicator; absent where the entry speaks only of danger or of a child.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Where.
    pub spans: Vec<Place>,
    /// The entry, whose phrases and guards stand in the lexicon: why.
    pub entry: String,
}

/// What a text suggests; none of it is a yes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TextReport {
    /// As declared, else as guessed; `und` where nothing tells.
    pub language: String,
    /// The lexicons that it was read with.
    pub read_in: Vec<String>,
    /// ILO's indicators.
    pub indicators: Vec<Told>,
    /// The same where a phrase stands, and the text as a whole or words beside it do not bear it: look closer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub doubtful: Vec<Told>,
    /// Danger now.
    pub urgent: bool,
    /// What says so.
    pub danger: Vec<Told>,
    /// Somebody under 18 works or is endangered.
    pub child: bool,
    /// What says so.
    pub young: Vec<Told>,
    /// What a reader should know of the text: codes.
    pub notes: Vec<&'static str>,
}

impl Screener {
    /// The lexicons that a text is read with: of the declared language, and of those that its words speak for. Where
    /// nothing tells the language and none is declared: all.
    fn read_in(&self, declared: Option<&str>, spoken: &[&str], body: &str) -> Vec<&str> {
        let has = |tag: &str| self.lexicons.iter().map(|own| own.language.as_str()).find(|own| *own == tag);
        let mut tags: Vec<&str> =
            declared.into_iter().chain(spoken.iter().copied()).filter_map(has).collect();
        if tags.is_empty() && declared.is_none() && body.chars().any(char::is_alphabetic) {
            tags.extend(self.lexicons.iter().map(|own| own.language.as_str()));
        }
        tags
    }

    /// What a text suggests, read in the language that it is said to be in, and in those that its words speak for.
    pub(super) fn hits(&self, declared: Option<&str>, text: Uuid, body: &str) -> Vec<Hit> {
        self.hits_in(&self.read_in(declared, &tongues(body, declared), body), text, body)
    }

    fn hits_in(&self, tags: &[&str], text: Uuid, body: &str) -> Vec<Hit> {
        let read = tags.iter().filter_map(|tag| self.lexicons.iter().find(|own| own.language == *tag));
        let mut hits: Vec<Hit> = read.flat_map(|lexicon| lexicon.find(text, body)).collect();
        // Before what was learned doubts anything, and again with what it adds: a child's danger is never doubted.
        self.children_in_danger(&mut hits);
        // Of a text in two languages, or in one that nothing tells, nothing was learned as a whole.
        if let [one] = tags
            && let Some(learned) = self.learned.iter().find(|own| own.language == *one)
        {
            learned.weigh(text, body, &mut hits);
        }
        self.children_in_danger(&mut hits);
        hits.sort_by_key(|hit| (hit.start, hit.end));
        hits
    }

    /// An age in one sentence and a blow in the next: phrases end with their sentence, a child's danger does not. The place that
    /// tells of the child says so.
    fn children_in_danger(&self, hits: &mut [Hit]) {
        if hits.iter().any(|hit| self.levels.harms_a_child(hit)) {
            for hit in hits.iter_mut().filter(|hit| hit.child) {
                hit.urgent = true;
            }
        }
    }

    /// The languages that have a lexicon.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.lexicons.iter().map(|lexicon| lexicon.language.as_str())
    }

    /// What a text tells.
    #[must_use]
    pub fn told(&self, declared: Option<&str>, body: &str) -> TextReport {
        let spoken = tongues(body, declared);
        let read_in = self.read_in(declared, &spoken, body);
        let language = declared.or(spoken.first().copied());
        let mut notes = Vec::new();
        let mut note = |code: &'static str, holds: bool| notes.extend(holds.then_some(code));
        note("nothing-told", !body.chars().any(char::is_alphanumeric));
        note("language-not-told", language.is_none());
        note("no-lexicon", declared.is_some_and(|tag| !self.languages().any(|own| own == tag)));
        note("other-language-too", declared.is_some() && read_in.iter().any(|tag| Some(*tag) != language));
        note("turned-letters", is_turned(body));
        let hits = self.hits_in(&read_in, Uuid::nil(), body);
        let scalars = Scalars::of(body, hits.iter().flat_map(|hit| [hit.start, hit.end]));
        let of = |wanted: &dyn Fn(&Hit) -> bool, named: bool| {
            let mut told: Vec<Told> = Vec::new();
            for hit in hits.iter().filter(|hit| wanted(hit)) {
                let place = Place {
                    start: scalars.at(hit.start),
                    end: scalars.at(hit.end),
                    text: hit.phrase.clone(),
                };
                let id = named.then(|| hit.indicator.clone());
                match told.iter_mut().find(|one| one.entry == hit.why && one.id == id) {
                    Some(one) => one.spans.push(place),
                    None => {
                        told.push(Told { id, spans: vec![place], entry: hit.why.clone() });
                    }
                }
            }
            told
        };
        TextReport {
            language: language.unwrap_or(UNDETERMINED).to_owned(),
            read_in: read_in.into_iter().map(str::to_owned).collect(),
            indicators: of(&|hit| !hit.indicator.is_empty() && !hit.doubtful, true),
            doubtful: of(&|hit| hit.doubtful, true),
            urgent: hits.iter().any(|hit| hit.urgent),
            danger: of(&|hit| hit.urgent, false),
            child: hits.iter().any(|hit| hit.child),
            young: of(&|hit| hit.child, false),
            notes,
        }
    }
}

/// Words as a terminal may show them: in one line, and nothing that moves or turns what follows.
fn shown(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let seen = line
        .chars()
        .map(|c| if c.is_control() || turns(c) { c.escape_unicode().to_string() } else { c.to_string() });
    seen.collect()
}

/// Bytes of a text as Unicode scalars, for the places that matter.
#[derive(Debug, Clone)]
pub struct Scalars(Vec<(usize, usize)>);

impl Scalars {
    /// For these bytes of a text.
    #[must_use]
    pub fn of(body: &str, bytes: impl IntoIterator<Item = usize>) -> Self {
        let mut bytes: Vec<usize> = bytes.into_iter().collect();
        bytes.sort_unstable();
        bytes.dedup();
        let (mut from, mut scalars) = (0, 0);
        let counted = bytes.into_iter().map(|byte| {
            scalars += body.get(from..byte).unwrap_or_default().chars().count();
            from = byte;
            (byte, scalars)
        });
        Self(counted.collect())
    }

    /// How many scalars stand before one of the bytes that this was made for; 0 for any other.
    #[must_use]
    pub fn at(&self, byte: usize) -> usize {
        let found = self.0.binary_search_by_key(&byte, |(byte, _)| *byte);
        found.ok().and_then(|at| self.0.get(at)).map_or(0, |(_, scalars)| *scalars)
    }
}

impl TextReport {
    /// As lines for people.
    #[must_use]
    pub fn lines(&self) -> String {
        let mut lines = vec![format!("{}; read in {}", self.language, self.read_in.join(", "))];
        let titled = |title: &str, told: &[Told], lines: &mut Vec<String>| {
            for one in told {
                let name = one.id.as_deref().unwrap_or(title);
                let spans = one.spans.iter().map(|span| {
                    let words = shown(&span.text);
                    format!("  {}–{} “{words}”", span.start, span.end)
                });
                lines.push(format!("{name} ({})", one.entry));
                lines.extend(spans);
            }
        };
        titled("", &self.indicators, &mut lines);
        if !self.doubtful.is_empty() {
            lines.push(
                "doubtful: a phrase stands there, and the text as a whole or words beside it do not bear it"
                    .to_owned(),
            );
            titled("", &self.doubtful, &mut lines);
        }
        titled("danger now", &self.danger, &mut lines);
        titled("a child", &self.young, &mut lines);
        if self.indicators.is_empty() && self.doubtful.is_empty() && !self.urgent {
            lines.push("no indicator in these words; that clears nobody".to_owned());
        }
        lines.extend(self.notes.iter().map(|note| format!("note: {note}")));
        lines.join("\n")
    }
}

impl Screener {
    /// How many places one lexicon finds in a text, without saying what stands there: for measuring.
    #[must_use]
    pub fn count(&self, language: &str, body: &str) -> usize {
        let lexicon = self.lexicons.iter().find(|own| own.language == language);
        lexicon.map_or(0, |lexicon| lexicon.count(body))
    }

    /// What the lexicon of one language finds in a text, whatever its words speak for.
    #[must_use]
    pub fn scan_one(&self, language: &str, body: &str) -> Vec<Hit> {
        let lexicon = self.lexicons.iter().find(|own| own.language == language);
        lexicon.map_or_else(Vec::new, |lexicon| lexicon.find(Uuid::nil(), body))
    }

    /// Every way in which a lexicon writes a word or words of a phrase: language, words. For measuring.
    pub fn choices(&self) -> impl Iterator<Item = (&str, String)> {
        let of = |own: &'_ Phrases| own.choices().into_iter();
        self.lexicons.iter().flat_map(move |own| of(own).map(|words| (own.language.as_str(), words)))
    }
}
