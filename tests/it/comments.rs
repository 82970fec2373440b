//! The form of comments, as CONTRIBUTING.md asks for it.

use crate::sources::{has_ending, sources};

/// The number of words that the first sentence of a doc comment may have.
const MOST_WORDS: usize = 20;
/// Words that begin a question, and no sentence of a comment.
const QUESTIONS: [&str; 4] = ["What ", "Who ", "Of ", "Whether "];
/// Words that begin no doc comment: those of functions begin with a verb, the others with a noun.
const NOT_FIRST: [&str; 3] = ["How ", "Which ", "Why "];

/// A comment of one or more lines.
struct Comment {
    line: usize,
    is_doc: bool,
    text: String,
}

/// Gives the comments of Rust code; a blank line of a doc comment begins another one.
fn comments(code: &str) -> Vec<Comment> {
    let mut found: Vec<Comment> = Vec::new();
    let mut before = None;
    for (line, text) in (1..).zip(code.lines()) {
        let text = text.trim_start();
        let doc = text.strip_prefix("///").or_else(|| text.strip_prefix("//!"));
        let read = doc.or_else(|| text.strip_prefix("//")).map(|text| (doc.is_some(), text.trim()));
        match (read, found.last_mut()) {
            (Some((_, "")) | None, _) => before = None,
            (Some((is_doc, text)), Some(last)) if before == Some(is_doc) => {
                last.text.extend([" ", text]);
            }
            (Some((is_doc, text)), _) => {
                before = Some(is_doc);
                found.push(Comment { line, is_doc, text: text.to_owned() });
            }
        }
    }
    found
}

/// Splits a comment where a full stop is followed by a space: one inside a name or number ends nothing.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(". ").map(str::trim)
}

/// Gives what is wrong with a comment.
fn fault(comment: &Comment) -> Option<String> {
    let begins = |sentence: &str, words: &[&str]| words.iter().any(|word| sentence.starts_with(word));
    if let Some(question) = sentences(&comment.text).find(|sentence| begins(sentence, &QUESTIONS)) {
        return Some(format!("begins with a question: {question}"));
    }
    let first = sentences(&comment.text).next().unwrap_or(&comment.text);
    if comment.is_doc && begins(first, &NOT_FIRST) {
        return Some(format!("begins neither with a verb nor with a noun: {first}"));
    }
    let words = first.split_whitespace().count();
    (comment.is_doc && words > MOST_WORDS).then(|| format!("{words} words in a sentence: {first}"))
}

#[test]
fn comments_are_short_and_no_questions() {
    let all = sources();
    let code = all.iter().filter(|(path, _)| has_ending(path, "rs"));
    let faults = code.flat_map(|(path, text)| {
        let told = |it: &Comment| Some(format!("{}:{}: {}", path.display(), it.line, fault(it)?));
        comments(text).iter().filter_map(told).collect::<Vec<_>>()
    });
    assert_eq!(faults.collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn a_comment_of_another_form_is_found() {
    let faulty = |code: &str| comments(code).iter().any(|comment| fault(comment).is_some());
    for code in [
        "/// What a page says.\nfn a() {}",
        "// Long ago. Whether it\n// holds is unclear.",
        "//! How it is done.",
        "/// Gives one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen\n\
         /// sixteen seventeen eighteen nineteen twenty.",
    ] {
        assert!(faulty(code), "{code}");
    }
    for code in
        ["/// Gives a name, e.g. 31-a.\nfn a() {}", "// Because of 1.5 times.", "let what = \"What is it\";"]
    {
        assert!(!faulty(code), "{code}");
    }
}
