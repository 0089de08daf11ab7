//! Names of workplaces across scripts, as people write them.

#[cfg(test)]
mod pairs;
