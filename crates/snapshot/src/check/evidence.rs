//! The evidence of values: that it can be followed, how much there is, and new values without any.

use std::fmt::Write;
use std::path::Path;

use joint_procurement_core::domain::{
    CaseDetail, CaseField, CaseId, CaseRef, Catalog, Field, Slug, Snapshot, SnapshotMeta, SourceClass, Term,
};

use crate::load::{REBUILD, load_details, load_snapshot};
use crate::problem::{Problem, Report, first};

/// Cases that a note names; the others are counted.
const NAMED: usize = 3;

/// Reports sources without a key or class, and evidence that names no source.
pub fn check(path: &str, detail: &CaseDetail, report: &mut Report) {
    let keys: Vec<Option<&Slug>> = detail.sources.iter().map(|source| source.key.as_ref()).collect();
    let mut add = |what: String| {
        let problem = Problem::new(path, what).advice(REBUILD);
        report.add(Problem { subject: Some(detail.id.to_string()), ..problem });
    };
    for (place, key) in keys.iter().enumerate() {
        match key {
            None => add(format!("{}番目の出典に key がありません。", place + 1)),
            Some(key) if keys[..place].contains(&Some(key)) => {
                add(format!("出典の key {key} が二度あります。"))
            }
            Some(_) => {}
        }
    }
    let sources = detail.sources.iter().map(|source| source.class);
    if sources.chain(detail.documents.iter().map(|document| document.class)).any(|class| class.is_none()) {
        add("出典か参考文書に、分類がありません。".to_owned());
    }
    for key in detail.evidence.iter().flat_map(|evidence| &evidence.sources) {
        if !keys.contains(&Some(key)) {
            add(format!("典拠 {key} は、この事例の出典の key ではありません。"));
        }
    }
}

/// Prints for the default snapshot, field by field, how many of the known values have evidence. Notes those that are
/// new or changed since the snapshot before and have none.
pub fn print(folder: &Path, catalog: &Catalog, report: &mut Report) {
    let Some(place) = catalog.snapshots.iter().position(|it| it.id == catalog.default) else { return };
    let mut load = |meta: &SnapshotMeta| {
        Some((load_snapshot(folder, Some(&meta.id), report)?, load_details(folder, meta, report)?))
    };
    let Some((snapshot, details)) = load(&catalog.snapshots[place]) else { return };
    let before = place.checked_sub(1).and_then(|place| load(&catalog.snapshots[place]));

    let mut table = String::new();
    let mut all = Shares::default();
    for &field in Field::ALL.iter().filter(|field| CaseField::Field(**field).takes_evidence()) {
        let shares = Shares::of(&snapshot, &details, field);
        if shares.known > 0 {
            table.push_str(&shares.line(field.ja()));
        }
        all = all.and(shares);
        if let Some((earlier, of_earlier)) = &before {
            let new = new_without(&snapshot, &details, earlier, of_earlier, field);
            note(catalog, place, field, &new, report);
        }
    }
    let total = all.line("合計");
    crate::output::print(
        format_args!(
            "典拠（データ版 {}。項目　分かっている値、うち出典を示せる値、うち公的な出典のある値）\n{table}{total}",
            catalog.default
        ),
        report,
    );
}

fn note(catalog: &Catalog, place: usize, field: Field, new: &[&CaseId], report: &mut Report) {
    let (Some(before), false) =
        (place.checked_sub(1).and_then(|it| catalog.snapshots.get(it)), new.is_empty())
    else {
        return;
    };
    let named: Vec<&str> = new.iter().map(|id| id.as_str()).collect();
    report.note(format!(
        "{}：データ版 {} の後に加わったか変わった値のうち、{}件はどの出典によるか書かれていません（{}）。もとの表の根拠（evidence）に書いてください。",
        field.ja(),
        before.id,
        new.len(),
        first(&named, NAMED, "件"),
    ));
}

/// Counts of values: known, with evidence, and with a public body's page as evidence.
#[derive(Clone, Copy, Default)]
struct Shares {
    known: usize,
    evident: usize,
    official: usize,
}

impl Shares {
    fn of(snapshot: &Snapshot, details: &[CaseDetail], field: Field) -> Self {
        let mut shares = Self::default();
        for (case, detail) in pairs(snapshot, details) {
            if case.value(field, Some(detail)).is_known() {
                let places = detail.evidence_of(CaseField::Field(field));
                let is_official = |place: &usize| detail.sources[*place].class == Some(SourceClass::Official);
                shares.known += 1;
                shares.evident += usize::from(!places.is_empty());
                shares.official += usize::from(places.iter().any(is_official));
            }
        }
        shares
    }

    fn and(self, other: Self) -> Self {
        Self {
            known: self.known + other.known,
            evident: self.evident + other.evident,
            official: self.official + other.official,
        }
    }

    fn line(self, name: &str) -> String {
        let percent =
            |count: usize| (count * 100 + self.known / 2).checked_div(self.known).unwrap_or_default();
        let mut line = String::new();
        let _ = writeln!(
            line,
            "  {name}　{}件、{}件（{}%）、{}件（{}%）",
            self.known,
            self.evident,
            percent(self.evident),
            self.official,
            percent(self.official)
        );
        line
    }
}

/// Gives each case with its details; both are in order of id.
fn pairs<'a>(
    snapshot: &'a Snapshot,
    details: &'a [CaseDetail],
) -> impl Iterator<Item = (CaseRef<'a>, &'a CaseDetail)> {
    snapshot.cases.iter().filter_map(|case| Some((case, CaseDetail::find(details, case.id())?)))
}

/// Gives the cases whose value is known, not what it was, and without evidence.
fn new_without<'a>(
    snapshot: &'a Snapshot,
    details: &[CaseDetail],
    earlier: &Snapshot,
    of_earlier: &[CaseDetail],
    field: Field,
) -> Vec<&'a CaseId> {
    let mut new = Vec::new();
    for case in snapshot.cases.iter() {
        let Some(detail) = CaseDetail::find(details, case.id()) else { continue };
        let before = earlier.cases.find(case.id());
        let before = before.map(|case| case.value(field, CaseDetail::find(of_earlier, case.id())));
        let value = case.value(field, Some(detail));
        let is_new = value.is_known() && before.as_ref() != Some(&value);
        if is_new && detail.evidence_of(CaseField::Field(field)).is_empty() {
            new.push(case.id());
        }
    }
    new
}
