//! What a pack's public pages are held to.

use haqqi_guide::{Guide, Reader, ShownBlock};
use haqqi_pack::Pack;

use crate::hall::{Hall, changed};

#[test]
fn every_topic_stands_in_every_language_alike() {
    for name in Pack::embedded_names() {
        let pack = Pack::embedded(name).unwrap();
        Guide::from_pack(&pack).unwrap_or_else(|error| {
            let lines: Vec<String> = error.problems().iter().map(ToString::to_string).collect();
            panic!("{name}:\n{}", lines.join("\n"))
        });
    }
}

fn fault(file: &str, text: Option<&str>) -> String {
    let pack = changed("example", |files| {
        match text {
            Some(text) => files.insert(file.to_owned(), text.to_owned()),
            None => files.remove(file),
        };
    });
    let lines = |error: haqqi_guide::GuideError| {
        error.problems().iter().map(|problem| format!("{problem}\n")).collect()
    };
    Guide::from_pack(&pack).map(|_| String::new()).unwrap_or_else(lines)
}

#[test]
fn a_page_that_lacks_something_is_found_with_file_and_line() {
    assert!(fault("guide/docks/bn.md", None).contains("guide/docks/bn.md: the page is missing"));
    let html = "# Docks\n\nfine\n\n<b>not fine</b>\n";
    assert!(fault("guide/docks/en.md", Some(html)).contains("guide/docks/en.md:5: HTML"));
    let figure = "# Docks\n\nThe pay is 980 a month.\n";
    assert!(fault("guide/docks/en.md", Some(figure)).contains("no figure is typed"));
    let unknown = "# Docks\n\nThe pay is {rate:no-such}.\n\nmore [x](/complain).\n";
    assert!(fault("guide/docks/en.md", Some(unknown)).contains("no rate `no-such`"));
    let other_regime = "# Docks\n\nThe work is {rate:hours-of-day} long.\n";
    assert!(fault("guide/docks/en.md", Some(other_regime)).contains("of the regime `dock`"));
    let nowhere = "# Docks\n\nSee [x](/guide/nowhere).\n";
    assert!(fault("guide/docks/en.md", Some(nowhere)).contains("no public page is at `/guide/nowhere`"));
    let shorter = "# Docks\n\nOnly this.\n";
    assert!(fault("guide/docks/ar.md", Some(shorter)).contains("in en.md it is"));
    assert!(fault("guide/elsewhere/en.md", Some("# X\n\ny\n")).contains("no topic is called"));
    assert!(fault("guide/docks/english.md", Some("# X\n\ny\n")).contains("is called guide/<topic>"));
}

/// Every shown page of a pack as of today: asks and figures.
async fn shown(hall: &Hall) -> Vec<(String, ShownBlock)> {
    let mut all = Vec::new();
    for language in hall.site.languages.worker() {
        let today = hall.site.house.now().with_timezone(&hall.site.pack.zone()).date_naive();
        let reader = Reader { pack: &hall.site.pack, language, today };
        for page in hall.guide.show_all(reader) {
            let blocks = page.sections.into_iter().flat_map(|section| section.blocks);
            all.extend(blocks.map(|block| (format!("{}/{}", language.tag(), page.topic), block)));
        }
    }
    all
}

#[tokio::test]
async fn what_no_lawyer_approved_is_asked_and_what_one_did_is_shown() {
    // In the one pack no row is approved, in the other every row is.
    let asked = |blocks: &[(String, ShownBlock)]| {
        blocks.iter().filter(|(_, block)| *block == ShownBlock::Ask).count()
    };
    let cited = |blocks: &[(String, ShownBlock)]| {
        let cites = |block: &ShownBlock| match block {
            ShownBlock::Text(_, cited) | ShownBlock::List(_, cited) => !cited.is_empty(),
            _ => false,
        };
        blocks.iter().filter(|(_, block)| cites(block)).count()
    };
    let invented = shown(&Hall::of("example").await).await;
    assert_eq!(asked(&invented), 0);
    assert!(cited(&invented) > 0);
    let real = Hall::of("jordan").await;
    let approved = real.site.pack.rates().iter().any(|row| row.verified)
        || real.site.pack.articles().iter().any(|row| row.verified);
    let blocks = shown(&real).await;
    assert!(asked(&blocks) > 0);
    assert!(approved || cited(&blocks) == 0, "nothing is cited that nobody approved");
}
