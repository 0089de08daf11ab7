//! Prints what is wrong with a pack of the binary.
fn main() {
    let name = std::env::args().nth(1).unwrap_or_default();
    match haqqi_pack::Pack::embedded(&name) {
        Ok(pack) => println!("{} holds", pack.stamp()),
        Err(error) => error.problems().iter().for_each(|problem| println!("{problem}")),
    }
}
