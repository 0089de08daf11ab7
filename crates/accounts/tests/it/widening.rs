//! What one administrator cannot do alone: let an account read more than it did.

use haqqi_accounts::{
    ChangeError, ConfirmError, Directory, Granted, Said, StaffView, confirm_waiting, invite_staff,
    open_account, own_waiting, set_reach, set_roles, shut_account, waiting,
};
use haqqi_kernel::{Action, Actor, House, Role, judge};

use crate::world::{Person, agree, hire, new_person};

async fn view(house: &House, name: &str) -> StaffView {
    Directory::new(house.clone()).by_sign_in(name).await.unwrap().unwrap()
}

/// The offices among a, b and c whose complaints this account opens.
async fn opens(house: &House, name: &str) -> String {
    let person = view(house, name).await;
    let Ok(scope) = judge(&person.actor(false), Action::ReadComplaint) else { return String::new() };
    let covered = |office: &&str| scope.covers(Some(*office), None, false, false);
    ["a", "b", "c"].iter().filter(|office| !person.disabled && covered(office)).copied().collect()
}

async fn reach(house: &House, by: &Actor, name: &str, offices: &[&str]) -> Result<Granted, ChangeError> {
    let offices: Vec<String> = offices.iter().map(|office| (*office).to_owned()).collect();
    set_reach(house, by, name, &offices).await
}

struct People {
    nation: Person,
    head: Person,
    protector: Person,
}

async fn people(house: &House) -> People {
    hire(house, "officer", Role::ComplaintsOfficer, Some("a")).await;
    People {
        nation: hire(house, "nation", Role::Administrator, None).await,
        head: hire(house, "head-a", Role::Supervisor, Some("a")).await,
        protector: hire(house, "protector", Role::DataProtectionOfficer, None).await,
    }
}

#[tokio::test]
async fn another_office_waits_for_somebody_who_reads_there_and_an_office_less_is_gone_at_once() {
    for test in haqqi_testing::houses().await {
        let (house, on) = (&test.house, test.on);
        let People { nation, head, protector } = people(house).await;
        assert_eq!(
            reach(house, &nation.actor, "officer", &["a", "b"]).await.unwrap(),
            Granted::Waits,
            "{on}"
        );
        assert_eq!(opens(house, "officer").await, "a", "{on}: one administrator gives nothing");
        // The supervisor of the own office would read in the other by it.
        assert!(matches!(agree(house, &head.actor, "officer").await, Err(ConfirmError::NotFound)), "{on}");
        let row = &waiting(house, &protector.actor).await.unwrap()[0];
        assert_eq!((&row.also[..], row.what.code()), (&["b".to_owned()][..], "reach"), "{on}: it is seen");
        agree(house, &protector.actor, "officer").await.unwrap();
        assert_eq!(opens(house, "officer").await, "ab", "{on}");

        // One for the other: what is taken is gone, what is new waits.
        assert_eq!(reach(house, &nation.actor, "officer", &["c"]).await.unwrap(), Granted::Waits, "{on}");
        assert_eq!(opens(house, "officer").await, "a", "{on}");
        assert_eq!(reach(house, &nation.actor, "officer", &[]).await.unwrap(), Granted::Now, "{on}");
        assert!(waiting(house, &protector.actor).await.unwrap().is_empty(), "{on}: nothing is left to wait");

        // Roles that wait are asked for anew with the offices in them: nobody agrees to one and gives the other.
        assert_eq!(
            set_roles(house, &nation.actor, "officer", &[Role::Supervisor]).await.unwrap(),
            Granted::Waits
        );
        let old = waiting(house, &head.actor).await.unwrap()[0].mark.clone();
        let (_, code) = own_waiting(house, &view(house, "officer").await).await.unwrap().unwrap();
        assert_eq!(reach(house, &nation.actor, "officer", &["b"]).await.unwrap(), Granted::Waits, "{on}");
        let late = confirm_waiting(house, &head.actor, &old, Said::Yes(&code)).await;
        assert!(matches!(late, Err(ConfirmError::NotFound)), "{on}: {late:?}");
        agree(house, &protector.actor, "officer").await.unwrap();
        let now = view(house, "officer").await;
        assert_eq!(
            (now.roles, opens(house, "officer").await),
            (vec![Role::Supervisor], "ab".to_owned()),
            "{on}"
        );
    }
}

#[tokio::test]
async fn an_account_that_was_shut_opens_without_what_it_read() {
    for test in haqqi_testing::houses().await {
        let (house, on) = (&test.house, test.on);
        let People { nation, head, protector } = people(house).await;
        shut_account(house, &head.actor, "officer").await.unwrap();
        assert_eq!(open_account(house, &nation.actor, "officer").await.unwrap(), Granted::Waits, "{on}");
        let opened = view(house, "officer").await;
        assert!(!opened.disabled, "{on}: its owner signs in, and sees the code");
        assert_eq!(opens(house, "officer").await, "", "{on}");
        // Opened twice it is no more open.
        open_account(house, &nation.actor, "officer").await.unwrap();
        agree(house, &head.actor, "officer").await.unwrap();
        assert_eq!(opens(house, "officer").await, "a", "{on}: two gave it back");

        shut_account(house, &protector.actor, "officer").await.unwrap();
        open_account(house, &nation.actor, "officer").await.unwrap();
        let mark = waiting(house, &head.actor).await.unwrap()[0].mark.clone();
        confirm_waiting(house, &head.actor, &mark, Said::No).await.unwrap();
        assert!(view(house, "officer").await.disabled, "{on}: refused, it is shut as before");
    }
}

#[tokio::test]
async fn nobody_is_given_any_role_that_reads_by_one() {
    for test in haqqi_testing::houses().await {
        let (house, on) = (&test.house, test.on);
        let nation = hire(house, "nation", Role::Administrator, None).await;
        for role in Role::ALL {
            // A new role comes here, and says whether it reads.
            let reads = match role {
                Role::HotlineOperator
                | Role::ComplaintsOfficer
                | Role::DutyOfficer
                | Role::Supervisor
                | Role::Interpreter
                | Role::Inspector
                | Role::Planner
                | Role::ReferralCoordinator
                | Role::AgencyUser
                | Role::ChildLead
                | Role::Mediator
                | Role::Partner
                | Role::DataProtectionOfficer => true,
                // Figures with small numbers; who looked at what; what is kept of whom, and how many.
                Role::Analyst | Role::Auditor | Role::Administrator => true,
            };
            let mut new = new_person(&format!("new-{}", role.code()), &[role], None);
            new.agency = (role == Role::AgencyUser).then(|| "x".to_owned());
            let mut unit = house.unit(nation.actor.clone());
            assert_eq!(invite_staff(&mut unit, &new).unwrap().waits, reads, "{role:?} on {on}");
            unit.commit().await.unwrap();
            let held = view(house, &new.sign_in).await.roles;
            assert_eq!(held.is_empty(), reads, "{role:?} on {on}");
        }
    }
}
