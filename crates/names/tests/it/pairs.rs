//! Pairs that are one workplace, and pairs that are not.

use haqqi_names::{Name, Script, Why};

fn found_by_key(asked: &str, kept: &str) -> bool {
    let kept = Name::read(kept).keys();
    Name::read(asked).search_keys().iter().any(|key| kept.contains(key))
}

fn both(a: &str, b: &str) -> u16 {
    Name::read(a).likeness(&Name::read(b)).both
}

#[test]
fn one_workplace_is_found_whatever_the_script() {
    for (asked, kept) in [
        ("شركة النور للألبسة", "Al-Noor Garments Co"),
        ("Al-Noor Garments Co", "شركة النور للألبسة"),
        ("Annour", "شركة النور"),
        ("আল নূর গার্মেন্টস", "Al-Noor Garments Co"),
        ("नूर गारमेंट्स", "شركة النور للألبسة"),
        ("مؤسسة عبد الله للمقاولات", "Abdullah Contracting Est."),
        ("عبدالله", "عبد الله"),
        ("Abd Al-Rahman Trading", "شركة عبد الرحمن التجارية"),
        ("Abdurrahman Trading", "شركة عبدالرحمن التجارية"),
        ("Abdulrahman Trading", "Abdel Rahman Trading"),
        ("مصنع الشمس ذ.م.م", "Ash-Shams Factory L.L.C."),
        ("Blue Line", "Blueline Textiles"),
        ("بلو لاين", "Blue Line"),
    ] {
        assert!(found_by_key(asked, kept), "{asked} / {kept}");
        let likeness = Name::read(asked).likeness(&Name::read(kept));
        assert!(likeness.score >= 700, "{asked} / {kept}: {likeness:?}");
    }
}

#[test]
fn the_whole_of_a_name_is_shared_by_its_spellings_and_by_no_other_that_begins_alike() {
    let shares = |a: &str, b: &str| {
        let b = Name::read(b).whole_keys();
        Name::read(a).whole_keys().iter().any(|key| b.contains(key))
    };
    for (a, b) in [
        ("شركة النور للألبسة", "Al-Noor Garments Co"),
        ("আল নূর গার্মেন্টস", "Al-Noor Garments Co"),
        ("Blue Line", "بلو لاين"),
        ("Rimal Sanabil", "رمال سنابل"),
    ] {
        assert!(shares(a, b), "{a} / {b}");
    }
    for (a, b) in [
        ("Al Noor Sham Tailoring", "Al Noor"),
        ("النور الذهبي للخياطة", "النور الفضي"),
        ("Garments", "Garments"),
    ] {
        assert!(!shares(a, b), "{a} / {b}");
    }
    assert_eq!(Name::read("مخبز النور").trades().collect::<Vec<_>>(), ["bakery"]);
}

#[test]
fn a_trade_is_compared_by_meaning() {
    let asked = Name::read("شركة الريم للنظافة");
    let cleaning = asked.likeness(&Name::read("Al Reem Cleaning Services"));
    let guarding = asked.likeness(&Name::read("Al Reem Security"));
    assert!(cleaning.both > guarding.both, "{cleaning:?} {guarding:?}");
    assert_eq!(Name::read("Garments").likeness(&Name::read("شركة النور للألبسة")).why, Why::Trade);
}

#[test]
fn sisters_and_near_names_are_not_one() {
    assert!(both("النور", "النورس") < 500);
    let sister = Name::read("Noor Garments Unit 2").likeness(&Name::read("Noor Garments Unit 3"));
    assert_eq!(sister.why, Why::Sister);
    assert!(sister.both < 600, "{sister:?}");
    assert!(both("مصنع الشمس فرع ٢", "Shams Factory Branch 2") > 700);
    assert!(both("Nasr Textiles", "Noor Textiles") < 500);
}

#[test]
fn a_legal_form_says_little() {
    assert!(both("Noor Garments", "Noor Garments Co. Ltd.") > 900);
    assert!(both("شركة", "شركة النور للألبسة") < 500);
    assert!(found_by_key("شركة", "شركة"), "a name of fillers alone is still found");
}

#[test]
fn a_name_told_short_may_be_the_whole_one() {
    for (told, kept) in [("قطار وريشة", "Qitar & Risha Workshop Ltd."), ("Rimal Sanabil", "شركة رمال وسنابل")]
    {
        assert!(both(told, kept) >= 780, "{told} / {kept}: {}", both(told, kept));
    }
}

#[test]
fn the_script_is_told() {
    assert_eq!(Name::read("شركة النور").script(), Script::Arabic);
    assert_eq!(Name::read("12 Noor").script(), Script::Latin);
    assert_eq!(Name::read("নূর").script(), Script::Other);
}

#[test]
fn hostile_names_do_no_harm() {
    let long = "ال".repeat(5000);
    for text in
        ["", " ", "...", "ـــ", "\u{202E}abc", "💥", "& & &", "а".repeat(4000).as_str(), long.as_str()]
    {
        let name = Name::read(text);
        assert!(name.keys().len() < 200);
        let _ = name.likeness(&Name::read("Al-Noor"));
        let _ = Name::read("Al-Noor").likeness(&name);
    }
}
