//! An instrument: dimensions, graded indicators, the rule of a dimension, classes. Immutable, one file a version.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;

/// How much an indicator weighs in a profile (ILO/EC 2009).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// Weak.
    Weak,
    /// Medium.
    Medium,
    /// Strong.
    Strong,
}

/// `[instrument]`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// Its id.
    pub id: String,
    /// Its version; records keep the one they were made with.
    pub version: String,
    /// Where it comes from.
    pub source: String,
    /// Compared with its source by a person.
    #[serde(default)]
    pub verified: bool,
    /// Profiles it has grades for.
    #[serde(default)]
    pub profiles: Vec<String>,
    /// When it holds; a record keeps the version with which it was made.
    pub effective: Effective,
    /// Whom its short list is for.
    #[serde(default)]
    pub audience: Audience,
    /// The one that is asked first, and opened by what a text suggests.
    #[serde(default)]
    pub main: bool,
}

/// From when an instrument holds, and until before which day, if that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Effective {
    /// The first day.
    #[serde(deserialize_with = "haqqi_pack::de::date")]
    pub from: NaiveDate,
    /// The first day on which it holds no more.
    #[serde(default, deserialize_with = "haqqi_pack::de::date_opt")]
    pub until: Option<NaiveDate>,
}

impl Effective {
    /// Whether it holds on this day.
    #[must_use]
    pub fn holds(self, on: NaiveDate) -> bool {
        self.from <= on && self.until.is_none_or(|until| on < until)
    }

    /// Whether both hold on some day.
    pub(super) fn meets(self, other: Self) -> bool {
        self.until.is_none_or(|until| other.from < until) && other.until.is_none_or(|until| self.from < until)
    }
}

/// Who answers a short list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// The worker, on the pages and in an interview.
    Worker,
    /// Whoever looks: nobody has to speak.
    #[default]
    Staff,
}

/// Where on her way a dimension belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// How she came to the work.
    Recruitment,
    /// How it is there.
    Destination,
}

/// `[[dimension]]`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dimension {
    /// Its id.
    pub id: String,
    /// Recruitment or destination.
    pub stage: Stage,
    /// Act, means or purpose.
    pub element: String,
}

/// `[[indicator]]`: keyed by dimension and name, for the same name at recruitment and destination is another.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// `<dimension>.<name>`.
    pub id: String,
    /// Its dimension.
    pub dimension: String,
    /// ILO's indicators that it stands for.
    #[serde(default)]
    pub ilo11: Vec<String>,
    /// Grade by profile; a profile that lacks it does not have the indicator.
    pub grade: BTreeMap<String, Grade>,
    /// Danger by itself.
    #[serde(default)]
    pub urgent: bool,
    /// Fluent id of the plain question.
    #[serde(default)]
    pub ask: Option<String>,
    /// Indicators of other instruments that are the same fact: a yes to one is a yes to this, and nobody is asked twice.
    #[serde(default)]
    pub same_as: Vec<String>,
    /// The control method of the Human Trafficking Case Data Standard 2.0, where its list has one.
    #[serde(default)]
    pub htcds_control: Option<String>,
}

/// One line of the rule: a minimum multiset. Any line suffices, so one more yes never lowers a dimension.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Minimum {
    /// At least so many strong.
    pub strong: usize,
    /// At least so many medium beside them.
    pub medium: usize,
    /// At least so many weak beside them.
    pub weak: usize,
    /// At least so many of medium or weak beside the strong.
    pub medium_or_weak: usize,
}

/// `[rule]`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// When a dimension is positive.
    pub dimension_positive: AnyOf,
}

/// Lines of which any suffices.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnyOf {
    /// The lines.
    pub any: Vec<Minimum>,
}

/// A nested condition over dimensions.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum When {
    /// A dimension is positive.
    Dimension(String),
    /// All of these.
    All {
        /// The conditions.
        all: Vec<When>,
    },
    /// Any of these.
    Any {
        /// The conditions.
        any: Vec<When>,
    },
    /// At least one indicator is present, in whatever dimension.
    Anything {
        /// Always true.
        anything: bool,
    },
}

/// `[[class]]`: first match wins.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Class {
    /// Its id.
    pub id: String,
    /// `adult` or `child`.
    pub profile: String,
    /// Its place in the order of priority: the larger, the higher.
    pub rank: u8,
    /// When; absent: always (the last of a profile).
    #[serde(default)]
    pub when: Option<When>,
    /// Where it leads.
    pub route: String,
    /// The level that a certain class gives.
    #[serde(default)]
    pub level: Option<super::Level>,
}

/// `[[question]]` of a short list: a yes is a yes to these indicators.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its id, such as `S.leave`.
    pub id: String,
    /// Fluent id of its words.
    pub ask: String,
    /// Indicators of the graded instrument that a yes confirms.
    #[serde(default)]
    pub yes: Vec<String>,
    /// ILO's indicators that a yes confirms.
    #[serde(default)]
    pub ilo11: Vec<String>,
    /// Danger by itself.
    #[serde(default)]
    pub urgent: bool,
}

/// A file of `instruments/`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// What it is.
    pub instrument: Head,
    /// Its dimensions.
    #[serde(default, rename = "dimension")]
    pub dimensions: Vec<Dimension>,
    /// Its graded indicators.
    #[serde(default, rename = "indicator")]
    pub indicators: Vec<Indicator>,
    /// The rule of a dimension.
    #[serde(default)]
    pub rule: Option<Rule>,
    /// Its classes, in order.
    #[serde(default, rename = "class")]
    pub classes: Vec<Class>,
    /// The questions of a short list.
    #[serde(default, rename = "question")]
    pub questions: Vec<Question>,
    /// Names of a list without grades, such as ILO's eleven.
    #[serde(default)]
    pub names: Vec<String>,
}

impl Minimum {
    /// Whether these counts reach the line. A stronger indicator may stand for a weaker place, so that more is never
    /// less.
    fn reached(self, strong: usize, medium: usize, weak: usize) -> bool {
        let Some(spare_strong) = strong.checked_sub(self.strong) else { return false };
        let medium_places = medium + spare_strong;
        let Some(spare_medium) = medium_places.checked_sub(self.medium) else { return false };
        let weak_places = weak + spare_medium;
        weak_places >= self.weak + self.medium_or_weak
    }
}

impl Instrument {
    /// Whether an indicator tells of the work itself, not of the way there.
    pub(super) fn is_of_destination(&self, indicator: &Indicator) -> bool {
        let dimension = self.dimensions.iter().find(|dimension| dimension.id == indicator.dimension);
        dimension.is_some_and(|dimension| dimension.stage == Stage::Destination)
    }

    /// Whether a dimension is positive with these indicators present.
    fn positive(&self, dimension: &str, profile: &str, present: &dyn Fn(&str) -> bool) -> bool {
        let Some(rule) = &self.rule else { return false };
        let (mut strong, mut medium, mut weak) = (0, 0, 0);
        for indicator in self.indicators.iter().filter(|i| i.dimension == dimension && present(&i.id)) {
            match indicator.grade.get(profile) {
                Some(Grade::Strong) => strong += 1,
                Some(Grade::Medium) => medium += 1,
                Some(Grade::Weak) => weak += 1,
                None => {}
            }
        }
        rule.dimension_positive.any.iter().any(|line| line.reached(strong, medium, weak))
    }

    /// With how many yeses, this open one among them, its dimension turns positive; nothing where it is positive already
    /// or cannot be any more.
    pub(super) fn yeses_to(
        &self,
        one: &Indicator,
        profile: &str,
        yes: &dyn Fn(&str) -> bool,
        open: &dyn Fn(&str) -> bool,
    ) -> Option<usize> {
        if self.positive(&one.dimension, profile, yes) {
            return None;
        }
        let others = self.indicators.iter().filter(|i| i.dimension == one.dimension && i.id != one.id);
        let mut others: Vec<&Indicator> =
            others.filter(|i| open(&i.id) && i.grade.contains_key(profile)).collect();
        // A stronger one may stand for a weaker: the strongest first is the fewest.
        others.sort_by_key(|i| std::cmp::Reverse(i.grade.get(profile)));
        (0..=others.len()).find_map(|more| {
            let beside = others.get(..more)?;
            let with = |id: &str| yes(id) || id == one.id || beside.iter().any(|other| other.id == id);
            self.positive(&one.dimension, profile, &with).then_some(more + 1)
        })
    }

    /// The dimensions that are positive with these indicators present.
    pub(super) fn dimensions_positive(&self, profile: &str, present: &dyn Fn(&str) -> bool) -> Vec<&str> {
        self.dimensions
            .iter()
            .map(|dimension| dimension.id.as_str())
            .filter(|dimension| self.positive(dimension, profile, present))
            .collect()
    }

    /// The class: first match wins; a profile's last class has no condition.
    pub(super) fn class(&self, profile: &str, present: &dyn Fn(&str) -> bool) -> Option<&Class> {
        let positive = self.dimensions_positive(profile, present);
        let anything = self.indicators.iter().any(|i| i.grade.contains_key(profile) && present(&i.id));
        self.class_of(profile, &positive, anything)
    }

    /// The class where these dimensions are positive, and any indicator is present or none.
    pub(super) fn class_of(&self, profile: &str, positive: &[&str], anything: bool) -> Option<&Class> {
        self.classes
            .iter()
            .filter(|class| class.profile == profile)
            .find(|class| class.when.as_ref().is_none_or(|when| when.holds(positive, anything)))
    }
}

impl When {
    fn holds(&self, positive: &[&str], present: bool) -> bool {
        match self {
            Self::Dimension(id) => positive.contains(&id.as_str()),
            Self::All { all } => all.iter().all(|when| when.holds(positive, present)),
            Self::Any { any } => any.iter().any(|when| when.holds(positive, present)),
            Self::Anything { anything } => present == *anything,
        }
    }

    /// The dimensions that it names.
    pub(super) fn names(&self) -> Vec<&str> {
        match self {
            Self::Dimension(id) => vec![id],
            Self::All { all } => all.iter().flat_map(When::names).collect(),
            Self::Any { any } => any.iter().flat_map(When::names).collect(),
            Self::Anything { .. } => Vec::new(),
        }
    }
}
