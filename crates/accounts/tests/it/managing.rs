//! Managing people: an office's administrator stays within the office, nobody changes themselves, and the house never
//! locks itself out.

use haqqi_accounts::{
    AddStaffError, ChangeError, Directory, Ending, Granted, NewToken, end_for, invite_staff, new_token,
    open_account, set_reach, set_roles, set_trained, shut_account, tokens,
};
use haqqi_kernel::{Action, Actor, Role, judge};

use crate::world::{agree, hire, new_person};

#[tokio::test]
async fn an_offices_administrator_grants_what_belongs_to_that_office() {
    for test in haqqi_testing::houses().await {
        let house = &test.house;
        let nation = hire(house, "nation", Role::Administrator, None).await;
        let of_a = hire(house, "of-a", Role::Administrator, Some("a")).await;
        let officer = hire(house, "officer-a", Role::ComplaintsOfficer, Some("a")).await;
        hire(house, "officer-b", Role::ComplaintsOfficer, Some("b")).await;
        hire(house, "auditor", Role::Auditor, None).await;
        let add = |actor: &Actor, roles: &[Role], office: Option<&str>| {
            invite_staff(&mut house.unit(actor.clone()), &new_person("new", roles, office)).map(|_| ())
        };
        for role in [Role::ComplaintsOfficer, Role::Inspector, Role::Supervisor, Role::Administrator] {
            assert_eq!(add(&of_a.actor, &[role], Some("a")), Ok(()), "{role:?}");
            assert_eq!(
                add(&of_a.actor, &[role], Some("b")),
                Err(AddStaffError::Beyond),
                "{role:?} elsewhere"
            );
            assert_eq!(add(&of_a.actor, &[role], None), Err(AddStaffError::Beyond), "{role:?} of the nation");
        }
        for role in [Role::Auditor, Role::DutyOfficer, Role::ReferralCoordinator, Role::DataProtectionOfficer]
        {
            assert_eq!(add(&of_a.actor, &[role], Some("a")), Err(AddStaffError::Beyond), "{role:?}");
            assert_eq!(add(&nation.actor, &[role], None), Ok(()), "{role:?}");
        }
        // Who manages accounts or reads the audit holds no other role.
        for both in [[Role::Administrator, Role::Supervisor], [Role::Auditor, Role::ComplaintsOfficer]] {
            assert_eq!(add(&nation.actor, &both, Some("a")), Err(AddStaffError::Roles), "{both:?}");
        }
        assert_eq!(add(&officer.actor, &[Role::Inspector], Some("a")), Err(AddStaffError::Denied));

        let set =
            async |actor: &Actor, name: &str, roles: &[Role]| set_roles(house, actor, name, roles).await;
        let roles = [Role::ComplaintsOfficer, Role::Inspector];
        assert_eq!(set(&of_a.actor, "officer-a", &roles).await.unwrap(), Granted::Waits, "{}", test.on);
        let head = hire(house, "head-a", Role::Supervisor, Some("a")).await;
        agree(house, &head.actor, "officer-a").await.unwrap();
        let seen = Directory::new(house.clone()).by_sign_in("officer-a").await.unwrap().unwrap();
        assert_eq!(seen.roles, roles, "{}", test.on);
        for (name, roles, why) in [
            ("officer-b", &roles[..], "NotFound"),
            ("auditor", &roles[..], "NotFound"),
            ("nobody", &roles[..], "NotFound"),
            ("of-a", &roles[..], "Oneself"),
            ("officer-a", &[Role::Administrator, Role::Inspector][..], "Roles"),
            ("officer-a", &[][..], "Roles"),
            ("officer-a", &[Role::DutyOfficer][..], "Beyond"),
        ] {
            let refused = set(&of_a.actor, name, roles).await.unwrap_err();
            assert_eq!(format!("{refused:?}"), why, "{name} {roles:?} on {}", test.on);
        }
        assert!(matches!(set(&officer.actor, "officer-b", &roles).await, Err(ChangeError::NotFound)));
    }
}

#[tokio::test]
async fn more_than_one_person_shuts_an_account_and_the_last_administrator_stays() {
    for test in haqqi_testing::houses().await {
        let house = &test.house;
        let nation = hire(house, "nation", Role::Administrator, None).await;
        let supervisor = hire(house, "supervisor-a", Role::Supervisor, Some("a")).await;
        let protector = hire(house, "protector", Role::DataProtectionOfficer, None).await;
        let officer = hire(house, "officer-a", Role::ComplaintsOfficer, Some("a")).await;
        hire(house, "officer-b", Role::ComplaintsOfficer, Some("b")).await;
        let mut unit = house.unit(Actor::System);
        let asked = NewToken { staff: officer.view.id, name: "tablet".to_owned(), expires_at: None };
        new_token(&mut unit, &asked);
        unit.commit().await.unwrap();
        assert_eq!(tokens(house, officer.view.id).await.unwrap().len(), 1);
        let shut = async |actor: &Actor, name: &str| {
            shut_account(house, actor, name).await.map_err(|error| format!("{error:?}"))
        };
        let is_shut = async |name: &str| {
            Directory::new(house.clone()).by_sign_in(name).await.unwrap().unwrap().disabled
        };
        let told = |why: &str| Err(why.to_owned());
        assert_eq!(shut(&officer.actor, "officer-b").await, told("NotFound"));
        assert_eq!(
            shut(&supervisor.actor, "officer-b").await,
            told("NotFound"),
            "{}: another office",
            test.on
        );
        assert_eq!(shut(&supervisor.actor, "supervisor-a").await, told("Oneself"));
        shut(&supervisor.actor, "officer-a").await.unwrap();
        assert!(is_shut("officer-a").await);
        assert_eq!(tokens(house, officer.view.id).await.unwrap(), [], "{}: tokens end with it", test.on);
        // Only an administrator opens it again.
        assert!(open_account(house, &supervisor.actor, "officer-a").await.is_err());
        assert!(open_account(house, &protector.actor, "officer-a").await.is_err());
        open_account(house, &nation.actor, "officer-a").await.unwrap();
        assert!(!is_shut("officer-a").await);
        // The last administrator of the nation stays, whoever asks; one of an office does not count.
        hire(house, "of-a", Role::Administrator, Some("a")).await;
        assert_eq!(shut(&nation.actor, "nation").await, told("Oneself"));
        assert_eq!(shut(&protector.actor, "nation").await, told("Last"), "{}", test.on);
        let second = hire(house, "nation-2", Role::Administrator, None).await;
        shut(&protector.actor, "nation").await.unwrap();
        assert_eq!(shut(&protector.actor, "nation-2").await, told("Last"), "{}", test.on);
        let ended = end_for(house, &second.actor, "officer-b", Ending::Sessions).await;
        assert!(ended.is_ok(), "{}", test.on);
        let beyond = end_for(house, &supervisor.actor, "officer-b", Ending::Sessions).await;
        assert!(matches!(beyond, Err(ChangeError::NotFound)), "{}", test.on);
    }
}

#[tokio::test]
async fn a_supervisor_of_a_governorate_reaches_its_offices_and_no_other() {
    for test in haqqi_testing::houses().await {
        let (house, on) = (&test.house, test.on);
        let nation = hire(house, "nation", Role::Administrator, None).await;
        let of_a = hire(house, "of-a", Role::Administrator, Some("a")).await;
        hire(house, "head-a", Role::Supervisor, Some("a")).await;
        let all = hire(house, "head-of-all", Role::Supervisor, None).await;
        let reach = async |actor: &Actor, name: &str, offices: &[&str]| {
            let offices: Vec<String> = offices.iter().map(|office| (*office).to_owned()).collect();
            set_reach(house, actor, name, &offices).await.map_err(|error| format!("{error:?}"))
        };
        assert_eq!(reach(&of_a.actor, "head-a", &["a", "b"]).await, Err("Beyond".to_owned()), "{on}");
        assert_eq!(reach(&nation.actor, "head-of-all", &["b"]).await, Err("Beyond".to_owned()), "{on}");
        assert_eq!(reach(&nation.actor, "nation", &["b"]).await, Err("Oneself".to_owned()), "{on}");
        let covers = async || {
            let person = Directory::new(house.clone()).by_sign_in("head-a").await.unwrap().unwrap();
            let scope = judge(&person.actor(false), Action::ReadComplaint).unwrap();
            ["a", "b", "c"].map(|office| scope.covers(Some(office), None, false, false))
        };
        assert_eq!(covers().await, [true, false, false], "{on}");
        reach(&nation.actor, "head-a", &["a", "b"]).await.unwrap();
        agree(house, &all.actor, "head-a").await.unwrap();
        assert_eq!(covers().await, [true, true, false], "{on}");
        reach(&nation.actor, "head-a", &[]).await.unwrap();
        assert_eq!(covers().await, [true, false, false], "{on}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_administrators_who_shut_each_other_at_one_moment_are_never_both_shut() {
    for _ in 0..4 {
        for test in haqqi_testing::houses().await {
            let (house, on) = (&test.house, test.on);
            let one = hire(house, "one", Role::Administrator, None).await;
            let two = hire(house, "two", Role::Administrator, None).await;
            let (first, second) =
                tokio::join!(shut_account(house, &one.actor, "two"), shut_account(house, &two.actor, "one"),);
            assert!(first.is_ok() != second.is_ok(), "{on}: {first:?} {second:?}");
        }
    }
}

#[tokio::test]
async fn training_is_noted_within_reach_and_never_of_oneself() {
    for test in haqqi_testing::houses().await {
        let (house, on) = (&test.house, test.on);
        let of_a = hire(house, "of-a", Role::Administrator, Some("a")).await;
        let of_b = hire(house, "of-b", Role::Administrator, Some("b")).await;
        let officer = hire(house, "officer", Role::ComplaintsOfficer, Some("a")).await;
        let trained = async || {
            Directory::new(house.clone()).by_sign_in("officer").await.unwrap().unwrap().trained.is_some()
        };
        assert!(!trained().await, "{on}: nobody is by being there");
        for other in [&of_b.actor, &officer.actor] {
            let refused = set_trained(house, other, "officer", true).await;
            assert!(matches!(refused, Err(ChangeError::NotFound)), "{on}: {refused:?}");
        }
        let own = set_trained(house, &of_a.actor, "of-a", true).await;
        assert!(matches!(own, Err(ChangeError::Oneself)), "{on}: {own:?}");
        set_trained(house, &of_a.actor, "officer", true).await.unwrap();
        assert!(trained().await, "{on}");
        set_trained(house, &of_a.actor, "officer", false).await.unwrap();
        assert!(!trained().await, "{on}");
    }
}
