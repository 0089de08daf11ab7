//! Text messages through Kannel itself: a text comes in and the hotline files what it tells; neutral words go out to a
//! phone that is hers alone; and what may have gone when Kannel dies is not sent again.

use std::fs;
use std::time::Duration;

use data_encoding::BASE64;
use reqwest::{Client, RequestBuilder, StatusCode};
use serde_json::{Value, json};

use crate::kannel::{INBOUND, Kannel, OURS, Ports};
use crate::server::{Folder, Server, access};
use crate::walk::{expect, soon, status};
use crate::world::World;

const WORDS: &str = "মালিক তিন মাস বেতন দেয় না, পাসপোর্ট নিয়ে গেছে";
const PATIENCE: Duration = Duration::from_secs(20);

/// A demonstration that texts through Kannel.
struct House {
    server: Server,
    users: Vec<Value>,
    http: Client,
    world: World,
    office: String,
    _folder: Folder,
}

impl House {
    fn begin(ports: &Ports, folder: Folder) -> Self {
        fs::create_dir_all(&folder.0).unwrap();
        let file = |name: &str, text: &str| {
            let path = folder.0.join(name);
            fs::write(&path, text).unwrap();
            path.display().to_string()
        };
        let password = file("ours", OURS);
        let inbound = file("inbound", INBOUND);
        let token = file("token", "a-token-of-a-platform-for-tests");
        let config = file(
            "haqqi.toml",
            &format!(
                "[sms]\nurl = \"http://127.0.0.1:{}/cgi-bin/sendsms\"\nuser = \"haqqi\"\npassword_file = {password:?}\n\
                 sender = \"Service\"\nreport_url = \"http://127.0.0.1:{}\"\ninbound_file = {inbound:?}\n\
                 [hooks]\ntoken_file = {token:?}\n",
                ports.sendsms, ports.haqqi
            ),
        );
        let data = folder.0.join("data");
        let server = Server::on(ports.haqqi, &data, &["--config", &config]);
        let users = access(&data);
        let officer = users.iter().find(|user| user["role"] == "complaints-officer").unwrap();
        let office = officer["office"].as_str().unwrap().to_owned();
        Self { server, users, http: Client::new(), world: World::of("jordan"), office, _folder: folder }
    }

    fn get(&self, role: &str, path: &str) -> RequestBuilder {
        let here = |user: &&Value| {
            user["role"] == role && (user["office"].is_null() || user["office"] == self.office.as_str())
        };
        let token = self.users.iter().find(here).unwrap()["token"].as_str().unwrap();
        self.http.get(format!("{}{path}", self.server.base)).bearer_auth(token)
    }

    fn post(&self, role: &str, path: &str, body: &Value) -> RequestBuilder {
        let mut request = self.get(role, path).json(body).build().unwrap();
        *request.method_mut() = reqwest::Method::POST;
        RequestBuilder::from_parts(self.http.clone(), request)
    }

    /// The row of the queue of this kind, when it is there.
    async fn row(&self, role: &str, kind: &str, holds: impl Fn(&Value) -> bool) -> Option<Value> {
        let queue = expect(self.get(role, &format!("/api/v1/queue?kind={kind}")), StatusCode::OK).await;
        queue["rows"].as_array().unwrap().iter().find(|row| holds(row)).cloned()
    }

    /// She files with a number that is hers alone.
    async fn file(&self, number: &str) -> String {
        let body = json!({
            "language": "bn",
            "narrative": "বেতন দেয় না",
            "employer": { "governorate": self.world.place_of(&self.office) },
            "contact": { "channel": "text", "address": number, "hers_alone": true, "whose": "alone" },
        });
        let filed = self.http.post(format!("{}/api/v1/complaints", self.server.base)).json(&body);
        expect(filed, StatusCode::CREATED).await["reference"].as_str().unwrap().to_owned()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn texts_come_in_and_go_out_through_kannel_and_never_twice() {
    let ports = Ports::free();
    let folder = Folder::new();
    let kannels = folder.0.join("kannel");
    let house = House::begin(&ports, folder);
    let mut kannel = Kannel::start(&kannels, &ports);

    // A text in Bengali becomes work of the hotline, under her language.
    kannel.text_from("+8801712345678", WORDS);
    let row = soon("the text", async || {
        house.row("hotline-operator", "text-to-take", |row| row["language"] == "bn").await
    });
    let draft = row.await["reference"].as_str().unwrap().to_owned();
    let text = expect(house.get("hotline-operator", &format!("/api/v1/texts/{draft}")), StatusCode::OK).await;
    assert_eq!(text["texts"], json!([WORDS]), "{text}");
    assert_eq!(text["number"], "+8801712345678");
    assert_eq!(
        status(house.get("complaints-officer", &format!("/api/v1/texts/{draft}"))).await,
        StatusCode::NOT_FOUND
    );

    // The hotline files with her what it tells; she asks for number and code on her phone.
    let told = json!({ "language": "bn", "channel": "text", "whose": "alone", "send_note": true });
    let path = format!("/api/v1/texts/{draft}/complaint");
    let filed = expect(house.post("hotline-operator", &path, &told), StatusCode::CREATED).await;
    assert_eq!(status(house.post("hotline-operator", &path, &told)).await, StatusCode::CONFLICT, "once");
    let reference = filed["reference"].as_str().unwrap();
    let mut network = kannel.network();
    let mut hers = vec![network.next(PATIENCE).expect("a text"), network.next(PATIENCE).expect("another")];
    hers.sort_by_key(|text| text.words.len());
    assert!(hers.iter().all(|text| text.to == "+8801712345678" && text.from == "Service"), "{hers:?}");
    let note = format!("{reference} {}", filed["code"].as_str().unwrap());
    assert!(hers.iter().any(|text| text.words == note), "{hers:?}");
    let neutral = hers.iter().find(|text| text.words != note).unwrap();
    assert!(neutral.words.contains("পৌঁছেছে") && !neutral.words.contains(reference), "{neutral:?}");
    // Kannel reports that the network took it, and the report is let in.
    soon("the report", async || kannel.heard().contains("/hooks/sms/report/").then_some(())).await;

    // She files herself, with a number that is hers alone.
    house.file("0790000001").await;
    let text = network.next(PATIENCE).expect("a text");
    assert_eq!((text.to.as_str(), text.from.as_str()), ("+962790000001", "Service"));
    assert_eq!(text.words, neutral.words);
    network.close();

    // Kannel hangs with a message in its hands, and dies.
    kannel.hang();
    let doubtful = house.file("0790000002").await;
    soon("smsbox's turn", async || kannel.heard().contains("+962790000002").then_some(())).await;
    kannel.kill();
    let trouble = async || {
        house.row("complaints-officer", "text-trouble", |row| row["reference"] == doubtful.as_str()).await
    };
    soon("the trouble", trouble).await;

    // It comes back: the next message goes, the doubtful one is not sent again.
    let kannel = Kannel::start(&kannels.join("again"), &ports);
    let mut network = kannel.network();
    house.file("0790000003").await;
    let text = network.next(PATIENCE).expect("a text");
    assert_eq!(text.to, "+962790000003", "what may have gone is not sent again");
    assert_eq!(network.next(Duration::from_secs(2)), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_doors_take_what_their_secrets_bring_and_nothing_else() {
    let ports = Ports::free();
    let house = House::begin(&ports, Folder::new());
    let url = |path: &str| format!("{}{path}", house.server.base);
    let kannel = |user: &str, password: &str| {
        let request = house.http.post(url("/hooks/sms")).header("X-Kannel-From", "+962790000009");
        request.basic_auth(user, Some(password)).header("Content-Type", "text/plain").body("help me")
    };
    for (user, password) in [("kannel", "wrong"), ("other", INBOUND), ("kannel", "")] {
        assert_eq!(status(kannel(user, password)).await, StatusCode::UNAUTHORIZED, "{user} {password}");
    }
    assert_eq!(status(house.http.post(url("/hooks/sms")).body("help me")).await, StatusCode::UNAUTHORIZED);
    let answer = kannel("kannel", INBOUND).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    assert_eq!(answer.text().await.unwrap(), "", "whatever stands here, Kannel would send to the phone");
    let nobody = house.http.post(url("/hooks/sms")).basic_auth("kannel", Some(INBOUND)).body("help me");
    assert_eq!(status(nobody).await, StatusCode::BAD_REQUEST);

    let brought = |token: &str, id: &str, body: &Value| {
        let request = house.http.post(url("/hooks/message")).bearer_auth(token).json(body);
        if id.is_empty() { request } else { request.header("webhook-id", id) }
    };
    let token = "a-token-of-a-platform-for-tests";
    let text = json!({ "channel": "whatsapp", "from": "+962790000009", "text": "my phone: no pay", "language": "en" });
    assert_eq!(status(brought("wrong", "1", &text)).await, StatusCode::UNAUTHORIZED);
    assert_eq!(status(brought(token, "", &text)).await, StatusCode::BAD_REQUEST);
    for wrong in [json!({}), json!({ "channel": "fax", "from": "1", "text": "x" }), json!([1])] {
        assert_eq!(status(brought(token, "1", &wrong)).await, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    let said = expect(brought(token, "1", &text), StatusCode::OK).await;
    assert!(!said["answer"].as_str().unwrap().is_empty(), "{said}");
    let again = expect(brought(token, "1", &text), StatusCode::OK).await;
    assert_eq!(again["answer"], "", "a replay does nothing");
    // A signature counts only where a key for it is set.
    let signed = house.http.post(url("/hooks/message")).json(&text).header("webhook-id", "2");
    let signed = signed
        .header("webhook-timestamp", "0")
        .header("webhook-signature", format!("v1,{}", BASE64.encode(&[0; 32])));
    assert_eq!(status(signed).await, StatusCode::UNAUTHORIZED);
    for path in ["/hooks/sms/report/abc/1", "/hooks/sms/report/abc/x"] {
        assert_eq!(status(house.http.get(url(path))).await, StatusCode::NOT_FOUND);
    }
    let rows = house.row("hotline-operator", "text-to-take", |_| true).await;
    assert!(rows.is_some());
}
