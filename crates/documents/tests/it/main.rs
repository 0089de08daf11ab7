//! Papers, printed and read again with poppler's `pdftotext` and `pdfinfo`.

#[cfg(test)]
mod fonts;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod look;
#[cfg(test)]
mod reader;
#[cfg(test)]
mod shape;
