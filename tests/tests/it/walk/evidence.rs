//! She adds a paper and speaks; the officer sees and hears it; nobody else does; what lies about itself is refused.

use reqwest::{RequestBuilder, StatusCode};
use serde_json::Value;

use super::{Walk, expect, status};

/// A form with one file, as programs send it.
pub fn with_file(
    request: RequestBuilder,
    fields: &[(&str, &str)],
    name: &str,
    bytes: &[u8],
) -> RequestBuilder {
    let mut body = Vec::new();
    for (field, value) in fields {
        let part = format!("--edge\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n");
        body.extend(part.into_bytes());
    }
    let head = format!(
        "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: image/jpeg\r\n\r\n"
    );
    body.extend(head.into_bytes());
    body.extend(bytes);
    body.extend(b"\r\n--edge--\r\n");
    request.header("content-type", "multipart/form-data; boundary=edge").body(body)
}

/// A paper of so many bytes and more.
pub fn paper(mark: &str, length: usize) -> Vec<u8> {
    format!("%PDF-1.4\n% {mark} {}\n%%EOF\n", "a".repeat(length)).into_bytes()
}

/// A moment of silence, as old telephones record it.
fn voice() -> Vec<u8> {
    [b"#!AMR\n".as_slice(), &[0x3c; 13].repeat(50)].concat()
}

fn hers(walk: &Walk, request: RequestBuilder) -> RequestBuilder {
    request.header("Receipt-Code", &walk.code)
}

/// She adds; the same file again is the same piece; lies leave nothing.
pub async fn she_adds_what_she_has(walk: &Walk) {
    let url = walk.url(&format!("/api/v1/complaints/{}/evidence", walk.reference));
    let add = |name: &str, bytes: &[u8]| with_file(hers(walk, walk.http.post(&url)), &[], name, bytes);
    let bill = paper("bill", 200_000);
    let added = expect(add("عقد\u{202e}gpj.pdf", &bill), StatusCode::CREATED).await;
    assert_eq!((&added[0]["number"], &added[0]["sort"]), (&1.into(), &"paper".into()), "{added}");
    let again = expect(add("again.pdf", &bill), StatusCode::CREATED).await;
    assert_eq!(again[0]["number"], 1, "sent twice, there once");
    for (name, bytes) in [
        ("photo.jpg", b"<html><script>alert(1)</script>".as_slice()),
        ("photo.jpg", b"\xff\xd8\xff\xe0 I am a photo"),
        ("empty.pdf", b""),
    ] {
        assert_eq!(status(add(name, bytes)).await, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
    }
    let large = vec![b'a'; 21_000_000];
    if let Some(answer) = crate::hostile::send(add("large.pdf", &large)).await {
        assert_eq!(answer.status(), StatusCode::PAYLOAD_TOO_LARGE);
    }
    // Short: a long body may be cut off while it is sent, and take its connection with it.
    let no_code = with_file(walk.http.post(&url), &[], "a.pdf", &paper("no code", 9));
    assert_eq!(status(no_code).await, StatusCode::UNAUTHORIZED);
    let list = expect(hers(walk, walk.http.get(&url)), StatusCode::OK).await;
    assert_eq!(list.as_array().map(Vec::len), Some(1), "{list}");
}

/// She speaks, and says that nothing burns; it is a message like any other.
pub async fn she_speaks(walk: &Walk) {
    let url = walk.url(&format!("/api/v1/complaints/{}/voice", walk.reference));
    let say = with_file(hers(walk, walk.http.post(&url)), &[("danger", "no")], "v.amr", &voice());
    expect(say, StatusCode::CREATED).await;
    let photo = with_file(hers(walk, walk.http.post(&url)), &[], "v.amr", &paper("no sound", 9));
    assert_eq!(status(photo).await, StatusCode::UNPROCESSABLE_ENTITY);
}

/// The officer has it whole, as an attachment that can do nothing; others learn nothing of it.
pub async fn the_officer_looks_and_listens(walk: &Walk) {
    let record = format!("/api/v1/casework/{}", walk.reference);
    let opened = expect(walk.get("complaints-officer", &record), StatusCode::OK).await;
    let evidence = opened["evidence"].as_array().unwrap();
    assert_eq!(evidence.len(), 2, "{evidence:?}");
    assert_eq!(evidence[0]["name"], "عقد\u{202e}gpj.pdf", "as she named it, for those who read it");
    let spoken: Vec<&Value> =
        opened["texts"].as_array().unwrap().iter().filter(|text| text["voice"] == 2).collect();
    assert_eq!(spoken.len(), 1, "one message is spoken");
    let path = format!("{record}/evidence/1/original");
    let answer = walk.get("complaints-officer", &path).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    let header =
        |name: &str| answer.headers().get(name).map_or("", |value| value.to_str().unwrap()).to_owned();
    let disposition = header("content-disposition");
    assert!(disposition.starts_with("attachment; "), "{disposition}");
    assert!(!disposition.contains("%E2%80%AE"), "no mark of direction: {disposition}");
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert!(header("content-security-policy").starts_with("sandbox"));
    assert_eq!(header("cache-control"), "no-store");
    let whole = answer.bytes().await.unwrap();
    assert_eq!(whole, paper("bill", 200_000));
    let part = walk.get("complaints-officer", &path).header("range", "bytes=65530-65545");
    let part = part.send().await.unwrap();
    assert_eq!(part.status(), StatusCode::PARTIAL_CONTENT);
    assert_eq!(part.headers()["content-range"], format!("bytes 65530-65545/{}", whole.len()).as_str());
    assert_eq!(part.bytes().await.unwrap(), whole[65530..=65545]);
    for role in ["inspector", "administrator", "auditor", "analyst", "interpreter", "planner"] {
        for which in ["original", "shown"] {
            let path = format!("{record}/evidence/1/{which}");
            assert_eq!(status(walk.get(role, &path)).await, StatusCode::NOT_FOUND, "{role}");
        }
        let add = with_file(
            walk.http.post(walk.url(&format!("{record}/evidence"))).bearer_auth(walk.token(role)),
            &[],
            "a.pdf",
            &paper("x", 9),
        );
        assert_eq!(status(add).await, StatusCode::NOT_FOUND, "{role}");
    }
}

/// A complaint whose words are spoken: no word of it is written.
pub async fn somebody_files_by_speaking(walk: &Walk) {
    let told = serde_json::json!({ "language": "bn" }).to_string();
    let file = |key: &str, bytes: &[u8]| {
        let request = walk.http.post(walk.url("/api/v1/complaints/voice")).header("Idempotency-Key", key);
        with_file(request, &[("complaint", &told)], "v.amr", bytes)
    };
    let filed = expect(file("spoken", &voice()), StatusCode::CREATED).await;
    assert_eq!(filed, expect(file("spoken", &voice()), StatusCode::CREATED).await, "sent twice");
    let other = [voice(), vec![0x3c; 13]].concat();
    assert_eq!(status(file("spoken", &other)).await, StatusCode::UNPROCESSABLE_ENTITY, "another body");
    let path = format!("/api/v1/complaints/{}/evidence", filed["reference"].as_str().unwrap());
    let list = walk.http.get(walk.url(&path)).header("Receipt-Code", filed["code"].as_str().unwrap());
    let list = expect(list, StatusCode::OK).await;
    assert_eq!((list.as_array().map(Vec::len), &list[0]["voice"]), (Some(1), &true.into()), "{list}");
}
