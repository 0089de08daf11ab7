//! Dependencies between the crates point one way, as docs/architecture.md draws them.

use std::collections::BTreeSet;
use std::process::Command;

use serde_json::Value;

/// What everything else may stand on; among themselves only the arrows in [`allowed`].
const GROUND: &[&str] = &["kernel", "language", "names", "pack"];
/// What the rooms share.
const SHARED: &[&str] = &["accounts", "documents", "messaging", "web", "worklist"];

/// The crates of ours that a crate may use, without the prefix.
fn allowed(crate_name: &str) -> Vec<&'static str> {
    let own: &[&str] = match crate_name {
        "kernel" | "language" | "names" | "migrations" | "xtask" | "blackbox" => return Vec::new(),
        "pack" => return vec!["language"],
        "web" | "documents" | "messaging" => return GROUND.to_vec(),
        "accounts" | "worklist" => &["web"],
        "wages" => return vec!["pack"],
        "likeness" => return vec!["names"],
        "screening" | "establishments" | "statistics" | "guide" => &[],
        "inspections" => &["screening", "establishments"],
        "patrol" => &["screening", "establishments", "likeness"],
        "complaints" => &["screening", "establishments", "inspections", "likeness"],
        "casework" => &["screening", "establishments", "inspections", "complaints", "wages"],
        "interviews" => &["screening", "establishments", "inspections", "complaints", "casework"],
        "referral" => &["screening"],
        "retention" => &[
            "screening",
            "establishments",
            "inspections",
            "complaints",
            "casework",
            "interviews",
            "referral",
            "statistics",
            "patrol",
        ],
        "testing" => &["migrations"],
        "haqqi" => &[
            "screening",
            "establishments",
            "inspections",
            "complaints",
            "casework",
            "interviews",
            "referral",
            "retention",
            "statistics",
            "guide",
            "patrol",
            "migrations",
        ],
        unknown => panic!("{unknown} is new: say here what it may use, and draw it in docs/architecture.md"),
    };
    let mut names = GROUND.to_vec();
    if !["accounts", "worklist"].contains(&crate_name) {
        names.extend(SHARED);
    }
    names.extend(own);
    names
}

fn short(package: &str) -> &str {
    package.strip_prefix("haqqi-").unwrap_or(package)
}

fn metadata() -> Value {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version=1", "--no-deps", "--offline"])
        .current_dir(haqqi_blackbox::root())
        .output()
        .expect("cargo metadata runs");
    serde_json::from_slice(&output.stdout).expect("cargo metadata answers JSON")
}

#[test]
fn arrows_point_one_way() {
    let metadata = metadata();
    let packages = metadata["packages"].as_array().expect("packages");
    let ours: BTreeSet<&str> = packages.iter().filter_map(|package| package["name"].as_str()).collect();
    assert!(ours.len() > 15, "the workspace has its crates");
    let mut wrong = Vec::new();
    for package in packages {
        let name = package["name"].as_str().expect("a name");
        let allowed = allowed(short(name));
        for dependency in package["dependencies"].as_array().expect("dependencies") {
            let used = dependency["name"].as_str().expect("a name");
            if !ours.contains(used) {
                continue;
            }
            // Tests may stand on the test tools and on the tables as well.
            let for_tests = dependency["kind"].as_str() == Some("dev")
                && ["testing", "migrations"].contains(&short(used));
            if !for_tests && !allowed.contains(&short(used)) {
                wrong.push(format!("{name} must not use {used}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
