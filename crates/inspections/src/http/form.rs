//! The record as fields of a form, both ways, so that what was typed comes back as it was typed.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use haqqi_pack::{Checklist, Pack};

use crate::model::{
    Answer, Interpreted, ItemRecord, MeasureRecord, NO_SUCH_DAY, Observed, Record, RecordProblem,
};

/// Names and values of a form.
pub(super) type Fields = BTreeMap<String, String>;

/// The fields of a record.
pub(super) fn fields_of(record: &Record) -> Fields {
    let mut fields = Fields::new();
    let mut put = |name: String, value: String| {
        if !value.is_empty() {
            fields.insert(name, value);
        }
    };
    let number = |number: Option<u32>| number.map(|n| n.to_string()).unwrap_or_default();
    for (code, item) in &record.items {
        put(format!("answer-{code}"), item.answer.map(|a| a.code().to_owned()).unwrap_or_default());
        put(format!("words-{code}"), item.words.clone());
        put(format!("workers-{code}"), number(item.workers));
        put(format!("measure-{code}"), item.measure.clone().unwrap_or_default());
    }
    for (code, measure) in &record.measures {
        put(format!("days-{code}"), number(measure.days.map(u32::from)));
        put(format!("m-words-{code}"), measure.words.clone());
    }
    for (id, seen) in &record.observations {
        put(format!("seen-{id}"), seen.code().to_owned());
    }
    put("day".to_owned(), record.day.map(|day| day.to_string()).unwrap_or_default());
    put("present".to_owned(), record.present.clone());
    put("remarks".to_owned(), record.remarks.clone());
    put("interviews".to_owned(), number(record.interviews.number));
    let alone = record.interviews.alone.map(|alone| if alone { "yes" } else { "no" });
    put("alone".to_owned(), alone.unwrap_or_default().to_owned());
    put("interpreter".to_owned(), record.interviews.interpreter.code().to_owned());
    fields
}

/// A whole number as people type it, in the digits of their script.
fn number(text: &str) -> Result<Option<u32>, ()> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let mut value: u32 = 0;
    for character in text.chars() {
        let point = u32::from(character);
        let zero = [0x30, 0x660, 0x6F0].into_iter().find(|zero| (*zero..*zero + 10).contains(&point));
        let digit = point - zero.ok_or(())?;
        value = value.checked_mul(10).and_then(|value| value.checked_add(digit)).ok_or(())?;
    }
    Ok(Some(value))
}

/// A day as forms send it; nothing where nothing is typed.
pub(super) fn day_of(text: &str) -> Result<Option<NaiveDate>, &'static str> {
    let text = haqqi_kernel::plain_digits(text.trim());
    if text.is_empty() {
        return Ok(None);
    }
    NaiveDate::parse_from_str(&text, "%Y-%m-%d").map(Some).map_err(|_| NO_SUCH_DAY)
}

/// The record of what was typed, with what could not be read.
pub(super) fn record_of(
    fields: &Fields,
    checklist: &Checklist,
    regime: &str,
    pack: &Pack,
    asked: &[&str],
) -> (Record, Vec<RecordProblem>) {
    let mut wrong = Vec::new();
    let get = |name: &str| fields.get(name).map(|value| value.trim()).unwrap_or_default();
    let mut figure = |name: String| {
        number(get(&name)).unwrap_or_else(|()| {
            wrong.push(RecordProblem { field: name, message: "inspections-error-number" });
            None
        })
    };
    let mut record = Record::default();
    for item in checklist.under(regime).flat_map(|(_, items)| items) {
        let code = &item.code;
        let told = ItemRecord {
            answer: Answer::from_code(get(&format!("answer-{code}"))),
            workers: figure(format!("workers-{code}")),
            words: get(&format!("words-{code}")).to_owned(),
            measure: Some(get(&format!("measure-{code}")).to_owned()).filter(|code| !code.is_empty()),
        };
        if told != ItemRecord::default() {
            record.items.insert(code.clone(), told);
        }
    }
    for measure in pack.measures().iter() {
        let told = MeasureRecord {
            days: figure(format!("days-{}", measure.code)).map(|n| u16::try_from(n).unwrap_or(u16::MAX)),
            words: get(&format!("m-words-{}", measure.code)).to_owned(),
        };
        if told != MeasureRecord::default() {
            record.measures.insert(measure.code.clone(), told);
        }
    }
    for id in asked {
        if let Some(seen) = Observed::from_code(get(&format!("seen-{id}"))) {
            record.observations.insert((*id).to_owned(), seen);
        }
    }
    record.interviews.number = figure("interviews".to_owned());
    record.interviews.alone = match get("alone") {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    record.interviews.interpreter =
        Interpreted::ALL.into_iter().find(|choice| choice.code() == get("interpreter")).unwrap_or_default();
    match day_of(get("day")) {
        Ok(day) => record.day = day,
        Err(message) => wrong.push(RecordProblem { field: "day".to_owned(), message }),
    }
    record.present = haqqi_kernel::one_line(get("present"));
    record.remarks = get("remarks").to_owned();
    (record, wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_goes_through_the_form_and_back() {
        let pack = Pack::embedded("jordan").unwrap();
        let checklist = pack.checklists().iter().next().unwrap();
        let mut record = Record::default();
        for (at, item) in checklist.under("general").flat_map(|(_, items)| items).enumerate() {
            let told = ItemRecord {
                answer: Some(Answer::ALL[at % 4]),
                workers: Some(u32::try_from(at).unwrap()),
                words: format!("seen {at}"),
                measure: pack.measures().iter().nth(at % 5).map(|measure| measure.code.clone()),
            };
            record.items.insert(item.code.clone(), told);
        }
        let of_measure = MeasureRecord { days: Some(3), words: "do it".to_owned() };
        record.measures.insert("warning".to_owned(), of_measure);
        record.interviews.number = Some(4);
        record.interviews.alone = Some(false);
        record.interviews.interpreter = Interpreted::Office;
        record.present = "the manager".to_owned();
        record.day = NaiveDate::from_ymd_opt(2026, 11, 24);
        let asked = ["O.locked", "O.sleep", "O.rota", "O.papers"];
        for (id, seen) in asked.into_iter().zip(Observed::ALL) {
            record.observations.insert(id.to_owned(), seen);
        }
        let (back, wrong) = record_of(&fields_of(&record), checklist, "general", &pack, &asked);
        assert!(wrong.is_empty());
        assert_eq!(back, record);
    }

    #[test]
    fn digits_of_both_scripts_are_read_and_words_are_refused() {
        assert_eq!(number(" ١٢ "), Ok(Some(12)));
        assert_eq!(number("12"), Ok(Some(12)));
        assert_eq!(number(""), Ok(None));
        assert_eq!(number("many"), Err(()));
        assert_eq!(number("99999999999"), Err(()));
    }
}
