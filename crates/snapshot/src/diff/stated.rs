//! The value of a field as the source table states it.

use joint_procurement::content::Named;
use joint_procurement_core::changes::{ChangedField, Versioned};
use joint_procurement_core::domain::{
    BasicField, CaseField, Document, Fact, Field, FieldValue, Link, MunicipalityCode, Saving, Slug, Source,
    SourceClass, Term, WebAddress,
};
use serde::Serialize;
use serde_json::{Map, Value, json};

/// Gives the value of a field of a case as `cases.jsonl` has it; what is derived as a number.
pub fn stated(version: Named<'_>, of: Versioned<'_>, field: ChangedField) -> Value {
    match field {
        ChangedField::Of(CaseField::Basic(field)) => basic(version, of, field),
        ChangedField::Of(CaseField::Field(Field::Documents)) => list(of.documents(), document),
        ChangedField::Of(CaseField::Field(field)) => match of.case.value(field, of.detail) {
            Fact::Known(value) => known(version, of, value),
            Fact::Missing(_) if matches!(field, Field::Savings | Field::Benefits) => json!([]),
            Fact::Missing(_) => Value::Null,
        },
        ChangedField::Evidence => {
            let stated = of.evidence().iter();
            let keys = |sources: &[Slug]| Value::from(texts(sources));
            let entries = stated.filter_map(|it| Some((it.field?.slug().to_owned(), keys(&it.sources))));
            Value::Object(entries.collect())
        }
        ChangedField::Population => of.case.derived_population().into(),
        ChangedField::Staff => of.case.derived_staff().into(),
    }
}

fn basic(version: Named<'_>, of: Versioned<'_>, field: BasicField) -> Value {
    let case = of.case;
    match field {
        BasicField::LeadPrefecture => case.lead_prefecture().to_string().into(),
        BasicField::LeadOrganization => case.lead_organization().into(),
        BasicField::LeadKind => case.lead_kind().slug().into(),
        BasicField::Scope => case.scope().slug().into(),
        BasicField::Title => case.title().into(),
        BasicField::SystemType => version.snapshot.system_name(case.system_type()).into(),
        BasicField::Domain => case.domain().ja().into(),
        BasicField::PartnerPrefectures => texts(case.partner_prefectures()).into(),
        BasicField::IntroducedKind => case.introduced().known().map(|it| it.kind.slug()).into(),
        BasicField::CostBasis => case.cost_basis().map(Term::ja).into(),
        BasicField::Sources => list(of.sources(), source),
        BasicField::Removal => Value::Null,
    }
}

fn known(version: Named<'_>, of: Versioned<'_>, value: FieldValue<'_>) -> Value {
    match value {
        FieldValue::Text(text) | FieldValue::Word { ja: text, .. } => text.into(),
        FieldValue::Answer(answer) => answer.into(),
        FieldValue::Count(count) => count.into(),
        FieldValue::Persons(count) => count.into(),
        FieldValue::Years(years) => number(years),
        FieldValue::Yen(yen) => plain(&yen),
        FieldValue::Month(at) => at.to_string().into(),
        FieldValue::Date(date) => date.to_string().into(),
        FieldValue::Introduction(introduced) => introduced.at.to_string().into(),
        FieldValue::Municipalities(codes) => list(codes, |code| name(version, of, *code).into()),
        FieldValue::Savings(savings) => list(savings, saving),
        FieldValue::Benefits(slugs) => {
            let benefit = |slug: &&Slug| version.snapshot.terms.benefit(slug);
            let names = slugs.iter().filter_map(|slug| Some(benefit(slug)?.name.clone()));
            names.collect::<Vec<String>>().into()
        }
        FieldValue::DocumentKinds(kinds) => list(&kinds, |kind| kind.ja().into()),
    }
}

/// Names a municipality; with its prefecture where another one that could be meant has the same name.
fn name(version: Named<'_>, of: Versioned<'_>, code: MunicipalityCode) -> String {
    let Some(municipality) = version.municipalities.get(code) else { return code.to_string() };
    let lead = of.case.lead_prefecture();
    let within = [lead].into_iter().chain(of.case.partner_prefectures().iter().copied());
    let all = within.flat_map(|prefecture| version.municipalities.of_prefecture(prefecture));
    match all.filter(|it| it.name == municipality.name).count() {
        0 | 1 => municipality.name.to_owned(),
        _ => format!("{}{}", version.snapshot.prefecture_name(code.prefecture()), municipality.name),
    }
}

fn saving(it: &Saving) -> Value {
    json!({
        "percent": it.percent.map(number),
        "before_yen": it.before_yen,
        "after_yen": it.after_yen,
        "saved_yen": it.saved_yen,
        "period_years": it.period_years.map(number),
        "of": it.of.ja(),
        "kind": it.kind.ja(),
        "by": it.by,
    })
}

fn document(it: &Document) -> Value {
    let mut object = Map::new();
    object.insert("kind".to_owned(), it.kind.ja().into());
    add_page(&mut object, &it.url, &it.title);
    object.insert("published".to_owned(), plain(&it.published));
    add_state(&mut object, it.class, it.link, &it.archived_url);
    object.into()
}

fn source(it: &Source) -> Value {
    let mut object = Map::new();
    if let Some(key) = &it.key {
        object.insert("key".to_owned(), key.to_string().into());
    }
    add_page(&mut object, &it.url, &it.title);
    object.insert("publisher".to_owned(), it.publisher.as_str().into());
    object.insert("published".to_owned(), plain(&it.published));
    add_state(&mut object, it.class, it.link, &it.archived_url);
    object.into()
}

fn add_page(object: &mut Map<String, Value>, url: &Option<WebAddress>, title: &str) {
    object.insert("url".to_owned(), url.as_ref().map(WebAddress::as_str).into());
    object.insert("title".to_owned(), title.into());
}

/// Adds what only some pages have, and none of the first format.
fn add_state(
    object: &mut Map<String, Value>,
    class: Option<SourceClass>,
    link: Option<Link>,
    archived: &Option<WebAddress>,
) {
    if let Some(class) = class {
        object.insert("class".to_owned(), class.ja().into());
    }
    if let Some(link) = link {
        object.insert("link".to_owned(), plain(&link));
    }
    if let Some(archived) = archived {
        object.insert("archived_url".to_owned(), archived.as_str().into());
    }
}

fn list<T>(items: &[T], value: impl Fn(&T) -> Value) -> Value {
    items.iter().map(value).collect()
}

fn texts<T: ToString>(items: &[T]) -> Vec<String> {
    items.iter().map(ToString::to_string).collect()
}

/// Gives what the published file has, where the source table has the same.
fn plain(it: &impl Serialize) -> Value {
    joint_procurement_core::json::value(it)
}

/// Writes a whole number as one.
fn number(number: f64) -> Value {
    let whole = number as u64;
    if whole as f64 == number { whole.into() } else { number.into() }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::collections::HashMap;
    use std::fs;

    use joint_procurement_core::domain::CaseDetail;
    use joint_procurement_testing::{data_folder, published};

    use super::*;

    #[test]
    fn every_value_is_that_of_the_source_table() {
        let published = published();
        let version = Named { snapshot: &published.snapshot, municipalities: &published.municipalities };
        let text = fs::read_to_string(data_folder().join("source/cases.jsonl")).unwrap();
        let lines = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        let lines: HashMap<String, Value> =
            lines.map(|line| (line["id"].as_str().unwrap().to_owned(), line)).collect();
        let mut seen = 0;
        for case in published.snapshot.cases.every() {
            let of = Versioned { case, detail: CaseDetail::find(&published.details, case.id()) };
            for field in ChangedField::all() {
                let value = stated(version, of, field);
                match field {
                    ChangedField::Population => assert_eq!(value, json!(case.derived_population())),
                    ChangedField::Staff => assert_eq!(value, json!(case.derived_staff())),
                    _ => {
                        let line = &lines[case.id().as_str()][field.slug()];
                        assert_eq!(value, *line, "{} {}", case.id(), field.slug());
                        seen += usize::from(!line.is_null());
                    }
                }
            }
        }
        assert!(seen > 5_000, "{seen} values");
    }
}
