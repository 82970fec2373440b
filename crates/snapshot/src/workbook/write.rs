//! The bytes of the workbook.

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, FormatAlign,
    FormatBorder, Formula, IgnoreError, Note, Workbook, Worksheet, XlsxError,
};

use super::cell::{Cell, NO, YES};
use super::pages::{self, Vocabulary};
use super::{HEAD_ROWS, SETTINGS_HEADS, Sheets};
use crate::source::columns::{Column, Kind, SETTINGS, Shape, Table};

/// The last row of a sheet, counted from 0.
const LAST_ROW: u32 = 1_048_575;

/// The looks of cells.
pub struct Looks {
    pub text: Format,
    number: Format,
    decimal: Format,
    /// A row that is not to be published.
    withheld: Format,
    withheld_number: Format,
    pub head: Format,
    needed_head: Format,
    technical: Format,
    pub wrapped: Format,
}

impl Looks {
    fn new() -> Self {
        let text = Format::new().set_num_format("@").set_align(FormatAlign::Top);
        let number = Format::new().set_num_format("#,##0").set_align(FormatAlign::Top);
        let head = Format::new()
            .set_bold()
            .set_num_format("@")
            .set_border_bottom(FormatBorder::Thin)
            .set_text_wrap();
        let of_withheld = |format: &Format| format.clone().set_background_color(Color::RGB(0xF4_CC_CC));
        Self {
            withheld: of_withheld(&text),
            withheld_number: of_withheld(&number),
            decimal: Format::new().set_align(FormatAlign::Top),
            needed_head: head.clone().set_background_color(Color::RGB(0xFF_E6_99)),
            technical: Format::new().set_num_format("@").set_font_color(Color::RGB(0x59_59_59)),
            wrapped: text.clone().set_text_wrap(),
            head: head.set_background_color(Color::RGB(0xDD_E8_F5)),
            text,
            number,
        }
    }

    fn of(&self, kind: &Kind) -> &Format {
        match kind {
            Kind::Count | Kind::Yen | Kind::YenRange => &self.number,
            Kind::Decimal => &self.decimal,
            _ => &self.text,
        }
    }
}

/// Makes the workbook. The same tables always give the same bytes.
pub fn bytes(sheets: &Sheets) -> Result<Vec<u8>, XlsxError> {
    let looks = Looks::new();
    let vocabulary = Vocabulary::of(&sheets.sheets);
    let mut workbook = Workbook::new();
    // The moment at which this runs would make other bytes each time.
    let published_at = sheets.published_at.map(|date| date.to_string()).unwrap_or_default();
    let created =
        ExcelDateTime::parse_from_str(&published_at).or_else(|_| ExcelDateTime::from_ymd(2000, 1, 1))?;
    let properties =
        DocProperties::new().set_title("共同調達の事例のもとの表").set_creation_datetime(&created);
    workbook.set_properties(&properties);
    pages::welcome(workbook.add_worksheet(), sheets, &looks)?;
    for (table, rows) in &sheets.sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(table.sheet)?;
        if table.shape == Shape::Settings {
            settings(sheet, rows, &vocabulary, &looks)?;
        } else {
            write_table(sheet, table, rows, sheets, &vocabulary, &looks)?;
        }
    }
    pages::definitions(workbook.add_worksheet(), &sheets.sheets, &looks)?;
    vocabulary.write(workbook.add_worksheet(), &looks)?;
    workbook.save_to_buffer()
}

fn write_table(
    sheet: &mut Worksheet,
    table: &Table,
    rows: &[Vec<Cell>],
    sheets: &Sheets,
    vocabulary: &Vocabulary,
    looks: &Looks,
) -> Result<(), XlsxError> {
    for (at, column) in (0..).zip(table.columns) {
        sheet.set_column_format(at, looks.of(&column.kind))?;
        sheet.set_column_width(at, width(&column.kind, column))?;
        let head = if column.required { &looks.needed_head } else { &looks.head };
        sheet.write_string_with_format(0, at, column.ja, head)?;
        sheet.write_string_with_format(1, at, column.name, &looks.technical)?;
        sheet.insert_note(0, at, &note(column))?;
        if let Some(list) = drop_down(&column.kind, vocabulary)? {
            sheet.add_data_validation(HEAD_ROWS, at, LAST_ROW, at, &list)?;
        }
    }
    let last = u16::try_from(table.columns.len()).unwrap_or(u16::MAX) - 1;
    sheet.set_freeze_panes(HEAD_ROWS, 1)?;
    let bottom = u32::try_from(rows.len()).unwrap_or(LAST_ROW) + HEAD_ROWS - 1;
    // The row of technical names bears the buttons, so that sorting leaves both heads where they are.
    sheet.autofilter(1, 0, bottom.max(HEAD_ROWS), last)?;
    sheet.ignore_error_range(0, 0, LAST_ROW, last, IgnoreError::NumberStoredAsText)?;
    for (number, row) in (HEAD_ROWS..).zip(rows) {
        let is_case = matches!(table.shape, Shape::Cases | Shape::PartOfCase(_));
        let is_withheld =
            is_case && row.first().is_some_and(|id| sheets.withheld.contains(id.text().as_ref()));
        for ((at, cell), column) in (0..).zip(row).zip(table.columns) {
            match cell {
                Cell::Empty if is_withheld => {
                    sheet.write_blank(number, at, &looks.withheld)?;
                }
                Cell::Empty => {}
                Cell::Text(text) => {
                    let look = if is_withheld { &looks.withheld } else { &looks.text };
                    sheet.write_string_with_format(number, at, text, look)?;
                }
                Cell::Number(value) => {
                    let look = if is_withheld { &looks.withheld_number } else { looks.of(&column.kind) };
                    sheet.write_number_with_format(number, at, *value, look)?;
                }
            }
        }
    }
    Ok(())
}

/// Writes the sheet of settings, a row a key.
fn settings(
    sheet: &mut Worksheet,
    rows: &[Vec<Cell>],
    vocabulary: &Vocabulary,
    looks: &Looks,
) -> Result<(), XlsxError> {
    for ((at, (ja, name)), width) in (0..).zip(SETTINGS_HEADS).zip([28, 60, 24, 60]) {
        sheet.set_column_format(at, &looks.wrapped)?;
        sheet.set_column_width(at, width)?;
        sheet.write_string_with_format(0, at, ja, &looks.head)?;
        sheet.write_string_with_format(1, at, name, &looks.technical)?;
    }
    sheet.set_freeze_panes(HEAD_ROWS, 1)?;
    sheet.ignore_error_range(0, 0, LAST_ROW, 3, IgnoreError::NumberStoredAsText)?;
    for (number, row) in (HEAD_ROWS..).zip(rows) {
        for (at, cell) in (0..).zip(row) {
            sheet.write_string_with_format(number, at, cell.text(), &looks.wrapped)?;
        }
        let column = row.get(2).and_then(|key| SETTINGS.column(&key.text()));
        if let Some(column) = column
            && let Some(list) = drop_down(&column.kind, vocabulary)?
        {
            sheet.add_data_validation(number, 1, number, 1, &list)?;
        }
    }
    Ok(())
}

fn width(kind: &Kind, column: &Column) -> u16 {
    match kind {
        Kind::Code(_) | Kind::Answer | Kind::Count | Kind::Decimal => 12,
        Kind::Date | Kind::Day | Kind::YearMonth | Kind::Month => 13,
        Kind::Yen | Kind::YenRange => 16,
        Kind::CaseId => 26,
        Kind::Slug | Kind::Word(_) | Kind::Of(..) => 20,
        Kind::WebAddress | Kind::List(..) => 32,
        Kind::Text if ["background", "process", "note", "description", "title"].contains(&column.name) => 48,
        Kind::Text => 24,
    }
}

/// Makes the note of a column head.
fn note(column: &Column) -> Note {
    let needed =
        if column.required { "必ず書きます。" } else { "分からなければ空欄にします。" };
    let text =
        format!("{}（{}）\n{}\n{}。\n{needed}", column.ja, column.name, column.note, column.kind.form());
    let lines: usize = text.lines().map(|line| line.chars().count() / 22 + 1).sum();
    let height = u32::try_from(lines).unwrap_or(8) * 20 + 12;
    Note::new(text).add_author_prefix(false).set_width(300).set_height(height)
}

/// Makes the drop-down list of a column that has one.
fn drop_down(kind: &Kind, vocabulary: &Vocabulary) -> Result<Option<DataValidation>, XlsxError> {
    let list = DataValidation::new().set_error_title("一覧にない語です")?;
    let list = match kind {
        Kind::Answer => list
            .allow_list_strings(&[YES, NO])?
            .set_error_message("「はい」か「いいえ」を選んでください。分からなければ空欄にします。")?,
        Kind::Word(_) => {
            let Some(range) = vocabulary.range(kind) else { return Ok(None) };
            list.allow_list_formula(Formula::new(range)).set_error_message("一覧から選んでください。")?
        }
        Kind::Of(table, name) => {
            let table = table();
            let Some(at) = table.place(name) else { return Ok(None) };
            let column = pages::letters(at);
            let first = HEAD_ROWS + 1;
            let range = format!(
                "=OFFSET('{0}'!${column}${first},0,0,MAX(1,COUNTA('{0}'!${column}:${column})-{HEAD_ROWS}),1)",
                table.sheet
            );
            list.allow_list_formula(Formula::new(range))
                .set_error_style(DataValidationErrorStyle::Warning)
                .set_error_message(format!(
                    "シート「{}」にありません。先にそこへ行を加えるか、一覧から選んでください。",
                    table.sheet
                ))?
        }
        _ => return Ok(None),
    };
    Ok(Some(list))
}
