//! Every script that is offered is set whole, and a missing font is said.

use haqqi_documents::{Block, Press, PressError};

use crate::reader::{paper, press, text_of};

/// A plain sentence in each of the languages.
const SENTENCES: [(&str, &str); 15] = [
    ("ar", "احتفظ بهذه الورقة في مكان آمن."),
    ("en", "Keep this paper in a safe place."),
    ("bn", "এই কাগজটি নিরাপদ জায়গায় রাখুন।"),
    ("hi", "इस कागज़ को सुरक्षित जगह पर रखें।"),
    ("ur", "اس کاغذ کو محفوظ جگہ پر رکھیں۔"),
    ("ne", "यो कागज सुरक्षित ठाउँमा राख्नुहोस्।"),
    ("si", "මෙම කඩදාසිය ආරක්ෂිත ස්ථානයක තබා ගන්න."),
    ("ta", "இந்தத் தாளைப் பாதுகாப்பான இடத்தில் வைத்திருங்கள்."),
    ("fil", "Itago ang papel na ito sa ligtas na lugar."),
    ("id", "Simpan kertas ini di tempat yang aman."),
    ("am", "ይህን ወረቀት ደህንነቱ በተጠበቀ ቦታ ያስቀምጡ።"),
    ("sw", "Weka karatasi hii mahali salama."),
    ("my", "ဤစာရွက်ကို လုံခြုံသောနေရာတွင် သိမ်းထားပါ။"),
    ("zh", "请将此纸保存在安全的地方。"),
    ("mg", "Tehirizo amin'ny toerana azo antoka ity taratasy ity."),
];

#[test]
fn a_line_in_each_language_is_printed_and_found_again() {
    let papers: Vec<_> = SENTENCES
        .iter()
        .map(|(tag, sentence)| {
            let own_name = haqqi_language::known(tag).unwrap().own_name;
            paper(tag, own_name)
                .with(Block::text(*sentence))
                .with(Block::Code { label: own_name.to_owned(), code: "1234 5678 9012 3456".to_owned() })
        })
        .collect();
    let text = text_of(&press().print_now(&papers).unwrap());
    // Poppler's order of vowel signs and line breaks differs in some scripts: the whole sentence is sought where
    // letters are not reordered, else its letters.
    let letters = |text: &str| {
        let mut letters: Vec<char> = text.chars().filter(|sign| sign.is_alphabetic()).collect();
        letters.sort_unstable();
        letters.dedup();
        letters
    };
    let found = letters(&text);
    for (tag, sentence) in SENTENCES {
        let lost: Vec<char> = letters(sentence).into_iter().filter(|sign| !found.contains(sign)).collect();
        assert!(lost.is_empty(), "{tag}: {lost:?} in {text}");
    }
    for tag in ["en", "fil", "id", "sw", "zh", "bn", "ar", "am"] {
        let sentence = SENTENCES.iter().find(|(known, _)| known == &tag).unwrap().1;
        assert!(text.contains(sentence), "{tag}: {text}");
    }
    for (tag, _) in SENTENCES {
        press().speaks(tag).unwrap();
    }
}

#[test]
fn a_press_without_a_font_for_a_script_says_so_and_prints_nothing() {
    let press = Press::without_fonts();
    assert_eq!(press.speaks("bn"), Err(PressError::NoFont { script: "Bengali" }));
    let bengali = paper("bn", "কাগজ");
    assert_eq!(press.print_now(&[bengali]), Err(PressError::NoFont { script: "Bengali" }));
}

#[test]
fn a_sign_that_no_font_has_is_named_and_never_an_empty_box() {
    let strange = paper("en", "Note").with(Block::text("before \u{f8ff} \u{10ffff} after"));
    let text = text_of(&press().print_now(&[strange]).unwrap());
    assert!(text.contains("[U+F8FF] [U+10FFFF] after"), "{text}");
}

#[test]
fn stacked_marks_do_not_stop_the_press() {
    let zalgo = "e\u{301}\u{316}\u{317}\u{489}\u{20dd}\u{fe0f}x \u{1f469}\u{200d}\u{1f680} क्\u{200d}ष\u{0300}\u{064b}";
    press().print_now(&[paper("en", "Note").with(Block::text(zalgo))]).unwrap();
}
