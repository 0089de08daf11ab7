//! The report on paper: once in each language of the staff, one behind the other.

use haqqi_documents::{Block, Paper};
use haqqi_language::{Args, Language};
use haqqi_pack::label;

use super::{Report, ReportedFinding, ReportedMeasure};
use crate::desk::InspectionDesk;

struct Writer<'a> {
    desk: &'a InspectionDesk,
    language: Language,
}

/// The papers of a report.
pub(super) fn papers(desk: &InspectionDesk, report: &Report) -> Vec<Paper> {
    desk.pack()
        .staff_languages()
        .iter()
        .filter_map(|tag| desk.site.languages.for_staff(tag))
        .map(|language| Writer { desk, language }.paper(report))
        .collect()
}

impl Writer<'_> {
    fn t(&self, id: &str) -> String {
        self.language.text(id)
    }

    /// The label of a code; an unknown code of an older pack as it is.
    fn label(&self, prefix: &str, code: &str) -> String {
        let id = label(prefix, code);
        if self.language.has(&id) { self.language.text(&id) } else { code.to_owned() }
    }

    fn date_time(&self, at: chrono::DateTime<chrono::Utc>, office: &str) -> String {
        self.language.date_time(at, self.desk.pack().office_zone(office))
    }

    fn day(&self, report: &Report) -> String {
        let calendar = self.desk.clocks.calendar(Some(&report.office));
        let noon = report.found_on.map(|day| calendar.noon(day));
        noon.map(|at| self.language.date(at, calendar.zone())).unwrap_or_default()
    }

    fn paper(&self, report: &Report) -> Paper {
        let mut paper = Paper::new(&self.language, self.t("pack-report-heading"))
            .sender(self.t("pack-inspectorate"))
            .subtitle(report.number.clone())
            .footer(report.number.clone())
            .with(Block::pairs(self.head(report)));
        paper.push(Block::heading(self.t("inspections-report-findings")));
        if report.findings.is_empty() {
            paper.push(Block::text(self.t("inspections-report-nothing")));
        } else {
            paper.push(Block::table(
                [
                    self.t("inspections-report-number"),
                    self.t("inspections-report-what"),
                    self.t("inspections-report-law"),
                    self.t("inspections-severity"),
                    self.t("inspections-workers"),
                ],
                report.findings.iter().map(|finding| self.finding(finding)).collect(),
            ));
        }
        paper.push(Block::heading(self.t("inspections-report-measures")));
        if report.measures.is_empty() {
            paper.push(Block::text(self.t("inspections-report-no-measure")));
        } else {
            let mut heads = vec![
                self.t("inspections-measure"),
                self.t("inspections-report-for"),
                self.t("inspections-report-by"),
            ];
            // Where no inspector added words, what is asked for is the measure itself.
            if report.measures.iter().any(|measure| !measure.words.trim().is_empty()) {
                heads.push(self.t("inspections-report-asked"));
            }
            // A cell beyond the heads is cut.
            paper.push(Block::table(
                heads,
                report.measures.iter().map(|measure| self.measure(measure, &report.office)).collect(),
            ));
        }
        paper.push(Block::heading(self.t("inspections-report-object-title")));
        paper.push(Block::text(self.t("inspections-report-object")));
        paper.push(Block::text(self.t("inspections-report-no-reprisal")));
        if let Some(code) = &report.code {
            paper.push(Block::Qr {
                content: format!("{}/inspector?number={code}", self.desk.site.settings.base_url),
                label: self
                    .language
                    .text_with("inspections-report-code", &Args::new().set("code", code.as_str())),
            });
        }
        let mut signatures = report.inspectors.clone();
        signatures.push(self.t("inspections-report-for-employer"));
        paper.push(Block::Signatures(signatures));
        paper
    }

    fn head(&self, report: &Report) -> Vec<(String, String)> {
        let mut pairs = vec![
            (self.t("inspections-report-number"), report.number.clone()),
            (self.t("inspections-visit"), report.visit.clone()),
            (self.t("inspections-report-issued"), self.date_time(report.issued_at, &report.office)),
            (self.t("inspections-establishment"), report.names.join(" · ")),
            (self.t("inspections-report-register"), report.establishment.clone()),
            (self.t("inspections-address"), report.places.join(" · ")),
            (self.t("inspections-office"), self.label("office", &report.office)),
            (self.t("inspections-found-on"), self.day(report)),
            (self.t("inspections-report-began"), self.date_time(report.began_at, &report.office)),
            (self.t("inspections-report-ended"), self.date_time(report.ended_at, &report.office)),
            (self.t("inspections-team"), report.inspectors.join(" · ")),
            (self.t("inspections-present"), report.present.clone()),
            (self.t("inspections-order"), report.order.clone().unwrap_or_default()),
            (
                self.t("inspections-report-checked"),
                self.language.text_with(
                    "inspections-report-checked-of",
                    &Args::new()
                        .set("good", i64::try_from(report.checked.1).unwrap_or_default())
                        .set("all", i64::try_from(report.checked.0).unwrap_or_default()),
                ),
            ),
        ];
        pairs.retain(|(_, value)| !value.is_empty());
        pairs
    }

    fn law(&self, finding: &ReportedFinding) -> String {
        let what = self.label("article", &finding.article);
        match &finding.cited {
            Some((law, number)) => self.language.text_with(
                "inspections-report-article",
                &Args::new()
                    .set("law", self.label("law", law))
                    .set("number", number.as_str())
                    .set("what", what),
            ),
            None => what,
        }
    }

    fn finding(&self, finding: &ReportedFinding) -> Vec<String> {
        let statement = self.language.text_with(
            "inspections-report-not-true",
            &Args::new().set("statement", self.label("item", &finding.item)),
        );
        vec![
            self.language.number(i64::from(finding.number)),
            format!("{statement}\n{}", finding.words),
            self.law(finding),
            self.t(&format!("inspections-severity-{}", finding.severity)),
            finding.workers.map(|workers| self.language.number(i64::from(workers))).unwrap_or_default(),
        ]
    }

    fn measure(&self, measure: &ReportedMeasure, office: &str) -> Vec<String> {
        let numbers: Vec<String> =
            measure.findings.iter().map(|number| self.language.number(i64::from(*number))).collect();
        let mut name = self.label("measure", &measure.code);
        let asked = if measure.words.trim().is_empty() { name.clone() } else { measure.words.clone() };
        if measure.proposed {
            name = format!("{name} ({})", self.t("inspections-measure-state-proposed"));
        }
        vec![
            name,
            numbers.join(", "),
            measure.due_at.map(|at| self.date_time(at, office)).unwrap_or_default(),
            asked,
        ]
    }
}
