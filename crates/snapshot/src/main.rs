//! The maintainers' program. Everything is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    joint_procurement_snapshot::run(std::env::args_os())
}
