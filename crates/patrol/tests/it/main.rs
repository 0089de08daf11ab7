//! The electronic patrol on both databases: told as what people do with it.

#[cfg(test)]
mod adverts;
#[cfg(test)]
mod feeds;
#[cfg(test)]
mod packs;
#[cfg(test)]
mod story;
#[cfg(test)]
mod world;
