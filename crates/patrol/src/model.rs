//! The words of the room: levels, decisions, verdicts, ways in. No I/O.

/// The longest text of an advertisement, in characters.
pub const LONGEST_TEXT: usize = 20_000;
/// The longest place, in characters.
pub(crate) const LONGEST_PLACE: usize = 120;
/// The longest address of a page, in bytes.
pub(crate) const LONGEST_ADDRESS: usize = 2_000;
/// The longest note of a decision, in characters.
pub(crate) const LONGEST_NOTE: usize = 2_000;

/// A closed list of codes.
macro_rules! codes {
    ($(#[$on:meta])* pub enum $name:ident { $($(#[$each:meta])* $one:ident = $code:literal,)* }) => {
        $(#[$on])* #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$each])* $one,)* }

        impl $name {
            /// All of them, in order.
            pub const ALL: &[Self] = &[$(Self::$one),*];

            /// The code kept in tables and in labels.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$one => $code,)* }
            }

            /// The one of a code.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        }
    };
}

codes! {
    /// How much an advertisement asks of people. Ordered.
    pub enum Level {
        /// No indicator was found; that clears nobody.
        Nothing = "nothing",
        /// Somebody looks at it.
        Look = "look",
        /// Somebody looks at it first.
        Strong = "strong",
    }
}

codes! {
    /// What a person makes of an advertisement.
    pub enum Decision {
        /// It goes to the inspection.
        Inspection = "inspection",
        /// It goes to the cybercrime unit, by a letter that a person sends.
        Cybercrime = "cybercrime",
        /// It is looked at again when it is seen again.
        Watch = "watch",
        /// There is nothing in it.
        Nothing = "nothing",
    }
}

codes! {
    /// Whether a person saw in the text what was found in it.
    pub enum Verdict {
        /// It is there.
        Right = "right",
        /// It is not there.
        Wrong = "wrong",
    }
}

codes! {
    /// How an advertisement came in.
    pub enum Way {
        /// Somebody pasted it.
        Paste = "paste",
        /// A row of a sheet.
        Sheet = "sheet",
        /// An entry of a feed.
        Feed = "feed",
        /// A program brought it.
        Program = "program",
    }
}

impl From<Option<haqqi_screening::Level>> for Level {
    /// The engine's levels: danger is what one indicator suffices for.
    fn from(level: Option<haqqi_screening::Level>) -> Self {
        use haqqi_screening::Level as L;
        match level {
            None => Self::Nothing,
            Some(L::LookCloser | L::Possible) => Self::Look,
            Some(L::Strong | L::Danger) => Self::Strong,
        }
    }
}
