//! The values of what changed of a case from one snapshot to another, in words.

use joint_procurement_core::changes::{ChangedField, Versioned};
use joint_procurement_core::domain::{
    BasicField, CaseField, Date, Document, Fact, Field, FieldValue, Link, Municipalities, MunicipalityCode,
    Saving, Slug, Snapshot, Source, SourceClass, Term, WebAddress,
};
use joint_procurement_core::text::persons;

use super::fields;
use crate::words;

/// A snapshot, for the names that its cases refer to.
#[derive(Clone, Copy, Debug)]
pub struct Named<'a> {
    pub snapshot: &'a Snapshot,
    pub municipalities: &'a Municipalities,
}

impl Named<'_> {
    /// Says the value of a field of a case as the pages do, an entry of a list a line. An unknown one is
    /// told in words.
    pub fn said(self, of: Versioned<'_>, field: ChangedField) -> Vec<String> {
        match field {
            ChangedField::Of(CaseField::Basic(field)) => self.basic(of, field),
            ChangedField::Of(CaseField::Field(field)) => self.field(of, field),
            ChangedField::Evidence => {
                let lines = of.evidence().iter().filter_map(|evidence| {
                    let keys: Vec<&str> = evidence.sources.iter().map(Slug::as_str).collect();
                    Some(words::changes::evidence(evidence.field?.ja(), &keys.join(words::BETWEEN)))
                });
                or(lines.collect(), words::changes::NO_EVIDENCE)
            }
            ChangedField::Population => self.one(of.case.derived_population().map(persons)),
            ChangedField::Staff => self.one(of.case.derived_staff().map(persons)),
        }
    }

    fn basic(self, of: Versioned<'_>, field: BasicField) -> Vec<String> {
        let case = of.case;
        let text = match field {
            BasicField::LeadPrefecture => self.snapshot.prefecture_name(case.lead_prefecture()),
            BasicField::LeadOrganization => case.lead_organization(),
            BasicField::LeadKind => case.lead_kind().ja(),
            BasicField::Scope => case.scope().ja(),
            BasicField::Title => case.title(),
            BasicField::SystemType => self.snapshot.system_name(case.system_type()),
            BasicField::Domain => case.domain().ja(),
            BasicField::PartnerPrefectures => {
                let codes = case.partner_prefectures().iter();
                let names: Vec<&str> = codes.map(|code| self.snapshot.prefecture_name(*code)).collect();
                return self.one(Some(names.join(words::BETWEEN)).filter(|names| !names.is_empty()));
            }
            BasicField::IntroducedKind => {
                let kind = case.introduced().map(|introduced| introduced.kind.ja().to_owned());
                return self.fact(kind);
            }
            BasicField::CostBasis => return self.one(case.cost_basis().map(|basis| basis.ja().to_owned())),
            BasicField::Sources => {
                return or(of.sources().iter().map(source).collect(), words::changes::NO_SOURCES);
            }
            BasicField::Removal => "",
        };
        vec![text.to_owned()]
    }

    fn field(self, of: Versioned<'_>, field: Field) -> Vec<String> {
        if field == Field::Documents && !of.documents().is_empty() {
            return of.documents().iter().map(document).collect();
        }
        match of.case.value(field, of.detail) {
            Fact::Known(FieldValue::Municipalities(codes)) => {
                let names: Vec<String> = codes.iter().map(|code| self.municipality(of, *code)).collect();
                vec![names.join(words::BETWEEN)]
            }
            Fact::Known(FieldValue::Savings(savings)) => savings.iter().map(saving).collect(),
            // To the yen: rounded, unlike amounts could look alike.
            Fact::Known(FieldValue::Yen(yen)) => vec![words::money::amount_exact(yen)],
            _ => self.fact(fields::text(self.snapshot, of.case, of.detail, field).map(|text| text.plain())),
        }
    }

    /// Names a municipality, with its prefecture where that is not the lead's.
    fn municipality(self, of: Versioned<'_>, code: MunicipalityCode) -> String {
        match self.municipalities.get(code) {
            None => code.to_string(),
            Some(it) if code.prefecture() == of.case.lead_prefecture() => it.name.to_owned(),
            Some(it) => format!("{}{}", self.snapshot.prefecture_name(code.prefecture()), it.name),
        }
    }

    fn one(self, value: Option<String>) -> Vec<String> {
        self.fact(value.into())
    }

    fn fact(self, value: Fact<String>) -> Vec<String> {
        vec![words::fact(value, self.snapshot.meta.kind, |text| text)]
    }
}

fn or(lines: Vec<String>, none: &str) -> Vec<String> {
    if lines.is_empty() { vec![none.to_owned()] } else { lines }
}

fn saving(saving: &Saving) -> String {
    let (saved, of) = (words::money::saving_value(saving), words::money::saving_of(saving));
    parts([Some(saved), Some(of), Some(saving.kind.ja().to_owned()), saving.by.clone()])
}

fn document(it: &Document) -> String {
    let page = page(it.class, &it.url, it.published, it.link, &it.archived_url);
    parts([Some(it.kind.ja().to_owned()), Some(it.title.clone())].into_iter().chain(page))
}

fn source(it: &Source) -> String {
    let page = page(it.class, &it.url, it.published, it.link, &it.archived_url);
    let own = [it.key.as_ref().map(ToString::to_string), Some(it.publisher.clone()), Some(it.title.clone())];
    parts(own.into_iter().chain(page))
}

/// Says what is known of a page.
fn page(
    class: Option<SourceClass>,
    url: &Option<WebAddress>,
    published: Option<Date>,
    link: Option<Link>,
    archived: &Option<WebAddress>,
) -> [Option<String>; 5] {
    [
        class.map(|class| class.ja().to_owned()),
        published.map(|date| words::case::published(&words::date(date))),
        link.and_then(words::case::link_state),
        url.as_ref().map(|url| url.as_str().to_owned()),
        archived.as_ref().map(|url| words::changes::archived(url.as_str())),
    ]
}

fn parts(parts: impl IntoIterator<Item = Option<String>>) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join("　")
}
