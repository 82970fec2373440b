use leptos::prelude::*;

use crate::components::element::{Element, all, classed};
use crate::components::{amount, external_link, fact_text};
use crate::domain::{CaseDetail, CaseRef, Document, Fact, Field, Snapshot, Term};
use crate::shell::use_words;

/// What a reader came for: documents, money, whom to ask.
pub fn top(snapshot: &'static Snapshot, case: CaseRef<'static>, detail: &CaseDetail) -> Element {
    let words = use_words();
    let kind = snapshot.meta.kind;
    let amounts = [
        (Field::InitialCost, case.initial_cost()),
        (Field::AnnualCost, case.annual_cost()),
        (Field::ContractTotal, case.contract_total()),
    ];
    let amounts = amounts.into_iter().map(|(field, cost)| {
        classed("div", "amounts__item")
            .child(classed("dt", "amounts__term").child(words.field(field)))
            .child(classed("dd", "amounts__value").child(amount(cost, case.cost_basis(), kind)))
    });
    let contact = Fact::new(detail.contact_department.clone(), case.reason(Field::ContactDepartment));
    let ask = contact.is_known().then(|| classed("p", "contact-box__text").child(words.case.contact_text));
    classed("div", "case-top")
        .child(
            tile("case-top__tile", "documents", words.case.documents_heading)
                .child(documents(case, &detail.documents)),
        )
        .child(
            tile("case-top__tile", "money-top", words.case.money_heading)
                .child(classed("dl", "amounts").children(amounts)),
        )
        .child(
            tile("case-top__tile contact-box", "contact", words.case.contact_heading)
                .child(classed("p", "contact-box__name").child(fact_text(contact, kind)))
                .some(ask),
        )
}

fn tile(class: &'static str, id: &'static str, heading: &'static str) -> Element {
    classed("section", class)
        .attr("aria-labelledby", id)
        .child(classed("h2", "case-top__heading").attr("id", id).child(heading))
}

fn documents(case: CaseRef<'static>, documents: &[Document]) -> AnyView {
    let words = use_words();
    if documents.is_empty() {
        let text = case.reason(Field::Documents).map_or(words.case.no_documents, Term::ja);
        return classed("p", "unknown").child(text).view();
    }
    let items = documents.iter().map(|document| {
        let (title, rehosted) = without_rehosted_mark(&document.title);
        let published = document.published.map(|date| (words.case.published)(&words.date(date)));
        classed("li", "document")
            .child(classed("span", "chip").attr("data-tone", "neutral").child(document.kind.ja()))
            .child(classed("p", "document__title").child(external_link(document.url.clone(), title)))
            .child(classed("p", "document__meta").some(published).some(flag(rehosted)))
    });
    classed("ul", "document-list").children(items).view()
}

/// The source tables mark in the title a document that was found only as a copy elsewhere.
pub fn without_rehosted_mark(title: &str) -> (String, bool) {
    match title.strip_suffix("(転載)") {
        Some(title) => (title.to_owned(), true),
        None => (title.to_owned(), title.contains("転載")),
    }
}

/// The mark of what was found only as a copy elsewhere.
pub fn flag(rehosted: bool) -> Option<AnyView> {
    let flag = || classed("span", "document__flag").child(use_words().shell.rehosted).view();
    rehosted.then(|| all([" ".to_owned().into_any(), flag()]))
}
