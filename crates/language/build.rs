//! Asks for a new build when a message file was added, changed or taken away.
//!
//! Only release builds carry the messages inside; debug builds read them from the tree (see `source.rs`).

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    if std::env::var("PROFILE").is_ok_and(|profile| profile == "release") {
        println!("cargo:rerun-if-changed=../../locales");
    }
}
