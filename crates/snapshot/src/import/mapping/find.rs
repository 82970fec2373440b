//! The sheets of a table that have the columns of a mapping.

use super::file::Mapping;
use super::grid::Grid;
use super::header::{self, Header};
use super::{Target, To, units};
use crate::problem::{Problem, Report};
use crate::source::columns::Kind;
use crate::values::{AmountUnit, Period};

/// A sheet that was read.
pub(super) struct SheetRead {
    pub grid: Grid,
    /// The columns of the mapping, each with the unit that its head states.
    pub targets: Vec<Target>,
    /// The place of each mapped column that the sheet has.
    pub columns: Vec<(usize, u32)>,
    pub header: Header,
}

/// Finds the sheets that have the heads of the mapping.
pub(super) fn sheets_of(
    file: &str,
    grids: Vec<Grid>,
    mapping: &Mapping,
    report: &mut Report,
) -> Option<Vec<SheetRead>> {
    let wanted: Vec<String> = mapping.targets.iter().flat_map(|target| target.heads.clone()).collect();
    let names: Vec<String> = grids.iter().map(|grid| grid.sheet.clone()).collect();
    for sheet in mapping.sheets.iter().filter(|sheet| !names.contains(sheet)) {
        report.add(
            Problem::new(file, format!("対応表にあるシート「{sheet}」がありません。"))
                .suggestion(
                    crate::values::nearest(sheet, names.iter().map(String::as_str), &[]).map(str::to_owned),
                )
                .allowed(names.join("、")),
        );
    }
    let mut read = Vec::new();
    let (mut heads, mut levels): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    for grid in grids {
        let is_named = mapping.sheets.contains(&grid.sheet);
        if !mapping.sheets.is_empty() && !is_named {
            report.note(format!("シート「{}」は、対応表の sheets にないので読みませんでした。", grid.sheet));
            continue;
        }
        let Some(header) = header::find(&grid, &wanted).map(|header| units::around(header, &grid)) else {
            heads.extend(header::guess(&grid).into_iter().flat_map(|header| header.names.into_values()));
            continue;
        };
        let place = |target: &Target| target.heads.iter().find_map(|head| header.find(head));
        let columns: Vec<(usize, u32)> = mapping
            .targets
            .iter()
            .enumerate()
            .filter_map(|(at, target)| Some((at, place(target)?)))
            .collect();
        if !is_named && columns.len() * 2 < mapping.targets.len() && columns.len() < 4 {
            report.note(format!("シート「{}」は、対応表の見出しが少ないので読みませんでした。", grid.sheet));
            continue;
        }
        heads.extend(header.names.values().cloned());
        for target in &mapping.targets {
            levels.extend(target.heads.iter().flat_map(|head| header.with_lowest(head)).cloned());
        }
        let mut targets = mapping.targets.clone();
        for &(at, column) in &columns {
            if let (Some(target), Some(head)) = (targets.get_mut(at), header.names.get(&column)) {
                take_unit(target, head, At { header: &header, column }, file, report);
                check_doubled(target, head, &header, &grid, report, file);
            }
        }
        grid.unseen.iter().for_each(|note| report.note(note.clone()));
        read.push(SheetRead { grid, targets, columns, header });
    }
    if read.is_empty() {
        report.add(
            Problem::new(file, "対応表の見出しが、どのシートにもありません。")
                .allowed(in_brackets(&heads))
                .advice("対応表と表の組み合わせを確かめるか、--guess で、この表の下書きを作ってください。"),
        );
        return None;
    }
    for (at, target) in mapping.targets.iter().enumerate() {
        if !read.iter().any(|sheet| sheet.columns.iter().any(|(of, _)| *of == at)) {
            let head = target.heads.first().map_or("", String::as_str);
            let meant = crate::values::nearest(head, heads.iter().map(String::as_str), &[]);
            let is_level = |name: &&String| {
                name.rsplit(header::BETWEEN).next().map(header::key) == Some(header::key(head))
            };
            let mut of_levels: Vec<String> = levels.iter().filter(is_level).cloned().collect();
            of_levels.dedup();
            let meant =
                if of_levels.is_empty() { meant.map(str::to_owned).into_iter().collect() } else { of_levels };
            report.add(
                Problem::new(file, format!("対応表の見出し「{head}」が、どのシートにもありません。"))
                    .column(target.to.path())
                    .suggestion(meant)
                    .allowed(format!("表の見出し：{}", in_brackets(&heads)))
                    .advice("対応表の見出しを、表のとおりに直してください。段のある見出しは「上の段／下の段」と書きます。"),
            );
        }
    }
    Some(read)
}

impl SheetRead {
    /// Names a column as its sheet does, and as the tables do where that is another name.
    pub fn name_of(&self, to: To) -> String {
        let ja = to.column().ja;
        let at = self.targets.iter().position(|target| target.to == to);
        let head =
            self.columns.iter().find(|(of, _)| Some(*of) == at).and_then(|(_, it)| self.header.names.get(it));
        match head.filter(|head| header::key(head) != header::key(ja)) {
            Some(head) => format!("{head}（{ja}）"),
            None => ja.to_owned(),
        }
    }
}

/// Reports a head that two columns have: nobody knows which is meant.
fn check_doubled(target: &Target, head: &str, header: &Header, grid: &Grid, report: &mut Report, file: &str) {
    let columns = header.columns(head);
    let [first, _, ..] = columns.as_slice() else { return };
    let letters = |column: &u32| match grid.place((header.last, *column)).letters() {
        Some(letters) => format!("{letters}列"),
        None => format!("{}列目", column + 1),
    };
    let letters: Vec<String> = columns.iter().map(letters).collect();
    report.add(
        Problem::new(
            file,
            format!("見出し「{head}」の列が{}つあります（{}）。", columns.len(), letters.join("、")),
        )
        .at(grid.place((header.last, *first)))
        .column(target.to.path())
        .value(head)
        .advice("読む列が分かるように、ほかの列の見出しを変えるか、いらない列を削除してください。"),
    );
}

/// Names the heads of the tables, each once.
fn in_brackets(heads: &[String]) -> String {
    let mut told: Vec<String> = Vec::new();
    for head in heads.iter().map(|head| format!("「{head}」")) {
        if !told.contains(&head) {
            told.push(head);
        }
    }
    told.concat()
}

/// A column below the heads of a sheet.
#[derive(Clone, Copy)]
struct At<'a> {
    header: &'a Header,
    column: u32,
}

/// Takes the unit that a sheet states for a column. Another one in the mapping would change every amount.
fn take_unit(target: &mut Target, head: &str, at: At<'_>, file: &str, report: &mut Report) {
    let column = target.to.column();
    target.is_fiscal = head.contains("年度");
    target.period = Period::of_head(head);
    if let (Kind::Count, Some(times)) = (column.kind, at.header.times(at.column)) {
        report.note(format!("見出し「{head}」の単位のない数は、{times}倍しました。"));
        target.times = times;
    }
    let Some(stated) = at.header.unit(at.column).filter(|_| matches!(column.kind, Kind::YenRange)) else {
        return;
    };
    match target.unit.filter(|unit| *unit != stated) {
        Some(mapped) => report.add(
            Problem::new(file, format!("見出し「{head}」と対応表で、金額の単位が違います。"))
                .column(format!("{}.unit", target.to.path()))
                .value(mapped.ja())
                .suggestion([stated.ja().to_owned()])
                .advice("対応表の unit を見出しのとおりに直すか、unit を取り除いてください。見出しの単位が誤りなら、表の見出しを直してください。"),
        ),
        None if target.unit.is_none() && stated != AmountUnit::Yen => {
            report.note(format!("見出し「{head}」の単位のない数は、{}として読みました。", stated.ja()));
        }
        None => {}
    }
    target.unit = Some(stated);
}
