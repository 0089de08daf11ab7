//! What comes beside everyday complaints, today: danger told with one tap, missing pay with safe contact, a call asked
//! for, a wording reported.

use chrono::{DateTime, TimeDelta, Utc};
use haqqi_complaints::{
    AskCallBack, Channel, Contact, Employer, FileComplaint, TellWording, WageClaim, Whose, ask_call_back,
    file, tell_wording,
};
use haqqi_kernel::{Actor, TestClock};
use haqqi_pack::Texts;

use super::people::offices;
use crate::compose::Rooms;

/// A text in a language that both packs speak, and what it says of itself.
const WAGES: &str = "আড়াই মাস ধরে পুরো বেতন পাই না। মালিক বলে পরে দেবে। আমার ফোন ফোরম্যানও দেখে।";

/// Makes them, the last an hour ago and the most urgent twenty minutes ago.
pub(super) async fn make(rooms: &Rooms, clock: &TestClock, now: DateTime<Utc>) -> anyhow::Result<()> {
    let pack = &rooms.site.pack;
    let ours = offices(rooms);
    let first = ours.first().and_then(|code| pack.office(code));
    let place = first.and_then(|office| office.governorates.first().cloned());
    clock.set(now - TimeDelta::hours(3));
    let month = |back: u32, agreed: i64, paid: i64| {
        let month = now.checked_sub_months(chrono::Months::new(back)).unwrap_or(now);
        WageClaim { month: month.format("%Y-%m").to_string(), agreed: Some(agreed), paid: Some(paid) }
    };
    let unit = 10_i64.pow(u32::from(pack.identity().currency_decimals));
    let wages = FileComplaint {
        language: "bn".to_owned(),
        narrative: WAGES.to_owned(),
        kind: pack.kinds_on_page().iter().find(|kind| kind.claims).map(|kind| kind.code.clone()),
        employer: Employer { governorate: place.clone(), ..Employer::default() },
        claims: vec![month(1, 290 * unit, 0), month(2, 290 * unit, 0), month(3, 290 * unit, 145 * unit)],
        contact: Contact {
            channel: Channel::Text,
            address: "0790 000 000".to_owned(),
            whose: Some(Whose::Seen),
            when: "শুক্রবার, রাত ৯টার পর".to_owned(),
            never_call: true,
            safe_word: "শাপলা".to_owned(),
            ..Contact::default()
        },
        ..FileComplaint::default()
    };
    let danger = FileComplaint {
        language: "bn".to_owned(),
        danger: true,
        employer: Employer { governorate: place, ..Employer::default() },
        ..FileComplaint::default()
    };
    for (command, ago) in [(wages, 180), (danger, 20)] {
        clock.set(now - TimeDelta::minutes(ago));
        let mut unit = rooms.site.house.unit(Actor::Stranger);
        file(&rooms.complaints, &mut unit, "web", &command)?;
        unit.commit().await?;
    }
    clock.set(now - TimeDelta::hours(1));
    let mut unit = rooms.site.house.unit(Actor::Stranger);
    let wish = AskCallBack {
        language: "bn".to_owned(),
        about: Some(Texts::Confidentiality),
        number: "০৭৯০ ০০০ ০০০".to_owned(),
        hers_alone: true,
        when: "রাত ৯টার পর".to_owned(),
        safe_word: "শাপলা".to_owned(),
        interpreter_sex: Some("female".to_owned()),
    };
    ask_call_back(&rooms.complaints, &mut unit, &wish)?;
    unit.commit().await?;
    let told = TellWording {
        language: "bn".to_owned(),
        place: "complain".to_owned(),
        shown: "মালিক কি জানতে পারেন যে আপনি অভিযোগ করেছেন?".to_owned(),
        better: "মালিককে কি জানানো যাবে যে অভিযোগ আপনি করেছেন?".to_owned(),
    };
    tell_wording(&rooms.complaints, &told).await?;
    clock.set(now);
    Ok(())
}
