//! What stands on a paper.

use haqqi_language::Language;

/// One paper in one language. Texts are plain: no markup, line breaks are kept.
#[derive(Debug, Clone)]
pub struct Paper {
    /// BCP 47 tag of the language.
    pub language: String,
    /// Whether it is written from right to left.
    pub right_to_left: bool,
    /// The ten digits in which pages are counted, from zero.
    pub digits: [char; 10],
    /// Who issues it, in small letters above the title; empty for a paper that tells nobody.
    pub sender: String,
    /// The title, also of the file.
    pub title: String,
    /// A line below the title, such as the paper's number; may be empty.
    pub subtitle: String,
    /// Repeated at the foot of each page beside the number; may be empty.
    pub footer: String,
    /// What stands on it, from above.
    pub blocks: Vec<Block>,
}

/// One thing on a paper.
#[derive(Debug, Clone)]
pub enum Block {
    /// Begins a section.
    Heading(String),
    /// Begins a part of a section.
    Subheading(String),
    /// One paragraph a line.
    Text(String),
    /// Small print.
    Small(String),
    /// Terms and their values, below one another.
    Pairs(Vec<(String, String)>),
    /// Points, one below the other.
    List(Vec<String>),
    /// A table whose heads stand again on each page. Short rows are filled up, long ones cut.
    Table {
        /// The heads of the columns.
        heads: Vec<String>,
        /// The rows.
        rows: Vec<Vec<String>>,
        /// How wide the columns are, relative to each other; empty to measure what they hold.
        widths: Vec<u16>,
    },
    /// Something to be copied letter by letter: large, in groups as the spaces in it say, never broken.
    Code {
        /// What it is.
        label: String,
        /// The code.
        code: String,
    },
    /// A QR code.
    Qr {
        /// What a reader of the code gets.
        content: String,
        /// What it is, below the code and for those who cannot see it.
        label: String,
    },
    /// Something nobody may overlook.
    Notice(String),
    /// A line to sign on for each of these.
    Signatures(Vec<String>),
    /// Empty space, in millimetres.
    Gap(u8),
}

impl Paper {
    /// An empty paper in this language.
    #[must_use]
    pub fn new(language: &Language, title: impl Into<String>) -> Self {
        let digit = |value: u8| language.number(i64::from(value)).chars().next().unwrap_or('0');
        Self {
            language: language.tag().to_owned(),
            right_to_left: language.dir() == "rtl",
            digits: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(digit),
            sender: String::new(),
            title: title.into(),
            subtitle: String::new(),
            footer: String::new(),
            blocks: Vec::new(),
        }
    }

    /// Who issues it.
    #[must_use]
    pub fn sender(mut self, sender: impl Into<String>) -> Self {
        self.sender = sender.into();
        self
    }

    /// A line below the title.
    #[must_use]
    pub fn subtitle(mut self, subtitle: impl Into<String>) -> Self {
        self.subtitle = subtitle.into();
        self
    }

    /// A line at the foot of each page.
    #[must_use]
    pub fn footer(mut self, footer: impl Into<String>) -> Self {
        self.footer = footer.into();
        self
    }

    /// Adds a block.
    #[must_use]
    pub fn with(mut self, block: Block) -> Self {
        self.blocks.push(block);
        self
    }

    /// Adds a block.
    pub fn push(&mut self, block: Block) {
        self.blocks.push(block);
    }
}

impl Block {
    /// A section's heading.
    pub fn heading(text: impl Into<String>) -> Self {
        Self::Heading(text.into())
    }

    /// Paragraphs.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// Terms and values.
    pub fn pairs<T: Into<String>, V: Into<String>>(pairs: impl IntoIterator<Item = (T, V)>) -> Self {
        Self::Pairs(pairs.into_iter().map(|(term, value)| (term.into(), value.into())).collect())
    }

    /// A table whose columns are as wide as what they hold asks for.
    pub fn table<H: Into<String>>(heads: impl IntoIterator<Item = H>, rows: Vec<Vec<String>>) -> Self {
        Self::Table { heads: heads.into_iter().map(Into::into).collect(), rows, widths: Vec::new() }
    }
}
