//! Files that came in pieces, named in the form that would have brought them at once.

use axum::http::{HeaderMap, StatusCode};
use haqqi_web::Problem;

use crate::Desk;
use crate::evidence::{Refusal, Sort, TakeError};
use crate::http::evidence::{Taken, untaken};
use crate::http::resume::owner;
use crate::upload::{
    TakenUpload, UploadError, UploadOwner, UploadToken, drop_upload, forget_taken, take_upload,
};

/// The files in pieces that a form named.
pub(super) struct Resumed {
    owner: Option<UploadOwner>,
    tokens: Vec<UploadToken>,
}

/// The file did not come whole: it is to be sent again, from where the answer says.
pub(super) fn not_whole() -> Problem {
    Problem::new(StatusCode::CONFLICT, "complaints-problem-upload")
}

/// Takes the files that the fields `upload` name, beside those that the form brought itself; at most `left` in all.
pub(super) async fn take_named(
    desk: &Desk,
    headers: &HeaderMap,
    taken: &mut Taken,
    left: usize,
    sorts: &[Sort],
) -> Result<Resumed, Problem> {
    if !taken.fields.iter().any(|(name, _)| name == "upload") {
        return Ok(Resumed { owner: None, tokens: Vec::new() });
    }
    let (owner, _) = owner(desk, headers).await?;
    take_of(desk, owner, taken, left, sorts).await
}

/// The same, for whoever has shown the code.
pub(super) async fn take_of(
    desk: &Desk,
    owner: UploadOwner,
    taken: &mut Taken,
    left: usize,
    sorts: &[Sort],
) -> Result<Resumed, Problem> {
    let fields = std::mem::take(&mut taken.fields);
    let (named, others): (Vec<_>, Vec<_>) = fields.into_iter().partition(|(name, _)| name == "upload");
    taken.fields = others;
    let mut resumed = Resumed { owner: Some(owner.clone()), tokens: Vec::new() };
    for (_, text) in named {
        let token = UploadToken::parse(&text).ok_or_else(not_whole)?;
        if resumed.tokens.contains(&token) {
            continue;
        }
        let number = taken.received.len() + taken.refused.len() + taken.before.len() + 1;
        match take_upload(desk, &owner, &token, sorts).await {
            Ok(TakenUpload::Before(digest)) => taken.before.push(digest),
            Ok(TakenUpload::Now(_)) if taken.received.len() >= left => {
                taken.refused.push((number, Refusal::TooMany));
                end(desk, &owner, &token).await?;
                continue;
            }
            Ok(TakenUpload::Now(received)) => taken.received.push(*received),
            Err(UploadError::Take(TakeError::Refused(why))) => {
                taken.refused.push((number, why));
                continue;
            }
            Err(UploadError::Take(error)) => return Err(untaken(&error)),
            Err(UploadError::NotFound | UploadError::Unfinished) => return Err(not_whole()),
            Err(error) => return Err(Problem::because(&error)),
        }
        resumed.tokens.push(token);
    }
    Ok(resumed)
}

async fn end(desk: &Desk, owner: &UploadOwner, token: &UploadToken) -> Result<(), Problem> {
    match drop_upload(desk, owner, token).await {
        Ok(()) | Err(UploadError::NotFound) => Ok(()),
        Err(error) => Err(Problem::because(&error)),
    }
}

impl Resumed {
    /// The files have their rows: their pieces go. A piece that cannot be removed now is swept; what was taken stays so.
    pub(super) async fn are_kept(self, desk: &Desk) {
        let Some(owner) = self.owner else { return };
        for token in self.tokens {
            if let Err(error) = forget_taken(desk, &owner, &token).await {
                tracing::warn!(%error, "the pieces of a file that was taken stay until they expire");
            }
        }
    }

    /// The files did not fit: nothing of them stays.
    pub(super) async fn are_refused(self, desk: &Desk) -> Result<(), Problem> {
        let Some(owner) = self.owner else { return Ok(()) };
        for token in self.tokens {
            end(desk, &owner, &token).await?;
        }
        Ok(())
    }
}
