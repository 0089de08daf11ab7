//! Who is in danger stands on top, however the pages fall.

use chrono::TimeDelta;
use haqqi_kernel::{Actor, ReferenceKind, Role, StaffActor, SubjectKind};
use haqqi_worklist::{About, Cursor, Filter, ItemKind, NewItem, Sight, Urgency, open_item, queue};
use uuid::Uuid;

#[tokio::test]
async fn danger_is_on_top_and_pages_lose_and_repeat_nothing() {
    for test in haqqi_testing::houses().await {
        let house = &test.house;
        let supervisor = Actor::Staff(StaffActor {
            id: Uuid::from_u128(1),
            roles: vec![Role::Supervisor],
            office: Some("amman".to_owned()),
            also: Vec::new(),
            on_duty: false,
        });
        // Hours until it is due: the dangerous ones are due last, one of them with others at the same instant.
        let work = [
            (1, Urgency::Normal),
            (9, Urgency::Danger),
            (2, Urgency::High),
            (8, Urgency::Danger),
            (2, Urgency::Normal),
            (9, Urgency::Danger),
            (9, Urgency::Normal),
        ];
        let mut unit = house.unit(Actor::System);
        let mut wanted = Vec::new();
        for (hours, urgency) in work {
            let subject = unit.id();
            let due_at = unit.now() + TimeDelta::hours(hours);
            let reference = unit.reference(ReferenceKind::Complaint);
            let mut new = NewItem::new(
                ItemKind::ComplaintToRead,
                SubjectKind::Complaint,
                subject,
                About::Nothing,
                reference,
                due_at,
            );
            new.office = Some("amman".to_owned());
            new.urgency = urgency;
            wanted.push((urgency != Urgency::Danger, due_at, open_item(&mut unit, new)));
        }
        unit.commit().await.unwrap();
        wanted.sort();

        let sight = Sight::of(&supervisor).unwrap();
        let (mut seen, mut after) = (Vec::new(), None);
        loop {
            let page = queue(house, &sight, &Filter::default(), after, 2).await.unwrap();
            assert!(page.rows.len() <= 2, "{}", test.on);
            seen.extend(page.rows.into_iter().map(|row| (!row.danger, row.due_at, row.id)));
            let Some(next) = page.next else { break };
            // As it goes through an address.
            after = Cursor::decode(&next.encode());
            assert_eq!(after, Some(next), "{}", test.on);
        }
        assert_eq!(seen, wanted, "{}", test.on);
    }
}

#[test]
fn an_address_of_before_is_the_first_page() {
    assert_eq!(Cursor::decode("1795500000000000.00000000000000000000000000000001"), None);
    assert_eq!(Cursor::decode("x.1795500000000000.00000000000000000000000000000001"), None);
    assert_eq!(Cursor::decode(""), None);
}
