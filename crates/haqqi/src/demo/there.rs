//! Interviews at a visit of the demonstration: several workers, one after another, asked alike; and what was seen there.

use chrono::TimeDelta;
use haqqi_casework::{Interpreter, Private, Way};
use haqqi_inspections::{ListedVisit, Observed, Record};
use haqqi_interviews::{BeginInterview, ConsentItem, HerStep, Said, answer, begin, consent, her_step};
use haqqi_kernel::{Actor, TestClock};

use crate::compose::Rooms;

/// Which questions each of them says yes to, by their number in the list: nothing, much, and nothing again. None of them
/// means danger by itself.
const YES: [&[usize]; 3] = [&[], &[0, 1, 2, 3], &[]];

/// Everybody is asked, and answers to the end.
pub(super) async fn interviewed(
    rooms: &Rooms,
    clock: &TestClock,
    visit: &ListedVisit,
    actor: &Actor,
) -> anyhow::Result<()> {
    let desk = rooms.visits();
    let languages = &rooms.site.languages;
    let spoken = visit.row.languages.iter().find(|tag| languages.for_worker(tag).is_some());
    let language = spoken.cloned().unwrap_or_else(|| languages.english().tag().to_owned());
    let screener = &rooms.screening.screener;
    let asked = screener.interview(rooms.screening.today());
    let calm: Vec<&str> = asked.iter().filter(|one| !one.urgent).map(|one| one.id).collect();
    let of = visit.row.reference;
    for (nth, yes) in (1..).zip(YES) {
        clock.set(visit.row.starts_at + TimeDelta::minutes(10 * nth));
        let met = BeginInterview {
            language: language.clone(),
            way: Way::Visit,
            private: Private::Alone,
            interpreter: Interpreter::Staff,
            declared: true,
            young: Some(false),
        };
        begin(&desk, actor, of, &met).await?;
        for item in ConsentItem::ALL {
            consent(&desk, actor, of, item, true).await?;
        }
        let said_yes = |id: &str| yes.iter().any(|nth| calm.get(*nth) == Some(&id));
        loop {
            let (question, said) = match her_step(&desk, actor, of).await?.1 {
                HerStep::Age => (haqqi_interviews::AGE.to_owned(), Said::Yes),
                HerStep::Question(id, _) => {
                    let said = if said_yes(&id) { Said::Yes } else { Said::No };
                    (id, said)
                }
                _ => break,
            };
            answer(&desk, actor, of, &question, said).await?;
        }
    }
    Ok(())
}

/// What was seen there: the first sight that means no danger by itself is there, one could not be seen, the others are not.
pub(super) fn seen(rooms: &Rooms, record: &mut Record) {
    let mut calm = 0;
    for question in rooms.inspections.observations() {
        calm += usize::from(!question.urgent);
        let seen = match calm {
            1 if !question.urgent => Observed::Yes,
            2 if !question.urgent => Observed::NotSeen,
            _ => Observed::No,
        };
        record.observations.insert(question.id.clone(), seen);
    }
}
