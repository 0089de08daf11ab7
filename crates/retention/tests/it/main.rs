//! How records come to their end: by the schedule, by two people, never against a hold.

#[cfg(test)]
mod races;
#[cfg(test)]
mod story;
#[cfg(test)]
mod ties;
#[cfg(test)]
mod wishes;
#[cfg(test)]
mod world;
