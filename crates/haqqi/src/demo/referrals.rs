//! What became of the escalated flags: cases in every state, the default agency with work of each kind.

use anyhow::Context as _;
use chrono::{DateTime, TimeDelta, Utc};
use haqqi_accounts::Directory;
use haqqi_kernel::{Actor, Reference, Role, TestClock};
use haqqi_pack::{Agency, Decision};
use haqqi_referral::{
    Answer, CaseRow, ConsentForm, Draft, Item, Sending, answer, cases, noted, offer, preview, record_consent,
    reply, send,
};

use super::talk::spoke_alone;
use crate::compose::Rooms;

/// Who acts, and for whom.
struct Hands<'a> {
    rooms: &'a Rooms,
    clock: &'a TestClock,
    coordinator: Actor,
    agency_user: Actor,
    now: DateTime<Utc>,
}

/// Works on the cases; tells what was made.
pub(super) async fn make(rooms: &Rooms, clock: &TestClock, now: DateTime<Utc>) -> anyhow::Result<String> {
    let directory = Directory::new(rooms.site.house.clone());
    let coordinators = directory.with_role(Role::ReferralCoordinator, None).await?;
    let agency_users = directory.with_role(Role::AgencyUser, None).await?;
    let hands = Hands {
        rooms,
        clock,
        coordinator: coordinators.first().context("nobody coordinates referrals")?.actor(false),
        agency_user: agency_users.first().context("no agency has a user")?.actor(false),
        now,
    };
    let pack = &rooms.site.pack;
    let first = pack.agency(&pack.identity().default_agency).context("the pack has no default agency")?;
    let mut others = pack.agencies().iter().filter(|a| a.referral && a.code != first.code);
    let second = others.find(|agency| !agency.services.is_empty()).unwrap_or(first);
    let (mut rows, _) = cases(&rooms.referral, &hands.coordinator, false, None, 200).await?;
    rows.sort_by_key(|row| row.opened_at);
    let mut sent = 0usize;
    for (at, row) in rows.iter().enumerate() {
        let opened = row.opened_at;
        match at {
            // Long ago: accepted.
            0 => {
                let one = hands.hand_over(row, first, 1, opened + TimeDelta::hours(20)).await?;
                hands.accept(one, opened + TimeDelta::hours(26)).await?;
                sent += 1;
            }
            // She did not agree; the case stays open.
            1 => hands.consent(row, first, "no", opened + TimeDelta::hours(18)).await?,
            // Declined, and handed to another, whose answer is awaited.
            2 => {
                let one = hands.hand_over(row, first, 1, opened + TimeDelta::hours(15)).await?;
                hands.decline(one, opened + TimeDelta::hours(30)).await?;
                hands.hand_over(row, second, 2, hands.now - TimeDelta::hours(6)).await?;
                sent += 2;
            }
            // Accepted after a question.
            3 => {
                let one = hands.hand_over(row, first, 1, opened + TimeDelta::hours(22)).await?;
                hands.ask(one, opened + TimeDelta::hours(25)).await?;
                clock.set(opened + TimeDelta::hours(28));
                reply(&rooms.referral, &hands.coordinator, one, "A woman, please; mornings are safe.")
                    .await?;
                hands.accept(one, opened + TimeDelta::hours(31)).await?;
                sent += 1;
            }
            // Lately: waiting for the agency; a question of the agency; a ground, nothing sent; to be asked.
            4 => {
                hands.hand_over(row, first, 1, opened + TimeDelta::hours(2)).await?;
                sent += 1;
            }
            5 => {
                let one = hands.hand_over(row, first, 1, opened + TimeDelta::hours(3)).await?;
                hands.ask(one, hands.now - TimeDelta::hours(2)).await?;
                sent += 1;
            }
            6 => hands.consent(row, first, "yes", opened + TimeDelta::hours(4)).await?,
            _ => {}
        }
    }
    Ok(format!("{} referral cases, {sent} hand-overs", rows.len()))
}

fn purpose<'a>(hands: &'a Hands<'_>, agency: &'a Agency) -> anyhow::Result<&'a str> {
    let any = || hands.rooms.site.pack.services().iter().next().map(|service| service.code.as_str());
    agency.services.first().map(String::as_str).or_else(any).context("the pack has no service")
}

impl Hands<'_> {
    async fn consent(
        &self,
        row: &CaseRow,
        agency: &Agency,
        said: &str,
        at: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        self.clock.set(at);
        let heard_by =
            spoke_alone(self.rooms, row.complaint_reference, row.office.as_deref(), &row.language).await?;
        let yes = said == "yes";
        let form = ConsentForm {
            receiver: agency.code.clone(),
            purpose: purpose(self, agency)?.to_owned(),
            answer: said.to_owned(),
            ends: if yes {
                (self.now + TimeDelta::days(60)).format("%Y-%m-%d").to_string()
            } else {
                String::new()
            },
            language: row.language.clone(),
            how: "in-person".to_owned(),
            interpreter: "of-the-house".to_owned(),
            alone: "yes".to_owned(),
            limits_told: "yes".to_owned(),
            heard_by,
            words: if yes { "Not at the house, please." } else { "Not now. I want to think." }.to_owned(),
            ..ConsentForm::default()
        };
        record_consent(&self.rooms.referral, &self.coordinator, row.reference, &form).await?;
        Ok(())
    }

    /// Consent two hours before, then the least that the purpose needs.
    async fn hand_over(
        &self,
        row: &CaseRow,
        agency: &Agency,
        number: i32,
        at: DateTime<Utc>,
    ) -> anyhow::Result<Reference> {
        self.consent(row, agency, "yes", at - TimeDelta::hours(1)).await?;
        self.clock.set(at);
        let desk = &self.rooms.referral;
        let offer = offer(desk, &self.coordinator, row.reference).await?;
        let wanted = |item: &&Item| !matches!(item, Item::Name | Item::Employer | Item::Workplace);
        let draft = Draft {
            receiver: agency.code.clone(),
            purpose: purpose(self, agency)?.to_owned(),
            basis: format!("consent-{number}"),
            share: offer.items.iter().filter(wanted).map(|item| item.code()).collect(),
            message: "Please call first; she answers in the morning.".to_owned(),
        };
        let seen = preview(desk, &self.coordinator, row.reference, &draft).await?.seen;
        let sending = Sending { draft, key: seen.clone(), seen };
        Ok(send(desk, &self.coordinator, row.reference, &sending).await?)
    }

    async fn accept(&self, one: Reference, at: DateTime<Utc>) -> anyhow::Result<()> {
        self.clock.set(at);
        let accept = Answer::Accept {
            words: "We meet her within the day and tell you how it went.".to_owned(),
            contact: "Duty desk, day and night".to_owned(),
        };
        answer(&self.rooms.referral, &self.agency_user, one, &accept).await?;
        self.clock.set(at + TimeDelta::hours(1));
        noted(&self.rooms.referral, &self.coordinator, one).await?;
        Ok(())
    }

    async fn decline(&self, one: Reference, at: DateTime<Utc>) -> anyhow::Result<()> {
        self.clock.set(at);
        let reasons = self.rooms.site.pack.reasons_for(Decision::Decline);
        let reason = reasons.map(|reason| reason.code.clone()).next().unwrap_or_default();
        let decline = Answer::Decline { reason, words: "Another body is closer to this.".to_owned() };
        answer(&self.rooms.referral, &self.agency_user, one, &decline).await?;
        Ok(())
    }

    async fn ask(&self, one: Reference, at: DateTime<Utc>) -> anyhow::Result<()> {
        self.clock.set(at);
        let ask = Answer::Ask { words: "Shall the interpreter be a woman?".to_owned() };
        answer(&self.rooms.referral, &self.agency_user, one, &ask).await?;
        Ok(())
    }
}
