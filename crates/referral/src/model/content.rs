//! What a receiver sees: the items that were chosen, and nothing else. The same value is shown before sending and
//! sealed with the sending.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::desk::Facts;

/// One thing that may be shared, each chosen on its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Item {
    /// Her name, as she told it.
    Name,
    /// How to reach her safely.
    Reach,
    /// A text in her own words.
    Words(Uuid),
    /// The translation of a text that a person made.
    Translation(Uuid),
    /// The indicators that are present.
    Indicators,
    /// Adult, child, not known.
    Age,
    /// Her language.
    Language,
    /// The sex of the interpreter she asks for.
    InterpreterSex,
    /// Where she works.
    Workplace,
    /// The employer's name.
    Employer,
}

impl Item {
    /// The code in forms and, for the kinds of item, in the register.
    #[must_use]
    pub fn code(self) -> String {
        match self {
            Self::Words(text) => format!("words-{}", text.simple()),
            Self::Translation(text) => format!("translation-{}", text.simple()),
            other => other.kind().to_owned(),
        }
    }

    /// What kind of item it is: a code of the register and of `referral-item-…` labels.
    #[must_use]
    pub fn kind(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Reach => "reach",
            Self::Words(_) => "words",
            Self::Translation(_) => "translation",
            Self::Indicators => "indicators",
            Self::Age => "age",
            Self::Language => "language",
            Self::InterpreterSex => "interpreter-sex",
            Self::Workplace => "workplace",
            Self::Employer => "employer",
        }
    }

    /// The item of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let id = |text: &str| Uuid::parse_str(text).ok();
        if let Some(text) = code.strip_prefix("words-") {
            return id(text).map(Self::Words);
        }
        if let Some(text) = code.strip_prefix("translation-") {
            return id(text).map(Self::Translation);
        }
        [
            Self::Name,
            Self::Reach,
            Self::Indicators,
            Self::Age,
            Self::Language,
            Self::InterpreterSex,
            Self::Workplace,
            Self::Employer,
        ]
        .into_iter()
        .find(|item| item.kind() == code)
    }

    /// Whether it is ticked before anybody chooses: the least with which a receiver can speak to her.
    #[must_use]
    pub fn by_default(self) -> bool {
        matches!(self, Self::Language | Self::InterpreterSex)
    }

    /// What there is to share of these facts; what was not told is not offered.
    #[must_use]
    pub fn offered(facts: &Facts) -> Vec<Self> {
        let mut items = vec![Self::Language, Self::Age];
        let mut when = |there: bool, item: Self| {
            if there {
                items.push(item);
            }
        };
        when(facts.interpreter_sex.is_some(), Self::InterpreterSex);
        when(!facts.name.is_empty(), Self::Name);
        when(!facts.reach_address.is_empty() || !facts.reach_when.is_empty(), Self::Reach);
        when(!facts.indicators.is_empty(), Self::Indicators);
        when(!facts.place.is_empty() || facts.governorate.is_some(), Self::Workplace);
        when(!facts.employer.is_empty(), Self::Employer);
        for text in &facts.texts {
            items.push(Self::Words(text.id));
            if text.translation.is_some() {
                items.push(Self::Translation(text.id));
            }
        }
        items
    }
}

/// One shared thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "item", rename_all = "kebab-case")]
pub enum Piece {
    /// Her name.
    Name {
        /// As told.
        name: String,
    },
    /// How to reach her.
    Reach {
        /// `phone`, `text`, `email`, `none`.
        channel: String,
        /// Number or address.
        address: String,
        /// When it is safe.
        when: String,
        /// Whether the phone or mailbox is hers alone.
        hers_alone: bool,
        /// Never to be called.
        #[serde(default)]
        never_call: bool,
        /// No message is left or sent.
        #[serde(default)]
        no_message: bool,
        /// What whoever calls says first.
        #[serde(default)]
        safe_word: String,
    },
    /// Who filed for her: goes with words that are not hers, chosen or not.
    FiledBy {
        /// A code of the pack.
        filer: String,
        /// Whether who filed gains from how it ends.
        interest: bool,
    },
    /// Her own words, or those of who filed for her.
    Words {
        /// Who filed for her, where the words are not hers: a code of the pack.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        filer: Option<String>,
        /// In which language.
        language: String,
        /// The words.
        body: String,
    },
    /// A translation of her words.
    Translation {
        /// In which language.
        language: String,
        /// The words.
        body: String,
    },
    /// Indicators present, codes of the pack.
    Indicators {
        /// The codes.
        codes: Vec<String>,
    },
    /// Adult, child, unknown.
    Age {
        /// The code.
        age: String,
    },
    /// Her language.
    Language {
        /// The tag.
        language: String,
    },
    /// Sex of the interpreter she asks for.
    InterpreterSex {
        /// `female` or `male`.
        sex: String,
    },
    /// Where she works.
    Workplace {
        /// In her words.
        place: String,
        /// A code of the pack.
        governorate: Option<String>,
    },
    /// The employer's name.
    Employer {
        /// As told.
        name: String,
    },
}

/// All that the receiver sees of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// Version of this shape.
    pub v: u8,
    /// For whom.
    pub receiver: String,
    /// For what: a service of the pack.
    pub purpose: String,
    /// On which ground, a code.
    pub ground: String,
    /// The coordinator's message.
    pub message: String,
    /// What is shared.
    pub pieces: Vec<Piece>,
}

impl Content {
    /// Takes the chosen items out of the facts, in the order of [`Item::offered`]. Who filed for her always comes along
    /// (`safeguards.md` 4): a receiver must know whose story it is. Nothing else does.
    #[must_use]
    pub fn pieces(facts: &Facts, chosen: &[Item]) -> Vec<Piece> {
        let items = Item::offered(facts).into_iter().filter(|item| chosen.contains(item));
        let pieces: Vec<Piece> = items.filter_map(|item| piece(facts, item)).collect();
        let filed = facts
            .filed_by
            .iter()
            .map(|filer| Piece::FiledBy { filer: filer.clone(), interest: facts.filer_has_interest });
        filed.chain(pieces).collect()
    }
}

fn piece(facts: &Facts, item: Item) -> Option<Piece> {
    let text = |id: Uuid| facts.texts.iter().find(|text| text.id == id);
    Some(match item {
        Item::Name => Piece::Name { name: facts.name.clone() },
        Item::Reach => Piece::Reach {
            channel: facts.reach_channel.clone(),
            address: facts.reach_address.clone(),
            when: facts.reach_when.clone(),
            hers_alone: facts.reach_hers_alone,
            never_call: facts.reach_never_call,
            no_message: facts.reach_no_message,
            safe_word: facts.reach_safe_word.clone(),
        },
        Item::Words(id) => {
            let text = text(id)?;
            let filer = facts.filed_by.clone().filter(|_| text.by_filer);
            Piece::Words { filer, language: text.language.clone(), body: text.body.clone() }
        }
        Item::Translation(id) => {
            let (language, body) = text(id)?.translation.clone()?;
            Piece::Translation { language, body }
        }
        Item::Indicators => Piece::Indicators { codes: facts.indicators.clone() },
        Item::Age => Piece::Age { age: facts.age.clone() },
        Item::Language => Piece::Language { language: facts.language.clone() },
        Item::InterpreterSex => Piece::InterpreterSex { sex: facts.interpreter_sex.clone()? },
        Item::Workplace => {
            Piece::Workplace { place: facts.place.clone(), governorate: facts.governorate.clone() }
        }
        Item::Employer => Piece::Employer { name: facts.employer.clone() },
    })
}
