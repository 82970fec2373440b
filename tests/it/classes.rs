//! Each class of the style sheets is given to an element somewhere.

use std::collections::BTreeSet;

use cssparser::{ParseError, Parser, ParserInput, Token};
use proc_macro2::{TokenStream, TokenTree};

use crate::sources::{has_ending, is_test, sources};

#[test]
fn each_class_of_the_styles_is_given_to_something() {
    let all = sources();
    let program = all.iter().filter(|(path, _)| !is_test(path));
    let texts = program.flat_map(|(path, text)| match path {
        _ if has_ending(path, "rs") => strings(text.parse().expect("Rust")),
        _ if has_ending(path, "css") => Vec::new(),
        _ => quoted(text),
    });
    let texts = texts.chain(quoted(include_str!("../../index.html")));
    let given: BTreeSet<String> = texts.flat_map(|text| words(&text)).collect();
    let styles = all.iter().filter(|(path, _)| has_ending(path, "css"));
    let unused = styles.flat_map(|(path, text)| {
        let unused = classes(text).into_iter().filter(|class| !given.contains(class));
        unused.map(|class| format!("{}: .{class}", path.display())).collect::<Vec<_>>()
    });
    assert_eq!(unused.collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn classes_are_found_in_selectors_only() {
    let style = r#"/* .no */ .a__b:is(.c, p).d > .e[x=".no"] { background: url(../no.svg); inset: .5rem }
        @media (width < 9.5rem) { .f { margin: 0 } }"#;
    assert_eq!(classes(style), ["a__b", "c", "d", "e", "f"].map(str::to_owned).into());
}

#[test]
fn texts_are_found_in_macros_and_not_in_comments() {
    let code = r#"/// "no"
        fn a() { view! { <p class="b c">"d"</p> } }"#;
    assert_eq!(strings(code.parse().unwrap()).iter().flat_map(|text| words(text)).collect::<String>(), "bcd");
}

/// The classes that a style sheet has rules for.
fn classes(style: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    collect(&mut Parser::new(&mut ParserInput::new(style)), &mut found);
    found
}

/// Finds names behind a dot in the rest of a block: no value of a property has any.
fn collect(parser: &mut Parser<'_, '_>, found: &mut BTreeSet<String>) {
    let mut after_dot = false;
    while let Ok(token) = parser.next_including_whitespace().cloned() {
        match &token {
            Token::Ident(name) if after_dot => drop(found.insert(name.to_string())),
            Token::Function(_)
            | Token::ParenthesisBlock
            | Token::SquareBracketBlock
            | Token::CurlyBracketBlock => {
                let inside = parser.parse_nested_block(|inside| {
                    collect(inside, found);
                    Ok::<_, ParseError<'_, ()>>(())
                });
                assert!(inside.is_ok());
            }
            _ => {}
        }
        after_dot = token == Token::Delim('.');
    }
}

/// The text literals of Rust code, also inside macros, not in attributes, which hold the comments.
fn strings(code: TokenStream) -> Vec<String> {
    let mut found = Vec::new();
    let mut tokens = code.into_iter();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(mark) if mark.as_char() == '#' => drop(tokens.next()),
            TokenTree::Group(inside) => found.extend(strings(inside.stream())),
            TokenTree::Literal(literal) => found.push(literal.to_string()),
            _ => {}
        }
    }
    found
}

/// The texts in quotes, line by line.
fn quoted(text: &str) -> Vec<String> {
    let of_line =
        |line: &str| line.split(['"', '\'', '`']).skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    text.lines().flat_map(of_line).collect()
}

fn words(text: &str) -> Vec<String> {
    let is_of_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_';
    text.split(|letter| !is_of_name(letter)).map(str::to_owned).collect()
}
