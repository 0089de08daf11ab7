//! The way out for text messages: a gateway that takes one at a time, and says what it knows of it.

use async_trait::async_trait;

/// A text message ready to go.
#[derive(Debug, Clone)]
pub struct TextMessage {
    /// Where to, in E.164.
    pub to: crate::Number,
    /// The words.
    pub body: String,
    /// Where a gateway tells what became of it: made of the message's id, and not to be guessed.
    pub report: String,
}

/// Why a gateway did not say that it took a message.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// It took it not, and never will: the number or the words, or our own name there.
    #[error("refused: {0}")]
    Refused(String),
    /// It certainly took nothing: it could not be reached, or asks to try later.
    #[error("not now: {0}")]
    Away(String),
    /// It may have taken it. Whoever sends again may send twice.
    #[error("uncertain: {0}")]
    Uncertain(String),
}

/// Something that takes text messages.
#[async_trait]
pub trait TextGateway: Send + Sync {
    /// Hands a message over once. Success means that the gateway has it.
    async fn hand_over(&self, message: &TextMessage) -> Result<(), TextError>;
}
