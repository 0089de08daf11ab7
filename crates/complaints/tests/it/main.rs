//! The worker's side on both databases: danger without words, missing pay, safe contact, calls, wordings, evidence and
//! voices; and its pages.

#[cfg(test)]
mod clamd_real;
#[cfg(test)]
mod evidence;
#[cfg(test)]
mod evidence_checked;
#[cfg(test)]
mod evidence_world;
#[cfg(test)]
mod filed_evidence;
#[cfg(test)]
mod filing;
#[cfg(test)]
mod journey;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod texts;
#[cfg(test)]
mod upload;
#[cfg(test)]
mod voice;
#[cfg(test)]
mod world;
