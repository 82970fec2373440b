use leptos::prelude::*;

use crate::components::{Amount, ExternalLink, FactText};
use crate::domain::{CaseDetail, CaseRef, Document, Fact, Field, Snapshot, Term};
use crate::shell::use_words;

/// What a reader came for: documents, money, whom to ask.
#[component]
pub fn Top(snapshot: &'static Snapshot, case: CaseRef<'static>, detail: CaseDetail) -> impl IntoView {
    let words = use_words();
    let kind = snapshot.meta.kind;
    let amounts = [
        (Field::InitialCost, case.initial_cost()),
        (Field::AnnualCost, case.annual_cost()),
        (Field::ContractTotal, case.contract_total()),
    ];
    let amounts = amounts.into_iter().map(|(field, amount)| {
        view! {
            <div class="amounts__item">
                <dt class="amounts__term">{words.field(field)}</dt>
                <dd class="amounts__value"><Amount amount basis=case.cost_basis() kind/></dd>
            </div>
        }
    });
    let contact = Fact::new(detail.contact_department.clone(), case.reason(Field::ContactDepartment));
    let knows_contact = contact.is_known();
    view! {
        <div class="case-top">
            <section class="case-top__tile" aria-labelledby="documents">
                <h2 class="case-top__heading" id="documents">{words.case.documents_heading}</h2>
                <Documents case documents=detail.documents/>
            </section>
            <section class="case-top__tile" aria-labelledby="money-top">
                <h2 class="case-top__heading" id="money-top">{words.case.money_heading}</h2>
                <dl class="amounts">{amounts.collect_view()}</dl>
            </section>
            <section class="case-top__tile contact-box" aria-labelledby="contact">
                <h2 class="case-top__heading" id="contact">{words.case.contact_heading}</h2>
                <p class="contact-box__name"><FactText fact=contact kind/></p>
                {knows_contact.then(|| view! { <p class="contact-box__text">{words.case.contact_text}</p> })}
            </section>
        </div>
    }
}

#[component]
fn Documents(case: CaseRef<'static>, documents: Vec<Document>) -> impl IntoView {
    let words = use_words();
    if documents.is_empty() {
        let text = case.reason(Field::Documents).map_or(words.case.no_documents, Term::ja);
        return view! { <p class="unknown">{text}</p> }.into_any();
    }
    let items = documents.into_iter().map(|document| {
        let (title, rehosted) = without_rehosted_mark(&document.title);
        let published = document.published.map(|date| (words.case.published)(&words.date(date)));
        view! {
            <li class="document">
                <span class="chip" data-tone="neutral">{document.kind.ja()}</span>
                <p class="document__title"><ExternalLink url=document.url text=title/></p>
                <p class="document__meta">
                    {published}
                    {rehosted.then(|| view! { " "<span class="document__flag">{words.shell.rehosted}</span> })}
                </p>
            </li>
        }
    });
    view! { <ul class="document-list">{items.collect_view()}</ul> }.into_any()
}

/// The source tables mark in the title a document that was found only as a copy elsewhere.
pub fn without_rehosted_mark(title: &str) -> (String, bool) {
    match title.strip_suffix("(転載)") {
        Some(title) => (title.to_owned(), true),
        None => (title.to_owned(), title.contains("転載")),
    }
}
