//! Tables of the reader's choice, against a slow recount.

use joint_procurement_core::domain::{Case, Snapshot, Status, Term};
use joint_procurement_core::query::{
    CaseFilter, CaseQuery, Class, Dimension, Matches, Measure, SIZES, ScopeFilter, SearchIndex, Selection,
};
use joint_procurement_core::stats::{CrossCell, CrossTable};
use joint_procurement_testing::{every_row, generate, population, published};
use proptest::prelude::*;
use proptest::sample::select;

fn selection<'a>(snapshot: &'a Snapshot, filter: &CaseFilter) -> Selection<'a> {
    Matches::new(snapshot, &SearchIndex::default(), filter).selection(&snapshot.cases)
}

/// Names the class of a case, from its own facts.
fn slow_class(snapshot: &Snapshot, case: &Case, dimension: Dimension) -> String {
    let answer = |known: Option<bool>| known.map_or("unknown", |it| if it { "yes" } else { "no" }).to_owned();
    let planned = matches!(case.status.known(), Some(Status::Planned | Status::Cancelled));
    match dimension {
        Dimension::Domain => case.domain.slug().to_owned(),
        Dimension::System => case.system_type.to_string(),
        Dimension::Pref => case.lead_prefecture.to_string(),
        Dimension::Region => snapshot.prefecture(case.lead_prefecture).unwrap().region.to_string(),
        Dimension::Year if planned => "planned".to_owned(),
        Dimension::Year => case.introduced.known().map_or("unknown".to_owned(), |it| it.at.year.to_string()),
        Dimension::Lead => case.lead_kind.slug().to_owned(),
        Dimension::Form => case.form.known().map_or("unknown", Term::slug).to_owned(),
        Dimension::Status => case.status.known().map_or("unknown", Term::slug).to_owned(),
        Dimension::Subsidy => answer(case.subsidy_used.known()),
        Dimension::Spec => answer(case.specification_available.known()),
        Dimension::Pop => population(case).map_or("unknown".to_owned(), |persons| {
            let name = match persons {
                0..100_000 => "-99999",
                100_000..500_000 => "100000-499999",
                500_000..1_000_000 => "500000-999999",
                _ => "1000000-",
            };
            name.to_owned()
        }),
    }
}

fn slow_value(case: &Case, measure: Measure) -> Option<u64> {
    let one = |known: bool| known.then_some(1);
    match measure {
        Measure::Cases => Some(1),
        Measure::Participants => case.participants_count.known().map(u64::from),
        Measure::Population => population(case),
        Measure::Costs => one(case.cost_basis.is_some()),
        Measure::Documents => one(case.document_kinds.is_known()),
    }
}

fn slow_cell(cases: &[&Case], measure: Measure) -> CrossCell {
    let values: Vec<u64> = cases.iter().filter_map(|case| slow_value(case, measure)).collect();
    let value = (!values.is_empty()).then(|| values.iter().sum());
    CrossCell { cases: cases.len(), known: values.len(), value }
}

fn add(cells: &[CrossCell]) -> CrossCell {
    let value = cells.iter().filter_map(|it| it.value).reduce(|a, b| a + b);
    CrossCell {
        cases: cells.iter().map(|it| it.cases).sum(),
        known: cells.iter().map(|it| it.known).sum(),
        value,
    }
}

fn check(snapshot: &Snapshot, filter: &CaseFilter, by: [Dimension; 2], measure: Measure) {
    let selection = selection(snapshot, filter);
    let all = every_row(snapshot);
    let cases: Vec<&Case> = selection.rows().iter().map(|&row| &all[row]).collect();
    let table = CrossTable::of(snapshot, &selection, by[0], Some(by[1]), measure);
    assert_eq!(table.total, slow_cell(&cases, measure));
    assert_eq!(table.total.cases, selection.len());
    assert_eq!((add(&table.row_totals), add(&table.column_totals)), (table.total, table.total));
    for (row, cells) in table.cells.iter().enumerate() {
        assert_eq!(add(cells), table.row_totals[row]);
        for (column, cell) in cells.iter().enumerate() {
            let classes = [table.rows[row], table.columns[column]];
            let [of_row, of_column] = [0, 1].map(|at| by[at].class_slug(snapshot, classes[at]));
            let here: Vec<&Case> = cases
                .iter()
                .copied()
                .filter(|case| slow_class(snapshot, case, by[0]) == of_row)
                .filter(|case| slow_class(snapshot, case, by[1]) == of_column)
                .collect();
            assert_eq!(*cell, slow_cell(&here, measure), "{of_row} {of_column}");
            if cell.cases > 0 {
                let mut narrow = filter.clone();
                by[0].narrow(snapshot, classes[0], &mut narrow);
                by[1].narrow(snapshot, classes[1], &mut narrow);
                let linked = super::query::rows(snapshot, &SearchIndex::default(), &narrow);
                let ids: Vec<_> = linked.iter().map(|&row| &all[row].id).collect();
                assert_eq!(ids, here.iter().map(|case| &case.id).collect::<Vec<_>>(), "{of_row} {of_column}");
            }
        }
    }
    let turned = CrossTable::of(snapshot, &selection, by[1], Some(by[0]), measure);
    assert_eq!((&turned.rows, &turned.columns), (&table.columns, &table.rows));
    assert_eq!((&turned.row_totals, &turned.column_totals), (&table.column_totals, &table.row_totals));
    for (row, cells) in turned.cells.iter().enumerate() {
        let column: Vec<CrossCell> = table.cells.iter().map(|cells| cells[row]).collect();
        assert_eq!(*cells, column);
    }
    let alone = CrossTable::of(snapshot, &selection, by[0], None, measure);
    assert_eq!((alone.rows, alone.row_totals), (table.rows, table.row_totals));
    assert!(alone.columns.is_empty() && alone.column_totals.is_empty());
}

fn two() -> impl Strategy<Value = [Dimension; 2]> {
    let pair = (select(Dimension::ALL), select(Dimension::ALL));
    pair.prop_filter_map("two dimensions", |(rows, columns)| (rows != columns).then_some([rows, columns]))
}

/// A filter with one condition on what cases are told apart by, so that some cases are left.
fn filter() -> impl Strategy<Value = CaseFilter> {
    let conditions = select(vec![
        "",
        "status=planned,operating",
        "status=unknown,planned",
        "status=cancelled",
        "status=cancelled,planned,unknown",
        "subsidy=no,unknown",
        "lead=prefecture,union",
        "domain=tools,services",
        "pop=5000-800000",
        "pop=-300000",
        "year=2010-2020",
        "form=joint-use,shared-service",
        "missing=introduced",
        "missing=population,form",
        "has=costs",
    ]);
    conditions.prop_map(|query| CaseFilter { scope: ScopeFilter::All, ..CaseQuery::parse(query).0.filter })
}

proptest! {
    #[test]
    fn every_case_is_counted_once_where_its_list_has_it(
        snapshot in generate::snapshot(),
        by in two(),
        measure in select(Measure::ALL),
        filter in filter(),
    ) {
        check(&snapshot, &filter, by, measure);
    }
}

#[test]
fn the_published_cases_are_told_apart_by_everything() {
    let snapshot = published().snapshot;
    for &rows in Dimension::ALL {
        for &columns in Dimension::ALL {
            if rows != columns {
                check(&snapshot, &CaseFilter::default(), [rows, columns], Measure::Participants);
            }
        }
    }
}

#[test]
fn classes_stand_in_their_order_and_the_unknown_last() {
    let snapshot = published().snapshot;
    let all = selection(&snapshot, &CaseFilter::default());
    for &dimension in Dimension::ALL {
        let rows = CrossTable::of(&snapshot, &all, dimension, None, Measure::Cases).rows;
        assert!(rows.is_sorted(), "{}", dimension.slug());
    }
    let years = CrossTable::of(&snapshot, &all, Dimension::Year, None, Measure::Cases).rows;
    assert!(years.ends_with(&[Class::Planned, Class::Unknown]), "{years:?}");
    // No number is between two sizes.
    for sizes in SIZES.windows(2) {
        assert_eq!(sizes[0].1.map(|most| most + 1), sizes[1].0);
    }
}
