//! What the signatures must do.

#[cfg(test)]
mod alike;
