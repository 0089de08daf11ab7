//! What the rooms rely on: required clocks, outcomes, offices, languages, numbers.

use std::collections::BTreeSet;

use super::Faults;
use super::required::{GROUNDS, OUTCOMES, REQUIRED_DEADLINES};
use crate::model::casework::Decision;
use crate::model::law::{Deadline, LengthUnit, Runs, WHOM};
use crate::table::Target;

/// Runs every rule.
pub fn check(faults: &mut Faults<'_>) {
    identity(faults);
    ladder(faults);
    calendar(faults);
    clocks(faults);
    lists(faults);
    filers(faults);
    places(faults);
    inspection(faults);
}

fn identity(faults: &mut Faults<'_>) {
    let pack = faults.pack;
    let identity = &pack.identity;
    let file = "pack.toml";
    if !faults.has(Target::Office, &identity.default_office) {
        faults.on(file, "default_office", format!("no office is called `{}`", identity.default_office));
    }
    if pack.kind(&identity.default_kind).is_none() {
        faults.on(file, "default_kind", format!("no kind is called `{}`", identity.default_kind));
    }
    match pack.kind(&identity.official_kind) {
        None => faults.on(file, "official_kind", format!("no kind is called `{}`", identity.official_kind)),
        Some(kind) if kind.office.is_none() => {
            faults.on(file, "official_kind", "complaints about officials need an office that reads them all");
        }
        Some(_) => {}
    }
    if !faults.has(Target::Agency, &identity.default_agency) {
        faults.on(file, "default_agency", format!("no agency is called `{}`", identity.default_agency));
    }
    if identity.country.len() != 2 || !identity.country.chars().all(|c| c.is_ascii_uppercase()) {
        faults.on(file, "country", "a country has two capital letters");
    }
    if identity.currency.len() != 3 || !identity.currency.chars().all(|c| c.is_ascii_uppercase()) {
        faults.on(file, "currency", "a currency has three capital letters");
    }
    if identity.currency_decimals > 4 {
        faults.on(file, "currency_decimals", "no currency has more than four decimals");
    }
    let mut seen = BTreeSet::new();
    for language in &pack.languages {
        if !seen.insert(language.tag.as_str()) {
            faults.on(file, &language.tag, format!("the language `{}` stands twice", language.tag));
        }
        for (at, checked) in language.checked.iter().enumerate() {
            let texts = checked.texts.code();
            if language.checked.iter().take(at).any(|other| other.texts == checked.texts) {
                faults.on(
                    file,
                    &language.tag,
                    format!("`{}` says twice who checked `{texts}`", language.tag),
                );
            }
            if checked.by.trim().is_empty() {
                faults.on(
                    file,
                    &language.tag,
                    format!("`{}` does not say who checked `{texts}`", language.tag),
                );
            }
        }
    }
    if !seen.contains(identity.default_language.as_str()) {
        faults.on(file, "default_language", "the first language shown is not among those offered");
    }
    if !identity.staff_languages.contains(&identity.default_staff_language) {
        faults.on(
            file,
            "default_staff_language",
            "the first staff language is not among the staff languages",
        );
    }
}

/// The usual ladder, and when staff may be told.
fn ladder(faults: &mut Faults<'_>) {
    let pack = faults.pack;
    let file = "pack.toml";
    for step in &pack.identity.ladder {
        if step.share > 100 {
            faults.on(
                file,
                "ladder",
                format!("a step of the ladder stands at {} %, after the breach", step.share),
            );
        }
        let known = WHOM.contains(&step.who.as_str()) || faults.has(Target::Role, &step.who);
        if !known || step.who == "worker" {
            faults.on(file, "ladder", format!("the ladder cannot tell `{}`", step.who));
        }
    }
    if !pack.identity.ladder.iter().any(|step| step.share == 100) {
        faults.on(file, "ladder", "nobody is told of a breach: a step at 100 % is missing");
    }
    let waking = pack.identity.waking;
    if waking.from >= waking.until || waking.hours == 0 || waking.hours > 24 {
        faults.on(file, "waking", "the waking hours are none: `from` before `until`, and 1 to 24 `hours`");
    }
}

/// Who files, and what is an employer's own (safeguards 4 and 16).
fn filers(faults: &mut Faults<'_>) {
    let pack = faults.pack;
    let file = "who-files.toml";
    for filer in pack.tables.filers.iter() {
        if filer.employer && !filer.has_interest {
            faults.on(
                file,
                &filer.code,
                "an employer always gains from how it ends: `has_interest` is missing",
            );
        }
        if filer.colleague && (filer.worker || filer.has_interest) {
            faults.on(file, &filer.code, "a colleague files for others and gains nothing from it");
        }
    }
    if pack.tables.filers.iter().filter(|filer| filer.colleague).count() != 1 {
        faults.on(file, "colleague", "exactly one row is the `colleague`");
    }
    let own = pack.tables.filers.iter().filter(|filer| filer.inspectorate);
    if own.clone().count() != 1 {
        faults.on(
            file,
            "inspectorate",
            "exactly one row is the `inspectorate`, for what a visit brings to light",
        );
    }
    for filer in own.filter(|filer| filer.worker || filer.has_interest || filer.colleague || filer.on_page) {
        faults.on(
            file,
            &filer.code,
            "the inspectorate gains nothing, and nobody files in its name on a page",
        );
    }
    let file = "kinds.toml";
    if pack.tables.filers.iter().any(|filer| filer.employer) && pack.against_worker().is_none() {
        faults.on(file, "against_worker", "employers may file, and no kind is `against_worker`");
    }
    for kind in pack.tables.kinds.iter().filter(|kind| kind.against_worker || kind.employer) {
        if kind.on_page || !kind.employer {
            faults.on(file, &kind.code, "a kind of employers has `employer` and is not offered to workers");
        }
    }
    if pack.identity.most_in_group == 0 || pack.identity.most_in_group > 100 {
        faults.on("pack.toml", "most_in_group", "one filer files for 1 to 100 workers at once");
    }
}

fn calendar(faults: &mut Faults<'_>) {
    let pack = faults.pack;
    for hours in &pack.calendar.hours {
        if hours.closes <= hours.opens {
            faults.on("calendar.toml", &hours.code, format!("hours `{}` close before they open", hours.code));
        }
        if hours.until.is_some_and(|until| until < hours.from) {
            faults.on("calendar.toml", &hours.code, format!("hours `{}` end before they start", hours.code));
        }
    }
    for (at, one) in pack.calendar.hours.iter().enumerate() {
        let clash = pack.calendar.hours.iter().take(at).any(|other| {
            other.code == one.code
                && one.until.is_none_or(|end| other.from <= end)
                && other.until.is_none_or(|end| one.from <= end)
        });
        if clash {
            faults.on("calendar.toml", &one.code, format!("hours `{}` hold twice on the same day", one.code));
        }
    }
    if !pack.calendar.hours.iter().any(|hours| hours.until.is_none()) {
        faults.at("calendar.toml", 0, "no office hours hold without an end");
    }
    if pack.calendar.weekend.len() >= 7 {
        faults.on("calendar.toml", "weekend", "no day is left to work");
    }
    for day in &pack.calendar.fixed {
        if chrono::NaiveDate::from_ymd_opt(2024, day.month, day.day).is_none() {
            faults.on("calendar.toml", &day.code, format!("holiday `{}` is on no day of the year", day.code));
        }
    }
}

fn clocks(faults: &mut Faults<'_>) {
    let pack = faults.pack;
    for kind in pack.tables.kinds.iter() {
        if let Some(starts) = &kind.leaving
            && !pack.tables.deadlines.iter().any(|row| row.starts == *starts)
        {
            faults.on("kinds.toml", starts, format!("no clock starts with `{starts}`"));
        }
    }
    let file = "deadlines.toml";
    for code in REQUIRED_DEADLINES {
        if !pack.tables.deadlines.all(code).any(|row| row.on && row.until.is_none() && row.is_general()) {
            faults.at(
                file,
                0,
                format!("the clock `{code}`, which every pack needs, is missing, off, or ends"),
            );
        }
    }
    for (row, start, end) in pack.tables.deadlines.placed() {
        let line = |needle: &str| pack.sources.line_of(file, start, end, needle);
        let code = &row.code;
        let fits = match row.runs {
            Runs::Always => row.unit == LengthUnit::Hours,
            Runs::Office => row.unit == LengthUnit::WorkingDays || row.unit == LengthUnit::Hours,
            Runs::Calendar => matches!(row.unit, LengthUnit::CalendarDays | LengthUnit::Months),
        };
        if !fits {
            faults.at(file, line("unit"), format!("deadline `{code}` cannot run so in this unit"));
        }
        if row.length == 0 {
            faults.at(file, line("length"), format!("deadline `{code}` has no length"));
        }
        for warning in &row.warn {
            let given = [warning.share, warning.after, warning.before, warning.late].iter().flatten().count();
            if given != 1 || warning.share.is_some_and(|share| share > 100) {
                faults.at(
                    file,
                    line("warn"),
                    format!("a warning of `{code}` needs one of share (at most 100), after, before, late"),
                );
            }
        }
    }
    // The legal clock is one and the same for everybody.
    for (row, start, end) in pack.tables.deadlines.placed() {
        if row.code == "acknowledgement" && !row.is_general() {
            let line = pack.sources.line_of(file, start, end, &row.code);
            faults.at(file, line, "the acknowledgement is due alike for every kind and urgency");
        }
    }
    // The promise of the product itself: a person reads within 24 hours, day and night (safeguards 5).
    for (row, start, end) in pack.tables.deadlines.placed().filter(|(row, ..)| row.code == "acknowledgement")
    {
        if row.unit != LengthUnit::Hours || row.length > 24 || row.runs != Runs::Always {
            let line = pack.sources.line_of(file, start, end, "length");
            faults.at(
                file,
                line,
                "the acknowledgement is due within 24 hours, day and night, in every country",
            );
        }
    }
}

fn lists(faults: &mut Faults<'_>) {
    let pack = faults.pack;
    for (row, start, end) in
        pack.tables.outcomes.placed().filter(|(row, ..)| !OUTCOMES.contains(&row.code.as_str()))
    {
        let line = pack.sources.line_of("outcomes.toml", start, end, &row.code);
        faults.at("outcomes.toml", line, format!("`{}` is not in the closed list of outcomes", row.code));
    }
    for (row, start, end) in
        pack.tables.grounds.placed().filter(|(row, ..)| !GROUNDS.contains(&row.code.as_str()))
    {
        let line = pack.sources.line_of("grounds.toml", start, end, &row.code);
        faults.at("grounds.toml", line, format!("`{}` is no ground that the referral room knows", row.code));
    }
    if pack.ground("consent").is_none() {
        faults.at("grounds.toml", 0, "the ground `consent` is missing");
    }
    let decisions = [
        Decision::SafetyAct,
        Decision::SafetySafeUntil,
        Decision::MeritsEscalate,
        Decision::MeritsInterview,
        Decision::MeritsWatch,
        Decision::MeritsDismiss,
        Decision::Breach,
        Decision::Danger,
        Decision::Decline,
        Decision::Close,
    ];
    for decision in decisions {
        if pack.reasons_for(decision).next().is_none() {
            faults.at("reasons.toml", 0, format!("no reason is given for the decision {decision:?}"));
        }
    }
    for (row, start, end) in pack.tables.outcomes.placed() {
        let line = pack.sources.line_of("outcomes.toml", start, end, &row.code);
        if pack.closing_reasons(&row.code).next().is_none() {
            faults.at(
                "outcomes.toml",
                line,
                format!("no reason may be given for closing with `{}`", row.code),
            );
        }
        if row.code == "unreachable" && row.attempts == 0 {
            faults.at("outcomes.toml", line, "`unreachable` needs attempts to reach her");
        }
    }
    for (row, start, end) in pack.tables.reasons.placed() {
        for outcome in row.outcomes.iter().filter(|code| pack.outcome(code).is_none()) {
            let line = pack.sources.line_of("reasons.toml", start, end, outcome);
            faults.at("reasons.toml", line, format!("`{outcome}` is no outcome of this pack"));
        }
    }
    if !pack.tables.steps.iter().any(|step| step.for_danger || step.only_danger) {
        faults.at("next_steps.toml", 0, "no step may be chosen when somebody is in danger");
    }
    for (row, start, end) in pack.tables.steps.placed() {
        // Near: hours that run by night as well.
        let near = |code: &String| {
            let hours = |row: &Deadline| {
                row.runs == Runs::Always && row.unit == LengthUnit::Hours && row.length <= 24
            };
            pack.tables.deadlines.all(code).all(hours)
        };
        if row.for_danger && !row.undecided && !row.danger_deadline.as_ref().is_some_and(near) {
            let line = pack.sources.line_of("next_steps.toml", start, end, &row.code);
            let wants = "needs a `danger_deadline` of at most 24 hours that run always";
            faults.at("next_steps.toml", line, format!("`{}` is for danger: it {wants}", row.code));
        }
    }
    if pack.filer("self").is_none_or(|filer| !filer.worker) {
        faults.at("who-files.toml", 0, "the filer `self`, the worker, is missing");
    }
    let mut orders = BTreeSet::new();
    for (row, start, end) in pack.tables.kinds.placed() {
        if !orders.insert(row.order) {
            let line = pack.sources.line_of("kinds.toml", start, end, "order");
            faults.at("kinds.toml", line, format!("kind `{}` has the order of another kind", row.code));
        }
    }
}

fn places(faults: &mut Faults<'_>) {
    let pack = faults.pack;
    for (row, start, end) in pack.tables.offices.placed() {
        if let Some(zone) = &row.zone
            && zone.parse::<chrono_tz::Tz>().is_err()
        {
            let line = pack.sources.line_of("offices.toml", start, end, zone);
            faults.at("offices.toml", line, format!("`{zone}` is no zone of the IANA list"));
        }
        if row.phone.as_deref().is_some_and(|phone| !dialled(phone)) {
            let line = pack.sources.line_of("offices.toml", start, end, "phone");
            faults.at("offices.toml", line, format!("the number of `{}` cannot be dialled", row.code));
        }
    }
    for (row, start, end) in pack.tables.governorates.placed() {
        let served = pack
            .tables
            .offices
            .iter()
            .any(|office| office.complaints && office.governorates.contains(&row.code));
        if !served {
            let line = pack.sources.line_of("governorates.toml", start, end, &row.code);
            faults.at("governorates.toml", line, format!("no office takes complaints from `{}`", row.code));
        }
    }
    if pack.danger_line().is_none() {
        faults.at("hotlines.toml", 0, "no hotline is for danger");
    }
    for (row, start, end) in pack.tables.hotlines.placed() {
        let line = |needle: &str| pack.sources.line_of("hotlines.toml", start, end, needle);
        if !dialled(&row.number) {
            faults.at(
                "hotlines.toml",
                line("number"),
                format!("the number of `{}` cannot be dialled", row.code),
            );
        }
        if !row.always && (row.opens.is_none() || row.closes.is_none()) {
            faults.at("hotlines.toml", line(&row.code), format!("hotline `{}` has no hours", row.code));
        }
    }
}

/// Digits, spaces and `+` only.
fn dialled(number: &str) -> bool {
    !number.is_empty() && number.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | ' '))
}

fn inspection(faults: &mut Faults<'_>) {
    let pack = faults.pack;
    for (list, start, end) in pack.tables.checklists.placed() {
        let mut seen = BTreeSet::new();
        for item in list.section.iter().flat_map(|section| &section.item) {
            if !seen.insert(item.code.as_str()) {
                let line = pack.sources.line_of("checklists.toml", start, end, &item.code);
                faults.at(
                    "checklists.toml",
                    line,
                    format!("item `{}` stands twice in `{}`", item.code, list.code),
                );
            }
        }
    }
    for (row, start, end) in pack.tables.measures.placed() {
        if let (Some(days), Some(most)) = (row.days, row.most_days)
            && days > most
        {
            let line = pack.sources.line_of("measures.toml", start, end, "days");
            faults.at(
                "measures.toml",
                line,
                format!("measure `{}` proposes more days than it may give", row.code),
            );
        }
    }
    for (row, start, end) in
        pack.tables.penalties.placed().filter(|(row, ..)| row.least > row.most || row.least < 0)
    {
        let line = pack.sources.line_of("law.toml", start, end, "least");
        faults.at("law.toml", line, format!("penalty `{}` is least above most", row.code));
    }
}
