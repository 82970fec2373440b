//! The maintainers' program. Everything is in the library; see `cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    joint_procurement::cli::run(std::env::args_os())
}
