//! Signing in: a guesser waits and shuts out nobody, a lost authenticator is no lost account, sessions can be ended.

use chrono::TimeDelta;
use haqqi_accounts::{
    ChangeError, Ending, Origin, PasswordError, SignIn, SignInError, change_password, confirm, end_own,
    new_recovery_codes, recovery_codes_left, sessions, sign_in_from,
};
use haqqi_kernel::{House, Role};
use haqqi_web::Network;

use crate::world::{PASSWORD, Person, hire};

fn typed(person: &Person, password: &str, code: &str) -> SignIn {
    SignIn { name: person.name.clone(), password: password.to_owned(), code: code.to_owned() }
}

fn from(network: u64, device: Option<&str>) -> Origin {
    let agent = Some("Firefox, Linux".to_owned());
    Origin { network: Network(network), device: device.map(str::to_owned), agent }
}

/// So many wrong passwords from one network.
async fn guess(house: &House, person: &Person, network: u64, times: usize) -> Vec<bool> {
    let mut slow = Vec::new();
    for _ in 0..times {
        let answer = sign_in_from(house, &from(network, None), typed(person, "guessed", "000000")).await;
        slow.push(matches!(answer, Err(SignInError::Slow)));
    }
    slow
}

#[tokio::test]
async fn a_guesser_waits_longer_each_time_and_shuts_out_nobody() {
    for test in haqqi_testing::houses().await {
        let house = &test.house;
        let person = hire(house, &format!("guessed-{}", test.on), Role::DutyOfficer, None).await;
        let right = async |origin: Origin| {
            test.clock.advance(TimeDelta::seconds(30));
            sign_in_from(house, &origin, typed(&person, PASSWORD, &person.code(house))).await
        };
        let first = right(from(1, None)).await.unwrap();
        let codes = {
            let mut unit = house.unit(person.actor.clone());
            let codes = new_recovery_codes(&mut unit, person.view.id);
            unit.commit().await.unwrap();
            codes
        };

        let slow = guess(house, &person, 1, 10).await;
        assert_eq!(slow, [false, false, false, false, false, false, false, false, true, true], "{}", test.on);
        // From another network, from the browser that is known, and with a recovery code she gets in all the same.
        assert!(right(from(2, None)).await.is_ok(), "{}: another network", test.on);
        assert!(right(from(1, Some(&first.device))).await.is_ok(), "{}: her own browser", test.on);
        let recovered = sign_in_from(house, &from(1, None), typed(&person, PASSWORD, &codes[0])).await;
        assert!(recovered.is_ok(), "{}: a recovery code", test.on);
        // That was the right one, so the count begins anew. A mark of somebody else's helps nobody.
        let other = hire(house, &format!("other-{}", test.on), Role::Inspector, None).await;
        let others = sign_in_from(house, &from(9, None), typed(&other, PASSWORD, &other.code(house))).await;
        guess(house, &person, 1, 8).await;
        let borrowed = right(from(1, Some(&others.unwrap().device))).await;
        assert!(matches!(borrowed, Err(SignInError::Slow)), "{}", test.on);
        assert!(matches!(right(from(1, Some("forged"))).await, Err(SignInError::Slow)), "{}", test.on);

        // Two minutes, then four.
        test.clock.advance(TimeDelta::seconds(61));
        assert_eq!(guess(house, &person, 1, 9).await[7..], [false, true], "{}", test.on);
        test.clock.advance(TimeDelta::seconds(180));
        assert_eq!(guess(house, &person, 1, 1).await, [true], "{}: it rests for four minutes", test.on);
        test.clock.advance(TimeDelta::seconds(61));
        assert_eq!(guess(house, &person, 1, 1).await, [false], "{}", test.on);
    }
}

#[tokio::test]
async fn a_code_is_good_once_whichever_it_is() {
    for test in haqqi_testing::houses().await {
        let house = &test.house;
        let person = hire(house, &format!("codes-{}", test.on), Role::Supervisor, None).await;
        let code = person.code(house);
        let with =
            async |code: &str| sign_in_from(house, &from(3, None), typed(&person, PASSWORD, code)).await;
        assert!(with(&code).await.is_ok());
        assert!(matches!(with(&code).await, Err(SignInError::Wrong)), "{}: replayed", test.on);
        assert_eq!(recovery_codes_left(house, person.view.id).await.unwrap(), 0);
        let make = async || {
            let mut unit = house.unit(person.actor.clone());
            let codes = new_recovery_codes(&mut unit, person.view.id);
            unit.commit().await.unwrap();
            codes
        };
        let old = make().await;
        let codes = make().await;
        assert_eq!((codes.len(), recovery_codes_left(house, person.view.id).await.unwrap()), (10, 10));
        assert!(matches!(with(&old[0]).await, Err(SignInError::Wrong)), "{}: older ones are void", test.on);
        assert!(with(&codes[4].to_uppercase().replace('-', " ")).await.is_ok(), "{}", test.on);
        assert!(matches!(with(&codes[4]).await, Err(SignInError::Wrong)), "{}: used up", test.on);
        let wrong = sign_in_from(house, &from(3, None), typed(&person, "another password", &codes[5])).await;
        assert!(matches!(wrong, Err(SignInError::Wrong)), "{}: it replaces no password", test.on);
        assert_eq!(recovery_codes_left(house, person.view.id).await.unwrap(), 9, "{}", test.on);
    }
}

#[tokio::test]
async fn sessions_are_seen_and_ended_and_a_changed_password_ends_the_others() {
    for test in haqqi_testing::houses().await {
        let house = &test.house;
        let person = hire(house, &format!("sessions-{}", test.on), Role::ComplaintsOfficer, Some("a")).await;
        let other = hire(house, &format!("colleague-{}", test.on), Role::ComplaintsOfficer, Some("a")).await;
        for _ in 0..3 {
            test.clock.advance(TimeDelta::seconds(30));
            let code = person.code(house);
            sign_in_from(house, &from(4, None), typed(&person, PASSWORD, &code)).await.unwrap();
        }
        let all = sessions(house, person.view.id).await.unwrap();
        assert_eq!(all.len(), 3, "{}", test.on);
        assert!(all.iter().all(|one| one.agent == "Firefox, Linux" && one.mark.len() == 20));
        let not_hers = end_own(house, &other.actor, Ending::Session(&all[0].mark), None).await;
        assert!(matches!(not_hers, Err(ChangeError::NotFound)), "{}: a mark of somebody else's", test.on);
        end_own(house, &person.actor, Ending::Session(&all[0].mark), None).await.unwrap();
        let left = sessions(house, person.view.id).await.unwrap();
        assert_eq!(left, all[1..], "{}", test.on);

        // A session is known by its row only inside; the newest that is left stays here.
        let kept = left[0].id();
        test.clock.advance(TimeDelta::seconds(30));
        let code = person.code(house);
        let change = async |old: &str, new: &str, code: &str| {
            change_password(house, &person.actor, kept, (old, new), code).await
        };
        assert!(matches!(change(PASSWORD, "short", &code).await, Err(PasswordError::Short)));
        let new = "nine slow otters swim";
        assert!(matches!(change("guessed", new, &code).await, Err(PasswordError::Wrong)));
        assert!(matches!(change(PASSWORD, new, "000000").await, Err(PasswordError::Wrong)));
        change(PASSWORD, new, &code).await.unwrap();
        let left = sessions(house, person.view.id).await.unwrap();
        assert_eq!(left.len(), 1, "{}: the others ended", test.on);
        test.clock.advance(TimeDelta::seconds(30));
        let old = sign_in_from(house, &from(5, None), typed(&person, PASSWORD, &person.code(house))).await;
        assert!(matches!(old, Err(SignInError::Wrong)), "{}", test.on);
        assert!(sign_in_from(house, &from(5, None), typed(&person, new, &person.code(house))).await.is_ok());

        // Guessing the code in a session that was stolen rests that session, and no other.
        let mut last = Ok(());
        for _ in 0..9 {
            last = confirm(house, &person.actor, kept, "000000").await;
        }
        assert!(matches!(last, Err(PasswordError::Slow)), "{}", test.on);
        test.clock.advance(TimeDelta::minutes(3));
        confirm(house, &person.actor, kept, &person.code(house)).await.unwrap();
    }
}
