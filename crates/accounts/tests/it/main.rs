//! Accounts, on both databases.

#[cfg(test)]
mod device;
#[cfg(test)]
mod invited;
mod managing;
#[cfg(test)]
mod opened;
#[cfg(test)]
mod passkeys;
#[cfg(test)]
mod signing_in;
#[cfg(test)]
mod widening;
#[cfg(test)]
mod world;
