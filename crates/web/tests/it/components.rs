//! Each component, on both sides and in every language and direction, as the pattern pages show it.

use crate::site::TestSite;

/// What must stand on a pattern page, and why.
const PARTS: &[(&str, &str)] = &[
    ("<a class=\"skip\" href=\"#main\">", "a way past the menu"),
    ("id=\"main\"", "its target"),
    ("class=\"summary\" role=\"alert\"", "the error summary"),
    ("<a href=\"#sample-text\">", "an error that leads to its field"),
    ("<a href=\"#sample-checks\">", "an error that leads to the first of a group"),
    ("id=\"sample-text\" name=\"sample-text\"", "the field that it leads to"),
    (
        "aria-invalid=\"true\" aria-describedby=\"sample-text-error sample-text-hint\"",
        "error and hint are read out",
    ),
    ("id=\"sample-text-error\"", "the error itself"),
    ("id=\"sample-text-hint\"", "the hint itself"),
    ("<label for=\"sample-input\">", "a label"),
    ("<option value=\"b\" selected>", "a value kept"),
    ("<legend>", "the question of a group"),
    ("type=\"radio\" id=\"sample-radio\"", "the first of a group has the group's id"),
    ("value=\"b\" checked", "a choice kept"),
    (
        "type=\"checkbox\" id=\"sample-checks\" name=\"sample-checks\" value=\"a\" checked",
        "many answers to one question",
    ),
    ("id=\"sample-checks-c\" name=\"sample-checks\" value=\"c\" checked", "all that were given"),
    ("class=\"clock late\"", "a clock that is late"),
    ("stroke-dasharray=\"31 100\"", "its ring"),
    ("class=\"tag good\"", "a tag"),
    ("class=\"notice late\"", "a notice"),
    ("<dl class=\"list\">", "a summary list"),
    (
        "<ol class=\"timeline\"><li><time datetime=\"2026-11-24T06:00:00Z\">",
        "a timeline for people and machines",
    ),
    ("<th scope=\"col\">", "a table's heads"),
    ("role=\"region\"", "a table that scrolls can be reached by keyboard"),
    ("<dialog id=\"sample-dialog\" open", "a dialog that is a section without script"),
    ("data-opens=\"sample-dialog\"", "and its opener, for script"),
    ("<figure class=\"chart\">", "a chart"),
    ("preserveAspectRatio=\"none\"><rect width=\"100\"", "its bars"),
    ("class=\"empty\"", "an empty state"),
];

#[tokio::test]
async fn every_component_is_whole_on_both_sides() {
    let site = TestSite::new().await;
    for path in
        ["/ar/patterns", "/en/patterns", "/bn/patterns", "/staff/patterns?lang=ar", "/staff/patterns?lang=en"]
    {
        let answer = site.get(path).await;
        assert_eq!(answer.status, 200, "{path}");
        for (part, why) in PARTS {
            assert!(answer.text().contains(part), "{path}: {why}: {part}");
        }
        let mut ids: Vec<_> =
            answer.text().split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "{path}: an id stands twice");
        assert!(!answer.text().contains("web-patterns-"), "{path}: a message is missing");
    }
}

#[tokio::test]
async fn attributes_and_titles_hold_no_isolation_marks() {
    let site = TestSite::new().await;
    for path in ["/ar/patterns", "/staff/patterns?lang=ar"] {
        let answer = site.get(path).await;
        let title = answer.text().split("<title>").nth(1).unwrap().split("</title>").next().unwrap();
        assert!(!title.contains(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}']), "{title:?}");
    }
}

#[tokio::test]
async fn a_workers_page_has_a_way_out_a_number_and_the_other_languages() {
    let site = TestSite::new().await;
    for tag in ["ar", "en", "bn"] {
        let answer = site.get(&format!("/{tag}/patterns")).await;
        let html = answer.text();
        assert!(html.contains("href=\"/leave\" rel=\"noreferrer\" data-exit"), "{tag}");
        assert!(html.contains("href=\"tel:"), "{tag}");
        for other in ["ar", "en", "bn"] {
            assert!(
                html.contains(&format!("href=\"/{other}/patterns\" hreflang=\"{other}\"")),
                "{tag}: {other}"
            );
        }
    }
}

#[tokio::test]
async fn every_icon_that_a_page_names_is_in_the_sprite() {
    let site = TestSite::new().await;
    let answer = site.get("/en/patterns").await;
    let sprite = include_str!("../../static/icons.svg");
    let named: Vec<_> =
        answer.text().split("icons.svg#").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert!(named.len() > 30, "{}", named.len());
    for name in named {
        assert!(sprite.contains(&format!(" id=\"{name}\"")), "{name}");
    }
}
