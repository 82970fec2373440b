//! Files that are no workbooks of the kind that is read, called what they are.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::problem::Problem;

/// Far more than tells the kind of a file.
const SEEN: u64 = 64 * 1024 * 1024;
/// The beginning of the files of old Office, and of those with a password.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0";

/// Tells if a file is encrypted, or of a form from before 2007. Both begin alike.
pub fn is_encrypted_or_old(path: &Path) -> bool {
    let mut bytes = Vec::new();
    let _ = File::open(path).and_then(|file| file.take(COMPOUND.len() as u64).read_to_end(&mut bytes));
    bytes == COMPOUND
}

/// Says what a file is instead of a workbook.
pub fn no_workbook(path: &Path, name: &str) -> Problem {
    let mut bytes = Vec::new();
    // A file that cannot be read now could not be read before.
    let _ = File::open(path).and_then(|file| file.take(SEEN).read_to_end(&mut bytes));
    let has = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
    // The names in such a file are of two bytes a letter.
    let encrypted: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let resave = "Excel では「名前を付けて保存」で「Excel ブック（*.xlsx）」を選んで保存し直してください。";
    let (what, advice) = if bytes.is_empty() {
        ("空のファイルです。", "ワークブックを指定してください。")
    } else if bytes.starts_with(COMPOUND) && has(&encrypted) {
        (
            "パスワードなどで保護（暗号化）されたワークブックです。",
            "Excel で開き、「ファイル」の「情報」の「ブックの保護」で「パスワードを使用して暗号化」を選び、パスワードを空欄にして保存し直してください。秘密度ラベルなど、組織の保護が付いているときは、それも外してください。",
        )
    } else if bytes.starts_with(COMPOUND) {
        ("古い形式（.xls など）のワークブックです。", resave)
    } else if bytes.starts_with(b"PK") && has(b"xl/workbook.bin") {
        ("バイナリー形式（.xlsb）のワークブックです。", resave)
    } else if bytes.starts_with(b"PK") && has(b"opendocument.spreadsheet") {
        (
            "OpenDocument 形式（.ods）の表計算ファイルです。",
            "LibreOffice では「名前を付けて保存」で「Excel 2007-365 (.xlsx)」を選んで保存し直してください。",
        )
    } else if bytes.starts_with(b"PK") {
        (
            "ワークブックとして読めません。壊れているか、Excel のものではありません。",
            "Excel で開けるか確かめて、保存し直してください。",
        )
    } else if !bytes.contains(&0) {
        (
            "ワークブックではなく、文字だけのファイル（CSV など）です。",
            "snapshot workbook で書き出したワークブックを直して、それを指定してください。",
        )
    } else {
        ("Excel のワークブック（.xlsx）ではありません。", resave)
    };
    Problem::new(name, what).allowed("Excel のワークブック（.xlsx）").advice(advice)
}
