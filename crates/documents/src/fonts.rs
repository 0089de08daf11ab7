//! The system's fonts: which there are, what they cover, and in which order a language asks for them.

use haqqi_language::known;
use typst::text::{FontBook, FontStyle};
use typst::utils::LazyHash;
use typst_kit::fonts::FontStore;

/// What stands behind every language's own choice, so that a name in another script looks as it does on the pages.
const FAMILIES: [&str; 13] = [
    "Noto Sans",
    "Noto Sans Arabic",
    "Noto Naskh Arabic",
    "Noto Sans Bengali",
    "Noto Sans Devanagari",
    "Noto Sans Sinhala",
    "Noto Sans Tamil",
    "Noto Sans Ethiopic",
    "Noto Sans Myanmar",
    "Noto Sans CJK SC",
    "Noto Sans Thai",
    "Noto Sans Symbols",
    "Noto Sans Symbols2",
];

/// Number of code points, and of the bits that say which are covered.
const SIGNS: usize = 0x11_0000;

/// The fonts of this system.
pub(crate) struct Fonts {
    store: FontStore,
    covered: Vec<u64>,
}

impl Fonts {
    /// Looks at every font of the system once.
    pub(crate) fn of_the_system() -> Self {
        Self::of(typst_kit::fonts::system())
    }

    /// These fonts and no others.
    pub(crate) fn of<T: typst_kit::fonts::FontSource>(
        found: impl Iterator<Item = (T, typst::text::FontInfo)>,
    ) -> Self {
        let mut store = FontStore::new();
        // Papers are set upright only: what stands oblique would but make each look into the book longer.
        store.extend(found.filter(|(_, info)| info.variant.style == FontStyle::Normal));
        let mut covered = vec![0_u64; SIGNS / 64];
        let book: &FontBook = store.book();
        for info in (0..).map_while(|index| book.info(index)) {
            for sign in info.coverage.iter() {
                if let Some(bits) = covered.get_mut(sign as usize / 64) {
                    *bits |= 1 << (sign % 64);
                }
            }
        }
        Self { store, covered }
    }

    pub(crate) fn store(&self) -> &FontStore {
        &self.store
    }

    pub(crate) fn book(&self) -> &LazyHash<FontBook> {
        self.store.book()
    }

    /// Whether some font has this sign, or none needs to, because nothing of it is drawn.
    pub(crate) fn covers(&self, sign: char) -> bool {
        let code = u32::from(sign);
        let found = self.covered.get(code as usize / 64).is_some_and(|bits| bits & (1 << (code % 64)) != 0);
        found || sign.is_whitespace() || typst::text::is_default_ignorable(sign)
    }

    /// The families for a language, the best first, of those that are there.
    pub(crate) fn families(&self, language: &str) -> Vec<&'static str> {
        let own: &[&str] = match known(language).map_or("", |known| known.tag) {
            "ur" => &["Noto Nastaliq Urdu"],
            "ar" => &["Noto Sans Arabic", "Noto Naskh Arabic"],
            "bn" => &["Noto Sans Bengali"],
            "hi" | "ne" => &["Noto Sans Devanagari"],
            "si" => &["Noto Sans Sinhala"],
            "ta" => &["Noto Sans Tamil"],
            "am" => &["Noto Sans Ethiopic"],
            "my" => &["Noto Sans Myanmar"],
            "zh" => &["Noto Sans CJK SC"],
            _ => &[],
        };
        let mut families: Vec<&'static str> = Vec::new();
        for family in own.iter().chain(&FAMILIES) {
            if !families.contains(family) && self.book().contains_family(&family.to_lowercase()) {
                families.push(family);
            }
        }
        families
    }
}

/// The space between lines that a language's script needs, in hundredths of the letters' size.
pub(crate) fn leading(language: &str) -> u16 {
    match known(language).map_or("", |known| known.tag) {
        "ur" => 120,
        "my" => 90,
        "ar" | "si" | "ta" | "bn" | "hi" | "ne" => 62,
        "zh" | "am" => 56,
        _ => 48,
    }
}
