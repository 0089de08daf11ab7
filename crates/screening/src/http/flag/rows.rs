//! What the card of a flag tells at a glance (`safeguards.md` 8): what is certain, what cannot be excluded and what nobody asked,
//! what to ask next, whether the worker was met alone and through whom, age, the filer's interest, the cluster.

use std::collections::{BTreeMap, BTreeSet};

use haqqi_accounts::Directory;
use haqqi_kernel::Happened;
use haqqi_language::Args;
use haqqi_web::Page;
use sea_orm::DbErr;

use crate::desk::ScreeningDesk;
use crate::engine::{ASK_AGE, InstrumentResult};
use crate::judged::standing;
use crate::measured::Found;
use crate::met::uncounted_since;
use crate::open::OpenedFlag;
use crate::said::is_so;

/// Those that are not settled, in order.
fn without<'a>(ids: &'a [String], settled: &BTreeSet<&str>) -> BTreeSet<&'a str> {
    ids.iter().map(String::as_str).filter(|id| !settled.contains(id)).collect()
}

fn listed(page: &Page, ids: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let shown: Vec<String> = ids.into_iter().map(|id| page.label("indicator", id.as_ref())).collect();
    if shown.is_empty() { page.t("staff-none") } else { page.language().list(&shown) }
}

/// What is certain, each with from where that is known: from the answers, from what somebody said since, from a talk.
fn certain<'a>(page: &Page, flag: &'a OpenedFlag) -> (BTreeSet<&'a str>, String) {
    let mut from: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for id in &flag.assessment.certain {
        let sources = flag.assessment.sources.get(id).into_iter().flatten();
        let sources = sources.map(|source| page.t(&format!("screening-source-{}", source.code())));
        from.entry(id).or_default().extend(sources);
    }
    let judged = standing(&flag.judged);
    for one in judged.values().filter(|one| one.found == Found::Confirmed) {
        from.entry(&one.indicator).or_default().insert(page.t("screening-source-talk"));
    }
    for id in is_so(&flag.said) {
        from.entry(id).or_default().insert(page.t("screening-source-said"));
    }
    let shown = from.iter().map(|(id, sources)| {
        let name = page.label("indicator", id);
        if sources.is_empty() {
            return name;
        }
        let sources: Vec<String> = sources.iter().cloned().collect();
        let args = Args::new().set("indicator", name).set("from", page.language().list(&sources));
        page.ta("screening-certain-from", &args)
    });
    let shown: Vec<String> = shown.collect();
    let words = if shown.is_empty() { page.t("staff-none") } else { page.language().list(&shown) };
    (from.into_keys().collect(), words)
}

/// What each instrument says: the main one whatever it says, the others where they say something.
fn instruments(page: &Page, flag: &OpenedFlag) -> String {
    let main = flag.assessment.instruments.first().map(|first| first.id.clone());
    let says = |i: &&InstrumentResult| {
        main.as_ref() == Some(&i.id) || i.dimensions.iter().any(|(_, mark)| *mark != '-')
    };
    let shown = flag.assessment.instruments.iter().filter(says).map(|i| {
        let profile = page.t(&format!("screening-profile-{}", i.profile));
        format!("{} {} ({profile}): {} → {}", i.id, i.version, i.class, i.class_possible)
    });
    shown.collect::<Vec<_>>().join("; ")
}

/// Whether the worker was met alone since the flag was raised: when, by whom, through whom and in which language.
async fn met_row(
    desk: &ScreeningDesk,
    page: &Page,
    flag: &OpenedFlag,
    met: Option<Happened>,
) -> Result<String, DbErr> {
    let Some(talk) = met else {
        return Ok(match uncounted_since(&desk.site.house, &flag.row).await? {
            Some(at) => page.t1("screening-met-uncounted", "at", page.date_time(&at)),
            None => page.t("screening-met-not-yet"),
        });
    };
    let people = Directory::new(desk.site.house.clone()).names_of([talk.by]).await?;
    let by = talk.by.and_then(|id| people.get(&id).cloned()).unwrap_or_else(|| page.t("staff-none"));
    let through = talk.dim("interpreter").unwrap_or("none");
    let language = talk.dim("language").map(|tag| page.language_name(tag)).unwrap_or_default();
    let args = Args::new()
        .set("at", page.date_time(&talk.at))
        .set("by", by)
        .set("language", language)
        .set("through", page.t(&format!("screening-met-through-{through}")));
    Ok(page.ta("screening-met", &args))
}

/// The rows of the card.
pub(super) async fn rows(
    desk: &ScreeningDesk,
    page: &Page,
    flag: &OpenedFlag,
    met: Option<Happened>,
) -> Result<Vec<(String, String)>, DbErr> {
    let found = &flag.assessment;
    let today = desk.today();
    let (sure, certain) = certain(page, flag);
    // What a talk showed not to be so is asked and denied; what anybody made certain is suggested no more.
    let not_so = standing(&flag.judged).into_values().filter(|one| one.found == Found::NotSo);
    let mut denied: BTreeSet<&str> = not_so.map(|one| one.indicator.as_str()).collect();
    denied.extend(found.denied.iter().map(String::as_str));
    denied.retain(|name| !sure.contains(name));
    let settled: BTreeSet<&str> = sure.union(&denied).copied().collect();
    let suggested = without(&found.suggested, &settled);
    let doubtful = without(&found.doubtful, &settled);
    let open = without(&found.not_excluded, &settled);
    let known = |name: &&str| settled.contains(name) || open.contains(name);
    let never: Vec<&str> = desk.screener.list(today).into_iter().filter(|name| !known(name)).collect();
    let mut rows = vec![
        (page.t("screening-certain"), certain),
        (page.t("screening-suggested"), listed(page, &suggested)),
        (page.t("screening-not-excluded"), listed(page, &open)),
        (page.t("screening-never-asked"), listed(page, &never)),
    ];
    if !doubtful.is_empty() {
        rows.insert(2, (page.t("screening-doubtful"), listed(page, &doubtful)));
    }
    if !denied.is_empty() {
        rows.push((page.t("screening-denied"), listed(page, &denied)));
    }
    // The age where it is not known, then what is open, then what nobody asked.
    let wanted = found.next_question.as_deref();
    let next = if flag.row.age == "unknown" || wanted == Some("age") {
        Some(ASK_AGE)
    } else {
        desk.screener.asked().find(|(own, _)| Some(*own) == wanted).map(|(_, ask)| ask)
    };
    let next = next.or_else(|| {
        let mut names = suggested.iter().chain(&never);
        names.find_map(|name| desk.screener.questions_about(name, today).first().copied())
    });
    // A child is asked nothing more by who holds this card.
    if let Some(ask) = next.filter(|_| flag.row.age != "child") {
        rows.push((page.t("screening-next-question"), page.t(ask)));
    }
    let why: Vec<String> =
        found.reasons.iter().map(|code| page.t(&format!("screening-why-{code}"))).collect();
    let row = &flag.row;
    let interest = if row.filer_has_interest { "common-yes" } else { "common-no" };
    rows.extend([
        (page.t("screening-instruments"), instruments(page, flag)),
        (page.t("screening-why"), page.language().list(&why)),
        (page.t("screening-age"), page.t(&format!("screening-age-{}", row.age))),
        (page.t("screening-filed-by"), page.filer(&row.filed_by)),
        (page.t("screening-interest"), page.t(interest)),
        (page.t("screening-raised"), page.date_time(&row.raised_at)),
        (page.t("screening-met-alone"), met_row(desk, page, flag, met).await?),
    ]);
    if let Some(many) = desk.words.cluster(row.complaint).await? {
        rows.push((page.t("screening-cluster"), page.tn("screening-cluster-many", "many", many)));
    }
    Ok(rows)
}
