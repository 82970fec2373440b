//! The texts with which the program explains itself to a maintainer.

use crate::program::snapshot;

fn help(arguments: &[&str]) -> String {
    let run = snapshot(&[arguments, &["--help"]].concat());
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{arguments:?}");
    run.out
}

/// Gives the names that the list of commands begins its lines with.
fn commands(help: &str) -> Vec<&str> {
    let list = help.split_once("コマンド：").unwrap().1.split_once("\n\n").unwrap().0;
    list.lines().filter_map(|line| line.split_whitespace().next()).collect()
}

#[test]
fn the_program_and_each_command_explain_themselves() {
    let help_of_all = help(&[]);
    // The program that asks other sites has a command more.
    let name = if cfg!(feature = "links") { "help_with_links" } else { "help" };
    insta::assert_snapshot!(name, help_of_all);
    for command in commands(&help_of_all) {
        insta::assert_snapshot!(format!("help_{command}"), help(&[command]));
    }
}
