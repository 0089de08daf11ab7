//! The shell from outside: what it adds, what it refuses, what it shows when something goes wrong.

#[cfg(test)]
mod audio;
#[cfg(test)]
mod budget;
#[cfg(test)]
mod components;
#[cfg(test)]
mod forms;
#[cfg(test)]
mod headers;
#[cfg(test)]
mod problems;
#[cfg(test)]
mod site;
#[cfg(test)]
mod uploads;
