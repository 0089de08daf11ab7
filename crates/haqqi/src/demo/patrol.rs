//! What the electronic patrol has seen in the last weeks: invented advertisements, some of them again and again, and what
//! people decided on a few. No number is anybody's.

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_accounts::Directory;
use haqqi_kernel::{Role, TestClock};
use haqqi_patrol::{Decided, Decision, NewAdvert, NewFeed, Verdict, Way, add, add_feed, change_feed, decide};

use crate::compose::Rooms;

/// Days ago, place, words.
const SEEN: [(i64, &str, &str); 14] = [
    (
        26,
        "Example group “Jobs”",
        "Housemaids and nannies wanted! Golden Palm Recruitment. Processing fee 150 payable before the interview, send your passport by WhatsApp. Filipina only. Call 0790000011.",
    ),
    (
        25,
        "example.org",
        "Housemaids and nannies wanted!! Golden Palm Recruitment. Processing fee 150 payable before the interview, send your passport by WhatsApp. Filipina only. Call 0790000011",
    ),
    (
        19,
        "Example group “Helpers”",
        "Housemaids and nannies wanted! Golden Palm Recruitment. Processing fee 150 payable before the interview, send your passport by WhatsApp. Filipina only. Call 0790000011.",
    ),
    (
        24,
        "Example group “Helpers”",
        "Maid available for transfer, reason travel. No runaway case, no passport problems. Call 0790000012.",
    ),
    (20, "Example Daily", "خادمة للتنازل بسبب السفر، مطيعة، مع ضمان ثلاثة شهور واستبدال. للتواصل 0790000012"),
    (
        17,
        "Example Daily",
        "مطلوب عاملات منازل. مكتب النخلة الذهبية لاستقدام العاملات. رسوم التسجيل 100 تدفع قبل المقابلة، وتسليم الجواز للمكتب كضمان. هاتف 0790000011",
    ),
    (
        15,
        "Example Daily",
        "مطلوب موظفين من كلا الجنسين لمصنع، عقد مكتوب وضمان اجتماعي ويوم راحة كل أسبوع. زوروا مكتبنا.",
    ),
    (
        13,
        "example.org",
        "Work abroad: packers for Poland, no experience needed, salary 3000. Fly now, pay later: ticket amount will be deducted from your salary for 10 months. Telegram @dream_example_jobs only.",
    ),
    (
        11,
        "Example group “Jobs”",
        "Garment factory hires machine operators, men and women. Written contract, social security, weekly rest. Apply at the gate.",
    ),
    (
        9,
        "Example group “Jobs”",
        "Girls aged 15 to 25 wanted for hotel work, good looking, send a full body photo. WhatsApp only.",
    ),
    (7, "example.org", "Beware of agents who ask for a visa fee. Recruitment is free for workers."),
    (
        6,
        "Example group “Helpers”",
        "ভিসা প্রসেসিং ফি ৫০০ টাকা জমা দিতে হবে, মূল পাসপোর্ট অফিসে জমা রাখতে হবে। ফোন 0790000013",
    ),
    (
        4,
        "example.org",
        "Work abroad: packers for Poland, no experience needed, salary 3000. Fly now, pay later: ticket amount will be deducted from your salary for 10 months. Telegram @dream_example_jobs only!",
    ),
    (2, "Example Daily", "مطلوب سكرتيرة حسنة المظهر، العمر من 20 الى 28، ارسلي صورة شخصية على واتساب فقط"),
];

/// Makes them, and leaves a feed resting.
pub(super) async fn make(rooms: &Rooms, clock: &TestClock, now: DateTime<Utc>) -> anyhow::Result<()> {
    let desk = &rooms.patrol;
    let directory = Directory::new(rooms.site.house.clone());
    let Some(person) = directory.with_role(Role::Inspector, None).await?.into_iter().next() else {
        return Ok(());
    };
    let actor = person.actor(false);
    let mut references = Vec::new();
    let mut order: Vec<_> = SEEN.iter().collect();
    order.sort_by_key(|(days, ..)| std::cmp::Reverse(*days));
    for (days, place, text) in order {
        clock.set(now - TimeDelta::days(*days));
        let new = NewAdvert { text: (*text).to_owned(), place: (*place).to_owned(), ..NewAdvert::default() };
        let added = add(desk, &actor, Way::Paste, &new).await?;
        if added.new {
            references.push(added.reference);
        }
    }
    clock.set(now - TimeDelta::days(1));
    let note = "Seen three times; the fee and the passport stand in the words.";
    let made = [(0, Decision::Inspection, note), (1, Decision::Cybercrime, "A person is offered.")];
    for (nth, decision, note) in made {
        let Some(reference) = references.get(nth) else { continue };
        let opened = haqqi_patrol::open(desk, &actor, *reference).await?;
        let verdicts = opened.row.indicators.iter().map(|code| (code.clone(), Verdict::Right)).collect();
        decide(desk, &actor, *reference, &Decided { decision, note: note.to_owned(), verdicts }).await?;
    }
    let feed = NewFeed {
        address: "https://example.org/jobs.rss".to_owned(),
        name: "Example site".to_owned(),
        language: None,
        every_minutes: 1_440,
    };
    let id = add_feed(desk, &actor, &feed).await?;
    // A demonstration asks nobody.
    change_feed(desk, &actor, id, "pause").await?;
    clock.set(now);
    Ok(())
}
