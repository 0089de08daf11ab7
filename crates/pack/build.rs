//! Rebuilds the crate when a pack changes, because the packs are inside the binary.

fn main() {
    println!("cargo:rerun-if-changed=../../packs");
    println!("cargo:rerun-if-changed=build.rs");
}
