//! Danger that is spoken: the machine finds nothing in a recording; once the interpreter has written down what he heard, it
//! is assessed as written words are.

use reqwest::StatusCode;
use serde_json::json;

use crate::walk::evidence::with_file;
use crate::walk::translate::assigned;
use crate::walk::{Walk, expect, soon, status};
use crate::world::packs;

/// What the interpreter writes down: words of which the pack itself says that they are danger.
fn danger_in_words(walk: &Walk) -> String {
    let lexicon = format!("lexicons/{}.toml", walk.world.staff_language());
    let urgent = |row: &&toml::Table| row.get("urgent").and_then(toml::Value::as_bool) == Some(true);
    let rows = walk.world.rows(&lexicon, "entry");
    // One example, or several.
    let hit = &rows.iter().find(urgent).unwrap()["hit"];
    hit.as_str().or_else(|| hit.as_array()?.first()?.as_str()).unwrap().to_owned()
}

#[tokio::test]
async fn danger_that_is_spoken_is_danger() {
    for pack in packs() {
        let mut walk = Walk::begin(&pack);
        let place = walk.world.place_of(&walk.office);
        let told = json!({ "language": "bn", "employer": { "governorate": place } }).to_string();
        let voice = [b"#!AMR\n".as_slice(), &[0x3c; 13].repeat(50)].concat();
        let file = walk.http.post(walk.url("/api/v1/complaints/voice"));
        let filed =
            expect(with_file(file, &[("complaint", &told)], "v.amr", &voice), StatusCode::CREATED).await;
        walk.reference = filed["reference"].as_str().unwrap().to_owned();
        walk.code = filed["code"].as_str().unwrap().to_owned();
        let record = format!("/api/v1/casework/{}", walk.reference);
        let opened = expect(walk.get("supervisor", &record), StatusCode::OK).await;
        assert_eq!((&opened["urgent"], &opened["texts"][0]["voice"]), (&json!(false), &json!(1)), "{pack}");
        assert!(opened["flags"].as_array().unwrap().is_empty(), "{pack}: nobody has heard it yet");

        let (token, item) = soon("an interpreter for her voice", || assigned(&walk)).await;
        let work = format!("/api/v1/translations/{item}");
        let heard =
            walk.http.get(walk.url(&format!("{work}/voice"))).bearer_auth(&token).send().await.unwrap();
        assert_eq!(heard.status(), StatusCode::OK, "{pack}");
        let others = walk.all("interpreter").into_iter().filter_map(|user| user["token"].as_str());
        for other in others.filter(|other| **other != token) {
            let hears = walk.http.get(walk.url(&format!("{work}/voice"))).bearer_auth(other);
            assert_eq!(status(hears).await, StatusCode::NOT_FOUND, "{pack}: one voice, one interpreter");
        }
        let words = danger_in_words(&walk);
        let write = walk.http.post(walk.url(&work)).bearer_auth(&token).json(&json!({ "body": words }));
        assert_eq!(status(write).await, StatusCode::CREATED, "{pack}");
        let opened = expect(walk.get("supervisor", &record), StatusCode::OK).await;
        assert_eq!(opened["urgent"], true, "{pack}: {opened}");
        assert_eq!(opened["flags"][0]["level"], "danger", "{pack}");
    }
}
