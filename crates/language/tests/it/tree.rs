//! The repository's own words hold: ids, variables, plurals, nothing half-translated, nothing dead.

use std::path::Path;

#[test]
fn the_repository_speaks_whole_sentences() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let faults = haqqi_language::check::check_repository(&root).unwrap();
    let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert!(lines.is_empty(), "{} faults:\n{}", lines.len(), lines.join("\n"));
}
