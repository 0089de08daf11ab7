//! Public pages: what anybody may read about work in this country.

use serde::Deserialize;

use crate::model::identity::Texts;
use crate::table::{Row, Target};

/// `[[topic]]`: a public page; its words stand in `guide/<code>/<language>.md`. The file's order is the page's order.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// The code, also in the address.
    pub code: String,
    /// An icon of the sprite.
    pub icon: String,
    /// The regime of law that the page speaks of: its figures are taken from there and from nowhere else.
    pub regime: String,
    /// The group of texts that it belongs to where a wrong word does most harm: until a native reader has checked the
    /// group, the page offers a call.
    #[serde(default)]
    pub texts: Option<Texts>,
}

impl Row for Topic {
    const TABLE: &'static str = "topic";
    const FILE: &'static str = "guide.toml";
    fn code(&self) -> &str {
        &self.code
    }
    fn links(&self) -> Vec<(Target, &str)> {
        vec![(Target::Regime, &self.regime)]
    }
}
