//! Screening: the rules of the instruments, and what texts suggest.

#[cfg(test)]
mod learned;
#[cfg(test)]
mod named;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod rules;
#[cfg(test)]
mod same;
#[cfg(test)]
#[allow(dead_code, clippy::allow_attributes, reason = "the engine before, as it was")]
mod slow;
#[cfg(test)]
mod texts;
#[cfg(test)]
mod training;
