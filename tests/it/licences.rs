//! The licences of all packages that the site, the program and their tests are made of.

use std::fs;
use std::process::Command;

use serde_json::Value;
use spdx::{Expression, LicenseReq, ParseMode};
use toml::Table;

use crate::sources::root;

/// Gives the licences that a package may have; `make audit` goes by the same list.
fn accepted() -> Vec<String> {
    let rules: Table = fs::read_to_string(root().join("deny.toml")).unwrap().parse().unwrap();
    let list = rules["licenses"]["allow"].as_array().unwrap().iter();
    list.map(|it| it.as_str().unwrap().to_owned()).collect()
}

/// Gives the packages that are built for a platform, each with its licence.
fn packages(platform: &str) -> Vec<(String, String)> {
    let arguments = ["metadata", "--format-version=1", "--locked", "--filter-platform", platform];
    let output = Command::new(env!("CARGO")).args(arguments).current_dir(root()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap().iter();
    packages.map(|it| (text(&it["name"]), text(&it["license"]))).collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// Tells if a package may be used under one of the accepted licences.
fn is_accepted(licence: &str, accepted: &[String]) -> bool {
    let is_named =
        |asked: &LicenseReq| asked.license.id().is_some_and(|id| accepted.iter().any(|it| it == id.name));
    Expression::parse_mode(licence, ParseMode::LAX).is_ok_and(|expression| expression.evaluate(is_named))
}

#[test]
fn every_package_may_be_used_and_passed_on() {
    let accepted = accepted();
    for platform in ["wasm32-unknown-unknown", "x86_64-unknown-linux-gnu"] {
        let packages = packages(platform);
        assert!(packages.len() > 100, "{platform}: {} packages", packages.len());
        let refused = packages.iter().filter(|(_, licence)| !is_accepted(licence, &accepted));
        assert_eq!(refused.collect::<Vec<_>>(), Vec::<&(String, String)>::new(), "{platform}");
    }
}

#[test]
fn a_licence_that_asks_for_more_is_refused() {
    let accepted = accepted();
    for licence in ["MIT OR GPL-3.0-only", "MIT/Apache-2.0", "(Apache-2.0 OR MIT) AND BSD-3-Clause"] {
        assert!(is_accepted(licence, &accepted), "{licence}");
    }
    for licence in ["GPL-3.0-only", "MIT AND AGPL-3.0-only", "Proprietary", ""] {
        assert!(!is_accepted(licence, &accepted), "{licence}");
    }
}
