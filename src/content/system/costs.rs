//! The known costs and savings of a type.

use joint_procurement_core::domain::{CaseRef, Fact, Field, Term, YenRange};
use joint_procurement_core::query::{CaseFilter, Has, Sort};
use joint_procurement_core::stats::AmountFigures;
use joint_procurement_core::text::{cases, decimal, yen, yen_exact};

use super::SystemPage;
use crate::content::bands::{bands, no_median};
use crate::content::{Block, Cell, Column, Inline, Link, Section, Table};
use crate::words;

/// The number of amounts from which on a median says something.
const MEDIAN_FROM: usize = 3;
/// The number of amounts from which on there is a range.
const RANGE_FROM: usize = 2;

/// One kind of cost of a case.
type CostOf = fn(CaseRef<'_>) -> Fact<YenRange>;

impl SystemPage<'_> {
    /// Medians and ranges of each kind of cost, then the amounts themselves.
    pub(super) fn costs(&self) -> Option<Block> {
        let kinds = [
            (Field::InitialCost, &self.figures.costs.initial),
            (Field::AnnualCost, &self.figures.costs.annual),
            (Field::ContractTotal, &self.figures.costs.total),
        ];
        let known = kinds.into_iter().filter(|(_, it)| it.known.known > 0);
        let rows: Vec<Vec<Cell>> = known.map(|(field, it)| self.cost_row(field, it)).collect();
        let table = Table {
            id: "costs-table".to_owned(),
            caption: words::system::costs::TABLE.to_owned(),
            columns: vec![
                Column::text(words::money::KIND),
                Column::number(words::money::KNOWN),
                Column::number(words::money::MEDIAN),
                Column::number(words::money::RANGE),
                Column::number(words::money::BUDGETS),
            ],
            rows,
            file_name: self.file_name(words::system::costs::TABLE),
            ..Table::default()
        };
        let Some(Block::Section(mut section)) = self.amounts() else { return None };
        if kinds.iter().any(|(_, it)| it.known.known >= RANGE_FROM) {
            let medians = [Block::paragraph(words::system::costs::NOTE), Block::Table(table)];
            let file_name = self.file_name(words::money::BANDS);
            section.blocks.splice(0..0, medians.into_iter().chain(bands(&kinds, file_name)));
        }
        Some(Block::Section(section))
    }

    fn cost_row(&self, field: Field, figures: &AmountFigures) -> Vec<Cell> {
        let known = figures.known.known;
        let median = match figures.median {
            Some(median) if figures.exact >= MEDIAN_FROM => {
                Cell::number(yen(YenRange::exact(median)), median)
            }
            Some(_) => Cell::new(words::system::costs::few_for_median(figures.exact)),
            None => no_median(figures).unwrap_or_else(|| Cell::new(self.unknown())),
        };
        let range = figures.smallest.zip(figures.largest);
        let range = range.and_then(|(smallest, largest)| YenRange::between(smallest, largest).ok());
        let budgets = match figures.budgets {
            0 => Cell::new(words::system::costs::NO_BUDGETS),
            budgets => Cell::number(cases(budgets), budgets),
        };
        vec![
            Cell::new(words::field(field)),
            Cell::number(cases(known), known),
            median,
            range.map_or_else(|| Cell::new(self.unknown()), amount_cell),
            budgets,
        ]
    }

    /// Lists the amounts of each case with what they rest on.
    pub(super) fn amounts(&self) -> Option<Block> {
        let known = self.cases.filter(|case| case.has_costs());
        if known.is_empty() {
            return None;
        }
        // Prices age.
        let sorted = Sort::NEWEST.apply(self.snapshot, known.clone());
        let costs: [(Field, CostOf); 3] = [
            (Field::InitialCost, |case| case.initial_cost()),
            (Field::AnnualCost, |case| case.annual_cost()),
            (Field::ContractTotal, |case| case.contract_total()),
        ];
        // Only the kinds that any case states.
        let costs = costs.into_iter().filter(|(_, cost)| known.iter().any(|case| cost(case).is_known()));
        let costs: Vec<_> = costs.collect();
        let with_years = known.iter().any(|case| case.contract_years().is_known());
        let rows = sorted.iter().map(|case| {
            let mut cells = vec![
                Cell::new(self.case_link(case.row())),
                Cell::new(self.snapshot.prefecture_name(case.lead_prefecture())),
            ];
            cells.extend(costs.iter().map(|(_, cost)| match cost(case) {
                Fact::Known(amount) => amount_cell(amount),
                Fact::Missing(reason) => self.missing_cell(reason),
            }));
            if with_years {
                cells.push(match case.contract_years() {
                    Fact::Known(years) => Cell::number(words::case::years(years), decimal(years)),
                    Fact::Missing(reason) => self.missing_cell(reason),
                });
            }
            let basis = case.cost_basis().map(|basis| Inline::Remark(basis.ja().to_owned()));
            cells.push(Cell::new(basis.unwrap_or_else(|| self.unknown())));
            cells
        });
        let mut columns = vec![Column::prose(words::system::CASE), Column::text(words::facet::PREFECTURE)];
        columns.extend(costs.iter().map(|(field, _)| Column::number(field.ja())));
        columns.extend(with_years.then(|| Column::number(Field::ContractYears.ja())));
        columns.push(Column::text(words::system::costs::BASIS));
        let table = Table {
            id: "amounts-table".to_owned(),
            caption: words::system::costs::AMOUNTS_TABLE.to_owned(),
            rows: rows.collect(),
            columns,
            file_name: self.file_name(words::system::costs::AMOUNTS_TABLE),
            ..Table::default()
        };
        let list = CaseFilter { has: [Has::Costs].into(), ..self.filter() };
        Some(Block::Section(Section {
            id: "costs".to_owned(),
            heading: words::system::costs::HEADING.to_owned(),
            lead: words::system::costs::lead(&self.figures.costs, self.cases.len()).into(),
            more: Link::new(list, words::system::costs::link(known.len())).into(),
            blocks: vec![Block::Table(table)],
        }))
    }

    /// Lists what sources say was or will be saved; it is never added up.
    pub(super) fn savings(&self) -> Option<Block> {
        let kind = self.snapshot.meta.kind;
        let figures = &self.figures.savings;
        if figures.savings.is_empty() {
            return None;
        }
        let rows = figures.savings.iter().map(|it| {
            vec![
                Cell::new(self.case_link(it.row)),
                Cell::new(words::money::saving_of(it.saving)),
                Cell::new(words::money::saving_value(it.saving)),
                Cell::new(it.saving.kind.ja()),
                Cell::new(it.saving.by.as_deref().unwrap_or(words::system::savings::WHOLE)),
            ]
        });
        let table = Table {
            id: "savings-table".to_owned(),
            caption: words::system::savings::TABLE.to_owned(),
            caption_hidden: true,
            columns: vec![
                Column::prose(words::system::CASE),
                Column::text(words::system::savings::OF),
                Column::text(words::system::savings::value(kind)),
                Column::text(words::system::savings::KIND),
                Column::text(words::system::savings::BY),
            ],
            rows: rows.collect(),
            file_name: self.file_name(words::system::savings::TABLE),
        };
        let list = CaseFilter { has: [Has::Savings].into(), ..self.filter() };
        Some(Block::Section(Section {
            id: "savings".to_owned(),
            heading: words::case::savings_heading(kind),
            lead: words::system::savings::lead(kind, figures.stated).into(),
            more: Link::new(list, words::system::savings::link(figures.stated.known)).into(),
            blocks: vec![Block::Table(table)],
        }))
    }
}

/// Writes an amount as people say it; in a file whole yen, of a range both ends.
pub(super) fn amount_cell(amount: YenRange) -> Cell {
    let exact = amount.exact_yen().map_or_else(|| yen_exact(amount), |yen| yen.to_string());
    Cell::number(Inline::Number(yen(amount)), exact)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_holds_whole_yen() {
        assert_eq!(amount_cell(YenRange::exact(1_500_000)).value(), "1500000");
        let band = YenRange::between(1, 2).unwrap();
        assert_eq!(amount_cell(band).value(), "1円～2円");
    }
}
