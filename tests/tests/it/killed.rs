//! `kill -9` while many file at once: whatever was answered with success is there afterwards, and the audit holds.

use std::process::Command;
use std::sync::Arc;

use reqwest::{Client, StatusCode};
use serde_json::{Value, json};
use tokio::sync::mpsc;

use crate::server::{Folder, Server};

/// After so many successes the process is killed.
const ENOUGH: usize = 150;

#[tokio::test]
async fn what_was_answered_survives_a_kill() {
    let folder = Folder::new();
    let mut server = Server::start(&folder.0);
    let url: Arc<str> = format!("{}/api/v1/complaints", server.base).into();
    let (send, mut receive) = mpsc::unbounded_channel::<Value>();
    let mut clients = Vec::new();
    for client in 0..8 {
        let (send, url) = (send.clone(), Arc::clone(&url));
        clients.push(tokio::spawn(async move {
            let http = Client::new();
            // Ends when the server is gone.
            for n in 0.. {
                let body =
                    json!({ "language": "en", "narrative": format!("client {client}, complaint {n}") });
                let Ok(answer) = http.post(&*url).json(&body).send().await else { return };
                if answer.status() != StatusCode::CREATED {
                    return;
                }
                let Ok(answer) = answer.json::<Value>().await else { return };
                if send.send(answer).is_err() {
                    return;
                }
            }
        }));
    }
    drop(send);
    let mut answered = Vec::new();
    while let Some(answer) = receive.recv().await {
        answered.push(answer);
        if answered.len() == ENOUGH {
            server.kill();
        }
    }
    for client in clients {
        client.await.unwrap();
    }
    assert!(answered.len() >= ENOUGH);

    // It comes up again on what the kill left, with all of it.
    let server = Server::start(&folder.0);
    let http = Client::new();
    for answer in &answered {
        let reference = answer["reference"].as_str().unwrap();
        let seen = http
            .get(format!("{}/api/v1/complaints/{reference}", server.base))
            .header("Receipt-Code", answer["code"].as_str().unwrap())
            .send()
            .await
            .unwrap();
        assert_eq!(seen.status(), StatusCode::OK, "{reference} was answered and is lost");
    }
    drop(server);
    let verdict = Command::new(haqqi_blackbox::binary().unwrap())
        .args(["audit", "verify", "--data"])
        .arg(&folder.0)
        .env("HAQQI_KEYS", folder.0.join("demo.keys"))
        .output()
        .unwrap();
    assert!(verdict.status.success(), "{}", String::from_utf8_lossy(&verdict.stdout));
}
