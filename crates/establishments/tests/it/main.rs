//! The register on both databases: told as what people do with it.

#[cfg(test)]
mod desk;
#[cfg(test)]
mod keeping;
#[cfg(test)]
mod searching;
#[cfg(test)]
mod secrets;
