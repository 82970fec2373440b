//! Mails that the reader's own program opens.

use joint_procurement_core::export::{LONGEST, mailto};
use proptest::prelude::*;

fn address(subject: &str, bodies: &[&str]) -> String {
    let bodies: Vec<String> = bodies.iter().map(|body| (*body).to_owned()).collect();
    mailto(&"dx@pref.example.lg.jp".parse().unwrap(), subject, &bodies)
}

#[test]
fn lines_and_letters_are_escaped() {
    assert_eq!(
        address("事例&a=b", &["一\n100% ?#+\n"]),
        "mailto:dx@pref.example.lg.jp?subject=%E4%BA%8B%E4%BE%8B%26a%3Db&body=%E4%B8%80%0D%0A100%25%20%3F%23%2B%0D%0A"
    );
}

#[test]
fn the_longest_text_that_fits_is_taken() {
    let [long, short] = [250, 150].map(|letters| "長".repeat(letters));
    assert!(address("件", &[&long, &short]).ends_with(&"%E9%95%B7".repeat(150)));
    assert_eq!(address("件", &[&short, "短"]).matches("%E9%95%B7").count(), 150);
}

#[test]
fn a_text_that_never_fits_is_cut_between_letters() {
    let address = address("件", &[&"長".repeat(400), &"字".repeat(300)]);
    assert!(address.len() <= LONGEST && address.len() > LONGEST - 9);
    let (_, body) = address.split_once("&body=").unwrap();
    assert_eq!(body.replace("%E5%AD%97", ""), "");
}

proptest! {
    #[test]
    fn no_text_makes_an_address_that_is_too_long(subject in ".{0,40}", bodies in prop::collection::vec(".{0,900}", 0..3)) {
        let bodies: Vec<&str> = bodies.iter().map(String::as_str).collect();
        let address = address(&subject, &bodies);
        prop_assert!(address.len() <= LONGEST.max("mailto:dx@pref.example.lg.jp?subject=&body=".len() + subject.len() * 3));
        prop_assert!(address.is_ascii());
    }
}
