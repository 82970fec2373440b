//! Cases as tables in files.

use joint_procurement_core::domain::{
    CaseDetail, CaseRef, Fact, Field, Municipalities, Slug, Snapshot, Term, WebAddress,
};
use joint_procurement_core::export::CsvTable;
use joint_procurement_core::query::Selection;

use super::fields::{self, FILE, FILE_OF_CASE, FileColumn};
use crate::words;

/// Writes one row a case in the order of the selection. Amounts are in whole yen, a range as two columns;
/// what is not known is said in words, so that no cell can be taken for 0 or "no".
pub fn cases_csv(snapshot: &Snapshot, cases: &Selection<'_>) -> CsvTable {
    let header = FILE.iter().flat_map(|column| match column {
        FileColumn::Own(name, _) => vec![(*name).to_owned()],
        FileColumn::Field(field) => fields::written_names(snapshot.meta.kind, *field),
    });
    CsvTable {
        header: header.chain([words::data::SNAPSHOT.to_owned()]).collect(),
        rows: cases.iter().map(|case| row(snapshot, case)).collect(),
    }
}

fn row(snapshot: &Snapshot, case: CaseRef<'_>) -> Vec<String> {
    let kind = snapshot.meta.kind;
    let cells = FILE.iter().flat_map(|column| match column {
        FileColumn::Own(_, value) => vec![words::fact(value(snapshot, case), kind, |text| text)],
        FileColumn::Field(field) => match fields::written(snapshot, case, None, *field) {
            Fact::Known(values) => values,
            Fact::Missing(reason) => {
                vec![words::missing(reason, kind).to_owned(); fields::written_names(kind, *field).len()]
            }
        },
    });
    cells.chain([snapshot.meta.id.to_string()]).collect()
}

/// Writes everything known of one case in two columns. Each field has a row; its savings, participants,
/// documents and sources follow.
pub fn case_csv(
    snapshot: &Snapshot,
    case: CaseRef<'_>,
    detail: &CaseDetail,
    municipalities: Option<&Municipalities>,
) -> CsvTable {
    let kind = snapshot.meta.kind;
    let one = cases_csv(snapshot, &Selection::new(&snapshot.cases, vec![case.row()]));
    let facts =
        one.header.into_iter().zip(one.rows.into_iter().flatten()).map(|(field, value)| vec![field, value]);
    let mut rows: Vec<Vec<String>> = facts.collect();
    let mut add = |field: &str, value: String| rows.push(vec![field.to_owned(), value]);

    for field in FILE_OF_CASE.into_iter().filter(|&it| fields::is_asked(snapshot, case, Some(detail), it)) {
        let value = fields::written(snapshot, case, Some(detail), field);
        add(words::field(field), words::fact(value, kind, |values| values.concat()));
    }
    for saving in case.savings().known().unwrap_or_default() {
        let by = saving.by.as_deref().map(|by| format!("　{by}")).unwrap_or_default();
        let saved = words::money::saving_value(saving);
        let of = words::money::saving_of(saving);
        add(words::field(Field::Savings), format!("{saved}　{of}　{}{by}", saving.kind.ja()));
    }
    for &code in case.participants().known().unwrap_or_default() {
        let name = municipalities
            .and_then(|table| table.get(code))
            .map_or(words::table::MUNICIPALITY_CODE, |it| it.name);
        add(words::case::PARTICIPANTS, words::table::municipality_with_code(name, code));
    }
    for document in &detail.documents {
        add(
            words::field(Field::Documents),
            format!("{}　{}　{}", document.kind.ja(), document.title, address(&document.url)),
        );
    }
    for source in &detail.sources {
        let key = source.key.as_ref().map(|key| format!("{key}　")).unwrap_or_default();
        let class = source.class.map(|class| format!("{}　", class.ja())).unwrap_or_default();
        add(
            words::case::SOURCES_HEADING,
            format!("{key}{class}{}　{}　{}", source.publisher, source.title, address(&source.url)),
        );
    }
    for evidence in &detail.evidence {
        let Some(field) = evidence.field else { continue };
        let keys: Vec<&str> = evidence.sources.iter().map(Slug::as_str).collect();
        add(&words::case::evidence_of(field.ja()), keys.join(words::BETWEEN));
    }
    CsvTable { header: vec![words::table::FIELD.to_owned(), words::table::VALUE.to_owned()], rows }
}

fn address(url: &Option<WebAddress>) -> &str {
    url.as_ref().map_or("", WebAddress::as_str)
}
