//! The binary as an operator meets it: every command and its help, settings, what keeps it from starting, metrics.

use std::net::TcpListener;
use std::process::Output;

use reqwest::{Client, StatusCode};

use crate::house::{House, free, said};

/// It failed, in one clear piece, with these words.
fn fails(output: &Output, words: &[&str]) {
    let said = said(output);
    assert!(!output.status.success(), "it should fail: {said}");
    for word in words {
        assert!(said.contains(word), "no `{word}` in: {said}");
    }
    assert!(!said.contains("panicked") && !said.contains("RUST_BACKTRACE"), "{said}");
}

#[test]
fn every_command_is_there_and_helps() {
    let house = House::new();
    let commands: [&[&str]; 14] = [
        &["serve"],
        &["demo"],
        &["worker"],
        &["migrate"],
        &["pack"],
        &["pack", "check"],
        &["user", "add"],
        &["user", "token"],
        &["keys", "new"],
        &["openapi"],
        &["audit", "verify"],
        &["screen", "answers"],
        &["doctor"],
        &[],
    ];
    for command in commands {
        let help = house.run(&[command, &["--help"]].concat());
        let help_said = said(&help);
        assert!(help.status.success(), "{command:?}: {help_said}");
        assert!(help_said.contains("--data") && help_said.contains("--config"), "{command:?}: {help_said}");
        assert!(help_said.lines().count() > 6, "{command:?} says little: {help_said}");
    }
    fails(&house.run(&["migrate", "sideways"]), &["up", "down", "status"]);
    fails(&house.run(&["serv"]), &["serve"]);
    fails(&house.run(&["keys", "new", house.keys().to_str().unwrap()]), &["already"]);
}

#[test]
fn tables_go_up_and_are_counted() {
    let house = House::new();
    let pending = house.run(&["migrate", "status"]);
    assert!(pending.status.success() && !said(&pending).starts_with("0 pending"), "{}", said(&pending));
    assert!(house.run(&["migrate", "up"]).status.success());
    assert!(said(&house.run(&["migrate", "status"])).starts_with("0 pending"));
    let elsewhere = house.folder.join("elsewhere");
    let status = house.run(&["migrate", "status", "--data", elsewhere.to_str().unwrap()]);
    assert!(!said(&status).starts_with("0 pending") && elsewhere.exists(), "--data wins");
}

#[test]
fn settings_that_cannot_be_are_refused_by_name() {
    let house = House::new();
    let file = house.folder.join("haqqi.toml");
    let with = |text: &str| {
        std::fs::write(&file, text).unwrap();
        house.run(&["serve", "--config", file.to_str().unwrap()])
    };
    fails(&with("[server]\nlisten_at = \"127.0.0.1:0\"\n"), &["listen_at", "haqqi.toml"]);
    fails(&with("[server]\nlisten = \"nowhere\"\n"), &["listen"]);
    fails(&with("[server\n"), &["haqqi.toml"]);
    fails(&with("[pack]\nname = \"atlantis\"\n"), &["atlantis"]);
    fails(
        &house.run(&["serve", "--config", "/nowhere/haqqi.toml"]),
        &["/nowhere/haqqi.toml", "does not exist"],
    );
    let mut variable = house.command();
    fails(&variable.arg("serve").env("HAQQI_SERVER__LISTNE", "x").output().unwrap(), &["listne"]);
}

#[test]
fn what_keeps_it_from_opening_is_said_in_a_line() {
    let house = House::new();
    let serve = |change: &dyn Fn(&mut std::process::Command)| {
        let mut command = house.command();
        command.arg("serve").env("HAQQI_SERVER__LISTEN", free().to_string());
        change(&mut command);
        command.output().unwrap()
    };
    // The address is taken.
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let at = taken.local_addr().unwrap().to_string();
    fails(&serve(&|command| _ = command.env("HAQQI_SERVER__LISTEN", &at)), &[&at, "another"]);
    fails(&serve(&|command| _ = command.env("HAQQI_SERVER__ADMIN", &at)), &[&at, "server.admin"]);
    // The folder takes nothing, whoever asks.
    fails(
        &serve(&|command| _ = command.env("HAQQI_DATA", "/proc/self")),
        &["/proc/self", "cannot be written"],
    );
    fails(
        &serve(&|command| _ = command.env("HAQQI_DATA", "/dev/null/data")),
        &["/dev/null/data", "cannot be made"],
    );
    // No keys, keys that others read, keys that are none.
    fails(
        &serve(&|command| _ = command.env("HAQQI_KEYS", "/nowhere/keys")),
        &["haqqi keys new /nowhere/keys"],
    );
    let keys = house.folder.join("other.keys");
    std::fs::write(&keys, "not a key\n").unwrap();
    fails(&serve(&|command| _ = command.env("HAQQI_KEYS", &keys)), &["chmod 600"]);
    assert!(std::process::Command::new("chmod").arg("600").arg(&keys).status().unwrap().success());
    fails(&serve(&|command| _ = command.env("HAQQI_KEYS", &keys)), &["does not hold a key"]);
    // A database that is none.
    let data = house.folder.join("damaged");
    std::fs::create_dir_all(&data).unwrap();
    std::fs::write(data.join("haqqi.sqlite"), "these are no tables ".repeat(1000)).unwrap();
    fails(&serve(&|command| _ = command.env("HAQQI_DATA", &data)), &["haqqi.sqlite", "restore the backup"]);
    let doctor = house.run(&["doctor", "--data", data.to_str().unwrap()]);
    fails(&doctor, &["FAIL", "haqqi.sqlite"]);
}

#[tokio::test]
async fn other_keys_do_not_open_the_house() {
    let house = House::new();
    let server = house.serve(&[], &[]);
    assert!(server.up, "{}", server.heard);
    let filed = Client::new()
        .post(format!("{}/api/v1/complaints", server.base))
        .json(&serde_json::json!({ "language": "en", "narrative": "Wages are late." }))
        .send()
        .await
        .unwrap();
    assert_eq!(filed.status(), StatusCode::CREATED);
    drop(server);
    let other = house.folder.join("new.keys");
    assert!(house.run(&["keys", "new", other.to_str().unwrap()]).status.success());
    for command in [["audit", "verify"].as_slice(), &["doctor"]] {
        let output = house.command().args(command).env("HAQQI_KEYS", &other).output().unwrap();
        fails(&output, &["not the one under which this database was sealed"]);
    }
    // With its own keys it opens as before.
    let verified = house.run(&["audit", "verify"]);
    assert!(verified.status.success(), "{}", said(&verified));
}

#[tokio::test]
async fn metrics_stand_on_an_address_of_their_own_and_name_nobody() {
    let house = House::new();
    let admin = free();
    let server = house.serve(&[], &[("HAQQI_SERVER__ADMIN", &admin.to_string())]);
    assert!(server.up, "{}", server.heard);
    let http = Client::new();
    let url = |path: &str| format!("{}{path}", server.base);
    let filed: serde_json::Value = http
        .post(url("/api/v1/complaints"))
        .json(&serde_json::json!({ "language": "en", "narrative": "Wages are late." }))
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    let reference = filed["reference"].as_str().unwrap();
    for path in ["/en/", &format!("/api/v1/complaints/{reference}"), "/somewhere/secret", "/api/v1/queue"] {
        http.get(url(path)).send().await.unwrap();
    }
    assert_eq!(http.get(url("/metrics")).send().await.unwrap().status(), StatusCode::NOT_FOUND);
    let answer = http.get(format!("http://{admin}/metrics")).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    let told = answer.text().await.unwrap();
    let line = |start: &str| {
        told.lines().find(|line| line.starts_with(start)).unwrap_or_else(|| panic!("{start}: {told}"))
    };
    let requests = told.lines().filter(|line| line.starts_with("haqqi_http_requests_total{"));
    let filings =
        requests.clone().find(|line| line.contains("\"/api/v1/complaints\"") && line.contains("POST"));
    assert!(filings.unwrap().contains("status=\"2xx\"") && filings.unwrap().ends_with(" 1"));
    assert!(
        requests.clone().any(|line| line.contains("/api/v1/complaints/{reference}") && line.contains("4xx"))
    );
    assert!(requests.clone().any(|line| line.contains("route=\"none\"")));
    assert!(told.contains("haqqi_http_request_duration_seconds_bucket"));
    assert!(line("haqqi_work_open ").ends_with(" 1"));
    assert!(line("haqqi_complaints_unacknowledged_late ").ends_with(" 0"));
    for gauge in [
        "haqqi_jobs{",
        "haqqi_job_oldest_due_seconds ",
        "haqqi_work_oldest_seconds ",
        "haqqi_work_late ",
        "haqqi_audit_unsealed ",
        "haqqi_mail_failures_total ",
    ] {
        line(gauge);
    }
    assert!(!told.contains(reference) && !told.contains("secret"), "no path as it was asked for");
    // The admin address serves nothing else.
    assert_eq!(http.get(format!("http://{admin}/en/")).send().await.unwrap().status(), StatusCode::NOT_FOUND);
}
