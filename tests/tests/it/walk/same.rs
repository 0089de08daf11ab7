//! The same story of two people: found, said what it is, searched; and whether she is punished.

use reqwest::StatusCode;
use serde_json::{Value, json};

use super::{Walk, expect, soon, status};

async fn tells(walk: &Walk, employer: &str, phone: &str) -> String {
    let told = json!({
        "language": "en", "narrative": "We are not paid.",
        "employer": { "name": employer, "governorate": walk.world.place_of(&walk.office) },
        "contact": { "channel": "phone", "address": phone, "hers_alone": true },
    });
    let request = walk.http.post(walk.url("/api/v1/complaints")).json(&told);
    let filed = expect(request, StatusCode::CREATED).await;
    filed["reference"].as_str().unwrap().to_owned()
}

/// Two tell of one workplace: each stands beside the other with the reasons, until an officer says what they are.
pub async fn two_tell_the_same_story(walk: &Walk) {
    let first = tells(walk, "Northern Star Garments", "+15550100001").await;
    let second = tells(walk, "شركة نورثرن ستار", "+1 (555) 010-0001").await;
    let beside = format!("/api/v1/casework/complaints/{first}/alike");
    let found = soon("the like complaint", || async {
        let found = expect(walk.get("complaints-officer", &beside), StatusCode::OK).await;
        (!found["alike"].as_array().unwrap().is_empty()).then_some(found)
    })
    .await;
    let one = &found["alike"][0];
    assert_eq!(
        (&one["other"], &one["phone"], &one["state"]),
        (&json!(second), &json!(true), &json!("suggested"))
    );
    assert_eq!(status(walk.get("inspector", &beside)).await, StatusCode::NOT_FOUND);

    let say = |body: Value| walk.post("complaints-officer", &beside, &body);
    let unproven = json!({ "other": second, "answer": "kept-this" });
    assert_eq!(status(say(unproven)).await, StatusCode::UNPROCESSABLE_ENTITY);
    let nobody = json!({ "other": "x", "answer": "different" });
    assert_eq!(status(say(nobody)).await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        status(say(json!({ "other": second, "answer": "same-workplace" }))).await,
        StatusCode::NO_CONTENT
    );

    let search = |role: &str, q: &str| walk.post(role, "/api/v1/search", &json!({ "q": q }));
    let by_phone = expect(search("complaints-officer", "0015550100001"), StatusCode::OK).await;
    assert_eq!((&by_phone["how"], by_phone["complaints"].as_array().unwrap().len()), (&json!("phone"), 2));
    let by_words = expect(search("complaints-officer", "not paid"), StatusCode::OK).await;
    assert_eq!(by_words["complaints"], json!([]), "words are not searched");
    assert_eq!(status(search("administrator", &first)).await, StatusCode::NOT_FOUND);
}

/// The employer of the complaint that travels was spoken to: she is asked whether she is punished, and she is.
pub async fn she_is_asked_whether_she_is_punished(walk: &Walk) {
    let of = |what: &str| format!("/api/v1/casework/complaints/{}/{what}", walk.reference);
    let contact = walk.post("complaints-officer", &of("employer-contact"), &json!({}));
    assert_eq!(status(contact).await, StatusCode::NO_CONTENT);
    let plan = expect(walk.get("complaints-officer", &of("check-in")), StatusCode::OK).await;
    let day = &plan["days"][0]["id"];
    let came = |answer: &str| json!({ "day": day, "answer": answer, "note": "At the counter, alone." });
    let say = |answer: &str| walk.post("complaints-officer", &of("check-in"), &came(answer));
    assert_eq!(status(say("fine")).await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(status(say("punished")).await, StatusCode::NO_CONTENT);
    let plan = expect(walk.get("complaints-officer", &of("check-in")), StatusCode::OK).await;
    assert_eq!((&plan["suspected"], &plan["days"][0]["answer"]), (&json!(true), &json!("punished")));
    let found = json!({ "punished": true, "note": "The shift is changed back." });
    let look = || walk.post("complaints-officer", &of("retaliation"), &found);
    assert_eq!(status(look()).await, StatusCode::NO_CONTENT);
    assert_eq!(status(look()).await, StatusCode::UNPROCESSABLE_ENTITY, "nothing waits any more");
}
