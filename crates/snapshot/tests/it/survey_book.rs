//! A workbook with the answers of a survey, made as an office makes it.

use std::path::Path;

use rust_xlsxwriter::{Format, Workbook};

/// The heads of the survey: an upper level, merged over the columns of one name, and a lower one.
pub const HEADS: [(&str, &str); 18] = [
    ("都道府県", ""),
    ("領域", ""),
    ("システム種別", ""),
    ("事例名", ""),
    ("参加自治体", "参加自治体数"),
    ("参加自治体", "参加自治体名"),
    ("参加自治体", "人口規模"),
    ("参加自治体", "職員\n規模"),
    ("費用", "初期費用規模"),
    ("費用", "年間運用費規模"),
    ("導入時期", ""),
    ("費用負担", ""),
    ("補助金", ""),
    ("メリット", ""),
    ("経緯", ""),
    ("プロセス", ""),
    ("仕様書提供の可否", ""),
    ("担当部署", ""),
];

pub const TOTTORI: [&str; 18] = [
    "鳥取県",
    "事業部門",
    "電子申請システム",
    "見本の電子申請",
    "１９団体",
    "県内全市町村",
    "５４３，６１５人",
    "不明",
    "1,000万円以上5,000万円未満",
    "120",
    "令和5年4月",
    "均等割",
    "○",
    "・費用削減\n・業務の標準化",
    "背景の\n文",
    "進め方",
    "可",
    "総務部情報課",
];
/// Its prefecture is in the cell above, merged.
pub const BELOW: [&str; 18] = [
    "",
    "総務部門",
    "文書管理・電子決裁",
    "見本の文書管理",
    "2",
    "鳥取市、米子市",
    "",
    "",
    "－",
    "3.5億円",
    "R5.10.1",
    "",
    "無",
    "事務負担軽減",
    "",
    "",
    "×",
    "未回答",
];
pub const GIFU: [&str; 18] =
    ["21", "ツール", "RPA", "見本のRPA", "", "", "", "", "", "", "2021/4", "", "", "", "", "", "", ""];

/// Writes a workbook as an office makes it: a title, heads of two levels, merged cells, several sheets.
pub fn survey(path: &Path, sheets: &[(&str, &[[&str; 18]])]) {
    let mut book = Workbook::new();
    let bold = Format::new().set_bold();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet().set_name(*name).unwrap();
        sheet.write(0, 0, "共同調達の調査 回答の一覧（見本）").unwrap();
        let mut column = 0_u16;
        while usize::from(column) < HEADS.len() {
            let (upper, lower) = HEADS[usize::from(column)];
            let like =
                HEADS[usize::from(column)..].iter().take_while(|(name, _)| *name == upper).count() as u16;
            if lower.is_empty() {
                sheet.merge_range(2, column, 3, column, upper, &bold).unwrap();
            } else {
                sheet.merge_range(2, column, 2, column + like - 1, upper, &bold).unwrap();
                for (at, (_, lower)) in
                    (column..).zip(&HEADS[usize::from(column)..usize::from(column + like)])
                {
                    sheet.write(3, at, *lower).unwrap();
                }
            }
            column += like;
        }
        for (row, cells) in (4..).zip(*rows) {
            for (column, cell) in (0..).zip(cells.iter()).filter(|(_, cell)| !cell.is_empty()) {
                // Offices write numbers as numbers.
                match cell.parse::<f64>() {
                    Ok(number) if column > 0 => sheet.write(row, column, number).unwrap(),
                    _ => sheet.write(row, column, *cell).unwrap(),
                };
            }
            if cells[0].is_empty() {
                let above = rows[row as usize - 5][0];
                sheet.merge_range(row - 1, 0, row, 0, above, &Format::new()).unwrap();
            }
        }
    }
    book.save(path).unwrap();
}
