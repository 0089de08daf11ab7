//! What pay is missing, month by month: whole minor units of the pack's currency, as she writes them in the digits of
//! any script. No law is applied here: it is her statement, with a sum that anybody can check.

use haqqi_kernel::{is_unseen, plain_digits};
use serde::{Deserialize, Serialize};

/// Most months in one complaint.
pub const MOST_CLAIMS: usize = 24;
/// The largest amount, in minor units: far above any wage, far below what a sum could not hold.
pub const LARGEST_AMOUNT: i64 = 1_000_000_000_000;

/// One month.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WageClaim {
    /// Year and month, `2026-05`.
    pub month: String,
    /// What was agreed, in minor units; absent: not known.
    #[serde(default)]
    pub agreed: Option<i64>,
    /// What was paid, in minor units; absent: not known.
    #[serde(default)]
    pub paid: Option<i64>,
}

impl WageClaim {
    /// Whether month and amounts can be.
    #[must_use]
    pub fn holds(&self) -> bool {
        let fits = |amount: Option<i64>| amount.is_none_or(|amount| (0..=LARGEST_AMOUNT).contains(&amount));
        month_of(&self.month).is_some() && fits(self.agreed) && fits(self.paid)
    }

    /// What is missing, where both amounts are known.
    #[must_use]
    pub fn missing(&self) -> Option<i64> {
        Some(self.agreed?.saturating_sub(self.paid?).max(0))
    }
}

/// What is missing in all the months of which both amounts are known.
#[must_use]
pub fn missing_in_all(claims: &[WageClaim]) -> i64 {
    claims.iter().filter_map(WageClaim::missing).fold(0, i64::saturating_add)
}

/// Year and month of `2026-05`.
#[must_use]
pub fn month_of(text: &str) -> Option<(i32, u8)> {
    let (year, month) = text.split_once('-')?;
    if year.len() != 4 || month.len() != 2 || !text.chars().all(|c| c.is_ascii_digit() || c == '-') {
        return None;
    }
    let (year, month) = (year.parse().ok()?, month.parse().ok()?);
    ((1990..=2100).contains(&year) && (1..=12).contains(&month)).then_some((year, month))
}

/// It is no amount of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no amount")]
pub struct NoAmount;

/// The minor units of an amount as people write it: digits of any script, `1,500`, `1.500,50`, `1 500`, `١٥٠٫٥`.
/// Nothing for an empty text. Where one mark could be either, three digits behind a comma are thousands, and so are
/// three behind a point where the currency has no three decimals.
///
/// # Errors
/// [`NoAmount`].
pub fn amount(text: &str, decimals: u8) -> Result<Option<i64>, NoAmount> {
    let unseen = |c: &char| c.is_whitespace() || is_unseen(*c) || matches!(c, '\'' | '’' | '_');
    let plain: String = plain_digits(text).chars().filter(|c| !unseen(c)).map(mark).collect();
    if plain.is_empty() {
        return Ok(None);
    }
    if !plain.starts_with(|c: char| c.is_ascii_digit())
        || plain.chars().any(|c| !c.is_ascii_digit() && c != '.' && c != ',')
    {
        return Err(NoAmount);
    }
    let (whole, part) = match decimal_mark(&plain, decimals) {
        Some(at) => plain.split_at_checked(at).ok_or(NoAmount)?,
        None => (plain.as_str(), ""),
    };
    let part = part.get(1..).unwrap_or_default();
    if part.len() > usize::from(decimals) || !part.chars().all(|c| c.is_ascii_digit()) || !grouped(whole) {
        return Err(NoAmount);
    }
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    let digits = format!("{whole}{part:0<width$}", width = usize::from(decimals));
    let minor: i64 = digits.parse().map_err(|_| NoAmount)?;
    if minor > LARGEST_AMOUNT { Err(NoAmount) } else { Ok(Some(minor)) }
}

/// The marks of other scripts as the two that stand for them.
fn mark(c: char) -> char {
    match c {
        '٫' => '.',
        '٬' | '،' | '，' => ',',
        '．' => '.',
        other => other,
    }
}

/// Where the mark before the decimals stands, if there is one.
fn decimal_mark(plain: &str, decimals: u8) -> Option<usize> {
    let last = plain.rfind(['.', ','])?;
    let sign = plain.get(last..).and_then(|rest| rest.chars().next())?;
    let behind = plain.len() - last - 1;
    let alone = plain.matches(sign).count() == 1;
    let other = plain.contains(if sign == '.' { ',' } else { '.' });
    match (alone, other) {
        (true, true) => Some(last),
        (true, false) if behind == 3 && (sign == ',' || decimals != 3) => None,
        (true, false) => Some(last),
        (false, _) => None,
    }
}

/// Whether the groups of a whole number are of three digits, or of two before the last as in India.
fn grouped(whole: &str) -> bool {
    let groups: Vec<&str> = whole.split(['.', ',']).collect();
    let Some((last, before)) = groups.split_last() else { return false };
    if before.is_empty() {
        return !last.is_empty();
    }
    let inner = before.get(1..).unwrap_or_default();
    last.len() == 3
        && before.first().is_some_and(|first| (1..=3).contains(&first.len()))
        && (inner.iter().all(|group| group.len() == 3) || inner.iter().all(|group| group.len() == 2))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Zero of scripts in which workers write.
    const ZEROS: [u32; 7] = [0x30, 0x660, 0x6F0, 0x966, 0x9E6, 0x1040, 0xFF10];

    proptest! {
        #[test]
        fn an_amount_in_any_digits_reads_back(minor in 0i64..=LARGEST_AMOUNT, decimals in 0u8..=3, script in 0usize..7) {
            let unit = 10i64.pow(u32::from(decimals));
            let part = if decimals == 0 { String::new() } else { format!(".{:0w$}", minor % unit, w = usize::from(decimals)) };
            let text: String = format!("{}{part}", minor / unit)
                .chars()
                .map(|c| c.to_digit(10).map_or(c, |d| char::from_u32(ZEROS[script] + d).unwrap()))
                .collect();
            prop_assert_eq!(amount(&text, decimals), Ok(Some(minor)));
        }

        #[test]
        fn no_text_makes_it_stumble_or_gives_what_cannot_be(text in "\\PC{0,20}", decimals in 0u8..=4) {
            if let Ok(Some(minor)) = amount(&text, decimals) {
                prop_assert!((0..=LARGEST_AMOUNT).contains(&minor));
            }
        }

        #[test]
        fn the_sum_is_never_less_than_nothing(pairs in proptest::collection::vec((0i64..=LARGEST_AMOUNT, 0i64..=LARGEST_AMOUNT), 0..24)) {
            let claims: Vec<WageClaim> = pairs.iter().map(|(agreed, paid)| WageClaim { month: "2026-05".to_owned(), agreed: Some(*agreed), paid: Some(*paid) }).collect();
            let sum: i64 = pairs.iter().map(|(agreed, paid)| (agreed - paid).max(0)).sum();
            prop_assert_eq!(missing_in_all(&claims), sum);
        }
    }

    #[test]
    fn as_people_write_it() {
        for (text, decimals, minor) in [
            ("150", 3, 150_000),
            ("150.5", 3, 150_500),
            ("150,50", 3, 150_500),
            ("1,500", 3, 1_500_000),
            ("1.500", 3, 1_500),
            ("1.500", 2, 150_000),
            ("1.500,50", 2, 150_050),
            ("1,500.500", 3, 1_500_500),
            ("1,50,000", 2, 15_000_000),
            ("1 500", 2, 150_000),
            ("٢٥٠٫٥", 3, 250_500),
            ("২৫০", 3, 250_000),
        ] {
            assert_eq!(amount(text, decimals), Ok(Some(minor)), "{text}");
        }
        assert_eq!(amount("  ", 3), Ok(None));
        for text in ["150 JD", "15O", "-5", "1.2.3", "1,50", ",5", "1500,1", "99999999999999", "1.2345"] {
            let read = amount(text, 0);
            assert_eq!(read, Err(NoAmount), "{text}");
        }
    }

    #[test]
    fn a_month_is_a_month() {
        assert_eq!(month_of("2026-05"), Some((2026, 5)));
        for text in ["2026-13", "2026-5", "1889-01", "2026/05", "", "2026-00", "२०२६-०५"] {
            assert_eq!(month_of(text), None, "{text}");
        }
    }
}
