//! What goes with an advertisement that is passed on: words to copy. Nothing is sent by itself.

use std::fmt::Write as _;

use haqqi_language::{Args, strip_isolation};
use haqqi_web::Page;

use crate::model::Decision;
use crate::open::OpenedAdvert;
use crate::recruiter::OpenedRecruiter;

/// At most so many sightings are listed.
const LISTED: usize = 20;

/// The letter to the cybercrime unit, or the note to the inspection, in the language of the page. Plain text.
#[must_use]
pub fn letter(page: &Page, decision: Decision, advert: &OpenedAdvert, of: &[OpenedRecruiter]) -> String {
    let t = |id: &str| page.attribute(id);
    let mut out = String::new();
    let mut line = |text: &str| {
        let _ = writeln!(out, "{}", strip_isolation(text));
    };
    let head = match decision {
        Decision::Cybercrime => "patrol-letter-cybercrime",
        Decision::Inspection | Decision::Watch | Decision::Nothing => "patrol-letter-inspection",
    };
    line(&t("pack-inspectorate"));
    line(&t(head));
    line(&page.t1("patrol-letter-reference", "reference", advert.row.reference.to_string()));
    line("");
    line(&t("patrol-letter-caution"));
    line("");
    line(&t("patrol-letter-indicators"));
    for indicator in &advert.row.indicators {
        line(&format!("- {}", page.label("advert", indicator)));
    }
    line("");
    line(&t("patrol-letter-seen"));
    for seen in advert.sightings.iter().take(LISTED) {
        let address = seen.address.as_deref().unwrap_or_default();
        line(format!("- {}: {} {address}", seen.seen_on, seen.place).trim_end());
    }
    if advert.sightings.len() > LISTED {
        let more = advert.sightings.len() - LISTED;
        line(
            &page
                .ta("patrol-letter-more", &Args::new().set("count", i64::try_from(more).unwrap_or(i64::MAX))),
        );
    }
    for recruiter in of {
        line("");
        let name = recruiter.row.name.clone().unwrap_or_else(|| recruiter.row.mask.clone());
        line(&page.t1("patrol-letter-recruiter", "name", name));
        for (sort, contact) in &recruiter.contacts {
            line(&format!("- {}: {contact}", page.attribute(&format!("patrol-contact-{sort}"))));
        }
        if let Some((summary, _)) = &recruiter.establishment {
            line(&page.t1("patrol-letter-establishment", "reference", summary.reference.to_string()));
        }
    }
    if let Some(note) = advert.decisions.first().and_then(|made| made.note.as_deref()) {
        line("");
        line(&t("patrol-letter-note"));
        line(note);
    }
    line("");
    line(&t("patrol-letter-text"));
    line(&advert.text);
    out
}
