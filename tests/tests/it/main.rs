//! Checks of the repository as a whole. `cfg(test)` on each module tells clippy that helpers are test code too.

#[cfg(test)]
mod arrows;
#[cfg(test)]
mod demonstration;
#[cfg(test)]
mod dependencies;
#[cfg(test)]
mod drill;
#[cfg(test)]
mod evidence_killed;
#[cfg(test)]
mod files;
#[cfg(test)]
mod flood;
#[cfg(test)]
mod fonts;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod house;
#[cfg(test)]
mod kannel;
#[cfg(test)]
mod killed;
#[cfg(test)]
mod night;
#[cfg(test)]
mod operation;
#[cfg(test)]
mod public;
#[cfg(test)]
mod refused;
#[cfg(test)]
mod schemas;
#[cfg(test)]
mod screened;
#[cfg(test)]
mod server;
#[cfg(test)]
mod spoken;
#[cfg(test)]
mod texts;
#[cfg(test)]
mod tokens;
#[cfg(test)]
mod told_later;
#[cfg(test)]
mod travels;
#[cfg(test)]
mod upload_killed;
#[cfg(test)]
mod walk;
#[cfg(test)]
mod words;
#[cfg(test)]
mod world;
