//! The exact kill: the process is ended at its Nth write or sync of the disk, and started again on what is there.
//! Whatever was answered with success must be there whole; nothing may be there by half. And the disk that is full.

use std::time::{Duration, Instant};

use reqwest::{Client, StatusCode};
use serde_json::{Value, json};

use crate::house::{House, Serving, said, text};

/// At so many writes and so many syncs the small version kills; `HAQQI_KILLS` asks for more.
const FEW: [(&str, u32); 8] = [
    ("pwrite64", 2),
    ("pwrite64", 9),
    ("pwrite64", 23),
    ("pwrite64", 47),
    ("pwrite64", 90),
    ("fdatasync", 1),
    ("fdatasync", 2),
    ("fdatasync", 4),
];
/// Complaints after which a round ends that was not killed.
const MOST: u32 = 12;
/// With so many a new folder is begun: a page of the queue shows 100.
const ENOUGH: usize = 70;
/// Her words hold indicators, so that a flag must be there too.
const WORDS: &str = "They took my passport and do not pay me. They do not let me leave the house.";

/// The governorate and the office of the house's one member of staff.
fn place() -> (String, String) {
    let offices = std::fs::read_to_string(haqqi_blackbox::root().join("packs/example/offices.toml")).unwrap();
    let offices: toml::Table = toml::from_str(&offices).unwrap();
    let office = offices["office"]
        .as_array()
        .unwrap()
        .iter()
        .find(|office| {
            office
                .get("governorates")
                .and_then(toml::Value::as_array)
                .is_some_and(|served| !served.is_empty())
        })
        .unwrap();
    let governorate = office["governorates"].as_array().unwrap()[0].as_str().unwrap();
    (governorate.to_owned(), office["code"].as_str().unwrap().to_owned())
}

/// A house with one person who reads complaints and flags; gives her token.
fn furnished(office: &str) -> (House, String) {
    let house = House::new();
    let password = house.folder.join("password");
    std::fs::write(&password, "a long sentence that nobody guesses").unwrap();
    let mut add = house.command();
    add.env("HAQQI_PACK__NAME", "example").args(["user", "add", "one", "--name", "One", "--office", office]);
    add.args(["--role", "complaints-officer", "--role", "supervisor", "--language", "en", "--password-file"]);
    let added = add.arg(&password).output().unwrap();
    assert!(added.status.success(), "{}", said(&added));
    let token =
        house.command().env("HAQQI_PACK__NAME", "example").args(["user", "token", "one"]).output().unwrap();
    assert!(token.status.success(), "{}", said(&token));
    let token = String::from_utf8(token.stdout).unwrap().trim().to_owned();
    (house, token)
}

const PACK: [(&str, &str); 1] = [("HAQQI_PACK__NAME", "example")];

async fn file(http: &Client, base: &str, governorate: &str) -> Option<(StatusCode, Value)> {
    let body = json!({ "language": "en", "narrative": WORDS, "employer": { "governorate": governorate },
        "answers": { "Q.papers": "yes" } });
    let answer = http
        .post(format!("{base}/api/v1/complaints"))
        .timeout(Duration::from_secs(30))
        .json(&body)
        .send()
        .await
        .ok()?;
    let status = answer.status();
    // An answer that was cut off was not given.
    Some((status, answer.json().await.ok()?))
}

async fn get(http: &Client, token: &str, url: &str) -> Value {
    let answer = http.get(url).bearer_auth(token).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK, "{url}");
    answer.json().await.unwrap()
}

/// Every row of a list of the API, whichever way it names them.
fn rows(list: &Value) -> Vec<Value> {
    let inner = list.as_array().or_else(|| {
        ["rows", "items", "complaints"].iter().find_map(|name| list.get(name).and_then(Value::as_array))
    });
    inner.unwrap_or_else(|| panic!("no list: {list}")).clone()
}

/// What was answered is there with its code; what is in the queue is there whole, each once.
async fn whole(http: &Client, base: &str, token: &str, answered: &[Value], since: usize) -> usize {
    for answer in answered.iter().skip(since) {
        let reference = answer["reference"].as_str().unwrap();
        let seen = http
            .get(format!("{base}/api/v1/complaints/{reference}"))
            .header("Receipt-Code", answer["code"].as_str().unwrap())
            .send()
            .await
            .unwrap();
        assert_eq!(seen.status(), StatusCode::OK, "{reference} was answered and is lost");
    }
    let queue = rows(&get(http, token, &format!("{base}/api/v1/queue?kind=complaint-to-read")).await);
    let flags = rows(&get(http, token, &format!("{base}/api/v1/flags")).await);
    // Of the own office, where small numbers are shown to who may open the cases.
    let figures = get(http, token, &format!("{base}/api/v1/figures?office={}", place().1)).await;
    let waiting: Vec<&str> = queue
        .iter()
        .filter(|row| row["kind"] == "complaint-to-read")
        .filter_map(|row| row["reference"].as_str())
        .collect();
    assert!(answered.iter().all(|one| waiting.iter().any(|reference| *reference == one["reference"])));
    // The event of each, and its assessment.
    assert_eq!(
        figures["cohort"]["received"],
        waiting.len(),
        "each has its event, and no event is without one"
    );
    let count = |code: &str| {
        let all = figures["figures"].as_array().unwrap();
        all.iter().find(|figure| figure["code"] == code).unwrap()["total"].clone()
    };
    assert_eq!(count("assessed"), waiting.len());
    assert_eq!(count("flags-raised"), waiting.len());
    for reference in waiting.iter().rev().take(answered.len() - since + 2) {
        let record = get(http, token, &format!("{base}/api/v1/casework/{reference}")).await;
        assert_eq!(record["texts"][0]["body"], WORDS, "{reference} is there without its words");
        let flag = flags.iter().find(|flag| flag["complaint"] == **reference);
        let flag =
            flag.unwrap_or_else(|| panic!("{reference} is there without its flag"))["reference"].clone();
        let opened = get(http, token, &format!("{base}/api/v1/flags/{}", flag.as_str().unwrap())).await;
        assert!(opened["assessment"]["certain"].is_array(), "{reference} is there without its assessment");
    }
    waiting.len()
}

/// The kills that are asked for: the few, or so many spread over writes and syncs.
fn wanted() -> Vec<(&'static str, u32)> {
    let Some(many) = std::env::var("HAQQI_KILLS").ok().and_then(|many| many.parse::<u32>().ok()) else {
        return FEW.to_vec();
    };
    (0..many)
        .map(|n| if n % 4 == 3 { ("fdatasync", n / 4 + 1) } else { ("pwrite64", n - n / 4 + 1) })
        .collect()
}

#[tokio::test]
async fn a_kill_at_any_write_loses_nothing_that_was_answered() {
    let (governorate, office) = place();
    let (mut house, mut token) = furnished(&office);
    let http = Client::new();
    let mut answered: Vec<Value> = Vec::new();
    let (mut killed, mut kept, mut unanswered, mut all) = (0, 0, 0, 0);
    let kills = wanted();
    for (call, n) in &kills {
        if answered.len() > ENOUGH {
            (house, token) = furnished(&office);
            all += answered.len();
            unanswered += std::mem::take(&mut kept);
            answered.clear();
        }
        let since = answered.len();
        let mut server = house.serve_meddled(call, &format!("signal=KILL:when={n}"), &[], &PACK);
        let mut dead = !server.up;
        for _ in 0..MOST {
            if dead {
                break;
            }
            match file(&http, &server.base, &governorate).await {
                Some((status, answer)) => {
                    assert_eq!(status, StatusCode::CREATED, "{call} {n}: {answer}");
                    answered.push(answer);
                }
                None => dead = true,
            }
        }
        if dead {
            assert!(server.ended(), "{call} {n}: it no longer answers and lives on");
            killed += 1;
        }
        drop(server);
        let server = house.serve(&[], &PACK);
        assert!(server.up, "{call} {n}: it does not come up again: {}", server.heard);
        let there = whole(&http, &server.base, &token, &answered, since).await;
        assert!(
            there >= answered.len() && there <= answered.len() + killed,
            "{call} {n}: {there} complaints"
        );
        kept = there - answered.len();
        drop(server);
        let verified = house.command().envs(PACK).args(["audit", "verify"]).output().unwrap();
        assert!(verified.status.success(), "{call} {n}: {}", said(&verified));
    }
    assert!(killed > kills.len() / 3, "only {killed} of {} kills hit", kills.len());
    println!(
        "kills: {} asked for, {killed} hit; {} complaints answered, 0 lost, {} more kept whole without an answer",
        kills.len(),
        all + answered.len(),
        unanswered + kept
    );
}

#[tokio::test]
async fn each_answer_waits_for_the_disk() {
    let (governorate, office) = place();
    let (house, _) = furnished(&office);
    let log = house.folder.join("trace");
    let http = Client::new();
    let mut server = house.serve(
        &["strace", "-D", "-f", "-qqq", "-e", "trace=fdatasync,fsync", "-o", log.to_str().unwrap()],
        &PACK,
    );
    assert!(server.up, "{}", server.heard);
    let synced =
        |log: &str| log.lines().filter(|line| line.contains("sync(") && line.contains("= 0")).count();
    let filings = 10;
    let before = synced(&text(&log));
    for _ in 0..filings {
        let (status, answer) = file(&http, &server.base, &governorate).await.unwrap();
        assert_eq!(status, StatusCode::CREATED, "{answer}");
    }
    // The tracer writes beside the process: its lines may come a moment later.
    let begun = Instant::now();
    let mut syncs = 0;
    while syncs < filings && begun.elapsed() < Duration::from_secs(10) {
        syncs = synced(&text(&log)) - before;
        tokio::task::yield_now().await;
    }
    assert!(syncs >= filings, "{filings} filings one after the other, but {syncs} syncs");
    server.stop();
    println!("syncs: {syncs} for {filings} filings one after the other");
}

#[tokio::test]
async fn a_disk_that_fails_for_a_moment_loses_nothing() {
    let (governorate, office) = place();
    let (house, token) = furnished(&office);
    let http = Client::new();
    // The kernel counts each thread by itself; the writer's next connection has a thread of its own.
    let server = house.serve_meddled("pwrite64", "error=ENOSPC:when=300..340", &[], &PACK);
    assert!(server.up, "{}", server.heard);
    let (mut answered, mut refused) = (Vec::new(), 0);
    for _ in 0..30 {
        refused += u32::from(!taken(&http, &server.base, &governorate, &mut answered).await);
    }
    assert!(refused > 0 && answered.len() > 10, "{refused} refused, {} taken", answered.len());
    stands(&house, server, &http, &token, &answered).await;
}

#[tokio::test]
async fn a_full_disk_is_said_and_when_there_is_room_again_it_goes_on() {
    let (governorate, office) = place();
    let (house, token) = furnished(&office);
    let http = Client::new();
    // No file may grow any more: to the database that is what a full disk is.
    let server = house.serve(&["sh", "-c", "trap '' XFSZ; exec \"$@\"", "sh"], &PACK);
    assert!(server.up, "{}", server.heard);
    let mut answered = Vec::new();
    for full in [false, true, false, true, false] {
        server.limit(if full { "4096" } else { "unlimited" });
        for _ in 0..4 {
            assert_ne!(taken(&http, &server.base, &governorate, &mut answered).await, full);
        }
    }
    assert_eq!(whole(&http, &server.base, &token, &answered, 0).await, answered.len());
    stands(&house, server, &http, &token, &answered).await;
}

/// Files one; whether it was taken, or else refused with a page of its own.
async fn taken(http: &Client, base: &str, governorate: &str, answered: &mut Vec<Value>) -> bool {
    let (status, answer) = file(http, base, governorate).await.expect("it lives on");
    match status {
        StatusCode::CREATED => answered.push(answer),
        StatusCode::SERVICE_UNAVAILABLE => assert!(answer["detail"].is_string()),
        other => panic!("{other}: {answer}"),
    }
    status == StatusCode::CREATED
}

/// After a kill what was answered is there; what was refused is not; the audit holds.
async fn stands(house: &House, server: Serving, http: &Client, token: &str, answered: &[Value]) {
    drop(server);
    let server = house.serve(&[], &PACK);
    assert_eq!(whole(http, &server.base, token, answered, 0).await, answered.len());
    drop(server);
    let verified = house.command().envs(PACK).args(["audit", "verify"]).output().unwrap();
    assert!(verified.status.success(), "{}", said(&verified));
}
