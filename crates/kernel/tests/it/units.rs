//! Units of work: all or nothing, versions, sealed text that opens only with the proof of its audit.

use haqqi_kernel::entity::{job, subject_key};
use haqqi_kernel::idempotency::{Replay, UnderWay, look_up};
use haqqi_kernel::{Actor, Audit, CommitError, Event, Job, OpenError, SubjectKind};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

#[tokio::test]
async fn a_unit_writes_everything_or_nothing() {
    for test in haqqi_testing::houses().await {
        let house = &test.house;
        let mut unit = house.unit(Actor::System);
        let subject = unit.id();
        let _key = unit.new_subject(subject);
        unit.event(Event::new(SubjectKind::Complaint, subject, "complaint.received").dim("kind", "wages"));
        unit.job(Job::new("mail.send", serde_json::json!({"n": 1})).key("mail-1"));
        unit.commit().await.unwrap();

        // A stale change takes the whole unit with it.
        let mut unit = house.unit(Actor::System);
        let other = unit.id();
        let _key = unit.new_subject(other);
        unit.update_one(
            job::Entity::update_many()
                .col_expr(job::Column::State, Expr::value("done"))
                .filter(job::Column::Kind.eq("nothing.like.this")),
        );
        assert_eq!(unit.commit().await.unwrap_err(), CommitError::Stale, "{}", test.on);
        assert_eq!(subject_key::Entity::find().count(house.reader()).await.unwrap(), 1, "{}", test.on);

        // The same effect is written once.
        let mut unit = house.unit(Actor::System);
        unit.job(Job::new("mail.send", serde_json::json!({"n": 1})).key("mail-1"));
        unit.commit().await.unwrap();
        assert_eq!(job::Entity::find().count(house.reader()).await.unwrap(), 1, "{}", test.on);

        // A row that is there already is told as such.
        let mut unit = house.unit(Actor::System);
        let _key = unit.new_subject(subject);
        assert!(matches!(unit.commit().await.unwrap_err(), CommitError::Unique(_)), "{}", test.on);
    }
}

#[tokio::test]
async fn many_units_at_once_are_all_written() {
    for test in haqqi_testing::houses().await {
        let mut tasks = Vec::new();
        for _ in 0..200 {
            let house = test.house.clone();
            tasks.push(tokio::spawn(async move {
                let mut unit = house.unit(Actor::System);
                let subject = unit.id();
                let _key = unit.new_subject(subject);
                unit.commit().await.unwrap();
            }));
        }
        for task in tasks {
            task.await.unwrap();
        }
        assert_eq!(subject_key::Entity::find().count(test.house.reader()).await.unwrap(), 200, "{}", test.on);
    }
}

#[tokio::test]
async fn sealed_text_opens_only_after_its_read_was_audited() {
    for test in haqqi_testing::houses().await {
        let house = &test.house;
        let mut unit = house.unit(Actor::System);
        let subject = unit.id();
        let key = unit.new_subject(subject);
        let sealed = unit.seal(&key, "complaint.narrative", "they keep my passport");
        let unaudited = unit.commit().await.unwrap();
        assert_eq!(house.open(&unaudited, &key, "complaint.narrative", &sealed), Err(OpenError::NotAudited));

        let mut unit = house.unit(Actor::System);
        unit.audit(Audit::read("complaint.read", SubjectKind::Complaint, subject).purpose("test"));
        let proof = unit.commit().await.unwrap();
        let key = house.subject_key(subject).await.unwrap();
        assert_eq!(
            house.open(&proof, &key, "complaint.narrative", &sealed).unwrap(),
            "they keep my passport"
        );
        assert_eq!(
            house.open(&proof, &key, "complaint.contact", &sealed),
            Err(OpenError::Broken),
            "moved to another field"
        );

        let mut unit = house.unit(Actor::System);
        unit.erase_subject(subject);
        unit.commit().await.unwrap();
        assert!(house.subject_key(subject).await.is_err(), "an erased subject has no key");
    }
}

#[tokio::test]
async fn a_repeated_request_gets_the_first_answer() {
    for test in haqqi_testing::houses().await {
        let house = &test.house;
        let doors = UnderWay::default();
        let Replay::Fresh(fresh) = look_up(house, &doors, "complaints", "k1", b"body").await.unwrap() else {
            panic!()
        };
        assert!(matches!(
            look_up(house, &doors, "complaints", "k1", b"body").await.unwrap(),
            Replay::UnderWay
        ));
        let mut unit = house.unit(Actor::Stranger);
        fresh.keep(&mut unit, b"answer");
        unit.commit().await.unwrap();
        drop(fresh);
        match look_up(house, &doors, "complaints", "k1", b"body").await.unwrap() {
            Replay::Answered(answer) => assert_eq!(answer, b"answer"),
            _ => panic!("the first answer is given again"),
        }
        assert!(matches!(
            look_up(house, &doors, "complaints", "k1", b"other").await.unwrap(),
            Replay::OtherBody
        ));
        assert!(matches!(
            look_up(house, &doors, "elsewhere", "k1", b"body").await.unwrap(),
            Replay::Fresh(_)
        ));
    }
}
