//! The receipt as a paper: hers in her language, the filer's apart; on neither a word that tells what it is.

use std::io::Write;
use std::process::{Command, Stdio};

use reqwest::{Client, RequestBuilder, Response, StatusCode};
use serde_json::json;

use super::file::STORY;
use super::{Walk, expect, status};

/// What `program` of poppler-utils says of a PDF, white space as single spaces.
fn poppler(program: &str, pdf: &[u8]) -> String {
    let arguments: &[&str] = if program == "pdftotext" { &["-", "-"] } else { &["-"] };
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("poppler-utils is installed");
    child.stdin.take().unwrap().write_all(pdf).unwrap();
    let said = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Holds the answer to be a neutral file to keep; gives its text.
async fn neutral(answer: Response) -> String {
    assert_eq!(answer.status(), StatusCode::OK);
    let head = |name: &str| answer.headers()[name].to_str().unwrap().to_owned();
    assert_eq!(head("content-type"), "application/pdf");
    assert_eq!(head("content-disposition"), "attachment; filename=\"note.pdf\"");
    assert_eq!(head("x-content-type-options"), "nosniff");
    assert_eq!(head("cache-control"), "no-store");
    let pdf = answer.bytes().await.unwrap();
    let all = poppler("pdfinfo", &pdf) + &poppler("pdftotext", &pdf);
    for telling in
        ["omplain", "abour", "inistry", "aqqi", "Typst", "অভিযোগ", "শ্রম", "মন্ত্রণালয়", "شكوى", "وزارة"]
    {
        assert!(!all.contains(telling), "{telling} in {all}");
    }
    poppler("pdftotext", &pdf)
}

fn paper(walk: &Walk, reference: &str, code: &str) -> RequestBuilder {
    let address = walk.url(&format!("/api/v1/complaints/{reference}/receipt"));
    walk.http.get(address).header("Receipt-Code", code).header("Accept-Language", "en")
}

/// Hers: in her language, with the promised time and the numbers to call.
pub async fn she_takes_a_paper(walk: &Walk) {
    let text = neutral(paper(walk, &walk.reference, &walk.code).send().await.unwrap()).await;
    assert!(text.contains(&walk.reference), "{text}");
    assert!(text.contains(&walk.code), "in groups of four: {text}");
    assert!(
        text.contains("নোট") && text.contains("এর আগে"),
        "in her language, with the promised time: {text}"
    );
    for line in walk.world.rows("hotlines.toml", "hotline") {
        let number = line["number"].as_str().unwrap();
        assert!(text.contains(number), "{number} in {text}");
    }
    let address = walk.url(&format!("/api/v1/complaints/{}/receipt", walk.reference));
    assert_eq!(status(walk.http.get(address)).await, StatusCode::UNAUTHORIZED, "without the code");
}

/// The filer's: his own code, and no promise.
pub async fn who_files_for_her_takes_another(walk: &Walk) {
    let body = json!({ "language": "en", "narrative": "For a neighbour.", "filed_by": walk.world.helper() });
    let filed = walk.http.post(walk.url("/api/v1/complaints")).json(&body);
    let filed = expect(filed, StatusCode::CREATED).await;
    let (reference, code) = (filed["reference"].as_str().unwrap(), filed["filer_receipt"].as_str().unwrap());
    let text = neutral(paper(walk, reference, code).send().await.unwrap()).await;
    assert!(text.contains(code) && text.contains("Note"), "{text}");
    assert!(!text.contains("Before"), "{text}");
    let hers = status(paper(walk, &walk.reference, code)).await;
    assert_eq!(hers, StatusCode::NOT_FOUND, "his code does not open hers");
}

/// The same from the page, by the cookie of the receipt; without it nothing.
pub async fn she_takes_it_from_the_page(walk: &Walk) {
    let http = Client::builder().cookie_store(true).build().unwrap();
    let address = walk.url("/bn/receipt/pdf");
    assert_eq!(status(http.get(&address)).await, StatusCode::NOT_FOUND);
    let form = [("narrative", STORY), ("step", "5"), ("go", "send")];
    let shown = http.post(walk.url("/bn/complain")).form(&form).send().await.unwrap();
    assert_eq!(shown.url().path(), "/bn/receipt");
    let page = shown.text().await.unwrap();
    assert!(page.contains("href=\"/bn/receipt/pdf\""), "the page offers it");
    let text = neutral(http.get(&address).send().await.unwrap()).await;
    let code = page.split("data-test=\"code\">").nth(1).unwrap().split('<').next().unwrap();
    assert!(text.contains(code), "{code} in {text}");
    assert!(!text.contains("পাসপোর্ট"), "nothing that was told: {text}");
}
