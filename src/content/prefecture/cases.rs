//! The cases of a prefecture: those that it leads, and those of others in which it takes part.

use joint_procurement_core::domain::{CaseRef, Fact, PrefectureCode, Snapshot, Term};
use joint_procurement_core::query::{CaseColumn, CaseFilter, Selection, Sort, SortKey};
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::{LedCases, PrefectureFigures};

use super::super::case::{amount, fact_text};
use super::super::pictures::introductions;
use super::super::subsidy::Subsidies;
use super::super::{
    Block, Cell, Column, Inline, Link, Section, SummedTable, Table, Text, case_cell, cases_csv, cases_link,
    column_align,
};
use super::{led_by, taken_part_in_by};
use crate::words;

/// Cases on the page; the list has the others.
const CASES: usize = 10;
/// The number of cases from which on a table by type tells more than the list of them.
const TABLE_FROM: usize = 3;
pub(in crate::content) const LED: [CaseColumn; 4] =
    [CaseColumn::System, CaseColumn::Status, CaseColumn::Members, CaseColumn::Introduced];
pub(in crate::content) const PARTNER: [CaseColumn; 4] =
    [CaseColumn::Pref, CaseColumn::System, CaseColumn::Status, CaseColumn::Members];

/// Shows the cases that it leads, and apart their types, years and subsidies.
pub(super) fn led(
    snapshot: &Snapshot,
    code: PrefectureCode,
    figures: &PrefectureFigures,
) -> (Option<Block>, Vec<Block>) {
    let name = snapshot.prefecture_name(code);
    let total = figures.led.total;
    if total == 0 {
        return (None, Vec::new());
    }
    let filter = led_by(code);
    let cases = Selection::all(&snapshot.cases)
        .filter(|case| case.lead_prefecture() == code && filter.scope.counts(case));
    let sorted = Sort::default().apply(snapshot, cases.clone());
    let shown: Vec<usize> = sorted.rows().iter().copied().take(CASES).collect();
    let mut blocks = Vec::new();
    if total > CASES {
        blocks.push(Block::paragraph(words::prefecture::cases_shown(CASES)));
    }
    let file_name = format!("{name}_{}_{}", words::prefecture::CASES_SHOWN, snapshot.meta.id);
    blocks.push(table(snapshot, "led-table", words::prefecture::CASES_HEADING, &LED, shown, file_name));
    let section = Block::Section(Section {
        id: "cases".to_owned(),
        heading: words::prefecture::CASES_HEADING.to_owned(),
        lead: Text::default(),
        more: Link::new(filter.clone(), words::prefecture::cases_all(total)).into(),
        blocks,
    });
    let mut figures_of = Vec::new();
    if total >= TABLE_FROM {
        figures_of.push(Block::Table(system_table(snapshot, code, &figures.led)));
    }
    let dated = format!("{name}_{}_{}", words::overview::YEAR, snapshot.meta.id);
    figures_of.extend(introductions(snapshot, &cases, dated));
    figures_of.push(Subsidies { snapshot, cases: &cases, filter, by_type: true, subject: name }.section());
    (Some(section), figures_of)
}

/// Shows the cases of other prefectures in which it takes part.
pub(super) fn taken_part_in(
    snapshot: &Snapshot,
    code: PrefectureCode,
    figures: &PrefectureFigures,
) -> Option<Block> {
    if figures.partner.is_empty() {
        return None;
    }
    let name = snapshot.prefecture_name(code);
    let partner = Selection::new(&snapshot.cases, figures.partner.clone());
    let rows = Sort::default().apply(snapshot, partner).rows().to_vec();
    let file_name = format!("{name}_{}_{}", words::prefectures::PARTNER, snapshot.meta.id);
    let table =
        table(snapshot, "partner-table", words::prefecture::PARTNER_HEADING, &PARTNER, rows, file_name);
    Some(Block::Section(Section {
        id: "partner".to_owned(),
        heading: words::prefecture::PARTNER_HEADING.to_owned(),
        lead: words::prefecture::PARTNER_LEAD.into(),
        more: Link::new(taken_part_in_by(code), words::prefecture::cases_all(figures.partner.len())).into(),
        blocks: vec![table],
    }))
}

/// Lists cases, a row each. The file has all that is known of them.
pub(in crate::content) fn table(
    snapshot: &Snapshot,
    id: &str,
    caption: &str,
    columns: &[CaseColumn],
    rows: Vec<usize>,
    file_name: String,
) -> Block {
    let cells = rows.iter().map(|&row| {
        let case = snapshot.cases.row(row);
        let mut cells = vec![Cell::new(Link::new(Route::Case(case.id().clone()), case.title()))];
        cells.extend(columns.iter().map(|&column| Cell::new(case_cell(snapshot, case, column))));
        cells.push(Cell::new(amount_of(snapshot, case)));
        cells
    });
    let mut heads = vec![Column::prose(SortKey::Title.ja())];
    heads.extend(columns.iter().map(|&it| Column {
        name: it.ja().to_owned(),
        align: column_align(it),
        sort: Vec::new(),
    }));
    heads.push(Column::text(words::prefecture::AMOUNT));
    let table = Table {
        id: id.to_owned(),
        caption: caption.to_owned(),
        caption_hidden: true,
        columns: heads,
        rows: cells.collect(),
        file_name,
    };
    let file = cases_csv(snapshot, &Selection::new(&snapshot.cases, rows));
    Block::SummedTable(Box::new(SummedTable { table, note: String::new(), total: Vec::new(), file }))
}

/// Gives the amount that readers ask for first of those that are known.
fn amount_of(snapshot: &Snapshot, case: CaseRef<'_>) -> Text {
    let kinds = [
        (words::facet::ANNUAL, case.annual_cost()),
        (words::facet::INITIAL, case.initial_cost()),
        (words::prefecture::elsewhere::TOTAL, case.contract_total()),
    ];
    let known = kinds.into_iter().find_map(|(kind, yen)| Some((kind, yen.known()?)));
    match known {
        Some((kind, yen)) => {
            let mut text = Text::from(kind).then(" ");
            amount(case, yen).into_iter().for_each(|piece| text.push(piece));
            text
        }
        None => fact_text(snapshot, Fact::Missing(None)),
    }
}

/// Counts the cases by domain and system type.
fn system_table(snapshot: &Snapshot, code: PrefectureCode, led: &LedCases) -> Table {
    let rows = led.domains.iter().flat_map(|domain| {
        domain.systems.iter().map(move |system| {
            let filter = CaseFilter {
                domain: [domain.domain].into(),
                system: [system.slug.clone()].into(),
                ..led_by(code)
            };
            vec![
                Cell::new(Link::system(&system.slug, snapshot.system_name(&system.slug))),
                Cell::new(Inline::Domain(domain.domain)),
                Cell::number(cases_link(system.cases, filter), system.cases),
            ]
        })
    });
    Table {
        id: "cases-table".to_owned(),
        caption: words::prefecture::CASES_TABLE.to_owned(),
        caption_hidden: false,
        columns: vec![
            Column::text(words::facet::SYSTEM),
            Column::text(words::facet::DOMAIN),
            Column::number(words::overview::COUNT),
        ],
        rows: rows.collect(),
        file_name: format!(
            "{}_{}_{}",
            snapshot.prefecture_name(code),
            words::prefecture::CASES_TABLE,
            snapshot.meta.id
        ),
    }
}
