//! Guided interviews, from the side of who asks and of who is asked.

#[cfg(test)]
mod hers;
#[cfg(test)]
mod interview;
#[cfg(test)]
mod offline;
#[cfg(test)]
mod seen;
#[cfg(test)]
mod site;
#[cfg(test)]
mod there;
#[cfg(test)]
mod world;
