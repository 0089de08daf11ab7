//! What a page says of its languages: grouped by script, checked or drafts; and months and money in the reader's digits.

use haqqi_pack::Texts;

use super::{Figure, LanguageLink, Page};

impl Page {
    /// The same page in each language that is offered, grouped by script in the order in which each script first comes:
    /// whoever reads one sees at once where to look.
    #[must_use]
    pub fn scripts(&self) -> Vec<Vec<LanguageLink>> {
        let mut groups: Vec<Vec<LanguageLink>> = Vec::new();
        for link in self.languages() {
            let same =
                |group: &&mut Vec<LanguageLink>| group.first().is_some_and(|one| one.script == link.script);
            match groups.iter_mut().find(same) {
                Some(group) => group.push(link),
                None => groups.push(vec![link]),
            }
        }
        groups
    }

    /// Whether a native reader has checked a group of texts in the page's language, by the group's code.
    #[must_use]
    pub fn is_checked(&self, texts: &str) -> bool {
        let language = self.site.pack.language(self.tag());
        Texts::from_code(texts)
            .is_some_and(|texts| language.is_some_and(|language| language.is_checked(texts)))
    }

    /// Whether any words of a worker's page may be a draft that no native reader has checked.
    #[must_use]
    pub fn is_draft(&self) -> bool {
        self.worker && Texts::ALL.iter().any(|texts| !self.is_checked(texts.code()))
    }

    /// Which page this is, for a report of its wording: its last piece, without anything of a case.
    #[must_use]
    pub fn place(&self) -> &str {
        let piece = self.path.trim_matches('/').split('/').next().unwrap_or_default();
        if piece.is_empty() { "first" } else { piece }
    }

    /// The same page for somebody else at the same screen, who reads another language: one that workers are offered.
    #[must_use]
    pub fn for_her(&self, tag: &str) -> Option<Self> {
        let language = self.site.languages.for_worker(tag)?;
        Some(Self { language, ..self.clone() })
    }

    /// Where a recording of a message is, if there is one that says what it says now.
    #[must_use]
    pub fn recording(&self, id: &str) -> Option<String> {
        self.site.recording(&self.language, id)
    }

    /// The month of a day, with its year.
    #[must_use]
    pub fn month(&self, year: i32, month: u8) -> String {
        self.language.month(year, month)
    }

    /// An amount in the pack's currency, from its minor units.
    #[must_use]
    pub fn money(&self, minor: impl Figure) -> String {
        let decimals = self.site.pack.identity().currency_decimals;
        self.language.money(minor.figure(), &self.attribute("pack-currency"), decimals)
    }
}
