//! Who has a tie to a workplace hears nothing of what is told about it, in no room, decides nothing of it and is given no
//! work of it.

use haqqi_casework::{Asked, Workplace, hand_over, link, search};
use haqqi_complaints::{enter, list, open, write_back};
use haqqi_establishments::{
    EstablishmentDesk, Kind, NewEstablishment, Tie, by_reference, declare, end_tie, for_tie, history, rename,
};
use haqqi_kernel::{Action, Actor, Role, judge};
use haqqi_retention::{HoldError, NewHold, On, holds, put_hold, record_request, request_of, requests};
use haqqi_screening::{flags, open_flag};
use haqqi_worklist::{AssignError, assign};

use crate::world::{OFFICE, PLACE, World};

const WORDS: &str = "The boss locks the gate of the dormitory at night and hits us when we ask for our wages of five months. \
     He keeps all our passports in his office.";

#[tokio::test]
async fn a_tie_shuts_every_room_and_opens_them_again_when_it_ends() {
    for world in World::all().await {
        let (rooms, house, on) = (world.rooms(), &world.test.house, world.test.on);
        let cousin = world.hired("cousin", Role::Supervisor).await;
        let other = world.hired("other", Role::Supervisor).await;
        let officer = world.as_now(world.hired("officer", Role::ComplaintsOfficer).await).await;
        let filed = world.filed_with(WORDS).await;
        let her = enter(rooms, filed.reference, filed.code.as_ref().unwrap()).await.unwrap();
        write_back(rooms, &her, "Please forget all of this.", None).await.unwrap();
        record_request(&world.desk, &officer, filed.reference, "message").await.unwrap();
        let dpo = world.staff(Role::DataProtectionOfficer, None);
        let hold = NewHold {
            on: On::Complaint(her.complaint()),
            reference: filed.reference,
            ground: "other".to_owned(),
            why: "Somebody looks into the employer.".to_owned(),
            review_on: house.now().date_naive() + chrono::Days::new(30),
        };
        put_hold(&world.desk, &dpo, &hold).await.unwrap();

        // What everybody of the office sees of it, who asks in every room.
        let screening = &rooms.screening;
        let seen = async |actor: &Actor| {
            let flags = flags(screening, actor, true, None, 50).await.unwrap();
            let complaints = list(rooms, actor, None, 50).await.unwrap();
            let wishes = requests(&world.desk, actor).await.unwrap().len();
            let held = holds(&world.desk, actor).await.unwrap().len();
            (flags.len(), world.work(actor).await.len(), complaints.len(), wishes, held)
        };
        let before = world.as_now(cousin).await;
        let all = seen(&before).await;
        assert!(all.0 > 0 && all.1 > 1 && (all.2, all.3, all.4) == (1, 1, 1), "{on}: {all:?}");
        let flag = flags(screening, &before, true, None, 50).await.unwrap().remove(0);

        // It turns out to be a cousin's firm, which nobody of the staff needs the register to say.
        let new = NewEstablishment {
            sector: Some("C".to_owned()),
            governorate: Some(PLACE.to_owned()),
            ..NewEstablishment::named(Kind::Employer, "Golden Thread Garments")
        };
        let linked = link(rooms, &officer, filed.reference, &Workplace::New(Box::new(new))).await.unwrap();
        let register = EstablishmentDesk::new(rooms.site.clone());
        let mediator = world.staff(Role::Mediator, Some(OFFICE));
        let found = for_tie(&register, &mediator, "golden thread").await.unwrap();
        assert_eq!(found[0].reference, linked, "{on}: found by its name");
        assert!(judge(&mediator, Action::ReadEstablishment).is_err(), "{on}");
        let firm = by_reference(&register, &officer, linked).await.unwrap();
        let mut unit = house.unit(world.as_now(cousin).await);
        declare(&register, &mut unit, &firm, Tie::Kinship, "").await.unwrap();
        unit.commit().await.unwrap();

        let tied = world.as_now(cousin).await;
        assert_eq!(seen(&tied).await, (0, 0, 0, 0, 0), "{on}: in no list");
        assert!(open(rooms, &tied, filed.reference, "test").await.is_err(), "{on}");
        assert!(open_flag(screening, &tied, flag.reference).await.is_err(), "{on}");
        assert!(request_of(&world.desk, &tied, filed.reference).await.is_err(), "{on}");
        let own = NewHold { ground: "court".to_owned(), ..hold.clone() };
        assert!(matches!(put_hold(&world.desk, &tied, &own).await, Err(HoldError::NotFound)), "{on}");
        assert!(history(&register, &tied, firm.id).await.unwrap().is_empty(), "{on}");
        let mut unit = house.unit(tied.clone());
        assert!(rename(&register, &mut unit, &firm, "Another Name", "").await.is_err(), "{on}");
        let asked = Asked { q: filed.reference.to_string(), ..Asked::default() };
        let looked = search(rooms, &tied, &asked).await.unwrap();
        assert!(looked.complaints.is_empty() && looked.work.is_empty(), "{on}: {looked:?}");
        let whole = seen(&world.as_now(other).await).await;
        assert_eq!(whole, all, "{on}: others go on seeing all of it");

        // Nobody gives it to who has the tie, one by one or with all that somebody leaves behind.
        let boss = world.as_now(other).await;
        let row = world.work(&boss).await.remove(0);
        let mut unit = house.unit(boss.clone());
        let given = assign(&mut unit, row.item(), &tied).await;
        assert!(matches!(given, Err(AssignError::Tied)), "{on}: {given:?}");
        let mut unit = house.unit(boss.clone());
        let mut given = Vec::new();
        for row in world.work(&boss).await {
            match assign(&mut unit, row.item(), &officer).await {
                Ok(()) => given.push(row.id),
                // An officer opens no flag.
                Err(AssignError::NotTheirs) => {}
                Err(error) => panic!("{on}: {error}"),
            }
        }
        unit.commit().await.unwrap();
        hand_over(rooms, &boss, officer.account().unwrap(), cousin).await.unwrap();
        // A supervisor with a tie there as well ends nobody's.
        let third = world.hired("third", Role::Supervisor).await;
        let mut unit = house.unit(world.as_now(third).await);
        declare(&register, &mut unit, &firm, Tie::Money, "").await.unwrap();
        unit.commit().await.unwrap();
        let why = "It was another firm of that name.";
        assert!(end_tie(&register, &world.as_now(third).await, &firm, "cousin", why).await.is_err(), "{on}");
        let mut left = world.work(&boss).await;
        left.retain(|row| given.contains(&row.id));
        assert!(!left.is_empty(), "{on}");
        assert!(left.iter().all(|row| row.assignee == officer.account()), "{on}: it stays where it was");

        end_tie(&register, &boss, &firm, "cousin", why).await.unwrap();
        assert_eq!(seen(&world.as_now(cousin).await).await, all, "{on}");
    }
}
