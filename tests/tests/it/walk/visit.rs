//! The officer asks for an inspection; it is planned among routine visits, recorded, reported, and its news comes back.
//! On the way nobody who goes there learns that anybody asked.

use reqwest::StatusCode;
use serde_json::{Map, Value, json};

use super::{Walk, expect, soon, status};

/// The statements of the checklist under a regime, and the code of its first section that holds everywhere.
fn checklist(walk: &Walk, regime: &str) -> (Vec<String>, String) {
    let list = walk.world.rows("checklists.toml", "checklist").remove(0);
    let holds = |row: &toml::Value| {
        row.get("regimes").and_then(toml::Value::as_array).is_none_or(|regimes| {
            regimes.is_empty() || regimes.iter().any(|code| code.as_str() == Some(regime))
        })
    };
    let sections: Vec<&toml::Value> =
        list["section"].as_array().unwrap().iter().filter(|s| holds(s)).collect();
    let items = sections.iter().flat_map(|section| section["item"].as_array().unwrap());
    let everywhere = sections.iter().find(|section| section.get("regimes").is_none()).unwrap();
    (
        items.filter(|item| holds(item)).map(|item| item["code"].as_str().unwrap().to_owned()).collect(),
        everywhere["code"].as_str().unwrap().to_owned(),
    )
}

async fn pool(walk: &Walk) -> Vec<Value> {
    let pool = expect(walk.get("planner", "/api/v1/visit-requests"), StatusCode::OK).await;
    pool.as_array().unwrap().clone()
}

/// From the request to the report, and back.
pub async fn the_workplace_is_visited(walk: &Walk) {
    let asking = format!("/api/v1/casework/{}/visit-requests", walk.reference);
    let (_, section) = checklist(walk, "");
    let before: Vec<Value> = pool(walk).await;
    let wish = json!({ "sections": [section], "languages": ["bn"] });
    assert_eq!(status(walk.post("inspector", &asking, &wish)).await, StatusCode::NOT_FOUND);
    assert_eq!(status(walk.post("complaints-officer", &asking, &wish)).await, StatusCode::CREATED);
    assert_eq!(status(walk.get("inspector", "/api/v1/visit-requests")).await, StatusCode::NOT_FOUND);
    let after = pool(walk).await;
    let request =
        after.iter().find(|row| !before.iter().any(|old| old["reference"] == row["reference"])).unwrap();
    assert!(!request.to_string().contains(&walk.reference), "the pool does not know the complaint");

    // A day to come: the one by which somebody should have been there.
    let day = request["due_at"].as_str().unwrap().split('T').next().unwrap();
    let batch = json!({
        "office": walk.office, "day": day, "opens": "09:00", "closes": "15:00", "requests": [request["reference"]],
    });
    assert_eq!(status(walk.post("inspector", "/api/v1/visits", &batch)).await, StatusCode::NOT_FOUND);
    let made = expect(walk.post("planner", "/api/v1/visits", &batch), StatusCode::CREATED).await;
    let made = made["visits"].as_array().unwrap();
    assert!(made.len() >= 3, "the request, and at least two routine visits");
    let mut found = None;
    let mut shapes = Vec::new();
    for reference in made {
        let path = format!("/api/v1/visits/{}", reference.as_str().unwrap());
        let visit = expect(walk.get("planner", &path), StatusCode::OK).await;
        shapes.push(visit.as_object().unwrap().keys().cloned().collect::<Vec<_>>());
        assert_eq!(visit["sections"].as_array().unwrap().len(), 4, "as many on each sheet");
        if visit["establishment"] == request["establishment"] {
            found = Some((path, visit));
        }
    }
    assert!(shapes.windows(2).all(|two| two[0] == two[1]), "every visit has the same members");
    let (path, visit) = found.unwrap();
    recorded(walk, &path, &visit).await;

    let report = soon("the report", async || {
        let answer = walk.get("planner", &format!("{path}/report.pdf")).send().await.unwrap();
        (answer.status() == StatusCode::OK).then_some(answer)
    })
    .await;
    assert_eq!(report.headers()["content-type"], "application/pdf");
    assert!(report.bytes().await.unwrap().starts_with(b"%PDF"));
    let told = expect(walk.get("planner", &format!("{path}/report")), StatusCode::OK).await;
    assert!(told["number"].as_str().unwrap().starts_with("P-"));
    assert!(told["found_on"].is_string(), "the month to file runs from this day");
    let words = told.to_string();
    assert!(!words.contains(&walk.reference) && !words.contains(request["reference"].as_str().unwrap()));

    let news = soon("the news", async || {
        let list = expect(walk.get("complaints-officer", &asking), StatusCode::OK).await;
        (list[0]["state"] == "reported").then(|| list[0].clone())
    })
    .await;
    assert_eq!(news["findings"].as_array().unwrap().len(), 1);
    assert_eq!(news["measures"].as_array().unwrap().len(), 1);
    let queue = walk.get("complaints-officer", "/api/v1/queue?kind=visit-result");
    let queue = expect(queue, StatusCode::OK).await;
    let rows = queue["rows"].as_array().unwrap();
    assert!(
        rows.iter().any(|row| row["reference"] == walk.reference.as_str()),
        "the officer is told to look"
    );
}

/// The inspector whose visit it is records it; a colleague finds nothing there.
async fn recorded(walk: &Walk, path: &str, visit: &Value) {
    let lead = visit["team"][0]["name"].clone();
    let (items, _) = checklist(walk, visit["regime"].as_str().unwrap());
    let measure = walk.world.code("measures.toml", "measure", |row| row["class"].as_str() == Some("warning"));
    let mut answers = Map::new();
    for (at, code) in items.iter().enumerate() {
        let told = match at {
            0 => json!({ "answer": "no", "workers": 4, "words": "Seen on the spot.", "measure": measure }),
            _ => json!({ "answer": "yes" }),
        };
        answers.insert(code.clone(), told);
    }
    let record = json!({ "record": { "items": answers, "interviews": { "number": 2, "alone": true } } });
    let mut done = 0;
    for inspector in walk.all("inspector") {
        let token = inspector["token"].as_str().unwrap();
        let url = walk.url(path);
        let sheet = walk.http.get(&url).bearer_auth(token).send().await.unwrap();
        if sheet.status() == StatusCode::NOT_FOUND {
            continue;
        }
        let sheet = sheet.text().await.unwrap();
        assert!(!sheet.contains(&walk.reference), "{lead} learns nothing of it");
        let url = walk.url(&format!("{path}/record"));
        if done == 0 {
            let finished = walk.http.post(&url).bearer_auth(token).json(&record);
            let finished = expect(finished, StatusCode::CREATED).await;
            assert_eq!((&finished["findings"], &finished["measures"]), (&json!(1), &json!(1)));
        }
        done += 1;
    }
    assert_eq!(done, visit["team"].as_array().unwrap().len(), "those who go, and nobody else");
}
