//! Reads a source file as UTF-8 text, and says what it is instead where it is not.

use std::path::Path;

use crate::problem::{Problem, Report, io_reason};

/// Reads the text of the file with line ends LF and without a byte order mark. `None` after reporting why
/// not. The additions of Excel's "CSV UTF-8" (the mark, CRLF) are tolerated with a note.
pub fn read_text(folder: &Path, name: &str, report: &mut Report) -> Option<String> {
    let path = folder.join(name);
    match std::fs::read(&path) {
        Ok(bytes) => match decode(&bytes, name) {
            Ok((text, notes)) => {
                notes.into_iter().for_each(|note| report.note(format!("{name}： {note}")));
                Some(text)
            }
            Err(problem) => {
                report.add(*problem);
                None
            }
        },
        Err(error) => {
            report.add(unreadable(name, &path, &error));
            None
        }
    }
}

fn unreadable(name: &str, path: &Path, error: &std::io::Error) -> Problem {
    let shown = path.display();
    // Windows calls a folder that is opened as a file a lack of permission.
    if path.is_dir() {
        return Problem::new(name, "ファイルではなくフォルダーです。")
            .value(shown)
            .allowed("ファイル")
            .advice(format!("フォルダーをどけて、ファイル {name} を置いてください。"));
    }
    Problem::new(name, format!("読めません。{}。", io_reason(error))).value(shown).advice(
        match error.kind() {
            std::io::ErrorKind::NotFound => {
                format!("--source に指定したフォルダーに {name} があるか確かめてください。")
            }
            std::io::ErrorKind::PermissionDenied => {
                "ファイルとフォルダーの読み取り権限を確かめてください。".to_owned()
            }
            _ => "ディスクとファイルの状態を確かめてください。".to_owned(),
        },
    )
}

/// Decodes the bytes; the problem is boxed because it is large and rare.
fn decode(bytes: &[u8], name: &str) -> Result<(String, Vec<&'static str>), Box<Problem>> {
    let mut notes = Vec::new();
    let bytes = match bytes.strip_prefix(b"\xef\xbb\xbf") {
        Some(rest) => {
            notes.push("先頭に BOM があります。取り除いて読みました。");
            rest
        }
        None => bytes,
    };
    if bytes.is_empty() {
        return Err(Box::new(
            Problem::new(name, "空のファイルです。").advice("内容のあるファイルに置き換えてください。"),
        ));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| not_utf8(bytes, name, error.valid_up_to()))?;
    if text.contains('\0') {
        return Err(not_utf8(bytes, name, bytes.iter().position(|&byte| byte == 0).unwrap_or(0)));
    }
    let unified = text.replace("\r\n", "\n");
    if unified.len() < text.len() {
        notes.push("行末が CRLF です。LF として読みました。");
    }
    match unified.find('\r') {
        None => Ok((unified, notes)),
        Some(at) => Err(Box::new(
            Problem::new(name, "LF を伴わない CR（単独の改行文字）があります。")
                .row(line_of(unified.as_bytes(), at))
                .allowed("行末は LF または CRLF")
                .advice("エディターで行末を LF にそろえて保存し直してください。"),
        )),
    }
}

fn not_utf8(bytes: &[u8], name: &str, at: usize) -> Box<Problem> {
    let encoding = plausible_encoding(bytes);
    let resave = "「CSV UTF-8（コンマ区切り）」など、UTF-8 を選んで保存し直してください。";
    let (what, advice) = match encoding {
        Some(Encoding::ShiftJis) => (
            "文字コードが Shift_JIS（Excelの「CSV」保存）のようです。".to_owned(),
            format!("Excel では「名前を付けて保存」で{resave}"),
        ),
        Some(Encoding::EucJp) => {
            ("文字コードが EUC-JP のようです。".to_owned(), format!("エディターで{resave}"))
        }
        Some(Encoding::Utf16) => (
            "文字コードが UTF-16（Excelの「Unicode テキスト」保存など）のようです。".to_owned(),
            format!("Excel では「名前を付けて保存」で{resave}"),
        ),
        None => ("文字コードが UTF-8 ではありません。".to_owned(), format!("エディターで{resave}")),
    };
    let problem = Problem::new(name, what).allowed("UTF-8").advice(advice);
    // Lines cannot be counted in UTF-16.
    Box::new(if matches!(encoding, Some(Encoding::Utf16)) {
        problem
    } else {
        problem.row(line_of(bytes, at))
    })
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Encoding {
    ShiftJis,
    EucJp,
    Utf16,
}

/// Gives the probable encoding of bytes that are not UTF-8. Bytes that read as both Japanese encodings are
/// taken for the one whose reading has more kana, the commonest characters of any Japanese text; half-width
/// kana do not count, since EUC-JP read as Shift_JIS is full of them.
fn plausible_encoding(bytes: &[u8]) -> Option<Encoding> {
    let zeros = bytes.iter().filter(|&&byte| byte == 0).count();
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") || zeros * 10 > bytes.len() {
        return Some(Encoding::Utf16);
    }
    let japanese = |encoding: &'static encoding_rs::Encoding| {
        let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
        let kana = text.chars().filter(|character| matches!(character, 'ぁ'..='ヿ')).count();
        let kanji = text.chars().filter(|character| matches!(character, '一'..='鿿')).count();
        (kana + kanji > 0).then_some((kana, kanji))
    };
    match (japanese(encoding_rs::SHIFT_JIS), japanese(encoding_rs::EUC_JP)) {
        (Some(shift_jis), Some(euc_jp)) if euc_jp > shift_jis => Some(Encoding::EucJp),
        (Some(_), _) => Some(Encoding::ShiftJis),
        (None, Some(_)) => Some(Encoding::EucJp),
        (None, None) => None,
    }
}

fn line_of(bytes: &[u8], at: usize) -> usize {
    bytes.iter().take(at).filter(|&&byte| byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "code,name\n01,北海道のまち\n";

    #[test]
    fn bom_and_crlf_change_nothing_but_are_told() {
        let excel = format!("\u{feff}{}", TEXT.replace('\n', "\r\n"));
        let read = decode(excel.as_bytes(), "a.csv");
        assert_eq!(read.as_ref().map(|(text, _)| text.as_str()), Ok(TEXT));
        assert_eq!(read.map(|(_, notes)| notes.len()), Ok(2));
        assert_eq!(decode(TEXT.as_bytes(), "a.csv"), Ok((TEXT.to_owned(), vec![])));
    }

    #[test]
    fn japanese_encodings_are_named() {
        let (shift_jis, ..) = encoding_rs::SHIFT_JIS.encode(TEXT);
        let (euc_jp, ..) = encoding_rs::EUC_JP.encode(TEXT);
        let utf16: Vec<u8> =
            "\u{feff}".encode_utf16().chain(TEXT.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        for (bytes, name, row) in [
            (shift_jis.as_ref(), "Shift_JIS", Some(2)),
            (euc_jp.as_ref(), "EUC-JP", Some(2)),
            (&utf16, "UTF-16", None),
        ] {
            let problem = decode(bytes, "a.csv").err();
            assert!(
                problem.as_ref().is_some_and(|problem| problem.what.contains(name)),
                "{name}: {problem:?}"
            );
            assert_eq!(problem.and_then(|problem| problem.place.line()), row, "{name}");
        }
        let noise = decode(b"a,b\n\xff\xff\xfe\n", "a.csv").err();
        assert!(noise.is_some_and(
            |problem| problem.what.contains("UTF-8 ではありません") && problem.place.line() == Some(2)
        ));
    }

    #[test]
    fn a_bare_carriage_return_is_a_problem_with_its_line() {
        let problem = decode(b"a,b\n1,\r2\n", "a.csv").err();
        assert_eq!(problem.and_then(|problem| problem.place.line()), Some(2));
    }

    #[test]
    fn an_empty_file_is_a_problem() {
        assert!(decode(b"", "a.csv").is_err());
        assert!(decode(b"\xef\xbb\xbf", "a.csv").is_err());
    }
}
