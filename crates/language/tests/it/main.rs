//! Words: every message in every language that has it, and what the formatters say.

#[cfg(test)]
mod speaks;
#[cfg(test)]
mod tree;
