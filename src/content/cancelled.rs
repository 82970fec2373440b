//! Plans that came to nothing, which no figure counts: what others learned.

use joint_procurement_core::domain::{CaseDetail, CaseRef, Slug, Snapshot};
use joint_procurement_core::query::{CaseFilter, Forms, ScopeFilter, StatusAnswer};
use joint_procurement_core::routes::Route;

use super::{Block, Inline, Later, Link, OfDetails, Section, Text};
use crate::words;

/// Asks for the plans that came to nothing, of every scope and form, among what a filter lets through.
pub fn cancelled(filter: CaseFilter) -> CaseFilter {
    let status = [StatusAnswer::Cancelled].into();
    CaseFilter { status, scope: ScopeFilter::All, form: Forms::all(), ..filter }
}

/// Counts those of a type, and asks for the file in which the reasons come; `None` where there are none.
pub(super) fn section(snapshot: &Snapshot, slug: &Slug) -> Option<Block> {
    let count = of_type(snapshot, slug).count();
    let filter = cancelled(CaseFilter { system: [slug.clone()].into(), ..CaseFilter::default() });
    (count > 0).then(|| {
        Block::Section(Section {
            id: "cancelled".to_owned(),
            heading: words::cancelled::heading(count),
            lead: words::cancelled::LEAD.into(),
            more: Link::new(filter, words::system::all_cases(count)).into(),
            blocks: vec![Block::Later(Later::OfDetails(OfDetails::Cancelled(slug.clone())))],
        })
    })
}

/// Lists each plan with who made it, when that was told, and what is told of why.
pub(super) fn reasons(snapshot: &Snapshot, slug: &Slug, details: &[CaseDetail]) -> Vec<Block> {
    let plan = |case: CaseRef<'_>| {
        let detail = CaseDetail::find(details, case.id());
        let told = detail.into_iter().flat_map(|it| &it.sources).filter_map(|it| it.published).max();
        let who = words::cancelled::who(case.lead_organization(), told);
        let mut text = Text::from(who).then(Inline::Break);
        match detail.and_then(|it| it.process.as_deref().or(it.background.as_deref())) {
            Some(reason) => text.push(reason),
            None => text.push(Inline::Unknown(words::missing(None, snapshot.meta.kind).to_owned())),
        }
        (Link::new(Route::Case(case.id().clone()), case.title()), text)
    };
    vec![Block::Links(of_type(snapshot, slug).map(plan).collect())]
}

fn of_type<'a>(snapshot: &'a Snapshot, slug: &Slug) -> impl Iterator<Item = CaseRef<'a>> {
    snapshot.cases.every().filter(move |case| case.is_cancelled() && case.system_type() == slug)
}
