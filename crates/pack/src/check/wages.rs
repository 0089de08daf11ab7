//! What the wage calculator relies on: every rule names the figures that it needs, and each is there in its unit.

use super::Faults;
use crate::model::law::RateUnit;
use crate::model::wages::{Due, Entitlement};

const FILE: &str = "entitlements.toml";

/// Figures that are missing, or stand in a unit that cannot be.
pub fn check(faults: &mut Faults<'_>) {
    let pack = faults.pack;
    for (row, start, end) in pack.tables.entitlements.placed() {
        let line = |needle: &str| pack.sources.line_of(FILE, start, end, needle);
        let code = row.code.code();
        for lacking in lacking(row) {
            faults.at(FILE, line("code"), format!("entitlement `{code}` names no `{lacking}`"));
        }
        if row.long.is_some() != row.long_after.is_some() {
            faults.at(
                FILE,
                line("long"),
                format!("entitlement `{code}` needs `long` and `long_after` together"),
            );
        }
        for (named, units) in row.named() {
            let regime = row.rates_regime();
            let mut rates = pack.tables.rates.all(named).filter(|rate| rate.regime == regime).peekable();
            if rates.peek().is_none() {
                faults.at(FILE, line(named), format!("no rate `{named}` of the regime `{regime}`"));
            }
            let fits = |unit: RateUnit| units.contains(&unit);
            for rate in rates {
                if !fits(rate.unit) || rate.value < 0 {
                    faults.at(FILE, line(named), format!("the rate `{named}` cannot be used for `{code}`"));
                }
                let divides =
                    row.month_days.as_deref() == Some(named) || row.hours_day.as_deref() == Some(named);
                if divides && rate.value == 0 {
                    faults.at(FILE, line(named), format!("nothing can be divided by the rate `{named}`"));
                }
            }
        }
    }
}

/// The figures that a rule must name and does not.
fn lacking(row: &Entitlement) -> Vec<&'static str> {
    let hours = matches!(row.code, Due::Overtime | Due::RestDayWork);
    let days = hours || matches!(row.code, Due::Leave | Due::Notice | Due::KeptFine | Due::KeptDamage);
    [
        (row.code != Due::Wages && row.rate.is_none(), "rate"),
        (days && row.month_days.is_none(), "month_days"),
        (hours && row.hours_day.is_none(), "hours_day"),
    ]
    .into_iter()
    .filter_map(|(missing, name)| missing.then_some(name))
    .collect()
}
