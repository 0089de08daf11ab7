//! The kernel on both databases.

#[cfg(test)]
mod audit;
#[cfg(test)]
mod files;
#[cfg(test)]
mod jobs;
#[cfg(test)]
mod matrix;
#[cfg(test)]
mod references;
#[cfg(test)]
mod units;
