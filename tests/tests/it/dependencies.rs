//! Dependencies: declared once, each with what it is for, none idle, none banned, not too many.

use std::collections::BTreeSet;

use crate::files;

/// One TLS provider (ring) and no OpenSSL.
const BANNED: &[&str] = &["aws-lc-rs", "aws-lc-sys", "native-tls", "openssl", "openssl-sys"];

/// Packages in the lock file; Typst alone brings 175.
const MOST_PACKAGES: usize = 750;

/// A line of `[workspace.dependencies]`: the name, and whether a comment says what it is for.
struct Declared {
    name: String,
    explained: bool,
}

fn declared() -> Vec<Declared> {
    let manifest = std::fs::read_to_string(haqqi_blackbox::root().join("Cargo.toml")).expect("Cargo.toml");
    let table = manifest.split("[workspace.dependencies]").nth(1).expect("the table of dependencies");
    let lines = table.lines().take_while(|line| !line.starts_with('['));
    let entries = lines.filter_map(|line| {
        let (name, rest) = line.split_once('=')?;
        (!name.starts_with('#')).then(|| Declared {
            name: name.trim().to_owned(),
            explained: rest.rsplit_once('#').is_some_and(|(_, why)| why.trim().len() > 2),
        })
    });
    entries.collect()
}

fn manifests() -> Vec<files::File> {
    files::below(&["crates", "migrations", "tests", "xtask"], &["Cargo.toml"])
}

#[test]
fn each_dependency_says_what_it_is_for() {
    let silent: Vec<String> = declared()
        .into_iter()
        .filter(|entry| !entry.name.starts_with("haqqi-") && !entry.explained)
        .map(|entry| entry.name)
        .collect();
    assert!(silent.is_empty(), "no comment says what these are for: {}", silent.join(", "));
}

#[test]
fn no_declared_dependency_is_idle() {
    let manifests = manifests();
    let used = |name: &str| {
        let inherited = [format!("{name}.workspace"), format!("{name} = {{ workspace")];
        manifests.iter().any(|manifest| {
            manifest.text.lines().any(|line| inherited.iter().any(|start| line.starts_with(start)))
        })
    };
    let idle: Vec<String> =
        declared().into_iter().map(|entry| entry.name).filter(|name| !used(name)).collect();
    assert!(idle.is_empty(), "declared and used by no crate: {}", idle.join(", "));
}

#[test]
fn versions_stand_in_one_place() {
    let mut own = Vec::new();
    for manifest in manifests() {
        let mut inside = false;
        for line in manifest.text.lines() {
            if line.starts_with('[') {
                inside = line.ends_with("dependencies]");
            } else if inside && line.contains('=') && !line.contains("workspace") && !line.starts_with('#') {
                own.push(format!("{}: {line}", manifest.path));
            }
        }
    }
    assert!(own.is_empty(), "declare these in the root Cargo.toml:\n{}", own.join("\n"));
}

#[test]
fn the_lock_file_is_small_and_has_nothing_banned() {
    let lock = std::fs::read_to_string(haqqi_blackbox::root().join("Cargo.lock")).expect("Cargo.lock");
    let names: Vec<&str> =
        lock.lines().filter_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"')).collect();
    let banned: BTreeSet<&&str> = names.iter().filter(|name| BANNED.contains(name)).collect();
    assert!(banned.is_empty(), "banned, yet in Cargo.lock: {banned:?}");
    assert!(names.len() <= MOST_PACKAGES, "{} packages; at most {MOST_PACKAGES}", names.len());
}
