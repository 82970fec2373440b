//! Cases as tables.

use joint_procurement_core::domain::{
    CaseDetail, CaseRef, Fact, Field, Municipalities, Snapshot, SnapshotKind, Term, YenRange,
};
use joint_procurement_core::export::CsvTable;
use joint_procurement_core::query::{Answer, Selection};
use joint_procurement_core::text::decimal;

use crate::words;

/// One row a case in the order of the selection. Amounts are in whole yen, a range as two columns; what
/// is not known is said in words, so that no cell can be taken for 0 or "no".
pub fn cases_csv(snapshot: &Snapshot, cases: &Selection<'_>) -> CsvTable {
    CsvTable {
        header: words::list::CSV_COLUMNS.map(str::to_owned).to_vec(),
        rows: cases.iter().map(|case| row(snapshot, case)).collect(),
    }
}

fn row(snapshot: &Snapshot, case: CaseRef<'_>) -> Vec<String> {
    let kind = snapshot.meta.kind;
    let unknown = || words::missing(None, kind).to_owned();
    let mut row = vec![
        case.id().to_string(),
        case.title().to_owned(),
        case.domain().ja().to_owned(),
        snapshot.system_name(case.system_type()).to_owned(),
        snapshot.prefecture_name(case.lead_prefecture()).to_owned(),
        case.lead_organization().to_owned(),
        case.lead_kind().ja().to_owned(),
        case.scope().ja().to_owned(),
        words::fact(case.participants_count(), kind, |count| count.to_string()),
        case.population().map_or_else(unknown, |count| count.to_string()),
        case.staff().map_or_else(unknown, |count| count.to_string()),
        words::fact(case.introduced(), kind, |introduced| introduced.at.to_string()),
        words::fact(case.introduced(), kind, |introduced| introduced.kind.ja().to_owned()),
        words::fact(case.status(), kind, |status| status.ja().to_owned()),
    ];
    for cost in [case.initial_cost(), case.annual_cost(), case.contract_total()] {
        row.push(words::fact(cost, kind, |amount: YenRange| amount.lower().to_string()));
        row.push(words::fact(cost, kind, |amount: YenRange| amount.upper().to_string()));
    }
    let list = |names: Vec<&str>| names.join(words::BETWEEN);
    row.extend([
        words::fact(case.contract_years(), kind, decimal),
        case.cost_basis().map_or_else(unknown, |basis| basis.ja().to_owned()),
        answer(case.subsidy_used(), words::facet::subsidy_answer, kind),
        answer(case.specification_available(), words::facet::specification_answer, kind),
        words::fact(case.procurement_method(), kind, |method| method.ja().to_owned()),
        words::fact(case.vendor(), kind, str::to_owned),
        words::fact(case.product(), kind, str::to_owned),
        words::fact(case.contract_end(), kind, |end| end.to_string()),
        words::fact(case.benefits(), kind, |slugs| {
            list(
                slugs
                    .into_iter()
                    .filter_map(|slug| Some(snapshot.terms.benefit(slug)?.name.as_str()))
                    .collect(),
            )
        }),
        words::fact(case.document_kinds(), kind, |kinds| list(kinds.into_iter().map(Term::ja).collect())),
        snapshot.meta.id.to_string(),
    ]);
    row
}

fn answer(fact: Fact<bool>, name: fn(Answer) -> &'static str, kind: SnapshotKind) -> String {
    words::fact(fact, kind, |yes| name(Answer::from(Fact::Known(yes))).to_owned())
}

/// Everything known of one case: two columns, a row a field, then its savings, participants, documents
/// and sources.
pub fn case_csv(
    snapshot: &Snapshot,
    case: CaseRef<'_>,
    detail: &CaseDetail,
    municipalities: Option<&Municipalities>,
) -> CsvTable {
    let kind = snapshot.meta.kind;
    let one = cases_csv(snapshot, &Selection::all(&snapshot.cases).filter(|it| it.row() == case.row()));
    let facts =
        one.header.into_iter().zip(one.rows.into_iter().flatten()).map(|(field, value)| vec![field, value]);
    let mut rows: Vec<Vec<String>> = facts.collect();
    let mut add = |field: &str, value: String| rows.push(vec![field.to_owned(), value]);

    let text = |field: Field, text: &Option<String>| {
        words::fact(Fact::new(text.clone(), case.reason(field)), kind, |text| text)
    };
    add(words::field(Field::SubsidyName), text(Field::SubsidyName, &detail.subsidy_name));
    add(words::field(Field::CostSharing), text(Field::CostSharing, &detail.cost_sharing));
    add(
        words::field(Field::PrefectureBearsCost),
        words::fact(case.prefecture_bears_cost(), kind, |share| share.ja().to_owned()),
    );
    add(words::field(Field::Background), text(Field::Background, &detail.background));
    add(words::field(Field::Process), text(Field::Process, &detail.process));
    add(words::field(Field::ContactDepartment), text(Field::ContactDepartment, &detail.contact_department));
    for saving in case.savings().known().unwrap_or_default() {
        let by = saving.by.as_deref().map(|by| format!("　{by}")).unwrap_or_default();
        let saved = words::money::saving_value(saving);
        let of = words::money::saving_of(saving);
        add(words::field(Field::Savings), format!("{saved}　{of}　{}{by}", saving.kind.ja()));
    }
    for &code in case.participants().known().unwrap_or_default() {
        let name =
            municipalities.and_then(|table| table.get(code)).map_or("", |municipality| municipality.name);
        add(words::case::PARTICIPANTS, format!("{code} {name}"));
    }
    for document in &detail.documents {
        add(
            words::field(Field::Documents),
            format!("{}　{}　{}", document.kind.ja(), document.title, document.url),
        );
    }
    for source in &detail.sources {
        add(words::case::SOURCES_HEADING, format!("{}　{}　{}", source.publisher, source.title, source.url));
    }
    CsvTable { header: vec![words::table::FIELD.to_owned(), words::table::VALUE.to_owned()], rows }
}
