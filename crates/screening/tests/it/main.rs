//! Screening: the rules of the instruments, and what texts suggest.

#[cfg(test)]
mod rules;
#[cfg(test)]
mod texts;
#[cfg(test)]
mod training;
