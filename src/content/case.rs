//! One case: every field, what is not known in words, and the public pages behind it.

mod inquiry;
mod money;
mod others;
mod participants;
mod place;
mod references;
mod report;
mod reuse;
mod rows;
mod similar;
mod texts;
mod top;

pub(super) use references::without_rehosted_mark;
pub(super) use rows::Rows;
pub(in crate::content) use texts::HOW;

use joint_procurement_core::domain::{
    CaseDetail, CaseRef, CostBasis, Fact, Field, Municipalities, PrefectureCode, Snapshot, YenRange,
};
use joint_procurement_core::export::case_json;
use joint_procurement_core::query::{CaseFilter, Forms, Near, ScopeFilter, StatusAnswer};
use joint_procurement_core::routes::{Address, Route};

use super::cases_csv::case_csv;
use super::{Block, Inline, Later, Link, OfCase, PageContent, Save, SavedFile, Section, Text, fields};
use crate::words::{self, CaseSummary};

/// Gives the content known at once; the parts come with the files of the case. `near` is the size that the
/// reader compares with.
pub fn case(snapshot: &Snapshot, case: CaseRef<'_>, near: Option<Near>) -> PageContent {
    let page = CasePage { snapshot, case, detail: None };
    PageContent {
        title: case.title().to_owned(),
        ancestors: vec![Route::Overview, Route::Cases],
        kicker: page.kicker(),
        heading: case.title().to_owned(),
        lead: words::case::summary(&page.summary()).into(),
        blocks: page
            .cancelled()
            .into_iter()
            .chain([Block::Later(Later::OfCase(OfCase { row: case.row(), near }))])
            .collect(),
        ..PageContent::default()
    }
}

/// Gives all groups of facts. Without `detail` it leaves out those that need long texts, and without
/// `municipalities` the participants.
pub(super) fn parts(
    snapshot: &Snapshot,
    part: OfCase,
    detail: Option<&CaseDetail>,
    municipalities: Option<&Municipalities>,
) -> Vec<Block> {
    let page = CasePage { snapshot, case: snapshot.cases.row(part.row), detail };
    let inquiry = detail.and_then(|detail| page.inquiry(detail, municipalities, part.near));
    let (actions, tiles) = detail.map(|it| (page.actions(it, municipalities), page.top(it))).unzip();
    let parts = [
        actions,
        tiles,
        inquiry,
        Some(page.who()),
        Some(page.money(detail)),
        detail.map(|detail| page.how(detail)),
        detail.map(|detail| page.reuse(detail)),
        Some(page.benefits()),
        municipalities.map(|table| page.participants(table)),
        detail.map(|detail| page.sources(detail)),
        detail.map(|detail| page.report(detail)),
        page.similar(),
        page.others(),
    ];
    parts.into_iter().flatten().collect()
}

/// The values that the parts of the page share.
struct CasePage<'a> {
    snapshot: &'a Snapshot,
    case: CaseRef<'a>,
    detail: Option<&'a CaseDetail>,
}

impl CasePage<'_> {
    /// Gives domain, system type and prefecture, each a way to what shares it, and the status.
    fn kicker(&self) -> Text {
        let domain = self.case.domain();
        let of_domain = self.beside(|filter| filter.domain = [domain].into()).into();
        Text::from(Inline::DomainLink(domain, of_domain))
            .then(" ")
            .then(self.system_link())
            .then(" ")
            .then(self.prefecture_link(self.case.lead_prefecture()))
            .then(" ")
            .then(Inline::Status(StatusAnswer::from(self.case.status())))
    }

    /// Says of a plan that came to nothing that it did, and where it says why.
    fn cancelled(&self) -> Option<Block> {
        let how = Address::with_card(Route::Case(self.case.id().clone()), texts::HOW).into();
        let others = super::cancelled::cancelled(CaseFilter::default()).into();
        self.case.is_cancelled().then(|| Block::info(Text::linked(words::case::CANCELLED, vec![how, others])))
    }

    fn summary(&self) -> CaseSummary<'_> {
        CaseSummary {
            lead: self.case.lead_organization(),
            system: self.snapshot.system_name(self.case.system_type()),
            participants: self.case.participants_count().known(),
            introduced: self.introduced().known(),
            status: self.case.status().known(),
            form: self.case.form().known(),
        }
    }

    fn introduced(&self) -> Fact<String> {
        self.case
            .introduced()
            .map(|introduced| words::case::introduced_value(self.case, introduced, self.snapshot.meta.as_of))
    }

    /// Gives everything of the case as files.
    fn actions(&self, detail: &CaseDetail, municipalities: Option<&Municipalities>) -> Block {
        let name = words::site::page_name(&Route::Case(self.case.id().clone()));
        let file_name = format!("{name}_{}", self.case.id());
        let rows = case_csv(self.snapshot, self.case, detail, municipalities);
        let json = case_json(self.snapshot, self.case, detail);
        Block::Save(vec![
            Save { label: words::case::CSV, file_name: file_name.clone(), file: SavedFile::Csv(rows) },
            Save { label: words::case::JSON, file_name, file: SavedFile::Json(json) },
        ])
    }

    fn system_link(&self) -> Link {
        let slug = self.case.system_type();
        Link::system(slug, self.snapshot.system_name(slug))
    }

    fn prefecture_link(&self, code: PrefectureCode) -> Link {
        Link::new(Route::Prefecture(code), self.snapshot.prefecture_name(code))
    }

    /// Gives the list of the cases that share something with this one; its own scope and form are among them.
    fn beside(&self, condition: impl FnOnce(&mut CaseFilter)) -> CaseFilter {
        let mut filter = CaseFilter::default();
        if !filter.scope.admits(self.case.scope()) {
            filter.scope = ScopeFilter::All;
        }
        if !self.case.is_joint() {
            filter.form = Forms::all();
        }
        condition(&mut filter);
        filter
    }

    /// Says a value in words, or quietly why there is none.
    fn said(&self, value: Fact<String>) -> Text {
        fact_text(self.snapshot, value.map(Text::from))
    }

    /// Says the value of a field in words, with the sources that state it.
    fn field(&self, field: Field, detail: Option<&CaseDetail>) -> Fact<Text> {
        self.evident_fact(field, fields::text(self.snapshot, self.case, detail, field))
    }

    /// Begins a group without rows.
    fn rows(&self) -> Rows<'_> {
        Rows::new(self.snapshot)
    }
}

/// Gives a value, or quietly why there is none.
pub(super) fn fact_text(snapshot: &Snapshot, value: Fact<Text>) -> Text {
    match value {
        Fact::Known(text) => text,
        Fact::Missing(reason) => {
            Inline::Unknown(words::missing(reason, snapshot.meta.kind).to_owned()).into()
        }
    }
}

/// Writes an amount with what it is; its exact form on demand.
pub(super) fn amount(case: CaseRef<'_>, yen: YenRange) -> Text {
    let spoken = Inline::Amount { spoken: words::money::amount(yen), exact: words::money::amount_exact(yen) };
    let basis = |basis: CostBasis| Inline::Remark(words::money::basis(basis).to_owned());
    match case.cost_basis() {
        Some(stated) => Text::from(spoken).then(" ").then(basis(stated)),
        None => spoken.into(),
    }
}

fn group(id: &str, heading: &str, blocks: Vec<Block>) -> Block {
    Block::FactGroup(Section { blocks, ..section(id, heading) })
}

fn section(id: &str, heading: &str) -> Section {
    Section { id: id.to_owned(), heading: heading.to_owned(), ..Section::default() }
}
