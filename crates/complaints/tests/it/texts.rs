//! Texts in and out, on both databases.

use chrono::TimeDelta;
use haqqi_complaints::{
    Aside, Carrier, Channel, CompleteDraft, Contact, DraftError, FieldProblem, FileComplaint, FileError,
    Inbound, InboundError, TakenText, Whose, check, complete_draft, open, open_draft, see_to_trouble,
    set_aside, take_inbound, text_trouble,
};
use haqqi_kernel::{Actor, Claimed, FixedEntropy, Reference, Role, Sign, SignKind};
use sea_orm::{ConnectionTrait, Statement};

use crate::world::{World, staff};

const BENGALI: &str = "মালিক তিন মাস বেতন দেয় না";

fn sms(from: &str, body: &str, outside: &str) -> Inbound {
    Inbound {
        way: Carrier::Sms,
        from: from.to_owned(),
        body: body.to_owned(),
        outside: outside.to_owned(),
        language: None,
    }
}

impl World {
    async fn many(&self, sql: &str) -> i64 {
        let house = &self.test.house;
        let statement =
            Statement::from_string(house.db().backend(), format!("SELECT COUNT(*) AS many FROM {sql}"));
        house.reader().query_one_raw(statement).await.unwrap().unwrap().try_get("", "many").unwrap()
    }

    /// The drafts in the hotline's queue: reference, language, danger.
    async fn drafts(&self) -> Vec<(Reference, Option<String>, bool)> {
        let rows = self.queue(&hotline()).await;
        let drafts = rows.into_iter().filter(|row| row.kind == "text-to-take");
        drafts.map(|row| (row.reference.parse().unwrap(), row.language, row.danger)).collect()
    }

    async fn take(&self, text: Inbound) -> TakenText {
        take_inbound(&self.desk, &text).await.unwrap()
    }
}

/// The hotline serves the whole country: it belongs to no office.
fn hotline() -> Actor {
    staff(Role::HotlineOperator, None, false)
}

fn hers(language: &str, channel: Channel) -> CompleteDraft {
    CompleteDraft {
        told: FileComplaint { language: language.to_owned(), ..FileComplaint::default() },
        channel,
        whose: Some(Whose::Alone),
        ..CompleteDraft::default()
    }
}

fn texted(address: &str, whose: Whose) -> FileComplaint {
    FileComplaint {
        language: "bn".to_owned(),
        narrative: BENGALI.to_owned(),
        contact: Contact {
            channel: Channel::Text,
            address: address.to_owned(),
            hers_alone: whose == Whose::Alone,
            whose: Some(whose),
            ..Contact::default()
        },
        ..FileComplaint::default()
    }
}

#[tokio::test]
async fn she_is_texted_only_on_a_phone_that_is_hers_alone() {
    for world in World::all().await {
        let on = world.test.on;
        for whose in Whose::ALL {
            world.file(&texted("0790000001", whose)).await;
        }
        assert_eq!(world.many("text_message").await, 1, "{on}: of four phones one is hers alone");
        let quiet = texted("0790000002", Whose::Alone);
        let quiet = FileComplaint { contact: Contact { no_message: true, ..quiet.contact }, ..quiet };
        world.file(&quiet).await;
        let other =
            FileComplaint { filed_by: Some("relative".to_owned()), ..texted("0790000003", Whose::Alone) };
        if world.desk.site.pack.filer("relative").is_some() {
            world.file(&other).await;
        }
        assert_eq!(
            world.many("text_message").await,
            1,
            "{on}: nothing goes to who wants nothing, or files for another"
        );
        for odd in ["12", "abc", "0790000001 and 0790000002"] {
            let refused = check(&world.desk, &texted(odd, Whose::Alone));
            let malformed = FileError::Field { field: "contact.address", problem: FieldProblem::Malformed };
            assert_eq!(refused.unwrap_err().to_string(), malformed.to_string(), "{on}: {odd}");
        }
    }
}

#[tokio::test]
async fn a_text_in_her_language_becomes_a_draft_and_the_hotline_files_it_with_her_words() {
    for world in World::all().await {
        let on = world.test.on;
        let began = world.test.house.now();
        world.take(sms("+962790000001", BENGALI, "1")).await;
        world.take(sms("+962790000001", BENGALI, "1")).await;
        world.test.clock.advance(TimeDelta::minutes(20));
        world.take(sms("0790000001", "পাসপোর্ট নিয়ে গেছে", "2")).await;
        let drafts = world.drafts().await;
        assert_eq!(drafts.len(), 1, "{on}: brought twice, and told in two: {drafts:?}");
        let (reference, language, danger) = drafts[0].clone();
        assert_eq!((language.as_deref(), danger), (Some("bn"), false), "{on}");
        // Nobody said that the phone is hers: nothing goes out.
        assert_eq!(world.many("text_message").await, 0, "{on}");
        // The duty officer may take it; an officer or an inspector never sees it.
        let duty = staff(Role::DutyOfficer, None, true);
        assert!(open_draft(&world.desk, &duty, reference).await.is_ok(), "{on}");
        for role in [Role::ComplaintsOfficer, Role::Inspector, Role::Administrator] {
            let refused = open_draft(&world.desk, &world.staff(role), reference).await;
            assert!(matches!(refused, Err(DraftError::NotFound)), "{on}: {role:?}");
        }
        let opened = open_draft(&world.desk, &hotline(), reference).await.unwrap();
        assert_eq!(opened.words(), format!("{BENGALI}\nপাসপোর্ট নিয়ে গেছে"), "{on}");
        assert_eq!((opened.number.as_str(), opened.hers_alone), ("+962790000001", false), "{on}");

        let what = CompleteDraft { send_note: true, ..hers("bn", Channel::Text) };
        let done = complete_draft(&world.desk, &hotline(), reference, &what).await.unwrap();
        assert!(done.code.is_some(), "{on}");
        let officer = world.staff(Role::ComplaintsOfficer);
        let complaint = open(&world.desk, &officer, done.reference, "test").await.unwrap();
        assert_eq!(complaint.texts[0].body, opened.words(), "{on}: as she wrote it");
        assert_eq!(complaint.summary.received_at, began, "{on}: the clock runs from her first text");
        assert_eq!(complaint.contact.address, "+962790000001", "{on}");
        // That it arrived, and number and code, which she asked for.
        assert_eq!(world.many("text_message WHERE kind = 'arrived'").await, 1, "{on}");
        assert_eq!(world.many("text_message WHERE kind = 'note'").await, 1, "{on}");
        assert!(world.drafts().await.is_empty(), "{on}");
        let twice = complete_draft(&world.desk, &hotline(), reference, &what).await;
        assert!(matches!(twice, Err(DraftError::Done)), "{on}");
        assert!(matches!(
            set_aside(&world.desk, &hotline(), reference, Aside::Nothing).await,
            Err(DraftError::Done)
        ));
        // Her next text begins anew, and shows what was filed before.
        world.take(sms("0790000001", "আমার বেতন?", "3")).await;
        let (next, ..) = world.drafts().await[0].clone();
        let next = open_draft(&world.desk, &hotline(), next).await.unwrap();
        assert_eq!(next.earlier, [done.reference.to_string()], "{on}");
    }
}

#[tokio::test]
async fn a_phone_that_is_not_hers_alone_gets_neither_news_nor_code() {
    for world in World::all().await {
        let on = world.test.on;
        world.take(sms("0790000001", BENGALI, "1")).await;
        let (reference, ..) = world.drafts().await[0].clone();
        let seen = CompleteDraft { whose: Some(Whose::Seen), send_note: true, ..hers("bn", Channel::Text) };
        complete_draft(&world.desk, &hotline(), reference, &seen).await.unwrap();
        assert_eq!(world.many("text_message").await, 0, "{on}");
    }
}

#[tokio::test]
async fn danger_in_a_text_is_on_top_within_the_hour_and_is_answered_by_nobody_but_a_person() {
    for world in World::all().await {
        let on = world.test.on;
        world.take(sms("0790000001", "my phone: he pays late", "1")).await;
        assert_eq!(
            world.many("text_message WHERE kind = 'received'").await,
            1,
            "{on}: she said that it is hers"
        );
        world.take(sms("0790000002", BENGALI, "1")).await;
        let danger = "He beat me today again, and we are still locked in.";
        world.take(sms("0790000001", danger, "2")).await;
        world.take(sms("0790000003", &format!("my phone: {danger}"), "1")).await;
        assert_eq!(world.many("text_message").await, 1, "{on}: no machine answers danger");
        let rows = world.queue(&hotline()).await;
        assert_eq!(rows.len(), 3, "{on}: {rows:?}");
        assert!(rows[0].danger && rows[1].danger && !rows[2].danger, "{on}: {rows:?}");
        for row in &rows[..2] {
            assert!(row.due_at <= world.test.house.now() + TimeDelta::hours(1), "{on}: {row:?}");
        }
        let reference: Reference = rows[0].reference.parse().unwrap();
        let aside = set_aside(&world.desk, &hotline(), reference, Aside::NotForUs).await;
        assert!(matches!(aside, Err(DraftError::Danger)), "{on}");
        let done =
            complete_draft(&world.desk, &hotline(), reference, &hers("en", Channel::None)).await.unwrap();
        let duty = staff(Role::DutyOfficer, None, true);
        let complaint = open(&world.desk, &duty, done.reference, "test").await.unwrap();
        assert!(complaint.summary.urgent, "{on}");
    }
}

#[tokio::test]
async fn an_answer_goes_once_a_day_to_who_said_that_the_phone_is_hers_and_not_to_who_only_speaks_of_one() {
    for world in World::all().await {
        let on = world.test.on;
        let answers = async || world.many("text_message WHERE kind = 'received'").await;
        for (n, words) in ["My phone was taken", "mine is not paid", "আমার ফোন নিয়ে গেছে"].iter().enumerate()
        {
            world.take(sms(&format!("079000001{n}"), words, "1")).await;
        }
        assert_eq!(answers().await, 0, "{on}");
        world.take(sms("0790000001", &format!("আমার ফোন: {BENGALI}"), "1")).await;
        assert_eq!(answers().await, 1, "{on}");
        world.take(sms("0790000001", "আরও একটি কথা", "2")).await;
        world.test.clock.advance(TimeDelta::hours(23));
        world.take(sms("0790000001", "আরও কথা", "3")).await;
        assert_eq!(answers().await, 1, "{on}");
        world.test.clock.advance(TimeDelta::hours(2));
        world.take(sms("0790000001", "শুনছেন?", "4")).await;
        assert_eq!(answers().await, 2, "{on}");
    }
}

#[tokio::test]
async fn a_platform_that_holds_the_line_says_the_answer_itself() {
    for world in World::all().await {
        let on = world.test.on;
        let whatsapp =
            |body: &str, id: &str| Inbound { way: Carrier::Whatsapp, ..sms("962790000001", body, id) };
        assert_eq!(world.take(whatsapp(BENGALI, "1")).await, TakenText::default(), "{on}");
        let said = world.take(whatsapp("আমার ফোন", "2")).await.answer.unwrap();
        assert!(said.contains("পৌঁছেছে"), "{on}: {said}");
        assert_eq!(world.take(whatsapp("আমার ফোন", "2")).await, TakenText::default(), "{on}: replayed");
        assert_eq!(world.many("text_message").await, 0, "{on}: no text message goes beside it");
        let (reference, ..) = world.drafts().await[0].clone();
        let opened = open_draft(&world.desk, &hotline(), reference).await.unwrap();
        assert_eq!((opened.way, opened.texts.len()), (Carrier::Whatsapp, 2), "{on}");
    }
}

#[tokio::test]
async fn a_word_stops_messages_in_every_language_and_begins_no_draft() {
    for world in World::all().await {
        let on = world.test.on;
        let stopped = async || world.many("text_stop").await;
        for (n, word) in ["STOP", "أوقف", "বন্ধ।", "停", "komesha", "अब बंद करो पिटाई"].iter().enumerate()
        {
            world.take(sms(&format!("079000002{n}"), word, "1")).await;
        }
        assert_eq!(stopped().await, 5, "{on}: the last one tells something");
        assert_eq!(world.drafts().await.len(), 1, "{on}");
        world.take(sms("0790000020", "start", "2")).await;
        assert_eq!(stopped().await, 4, "{on}");
    }
}

#[tokio::test]
async fn whatever_comes_is_kept_or_refused() {
    for world in World::all().await {
        let on = world.test.on;
        let refused = async |text: Inbound| take_inbound(&world.desk, &text).await.unwrap_err();
        assert!(matches!(refused(sms("0790000001", " \u{0} ", "1")).await, InboundError::Empty), "{on}");
        assert!(
            matches!(refused(sms("0790000001", &"x".repeat(65_537), "1")).await, InboundError::TooLong),
            "{on}"
        );
        assert_eq!(world.many("text_draft").await, 0, "{on}");
        // A sender that is no number is a sender all the same.
        world.take(sms("Shop\u{202e}", "\u{0}help\u{202e} me 😀", "1")).await;
        let (reference, language, _) = world.drafts().await[0].clone();
        let opened = open_draft(&world.desk, &hotline(), reference).await.unwrap();
        assert_eq!(opened.words(), "help\u{202e} me 😀", "{on}");
        assert_eq!(language.as_deref(), Some("en"), "{on}");
        let by_text = complete_draft(&world.desk, &hotline(), reference, &hers("en", Channel::Text)).await;
        let field = |error: &DraftError| matches!(error, DraftError::File(FileError::Field { field, .. }) if *field == "contact.address");
        assert!(field(&by_text.unwrap_err()), "{on}: nothing can be sent there");
        assert_eq!(world.drafts().await.len(), 1, "{on}: and nothing is lost by that");
        assert_eq!(world.many("complaint").await, 0, "{on}");
        set_aside(&world.desk, &hotline(), reference, Aside::NotForUs).await.unwrap();
        assert!(world.drafts().await.is_empty(), "{on}");
    }
}

#[tokio::test]
async fn a_text_that_may_not_have_arrived_is_work_until_a_person_has_seen_to_it() {
    for world in World::all().await {
        let on = world.test.on;
        let filed = world.file(&texted("0790000001", Whose::Alone)).await;
        let officer = world.staff(Role::ComplaintsOfficer);
        let complaint = open(&world.desk, &officer, filed.reference, "test").await.unwrap().summary;
        let told = |state: &str| Claimed {
            id: complaint.id,
            kind: haqqi_messaging::TEXT_TROUBLE_JOB.to_owned(),
            payload: serde_json::json!({ "text": complaint.id, "subject": complaint.id, "state": state }),
            effect_key: None,
            attempt: 1,
        };
        for state in ["uncertain", "stopped"] {
            text_trouble(&world.desk, &told(state)).await.unwrap();
        }
        let troubles = async || {
            world
                .queue(&officer)
                .await
                .into_iter()
                .filter(|row| row.kind == "text-trouble")
                .collect::<Vec<_>>()
        };
        let rows = troubles().await;
        assert_eq!(rows.len(), 1, "{on}: one piece of work, however many texts: {rows:?}");
        assert_eq!(rows[0].link(None), format!("/staff/texts/{}", filed.reference), "{on}");
        see_to_trouble(&world.desk, &officer, filed.reference).await.unwrap();
        assert!(troubles().await.is_empty(), "{on}");
        // An answer to a text that came in has no complaint behind it.
        let nowhere = Claimed {
            payload: serde_json::json!({ "subject": uuid::Uuid::from_u128(5), "state": "uncertain" }),
            ..told("uncertain")
        };
        text_trouble(&world.desk, &nowhere).await.unwrap();
        assert!(troubles().await.is_empty(), "{on}");
    }
}

#[tokio::test]
async fn a_badge_that_no_house_made_is_answered_at_once_and_read_by_a_person() {
    for world in World::all().await {
        let on = world.test.on;
        let real = Sign::random(SignKind::Badge, &FixedEntropy::seeded(7)).to_string();
        let (head, check) = real.split_at(real.len() - 1);
        let wrong = format!("{head}{}", if check == "2" { "3" } else { "2" });
        let asks = |body: &str, id: &str| Inbound { way: Carrier::Whatsapp, ..sms("0790000001", body, id) };
        // Nobody knows the language of a number alone: the country's first and English.
        let known = world.take(asks(&real, "1")).await.answer.unwrap();
        assert!(known.contains("No, this number is not one of ours."), "{on}: {known}");
        let first = &world.desk.site.pack.identity().default_language;
        let first = world.desk.site.languages.for_worker(first).unwrap();
        assert!(known.contains(&first.attribute("messaging-text-not-genuine")), "{on}: {known}");
        assert!(world.drafts().await.is_empty(), "{on}: a question is no complaint");
        assert_eq!(world.take(asks(&wrong, "2")).await.answer.unwrap(), known, "{on}");
        assert_eq!(world.drafts().await.len(), 1, "{on}: who made this badge is looked at");
        // Who wrote before is answered in that language.
        world.take(asks(BENGALI, "3")).await;
        let bengali = world.take(asks(&real, "4")).await.answer.unwrap();
        assert!(bengali.contains("টাকা") && !bengali.contains("not one of ours"), "{on}: {bengali}");
    }
}

#[tokio::test]
async fn stop_is_understood_however_it_is_spelled() {
    for world in World::all().await {
        let on = world.test.on;
        for (at, word) in ["ＳＴＯＰ", "اوقف", "أَوْقِف", "st\u{200b}op!"].into_iter().enumerate()
        {
            world.take(sms(&format!("079000010{at}"), word, &format!("s{at}"))).await;
        }
        assert_eq!(world.many("text_stop").await, 4, "{on}");
        assert!(world.drafts().await.is_empty(), "{on}");
    }
}
