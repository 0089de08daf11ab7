//! A day as people write it in a form.

use chrono::NaiveDate;

use crate::code::plain_digits;

/// A day as people and browsers write it, in the digits of any script: `2026-11-24`, `24.11.2026`, `24/11/2026`.
#[must_use]
pub fn read_day(typed: &str) -> Option<NaiveDate> {
    let plain = plain_digits(typed.trim());
    let forms = ["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%d-%m-%Y", "%Y/%m/%d"];
    forms.iter().find_map(|form| NaiveDate::parse_from_str(&plain, form).ok())
}

#[cfg(test)]
mod tests {
    use super::read_day;

    #[test]
    fn a_day_is_read_as_people_write_it() {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 4);
        for typed in ["2026-11-04", " 4.11.2026 ", "04/11/2026", "٠٤/١١/٢٠٢٦", "४-११-२०२६"]
        {
            assert_eq!(read_day(typed), day, "{typed}");
        }
        for typed in ["", "yesterday", "31.02.2026", "2026-13-01"] {
            assert_eq!(read_day(typed), None, "{typed}");
        }
    }
}
