//! Everything that will be sent, to be read over once more, each with the step on which it can be changed.

use haqqi_language::left_to_right;
use haqqi_web::Page;

use crate::Desk;
use crate::claims::{missing_in_all, month_of};
use crate::http::draft::Draft;
use crate::model::{Channel, Confidentiality, Whose};

/// One thing that she told.
pub(super) struct Told {
    pub label: String,
    pub value: String,
    /// The step that asks it.
    pub step: usize,
    /// Words that she wrote: they stand apart from the page's own.
    pub hers: bool,
}

struct Rows<'a> {
    page: &'a Page,
    rows: Vec<Told>,
}

impl Rows<'_> {
    fn put(&mut self, step: usize, label: String, value: String, hers: bool) {
        if !value.trim().is_empty() {
            self.rows.push(Told { label, value, step, hers });
        }
    }

    /// What was chosen.
    fn say(&mut self, step: usize, id: &str, value: String) {
        self.put(step, self.page.t(id), value, false);
    }

    /// What was typed.
    fn hers(&mut self, step: usize, id: &str, value: &str) {
        self.put(step, self.page.t(id), value.to_owned(), true);
    }
}

/// Every answer of the draft, in the order in which the steps ask.
pub(super) fn read_over(desk: &Desk, page: &Page, draft: &Draft) -> Vec<Told> {
    let mut rows = Rows { page, rows: Vec::new() };
    let label =
        |prefix: &str, code: &str| if code.is_empty() { String::new() } else { page.label(prefix, code) };
    let yes = |name: &str| if draft.get(name) == "yes" { page.t("common-yes") } else { String::new() };
    rows.hers(1, "complaints-what", draft.get("narrative"));
    rows.say(1, "complaints-kind", label("kind", draft.get("kind")));
    rows.say(2, "complaints-filed-by", label("filer", draft.get("filed_by")));
    rows.hers(2, "complaints-employer", draft.get("employer_name"));
    rows.hers(2, "complaints-place", draft.get("employer_place"));
    rows.say(2, "complaints-governorate", label("governorate", draft.get("governorate")));
    claims(&mut rows, desk, draft);
    let secret = Confidentiality::from_code(draft.get("confidentiality")).unwrap_or_default();
    rows.say(2, "complaints-secret", page.t(&format!("complaints-secret-{}", secret.code())));
    rows.say(3, "complaints-danger", yes("danger"));
    for question in desk.screening.questions() {
        let answer = match draft.answer(&question.id) {
            "yes" => page.t("common-yes"),
            "no" => page.t("common-no"),
            "unknown" => page.t("common-unknown"),
            _ => continue,
        };
        rows.say(3, &question.ask, answer);
    }
    if !draft.get("age").is_empty() {
        rows.say(3, "complaints-age", page.t(&format!("complaints-age-{}", draft.get("age"))));
    }
    let channel = Channel::from_code(draft.get("channel")).unwrap_or_default();
    rows.say(4, "complaints-reach", page.t(&format!("complaints-channel-{}", channel.code())));
    rows.hers(4, "complaints-address", &left_to_right(draft.get("address")));
    if let Some(whose) = Whose::from_code(draft.get("whose")) {
        rows.say(4, "complaints-whose", page.t(&format!("complaints-whose-{}", whose.code())));
    }
    rows.hers(4, "complaints-when", draft.get("when"));
    rows.say(4, "complaints-never-call", yes("never_call"));
    rows.say(4, "complaints-no-message", yes("no_message"));
    rows.say(4, "complaints-open-words", yes("open_words"));
    rows.hers(4, "complaints-safe-word", draft.get("safe_word"));
    if let sex @ ("female" | "male") = draft.get("interpreter_sex") {
        rows.say(4, "complaints-sex", page.t(&format!("complaints-sex-{sex}")));
    }
    rows.rows
}

fn claims(rows: &mut Rows<'_>, desk: &Desk, draft: &Draft) {
    let page = rows.page;
    let claims = draft.claims(&desk.site.pack).unwrap_or_default();
    let known = |amount: Option<i64>| amount.map_or_else(|| "?".to_owned(), |minor| page.money(minor));
    for claim in &claims {
        let Some((year, month)) = month_of(&claim.month) else { continue };
        let (agreed, paid) = (page.t("complaints-claim-agreed"), page.t("complaints-claim-paid"));
        let told = format!("{agreed}: {} · {paid}: {}", known(claim.agreed), known(claim.paid));
        rows.put(2, page.month(year, month), told, false);
    }
    if claims.iter().any(|claim| claim.missing().is_some()) {
        rows.say(2, "complaints-claim-sum", page.money(missing_in_all(&claims)));
    }
}
