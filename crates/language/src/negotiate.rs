//! What a browser asks for, read as a suggestion.

/// The known first subtags of an `Accept-Language` header, best first.
pub(crate) fn wanted(header: &str) -> Vec<&'static str> {
    let mut asked: Vec<(u16, &'static str)> = header
        .split(',')
        .take(32)
        .filter_map(|part| {
            let mut pieces = part.split(';').map(str::trim);
            let tag = pieces.next()?;
            let quality =
                pieces.find_map(|piece| piece.strip_prefix("q=")).map_or(Some(1000), thousandths)?;
            // Old systems and phones call Filipino Tagalog and Indonesian `in`.
            let tag = match tag.split('-').next()? {
                "tl" => "fil",
                "in" => "id",
                other => other,
            };
            crate::known::known(tag).filter(|_| quality > 0).map(|known| (quality, known.tag))
        })
        .collect();
    asked.sort_by_key(|(quality, _)| std::cmp::Reverse(*quality));
    asked.into_iter().map(|(_, tag)| tag).collect()
}

fn thousandths(quality: &str) -> Option<u16> {
    let value: f32 = quality.parse().ok()?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 1000 by now")]
    (0.0..=1.0).contains(&value).then_some((value * 1000.0) as u16)
}
