//! Feeds from a server on this machine: a good one, a broken one, a huge one, a bomb, one that leads on, and one that must
//! not be asked at all.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::TimeDelta;
use haqqi_kernel::Role;
use haqqi_patrol::{
    FeedError, Filter, NewFeed, PatrolDesk, add_feed, adverts, change_feed, feeds, fetch_due, open, take_feed,
};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::world::{desk, desk_of, person};

const RSS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Jobs</title><link>http://jobs.example/</link><description>x</description>
<item><guid>one</guid><title>Maids wanted</title><link>http://jobs.example/1</link>
<pubDate>Tue, 10 Nov 2026 08:00:00 GMT</pubDate>
<description>&lt;p&gt;Processing fee of 100 JD.&lt;/p&gt;&lt;p&gt;Send your passport, call 0790000001&lt;/p&gt;</description></item>
<item><guid>two</guid><title>Weaver wanted</title><description>Contract and weekly rest.</description></item>
</channel></rss>"#;

const ATOM: &str = r#"<feed xmlns="http://www.w3.org/2005/Atom"><title>Jobs</title><id>urn:x</id>
<updated>2026-11-10T08:00:00Z</updated><entry><id>urn:x:1</id><title>خادمة للتنازل</title>
<updated>2026-11-10T08:00:00Z</updated><content type="html">بسبب السفر 0790000002</content></entry></feed>"#;

/// Entities that name each other: opened, they would fill the memory.
fn bomb() -> String {
    let mut text = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a0 \"ha\">".to_owned();
    for nth in 1..30 {
        let before = format!("&a{};", nth - 1).repeat(10);
        text.push_str(&format!("<!ENTITY a{nth} \"{before}\">"));
    }
    text.push_str("]><rss version=\"2.0\"><channel><title>x</title><item><guid>b</guid><title>&a29;</title></item></channel></rss>");
    text
}

/// Elements within elements, deeper than any reader that calls itself can go.
fn deep() -> String {
    format!("<rss version=\"2.0\"><channel>{}</channel></rss>", "<item>".repeat(300_000))
}

/// A server that answers these paths, and any other with 404.
async fn server(pages: HashMap<&'static str, Vec<u8>>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let at = format!("http://{}", listener.local_addr().unwrap());
    let pages = Arc::new(pages);
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let pages = Arc::clone(&pages);
            tokio::spawn(async move {
                let mut head = vec![0; 4096];
                let read = stream.read(&mut head).await.unwrap_or(0);
                let head = String::from_utf8_lossy(&head[..read]).into_owned();
                let path = head.split_whitespace().nth(1).unwrap_or("/").to_owned();
                let answer = pages.get(path.as_str()).cloned().unwrap_or_else(|| {
                    b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nconnection: close\r\n\r\n".to_vec()
                });
                let _ = stream.write_all(&answer).await;
                let _ = stream.shutdown().await;
            });
        }
    });
    at
}

fn page(body: &[u8]) -> Vec<u8> {
    let head = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/xml\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body].concat()
}

fn leads(to: &str) -> Vec<u8> {
    format!("HTTP/1.1 302 Found\r\nlocation: {to}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
        .into_bytes()
}

fn pages() -> HashMap<&'static str, Vec<u8>> {
    HashMap::from([
        ("/rss", page(RSS.as_bytes())),
        ("/atom", page(ATOM.as_bytes())),
        ("/broken", page(b"<rss><channel><item><title>no end")),
        ("/words", page(b"no feed at all")),
        ("/huge", page(&vec![b'x'; 5 * 1024 * 1024])),
        ("/bomb", page(bomb().as_bytes())),
        ("/deep", page(deep().as_bytes())),
        ("/moved", leads("/rss")),
        ("/round", leads("/round")),
        ("/inside", leads("file:///etc/passwd")),
    ])
}

async fn added(desk: &PatrolDesk, address: &str, name: &str) -> uuid::Uuid {
    let new =
        NewFeed { address: address.to_owned(), name: name.to_owned(), language: None, every_minutes: 60 };
    add_feed(desk, &person(Role::Inspector), &new).await.unwrap()
}

#[tokio::test]
async fn feeds_are_fetched_by_the_hour_and_a_bad_one_says_so() {
    for test in haqqi_testing::houses().await {
        let (desk, on) = (desk(&test), test.on);
        let inspector = person(Role::Inspector);
        let at = server(pages()).await;
        for name in ["rss", "atom", "broken", "words", "huge", "bomb", "deep", "gone", "round", "inside"] {
            added(&desk, &format!("{at}/{name}"), name).await;
        }
        assert_eq!(fetch_due(&desk).await.unwrap(), 10, "{on}");
        let all = feeds(&desk, &inspector).await.unwrap();
        let fault = |name: &str| {
            let feed = all.iter().find(|feed| feed.name == name).unwrap();
            feed.fault.as_ref().map(|(code, _)| code.clone())
        };
        assert_eq!((fault("rss"), fault("atom")), (None, None), "{on}");
        for (name, code) in [
            ("words", "no-feed"),
            ("huge", "long"),
            ("gone", "status"),
            ("round", "redirects"),
            ("inside", "address"),
        ] {
            assert_eq!(fault(name).as_deref(), Some(code), "{on}: {name}");
        }
        // Neither bomb nor depth brings anything, and the house stands.
        let found = adverts(&desk, &inspector, &Filter::default()).await.unwrap().rows;
        let titles: Vec<&str> = found.iter().map(|row| row.title.as_str()).collect();
        assert!(found.iter().all(|row| row.title.len() < 500), "{on}: {titles:?}");
        let maids = found.iter().find(|row| row.title.starts_with("Maids")).unwrap();
        assert!(maids.indicators.contains(&"fee-from-worker".to_owned()), "{on}: {maids:?}");
        assert!(maids.title.contains("Processing fee of 100 JD. Send"), "{on}: {}", maids.title);
        let opened = open(&desk, &inspector, maids.reference).await.unwrap();
        assert_eq!(opened.sightings[0].seen_on.to_string(), "2026-11-10", "{on}");
        assert_eq!(opened.sightings[0].address.as_deref(), Some("http://jobs.example/1"), "{on}");
        assert!(found.iter().any(|row| row.indicators.contains(&"person-offered".to_owned())), "{on}");

        // Not before the hour is over; then each entry is known.
        let many = found.len();
        assert_eq!(fetch_due(&desk).await.unwrap(), 0, "{on}");
        test.clock.advance(TimeDelta::minutes(61));
        assert_eq!(fetch_due(&desk).await.unwrap(), 10, "{on}");
        let found = adverts(&desk, &inspector, &Filter::default()).await.unwrap().rows;
        assert_eq!(found.len(), many, "{on}");
        assert!(found.iter().all(|row| row.sightings == 1), "{on}");
        let again = feeds(&desk, &inspector).await.unwrap();
        let since = |list: &[haqqi_patrol::Feed]| {
            list.iter().find(|feed| feed.name == "gone").unwrap().fault.clone().unwrap().1
        };
        assert_eq!(since(&again), since(&all), "{on}: it says since when");

        // Resting, it is not asked; and who may not patrol meets no feed.
        for feed in &again {
            change_feed(&desk, &inspector, feed.id, "pause").await.unwrap();
        }
        test.clock.advance(TimeDelta::hours(3));
        assert_eq!(fetch_due(&desk).await.unwrap(), 0, "{on}");
        change_feed(&desk, &inspector, again[0].id, "remove").await.unwrap();
        assert_eq!(feeds(&desk, &inspector).await.unwrap().len(), 9, "{on}");
        assert!(matches!(feeds(&desk, &person(Role::Analyst)).await, Err(FeedError::NotFound)), "{on}");
    }
}

#[tokio::test]
async fn a_feed_that_moved_is_followed_and_a_file_of_one_is_taken() {
    for test in haqqi_testing::houses().await {
        let (desk, on) = (desk(&test), test.on);
        let inspector = person(Role::Inspector);
        let at = server(pages()).await;
        added(&desk, &format!("{at}/moved"), "moved").await;
        assert_eq!(fetch_due(&desk).await.unwrap(), 1, "{on}");
        assert_eq!(feeds(&desk, &inspector).await.unwrap()[0].found, 2, "{on}");

        let taken = take_feed(&desk, &inspector, ATOM.as_bytes().to_vec(), "Group A", Some("ar")).await;
        assert_eq!(taken.unwrap().added, 1, "{on}");
        let known = take_feed(&desk, &inspector, ATOM.as_bytes().to_vec(), "Group A", Some("ar")).await;
        assert_eq!(known.unwrap().known, 1, "{on}");
        let no = take_feed(&desk, &inspector, b"words".to_vec(), "Group A", None).await;
        assert!(matches!(no, Err(FeedError::NoFeed)), "{on}");
    }
}

#[tokio::test]
async fn the_own_network_is_not_asked_unless_it_is_configured() {
    for test in haqqi_testing::houses().await {
        let (open, on) = (desk(&test), test.on);
        let shut = desk_of(&test, false);
        let at = server(pages()).await;
        let new = |address: String| NewFeed {
            address,
            name: "inside".to_owned(),
            language: None,
            every_minutes: 60,
        };
        let inspector = person(Role::Inspector);
        for address in
            [format!("{at}/rss"), "http://169.254.169.254/".to_owned(), "http://10.0.0.1/".to_owned()]
        {
            let refused = add_feed(&shut, &inspector, &new(address)).await;
            assert!(matches!(refused, Err(FeedError::Field("address", _))), "{on}: {refused:?}");
        }
        // A name that leads inside is found out when it is asked.
        let named = at.replace("127.0.0.1", "localhost");
        added(&open, &format!("{named}/rss"), "named").await;
        let usual = new("http://localhost/rss".to_owned());
        add_feed(&shut, &inspector, &usual).await.unwrap();
        fetch_due(&shut).await.unwrap();
        let all = feeds(&shut, &inspector).await.unwrap();
        assert!(all.iter().all(|feed| feed.fault.is_some() && feed.found == 0), "{on}: {all:?}");
        let usual = all.iter().find(|feed| feed.address == "http://localhost/rss").unwrap();
        assert_eq!(usual.fault.as_ref().unwrap().0, "private", "{on}");
        let twice = add_feed(&shut, &inspector, &new("http://localhost/rss".to_owned())).await;
        assert!(matches!(twice, Err(FeedError::Field("address", "twice"))), "{on}");
    }
}
