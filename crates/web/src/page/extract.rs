//! Whose page it is: the worker's, whose language the address names, or the staff's before anybody is signed in.

use axum::extract::{FromRef, FromRequestParts, OriginalUri};
use axum::http::request::Parts;

use super::{DIGITS_COOKIE, Page, cookie};
use crate::problem::Problem;
use crate::site::Site;

/// The worker's side: the language is the first piece of the path.
pub struct WorkerPage(pub Page);

impl<S> FromRequestParts<S> for WorkerPage
where
    Site: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let site = Site::from_ref(state);
        let OriginalUri(uri) =
            OriginalUri::from_request_parts(parts, state).await.unwrap_or(OriginalUri(parts.uri.clone()));
        let path = uri.path().trim_start_matches('/');
        let (tag, rest) =
            path.split_once('/').map_or((path, String::new()), |(tag, rest)| (tag, format!("/{rest}")));
        let language = site.languages.for_worker(tag).ok_or_else(Problem::not_found)?;
        let other = (cookie(&parts.headers, DIGITS_COOKIE) == Some("other")).then(|| language.other_digits());
        let swapped = other.flatten();
        let likes = swapped.is_some();
        let mut page = Page::for_worker(site, swapped.unwrap_or(language), &rest);
        page.swapped = likes;
        let of = uri.query().unwrap_or_default().split('&').find_map(|pair| pair.strip_prefix("of="));
        page.of = of.unwrap_or_default().to_owned();
        Ok(Self(page))
    }
}

impl<S> FromRequestParts<S> for Page
where
    Site: FromRef<S>,
    S: Send + Sync,
{
    type Rejection = std::convert::Infallible;

    /// A staff page before anybody is signed in; with a session take the accounts' extractor.
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Self::Rejection> {
        let site = Site::from_ref(state);
        let OriginalUri(uri) =
            OriginalUri::from_request_parts(parts, state).await.unwrap_or(OriginalUri(parts.uri.clone()));
        Ok(Self::for_staff(site, &uri, &parts.headers))
    }
}
