//! An administrator who would make accounts to read by: he never holds their secrets, and they open nothing before a second
//! person, who is no administrator, has heard from their owner.

use chrono::TimeDelta;
use haqqi_accounts::{
    AcceptError, AddStaffError, Chosen, ConfirmError, Directory, Granted, NewToken, Said, SignIn,
    SignInError, accept_invitation, add_staff, code_at, confirm_waiting, invite_anew, invite_staff,
    new_token, open_invitation, own_waiting, set_roles, sign_in, tokens, waiting,
};
use haqqi_kernel::{Action, Actor, House, Role, judge};
use haqqi_web::Network;

use crate::world::{PASSWORD, agree, hire, new_person, new_staff};

const HERE: Network = Network(7);

async fn invite(house: &House, by: &Actor, name: &str, role: Role, office: Option<&str>) -> String {
    let mut unit = house.unit(by.clone());
    let made = invite_staff(&mut unit, &new_person(name, &[role], office)).unwrap();
    unit.commit().await.unwrap();
    made.code
}

/// What somebody does who holds an invitation; gives the secret of the authenticator.
async fn accept(house: &House, code: &str, password: &str) -> Result<String, AcceptError> {
    let invited = open_invitation(house, HERE, code).await?;
    let shown = code_at(&invited.secret, house.now().timestamp()).unwrap();
    let (code, sealed) = (code.to_owned(), invited.sealed);
    let chosen = Chosen { code, sealed, password: password.to_owned(), shown };
    accept_invitation(house, HERE, &chosen).await.map(|codes| assert_eq!(codes.len(), 10))?;
    Ok(invited.secret)
}

async fn enter(house: &House, name: &str, password: &str, secret: &str) -> Result<(), SignInError> {
    let code = code_at(secret, house.now().timestamp()).unwrap();
    let typed = SignIn { name: name.to_owned(), password: password.to_owned(), code };
    sign_in(house, HERE, typed).await.map(|_| ())
}

/// Whether the account opens complaints.
async fn reads(house: &House, name: &str) -> bool {
    let person = Directory::new(house.clone()).by_sign_in(name).await.unwrap().unwrap();
    judge(&person.actor(true), Action::ReadComplaint).is_ok()
}

#[tokio::test]
async fn an_administrator_reads_by_no_account_that_he_made() {
    for test in haqqi_testing::houses().await {
        let (house, on) = (&test.house, test.on);
        let admin = hire(house, "of-a", Role::Administrator, Some("a")).await;
        let head = hire(house, "head-a", Role::Supervisor, Some("a")).await;
        let elsewhere = hire(house, "head-b", Role::Supervisor, Some("b")).await;
        let alone =
            add_staff(&mut house.unit(admin.actor.clone()), &new_staff("x1", &[Role::Inspector], Some("a")));
        assert_eq!(alone.map(|_| ()), Err(AddStaffError::Denied), "{on}: he chooses nobody's secrets");

        // He uses the invitation himself, and holds an account that opens nothing.
        let code = invite(house, &admin.actor, "straw", Role::ComplaintsOfficer, Some("a")).await;
        let secret = accept(house, &code, PASSWORD).await.unwrap();
        test.clock.advance(TimeDelta::seconds(30));
        enter(house, "straw", PASSWORD, &secret).await.unwrap();
        assert!(!reads(house, "straw").await, "{on}");
        // A second administrator of his making is none yet and confirms nothing, nor does somebody of another office.
        let code = invite(house, &admin.actor, "straw-2", Role::Administrator, Some("a")).await;
        accept(house, &code, PASSWORD).await.unwrap();
        let second = Directory::new(house.clone()).by_sign_in("straw-2").await.unwrap().unwrap();
        for actor in [&second.actor(false), &admin.actor, &elsewhere.actor] {
            assert!(matches!(agree(house, actor, "straw").await, Err(ConfirmError::NotFound)), "{on}");
        }
        // The supervisor sees it, and does not confirm whom she has not heard.
        let rows = waiting(house, &head.actor).await.unwrap();
        let names: Vec<_> = rows.iter().map(|row| row.person.sign_in.as_str()).collect();
        assert_eq!(names, ["straw", "straw-2"], "{on}");
        let mark = &rows[0].mark;
        let guess = confirm_waiting(house, &head.actor, mark, Said::Yes("AAAAAA")).await;
        assert!(matches!(guess, Err(ConfirmError::Code)), "{on}: {guess:?}");
        confirm_waiting(house, &head.actor, mark, Said::No).await.unwrap();
        let gone = enter(house, "straw", PASSWORD, &secret).await;
        assert!(matches!(gone, Err(SignInError::Wrong)), "{on}: it is shut");

        // Nor do other roles for an account that opens no complaint.
        hire(house, "clerk", Role::Planner, Some("a")).await;
        let asked = set_roles(house, &admin.actor, "clerk", &[Role::Supervisor]).await.unwrap();
        assert_eq!(asked, Granted::Waits, "{on}");
        assert!(!reads(house, "clerk").await, "{on}");
        agree(house, &head.actor, "clerk").await.unwrap();
        assert!(reads(house, "clerk").await, "{on}: now two people gave it");
        let both = [Role::Supervisor, Role::Mediator];
        assert_eq!(set_roles(house, &admin.actor, "clerk", &both).await.unwrap(), Granted::Waits, "{on}");
        agree(house, &head.actor, "clerk").await.unwrap();
        let less = set_roles(house, &admin.actor, "clerk", &[Role::Mediator]).await.unwrap();
        assert_eq!(less, Granted::Now, "{on}: taking away needs one");
    }
}

#[tokio::test]
async fn an_invitation_is_good_once_and_for_three_days() {
    for test in haqqi_testing::houses().await {
        let (house, on) = (&test.house, test.on);
        let admin = hire(house, "of-a", Role::Administrator, Some("a")).await;
        let head = hire(house, "head-a", Role::Supervisor, Some("a")).await;
        let late = invite(house, &admin.actor, "late", Role::Inspector, Some("a")).await;
        test.clock.advance(TimeDelta::hours(72));
        assert!(matches!(accept(house, &late, PASSWORD).await, Err(AcceptError::NotFound)), "{on}");
        let code = invite(house, &admin.actor, "officer", Role::ComplaintsOfficer, Some("a")).await;
        assert!(matches!(accept(house, &code, "short").await, Err(AcceptError::Short)), "{on}");
        let other = open_invitation(house, HERE, &code).await.unwrap();
        let wrong = Chosen {
            code: code.clone(),
            sealed: other.sealed,
            password: PASSWORD.to_owned(),
            shown: "000000".to_owned(),
        };
        let wrong = accept_invitation(house, HERE, &wrong).await;
        assert!(matches!(wrong, Err(AcceptError::Code)), "{on}: {wrong:?}");
        accept(house, &code, PASSWORD).await.unwrap();
        assert!(matches!(accept(house, &code, PASSWORD).await, Err(AcceptError::NotFound)), "{on}: once");
        agree(house, &head.actor, "officer").await.unwrap();
        assert!(reads(house, "officer").await, "{on}");
    }
}

#[tokio::test]
async fn who_takes_over_an_account_by_a_reset_reads_nothing_by_it() {
    for test in haqqi_testing::houses().await {
        let (house, on) = (&test.house, test.on);
        let admin = hire(house, "of-a", Role::Administrator, Some("a")).await;
        let head = hire(house, "head-a", Role::Supervisor, Some("a")).await;
        let officer = hire(house, "officer", Role::ComplaintsOfficer, Some("a")).await;
        let mut unit = house.unit(Actor::System);
        let asked = NewToken { staff: officer.view.id, name: "tablet".to_owned(), expires_at: None };
        new_token(&mut unit, &asked);
        unit.commit().await.unwrap();
        assert!(invite_anew(house, &head.actor, "officer").await.is_err(), "{on}: no supervisor resets");
        let made = invite_anew(house, &admin.actor, "officer").await.unwrap();
        assert!(reads(house, "officer").await, "{on}: what she has is good until then");
        let secret = accept(house, &made.code, "another quiet heron walks").await.unwrap();
        assert!(!reads(house, "officer").await, "{on}: nothing before a second person");
        assert!(tokens(house, officer.view.id).await.unwrap().is_empty(), "{on}: all else ended");
        test.clock.advance(TimeDelta::seconds(30));
        let old = officer.code(house);
        let typed = SignIn { name: "officer".to_owned(), password: PASSWORD.to_owned(), code: old };
        assert!(sign_in(house, HERE, typed).await.is_err(), "{on}: nor the old password");
        enter(house, "officer", "another quiet heron walks", &secret).await.unwrap();
        let view = Directory::new(house.clone()).by_sign_in("officer").await.unwrap().unwrap();
        let (_, before) = own_waiting(house, &view).await.unwrap().unwrap();
        // Secrets that change again change the code: what was told about others confirms nothing.
        let made = invite_anew(house, &admin.actor, "officer").await.unwrap();
        accept(house, &made.code, PASSWORD).await.unwrap();
        let (_, after) = own_waiting(house, &view).await.unwrap().unwrap();
        assert_ne!(before, after, "{on}");
        agree(house, &head.actor, "officer").await.unwrap();
        assert!(reads(house, "officer").await, "{on}");
    }
}
