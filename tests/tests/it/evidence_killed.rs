//! The process is ended between file and row, at each sync of the disk in turn. Afterwards every piece that was answered is
//! there whole, and no row names a file that is not.

use reqwest::{Client, StatusCode};
use serde_json::{Value, json};

use crate::house::{House, Serving, said};
use crate::walk::evidence::{paper, with_file};

/// At which sync of a file or folder it ends, counted from the start of each process.
const KILLS: [u32; 7] = [1, 2, 3, 4, 5, 7, 8];
/// Papers after which a round ends that was not killed.
const MOST: usize = 5;
pub const PACK: [(&str, &str); 1] = [("HAQQI_PACK__NAME", "example")];

pub struct Her {
    pub reference: String,
    pub code: String,
}

pub async fn she_files(http: &Client, base: &str) -> Her {
    let body = json!({ "language": "en", "narrative": "They keep my papers." });
    let answer = http.post(format!("{base}/api/v1/complaints")).json(&body).send().await.unwrap();
    let filed: Value = answer.json().await.unwrap();
    let text = |key: &str| filed[key].as_str().unwrap().to_owned();
    Her { reference: text("reference"), code: text("code") }
}

/// Adds a paper; its number, if it was answered.
async fn add(http: &Client, base: &str, her: &Her, bytes: &[u8]) -> Option<i64> {
    let url = format!("{base}/api/v1/complaints/{}/evidence", her.reference);
    let request = http.post(url).header("Receipt-Code", &her.code);
    let answer = with_file(request, &[], "paper.pdf", bytes).send().await.ok()?;
    assert_eq!(answer.status(), StatusCode::CREATED);
    answer.json::<Value>().await.ok()?[0]["number"].as_i64()
}

/// Every piece that is listed opens whole; those that were answered are among them with their own bytes.
async fn whole(http: &Client, server: &Serving, her: &Her, answered: &[(i64, Vec<u8>)]) -> usize {
    let url = format!("{}/api/v1/complaints/{}/evidence", server.base, her.reference);
    let get = |url: String| http.get(url).header("Receipt-Code", &her.code).send();
    let list: Value = get(url.clone()).await.unwrap().json().await.unwrap();
    let list = list.as_array().unwrap().clone();
    for piece in &list {
        let number = piece["number"].as_i64().unwrap();
        let answer = get(format!("{url}/{number}/original")).await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK, "{number} is named and not there");
        let bytes = answer.bytes().await.unwrap();
        assert_eq!(bytes.len() as u64, piece["size"].as_u64().unwrap());
        if let Some((_, sent)) = answered.iter().find(|(answered, _)| *answered == number) {
            assert_eq!(bytes, sent.as_slice(), "{number}");
        }
    }
    for (number, _) in answered {
        assert!(list.iter().any(|piece| piece["number"] == *number), "{number} was answered and is lost");
    }
    list.len()
}

#[tokio::test]
async fn a_kill_between_file_and_row_leaves_nothing_broken() {
    let http = Client::new();
    let mut killed = 0;
    for n in KILLS {
        let house = House::new();
        let server = house.serve(&[], &PACK);
        assert!(server.up, "{}", server.heard);
        let her = she_files(&http, &server.base).await;
        drop(server);
        let mut server =
            house.serve_meddled("fsync", &format!("signal=KILL:when={n}"), &["--no-worker"], &PACK);
        assert!(server.up, "{n}: {}", server.heard);
        let mut answered = Vec::new();
        let mut dead = false;
        for paper in (0..MOST).map(|of| paper(&format!("{n} {of}"), 150_000)) {
            match add(&http, &server.base, &her, &paper).await {
                Some(number) => answered.push((number, paper)),
                None => {
                    dead = true;
                    break;
                }
            }
        }
        if dead {
            assert!(server.ended(), "{n}: it no longer answers and lives on");
            killed += 1;
        }
        drop(server);
        let server = house.serve(&[], &PACK);
        assert!(server.up, "{n}: it does not come up again: {}", server.heard);
        let there = whole(&http, &server, &her, &answered).await;
        assert!(there <= answered.len() + 1, "{n}: {there} pieces of {}", answered.len());
        // What was sent and not answered is sent again, as her telephone would.
        let again = paper("again", 10);
        answered.push((add(&http, &server.base, &her, &again).await.unwrap(), again));
        whole(&http, &server, &her, &answered).await;
        drop(server);
        let verified = house.command().envs(PACK).args(["audit", "verify"]).output().unwrap();
        assert!(verified.status.success(), "{n}: {}", said(&verified));
    }
    assert!(killed >= KILLS.len() / 2, "only {killed} kills hit");
}
