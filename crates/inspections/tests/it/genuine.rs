//! Yes or no to the number of a badge.

use haqqi_accounts::{Directory, give_badge, shut_account, take_badge};
use haqqi_inspections::{genuine, new_paper_code};
use haqqi_kernel::{Actor, Role};

use crate::world::{hire, site};

#[tokio::test]
async fn a_badge_is_ours_while_it_is_worn_and_a_lost_one_no_more() {
    for test in haqqi_testing::houses().await {
        let (house, on) = (&test.house, test.on);
        let person = hire(&site(&test), "badge", Role::Inspector, "female", &["ar"]).await;
        let admin = hire(&site(&test), "admin", Role::Administrator, "male", &["ar"]).await;
        let give = || async {
            let mut unit = house.unit(admin.actor.clone());
            let badge = give_badge(&mut unit, person.id).unwrap().to_string();
            unit.commit().await.unwrap();
            badge
        };
        let lost = give().await;
        assert!(genuine(house, &lost).await.unwrap(), "{on}");
        let badge = give().await;
        assert!(!genuine(house, &lost).await.unwrap(), "{on}: the lost one is called in");
        assert!(genuine(house, &badge).await.unwrap(), "{on}");
        assert!(genuine(house, &badge.to_lowercase().replace('-', "")).await.unwrap(), "{on}: as typed");
        // Nobody but an administrator hands numbers out.
        let mut unit = house.unit(person.actor.clone());
        assert!(give_badge(&mut unit, person.id).is_err() && take_badge(&mut unit, person.id).is_err());
        drop(unit);
        // Whoever left shows a badge that is ours no more.
        let name = Directory::new(house.clone()).person(person.id).await.unwrap().unwrap().sign_in;
        shut_account(house, &admin.actor, &name).await.unwrap();
        assert!(!genuine(house, &badge).await.unwrap(), "{on}");
        let seen = Directory::new(house.clone()).person(person.id).await.unwrap().unwrap();
        assert_eq!(seen.badge.as_deref(), Some(badge.as_str()), "the house still knows whose it was");
    }
}

#[tokio::test]
async fn the_code_of_a_paper_is_ours_and_nothing_like_it_is() {
    for test in haqqi_testing::houses().await {
        let house = &test.house;
        let mut unit = house.unit(Actor::System);
        let code = new_paper_code(&mut unit).to_string();
        let never = new_paper_code(&mut house.unit(Actor::System)).to_string();
        unit.commit().await.unwrap();
        assert!(genuine(house, &code).await.unwrap(), "{}", test.on);
        assert!(!genuine(house, &never).await.unwrap(), "what was never handed out");
        let mut wrong = code.clone().into_bytes();
        wrong[3] = if wrong[3] == b'7' { b'8' } else { b'7' };
        assert!(!genuine(house, std::str::from_utf8(&wrong).unwrap()).await.unwrap());
        for typed in ["", "   ", "0", "K-", "C-26-7KQ4M2-X", "'; --", "\u{202e}K", &"7".repeat(10_000)] {
            assert!(!genuine(house, typed).await.unwrap(), "{typed}");
        }
    }
}
