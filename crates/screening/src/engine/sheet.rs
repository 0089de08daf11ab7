//! A sheet of answers by hand: what `haqqi screen answers` reads and prints.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::assess::{InstrumentResult, next, run};
use super::instrument::Instrument;
use super::load::Screener;
use super::{Answer, Given, Level, Profile, Source};

/// `{"profile": "adult", "yes": […], "open": […]}`: what is listed nowhere is no.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sheet {
    #[serde(default)]
    profile: Option<Profile>,
    #[serde(default)]
    yes: Vec<String>,
    #[serde(default)]
    open: Vec<String>,
}

/// What a sheet of answers means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SheetAnswer {
    /// The instrument, with its version.
    pub instrument: String,
    /// Whose rules gave this; where the age is not known, those that give the higher class.
    pub profile: String,
    /// Each dimension: `+` certain, `-` excluded, `?` open.
    pub dimensions: BTreeMap<String, char>,
    /// What is certain.
    pub class: String,
    /// What cannot be excluded.
    pub class_possible: String,
    /// Danger by itself.
    pub urgent: bool,
    /// The open question whose yes changes a dimension soonest; `age` before all where it is not known.
    pub next_question: Option<String>,
}

/// What the class asks of people, and its rank.
type Priority = Option<(Option<Level>, u8)>;

fn profile_name(profile: Profile) -> &'static str {
    match profile {
        Profile::Adult => "adult",
        Profile::Child => "child",
        Profile::Unknown => "unknown",
    }
}

impl Screener {
    fn graded(&self) -> impl Iterator<Item = &Instrument> {
        self.instruments.iter().filter(|instrument| !instrument.classes.is_empty())
    }

    /// The instrument of an id, or the first that has classes.
    fn chosen(&self, id: Option<&str>) -> Result<&Instrument, String> {
        let ids = || self.graded().map(|of| of.instrument.id.as_str()).collect::<Vec<_>>().join(", ");
        let Some(id) = id else {
            return self.graded().next().ok_or_else(|| "the pack has no graded instrument".to_owned());
        };
        let known = self.instruments.iter().find(|of| of.instrument.id == id);
        match known {
            None => Err(format!("the pack has no instrument `{id}`; it has {}", ids())),
            Some(found) if found.classes.is_empty() => {
                Err(format!("`{id}` has no classes; the instruments that have: {}", ids()))
            }
            Some(found) => Ok(found),
        }
    }

    /// Runs a graded instrument over a sheet of answers in JSON. Without an id: the pack's first.
    ///
    /// # Errors
    /// A line that says what is wrong with the sheet.
    pub fn answers(
        &self,
        json: &str,
        instrument: Option<&str>,
        profile: Option<Profile>,
    ) -> Result<SheetAnswer, String> {
        let instrument = self.chosen(instrument)?;
        let sheet: Sheet = serde_json::from_str(json).map_err(|error| error.to_string())?;
        let own = &instrument.instrument;
        let profile = match (sheet.profile, profile) {
            (Some(one), Some(other)) if one != other => {
                let (one, other) = (profile_name(one), profile_name(other));
                return Err(format!("the sheet says `{one}`, and `{other}` was asked for"));
            }
            (one, other) => one.or(other).ok_or("whose rules hold? Say adult, child or unknown")?,
        };
        let listed = sheet.yes.iter().chain(&sheet.open);
        let asked = |id: &String| {
            instrument.indicators.iter().any(|indicator| indicator.id == *id)
                || self.all_questions().any(|question| question.id == *id)
        };
        if let Some(unknown) = listed.into_iter().find(|id| !asked(id)) {
            return Err(format!("`{}` does not ask `{unknown}`", own.id));
        }
        let said = |id: &String, answer| Given { id: id.clone(), answer, source: Source::Worker };
        let yes = sheet.yes.iter().map(|id| said(id, Answer::Yes));
        let open = sheet.open.iter().map(|id| said(id, Answer::Unknown));
        let known = self.known(&yes.chain(open).collect::<Vec<_>>());
        let wanted: &[&str] = match profile {
            Profile::Adult => &["adult"],
            Profile::Child => &["child"],
            Profile::Unknown => &["adult", "child"],
        };
        let mut best: Option<(Priority, InstrumentResult, Option<String>)> = None;
        for of in wanted.iter().filter(|wanted| own.profiles.iter().any(|has| has == *wanted)) {
            let (result, class) = run(instrument, of, &known);
            let priority = class.map(|class| (class.level, class.rank));
            if best.as_ref().is_none_or(|(before, ..)| priority > *before) {
                best = Some((priority, result, next(instrument, of, &known)));
            }
        }
        let (_, result, next) = best.ok_or_else(|| {
            format!(
                "`{}` is not for `{}`; it is for {}",
                own.id,
                profile_name(profile),
                own.profiles.join(", ")
            )
        })?;
        let unknown_age = profile == Profile::Unknown && own.profiles.len() > 1;
        Ok(SheetAnswer {
            instrument: format!("{} {}", own.id, own.version),
            profile: result.profile,
            dimensions: result.dimensions.into_iter().collect(),
            class: result.class,
            class_possible: result.class_possible,
            urgent: known.urgent,
            next_question: if unknown_age { Some("age".to_owned()) } else { next },
        })
    }
}

impl SheetAnswer {
    /// As lines for people.
    #[must_use]
    pub fn lines(&self) -> String {
        let dimensions: Vec<String> =
            self.dimensions.iter().map(|(id, mark)| format!("{id} {mark}")).collect();
        let mut lines = vec![
            format!("{}, {}", self.instrument, self.profile),
            dimensions.join("  "),
            format!("certain: {}; cannot be excluded: {}", self.class, self.class_possible),
        ];
        lines.extend(self.urgent.then(|| "danger by itself: a person must read this now".to_owned()));
        lines.extend(self.next_question.iter().map(|id| format!("ask next: {id}")));
        lines.join("\n")
    }
}
