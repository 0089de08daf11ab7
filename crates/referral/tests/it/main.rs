//! Referral: the story on both databases, what may leave the house and on what, who sees what.

#[cfg(test)]
mod grounds;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod said;
#[cfg(test)]
mod scopes;
#[cfg(test)]
mod story;
#[cfg(test)]
mod withdrawal;
#[cfg(test)]
mod world;
