//! The case that the flag opened: nothing leaves by that; then her yes, a look at what they will see, the hand-over,
//! and the agency's answer.

use reqwest::StatusCode;
use serde_json::{Value, json};

use super::file::STORY;
use super::{Walk, expect, status};

/// The receiver of the demonstration's agency user, and the first service that it provides.
fn target(walk: &Walk) -> (String, String) {
    let receiver = walk.all("agency-user")[0]["agency"].as_str().unwrap().to_owned();
    let agencies = walk.world.rows("agencies.toml", "agency");
    let agency = agencies.iter().find(|row| row["code"].as_str() == Some(&receiver)).unwrap();
    let purpose = agency["services"][0].as_str().unwrap().to_owned();
    (receiver, purpose)
}

/// The case's address, and when it was opened.
async fn case(walk: &Walk) -> (String, String) {
    let list = expect(walk.get("referral-coordinator", "/api/v1/referrals"), StatusCode::OK).await;
    let rows = list["rows"].as_array().unwrap();
    let row = rows.iter().find(|row| row["flag"] == walk.flag.as_str()).expect("the flag opened a case");
    assert_eq!(row["state"], "to-ask", "opening sends nothing");
    let path = format!("/api/v1/referrals/{}", row["reference"].as_str().unwrap());
    (path, row["opened_at"].as_str().unwrap().to_owned())
}

/// From the opened case to the agency's acceptance.
pub async fn an_agency_takes_it_on(walk: &Walk) {
    let us = "referral-coordinator";
    let (case, opened_at) = case(walk).await;
    for role in ["supervisor", "inspector", "auditor", "administrator", "agency-user"] {
        assert_eq!(status(walk.get(role, &case)).await, StatusCode::NOT_FOUND, "{role}");
    }
    for path in [case.as_str(), "/api/v1/referrals", "/api/v1/hand-overs"] {
        assert_eq!(status(walk.http.get(walk.url(path))).await, StatusCode::UNAUTHORIZED, "{path}");
    }
    let (receiver, purpose) = target(walk);
    let mut yes = json!({
        "receiver": receiver, "purpose": purpose, "answer": "yes", "ends": next_month(&opened_at), "language": "bn",
        "how": "in-person", "interpreter": "of-the-house", "alone": "no", "present": ["employer"],
        "limits_told": "yes",
    });
    let consents = format!("{case}/consents");
    let before_a_party = walk.post(us, &consents, &yes);
    assert_eq!(status(before_a_party).await, StatusCode::UNPROCESSABLE_ENTITY, "not before the employer");
    yes["alone"] = "yes".into();
    yes["present"] = json!([]);
    let nobody_heard = walk.post(us, &consents, &yes);
    assert_eq!(status(nobody_heard).await, StatusCode::UNPROCESSABLE_ENTITY, "no talk since it was opened");
    let met = json!({ "person": "worker", "way": "visit", "result": "spoke", "private": "alone", "language": "bn", "interpreter": "staff" });
    let contacts = format!("/api/v1/casework/{}/contacts", walk.reference);
    assert_eq!(status(walk.post("complaints-officer", &contacts, &met)).await, StatusCode::CREATED);
    yes["heard_by"] = walk.name("complaints-officer").into();
    let basis = expect(walk.post(us, &consents, &yes), StatusCode::CREATED).await["basis"].clone();

    let offer = expect(walk.get(us, &format!("{case}/offer")), StatusCode::OK).await;
    let items = offer["items"].as_array().unwrap();
    let words = |item: &&Value| item["item"].as_str().unwrap().starts_with("words-");
    let words = items.iter().find(words).expect("she told something")["item"].clone();
    let mut draft = json!({
        "receiver": receiver, "purpose": purpose, "basis": basis, "share": ["language", words],
        "message": "Please meet her.",
    });
    let unseen = walk.post(us, &format!("{case}/hand-overs"), &draft);
    assert_eq!(status(unseen).await, StatusCode::UNPROCESSABLE_ENTITY, "look first");
    let preview = walk.post(us, &format!("{case}/hand-overs/preview"), &draft);
    let preview = expect(preview, StatusCode::OK).await;
    draft["seen"] = preview["seen"].clone();
    let send = || walk.post(us, &format!("{case}/hand-overs"), &draft);
    let sent = expect(send(), StatusCode::CREATED).await;
    assert_eq!(expect(send(), StatusCode::CREATED).await, sent, "sent once");

    let path = format!("/api/v1/hand-overs/{}", sent["reference"].as_str().unwrap());
    let opened = expect(walk.get("agency-user", &path), StatusCode::OK).await;
    assert_eq!(opened["content"], preview["content"], "they see what was looked at");
    let seen = opened.to_string();
    assert!(seen.contains(STORY) && !seen.contains(&walk.reference) && !seen.contains(&walk.flag));
    let accept = json!({ "answer": "accept", "words": "We meet her.", "contact": "Desk 4" });
    let accept = walk.post("agency-user", &format!("{path}/answer"), &accept);
    assert_eq!(expect(accept, StatusCode::CREATED).await["state"], "accepted");
    let after = expect(walk.get(us, &case), StatusCode::OK).await;
    assert_eq!(after["state"], "accepted", "the answer comes back");
}

/// The 28th of the month after this instant, as the form writes a day.
fn next_month(at: &str) -> String {
    let (year, month): (u32, u32) = (at[..4].parse().unwrap(), at[5..7].parse().unwrap());
    let (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    format!("{year:04}-{month:02}-28")
}
