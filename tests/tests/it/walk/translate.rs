//! An interpreter gets the one text; the officer reads both side by side.

use reqwest::StatusCode;
use serde_json::{Value, json};

use super::{Walk, expect, soon, status};

const WORDS: &str = "The passport is kept; no wages for six months; not allowed out.";

/// Whose work it is, and the work's id.
pub async fn assigned(walk: &Walk) -> Option<(String, String)> {
    for interpreter in walk.all("interpreter") {
        let token = interpreter["token"].as_str().unwrap();
        let mut after = String::new();
        loop {
            let path = format!("/api/v1/queue?mine=true&kind=translation&after={after}");
            let page = expect(walk.http.get(walk.url(&path)).bearer_auth(token), StatusCode::OK).await;
            let rows = page["rows"].as_array().unwrap();
            if let Some(row) = rows.iter().find(|row| row["reference"] == walk.reference.as_str()) {
                return Some((token.to_owned(), row["id"].as_str().unwrap().to_owned()));
            }
            match page["next"].as_str() {
                Some(next) => next.clone_into(&mut after),
                None => break,
            }
        }
    }
    None
}

/// Another text that waits, hers or one to her, is translated too.
pub async fn one_more_is_translated(walk: &Walk) {
    let (token, item) = soon("an interpreter for her message", || assigned(walk)).await;
    let url = walk.url(&format!("/api/v1/translations/{item}"));
    let write = walk.http.post(&url).bearer_auth(&token).json(&json!({ "body": "She can speak on Friday." }));
    assert_eq!(status(write).await, StatusCode::CREATED);
}

/// The interpreter who has the text translates it; another one has no such work.
pub async fn an_interpreter_translates(walk: &Walk) {
    let (token, item) = soon("an interpreter for her words", || assigned(walk)).await;
    let url = walk.url(&format!("/api/v1/translations/{item}"));
    let write =
        |token: &str, words: &str| walk.http.post(&url).bearer_auth(token).json(&json!({ "body": words }));
    let others = walk.all("interpreter").into_iter().filter_map(|user| user["token"].as_str());
    for other in others.filter(|other| **other != token) {
        assert_eq!(status(write(other, WORDS)).await, StatusCode::NOT_FOUND, "one text, one interpreter");
    }
    assert_eq!(status(write(&token, " ")).await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(status(write(&token, WORDS)).await, StatusCode::CREATED);
    assert_eq!(status(write(&token, WORDS)).await, StatusCode::NOT_FOUND, "it is done");

    let record = format!("/api/v1/casework/{}", walk.reference);
    let opened = expect(walk.get("complaints-officer", &record), StatusCode::OK).await;
    let texts = opened["texts"].as_array().unwrap();
    let translation = texts.iter().find(|text| text["kind"] == "translation").unwrap();
    assert_eq!(translation["body"], WORDS);
    assert_eq!(translation["language"], Value::from(walk.world.staff_language()));
}
