//! News of a visit, brought by a job through the sealed link: the complaint moves on, and its officer is told to look
//! at what was found. The visits' room knows nothing of it.

use haqqi_complaints::{State, Told, item_of, link_of_request, note_told, set_state, summary_of};
use haqqi_kernel::{Action, Actor, Audit, Claimed, CommitError, Done, Event, JobFailure, SubjectKind, judge};
use haqqi_worklist::{ItemKind, open_item};

use crate::request_visit::VisitDesk;
use crate::retaliation::plan_check_ins;

/// The job behind [`haqqi_inspections::NEWS`]. Requests that no complaint made have no link: nothing is to be done.
///
/// # Errors
/// [`JobFailure::Again`] where it may go better later.
pub async fn visit_news(desk: &VisitDesk, claimed: &Claimed) -> Done {
    let again = |error: &dyn std::fmt::Display| JobFailure::Again(error.to_string());
    let request = claimed.id_of("request")?;
    let news = claimed.payload.get("news").and_then(serde_json::Value::as_str);
    let news = news
        .and_then(Told::from_code)
        .ok_or_else(|| JobFailure::Never("the job brings no news".to_owned()))?;
    let house = &desk.complaints.site.house;
    let Some(link) = link_of_request(house, request).await.map_err(|e| again(&e))? else { return Ok(()) };
    // Told before, or overtaken: a job may run twice, and late. Only a cancelled visit goes back.
    let goes_back = news == Told::Waiting && link.told == Told::Planned;
    if news <= link.told && !goes_back {
        return Ok(());
    }
    let scope = judge(&Actor::System, Action::ReadComplaint).map_err(|e| again(&e))?;
    let complaint = summary_of(&desk.complaints, &scope, link.complaint).await.map_err(|e| again(&e))?;
    let mut unit = house.unit(Actor::System);
    note_told(&mut unit, &link, news);
    if news >= Told::Visited && complaint.state != State::Visited {
        // Closed in the meantime stays closed; what was found is shown all the same.
        let _ = set_state(&mut unit, &complaint, State::Visited);
    }
    if news >= Told::Visited {
        plan_check_ins(&desk.complaints, &mut unit, &complaint).await.map_err(|e| again(&e))?;
    }
    if news == Told::Reported {
        let clock = desk
            .complaints
            .clocks()
            .begin("answer-message", unit.now(), complaint.office.as_deref())
            .map_err(|e| again(&e))?;
        open_item(&mut unit, item_of(&complaint, ItemKind::VisitResult, clock.due_at));
    }
    unit.audit(
        Audit::write("complaint.visit-news", SubjectKind::Complaint, complaint.id).purpose(news.code()),
    );
    let what = match news {
        Told::Waiting => "complaint.visit-put-off",
        Told::Planned => "complaint.visit-planned",
        Told::Visited => "complaint.visited",
        Told::Reported => "complaint.visit-reported",
    };
    unit.event(Event::new(SubjectKind::Complaint, complaint.id, what).office(complaint.office.as_deref()));
    match unit.commit().await {
        Ok(_) => Ok(()),
        Err(error @ CommitError::Stale) => Err(again(&error)),
        Err(error) => Err(again(&error)),
    }
}
