//! The build script, which turns the Markdown of `prose/` and the guide in `docs/` into the values that `src/content/prose` shows.

use std::path::Path;
use std::{env, fs, io};

use joint_procurement_prose::markdown;

fn main() -> io::Result<()> {
    for read in ["prose", "docs/maintainer.ja.md", "docs/images/maintainer"] {
        println!("cargo::rerun-if-changed={read}");
    }
    let out = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    match markdown::code(Path::new(""))? {
        Ok(code) => fs::write(Path::new(&out).join("prose.rs"), code),
        Err(faults) => {
            // Cargo shows them and stops.
            faults.iter().for_each(|fault| println!("cargo::error={fault}"));
            Ok(())
        }
    }
}
