//! Hostile input at every door of a started binary. Nothing of it is known here: the endpoints come from the API's own
//! description, the forms from the pages. What is refused is refused with a clear answer, and stores nothing.

mod api;
mod bodies;
mod crawl;
mod forms;
mod html;
pub use html::{Form, forms};
mod person;

/// Letters that a text in this language must hold.
pub fn speaks(language: &str, text: &str) -> bool {
    match language {
        "ar" => text.chars().any(|c| ('\u{0600}'..='\u{06ff}').contains(&c)),
        "bn" => text.chars().any(|c| ('\u{0980}'..='\u{09ff}').contains(&c)),
        _ => text.chars().any(|c| c.is_ascii_alphabetic()),
    }
}

/// Sends a request. A body that is too long may be cut off while it is sent, and takes its connection with it: then it is
/// sent again, and after that there is no answer to look at.
pub async fn send(request: reqwest::RequestBuilder) -> Option<reqwest::Response> {
    let again = request.try_clone().unwrap();
    match request.send().await {
        Ok(answer) => Some(answer),
        Err(_) => again.send().await.ok(),
    }
}
