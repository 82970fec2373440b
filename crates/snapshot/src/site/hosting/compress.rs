//! A `.gz` and a `.br` beside each file that gets smaller, for servers that send such copies.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;

use super::{Problem, is_named_by_content, remove, unreadable, unwritable};

/// Files of text and programs, by the endings of their names.
const ENDINGS: [&str; 13] =
    ["css", "csv", "html", "ics", "js", "json", "jsonl", "md", "svg", "toml", "txt", "wasm", "xml"];
/// Below this it saves no packet.
const SMALLEST: usize = 1000;

/// Gives the quality of brotli. The program and its data are what every visitor downloads, and take the best:
/// a tenth smaller, at fifteen times the time. Hundreds of pages, and tables that few download, would take
/// longer than the build.
fn quality(path: &str) -> i32 {
    match (cfg!(debug_assertions), is_named_by_content(path)) {
        // Without optimization each step takes its time, and no test asks how small a copy is.
        (true, _) => 2,
        (false, true) => 11,
        (false, false) => 9,
    }
}

/// The outcome of compressing, and the bytes of all files that have copies.
#[derive(Clone, Copy, Debug, Default)]
pub struct Compressed {
    /// Copies written or removed.
    pub written: usize,
    pub original: u64,
    pub gzip: u64,
    pub brotli: u64,
}

#[derive(Clone, Copy, Debug)]
enum Format {
    Gzip,
    Brotli,
}

impl Format {
    const ALL: [Self; 2] = [Self::Gzip, Self::Brotli];

    fn ending(self) -> &'static str {
        match self {
            Self::Gzip => ".gz",
            Self::Brotli => ".br",
        }
    }

    /// Gives always the same copy for the same bytes: no time, no name in it.
    fn pack(self, bytes: &[u8], quality: i32) -> io::Result<Vec<u8>> {
        match self {
            Self::Gzip => {
                let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
                encoder.write_all(bytes)?;
                encoder.finish()
            }
            Self::Brotli => {
                let params = brotli::enc::BrotliEncoderParams {
                    quality,
                    size_hint: bytes.len(),
                    ..Default::default()
                };
                let mut packed = Vec::new();
                brotli::BrotliCompress(&mut &*bytes, &mut packed, &params)?;
                Ok(packed)
            }
        }
    }

    /// Tells if `packed` is a copy of these bytes, whole and of nothing else.
    fn holds(self, packed: &[u8], bytes: &[u8]) -> bool {
        let mut unpacked = Vec::with_capacity(bytes.len());
        let read = match self {
            Self::Gzip => GzDecoder::new(packed).read_to_end(&mut unpacked).map(drop),
            Self::Brotli => brotli::BrotliDecompress(&mut &*packed, &mut unpacked),
        };
        read.is_ok() && unpacked == bytes
    }
}

/// Gives the path of the file of which this may be a compressed copy; other paths are their own.
pub fn original(path: &str) -> &str {
    let endings = Format::ALL.map(Format::ending);
    let stem = endings.iter().find_map(|ending| path.strip_suffix(ending));
    stem.filter(|stem| is_text(stem)).unwrap_or(path)
}

fn is_text(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.contains(&ending))
}

/// Makes copies true: those that are stay as they are, which unpacking tells in a fraction of the time.
pub fn compress(dist: &Path, files: &[String]) -> Result<Compressed, Box<Problem>> {
    let texts: BTreeSet<&str> =
        files.iter().map(String::as_str).filter(|path| original(path) == *path && is_text(path)).collect();
    let mut all = Compressed::default();
    for path in files.iter().filter(|path| original(path) != *path && !texts.contains(original(path))) {
        all.written += usize::from(remove(dist, path)?);
    }

    let texts: Vec<&str> = texts.into_iter().collect();
    let next = AtomicUsize::new(0);
    let work = || {
        let mut own = Compressed::default();
        while let Some(path) = texts.get(next.fetch_add(1, Ordering::Relaxed)) {
            copies(dist, path, &mut own)?;
        }
        Ok(own)
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let done: Vec<Result<Compressed, Box<Problem>>> = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers
            .into_iter()
            .map(|worker| worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    });
    for own in done {
        let own = own?;
        all.written += own.written;
        all.original += own.original;
        all.gzip += own.gzip;
        all.brotli += own.brotli;
    }
    Ok(all)
}

/// Sees to both copies of one file.
fn copies(dist: &Path, path: &str, done: &mut Compressed) -> Result<(), Box<Problem>> {
    let bytes = fs::read(dist.join(path)).map_err(|error| unreadable(path, &error))?;
    let mut sizes = [bytes.len() as u64; 2];
    for (format, size) in Format::ALL.into_iter().zip(&mut sizes) {
        let copy = format!("{path}{}", format.ending());
        let there = fs::read(dist.join(&copy)).ok();
        if bytes.len() < SMALLEST {
            done.written += usize::from(remove(dist, &copy)?);
            continue;
        }
        if let Some(there) = there.filter(|it| it.len() < bytes.len() && format.holds(it, &bytes)) {
            *size = there.len() as u64;
            continue;
        }
        let packed = format.pack(&bytes, quality(path)).map_err(|error| unwritable(&copy, &error))?;
        if packed.len() < bytes.len() {
            fs::write(dist.join(&copy), &packed).map_err(|error| unwritable(&copy, &error))?;
            *size = packed.len() as u64;
            done.written += 1;
        } else {
            done.written += usize::from(remove(dist, &copy)?);
        }
    }
    let [gzip, brotli] = sizes;
    done.original += bytes.len() as u64;
    done.gzip += gzip;
    done.brotli += brotli;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_known_by_what_is_in_it() {
        let bytes = "市町村 ".repeat(500).into_bytes();
        for format in Format::ALL {
            let packed = format.pack(&bytes, 9).unwrap_or_default();
            assert!(format.holds(&packed, &bytes) && !format.holds(&packed, &bytes[1..]), "{format:?}");
            assert!(!format.holds(&packed[..packed.len() / 2], &bytes), "{format:?}: half a copy");
            assert_eq!(format.pack(&bytes, 9).ok(), Some(packed), "{format:?}: the same each time");
        }
    }

    #[test]
    fn only_copies_of_texts_are_copies() {
        assert_eq!(original("data/catalog.json.br"), "data/catalog.json");
        assert_eq!(original("data/catalog.json"), "data/catalog.json");
        assert_eq!(original("photo.jpg.gz"), "photo.jpg.gz");
    }
}
