//! `haqqi demo`: its folder is made once, kept, made anew when asked or when it was cut off, and nobody else's is touched.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use reqwest::{Client, StatusCode};
use serde_json::{Value, json};

use crate::server::{Folder, access};

/// A demonstration that is being made, or serves.
struct Running {
    child: Child,
    base: String,
    lines: std::io::Lines<BufReader<std::process::ChildStdout>>,
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn demo(data: &Path, more: &[&str]) -> Running {
    let at = format!("127.0.0.1:{}", TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port());
    let mut child = Command::new(haqqi_blackbox::binary().unwrap())
        .args(["demo", "--listen", &at, "--data"])
        .arg(data)
        .args(more)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    Running { child, base: format!("http://{at}"), lines }
}

impl Running {
    /// What it says up to the line that holds this.
    fn until(&mut self, word: &str) -> Vec<String> {
        let mut said = Vec::new();
        for line in self.lines.by_ref() {
            said.push(line.unwrap());
            if said.last().is_some_and(|line| line.contains(word)) {
                return said;
            }
        }
        panic!("it ended before it said {word}: {said:?}");
    }

    /// The line that counts the history, when one was made.
    fn counted(&mut self) -> Option<String> {
        self.until("API token").into_iter().find(|line| line.contains(" complaints, "))
    }
}

/// A token of the folder's file.
fn a_token(data: &Path) -> String {
    access(data)[0]["token"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_demonstration_is_made_once_kept_and_made_anew() {
    let folder = Folder::new();
    let data = &folder.0;
    let http = Client::new();

    // Cut off while it is made.
    let mut cut = demo(data, &["--seed", "7"]);
    cut.until("Making");
    while !data.join("haqqi.sqlite").exists() {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    drop(cut);

    // It is made anew, whole; at the address that was asked for; marked as a demonstration.
    let mut first = demo(data, &["--seed", "7"]);
    let counted = first.counted().expect("a history is made");
    let token = a_token(data);
    let filed = http.post(format!("{}/api/v1/complaints", first.base));
    let filed = filed.json(&json!({ "language": "en", "narrative": "kept" })).send().await.unwrap();
    assert_eq!(filed.status(), StatusCode::CREATED);
    let filed: Value = filed.json().await.unwrap();
    let page = http.get(format!("{}/staff/sign-in", first.base)).send().await.unwrap().text().await.unwrap();
    assert!(page.contains("demo"), "pages say that it is a demonstration");
    drop(first);

    // A second run keeps all of it, whatever the seed.
    let mut second = demo(data, &["--seed", "8"]);
    assert_eq!(second.counted(), None, "nothing is made");
    assert_eq!(a_token(data), token);
    let mine = |base: &str| {
        let url = format!("{base}/api/v1/complaints/{}", filed["reference"].as_str().unwrap());
        http.get(url).header("Receipt-Code", filed["code"].as_str().unwrap()).send()
    };
    assert_eq!(mine(&second.base).await.unwrap().status(), StatusCode::OK);
    drop(second);

    // Reset: everything goes, secrets are new, and the same seed tells the same history.
    let mut third = demo(data, &["--reset", "--seed", "7"]);
    // Who of the inspectors is free is looked for in the order of their accounts, which are made anew: how many visits
    // find somebody differs a little, everything before them does not.
    let told = |counted: &str| counted.split(" hand-overs").next().unwrap_or_default().to_owned();
    let again = third.counted().expect("a history is made");
    assert_eq!(told(&again), told(&counted), "the same seed, the same history");
    assert_ne!(a_token(data), token);
    assert_eq!(mine(&third.base).await.unwrap().status(), StatusCode::NOT_FOUND);
}

#[test]
fn a_folder_of_another_is_left_alone() {
    let folder = Folder::new();
    std::fs::create_dir_all(&folder.0).unwrap();
    let file = folder.0.join("letters.txt");
    std::fs::write(&file, "mine").unwrap();
    for more in [&[][..], &["--reset"]] {
        let output = Command::new(haqqi_blackbox::binary().unwrap())
            .args(["demo", "--listen", "127.0.0.1:0", "--data"])
            .arg(&folder.0)
            .args(more)
            .output()
            .unwrap();
        assert!(!output.status.success());
        assert!(String::from_utf8_lossy(&output.stderr).contains("left alone"));
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "mine");
        assert_eq!(std::fs::read_dir(&folder.0).unwrap().count(), 1, "nothing was added");
    }
    let unknown = Command::new(haqqi_blackbox::binary().unwrap())
        .args(["demo", "--pack", "nowhere", "--data"])
        .arg(folder.0.join("new"))
        .output()
        .unwrap();
    assert!(!unknown.status.success(), "a pack that is not there");
}
