//! Looking for something.

use crate::hall::Hall;

async fn first(hall: &Hall, tag: &str, asked: &str) -> String {
    let encoded: String = asked.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let text = hall.get(&format!("/{tag}/guide?q={encoded}")).await.text;
    let Some((_, found)) = text.split_once("data-test=\"found\"") else { return String::new() };
    found.split("href=\"").nth(1).and_then(|rest| rest.split(['"', '#']).next()).unwrap_or("").to_owned()
}

#[tokio::test]
async fn each_language_finds_the_passport_in_its_own_script() {
    let hall = Hall::of("jordan").await;
    let asked = [
        ("ar", "جواز"),
        ("ar", "الجَوَاز"),
        ("en", "pasport"),
        ("bn", "পাসপোর্ট"),
        ("hi", "पासपोर्ट"),
        ("ur", "پاسپورٹ"),
        ("ne", "पासपोर्ट"),
        ("si", "පාස්පෝට්"),
        ("ta", "பாஸ்போர்ட்டை"),
        ("fil", "pasaporte"),
        ("id", "paspor"),
        ("am", "ፓስፖርት"),
        ("sw", "pasipoti"),
        ("my", "ပတ်စပို့"),
        ("zh", "护照"),
        ("mg", "pasipaoro"),
    ];
    for (tag, words) in asked {
        assert_eq!(first(&hall, tag, words).await, format!("/{tag}/guide/passport"), "{tag}: {words}");
    }
}

#[tokio::test]
async fn words_of_another_language_lead_to_the_page_in_the_readers() {
    let hall = Hall::of("jordan").await;
    assert_eq!(first(&hall, "am", "overtime").await, "/am/guide/hours");
    assert_eq!(first(&hall, "en", "护照").await, "/en/guide/passport");
}

#[tokio::test]
async fn an_office_is_found_by_its_place_and_nothing_is_said_plainly() {
    let hall = Hall::of("jordan").await;
    assert_eq!(first(&hall, "en", "Zarqa").await, "/en/offices");
    assert_eq!(first(&hall, "ar", "الزرقاء").await, "/ar/offices");
    let nothing = hall.get("/en/guide?q=qqqqqq").await;
    assert!(nothing.text.contains("data-test=\"nothing\""));
    assert_eq!(nothing.headers["cache-control"], "no-store", "what somebody looked for is hers");
    let hostile = hall.get("/en/guide?q=%22%3E%3Cscript%3E").await.text;
    assert!(!hostile.contains("<script>"), "what is asked is words");
}
