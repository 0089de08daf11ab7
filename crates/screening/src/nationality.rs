//! Whether screening does worse by some nationalities than by others. Nationality is sealed with the record and stands in no
//! event; what is kept is a count for a quarter, which belongs to no flag, no complaint and no office. It is told only to who
//! reads all offices, and only of a nationality with enough talks.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, Utc};
use chrono_tz::Tz;
use haqqi_kernel::Uow;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, DatabaseConnection, DbErr, EntityTrait, QueryFilter, Set};

use crate::entity::judged_nationality::{ActiveModel, Column, Entity};
use crate::judged::Judgement;
use crate::measured::{Found, Pointed, Tally};

/// The quarter of the pack's calendar in which an instant lies: `2026-Q4`.
fn quarter(at: DateTime<Utc>, zone: Tz) -> String {
    let day = at.with_timezone(&zone).date_naive();
    format!("{}-Q{}", day.year(), day.month0() / 3 + 1)
}

/// A judgement that is counted for a nationality.
pub(crate) struct Counted {
    pub pointed: Pointed,
    pub found: Found,
}

/// Counts a judgement, and takes back the one that it puts right: in the quarter in which that was made.
pub(crate) fn count(unit: &mut Uow, zone: Tz, nationality: &str, now: &Counted, before: Option<&Judgement>) {
    if let Some(before) = before {
        let old = Counted { pointed: before.pointed, found: before.found };
        add(unit, &quarter(before.at, zone), nationality, &old, -1);
    }
    let of = quarter(unit.now(), zone);
    add(unit, &of, nationality, now, 1);
}

fn add(unit: &mut Uow, quarter: &str, nationality: &str, of: &Counted, many: i64) {
    let (pointed, found) = (of.pointed.code(), of.found.code());
    let row = ActiveModel {
        quarter: Set(quarter.to_owned()),
        nationality: Set(nationality.to_owned()),
        pointed: Set(pointed.to_owned()),
        found: Set(found.to_owned()),
        many: Set(0),
    };
    unit.insert_or_ignore(row, [Column::Quarter, Column::Nationality, Column::Pointed, Column::Found]);
    unit.update(
        Entity::update_many()
            .col_expr(Column::Many, Expr::col(Column::Many).add(many))
            .filter(Column::Quarter.eq(quarter))
            .filter(Column::Nationality.eq(nationality))
            .filter(Column::Pointed.eq(pointed))
            .filter(Column::Found.eq(found)),
    );
}

/// The counts of all quarters that the time touches, by nationality; those of which too few talks are known to tell anything
/// are left out.
pub(crate) async fn by_nationality(
    reader: &DatabaseConnection,
    zone: Tz,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<BTreeMap<String, Tally>, DbErr> {
    let last = until - chrono::TimeDelta::seconds(1);
    let rows = Entity::find()
        .filter(Column::Quarter.between(quarter(from, zone), quarter(last, zone)))
        .all(reader)
        .await?;
    let mut all: BTreeMap<String, Tally> = BTreeMap::new();
    for row in rows {
        let (Some(pointed), Some(found)) = (Pointed::from_code(&row.pointed), Found::from_code(&row.found))
        else {
            continue;
        };
        // Who judged before this was counted may be put right now: fewer than none are none.
        let many = u64::try_from(row.many).unwrap_or_default();
        all.entry(row.nationality).or_default().add(pointed, found, many);
    }
    all.retain(|_, tally| tally.precision().is_some());
    Ok(all)
}

#[cfg(test)]
mod tests {
    use chrono::{TimeZone, Utc};

    use super::quarter;

    #[test]
    fn a_quarter_is_the_calendars_of_the_country() {
        let at = Utc.with_ymd_and_hms(2026, 12, 31, 22, 30, 0).unwrap();
        assert_eq!(quarter(at, chrono_tz::Asia::Amman), "2027-Q1");
        assert_eq!(quarter(at, chrono_tz::UTC), "2026-Q4");
    }
}
