//! A night at a ministry that has just installed the product: a worker leaves an address that is hers alone, nobody is
//! in the office, the duty officer reads and acknowledges, and the mails that go out tell nothing.

use std::path::Path;

use reqwest::{Client, StatusCode};
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;

use crate::house::{House, said};

/// A mail relay on this machine: takes every mail and hands it to the test.
async fn relay() -> (u16, mpsc::UnboundedReceiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let (send, receive) = mpsc::unbounded_channel();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(take(stream, send.clone()));
        }
    });
    (port, receive)
}

/// One conversation (RFC 5321), as far as a client that sends needs it.
async fn take(stream: TcpStream, mails: mpsc::UnboundedSender<String>) {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    let _ = write.write_all(b"220 relay\r\n").await;
    let mut mail: Option<String> = None;
    while let Ok(Some(line)) = lines.next_line().await {
        let answer: &[u8] = match &mut mail {
            Some(text) if line == "." => {
                let _ = mails.send(std::mem::take(text));
                mail = None;
                b"250 taken\r\n"
            }
            Some(text) => {
                text.push_str(&line);
                text.push('\n');
                continue;
            }
            None if line.eq_ignore_ascii_case("data") => {
                mail = Some(String::new());
                b"354 go on\r\n"
            }
            None if line.eq_ignore_ascii_case("quit") => b"221 bye\r\n",
            None => b"250 ok\r\n",
        };
        if write.write_all(answer).await.is_err() {
            return;
        }
    }
}

/// Whether a file of this folder holds these words in clear.
fn holds(folder: &Path, words: &str) -> bool {
    std::fs::read_dir(folder).unwrap().any(|entry| {
        let path = entry.unwrap().path();
        let bytes = if path.is_file() { std::fs::read(path).unwrap_or_default() } else { Vec::new() };
        bytes.windows(words.len()).any(|window| window == words.as_bytes())
    })
}

const STORY: &str = "Madam locked the door and hides my passport. I am afraid of tonight.";

#[tokio::test]
async fn at_night_the_duty_officer_reads_and_the_mail_tells_nothing() {
    let (port, mut mails) = relay().await;
    let house = House::new();
    let office = ["--office", "amman-1"];
    let officer = house.person("officer", "complaints-officer", &office);
    let duty = house.person("night", "duty-officer", &[]);
    let boss = house.person("boss", "supervisor", &[]);
    let serving = house.serve(
        &[],
        &[
            ("HAQQI_MAIL__HOST", "127.0.0.1"),
            ("HAQQI_MAIL__PORT", &port.to_string()),
            ("HAQQI_MAIL__TLS", "none"),
            ("HAQQI_MAIL__FROM", "desk@service.example"),
        ],
    );
    assert!(serving.up, "{}", serving.heard);
    let http = Client::new();
    let url = |path: &str| format!("{}{path}", serving.base);
    let get = |path: String, token: &str| http.get(url(&path)).bearer_auth(token).send();

    // The roster is empty: the supervisor sees the gap. The duty officer, off duty, sees nothing of any office.
    let roster: Value = get("/api/v1/roster".into(), &boss).await.unwrap().json().await.unwrap();
    assert_eq!(roster["gaps"].as_array().unwrap().len(), 1);

    // She files, and leaves an address that is hers alone.
    let body = json!({
        "language": "en",
        "narrative": STORY,
        "employer": { "governorate": "JO-AM" },
        "contact": { "channel": "email", "address": "her@mail.example", "hers_alone": true },
        "danger": true,
    });
    let filed = http.post(url("/api/v1/complaints")).json(&body).send().await.unwrap();
    assert_eq!(filed.status(), StatusCode::CREATED);
    let filed: Value = filed.json().await.unwrap();
    let reference = filed["reference"].as_str().unwrap();
    let record = format!("/api/v1/casework/{reference}");
    let arrived = mails.recv().await.unwrap();
    assert_eq!(get(record.clone(), &duty).await.unwrap().status(), StatusCode::NOT_FOUND, "not on duty");

    // On the roster, he reads it and sets the next step.
    let shift = json!({ "sign_in": "night", "from": filed["received_at"], "hours": 12 });
    let put = http.post(url("/api/v1/roster")).bearer_auth(&boss).json(&shift).send().await.unwrap();
    assert_eq!(put.status(), StatusCode::CREATED);
    let wrong = json!({ "sign_in": "officer", "from": filed["received_at"], "hours": 12 });
    let put = http.post(url("/api/v1/roster")).bearer_auth(&boss).json(&wrong).send().await.unwrap();
    assert_eq!(put.status(), StatusCode::UNPROCESSABLE_ENTITY, "an officer is no duty officer");
    let opened: Value = get(record.clone(), &duty).await.unwrap().json().await.unwrap();
    assert_eq!(opened["texts"][0]["body"], STORY);
    let step = json!({ "next_step": "safety-call" });
    let done = http.post(url(&format!("{record}/acknowledgement"))).bearer_auth(&duty).json(&step).send();
    assert_eq!(done.await.unwrap().json::<Value>().await.unwrap()["in_time"], true);
    let news = mails.recv().await.unwrap();

    // The mails are in her language, from a neutral sender, and tell nothing: no reference, no code, no word of hers.
    for mail in [&arrived, &news] {
        assert!(mail.contains("To: her@mail.example") && mail.contains("desk@service.example"), "{mail}");
        assert!(mail.to_lowercase().contains("message-id:"), "{mail}");
        let lower = mail.to_lowercase();
        for word in ["complain", "labour", "haqqi", "passport", "employer", "inspect", "ministry", "http"] {
            assert!(!lower.contains(word), "a mail says {word}:\n{mail}");
        }
        assert!(!mail.contains(reference) && !mail.contains(filed["code"].as_str().unwrap()));
    }

    // In the morning the officer of the office finds it acknowledged.
    let view: Value = get(record, &officer).await.unwrap().json().await.unwrap();
    assert_eq!(
        (view["state"].as_str(), view["next_step"].as_str()),
        (Some("acknowledged"), Some("safety-call"))
    );

    // Nothing that she told or where she is reached lies in clear in the data folder.
    drop(serving);
    for words in ["hides my passport", "her@mail.example"] {
        assert!(!holds(&house.data(), words), "{words} lies in clear on the disk");
    }
    let verdict = said(&house.run(&["audit", "verify"]));
    assert!(verdict.contains("0 faults"), "{verdict}");
}
