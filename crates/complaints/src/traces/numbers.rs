//! A telephone number that stands somewhere in a text which others than the office read: found by its mark, however it is
//! written, so that nobody opens what other complaints tell.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use haqqi_kernel::{House, Scope, plain_digits};
use haqqi_names::fold;
use haqqi_pack::Pack;
use sea_orm::DbErr;

use super::alike::{having, traces_of, within};
use super::{Sort, phone_mark};
use crate::Desk;

/// Digits of a number, fewest inside a country and most with its calling code.
const DIGITS: RangeInclusive<usize> = 6..=15;

/// Digits as Chinese writes them, from zero; zero also as a circle.
const CHINESE: [&[char]; 10] =
    [&['〇', '零', '○'], &['一'], &['二'], &['三'], &['四'], &['五'], &['六'], &['七'], &['八'], &['九']];

/// The digits of a text, of any script and shape, without what stands between them.
fn digits(text: &str) -> String {
    let chinese = |c: char| {
        let nth = (0_u8..).zip(CHINESE).find(|(_, own)| own.contains(&c));
        nth.map_or(c, |(digit, _)| char::from(b'0' + digit))
    };
    let written: String = plain_digits(text).chars().map(chinese).collect();
    // Raised, circled and bold ones are folded to plain ones.
    let folded = fold(&written, "");
    folded.tokens.iter().flat_map(|token| token.word.chars()).filter(char::is_ascii_digit).collect()
}

/// The marks of every number that its digits may be, wherever one begins and ends.
fn numbers_in(house: &House, pack: &Pack, text: &str) -> BTreeSet<Vec<u8>> {
    let all = digits(text);
    let mut found = BTreeSet::new();
    for from in 0..all.len() {
        for run in DIGITS.filter_map(|many| all.get(from..from + many)) {
            // Of this country, and with the calling code of any.
            found.extend(phone_mark(house, pack, run));
            found.extend(phone_mark(house, pack, &format!("+{run}")));
        }
    }
    found
}

/// Whether this number stands in a text, or that of the workplace in a complaint of whoever has it, as far as the scope
/// reaches: what one may not read is not learnt by trying either.
pub(crate) async fn tells_number(
    desk: &Desk,
    scope: &Scope,
    text: &str,
    number: &str,
) -> Result<bool, DbErr> {
    let (house, pack) = (&desk.site.house, &desk.site.pack);
    let Some(hers) = phone_mark(house, pack, number) else {
        // No telephone has it, as far as we can read it: then as it was typed.
        let own = digits(number);
        return Ok(!own.is_empty() && digits(text).contains(&own));
    };
    let told = numbers_in(house, pack, text);
    if told.is_empty() || told.contains(&hers) {
        return Ok(!told.is_empty());
    }
    let ids = having(house, Sort::Phone, vec![hers]).await?.into_iter().collect();
    let reached = within(house, scope, ids).await?;
    let traces = traces_of(house, reached.into_iter().map(|complaint| complaint.id)).await?;
    Ok(traces.iter().filter_map(|trace| trace.employer_phone.as_ref()).any(|mark| told.contains(mark)))
}
