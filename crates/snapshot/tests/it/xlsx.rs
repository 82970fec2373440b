//! Workbooks changed as spreadsheet programs change them: part by part, cell by cell.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The parts of a workbook that `snapshot workbook` wrote.
pub struct Xlsx(Vec<(String, Vec<u8>)>);

impl Xlsx {
    pub fn open(path: &Path) -> Self {
        let mut archive = ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
        let mut parts = Vec::new();
        for at in 0..archive.len() {
            let mut part = archive.by_index(at).unwrap();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            parts.push((part.name().unwrap().into_owned(), bytes));
        }
        Self(parts)
    }

    pub fn save(&self, path: &Path) {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in &self.0 {
            writer.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
            writer.write_all(bytes).unwrap();
        }
        fs::write(path, writer.finish().unwrap().into_inner()).unwrap();
    }

    /// Adds a part, whatever it is called.
    pub fn add(&mut self, part: &str, bytes: impl Into<Vec<u8>>) {
        self.0.push((part.to_owned(), bytes.into()));
    }

    /// Changes the text of all parts that are texts.
    pub fn edit_all(&mut self, change: impl Fn(String) -> String) {
        for (_, bytes) in &mut self.0 {
            if let Ok(text) = String::from_utf8(bytes.clone()) {
                *bytes = change(text).into_bytes();
            }
        }
    }

    /// Changes the text of a part.
    pub fn edit(&mut self, part: &str, change: impl FnOnce(String) -> String) {
        let (_, bytes) = self.0.iter_mut().find(|(name, _)| name == part).unwrap_or_else(|| panic!("{part}"));
        *bytes = change(String::from_utf8(bytes.clone()).unwrap()).into_bytes();
    }

    pub fn text(&self, part: &str) -> String {
        let (_, bytes) = self.0.iter().find(|(name, _)| name == part).unwrap_or_else(|| panic!("{part}"));
        String::from_utf8(bytes.clone()).unwrap()
    }

    /// The part of a sheet; the program numbers them in order.
    pub fn part_of(&self, sheet: &str) -> String {
        let workbook = self.text("xl/workbook.xml");
        let names =
            workbook.split("<sheet name=\"").skip(1).map(|it| it.split('"').next().unwrap().to_owned());
        let at = names.into_iter().position(|name| name == sheet).unwrap_or_else(|| panic!("{sheet}"));
        format!("xl/worksheets/sheet{}.xml", at + 1)
    }

    /// Puts a cell in the place of one that may be there: attributes and content as in the file.
    pub fn set(&mut self, sheet: &str, cell: &str, attributes: &str, content: &str) {
        let part = self.part_of(sheet);
        let new = format!("<c r=\"{cell}\" {attributes}>{content}</c>");
        self.edit(&part, |xml| {
            let start = format!("<c r=\"{cell}\"");
            if let Some(at) = xml.find(&start) {
                let rest = &xml[at..];
                let end = match (rest.find("/>"), rest.find("</c>")) {
                    (Some(empty), Some(whole)) if empty < whole && !rest[..empty].contains("><") => empty + 2,
                    (_, Some(whole)) => whole + 4,
                    (Some(empty), None) => empty + 2,
                    (None, None) => panic!("{cell}"),
                };
                return format!("{}{new}{}", &xml[..at], &rest[end..]);
            }
            let row = cell.trim_start_matches(|it: char| it.is_ascii_alphabetic());
            match xml.find(&format!("<row r=\"{row}\"")) {
                Some(at) => {
                    let end = at + xml[at..].find("</row>").unwrap();
                    format!("{}{new}{}", &xml[..end], &xml[end..])
                }
                None => xml.replace("</sheetData>", &format!("<row r=\"{row}\">{new}</row></sheetData>")),
            }
        });
    }

    pub fn set_text(&mut self, sheet: &str, cell: &str, text: &str) {
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        let content = format!("<is><t xml:space=\"preserve\">{text}</t></is>");
        self.set(sheet, cell, "t=\"inlineStr\"", &content);
    }

    pub fn set_number(&mut self, sheet: &str, cell: &str, number: &str) {
        self.set(sheet, cell, "", &format!("<v>{number}</v>"));
    }

    /// Adds a style with a number format; gives the attribute of cells that have it.
    pub fn style(&mut self, format: u32) -> String {
        let styles = self.text("xl/styles.xml");
        let all = styles.split("<cellXfs").nth(1).unwrap().split("</cellXfs>").next().unwrap().to_owned();
        let count = all.matches("<xf ").count();
        let xf = format!(
            "<xf numFmtId=\"{format}\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
        );
        self.edit("xl/styles.xml", |xml| xml.replace("</cellXfs>", &format!("{xf}</cellXfs>")));
        format!("s=\"{count}\"")
    }

    /// Takes a row out, as deleting it does but that those below stay where they are.
    pub fn delete_row(&mut self, sheet: &str, row: u32) {
        let part = self.part_of(sheet);
        self.edit(&part, |xml| {
            let at = xml.find(&format!("<row r=\"{row}\"")).unwrap();
            let end = at + xml[at..].find("</row>").unwrap() + 6;
            format!("{}{}", &xml[..at], &xml[end..])
        });
    }

    /// Changes the places of two rows, as sorting does.
    pub fn swap_rows(&mut self, sheet: &str, one: u32, other: u32) {
        let part = self.part_of(sheet);
        self.edit(&part, |xml| {
            let taken = |row: u32| {
                let at = xml.find(&format!("<row r=\"{row}\"")).unwrap();
                let end = at + xml[at..].find("</row>").unwrap() + 6;
                (at, end, xml[at..end].to_owned())
            };
            let numbered = |text: &str, from: u32, to: u32| {
                let row = text.replace(&format!("<row r=\"{from}\""), &format!("<row r=\"{to}\""));
                let parts: Vec<&str> = row.split("<c r=\"").collect();
                let cells = parts[1..].iter().map(|cell| {
                    let (name, rest) = cell.split_once('"').unwrap();
                    let letters: String = name.chars().filter(char::is_ascii_alphabetic).collect();
                    format!("{letters}{to}\"{rest}")
                });
                format!("{}<c r=\"{}", parts[0], cells.collect::<Vec<_>>().join("<c r=\""))
            };
            let ((start, one_end, first), (other_start, end, second)) = (taken(one), taken(other));
            format!(
                "{}{}{}{}{}",
                &xml[..start],
                numbered(&second, other, one),
                &xml[one_end..other_start],
                numbered(&first, one, other),
                &xml[end..]
            )
        });
    }
}
