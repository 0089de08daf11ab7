//! Checks of the repository as a whole. `cfg(test)` on each module tells clippy that helpers are test code too.

#[cfg(test)]
mod arrows;
#[cfg(test)]
mod dependencies;
#[cfg(test)]
mod files;
#[cfg(test)]
mod words;
