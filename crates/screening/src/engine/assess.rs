//! One assessment: answers and texts in; what is certain, what cannot be excluded, and why, out.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::instrument::{Class, Instrument};
use super::load::{Screener, Threshold};
use super::text::Hit;
use super::told::UNDETERMINED;
use super::{Answer, Given, Level, Profile, Source};

/// A text to be assessed.
#[derive(Debug, Clone)]
pub struct TextIn {
    /// Which.
    pub id: Uuid,
    /// Its language, as declared; `und` where nobody said it.
    pub language: String,
    /// The words.
    pub body: String,
}

/// What a person found not to be so in a text: indicator and text. It takes the suggestion away; the place stays.
pub type NotSo = BTreeSet<(String, Uuid)>;

/// What is assessed.
#[derive(Debug, Clone)]
pub struct Input {
    /// Texts.
    pub texts: Vec<TextIn>,
    /// Answers to questions, to graded indicators, or to names of a list. Several to one count once; a yes wins.
    pub answers: Vec<Given>,
    /// Whose rules hold.
    pub profile: Profile,
    /// The kind of complaint opens a full assessment by itself: the worker's own choice.
    pub kind_screens: bool,
    /// She says that she is in danger now.
    pub declared_danger: bool,
    /// The day: instruments that hold on it are run.
    pub on: NaiveDate,
}

/// What one graded instrument says for one profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InstrumentResult {
    /// Instrument.
    pub id: String,
    /// Its version.
    pub version: String,
    /// `adult` or `child`.
    pub profile: String,
    /// Each dimension: `+` certain, `-` excluded, `?` open.
    pub dimensions: Vec<(String, char)>,
    /// What is certain.
    pub class: String,
    /// What cannot be excluded.
    pub class_possible: String,
    /// Where the certain class leads.
    pub route: String,
}

/// What an assessment says. It names nobody anything; a person decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    /// What it asks of people; nothing where no indicator is present.
    pub level: Option<Level>,
    /// Danger now.
    pub urgent: bool,
    /// The graded instruments' results.
    pub instruments: Vec<InstrumentResult>,
    /// Places in her words.
    pub hits: Vec<Hit>,
    /// ILO's indicators that a yes confirms.
    pub certain: Vec<String>,
    /// From where each of these is known.
    #[serde(default)]
    pub sources: BTreeMap<String, BTreeSet<Source>>,
    /// ILO's indicators that are neither confirmed nor excluded.
    pub not_excluded: Vec<String>,
    /// ILO's indicators of which a question was answered with no, and none with anything else. It clears nobody.
    #[serde(default)]
    pub denied: Vec<String>,
    /// ILO's indicators that her words suggest; no person has confirmed them yet.
    pub suggested: Vec<String>,
    /// Those that a phrase alone suggests and the text as a whole does not bear: they ask to look closer and count towards
    /// no flag.
    #[serde(default)]
    pub doubtful: Vec<String>,
    /// The open indicator whose yes would change most.
    pub next_question: Option<String>,
    /// Why this level: codes of `why-…` labels.
    pub reasons: Vec<String>,
}

/// Answers as sets of graded indicators and of ILO's names.
#[derive(Default)]
pub(super) struct Known {
    pub yes: BTreeSet<String>,
    pub open: BTreeSet<String>,
    certain: BTreeMap<String, BTreeSet<Source>>,
    not_excluded: BTreeSet<String>,
    denied: BTreeSet<String>,
    /// Names of a list that are certain by themselves: which graded indicators they stand for nobody said.
    named: BTreeSet<String>,
    pub urgent: bool,
}

/// ILO's indicators that anything points to.
#[derive(Clone, Copy)]
struct Pointed<'a> {
    certain: &'a BTreeSet<String>,
    suggested: &'a BTreeSet<String>,
    doubtful: &'a BTreeSet<String>,
    /// Words tell of somebody under 18 who works or is endangered.
    young: bool,
}

fn threshold(of: Threshold, all: usize, grave: usize) -> bool {
    all >= of.all && grave >= of.grave
}

impl Screener {
    pub(super) fn known(&self, answers: &[Given]) -> Known {
        let mut known = Known::default();
        let indicators = || self.instruments.iter().flat_map(|instrument| &instrument.indicators);
        for Given { id, answer, source } in answers {
            let question = self.all_questions().find(|question| question.id == *id);
            let mut ids: Vec<&str> =
                question.map_or_else(Vec::new, |q| q.yes.iter().map(String::as_str).collect());
            let mut names: Vec<&str> =
                question.map_or_else(Vec::new, |q| q.ilo11.iter().map(String::as_str).collect());
            let mut urgent = question.is_some_and(|question| question.urgent);
            if let Some(indicator) = indicators().find(|indicator| indicator.id == *id) {
                ids.push(&indicator.id);
                names.extend(indicator.ilo11.iter().map(String::as_str));
                urgent |= indicator.urgent;
            }
            if question.is_none() && self.names(id) {
                names.push(id);
                known.named.extend((*answer == Answer::Yes).then(|| id.clone()));
            }
            let graded = match answer {
                Answer::Yes => {
                    known.urgent |= urgent;
                    for name in names {
                        known.certain.entry(name.to_owned()).or_default().insert(*source);
                    }
                    &mut known.yes
                }
                Answer::Refused | Answer::Unknown => {
                    known.not_excluded.extend(names.into_iter().map(str::to_owned));
                    &mut known.open
                }
                Answer::No => {
                    known.denied.extend(names.into_iter().map(str::to_owned));
                    continue;
                }
            };
            let same =
                indicators().filter(|one| one.same_as.iter().any(|other| ids.contains(&other.as_str())));
            graded.extend(same.map(|one| one.id.clone()));
            graded.extend(ids.into_iter().map(str::to_owned));
        }
        known
    }

    /// The places of these texts that suggest anything, text by text.
    #[must_use]
    pub fn places(&self, texts: &[TextIn]) -> Vec<Hit> {
        let of = |text: &TextIn| {
            let declared = Some(text.language.as_str()).filter(|tag| *tag != UNDETERMINED);
            self.hits(declared, text.id, &text.body)
        };
        texts.iter().flat_map(of).collect()
    }

    /// Assesses.
    #[must_use]
    pub fn assess(&self, input: &Input) -> Assessment {
        self.assess_but(input, &NotSo::new())
    }

    /// Assesses, where a person has found that some of what the texts suggest is not so.
    #[must_use]
    pub fn assess_but(&self, input: &Input, not_so: &NotSo) -> Assessment {
        let mut known = self.known(&input.answers);
        let hits = self.places(&input.texts);
        let counts = |hit: &&Hit| !not_so.contains(&(hit.indicator.clone(), hit.text));
        let told = |doubtful: bool| -> BTreeSet<String> {
            let of = hits.iter().filter(|hit| hit.doubtful == doubtful && !hit.indicator.is_empty());
            let names = of.filter(counts).map(|hit| hit.indicator.clone());
            names.filter(|name| !known.certain.contains_key(name)).collect()
        };
        let suggested = told(false);
        let doubtful: BTreeSet<String> = told(true).difference(&suggested).cloned().collect();
        // A suggestion, or a name alone, opens the indicators of the destination that stand for the same: it is no yes to
        // them. Only those of the main instrument: what a text says of late wages tells nothing of begging.
        for instrument in self.holding(input.on).filter(|instrument| instrument.instrument.main) {
            for indicator in instrument.indicators.iter().filter(|one| instrument.is_of_destination(one)) {
                let is_named = |name: &String| {
                    suggested.contains(name) || doubtful.contains(name) || known.named.contains(name)
                };
                let opened = indicator.ilo11.iter().any(is_named);
                if opened && !known.yes.contains(&indicator.id) {
                    known.open.insert(indicator.id.clone());
                }
            }
        }
        known.not_excluded.extend(suggested.union(&doubtful).cloned());
        let sources = known.certain.clone();
        let certain: BTreeSet<String> = sources.keys().cloned().collect();
        known.not_excluded.retain(|name| !certain.contains(name));
        known.denied.retain(|name| !certain.contains(name) && !known.not_excluded.contains(name));

        let profiles: &[&str] = match input.profile {
            Profile::Adult => &["adult"],
            Profile::Child => &["child"],
            Profile::Unknown => &["adult", "child"],
        };
        let mut instruments = Vec::new();
        let mut from_class = None;
        let mut next_question = None;
        for instrument in self.holding(input.on) {
            for profile in
                profiles.iter().filter(|p| instrument.instrument.profiles.iter().any(|own| own == *p))
            {
                let (result, class) = run(instrument, profile, &known);
                from_class = from_class.max(class.and_then(|class| class.level));
                next_question = next_question.or_else(|| next(instrument, profile, &known));
                instruments.push(result);
            }
        }
        let young = hits.iter().filter(counts).any(|hit| hit.child);
        let unknown = input.profile == Profile::Unknown && !(certain.is_empty() && suggested.is_empty());
        if unknown || (young && input.profile != Profile::Child) {
            next_question = Some("age".to_owned());
        }
        let child = input.profile == Profile::Child;
        let harmed = child && hits.iter().filter(counts).any(|hit| self.levels.harms_a_child(hit));
        let urgent = harmed
            || input.declared_danger
            || known.urgent
            || hits.iter().filter(counts).any(|hit| hit.urgent);
        let mut reasons = Vec::new();
        let pointed = Pointed { certain: &certain, suggested: &suggested, doubtful: &doubtful, young };
        let level = self.level(input, pointed, urgent, from_class, &mut reasons);
        Assessment {
            level,
            urgent,
            instruments,
            hits,
            certain: certain.into_iter().collect(),
            sources,
            not_excluded: known.not_excluded.into_iter().collect(),
            denied: known.denied.into_iter().collect(),
            suggested: suggested.into_iter().collect(),
            doubtful: doubtful.into_iter().collect(),
            next_question,
            reasons,
        }
    }

    fn level(
        &self,
        input: &Input,
        pointed: Pointed<'_>,
        urgent: bool,
        from_class: Option<Level>,
        reasons: &mut Vec<String>,
    ) -> Option<Level> {
        let present: BTreeSet<&String> = pointed.certain.union(pointed.suggested).collect();
        let looked: BTreeSet<&String> = present.iter().copied().chain(pointed.doubtful).collect();
        let grave_of =
            |names: &BTreeSet<&String>| names.iter().filter(|name| self.levels.grave.contains(name)).count();
        let grave = grave_of(&present);
        let mut level = None;
        let mut raise = |to: Level, why: &str| {
            level = level.max(Some(to));
            reasons.push(why.to_owned());
        };
        let counted = looked.iter().filter(|name| !self.levels.never_alone.contains(name)).count();
        if counted > 0 || looked.len() > 1 {
            raise(Level::LookCloser, "indicator-present");
        }
        if threshold(self.levels.possible, present.len(), grave) {
            raise(Level::Possible, "several-indicators");
        }
        if threshold(self.levels.strong, present.len(), grave) {
            raise(Level::Strong, "many-grave-indicators");
        }
        // A harmless word makes one thing doubtful. Where so many are told that they would be a strong flag, or one beside a
        // grave one that nothing doubts, a person looks at them.
        let together = |of: Threshold| threshold(of, looked.len(), grave_of(&looked));
        if looked.len() > present.len()
            && (together(self.levels.strong) || grave > 0 && together(self.levels.possible))
        {
            raise(Level::Possible, "doubtful-together");
        }
        // Who that is and how old, a person finds out: the age that was told stays what it is (`safeguards.md` 3).
        if pointed.young {
            raise(Level::Possible, "child-in-words");
        }
        if input.kind_screens {
            raise(Level::Possible, "her-own-choice");
        }
        if let Some(class) = from_class {
            raise(class, "graded-class");
        }
        if urgent {
            raise(Level::Danger, "danger-now");
        }
        level
    }
}

/// Runs one instrument for one profile.
pub(super) fn run<'a>(
    instrument: &'a Instrument,
    profile: &str,
    known: &Known,
) -> (InstrumentResult, Option<&'a Class>) {
    let lower = |id: &str| known.yes.contains(id);
    let upper = |id: &str| known.yes.contains(id) || known.open.contains(id);
    let certain = instrument.dimensions_positive(profile, &lower);
    let possible = instrument.dimensions_positive(profile, &upper);
    let mark = |id: &str| {
        if certain.contains(&id) {
            '+'
        } else if possible.contains(&id) {
            '?'
        } else {
            '-'
        }
    };
    let class = instrument.class(profile, &lower);
    let class_possible = instrument.class(profile, &upper);
    let result = InstrumentResult {
        id: instrument.instrument.id.clone(),
        version: instrument.instrument.version.clone(),
        profile: profile.to_owned(),
        dimensions: instrument.dimensions.iter().map(|d| (d.id.clone(), mark(&d.id))).collect(),
        class: class.map(|class| class.id.clone()).unwrap_or_default(),
        class_possible: class_possible.map(|class| class.id.clone()).unwrap_or_default(),
        route: class.map(|class| class.route.clone()).unwrap_or_default(),
    };
    (result, class)
}

/// The open indicator whose yes changes a dimension soonest: with the fewest more yeses beside it. Ties by grade, then
/// by the file's order. Where no dimension can change any more: the strongest open one.
pub(super) fn next(instrument: &Instrument, profile: &str, known: &Known) -> Option<String> {
    let open = |id: &str| known.open.contains(id) && !known.yes.contains(id);
    let graded = instrument.indicators.iter().filter_map(|one| Some((one, *one.grade.get(profile)?)));
    let candidates = graded.filter(|(one, _)| open(&one.id)).enumerate();
    let ranked = candidates.map(|(nth, (one, grade))| {
        let further = instrument.yeses_to(one, profile, &|id| known.yes.contains(id), &open);
        (further.unwrap_or(usize::MAX), Reverse(grade), nth, &one.id)
    });
    ranked.min().map(|(.., id)| id.clone())
}
