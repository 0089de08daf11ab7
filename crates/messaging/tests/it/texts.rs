//! The job that sends one text message, on both databases, with a gateway that does what the test says.

use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use chrono::TimeDelta;
use haqqi_kernel::{Actor, Claimed, JobFailure, JobStore};
use haqqi_language::Languages;
use haqqi_messaging::{
    NewText, Number, SEND_TEXT_JOB, TEXT_TROUBLE_JOB, TextDesk, TextError, TextGateway, TextKind,
    TextMessage, queue_text, send_nowhere, send_text, start_number, stop_number, take_report,
};
use haqqi_pack::Phone;
use haqqi_testing::TestHouse;
use sea_orm::{ConnectionTrait, Statement};
use uuid::Uuid;

/// A gateway that answers what it was told to, and remembers what it was given.
#[derive(Default)]
struct Fake {
    answers: Mutex<Vec<Result<(), TextError>>>,
    given: Mutex<Vec<TextMessage>>,
}

#[async_trait]
impl TextGateway for Fake {
    async fn hand_over(&self, message: &TextMessage) -> Result<(), TextError> {
        self.given.lock().unwrap().push(message.clone());
        self.answers.lock().unwrap().pop().unwrap_or(Ok(()))
    }
}

impl Fake {
    fn will(&self, answer: Result<(), TextError>) {
        self.answers.lock().unwrap().insert(0, answer);
    }

    fn given(&self) -> Vec<TextMessage> {
        self.given.lock().unwrap().clone()
    }
}

/// Whose numbers are typed without their calling code.
fn home() -> Phone {
    Phone { code: "962".to_owned(), trunk: "0".to_owned() }
}

struct World {
    test: TestHouse,
    fake: Arc<Fake>,
    desk: TextDesk,
}

impl World {
    fn of(test: TestHouse) -> Self {
        let fake = Arc::new(Fake::default());
        let desk = TextDesk {
            house: test.house.clone(),
            languages: Arc::new(
                Languages::new(Vec::<(String, String, String)>::new(), &["en", "bn"]).unwrap(),
            ),
            out: Arc::clone(&fake) as _,
            per_minute: 60,
            zone: chrono_tz::Tz::Asia__Amman,
        };
        Self { test, fake, desk }
    }

    async fn all() -> Vec<Self> {
        haqqi_testing::houses().await.into_iter().map(Self::of).collect()
    }

    /// Queues a message of this kind for this number.
    async fn queue(&self, number: &str, kind: TextKind, effect: &str) -> Uuid {
        let mut unit = self.test.house.unit(Actor::System);
        let id = unit.id();
        let key = unit.new_subject(id);
        let to = Number::read(number, Some(&home())).unwrap();
        let not_after = (kind == TextKind::Received).then(|| unit.now() + TimeDelta::minutes(10));
        let lines: &[&str] = if kind == TextKind::Note { &["C-26-7KQ4M2-X", "1234"] } else { &[] };
        let text = NewText { to: &to, kind, language: "bn", effect, not_after, lines };
        let text = queue_text(&mut unit, &key, &text);
        unit.commit().await.unwrap();
        text
    }

    /// Does every job that is due, as the worker does. Gives how each sending ended.
    async fn work(&self) -> Vec<Result<(), JobFailure>> {
        let store = JobStore::new(self.test.house.clone());
        let mut ends = Vec::new();
        let due = store.claim(50, std::time::Duration::from_secs(60)).await.unwrap();
        for job in due.iter().filter(|job| job.kind == SEND_TEXT_JOB) {
            let done = send_text(&self.desk, job).await;
            ends.push(done.clone());
            store.finish(job, done).await.unwrap();
        }
        ends
    }

    async fn state(&self, id: Uuid) -> String {
        self.one(id, "state").await
    }

    async fn one(&self, id: Uuid, column: &str) -> String {
        let backend = self.test.house.db().backend();
        let sql = format!("SELECT {column} AS it FROM text_message WHERE id = $1");
        let statement = Statement::from_sql_and_values(backend, sql, [id.into()]);
        let row = self.test.house.reader().query_one_raw(statement).await.unwrap().unwrap();
        row.try_get("", "it").unwrap()
    }

    /// How many jobs that tell of trouble were written.
    async fn troubles(&self) -> i64 {
        let sql = format!("SELECT COUNT(*) AS it FROM job WHERE kind = '{TEXT_TROUBLE_JOB}'");
        let statement = Statement::from_string(self.test.house.db().backend(), sql);
        self.test.house.reader().query_one_raw(statement).await.unwrap().unwrap().try_get("", "it").unwrap()
    }
}

fn again(text: Uuid) -> Claimed {
    Claimed {
        id: Uuid::nil(),
        kind: SEND_TEXT_JOB.to_owned(),
        payload: serde_json::json!({ "text": text }),
        effect_key: None,
        attempt: 1,
    }
}

#[tokio::test]
async fn a_message_goes_once_in_her_language_and_its_report_is_believed_only_with_its_token() {
    for world in World::all().await {
        let on = world.test.on;
        let text = world.queue("0790000001", TextKind::Arrived, "a").await;
        world.queue("0790000001", TextKind::Arrived, "a").await;
        for end in world.work().await {
            assert!(end.is_ok(), "{on}: {end:?}");
        }
        let given = world.fake.given();
        assert_eq!(given.len(), 1, "{on}: queued twice under one effect");
        assert_eq!(given[0].to.as_str(), "+962790000001", "{on}");
        assert!(given[0].body.contains("পৌঁছেছে"), "{on}: {}", given[0].body);
        assert_eq!(world.state(text).await, "accepted", "{on}");
        send_text(&world.desk, &again(text)).await.unwrap();
        assert_eq!(world.fake.given().len(), 1, "{on}: the job a second time sends nothing");

        let house = &world.test.house;
        let token = given[0].report.clone();
        let mut other = token.clone();
        other.replace_range(40..41, if &token[40..41] == "0" { "1" } else { "0" });
        for wrong in ["", "abc", &other, &token[..60], "é".repeat(48).as_str()] {
            assert!(!take_report(house, wrong, 1).await.unwrap(), "{on}: {wrong}");
        }
        assert_eq!(world.state(text).await, "accepted", "{on}");
        assert!(take_report(house, &token, 1).await.unwrap(), "{on}");
        assert_eq!(world.state(text).await, "delivered", "{on}");
        assert!(take_report(house, &token, 16).await.unwrap(), "{on}: too late to be refused");
        assert_eq!(world.state(text).await, "delivered", "{on}");
        assert_eq!(world.troubles().await, 0, "{on}");
    }
}

#[tokio::test]
async fn what_may_have_gone_is_not_sent_again_and_staff_are_told_once() {
    for world in World::all().await {
        let on = world.test.on;
        world.fake.will(Err(TextError::Uncertain("the connection broke".to_owned())));
        let text = world.queue("0790000001", TextKind::Arrived, "a").await;
        assert!(matches!(world.work().await.as_slice(), [Ok(())]), "{on}");
        assert_eq!(world.state(text).await, "uncertain", "{on}");
        world.test.clock.advance(TimeDelta::hours(3));
        assert!(world.work().await.is_empty(), "{on}: no job is left of it");
        send_text(&world.desk, &again(text)).await.unwrap();
        assert_eq!(world.fake.given().len(), 1, "{on}");
        assert_eq!(world.troubles().await, 1, "{on}");
        // The gateway's own word that the phone has it is believed all the same.
        let token = world.fake.given()[0].report.clone();
        assert!(take_report(&world.test.house, &token, 1).await.unwrap());
        assert_eq!(world.state(text).await, "delivered", "{on}");
    }
}

#[tokio::test]
async fn a_process_that_dies_while_it_sends_leaves_an_uncertain_message() {
    for world in World::all().await {
        let on = world.test.on;
        let text = world.queue("0790000001", TextKind::Arrived, "a").await;
        // As the row stands when the process is killed between the gateway's answer and the commit after it.
        let sql = "UPDATE text_message SET state = 'sending', handed_at = created_at, version = 2";
        world.test.house.db().chores().execute_unprepared(sql).await.unwrap();
        let early = world.work().await;
        assert!(
            matches!(early.as_slice(), [Err(JobFailure::Again(_))]),
            "{on}: another may be at it: {early:?}"
        );
        world.test.clock.advance(TimeDelta::minutes(5));
        assert!(matches!(world.work().await.as_slice(), [Ok(())]), "{on}");
        assert_eq!(world.state(text).await, "uncertain", "{on}");
        assert!(world.fake.given().is_empty(), "{on}");
        assert_eq!(world.troubles().await, 1, "{on}");
    }
}

#[tokio::test]
async fn a_gateway_that_is_away_is_tried_again_and_one_that_refuses_is_not() {
    for world in World::all().await {
        let on = world.test.on;
        world.fake.will(Err(TextError::Away("connection refused".to_owned())));
        let text = world.queue("0790000001", TextKind::Arrived, "a").await;
        assert!(matches!(world.work().await.as_slice(), [Err(JobFailure::Again(_))]), "{on}");
        assert_eq!(world.state(text).await, "queued", "{on}");
        world.test.clock.advance(TimeDelta::minutes(1));
        assert!(matches!(world.work().await.as_slice(), [Ok(())]), "{on}");
        assert_eq!(world.state(text).await, "accepted", "{on}");
        // One that cannot go keeps nobody else waiting.
        world.fake.will(Err(TextError::Refused("status 400".to_owned())));
        let refused = world.queue("0790000002", TextKind::Arrived, "b").await;
        // What is queued at one moment has no order.
        world.test.clock.advance(TimeDelta::seconds(1));
        let next = world.queue("0790000003", TextKind::Arrived, "c").await;
        let ends = world.work().await;
        assert!(matches!(ends.as_slice(), [Err(JobFailure::Never(_)), Ok(())]), "{on}: {ends:?}");
        assert_eq!(world.state(refused).await, "refused", "{on}");
        assert_eq!(world.state(next).await, "accepted", "{on}");
        assert_eq!(world.troubles().await, 1, "{on}");
    }
}

#[tokio::test]
async fn stopped_late_and_too_many_messages_do_not_go() {
    for world in World::all().await {
        let on = world.test.on;
        let number = Number::read("0790000001", Some(&home())).unwrap();
        let change = async |stop: bool| {
            let mut unit = world.test.house.unit(Actor::System);
            if stop {
                stop_number(&mut unit, &number)
            } else {
                start_number(&mut unit, &number)
            }
            unit.commit().await.unwrap();
        };
        change(true).await;
        change(true).await;
        let stopped = world.queue("+962 79 000 0001", TextKind::News, "a").await;
        world.work().await;
        assert_eq!(world.state(stopped).await, "stopped", "{on}");
        change(false).await;
        // An answer that comes too late may come to other hands.
        let late = world.queue("0790000001", TextKind::Received, "b").await;
        world.test.clock.advance(TimeDelta::minutes(11));
        world.work().await;
        assert_eq!(world.state(late).await, "expired", "{on}");
        assert!(world.fake.given().is_empty(), "{on}");
        for n in 0..9 {
            world.queue("0790000001", TextKind::News, &format!("n{n}")).await;
        }
        world.work().await;
        assert_eq!(world.fake.given().len(), 8, "{on}: eight in a day");
        assert_eq!(world.troubles().await, 2, "{on}: the stopped one and the ninth");
    }
}

#[tokio::test]
async fn the_house_sends_so_many_a_minute_and_the_rest_a_minute_later() {
    for mut world in World::all().await {
        world.desk.per_minute = 4;
        for n in 1..=3 {
            world.queue(&format!("079000000{n}"), TextKind::Arrived, &format!("n{n}")).await;
        }
        world.work().await;
        assert_eq!(world.fake.given().len(), 2, "{}", world.test.on);
        world.test.clock.advance(TimeDelta::seconds(61));
        world.work().await;
        assert_eq!(world.fake.given().len(), 3, "{}", world.test.on);
    }
}

#[tokio::test]
async fn news_of_the_night_comes_in_the_morning() {
    for world in World::all().await {
        let on = world.test.on;
        // 06:00 UTC is 09:00 in Amman; fourteen hours later it is 23:00.
        world.test.clock.advance(TimeDelta::hours(14));
        let news = world.queue("0790000001", TextKind::News, "a").await;
        let asked = world.queue("0790000001", TextKind::Note, "b").await;
        world.work().await;
        assert_eq!(world.state(news).await, "queued", "{on}");
        assert_eq!(world.state(asked).await, "accepted", "{on}: what she asks for comes at once");
        assert_eq!(world.fake.given()[0].body, "C-26-7KQ4M2-X 1234", "{on}");
        assert!(world.one(asked, "COALESCE(CAST(length(note) AS TEXT), 'gone')").await == "gone", "{on}");
        world.test.clock.advance(TimeDelta::hours(9) - TimeDelta::minutes(1));
        world.work().await;
        assert_eq!(world.state(news).await, "queued", "{on}");
        world.test.clock.advance(TimeDelta::minutes(1));
        world.work().await;
        assert_eq!(world.state(news).await, "accepted", "{on}");
    }
}

#[tokio::test]
async fn without_a_gateway_staff_are_told_at_once() {
    for world in World::all().await {
        let text = world.queue("0790000001", TextKind::News, "a").await;
        send_nowhere(&world.test.house, &again(text)).await.unwrap();
        assert_eq!(world.state(text).await, "refused", "{}", world.test.on);
        assert_eq!(world.troubles().await, 1, "{}", world.test.on);
    }
}

#[tokio::test]
async fn nothing_in_the_tables_shows_a_number() {
    for world in World::all().await {
        let on = world.test.on;
        world.queue("0790000001", TextKind::Note, "a").await;
        let bytes = async |sql: &str| -> Vec<u8> {
            let statement = Statement::from_string(world.test.house.db().backend(), sql.to_owned());
            let row = world.test.house.reader().query_one_raw(statement).await.unwrap().unwrap();
            row.try_get("", "it").unwrap()
        };
        let shows = |bytes: &[u8], what: &str| bytes.windows(what.len()).any(|part| part == what.as_bytes());
        for column in ["number", "number_tag", "effect_tag", "note"] {
            let kept = bytes(&format!("SELECT {column} AS it FROM text_message")).await;
            assert!(kept.len() >= 32, "{on}: {column} holds something");
            assert!(!shows(&kept, "790000001") && !shows(&kept, "7KQ4M2"), "{on}: {column}");
        }
        let statement = Statement::from_string(
            world.test.house.db().backend(),
            "SELECT payload AS it FROM job".to_owned(),
        );
        let row = world.test.house.reader().query_one_raw(statement).await.unwrap().unwrap();
        let payload: String = row.try_get("", "it").unwrap();
        assert!(payload.contains("text") && !payload.contains("790000001"), "{on}: {payload}");
    }
}

#[tokio::test]
async fn what_anybody_can_cause_never_keeps_her_from_her_news() {
    for mut world in World::all().await {
        let on = world.test.on;
        world.desk.per_minute = 4;
        for at in 0..9 {
            world.queue("0790000001", TextKind::Arrived, &format!("flood {at}")).await;
        }
        world.work().await;
        assert_eq!(world.fake.given().len(), 2, "{on}: half of what goes in a minute");
        let news = world.queue("0790000001", TextKind::News, "news").await;
        world.work().await;
        assert_eq!(world.state(news).await, "accepted", "{on}: a flood leaves room for it");
        for _ in 0..20 {
            world.test.clock.advance(TimeDelta::minutes(2));
            world.work().await;
        }
        assert_eq!(world.fake.given().len(), 9, "{on}: eight of the flood in a day, and the news");
        let more = world.queue("0790000001", TextKind::Reminder, "more").await;
        world.work().await;
        assert_eq!(world.state(more).await, "accepted", "{on}: the flood is not counted against her");
    }
}
