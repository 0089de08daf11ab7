//! A file in pieces over a server that is killed, at each sync of the disk in turn. Whatever piece was answered is on the
//! disk; the next one goes on from there; and what comes out is what was sent.

use data_encoding::BASE64;
use reqwest::{Client, Method, RequestBuilder, StatusCode};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::evidence_killed::{Her, PACK, she_files};
use crate::house::{House, Serving, said};
use crate::walk::evidence::paper;

/// At which sync of a file or folder it ends, counted from the start of each process.
const KILLS: [u32; 5] = [1, 2, 3, 4, 7];
const PIECE: usize = 40_000;

fn tus(http: &Client, her: &Her, method: Method, url: String) -> RequestBuilder {
    http.request(method, url).header("Receipt-Code", &her.code).header("Tus-Resumable", "1.0.0")
}

/// Begins the file, or finds it again: its address, and how much is there.
async fn begin(http: &Client, server: &Serving, her: &Her, bytes: &[u8]) -> (String, usize) {
    let url = format!("{}/api/v1/complaints/{}/uploads", server.base, her.reference);
    let told = format!(
        "filename {},sha256 {}",
        BASE64.encode("عقد.pdf".as_bytes()),
        BASE64.encode(&Sha256::digest(bytes))
    );
    let begin = tus(http, her, Method::POST, url)
        .header("Upload-Length", bytes.len())
        .header("Upload-Metadata", told);
    let answer = begin.send().await.unwrap();
    assert!(answer.status().is_success(), "{}", answer.status());
    (answer.headers()["location"].to_str().unwrap().to_owned(), offset(&answer))
}

fn offset(answer: &reqwest::Response) -> usize {
    answer.headers()["upload-offset"].to_str().unwrap().parse().unwrap()
}

/// Sends a piece; how much is there, if it was answered.
async fn put(http: &Client, server: &Serving, her: &Her, at: (&str, usize), bytes: &[u8]) -> Option<usize> {
    let (address, from) = at;
    let piece = bytes[from..(from + PIECE).min(bytes.len())].to_vec();
    let patch = tus(http, her, Method::PATCH, format!("{}{address}", server.base))
        .header("Upload-Offset", from)
        .header("Content-Type", "application/offset+octet-stream");
    let answer = patch.body(piece).send().await.ok()?;
    assert_eq!(answer.status(), StatusCode::NO_CONTENT);
    Some(offset(&answer))
}

#[tokio::test]
async fn a_file_in_pieces_outlives_every_kill() {
    let http = Client::new();
    let mut killed = 0;
    for n in KILLS {
        let house = House::new();
        let server = house.serve(&[], &PACK);
        assert!(server.up, "{}", server.heard);
        let her = she_files(&http, &server.base).await;
        let bytes = paper(&format!("kill {n}"), 5 * PIECE);
        let (address, there) = begin(&http, &server, &her, &bytes).await;
        assert_eq!(there, 0);
        drop(server);

        let mut server =
            house.serve_meddled("fsync", &format!("signal=KILL:when={n}"), &["--no-worker"], &PACK);
        assert!(server.up, "{n}: {}", server.heard);
        let mut answered = 0;
        while answered < bytes.len() {
            match put(&http, &server, &her, (&address, answered), &bytes).await {
                Some(there) => answered = there,
                None => break,
            }
        }
        if answered < bytes.len() {
            assert!(server.ended(), "{n}: it no longer answers and lives on");
            killed += 1;
        }
        drop(server);

        let server = house.serve(&[], &PACK);
        assert!(server.up, "{n}: it does not come up again: {}", server.heard);
        // What was answered is there; what was not may be, whole.
        let (again, mut there) = begin(&http, &server, &her, &bytes).await;
        assert_eq!(again, address, "{n}: the same file is known by its content");
        assert!(
            (answered..=answered + PIECE).contains(&there),
            "{n}: {answered} were answered, {there} are there"
        );
        while there < bytes.len() {
            there = put(&http, &server, &her, (&address, there), &bytes).await.unwrap();
        }
        let url = format!("{}/api/v1/complaints/{}/evidence", server.base, her.reference);
        let name = address.rsplit('/').next().unwrap().to_owned();
        let add = || {
            let form = format!(
                "--edge\r\nContent-Disposition: form-data; name=\"upload\"\r\n\r\n{name}\r\n--edge--\r\n"
            );
            let add = http.post(&url).header("Receipt-Code", &her.code);
            add.header("content-type", "multipart/form-data; boundary=edge").body(form).send()
        };
        for _ in 0..2 {
            let added = add().await.unwrap();
            assert_eq!(added.status(), StatusCode::CREATED, "{n}");
            let added: Value = added.json().await.unwrap();
            assert_eq!(added[0]["number"], 1, "{n}: the form whose answer was lost is the same: {added}");
        }
        let original =
            http.get(format!("{url}/1/original")).header("Receipt-Code", &her.code).send().await.unwrap();
        assert_eq!(original.bytes().await.unwrap(), bytes.as_slice(), "{n}");
        drop(server);
        let verified = house.command().envs(PACK).args(["audit", "verify"]).output().unwrap();
        assert!(verified.status.success(), "{n}: {}", said(&verified));
    }
    assert!(killed >= KILLS.len() / 2, "only {killed} kills hit");
}

#[tokio::test]
async fn what_is_no_upload_is_answered_clearly_and_stores_nothing() {
    let http = Client::new();
    let house = House::new();
    let server = house.serve(&[], &PACK);
    assert!(server.up, "{}", server.heard);
    let her = she_files(&http, &server.base).await;
    let url = format!("{}/api/v1/complaints/{}/uploads", server.base, her.reference);
    let sha = BASE64.encode(&[7; 32]);
    let begin = |version: &str, length: &str, told: &str| {
        let ask = http.post(&url).header("Receipt-Code", &her.code).header("Tus-Resumable", version);
        ask.header("Upload-Length", length).header("Upload-Metadata", told).send()
    };
    let good = format!("filename YQ==,sha256 {sha}");
    for (version, length, told, status) in [
        ("0.2.2", "50000", good.as_str(), StatusCode::PRECONDITION_FAILED),
        ("1.0.0", "0", &good, StatusCode::PAYLOAD_TOO_LARGE),
        ("1.0.0", "20000001", &good, StatusCode::PAYLOAD_TOO_LARGE),
        ("1.0.0", "-1", &good, StatusCode::BAD_REQUEST),
        ("1.0.0", "99999999999999999999999", &good, StatusCode::BAD_REQUEST),
        ("1.0.0", "50000", "filename !!!", StatusCode::UNPROCESSABLE_ENTITY),
        ("1.0.0", "50000", "sha256 YQ==", StatusCode::UNPROCESSABLE_ENTITY),
        ("1.0.0", "50000", "", StatusCode::UNPROCESSABLE_ENTITY),
    ] {
        let answer = begin(version, length, told).await.unwrap();
        assert_eq!(answer.status(), status, "{version} {length} {told}");
        if status == StatusCode::PRECONDITION_FAILED {
            assert_eq!(answer.headers()["tus-version"], "1.0.0");
        }
    }
    let begun = begin("1.0.0", "50000", &good).await.unwrap();
    assert_eq!(begun.status(), StatusCode::CREATED);
    assert!(begun.headers()["upload-expires"].to_str().unwrap().ends_with(" GMT"));
    let address = format!("{}{}", server.base, begun.headers()["location"].to_str().unwrap());
    let patch = |offset: &str, kind: &str, bytes: usize| {
        let ask = tus(&http, &her, Method::PATCH, address.clone()).header("Upload-Offset", offset);
        ask.header("Content-Type", kind).body(vec![b'a'; bytes]).send()
    };
    const KIND: &str = "application/offset+octet-stream";
    for (offset, kind, bytes, status) in [
        ("0", "image/jpeg", 20_000, StatusCode::UNSUPPORTED_MEDIA_TYPE),
        ("", KIND, 20_000, StatusCode::BAD_REQUEST),
        ("1", KIND, 20_000, StatusCode::CONFLICT),
        ("0", KIND, 9, StatusCode::BAD_REQUEST),
        ("0", KIND, 50_001, StatusCode::PAYLOAD_TOO_LARGE),
    ] {
        let answer = patch(offset, kind, bytes).await.unwrap();
        assert_eq!(answer.status(), status, "{offset} {kind} {bytes}");
        if status == StatusCode::CONFLICT {
            assert_eq!(answer.headers()["upload-offset"], "0", "it says where to go on");
        }
    }
    // Another's code, no code, no such file: the same nothing.
    let other = she_files(&http, &server.base).await;
    for method in [Method::HEAD, Method::PATCH, Method::DELETE] {
        let theirs = address.replace(&her.reference, &other.reference);
        for url in [theirs, format!("{url}/{}", "0".repeat(32)), format!("{url}/..%2f..%2fkeys")] {
            let who = if url.contains(&other.reference) { &other } else { &her };
            let ask = tus(&http, who, method.clone(), url.clone()).header("Upload-Offset", "0");
            let answer = ask.header("Content-Type", KIND).send().await.unwrap();
            assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{method} {url}");
        }
        let ask =
            http.request(method.clone(), &address).header("Tus-Resumable", "1.0.0").send().await.unwrap();
        assert_eq!(ask.status(), StatusCode::UNAUTHORIZED, "{method}");
    }
    let looked = tus(&http, &her, Method::HEAD, address.clone()).send().await.unwrap();
    assert_eq!((looked.status(), offset(&looked)), (StatusCode::OK, 0));
    let ended = tus(&http, &her, Method::DELETE, address.clone()).send().await.unwrap();
    assert_eq!(ended.status(), StatusCode::NO_CONTENT);
    let looked = tus(&http, &her, Method::HEAD, address).send().await.unwrap();
    assert_eq!(looked.status(), StatusCode::NOT_FOUND);
    let files = std::fs::read_dir(house.data().join("files")).map_or(0, Iterator::count);
    assert_eq!(files, 0, "none of it stored anything");
}
