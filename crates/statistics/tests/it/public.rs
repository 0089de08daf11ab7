//! What is made public, and what stays inside.

use chrono::{NaiveDate, TimeZone, Utc};
use haqqi_kernel::Role;
use haqqi_statistics::{Period, ReleaseError, preview, release, released};
use haqqi_testing::houses;
use uuid::Uuid;

use crate::told::{groups, happened, of, received, site, staff};

fn months(from: &str, to: &str) -> Period {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    Period::new(day(from), day(to)).unwrap()
}

#[tokio::test]
async fn whole_months_are_released_once_without_small_numbers_and_never_counted_anew() {
    for test in houses().await {
        let (house, site, on) = (&test.house, site(&test.house), test.on);
        let october = Utc.with_ymd_and_hms(2026, 10, 12, 9, 0, 0).unwrap();
        for n in 0..43_u128 {
            let kind = match n {
                0..=2 => "documents-held",
                3..=22 => "wages-late",
                _ => "wages-unpaid",
            };
            happened(house, received(Uuid::from_u128(5000 + n), october, "amman-1", kind)).await;
        }
        let analyst = staff(Role::Analyst, None);
        let period = months("2026-10-01", "2026-10-31");
        for role in [Role::Supervisor, Role::Planner, Role::Administrator] {
            let refused = release(&site, &staff(role, None), period).await;
            assert!(matches!(refused, Err(ReleaseError::NotFound)), "{on}: {role:?}");
        }
        let early = release(&site, &analyst, months("2026-11-01", "2026-11-30")).await;
        assert!(matches!(early, Err(ReleaseError::Early)), "{on}");
        let part = release(&site, &analyst, months("2026-10-01", "2026-10-30")).await;
        assert!(matches!(part, Err(ReleaseError::Months)), "{on}");

        let seen = preview(&site, &analyst, period).await.unwrap();
        assert!(released(&site).await.unwrap().is_empty(), "{on}: looking publishes nothing");
        release(&site, &analyst, period).await.unwrap();
        let public = released(&site).await.unwrap();
        assert_eq!(public.len(), 1, "{on}");
        let figures = &public[0].figures;
        assert_eq!(of(figures, "received").total, Some(43), "{on}");
        // Three is small; it takes a neighbour with it, or it could be worked out.
        let shown = groups(figures, "received");
        assert_eq!(shown.iter().filter(|(_, count)| count.is_none()).count(), 2, "{on}: {shown:?}");
        assert_eq!(shown.len(), 3, "{on}");
        assert_eq!(groups(&seen, "received"), shown, "{on}: what was seen is what is public");
        assert!(!public[0].is_year());

        // What happens later, or is put right, changes nothing that was released.
        for n in 0..20_u128 {
            happened(house, received(Uuid::from_u128(7000 + n), october, "amman-1", "wages-late")).await;
        }
        let again = released(&site).await.unwrap();
        assert_eq!(of(&again[0].figures, "received").total, Some(43), "{on}");
        let twice = release(&site, &analyst, period).await;
        assert!(matches!(twice, Err(ReleaseError::Before)), "{on}");
        let around = release(&site, &analyst, months("2026-09-01", "2026-10-31")).await;
        assert!(matches!(around, Err(ReleaseError::Before)), "{on}: no two share a day");
        release(&site, &analyst, months("2025-01-01", "2025-12-31")).await.unwrap();
        let all = released(&site).await.unwrap();
        assert_eq!(all.len(), 2, "{on}");
        assert!(all[1].is_year(), "{on}: the newest stands first");
    }
}
