//! What talks showed of each indicator: what is asked now, beside what was judged before, by whom and when.

use haqqi_accounts::Directory;
use haqqi_language::Args;
use haqqi_web::Page;
use sea_orm::DbErr;

use super::form::Decided;
use crate::desk::ScreeningDesk;
use crate::judged::{Judgement, standing};
use crate::measured::Found;
use crate::open::OpenedFlag;
use crate::said::is_so;

/// An indicator in the form.
pub(super) struct Asked {
    pub field: String,
    pub name: String,
    pub chosen: String,
    /// What was judged of it before, which stays where nothing is chosen.
    pub before: String,
}

/// What the page shows of the indicators.
pub(super) struct Indicators {
    /// What was pointed to, or judged before.
    pub pointed: Vec<Asked>,
    /// What else a talk may show.
    pub others: Vec<Asked>,
    /// The answers.
    pub founds: Vec<(String, String)>,
    /// The history: a machine's time, a person's, what was judged.
    pub judged: Vec<(String, String, String)>,
}

/// The indicators of a flag, as the page asks for them and shows what was judged.
pub(super) async fn indicators(
    desk: &ScreeningDesk,
    page: &Page,
    flag: &OpenedFlag,
    typed: &Decided,
) -> Result<Indicators, DbErr> {
    let by = flag.judged.iter().map(|one| one.by);
    let people = Directory::new(desk.site.house.clone()).names_of(by).await?;
    let counts = standing(&flag.judged);
    let word = |found: Found| page.t(&format!("screening-found-{}", found.code()));
    let said = |one: &Judgement, id: &str| {
        let by = one.by.and_then(|id| people.get(&id).cloned()).unwrap_or_else(|| page.t("staff-none"));
        let args = Args::new().set("found", word(one.found)).set("by", by).set("at", page.date_time(&one.at));
        page.ta(id, &args.set("indicator", page.label("indicator", &one.indicator)))
    };
    let judged = flag.judged.iter().map(|one| {
        // Both stand; the later counts.
        let over = counts.get(one.indicator.as_str()).is_some_and(|last| *last != one);
        let id = if over { "screening-judged-then" } else { "screening-judged" };
        (page.machine_time(&one.at), page.date_time(&one.at), said(one, id))
    });
    let judged = judged.collect();
    let confirmed = is_so(&flag.said);
    let is_pointed = |name: &str| {
        let mut told = flag.assessment.certain.iter().chain(&flag.assessment.suggested);
        told.any(|one| one == name) || counts.contains_key(name) || confirmed.contains(&name)
    };
    let asked = |name: &str| {
        let field = format!("found-{name}");
        Asked {
            chosen: typed.chosen(&field),
            field,
            name: page.label("indicator", name),
            before: counts.get(name).map(|one| said(one, "screening-judged-before")).unwrap_or_default(),
        }
    };
    let (pointed, others): (Vec<&str>, Vec<&str>) =
        desk.screener.list(desk.today()).into_iter().partition(|name| is_pointed(name));
    Ok(Indicators {
        pointed: pointed.into_iter().map(asked).collect(),
        others: others.into_iter().map(asked).collect(),
        founds: Found::ALL.map(|one| (one.code().to_owned(), word(one))).to_vec(),
        judged,
    })
}
