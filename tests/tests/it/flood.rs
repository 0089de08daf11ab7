//! A flood against the running binary, from one network and from many. It slows robots; a worker in the midst of it, on
//! the same network, without script, sends her form, waits, and gets her receipt.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use reqwest::{Client, StatusCode, redirect};

use crate::hostile::{Form, forms};
use crate::house::{House, Serving};

/// Somebody at an address of this machine. A robot keeps no cookies, for it does not wait.
fn somebody(from: Ipv4Addr, cookies: bool) -> Client {
    let client = Client::builder().cookie_store(cookies).redirect(redirect::Policy::none());
    client.local_address(IpAddr::V4(from)).build().unwrap()
}

/// What the robots were told.
#[derive(Default)]
struct Told {
    filed: AtomicU32,
    waits: AtomicU32,
    refused: AtomicU32,
}

/// One robot: form after form, each another complaint, until the flood ends.
async fn robot(base: String, http: Client, told: Arc<Told>, end: Arc<AtomicBool>, name: String) {
    for n in 0u32.. {
        if end.load(Ordering::Relaxed) {
            return;
        }
        let key = format!("{name}{n:0>24}");
        let form = [("go", "send"), ("key", &key[..32]), ("narrative", "rubbish")];
        let Ok(answer) = http.post(format!("{base}/en/complain")).form(&form).send().await else { continue };
        let count = match answer.status() {
            StatusCode::SEE_OTHER => &told.filed,
            StatusCode::TOO_MANY_REQUESTS => &told.waits,
            _ => &told.refused,
        };
        count.fetch_add(1, Ordering::Relaxed);
    }
}

/// Floods from these addresses while the worker files; what the robots were told.
async fn flooded(serving: &Serving, from: &[Ipv4Addr], worker: Ipv4Addr) -> Arc<Told> {
    let told = Arc::new(Told::default());
    let end = Arc::new(AtomicBool::new(false));
    let robots: Vec<_> = from
        .iter()
        .enumerate()
        .map(|(n, address)| {
            let name = format!("{n:0>8x}");
            let http = somebody(*address, false);
            tokio::spawn(robot(serving.base.clone(), http, Arc::clone(&told), Arc::clone(&end), name))
        })
        .collect();
    // The flood is at its height before she comes.
    while told.waits.load(Ordering::Relaxed) < 50 {
        tokio::task::yield_now().await;
    }
    danger_waits_for_nothing(&serving.base, worker).await;
    she_gets_her_receipt(&serving.base, worker).await;
    end.store(true, Ordering::Relaxed);
    for robot in robots {
        robot.await.unwrap();
    }
    told
}

/// A worker without script: opens the form, writes, sends; where she is asked to wait she presses the button of that
/// page. Her words are never lost, and she is never sent away.
async fn she_gets_her_receipt(base: &str, from: Ipv4Addr) {
    const WORDS: &str = "Six months without pay, and he keeps my passport.";
    let http = somebody(from, true);
    let open = async |path: &str| {
        loop {
            let answer = http.get(format!("{base}{path}")).send().await.unwrap();
            if answer.status() != StatusCode::TOO_MANY_REQUESTS {
                assert_eq!(answer.status(), StatusCode::OK, "{path}");
                return answer.text().await.unwrap();
            }
            assert!(answer.headers().contains_key("refresh"), "the page comes by itself");
            tokio::task::yield_now().await;
        }
    };
    let page = open("/en/complain").await;
    let mut form: Form = forms(&page).remove(0).with("narrative", WORDS).with("go", "send");
    loop {
        let answer = http.post(format!("{base}/en/complain")).form(&form.fields).send().await.unwrap();
        if answer.status() == StatusCode::SEE_OTHER {
            break;
        }
        assert_eq!(answer.status(), StatusCode::TOO_MANY_REQUESTS, "she waits, at most");
        let page = answer.text().await.unwrap();
        form = forms(&page).remove(0);
        assert_eq!(form.get("narrative"), Some(WORDS), "her words wait with her");
        form = form.with("go", "send");
        tokio::task::yield_now().await;
    }
    let receipt = open("/en/receipt").await;
    assert!(
        receipt.contains("data-test=\"reference\"") && receipt.contains("data-test=\"code\""),
        "{receipt}"
    );
}

/// In the midst of it somebody opens the page for danger and taps: neither waits. A robot that never opened it does.
async fn danger_waits_for_nothing(base: &str, from: Ipv4Addr) {
    let http = somebody(from, true);
    let page = http.get(format!("{base}/en/danger")).send().await.unwrap();
    assert_eq!(page.status(), StatusCode::OK);
    let form = forms(&page.text().await.unwrap()).remove(0);
    let told = http.post(format!("{base}/en/danger")).form(&form.fields).send().await.unwrap();
    assert_eq!(told.status(), StatusCode::SEE_OTHER, "danger is told at once");
    let robot = somebody(from, false);
    let trap = form.with("website", "http://robot");
    for fields in [vec![("key".to_owned(), "0".repeat(32))], trap.fields] {
        let told = robot.post(format!("{base}/en/danger")).form(&fields).send().await.unwrap();
        assert_eq!(told.status(), StatusCode::TOO_MANY_REQUESTS, "{fields:?}");
    }
}

#[tokio::test]
async fn who_guesses_badges_is_slowed_and_who_asks_once_is_answered() {
    let house = House::new();
    let serving =
        house.serve(&[], &[("HAQQI_SERVER__REQUESTS_PER_MINUTE", "64"), ("HAQQI_SERVER__WAIT_SECONDS", "1")]);
    let home = Ipv4Addr::LOCALHOST;
    let robot = somebody(home, false);
    let ask =
        |http: &Client, path: &str| http.get(format!("{}{path}?number=B-7KQ4-M2XA-X", serving.base)).send();
    let mut answered = 0;
    while ask(&robot, "/en/inspector").await.unwrap().status() == StatusCode::OK {
        answered += 1;
    }
    assert_eq!(answered, 8, "one in eight of what a network may ask");
    assert_eq!(ask(&robot, "/api/v1/inspector").await.unwrap().status(), StatusCode::TOO_MANY_REQUESTS);
    // The page itself is there, and a person waits for her turn.
    let page = robot.get(format!("{}/en/inspector", serving.base)).send().await.unwrap();
    assert_eq!(page.status(), StatusCode::OK);
    let her = somebody(home, true);
    let waits = ask(&her, "/en/inspector").await.unwrap();
    assert!(waits.headers().contains_key("refresh"), "it asks again by itself");
    while ask(&her, "/en/inspector").await.unwrap().status() != StatusCode::OK {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_flood_slows_robots_and_a_worker_gets_her_receipt() {
    let house = House::new();
    let limits = |everywhere| {
        [
            ("HAQQI_SERVER__REQUESTS_PER_MINUTE", "60"),
            ("HAQQI_SERVER__FILINGS_PER_MINUTE", "8"),
            ("HAQQI_SERVER__FILINGS_EVERYWHERE", everywhere),
            ("HAQQI_SERVER__WAIT_SECONDS", "1"),
        ]
    };
    let home = Ipv4Addr::LOCALHOST;
    {
        let serving = house.serve(&[], &limits("100000"));
        let told = flooded(&serving, &[home; 4], home).await;
        assert!(told.filed.load(Ordering::Relaxed) <= 8, "what a network may, and no more");
        assert_eq!(told.refused.load(Ordering::Relaxed), 0, "even a robot is asked to wait, not sent away");
    }
    // From many networks, each within its own budget: the whole house asks everybody to wait.
    let serving = house.serve(&[], &limits("40"));
    let many: Vec<_> = (2..62).map(|n| Ipv4Addr::new(127, 0, 0, n)).collect();
    let told = flooded(&serving, &many, many[0]).await;
    let filed = told.filed.load(Ordering::Relaxed);
    // Counted anew every two seconds, so a burst may pass before it is noticed.
    assert!(filed < 60 * 8, "{filed} filed");
    assert_eq!(told.refused.load(Ordering::Relaxed), 0);
}
