//! The tags of a part of a workbook, looked at while it streams by. Only what was sought is kept.

use std::collections::BTreeSet;

use super::limits::{Excess, Limits};
use crate::problem::Place;

/// The cells of a row that a sheet can have.
const MOST_COLUMNS: usize = 16_384;
/// Merged regions of a sheet.
const MOST_MERGED: usize = 100_000;
/// The bytes of a tag that are looked into.
const KEPT: usize = 400;

/// The parts of a sheet that nobody sees, and whether it computes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unseen {
    /// The number of hidden rows with something in them.
    pub rows: usize,
    /// The first of them, counted from 1.
    pub first_row: Option<u32>,
    /// Hidden columns with something in them, counted from 1.
    pub columns: BTreeSet<u32>,
    pub is_filtered: bool,
    pub has_formulas: bool,
}

impl Unseen {
    /// Says what is read although nobody sees it; none where all is seen.
    pub fn note(&self, sheet: &str) -> Option<String> {
        let rows = self.first_row.map(|first| {
            let rest = if self.rows > 1 { "など" } else { "" };
            format!("{}行（{first}行目{rest}）", self.rows)
        });
        let letters = |column: &u32| Place::cell("", (0, column.checked_sub(1)?)).letters();
        let columns: Vec<String> = self.columns.iter().filter_map(letters).collect();
        let columns = (!columns.is_empty()).then(|| format!("{}列（{}）", columns.len(), columns.join("、")));
        let hidden: Vec<String> = rows.into_iter().chain(columns).collect();
        let why =
            if self.is_filtered { "フィルターなどで隠れている" } else { "隠れている" };
        (!hidden.is_empty()).then(|| format!("シート「{sheet}」で{why}{}も読みました。", hidden.join("と")))
    }
}

/// The kinds of parts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Root {
    #[default]
    Unknown,
    Sheet,
    Texts,
    /// The list of sheets, or that of files.
    List,
    Other,
}

/// Looks at one part.
#[derive(Default)]
pub struct Scanner {
    pub unseen: Unseen,
    /// The names and the references of sheets, or the references and the files.
    pub pairs: Vec<(String, String)>,
    root: Root,
    is_in_tag: bool,
    /// The beginning of the tag.
    tag: Vec<u8>,
    /// The bytes of the text or tag so far.
    run: usize,
    cells: usize,
    in_row: usize,
    merged: usize,
    tags: usize,
    row: u32,
    is_row_hidden: bool,
    column: Option<u32>,
    hidden: Vec<(u32, u32)>,
}

impl Scanner {
    /// Takes some more bytes.
    pub fn take(&mut self, mut bytes: &[u8], limits: &Limits) -> Result<(), Excess> {
        while !bytes.is_empty() {
            let sought = if self.is_in_tag { b'>' } else { b'<' };
            let end = bytes.iter().position(|byte| *byte == sought);
            let (piece, rest) = bytes.split_at(end.unwrap_or(bytes.len()));
            self.run += piece.len();
            if self.run > limits.run && self.root != Root::Other {
                return Err(Excess::Odd);
            }
            if self.is_in_tag {
                let room = KEPT.saturating_sub(self.tag.len());
                self.tag.extend(piece.iter().take(room));
            }
            if end.is_some() {
                if self.is_in_tag {
                    let tag = std::mem::take(&mut self.tag);
                    self.end(&tag, limits)?;
                    self.tag = tag;
                    self.tag.clear();
                }
                self.is_in_tag = !self.is_in_tag;
                self.run = 0;
            }
            bytes = rest.get(1..).unwrap_or_default();
        }
        Ok(())
    }

    /// Counts the cells and the shared texts.
    pub fn cells(&self) -> usize {
        self.cells
    }

    fn end(&mut self, tag: &[u8], limits: &Limits) -> Result<(), Excess> {
        let name = tag.split(|byte| byte.is_ascii_whitespace() || *byte == b'/').next().unwrap_or_default();
        if name.is_empty() || name.starts_with(b"?") {
            return Ok(());
        }
        if name.starts_with(b"!") {
            return if name.to_ascii_uppercase().starts_with(b"!DOCTYPE") {
                Err(Excess::Entities)
            } else {
                Ok(())
            };
        }
        // The prefix of a name space does not count.
        let name = name.rsplit(|byte| *byte == b':').next().unwrap_or(name);
        if self.root == Root::Unknown {
            self.root = match name {
                b"worksheet" => Root::Sheet,
                b"sst" => Root::Texts,
                b"workbook" | b"Relationships" => Root::List,
                _ => Root::Other,
            };
        }
        match (self.root, name) {
            (Root::Sheet, _) => self.of_sheet(name, tag)?,
            (Root::Texts, b"si") => self.cells += 1,
            // Room is made for as many texts as are announced.
            (Root::Texts, b"sst") => {
                let announced = attribute(tag, "uniqueCount").and_then(|count| count.parse::<u64>().ok());
                if announced.is_some_and(|count| count > limits.cells as u64) {
                    return Err(Excess::Odd);
                }
            }
            (Root::Texts, _) => {}
            (Root::List, b"sheet") => self.pair(tag, "name", "id"),
            (Root::List, b"Relationship") => self.pair(tag, "Id", "Target"),
            _ => self.tags += 1,
        }
        if self.tags > limits.tags {
            return Err(Excess::Odd);
        }
        if self.cells > limits.cells { Err(Excess::Cells) } else { Ok(()) }
    }

    fn pair(&mut self, tag: &[u8], one: &str, other: &str) {
        self.tags += 1;
        let text =
            |name| attribute(tag, name).map(|text| html_escape::decode_html_entities(&text).into_owned());
        self.pairs.extend(text(one).zip(text(other)));
    }

    fn of_sheet(&mut self, name: &[u8], tag: &[u8]) -> Result<(), Excess> {
        match name {
            b"c" => {
                self.cells += 1;
                self.in_row += 1;
                if self.in_row > MOST_COLUMNS {
                    return Err(Excess::Odd);
                }
                self.column = (!self.hidden.is_empty()).then(|| column_of(tag)).flatten();
            }
            b"v" | b"is" | b"f" => {
                self.unseen.has_formulas |= name == b"f";
                self.filled();
            }
            b"row" => {
                self.in_row = 0;
                self.row = number(tag, "r").unwrap_or(self.row + 1);
                self.is_row_hidden = is_hidden(tag);
            }
            // More than there are columns stand in no sheet that a program wrote.
            b"col" if is_hidden(tag) && self.hidden.len() < MOST_COLUMNS => {
                self.hidden.extend(number(tag, "min").zip(number(tag, "max")));
            }
            b"filterColumn" => self.unseen.is_filtered = true,
            b"mergeCell" => {
                self.merged += 1;
                if self.merged > MOST_MERGED {
                    return Err(Excess::Merged);
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Takes note of a cell with something in it.
    fn filled(&mut self) {
        if std::mem::take(&mut self.is_row_hidden) {
            self.unseen.rows += 1;
            self.unseen.first_row.get_or_insert(self.row);
        }
        if let Some(column) = self.column.take()
            && self.hidden.iter().any(|(first, last)| (*first..=*last).contains(&column))
        {
            self.unseen.columns.insert(column);
        }
    }
}

/// Gives the value of an attribute, whatever its prefix.
fn attribute(tag: &[u8], name: &str) -> Option<String> {
    let tag = String::from_utf8_lossy(tag);
    tag.match_indices(name).find_map(|(at, _)| {
        let is_start = tag.get(..at)?.ends_with(|it: char| it.is_ascii_whitespace() || it == ':');
        let value = tag.get(at + name.len()..)?.trim_start().strip_prefix('=')?.trim_start();
        let quote = value.chars().next().filter(|it| is_start && ['"', '\''].contains(it))?;
        value.get(1..)?.split_once(quote).map(|(value, _)| value.to_owned())
    })
}

fn number(tag: &[u8], name: &str) -> Option<u32> {
    attribute(tag, name)?.parse().ok()
}

fn is_hidden(tag: &[u8]) -> bool {
    attribute(tag, "hidden").is_some_and(|value| value == "1" || value == "true")
}

/// Gives the column of a cell, counted from 1.
fn column_of(tag: &[u8]) -> Option<u32> {
    let cell = attribute(tag, "r")?;
    let letters = cell.bytes().take_while(u8::is_ascii_uppercase).take(3);
    Some(letters.fold(0, |sum, letter| sum * 26 + u32::from(letter - b'A') + 1))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const LIMITS: Limits = Limits { bytes: 1_000_000, parts: 10, cells: 20_000, tags: 50, run: 500 };
    const SHEET: &str = "<?xml version=\"1.0\"?><x:worksheet><cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols>\
        <sheetData><row r=\"3\"><c r=\"A3\"><v>1</v></c><c r=\"B3\" s=\"1\"/></row>\
        <row r=\"4\" hidden=\"true\"><c r=\"A4\"><f>1+1</f><v>2</v></c><c r=\"C4\"><v>1</v></c></row>\
        <row r=\"5\" hidden=\"1\"><c r=\"A5\" s=\"1\"/></row><row hidden='1'><c t=\"inlineStr\"><is><t>a</t></is></c></row>\
        </sheetData><autoFilter><filterColumn/></autoFilter></x:worksheet>";

    fn scanned(pieces: &[&[u8]]) -> Result<Scanner, Excess> {
        let mut scanner = Scanner::default();
        for piece in pieces {
            scanner.take(piece, &LIMITS)?;
        }
        Ok(scanner)
    }

    proptest! {
        #[test]
        fn what_is_hidden_is_found_wherever_the_bytes_are_cut(at in 0..SHEET.len()) {
            let (one, other) = SHEET.as_bytes().split_at(at);
            let scanner = scanned(&[one, other]).unwrap();
            // An empty cell hides nothing.
            let columns = BTreeSet::from([3]);
            let expected =
                Unseen { rows: 2, first_row: Some(4), columns, is_filtered: true, has_formulas: true };
            prop_assert_eq!(scanner.unseen, expected);
            prop_assert_eq!(scanner.cells, 6);
        }

        #[test]
        fn no_bytes_whatever_are_a_panic(bytes: Vec<u8>, text in "[<>/!?a-z:= \"'0-9]{0,80}") {
            let _ = scanned(&[b"<worksheet>", &bytes, text.as_bytes()]);
        }
    }

    #[test]
    fn what_no_program_writes_is_refused() {
        let many = |start: &str, one: &str, count: usize| format!("{start}{}", one.repeat(count));
        for (text, expected) in [
            (many("<sst>", "<si/>", 20_001), Excess::Cells),
            (many("<worksheet>", "<row><c/></row>", 20_001), Excess::Cells),
            (many("<worksheet><row>", "<c/>", MOST_COLUMNS + 1), Excess::Odd),
            (many("<worksheet>", "<mergeCell ref=\"A1:B1\"/>", MOST_MERGED + 1), Excess::Merged),
            (many("<styleSheet>", "<xf/>", 51), Excess::Odd),
            (many("<workbook>", "<sheet name=\"a\" r:id=\"b\"/>", 51), Excess::Odd),
            (many("<sst><si><t>", "a", 501), Excess::Odd),
            (many("<worksheet ", "a", 501), Excess::Odd),
            ("<sst count=\"1\" uniqueCount=\"99999999999\">".to_owned(), Excess::Odd),
            ("<?xml version=\"1.0\"?><!DOCTYPE sst [<!ENTITY a \"b\">]><sst>".to_owned(), Excess::Entities),
        ] {
            assert_eq!(scanned(&[text.as_bytes()]).err(), Some(expected), "{}", &text[..text.len().min(60)]);
        }
    }
}
