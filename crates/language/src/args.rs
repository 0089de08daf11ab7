//! The values that a message is given.

use fluent_bundle::{FluentArgs, FluentValue};

/// One value of a message: words, or a whole number that also chooses the plural.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArgValue {
    /// Words, shown as they are. Format dates and money before.
    Text(String),
    /// A whole number, shown in the digits of the language.
    Number(i64),
}

impl From<&str> for ArgValue {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for ArgValue {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for ArgValue {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

macro_rules! whole {
    ($($t:ty),*) => {$(
        impl From<$t> for ArgValue {
            fn from(number: $t) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )*};
}
whole!(i64, i32, i16, u8, u16, u32, u64, usize);

/// The named values of one message.
///
/// ```
/// use haqqi_language::Args;
/// let args = Args::new().set("count", 3).set("time", "15:20");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Args(Vec<(String, ArgValue)>);

impl Args {
    /// No value yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one value; a later one of the same name wins.
    #[must_use]
    pub fn set(mut self, name: impl Into<String>, value: impl Into<ArgValue>) -> Self {
        self.0.push((name.into(), value.into()));
        self
    }

    pub(crate) fn fluent(&self) -> FluentArgs<'_> {
        let mut args = FluentArgs::with_capacity(self.0.len());
        for (name, value) in &self.0 {
            let value = match value {
                ArgValue::Text(text) => FluentValue::from(text.as_str()),
                ArgValue::Number(number) => FluentValue::from(*number),
            };
            args.set(name.as_str(), value);
        }
        args
    }
}
