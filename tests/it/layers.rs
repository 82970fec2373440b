//! Inside each crate modules have an order, and each uses only those below it. ARCHITECTURE.md says which.

use std::collections::BTreeSet;
use std::fs;

use proc_macro2::{TokenStream, TokenTree};

use crate::sources::{root, sources};

/// The modules with which a crate begins: these use everything.
const ROOTS: [&str; 2] = ["lib", "main"];

/// Gives the folders of sources with their modules, the lowest first. They are the items of "Order" in
/// ARCHITECTURE.md, each of which begins with the folder.
fn orders() -> Vec<(String, Vec<String>)> {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let section =
        text.split("\n## ").find(|section| section.starts_with("Order\n")).expect("a section \"Order\"");
    let items = section.split("\n- ").skip(1);
    items
        .map(|item| {
            let mut names = item.split('`').skip(1).step_by(2).map(str::to_owned);
            (names.next().unwrap(), names.collect())
        })
        .collect()
}

/// The files of a crate's sources with the path of the module that each is.
fn modules(folder: &str) -> Vec<(Vec<String>, String)> {
    let of_crate = sources().into_iter().filter_map(|(path, code)| {
        let inside = path.strip_prefix(folder).ok()?.with_extension("");
        let parts = inside.iter().map(|part| part.to_string_lossy().into_owned());
        Some((parts.filter(|part| part != "mod").collect(), code))
    });
    of_crate.collect()
}

/// Finds the modules at the top of the crate that the code of a module names, in any place. Macros count,
/// comments and strings do not.
fn used(module: &[String], code: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    walk(&module.to_vec(), code.parse().expect("Rust"), &mut found);
    found
}

fn walk(module: &Vec<String>, tokens: TokenStream, found: &mut BTreeSet<String>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let word = |at: usize| match tokens.get(at) {
        Some(TokenTree::Ident(ident)) => Some(ident.to_string()),
        _ => None,
    };
    let mut at = 0;
    while at < tokens.len() {
        // `mod tests { … }`
        if let (Some("mod"), Some(name), Some(TokenTree::Group(inside))) =
            (word(at).as_deref(), word(at + 1), tokens.get(at + 2))
        {
            walk(&[module.as_slice(), &[name]].concat(), inside.stream(), found);
            at += 3;
            continue;
        }
        let mut here = match word(at).as_deref() {
            Some("crate") => Vec::new(),
            Some("super") => module.iter().rev().skip(1).rev().cloned().collect(),
            _ => {
                if let Some(TokenTree::Group(inside)) = tokens.get(at) {
                    walk(module, inside.stream(), found);
                }
                at += 1;
                continue;
            }
        };
        at += 1;
        while is_colons(&tokens, at) && word(at + 2).as_deref() == Some("super") {
            here.pop();
            at += 3;
        }
        if here.is_empty() && is_colons(&tokens, at) {
            match tokens.get(at + 2) {
                Some(TokenTree::Ident(name)) => drop(found.insert(name.to_string())),
                Some(TokenTree::Group(names)) => found.extend(firsts(names.stream())),
                _ => {}
            }
        }
    }
}

fn is_colons(tokens: &[TokenTree], at: usize) -> bool {
    let colon = |at: usize| matches!(tokens.get(at), Some(TokenTree::Punct(it)) if it.as_char() == ':');
    colon(at) && colon(at + 1)
}

/// The first names of a list of paths: `a` and `b` of `{a::{x, y}, b}`.
fn firsts(names: TokenStream) -> Vec<String> {
    let names: Vec<TokenTree> = names.into_iter().collect();
    let paths = names.split(|token| matches!(token, TokenTree::Punct(it) if it.as_char() == ','));
    let first = |path: &[TokenTree]| match path.first() {
        Some(TokenTree::Ident(name)) => Some(name.to_string()),
        _ => None,
    };
    paths.filter_map(first).collect()
}

/// Each module that is used by one which may not: "data uses pages".
fn broken(order: &[String], module: &str, used: &BTreeSet<String>) -> Vec<String> {
    let place = |name: &str| order.iter().position(|it| it == name);
    let above = used.iter().filter(|name| place(name) > place(module) || place(name).is_none());
    above.map(|name| format!("{module} uses {name}")).collect()
}

#[test]
fn each_module_uses_only_those_below_it() {
    let orders = orders();
    assert!(orders.len() >= 3, "ARCHITECTURE.md gives the order of {} crates", orders.len());
    for (folder, order) in orders {
        let mut found = BTreeSet::new();
        let mut seen = BTreeSet::new();
        for (module, code) in modules(&folder) {
            if !ROOTS.contains(&module[0].as_str()) {
                found.extend(broken(&order, &module[0], &used(&module, &code)));
                seen.insert(module[0].clone());
            }
        }
        assert_eq!(found, BTreeSet::new(), "against the order of {folder}");
        assert_eq!(seen, order.into_iter().collect(), "the modules of {folder} are not those of the order");
    }
}

#[test]
fn uses_are_found_wherever_they_stand() {
    let module = ["pages".to_owned(), "cases".to_owned()];
    let code = r#"
        //! Not crate::comment.
        use crate::data::Data;
        pub use crate::{charts::{self, Chart}, words};
        use super::super::content::Text;
        use super::other::Page;
        fn say() -> &'static str {
            view! { <p class=crate::components::class()>"not crate::text::said"</p> };
            "crate::string::s"
        }
        mod tests {
            use super::super::super::app::App;
            use super::*;
        }
    "#;
    let expected = ["app", "charts", "components", "content", "data", "words"].map(str::to_owned);
    assert_eq!(used(&module, code), expected.into());
}

#[test]
fn a_use_against_the_order_is_told() {
    let order = ["data", "content", "pages"].map(str::to_owned);
    let uses = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(broken(&order, "content", &uses(&["data", "content"])), Vec::<String>::new());
    assert_eq!(
        broken(&order, "content", &uses(&["pages", "data", "gone"])),
        ["content uses gone", "content uses pages"]
    );
}
