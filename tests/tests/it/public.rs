//! What anybody may look up: rights, offices, whether an inspector is real; and a false one reported.

use reqwest::StatusCode;
use reqwest::redirect::Policy;
use serde_json::{Value, json};

use crate::walk::{Walk, expect};
use crate::world::packs;

async fn page(walk: &Walk, path: &str) -> String {
    let answer = walk.http.get(walk.url(path)).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK, "{path}");
    answer.text().await.unwrap()
}

async fn ours(walk: &Walk, number: &str) -> Value {
    let asked = walk.http.get(walk.url(&format!("/api/v1/inspector?number={number}")));
    expect(asked, StatusCode::OK).await
}

/// Rights, offices and the committee are open to everybody.
async fn everybody_reads(pack: &str, walk: &Walk) {
    let kept = walk.http.get(walk.url("/en/guide.json"));
    let kept = expect(kept, StatusCode::OK).await;
    for address in kept.as_array().unwrap() {
        page(walk, address.as_str().unwrap()).await;
    }
    let first = page(walk, "/en/").await;
    assert!(first.contains("\"/en/guide\"") && first.contains("\"/en/inspector\""), "{pack}");
    let committee = page(walk, "/en/committee").await;
    assert!(committee.contains("Nothing has been published yet"), "{pack}");
    // Another language is led to one that the committee speaks.
    assert!(page(walk, "/bn/committee").await.contains("<html lang=\""), "{pack}");
    let none = walk.http.get(walk.url("/en/committee/2026-01-01.csv")).send().await.unwrap();
    assert_eq!(none.status(), StatusCode::NOT_FOUND, "{pack}");
}

#[tokio::test]
async fn an_inspector_is_looked_up_and_a_false_one_is_reported_to_another_office() {
    for pack in packs() {
        let mut walk = Walk::begin(&pack);
        everybody_reads(&pack, &walk).await;
        let badge = walk.all("inspector")[0]["badge"].as_str().unwrap().to_owned();
        assert_eq!(ours(&walk, &badge).await, json!({ "ours": true }), "{pack}: yes, and nothing else");
        assert_eq!(ours(&walk, "B-2222-2222-2").await, json!({ "ours": false }), "{pack}");
        let nothing = walk.http.get(walk.url("/api/v1/inspector?number=")).send().await.unwrap();
        assert_eq!(nothing.status(), StatusCode::UNPROCESSABLE_ENTITY, "{pack}");

        let yes = page(&walk, &format!("/en/inspector?number={badge}")).await;
        assert!(yes.contains("data-test=\"yes\"") && yes.contains("never takes money"), "{pack}");
        let name = walk.all("inspector")[0]["name"].as_str().unwrap();
        assert!(!yes.contains(name), "{pack}: no name");
        let no = page(&walk, "/en/inspector?number=B-7777-7777-7").await;
        assert!(no.contains("data-test=\"no\"") && no.contains("never takes money"), "{pack}");
        // The QR code of a paper knows no language.
        assert!(page(&walk, &format!("/inspector?number={badge}")).await.contains("data-test=\"yes\""));

        // A report needs words, and keeps what was typed.
        let http = reqwest::Client::builder().redirect(Policy::none()).cookie_store(true).build().unwrap();
        let form = |what: &str| {
            http.post(walk.url("/en/inspector/report")).form(&[
                ("key", "0123456789abcdef0123456789abcdef"),
                ("what", what),
                ("where", "at the gate"),
                ("when", "on Friday"),
            ])
        };
        let empty = form("").send().await.unwrap();
        let status = empty.status();
        let text = empty.text().await.unwrap();
        assert!(status == StatusCode::UNPROCESSABLE_ENTITY && text.contains("at the gate"), "{pack}");
        let sent = form("He wanted money or he would send us home.").send().await.unwrap();
        assert_eq!(sent.status(), StatusCode::SEE_OTHER, "{pack}");
        assert_eq!(sent.headers()["location"], "/en/receipt", "{pack}");
        // Sent twice, it is one.
        assert_eq!(form("He wanted money or he would send us home.").send().await.unwrap().status(), 303);
        let receipt = http.get(walk.url("/en/receipt")).send().await.unwrap().text().await.unwrap();
        let (_, rest) = receipt.split_once("data-test=\"reference\">").unwrap();
        walk.reference = rest.split('<').next().unwrap().to_owned();

        // The office that the pack names for such complaints reads it, whatever the place.
        let kind = walk.world.identity("official_kind");
        let kind = kind.as_str().unwrap();
        let kinds = walk.world.rows("kinds.toml", "kind");
        let office = kinds.iter().find(|row| row["code"].as_str() == Some(kind)).unwrap()["office"].clone();
        let office = office.as_str().unwrap().to_owned();
        walk.office = office;
        let record = expect(
            walk.get("complaints-officer", &format!("/api/v1/casework/{}", walk.reference)),
            StatusCode::OK,
        )
        .await;
        assert_eq!(record["kind"], kind, "{pack}");
        let words = record.to_string();
        assert!(words.contains("at the gate") && words.contains("on Friday"), "{pack}: {words}");
    }
}
