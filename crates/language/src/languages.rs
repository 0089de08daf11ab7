//! All languages that are offered, loaded once at start.

use std::collections::BTreeMap;
use std::sync::Arc;

use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
use unic_langid::LanguageIdentifier;

use crate::check::Side;
use crate::formats::{Formats, fluent_number};
use crate::known::{KNOWN, Known, known};
use crate::language::{Inner, Language};
use crate::source::{Source, own};

/// A message file that a pack brings: language tag, file name (`worker-…ftl`, `staff-…ftl`), FTL text.
pub type ExtraFile = (String, String, String);

/// Why the languages could not be loaded.
#[derive(Debug, thiserror::Error)]
pub enum LanguageError {
    /// A file is not FTL.
    #[error("locales/{tag}/{name}: {problem}")]
    Syntax {
        /// Folder.
        tag: String,
        /// File name.
        name: String,
        /// What the parser said.
        problem: String,
    },
    /// A tag of the pack is none that is known, or its options cannot be read.
    #[error("language tag {0}")]
    Tag(String),
    /// English, which all others are measured by, is not there.
    #[error("there are no English messages")]
    NoEnglish,
}

/// Every language of the installation.
#[derive(Debug)]
pub struct Languages {
    worker: Vec<Language>,
    staff: Vec<Language>,
    english: Language,
}

impl Languages {
    /// Loads the product's messages and the pack's, and works out what can be offered.
    ///
    /// `offered_by_pack` has BCP 47 tags in the pack's order, with its wishes about digits and calendar
    /// (`ar-JO-u-nu-latn`); a language whose worker messages are not complete is left out, with a warning.
    /// The staff's side has Arabic and English.
    ///
    /// # Errors
    /// A file that is not FTL, an unknown tag, or no English.
    pub fn new<S: AsRef<str>>(
        extra: impl IntoIterator<Item = ExtraFile>,
        offered_by_pack: &[S],
    ) -> Result<Self, LanguageError> {
        let mut sources = own();
        sources.extend(extra.into_iter().map(|(tag, name, text)| Source { tag, name, text }));
        Self::from_sources(sources, offered_by_pack)
    }

    /// Only the files given, without the product's own: for tests of this crate's behaviour.
    ///
    /// # Errors
    /// As [`Languages::new`].
    pub fn only<S: AsRef<str>>(
        files: impl IntoIterator<Item = ExtraFile>,
        offered: &[S],
    ) -> Result<Self, LanguageError> {
        let sources = files.into_iter().map(|(tag, name, text)| Source { tag, name, text }).collect();
        Self::from_sources(sources, offered)
    }

    fn from_sources<S: AsRef<str>>(sources: Vec<Source>, offered: &[S]) -> Result<Self, LanguageError> {
        let mut by_tag: BTreeMap<&'static str, Vec<Parsed>> = BTreeMap::new();
        for source in sources {
            let Some(known) = known(&source.tag) else { return Err(LanguageError::Tag(source.tag)) };
            if let Some(side) = Side::of(&source.name) {
                by_tag.entry(known.tag).or_default().push(Parsed::new(side, source)?);
            }
        }
        let options: BTreeMap<&str, &str> = offered
            .iter()
            .map(|tag| known(tag.as_ref()).map(|known| (known.tag, tag.as_ref())))
            .collect::<Option<_>>()
            .ok_or_else(|| {
                LanguageError::Tag(offered.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(" "))
            })?;
        let english_files = by_tag.get("en").ok_or(LanguageError::NoEnglish)?;
        let en = known("en").ok_or(LanguageError::NoEnglish)?;
        let english = build(en, english_files, true, &options, None)?;

        let mut worker = Vec::new();
        for tag in offered {
            let Some(known) = known(tag.as_ref()) else { continue };
            let Some(files) = by_tag.get(known.tag) else { continue };
            let missing = crate::check::missing_for_workers(&texts(english_files), &texts(files));
            if missing.is_empty() {
                worker.push(build(known, files, false, &options, Some(&english))?);
            } else {
                tracing::warn!(
                    language = known.tag,
                    missing.count = missing.len(),
                    missing.first = missing.first().map(String::as_str).unwrap_or_default(),
                    "a language is not offered: its worker messages are not complete"
                );
            }
        }
        let mut staff = Vec::new();
        for known in KNOWN.iter().filter(|known| matches!(known.tag, "ar" | "en")) {
            if let Some(files) = by_tag.get(known.tag) {
                staff.push(build(known, files, true, &options, (known.tag != "en").then_some(&english))?);
            }
        }
        Ok(Self { worker, staff, english })
    }

    /// The languages offered to workers, in the pack's order. They speak worker messages only.
    #[must_use]
    pub fn worker(&self) -> &[Language] {
        &self.worker
    }

    /// The languages of the staff's side. They speak staff and worker messages.
    #[must_use]
    pub fn staff(&self) -> &[Language] {
        &self.staff
    }

    /// A language offered to workers, by the tag in the address.
    #[must_use]
    pub fn for_worker(&self, tag: &str) -> Option<Language> {
        self.worker.iter().find(|language| language.tag() == tag).cloned()
    }

    /// A language of the staff's side.
    #[must_use]
    pub fn for_staff(&self, tag: &str) -> Option<Language> {
        self.staff.iter().find(|language| language.tag() == tag).cloned()
    }

    /// English, with every message.
    #[must_use]
    pub fn english(&self) -> Language {
        self.english.clone()
    }

    /// The offered language that a browser's `Accept-Language` suggests, else the first one offered.
    ///
    /// A suggestion only: the telephone may have been set up by somebody else. Nothing is redirected by it.
    #[must_use]
    pub fn negotiate(&self, accept_language: &str) -> Language {
        crate::negotiate::wanted(accept_language)
            .into_iter()
            .find_map(|tag| self.for_worker(tag))
            .or_else(|| self.worker.first().cloned())
            .unwrap_or_else(|| self.english())
    }
}

struct Parsed {
    side: Side,
    resource: Arc<FluentResource>,
}

impl Parsed {
    fn new(side: Side, source: Source) -> Result<Self, LanguageError> {
        let resource = FluentResource::try_new(source.text).map_err(|(_, errors)| LanguageError::Syntax {
            tag: source.tag,
            name: source.name,
            problem: errors.first().map(ToString::to_string).unwrap_or_default(),
        })?;
        Ok(Self { side, resource: Arc::new(resource) })
    }
}

fn texts(files: &[Parsed]) -> Vec<&str> {
    files.iter().filter(|file| file.side == Side::Worker).map(|file| file.resource.source()).collect()
}

fn build(
    known: &'static Known,
    files: &[Parsed],
    with_staff: bool,
    options: &BTreeMap<&str, &str>,
    fallback: Option<&Language>,
) -> Result<Language, LanguageError> {
    let id: LanguageIdentifier = known.tag.parse().map_err(|_| LanguageError::Tag(known.tag.to_owned()))?;
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    bundle.set_formatter(Some(fluent_number));
    bundle.add_builtins().map_err(|e| LanguageError::Tag(format!("{}: {e}", known.tag)))?;
    for file in files.iter().filter(|file| with_staff || file.side == Side::Worker) {
        // A pack's words come later and win over the product's.
        bundle.add_resource_overriding(Arc::clone(&file.resource));
    }
    // A bare tag of the pack says nothing about habits; ours then says more.
    let tag = options.get(known.tag).copied().filter(|tag| *tag != known.tag).unwrap_or(known.formats);
    let formats = Arc::new(Formats::new(tag, known.day_of_24).map_err(LanguageError::Tag)?);
    let other = other_digits(known, tag, &formats)?;
    let bundle = Arc::new(bundle);
    Ok(Language(Arc::new(Inner { known, bundle, formats, other, fallback: fallback.cloned() })))
}

/// The digits of scripts that people read beside 0–9, by language.
const DIGITS: [(&str, &str); 7] = [
    ("ar", "arab"),
    ("bn", "beng"),
    ("hi", "deva"),
    ("my", "mymr"),
    ("ne", "deva"),
    ("ta", "tamldec"),
    ("ur", "arabext"),
];

/// The formatters with the digits that `formats` does not have.
fn other_digits(known: &Known, tag: &str, formats: &Formats) -> Result<Option<Arc<Formats>>, LanguageError> {
    let Some((_, native)) = DIGITS.iter().find(|(of, _)| *of == known.tag) else { return Ok(None) };
    let wanted = if formats.number(1).is_ascii() { native } else { "latn" };
    // The tag's own wish about digits gives way; it is the last that the pack writes.
    let plain = tag.split("-u-").next().unwrap_or(tag);
    let kept = tag.split("-u-").nth(1).unwrap_or_default();
    let mut words = kept.split('-');
    let mut rest = String::new();
    while let Some(word) = words.next() {
        if word == "nu" {
            words.next();
        } else if !word.is_empty() {
            rest.push('-');
            rest.push_str(word);
        }
    }
    let tag = format!("{plain}-u{rest}-nu-{wanted}");
    Formats::new(&tag, known.day_of_24).map(|formats| Some(Arc::new(formats))).map_err(LanguageError::Tag)
}
