//! A calculation as a page shows it: what is owed, line by line, with its arithmetic, its article, and what is not known.

use haqqi_language::Args;
use haqqi_pack::label;
use haqqi_wages::{Calculation, Due, Facts, Known, Line, Part, employer_fine, month_of};
use haqqi_web::Page;

/// A line.
pub(super) struct ShownLine {
    pub period: String,
    /// The arithmetic, piece by piece: each is isolated, so that it reads right in both directions.
    pub sum: Vec<String>,
    /// What it rests on.
    pub article: String,
    pub approved: bool,
    pub notes: Vec<String>,
}

/// The lines of one kind.
pub(super) struct Group {
    pub heading: String,
    pub amount: String,
    pub lines: Vec<ShownLine>,
}

/// A calculation.
pub(super) struct Shown {
    pub least: String,
    /// Absent: it is one amount.
    pub most: Option<String>,
    pub approved: bool,
    pub groups: Vec<Group>,
    pub limits: Vec<(String, String)>,
    pub fines: Vec<(String, String)>,
    /// The facts that it was worked out from, without the months.
    pub facts: Vec<(String, String)>,
}

impl Shown {
    pub(super) fn of(page: &Page, facts: &Facts, found: &Calculation) -> Self {
        let groups = Due::ALL.into_iter().filter_map(|due| group(page, found, due)).collect();
        let most = match found.most {
            Some(most) if most == found.least => None,
            Some(most) => Some(page.money(most)),
            None => Some(page.t("casework-wages-open")),
        };
        let limits = found.limits.iter().map(|limit| {
            let what = page.label("casework-wages-due", limit.due.code());
            (what, page.money(limit.amount))
        });
        Self {
            least: page.money(found.least),
            most,
            approved: found.approved(),
            groups,
            limits: limits.collect(),
            fines: fines(page, found),
            facts: facts_of(page, facts),
        }
    }
}

fn group(page: &Page, found: &Calculation, due: Due) -> Option<Group> {
    let lines: Vec<ShownLine> =
        found.lines.iter().filter(|line| line.due == due).map(|line| shown(page, line)).collect();
    if lines.is_empty() {
        return None;
    }
    let heading = page.label("casework-wages-due", due.code());
    Some(Group { heading, amount: span(page, found.of_kind(due)), lines })
}

fn shown(page: &Page, line: &Line) -> ShownLine {
    let missing = line.missing.iter().map(|one| page.label("casework-wages-missing", one.code()));
    let assumed = line.assumed.iter().map(|one| page.label("casework-wages-assumed", one.code()));
    let mut sum: Vec<String> = line.sum.iter().map(|part| piece(page, part)).collect();
    sum.push("=".to_owned());
    sum.push(span(page, Known { least: line.least, most: line.most }));
    ShownLine {
        period: period(page, line),
        sum,
        article: line.article.as_deref().map(|code| cited(page, code)).unwrap_or_default(),
        approved: line.approved,
        notes: missing.chain(assumed).collect(),
    }
}

/// The article as it is cited, and what it is about.
fn cited(page: &Page, code: &str) -> String {
    let pack = &page.site().pack;
    let Some(article) = pack.articles().get(code) else { return code.to_owned() };
    let args = Args::new()
        .set("number", article.number.clone())
        .set("law", page.t(&label("law", &article.law)))
        .set("what", page.t(&label("article", code)));
    page.ta("casework-wages-article", &args)
}

/// One month by its name, a longer time by its days.
fn period(page: &Page, line: &Line) -> String {
    let whole = |from: chrono::NaiveDate, until: chrono::NaiveDate| {
        month_of(&from.format("%Y-%m").to_string()) == Some((from, until))
    };
    match (line.from, line.until) {
        (Some(from), Some(until)) if whole(from, until) => {
            let month = u8::try_from(chrono::Datelike::month(&from)).unwrap_or(1);
            page.month(chrono::Datelike::year(&from), month)
        }
        (from, until) => {
            let day =
                |day: Option<chrono::NaiveDate>| day.map_or_else(|| "…".to_owned(), |day| date(page, day));
            if from.is_none() && until.is_none() {
                String::new()
            } else {
                format!("{} – {}", day(from), day(until))
            }
        }
    }
}

pub(super) fn date(page: &Page, day: chrono::NaiveDate) -> String {
    use chrono::TimeZone;
    let noon = day.and_hms_opt(12, 0, 0).unwrap_or_default();
    let zone = page.site().pack.zone();
    let at = zone.from_local_datetime(&noon).earliest().map(|at| at.to_utc());
    at.map_or_else(|| day.to_string(), |at| page.date(&at))
}

/// An amount of money between two.
pub(super) fn span(page: &Page, known: Known) -> String {
    match known.most {
        Some(most) if most == known.least => page.money(most),
        Some(most) => format!("{} – {}", page.money(known.least), page.money(most)),
        None => page.t1("casework-wages-at-least", "amount", page.money(known.least)),
    }
}

fn piece(page: &Page, part: &Part) -> String {
    let number = |n: i64| page.number(n);
    let plain = |known: &Known, one: &dyn Fn(i64) -> String| match known.most {
        Some(most) if most == known.least => one(most),
        Some(most) => format!("{} – {}", one(known.least), one(most)),
        None if known.least == 0 => "?".to_owned(),
        None => format!("≥ {}", one(known.least)),
    };
    let decimals = page.site().pack.currency_decimals();
    match part {
        Part::Money(known) => plain(known, &|minor| page.language().decimal(minor, decimals)),
        Part::Minutes(known) => plain(known, &|minutes| hours(page, minutes)),
        Part::Days(known) => plain(known, &|days| page.tn("casework-wages-days", "days", days)),
        Part::Months(months) => page.tn("casework-wages-months", "months", *months),
        Part::Number(n) => number(*n),
        Part::Percent(points) => format!("{} %", percent(page, *points)),
        Part::Share(over, 1) => number(*over),
        Part::Share(over, under) => format!("{} ÷ {}", number(*over), number(*under)),
        Part::Plus => "+".to_owned(),
        Part::Minus => "−".to_owned(),
        Part::Times => "×".to_owned(),
        Part::Over => "÷".to_owned(),
        Part::Open => "(".to_owned(),
        Part::Close => ")".to_owned(),
    }
}

fn percent(page: &Page, points: i64) -> String {
    if points % 100 == 0 { page.number(points / 100) } else { page.language().decimal(points, 2) }
}

fn hours(page: &Page, minutes: i64) -> String {
    if minutes % 60 == 0 {
        return page.tn("casework-wages-hours", "hours", minutes / 60);
    }
    page.t1(
        "casework-wages-hours-part",
        "hours",
        page.language().decimal(minutes.saturating_mul(100) / 60, 2),
    )
}

/// What a breach of the articles of these lines may cost an employer, for one worker.
fn fines(page: &Page, found: &Calculation) -> Vec<(String, String)> {
    let pack = &page.site().pack;
    let mut rows = Vec::new();
    for line in found.lines.iter().filter(|line| line.least > 0) {
        let Some(code) = line.article.as_deref() else { continue };
        let on = line.until.unwrap_or_else(|| page.site().house.now().date_naive());
        for penalty in
            pack.penalties().iter().filter(|row| row.article == code && haqqi_pack::Row::holds(*row, on))
        {
            let Some((least, most)) = employer_fine(penalty, 1, false) else { continue };
            let row = (cited(page, code), span(page, Known { least, most: Some(most) }));
            if !rows.contains(&row) {
                rows.push(row);
            }
        }
    }
    rows
}

/// The facts, as the paper lists them.
fn facts_of(page: &Page, facts: &Facts) -> Vec<(String, String)> {
    let unknown = || page.t("casework-wages-unknown");
    let yes = |fact: Option<bool>| match fact {
        Some(true) => page.t("casework-wages-yes"),
        Some(false) => page.t("casework-wages-no"),
        None => unknown(),
    };
    let days = |days: Option<i64>| days.map_or_else(unknown, |days| page.number(days));
    let mut rows = vec![
        ("regime", facts.regime.as_deref().map_or_else(unknown, |code| page.label("regime", code))),
        (
            "nationality",
            facts
                .nationality
                .map_or_else(unknown, |one| page.label("casework-wages-nationality", one.code())),
        ),
        ("began", facts.began.map_or_else(unknown, |day| date(page, day))),
        ("ended", facts.ended.map_or_else(unknown, |day| date(page, day))),
        ("ending", facts.ending.map_or_else(unknown, |one| page.label("casework-wages-ending", one.code()))),
    ];
    if facts.ending != Some(haqqi_wages::Ending::Open) {
        rows.extend([
            ("last-pay", facts.last_pay.map_or_else(unknown, |pay| page.money(pay))),
            ("leave-days", days(facts.leave_days)),
            ("notice-days", days(facts.notice_days)),
            ("insured", yes(facts.insured)),
            ("unfair", yes(facts.unfair)),
        ]);
    }
    rows.into_iter().map(|(id, value)| (page.t(&format!("casework-wages-{id}")), value)).collect()
}
