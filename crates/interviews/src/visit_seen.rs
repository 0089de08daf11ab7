//! What was seen at a visit, looked at for indicators as everything that comes in is. Where anything asks to look closer, the
//! inspectorate itself opens a complaint, once for a visit: then flag, clocks, queue and triage are those of any other. Who
//! was there learns nothing of it (`safeguards.md` 11).

use haqqi_casework::{VisitDesk, subject};
use haqqi_complaints::{
    ExOfficio, age_seen, complaint_of_visit, note_visit, open_ex_officio, see_more, weigh_unfiled,
};
use haqqi_inspections::seen_there;
use haqqi_kernel::{Actor, Claimed, CommitError, Done, JobFailure};
use haqqi_screening::Source;

/// The job behind [`haqqi_inspections::LOOK`]. Run again it opens nothing a second time; run for a record that shows more
/// than before it has that assessed too.
///
/// # Errors
/// [`JobFailure::Again`] where it may go better later.
pub async fn visit_seen(desk: &VisitDesk, claimed: &Claimed) -> Done {
    let again = |error: &dyn std::fmt::Display| JobFailure::Again(error.to_string());
    let visit = claimed.id_of("visit")?;
    let complaints = &desk.complaints;
    let Some(seen) = seen_there(&desk.inspections, visit).await.map_err(|e| again(&e))? else {
        return Ok(());
    };
    if let Some(complaint) = complaint_of_visit(complaints, visit).await.map_err(|e| again(&e))? {
        let added = see_more(complaints, &complaint, &subject(&complaint), &seen.answers).await;
        return added.map(drop).map_err(|e| again(&e));
    }
    let age = age_seen(complaints, &seen.answers);
    if weigh_unfiled(complaints, Source::Observed, age, &seen.answers).level.is_none() {
        return Ok(());
    }
    let mut unit = complaints.site.house.unit(Actor::System);
    let own = ExOfficio {
        language: spoken(desk, &seen.languages),
        office: seen.office,
        establishment: seen.establishment,
        governorate: seen.governorate,
        age,
        child_met: false,
        answers: seen.answers,
        seen: true,
    };
    let opened = open_ex_officio(complaints, &mut unit, &own).map_err(|e| again(&e))?;
    note_visit(&mut unit, opened.complaint, visit);
    match unit.commit().await {
        Ok(_) => Ok(()),
        // Another worker was faster: looked at again, what it opened is found.
        Err(error @ CommitError::Unique(_)) => Err(again(&error)),
        Err(error) => Err(again(&error)),
    }
}

/// In which language one speaks with those who work there: the first one spoken there that workers are offered, else the
/// first of the staff's.
pub(crate) fn spoken(desk: &VisitDesk, there: &[String]) -> String {
    let site = &desk.complaints.site;
    let offered = there.iter().find(|tag| site.languages.for_worker(tag).is_some());
    offered.or_else(|| site.pack.staff_languages().first()).cloned().unwrap_or_else(|| "en".to_owned())
}
