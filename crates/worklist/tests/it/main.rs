//! The queue and its deadlines, on both databases.

#[cfg(test)]
mod breach;
#[cfg(test)]
mod closed;
#[cfg(test)]
mod ladder;
#[cfg(test)]
mod queue;
#[cfg(test)]
mod roster;
