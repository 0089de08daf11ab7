//! Visits on both databases: asked for, planned among routine ones, recorded, reported; and the walls around them.

#[cfg(test)]
mod batches;
#[cfg(test)]
mod found_on;
#[cfg(test)]
mod genuine;
#[cfg(test)]
mod left;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod story;
#[cfg(test)]
mod world;
