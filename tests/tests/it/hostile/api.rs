//! Every operation of `/api/v1/openapi.json`, by everybody, with everything.

use std::collections::BTreeMap;

use reqwest::{Client, Method, RequestBuilder};
use serde_json::{Map, Value, json};

use super::bodies::{NOWHERE, never, values};
use super::speaks;
use crate::server::{Folder, Server, access};

/// One operation of the description.
struct Operation {
    method: Method,
    path: String,
    /// Only for staff: it answers 401 and asks for no code of a receipt.
    staff: bool,
    takes_body: bool,
    /// Whether it wants a token that was made for it, and says so to every other.
    named: bool,
    /// Names of the body's fields, where the description tells them.
    fields: Vec<String>,
}

fn fields(description: &Value, operation: &Value) -> Vec<String> {
    let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
    let schema = match schema["$ref"].as_str() {
        Some(link) => description.pointer(link.trim_start_matches('#')).unwrap(),
        None => schema,
    };
    schema["properties"].as_object().map(|all| all.keys().cloned().collect()).unwrap_or_default()
}

fn operations(description: &Value) -> Vec<Operation> {
    let mut found = Vec::new();
    for (path, methods) in description["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            let none = Vec::new();
            let parameters = operation["parameters"].as_array().unwrap_or(&none);
            let receipt = parameters.iter().any(|parameter| parameter["name"] == "Receipt-Code");
            let mut fields = fields(description, operation);
            if path == "/api/v1/complaints" && fields.is_empty() {
                let known =
                    "language narrative kind filed_by confidentiality employer worker contact answers claims";
                fields = known.split(' ').map(str::to_owned).collect();
            }
            found.push(Operation {
                method: method.to_uppercase().parse().unwrap(),
                path: path.clone(),
                staff: operation["responses"]["401"].is_object() && !receipt,
                takes_body: operation["requestBody"].is_object(),
                named: operation["responses"]["403"].is_object(),
                fields,
            });
        }
    }
    found
}

impl Operation {
    fn name(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    /// The address with this in the place of each variable.
    fn at(&self, variable: &str) -> String {
        let mut path = String::new();
        for (n, part) in self.path.split('{').enumerate() {
            match part.split_once('}') {
                Some((_, rest)) if n > 0 => path += &format!("{variable}{rest}"),
                _ => path += part,
            }
        }
        path
    }
}

/// A running demonstration with its people.
struct House {
    server: Server,
    http: Client,
    users: Vec<Value>,
    _folder: Folder,
}

impl House {
    fn request(&self, operation: &Operation, variable: &str) -> RequestBuilder {
        self.http.request(operation.method.clone(), format!("{}{}", self.server.base, operation.at(variable)))
    }

    /// One person of each role.
    fn people(&self) -> BTreeMap<&str, &str> {
        let each = self.users.iter().rev();
        each.map(|user| (user["role"].as_str().unwrap(), user["token"].as_str().unwrap())).collect()
    }

    /// How much there is, as everybody sees it.
    async fn stored(&self) -> Vec<(String, Value)> {
        let mut counts = Vec::new();
        for (role, token) in self.people() {
            for path in ["/api/v1/queue", "/api/v1/flags", "/api/v1/visits", "/api/v1/referrals"] {
                let url = format!("{}{path}", self.server.base);
                let answer = self.http.get(url).bearer_auth(token).send().await.unwrap();
                let value: Value = answer.json().await.unwrap_or_default();
                let count = match value.as_array() {
                    Some(all) => json!(all.len()),
                    None => json!([value["counts"]["open"], value["rows"].as_array().map(Vec::len)]),
                };
                counts.push((format!("{role} {path}"), count));
            }
        }
        counts
    }
}

/// Sends it and looks at the answer: never our fault, and a refusal is a problem document in the asked language.
async fn look(request: RequestBuilder, language: &str, what: &str) -> u16 {
    let asked = request.try_clone().and_then(|request| request.build().ok());
    let bare = asked.is_some_and(|request| request.method() == Method::HEAD);
    let Some(answer) = super::send(request.header("accept-language", language)).await else { return 413 };
    let status = answer.status().as_u16();
    assert!(status < 500, "{what}: {status}");
    if status >= 400 {
        let kind = answer.headers().get("content-type").and_then(|kind| kind.to_str().ok());
        assert_eq!(kind, Some("application/problem+json"), "{what}: {status}");
        if bare {
            return status;
        }
        let problem: Value = answer.json().await.unwrap();
        assert_eq!(problem["status"], status, "{what}");
        for part in ["title", "detail"] {
            let text = problem[part].as_str().unwrap_or_default();
            assert!(speaks(language, text), "{what}: `{text}` is not in {language}");
        }
    }
    status
}

/// Strangers and tokens that are none: 401, before anything else is looked at.
async fn strangers(house: &House, operation: &Operation) {
    let mut changed = house.users[0]["token"].as_str().unwrap().to_owned();
    let last = changed.pop().unwrap();
    changed.push(if last == 'x' { 'y' } else { 'x' });
    let long = "a".repeat(4_000);
    let sent = [
        None,
        Some("Bearer".to_owned()),
        Some("Bearer hq_0_0".to_owned()),
        Some(format!("Bearer {changed}")),
        Some(format!("Bearer {long}")),
        Some("Basic YWRtaW46YWRtaW4=".to_owned()),
    ];
    for (n, header) in sent.iter().enumerate() {
        let mut request = house.request(operation, NOWHERE[0]).json(&json!({ "surprise": 1 }));
        if let Some(header) = header {
            request = request.header("authorization", header);
        }
        let language = ["ar", "bn", "en"][n % 3];
        let status = look(request, language, &format!("{} by {header:?}", operation.name())).await;
        assert_eq!(status, 401, "{} by {header:?}", operation.name());
    }
}

/// Everybody, at addresses that lead nowhere: not found, or the body is refused.
async fn leads_nowhere(house: &House, operation: &Operation) {
    for (role, token) in house.people() {
        let seen = ["en", "ar"][role.len() % 2];
        for variable in NOWHERE {
            let mut request = house.request(operation, variable).bearer_auth(token);
            if operation.takes_body {
                let body: Map<_, _> =
                    operation.fields.iter().map(|name| (name.clone(), json!("x"))).collect();
                request = request.json(&body);
            }
            let what = format!("{} at {variable} by {role}", operation.name());
            let status = look(request, seen, &what).await;
            let told = operation.named && status == 403;
            assert!(told || [400, 404, 422].contains(&status), "{what}: {status}");
        }
    }
}

/// Bodies that no endpoint takes, and other methods.
async fn never_taken(house: &House, all: &[Operation], operation: &Operation, token: Option<&str>) {
    let variable = NOWHERE[0];
    let sign = |request: RequestBuilder| match token {
        Some(token) => request.bearer_auth(token),
        None => request,
    };
    if operation.takes_body {
        for (n, body) in never().into_iter().enumerate() {
            let mut request = sign(house.request(operation, variable)).body(body.bytes);
            if let Some(kind) = body.kind {
                request = request.header("content-type", kind);
            }
            let what = format!("{} with {}", operation.name(), body.what);
            let status = look(request, ["ar", "bn", "en"][n % 3], &what).await;
            assert!((400..500).contains(&status), "{what}: {status}");
        }
    }
    let known = |method: &str| all.iter().any(|one| one.path == operation.path && one.method == method);
    for method in ["DELETE", "PUT", "PATCH", "BREW"].into_iter().filter(|method| !known(method)) {
        let url = format!("{}{}", house.server.base, operation.at(variable));
        let request = sign(house.http.request(method.parse().unwrap(), url));
        let what = format!("{method} {}", operation.path);
        assert_eq!(look(request, "ar", &what).await, 405, "{what}");
    }
}

/// Each value in each field. A text may be a text; but what is refused is told, and nothing breaks.
async fn odd_values(house: &House, operation: &Operation, variable: &str, token: Option<&str>) {
    for field in &operation.fields {
        for (n, value) in values().into_iter().enumerate() {
            let mut body: Map<_, _> =
                operation.fields.iter().map(|name| (name.clone(), json!("x"))).collect();
            if operation.path == "/api/v1/complaints" {
                body = Map::from_iter([("language".into(), json!("en")), ("narrative".into(), json!("x"))]);
            }
            body.insert(field.clone(), value);
            let mut request = house.request(operation, variable).json(&body);
            if let Some(token) = token {
                request = request.bearer_auth(token);
            }
            look(request, ["ar", "en"][n % 2], &format!("{} {field} {n}", operation.name())).await;
        }
    }
}

#[tokio::test]
async fn every_operation_withstands_everything() {
    let folder = Folder::new();
    // Without jobs, whose work comes and goes by itself: what is counted is what requests stored.
    let server = Server::with(&folder.0, &["--no-worker"]);
    let users = access(&folder.0);
    let house = House { server, http: Client::new(), users, _folder: folder };
    let description = house.http.get(format!("{}/api/v1/openapi.json", house.server.base)).send().await;
    let description: Value = description.unwrap().json().await.unwrap();
    let operations = operations(&description);
    assert!(operations.len() > 10, "the description tells of them");
    let before = house.stored().await;
    let officer = house.people()["complaints-officer"].to_owned();
    for operation in &operations {
        let token = operation.staff.then_some(officer.as_str());
        if operation.staff {
            strangers(&house, operation).await;
        }
        if operation.path.contains('{') {
            leads_nowhere(&house, operation).await;
        }
        never_taken(&house, &operations, operation, token).await;
    }
    assert_eq!(house.stored().await, before, "what was refused stored nothing");
    for operation in operations.iter().filter(|operation| operation.takes_body) {
        let token = operation.staff.then_some(officer.as_str());
        odd_values(&house, operation, NOWHERE[0], token).await;
    }
}
