//! A workbook file before it is read: what would fill the memory is refused, and what nobody sees is found.

use std::collections::HashMap;
use std::io::{Read, Seek};

use zip::ZipArchive;

use super::limits::{Excess, Limits};
use super::scan::{Scanner, Unseen};

const WORKBOOK: &str = "xl/workbook.xml";
const FILES: &str = "xl/_rels/workbook.xml.rels";

/// The findings in a file.
#[derive(Debug, Default)]
pub struct Package {
    /// The unseen parts of each sheet, by its name.
    sheets: HashMap<String, Unseen>,
    pub has_macros: bool,
    /// Cells refer to other files.
    pub has_links: bool,
}

impl Package {
    /// Goes through all parts once. A part that cannot be read is left to the reader of the workbook.
    pub fn read(file: impl Read + Seek, limits: &Limits) -> Result<Self, Excess> {
        // The reader of the workbook says why.
        let Ok(mut archive) = ZipArchive::new(file) else { return Ok(Self::default()) };
        if archive.len() > limits.parts {
            return Err(Excess::Parts);
        }
        let mut package = Self::default();
        let mut unseen: HashMap<String, Unseen> = HashMap::new();
        let (mut sheets, mut files) = (Vec::new(), HashMap::new());
        let mut left = *limits;
        for at in 0..archive.len() {
            let Ok(mut part) = archive.by_index(at) else { continue };
            let Ok(name) = part.name().map(|name| name.replace('\\', "/")) else { continue };
            let mut scanner = Scanner::default();
            scan(&mut part, &mut scanner, &mut left)?;
            left.cells = left.cells.saturating_sub(scanner.cells());
            package.has_macros |= name.ends_with("vbaProject.bin");
            package.has_links |= name.starts_with("xl/externalLinks/");
            match name.as_str() {
                WORKBOOK => sheets = scanner.pairs,
                FILES => files = scanner.pairs.into_iter().collect(),
                _ => drop(unseen.insert(name, scanner.unseen)),
            }
        }
        for (sheet, id) in sheets {
            let file = files.get(&id).map(|file| match file.strip_prefix('/') {
                Some(whole) => whole.to_owned(),
                None => format!("xl/{file}"),
            });
            if let Some(found) = file.and_then(|file| unseen.remove(&file)) {
                package.sheets.insert(sheet, found);
            }
        }
        Ok(package)
    }

    /// Gives the unseen parts of a sheet; none where it is not known.
    pub fn unseen(&self, sheet: &str) -> Option<&Unseen> {
        self.sheets.get(sheet)
    }
}

/// Reads a part to its end, or to the byte at which it is too much.
fn scan(part: &mut impl Read, scanner: &mut Scanner, left: &mut Limits) -> Result<(), Excess> {
    let mut buffer = vec![0; 64 * 1024];
    loop {
        // A broken part is told of by the reader of the workbook, if it is needed.
        let read = part.read(&mut buffer).unwrap_or_default();
        let Some(bytes) = buffer.get(..read).filter(|bytes| !bytes.is_empty()) else { return Ok(()) };
        left.bytes = left.bytes.checked_sub(bytes.len() as u64).ok_or(Excess::Bytes)?;
        scanner.take(bytes, left)?;
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::super::limits::LIMITS;
    use super::*;

    fn archive(parts: &[(&str, &[u8])]) -> Cursor<Vec<u8>> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in parts {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap()
    }

    #[test]
    fn a_small_file_that_grows_is_refused_however_many_parts_it_is_spread_over() {
        let limits = Limits { bytes: 1_000_000, ..LIMITS };
        let blanks = vec![b' '; 600_000];
        assert!(Package::read(archive(&[("a.xml", &blanks)]), &limits).is_ok());
        let two = archive(&[("a.xml", &blanks), ("b.bin", &blanks)]);
        assert!(two.get_ref().len() < 10_000);
        assert_eq!(Package::read(two, &limits).err(), Some(Excess::Bytes));
        let cells = "<worksheet><row><c/><c/></row>".as_bytes();
        let limits = Limits { cells: 3, ..LIMITS };
        assert!(Package::read(archive(&[("a.xml", cells)]), &limits).is_ok());
        assert_eq!(
            Package::read(archive(&[("a.xml", cells), ("b.xml", cells)]), &limits).err(),
            Some(Excess::Cells)
        );
        let parts = archive(&[("a", b""), ("b", b"")]);
        assert_eq!(Package::read(parts, &Limits { parts: 1, ..LIMITS }).err(), Some(Excess::Parts));
    }
}
