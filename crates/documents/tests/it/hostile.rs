//! What a person writes is text, whatever it looks like.

use haqqi_documents::{Block, PressError};

use crate::reader::{pages, paper, press, text_of};

#[test]
fn what_looks_like_a_program_is_printed_as_it_stands() {
    let hostile =
        "#import \"x\" #panic() $x^2$ *bold* _it_ `raw` \\ @ref <label> = head // no /* no */ #{1+1} \"]}";
    let letter = paper("en", hostile)
        .sender(hostile)
        .subtitle(hostile)
        .footer(hostile)
        .with(Block::heading(hostile))
        .with(Block::text(hostile))
        .with(Block::pairs([(hostile, hostile)]))
        .with(Block::List(vec![hostile.to_owned()]))
        .with(Block::table([hostile, "b"], vec![vec![hostile.to_owned(), "#{2+2}".to_owned()]]))
        .with(Block::Notice(hostile.to_owned()))
        .with(Block::Code { label: hostile.to_owned(), code: hostile.to_owned() })
        .with(Block::Qr { content: hostile.to_owned(), label: hostile.to_owned() })
        .with(Block::Signatures(vec![hostile.to_owned()]));
    let text = text_of(&press().print_now(&[letter]).unwrap());
    assert!(
        text.matches("#import \"x\" #panic() $x^2$ *bold* _it_ `raw` \\ @ref <label>").count() >= 5,
        "{text}"
    );
    assert!(text.contains("/* no */ #{1+1} \"]}"), "{text}");
    assert!(text.contains("#{2+2}"), "{text}");
}

#[test]
fn nothing_reorders_a_line_or_hides_in_it() {
    let hostile = "pay \u{202e}000,1\u{202c} dinars\u{0}\u{7}\u{1b}[31m";
    let text = text_of(&press().print_now(&[paper("en", "Note").with(Block::text(hostile))]).unwrap());
    assert!(text.contains("pay 000,1 dinars[31m"), "{text}");
}

#[test]
fn isolated_numbers_keep_their_order_in_a_line_from_right_to_left() {
    let arabic = paper("ar", "ورقة").with(Block::text("اتصل على \u{2068}+962 6 580 2666\u{2069} في أي وقت"));
    let text = text_of(&press().print_now(&[arabic]).unwrap());
    assert!(text.contains("+962 6 580 2666"), "{text}");
}

#[test]
fn words_in_another_script_below_do_not_turn_the_papers_own() {
    let cell = "Not so: Sick leave is given\nلم تُمنح أي إجازة مرضية للعمال منذ بداية العام، بحسب السجلات.";
    let heads = ["Number", "Finding", "Law", "Weight", "Workers concerned"];
    let law = "Labour Law, article 65: fourteen days of sick leave a year, paid, on a report of a doctor";
    let row = ["1", cell, law, "serious", "12"].map(str::to_owned).to_vec();
    let text =
        text_of(&press().print_now(&[paper("en", "Note").with(Block::table(heads, vec![row]))]).unwrap());
    assert!(text.contains("Not so: Sick leave"), "{text}");
}

#[test]
fn empty_values_leave_a_whole_paper() {
    let empty = paper("en", "x")
        .with(Block::heading(""))
        .with(Block::Subheading(String::new()))
        .with(Block::text(""))
        .with(Block::Small("\n\n".to_owned()))
        .with(Block::pairs([("", ""), ("term", "")]))
        .with(Block::Pairs(Vec::new()))
        .with(Block::List(Vec::new()))
        .with(Block::List(vec![String::new()]))
        .with(Block::table(["", "b"], vec![vec![], vec![String::new(), String::new(), "cut".to_owned()]]))
        .with(Block::table(Vec::<String>::new(), vec![vec!["x".to_owned()]]))
        .with(Block::Code { label: String::new(), code: String::new() })
        .with(Block::Qr { content: String::new(), label: String::new() })
        .with(Block::Notice(String::new()))
        .with(Block::Signatures(Vec::new()))
        .with(Block::Gap(0));
    let pdf = press().print_now(&[empty]).unwrap();
    assert!(text_of(&pdf).contains("term"));
    assert!(!text_of(&pdf).contains("cut"));
    assert_eq!(press().print_now(&[]), Err(PressError::Nothing));
    assert_eq!(press().print_now(&[paper("en", " ")]), Err(PressError::Untitled));
}

#[test]
fn a_word_too_long_for_its_line_is_broken_and_stays_on_the_paper() {
    let long = "x".repeat(400);
    let rows = vec![vec![long.clone(), "short".to_owned(), "C-26-7KQ4M2-X".to_owned()]];
    let letter = paper("en", "Note")
        .with(Block::text(long.as_str()))
        .with(Block::pairs([(long.as_str(), long.as_str())]))
        .with(Block::table(["a", "b", "c"], rows));
    let text = text_of(&press().print_now(&[letter]).unwrap());
    assert_eq!(text.matches('x').count(), 1600, "{text}");
    assert!(text.contains("C-26-7KQ4M2-X"));
}

#[test]
fn a_qr_code_that_is_too_full_is_refused() {
    let full = paper("en", "Note").with(Block::Qr { content: "x".repeat(4000), label: "x".to_owned() });
    assert_eq!(press().print_now(&[full]), Err(PressError::QrTooLong));
}

#[test]
fn a_very_long_telling_goes_over_pages() {
    let telling = "They took my passport and did not pay. ".repeat(400);
    let pdf = press().print_now(&[paper("en", "Note").with(Block::Notice(telling))]).unwrap();
    assert!(pages(&pdf) > 2);
}
