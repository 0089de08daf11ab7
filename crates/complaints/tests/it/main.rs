//! The worker's side on both databases.

#[cfg(test)]
mod evidence;
#[cfg(test)]
mod evidence_checked;
#[cfg(test)]
mod evidence_world;
#[cfg(test)]
mod voice;
