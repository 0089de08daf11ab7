//! The figures: every step of the walk is counted, once. Figures under ten are not shown, so a step is compared only
//! where the demonstration's history is long enough; what must be comparable in every country is named.

use std::collections::BTreeMap;

use reqwest::StatusCode;
use serde_json::Value;

use super::{Walk, expect, soon, status};

/// Steps that the history of every demonstration has often enough.
const ALWAYS: [&str; 6] =
    ["received", "acknowledged", "translated", "officer-assessed", "visits-recorded", "reports-issued"];

/// The totals that are shown for the last months, by figure.
pub type Totals = BTreeMap<String, u64>;

async fn totals(walk: &Walk) -> Totals {
    let year =
        expect(walk.get("analyst", "/api/v1/figures?from=2025-01-01&to=2035-01-01"), StatusCode::OK).await;
    let figures = year["figures"].as_array().unwrap();
    figures
        .iter()
        .filter_map(|figure| Some((figure["code"].as_str()?.to_owned(), figure["total"].as_u64()?)))
        .collect()
}

/// What is counted before anything happens.
pub async fn before(walk: &Walk) -> Totals {
    for role in ["inspector", "interpreter", "administrator", "agency-user"] {
        assert_eq!(status(walk.get(role, "/api/v1/figures")).await, StatusCode::NOT_FOUND, "{role}");
    }
    let shown = totals(walk).await;
    for code in ALWAYS {
        assert!(shown.contains_key(code), "{code} is counted in this country");
    }
    shown
}

/// Each step was counted.
pub async fn each_step_was_counted(walk: &Walk, before: &Totals) {
    soon("the figures", || async {
        let after = totals(walk).await;
        let more = |code: &str| after.get(code) > before.get(code);
        ALWAYS.iter().all(|code| more(code)).then_some(())
    })
    .await;
    let after = totals(walk).await;
    // From none to a few, a figure is hidden: it is compared where it is shown.
    let shrank = |(code, earlier): &(&String, &u64)| after.get(*code).is_some_and(|later| later < *earlier);
    let fewer: Vec<_> = before.iter().filter(shrank).collect();
    assert!(fewer.is_empty(), "{fewer:?} shrank");
    let cohort: Value = expect(walk.get("analyst", "/api/v1/figures"), StatusCode::OK).await;
    assert!(cohort["cohort"]["received"].as_u64().unwrap() > 0);
}
