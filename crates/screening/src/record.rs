//! Recording an assessment in the unit that files: the result sealed under the complaint's key, coded columns beside
//! it, and, where a person must decide, a flag with its clocks and its work.

use haqqi_kernel::{Audit, Event, Reference, ReferenceKind, SubjectKey, SubjectKind, Uow};
use haqqi_worklist::{About, ItemKind, NewDeadline, NewItem, UnknownClock, Urgency, open_item, set_deadline};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use crate::assessed::{count, still};
use crate::desk::ScreeningDesk;
use crate::engine::{Assessment, Given, Graded, Input, Level, NotSo, TextIn, profile_of};
use crate::entity::{assessment, flag};
use crate::model::FlagState;
use crate::said::{Said, keep};
use crate::whole::Settled;

/// What is assessed.
#[derive(Debug, Clone)]
pub struct AssessedSubject {
    /// The complaint.
    pub complaint: Uuid,
    /// Its reference.
    pub reference: Reference,
    /// Its office.
    pub office: Option<String>,
    /// The office that it tells of, where it is about an official.
    pub concerned: Option<String>,
    /// Language of her words.
    pub language: String,
    /// Kind of complaint.
    pub kind: String,
    /// Whether the kind opens a full assessment by itself.
    pub kind_screens: bool,
    /// `adult`, `child`, `unknown`.
    pub age: String,
    /// Who filed.
    pub filed_by: String,
    /// Whether the filer gains from how it ends.
    pub filer_has_interest: bool,
}

/// With what.
#[derive(Debug, Clone, Default)]
pub struct ScreenInput {
    /// Texts: id, language, words.
    pub texts: Vec<(Uuid, String, String)>,
    /// Answers to questions, each with its source.
    pub answers: Vec<Given>,
    /// She says that she is in danger now, or the kind of complaint says so.
    pub declared_danger: bool,
    /// Somebody who works was met and is, or may be, under 18: the child lead decides, whatever was told
    /// (`safeguards.md` 3).
    pub child_met: bool,
    /// Up to which level a flag waits for a person already: only more than that raises another.
    pub flagged: Option<Level>,
    /// What people found not to be so in these texts.
    pub not_so: NotSo,
    /// At least this level, of a graded class whose answers are kept no longer.
    pub at_least: Option<Level>,
    /// Where the whole is weighed: what was known when people decided.
    pub settled: Option<Settled>,
    /// Why it is made, where nothing new was told.
    pub occasion: Option<Occasion>,
}

/// Why an assessment is made without anything new of hers: both are of the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    /// Somebody said of single indicators whether they are so.
    Said,
    /// Instruments or lexicons are others.
    ReadAnew,
}

impl Occasion {
    fn code(self) -> &'static str {
        match self {
            Self::Said => "said",
            Self::ReadAnew => "read-anew",
        }
    }
}

/// What came of it.
#[derive(Debug, Clone)]
pub struct Recorded {
    /// The assessment.
    pub assessment: Uuid,
    /// The level, if any indicator is present.
    pub level: Option<Level>,
    /// Danger now.
    pub urgent: bool,
    /// The flag, if one was raised.
    pub flag: Option<Reference>,
    /// What of it may be told to who asked.
    pub graded: Option<Graded>,
}

/// Assesses, and writes nothing.
#[must_use]
pub fn weigh(desk: &ScreeningDesk, subject: &AssessedSubject, input: &ScreenInput) -> Assessment {
    let text = |(id, language, body): &(Uuid, String, String)| TextIn {
        id: *id,
        language: language.clone(),
        body: body.clone(),
    };
    let read = Input {
        texts: input.texts.iter().map(text).collect(),
        answers: input.answers.clone(),
        profile: profile_of(&subject.age),
        kind_screens: subject.kind_screens,
        declared_danger: input.declared_danger,
        on: desk.today(),
    };
    let mut found = desk.screener.assess_but(&read, &input.not_so);
    let mut at_least = |level: Option<Level>, why: &str| {
        found.level = found.level.max(level);
        if level.is_some() && !found.reasons.iter().any(|own| own == why) {
            found.reasons.push(why.to_owned());
        }
    };
    at_least(input.child_met.then_some(Level::Possible), "child-met");
    at_least(input.at_least, "graded-class");
    found
}

/// Assesses and records within the unit.
///
/// # Errors
/// [`UnknownClock`] when the pack lacks a clock that a flag needs.
pub fn record(
    unit: &mut Uow,
    desk: &ScreeningDesk,
    subject: &AssessedSubject,
    key: &SubjectKey,
    input: &ScreenInput,
) -> Result<Recorded, UnknownClock> {
    let found = weigh(desk, subject, input);
    let id = unit.id();
    let now = unit.now();
    let instruments: Vec<String> =
        found.instruments.iter().map(|i| format!("{} {}", i.id, i.version)).collect();
    let sealed = unit.seal(key, "assessment.result", &serde_json::to_string(&found).unwrap_or_default());
    unit.insert(assessment::ActiveModel {
        id: Set(id),
        complaint_id: Set(subject.complaint),
        made_at: Set(now),
        level: Set(found.level.map(|level| level.code().to_owned())),
        urgent: Set(found.urgent),
        instruments: Set(instruments.join("; ")),
        result: Set(sealed),
        pack_version: Set(unit.house().pack_version().to_owned()),
        occasion: Set(input.occasion.map(|occasion| occasion.code().to_owned())),
    });
    count(unit, subject.complaint);
    unit.audit(Audit::write("assessment.make", SubjectKind::Complaint, subject.complaint));
    unit.event(
        Event::new(SubjectKind::Complaint, subject.complaint, "assessment.made")
            .office(subject.office.as_deref())
            .dim("level", found.level.map_or("none", Level::code)),
    );
    let asked = match &input.settled {
        Some(settled) => settled.beyond(&desk.screener, &found, input.at_least),
        None => found.level,
    };
    let flag = match asked {
        Some(level) if level > Level::LookCloser && Some(level) > input.flagged => {
            Some(raise(unit, desk, subject, id, level)?)
        }
        _ => None,
    };
    let graded = desk.screener.may_be_told(&found);
    Ok(Recorded { assessment: id, level: found.level, urgent: found.urgent, flag, graded })
}

/// Records what the whole of a complaint gives, within the unit, with what its actor says now of single indicators. `number`
/// is how many assessments there were when it was read: where another was made since, the commit is stale, or finds the count
/// there already.
///
/// # Errors
/// As [`record`].
pub fn record_whole(
    unit: &mut Uow,
    desk: &ScreeningDesk,
    subject: &AssessedSubject,
    key: &SubjectKey,
    input: &ScreenInput,
    (number, said): (i32, &[Said]),
) -> Result<Recorded, UnknownClock> {
    still(unit, subject.complaint, number);
    let recorded = record(unit, desk, subject, key, input)?;
    if !said.is_empty() {
        keep(unit, key, subject.complaint, recorded.assessment, said);
    }
    Ok(recorded)
}

/// The clock of a flag's safety decision.
pub(crate) fn safety_clock(level: Level) -> &'static str {
    match level {
        Level::Danger => "danger",
        Level::Strong => "flag-safety-strong",
        Level::Possible | Level::LookCloser => "flag-safety-possible",
    }
}

fn raise(
    unit: &mut Uow,
    desk: &ScreeningDesk,
    subject: &AssessedSubject,
    assessment: Uuid,
    level: Level,
) -> Result<Reference, UnknownClock> {
    let id = unit.id();
    let now = unit.now();
    let reference = unit.reference(ReferenceKind::Flag);
    unit.insert(flag::ActiveModel {
        id: Set(id),
        reference: Set(reference.to_string()),
        complaint_id: Set(subject.complaint),
        complaint_reference: Set(subject.reference.to_string()),
        assessment_id: Set(assessment),
        level: Set(level.code().to_owned()),
        office: Set(subject.office.clone()),
        language: Set(subject.language.clone()),
        kind: Set(subject.kind.clone()),
        age: Set(subject.age.clone()),
        filed_by: Set(subject.filed_by.clone()),
        filer_has_interest: Set(subject.filer_has_interest),
        state: Set(FlagState::Open.code().to_owned()),
        raised_at: Set(now),
        safe_until: Set(None),
        watch_until: Set(None),
        proposed_by: Set(None),
        version: Set(1),
        concerned: Set(subject.concerned.clone()),
    });
    let clock = desk.clocks.begin(safety_clock(level), now, subject.office.as_deref())?;
    let item = open_item(
        unit,
        NewItem {
            office: subject.office.clone(),
            urgency: if level == Level::Danger { Urgency::Danger } else { Urgency::High },
            language: Some(subject.language.clone()),
            label: Some(subject.kind.clone()),
            level: Some(level.code().to_owned()),
            concerned: subject.concerned.clone(),
            duty: level == Level::Danger,
            child: subject.age == "child",
            ..NewItem::new(
                ItemKind::FlagSafety,
                SubjectKind::Flag,
                id,
                About::Complaint(subject.complaint),
                reference,
                clock.due_at,
            )
        },
    );
    set_deadline(
        unit,
        &NewDeadline {
            subject_kind: SubjectKind::Flag,
            subject: id,
            item: Some(item),
            office: subject.office.as_deref(),
        },
        &clock,
    );
    unit.audit(Audit::write("flag.raise", SubjectKind::Flag, id));
    unit.event(
        Event::new(SubjectKind::Flag, id, "flag.raised")
            .change("", FlagState::Open.code())
            .office(subject.office.as_deref())
            .dim("level", level.code()),
    );
    Ok(reference)
}

/// The flags of a complaint concern somebody who is or may be under 18: the child lead sees them, and no one dismisses them alone
/// (`safeguards.md` 8).
pub fn flags_of_child(unit: &mut Uow, complaint: Uuid) {
    unit.update(
        flag::Entity::update_many()
            .col_expr(flag::Column::Age, Expr::value("child"))
            .filter(flag::Column::ComplaintId.eq(complaint)),
    );
}
