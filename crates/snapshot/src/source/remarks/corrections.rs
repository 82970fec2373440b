//! Corrections that do not tell what the case states now.

use std::collections::HashMap;

use joint_procurement_core::domain::{
    BasicField, Case, CaseDetail, CaseField, CaseId, CaseRef, CaseTable, Date, Errata, Erratum, Fact,
    FieldKind, FieldValue, SnapshotId, Term, Terms, YenRange,
};
use joint_procurement_core::text::{fold, normalize};

use super::super::cases::Cases;
use super::super::errata::FILE;
use crate::problem::Report;
use crate::values::{AmountUnit, FiscalYear, Period, amount, answer, date, whole, years};

/// Notes the newest corrections of fields that have another value now. Those before them told what was right then.
pub fn note(errata: &Errata, cases: &Cases, terms: &Terms, report: &mut Report) {
    let mut newest: HashMap<(&CaseId, &str), Vec<&Erratum>> = HashMap::new();
    for erratum in &errata.entries {
        let (Some(case), Some(field)) = (&erratum.case, erratum.field) else { continue };
        let others = newest.entry((case, field.slug())).or_default();
        // The newest stand first.
        if others.first().is_none_or(|other| other.date == erratum.date) {
            others.push(erratum);
        }
    }
    for erratum in &errata.entries {
        let (Some(case), Some(field)) = (&erratum.case, erratum.field) else { continue };
        let of_field = newest.get(&(case, field.slug())).map(Vec::as_slice).unwrap_or_default();
        // Where there are several on one day, one tells the value.
        let is_first = of_field.first().is_some_and(|first| std::ptr::eq(*first, erratum));
        // A value with a mistake of its own is unknown.
        let is_wrong = cases.ids.wrong.contains(case.as_str());
        let Some((case, detail)) = find(cases, case).filter(|_| is_first && !is_wrong) else { continue };
        let table = CaseTable::new(vec![case.clone()], &[]);
        let Some(now) = Value::of(field, table.row(0), detail, terms) else { continue };
        if !of_field.iter().any(|erratum| now.agrees(erratum.right.as_deref())) {
            let id = &case.id;
            let right = quoted(erratum.right.as_deref());
            report.note_on(&[id.as_str()], format!(
                "{FILE}： {} の {id} の「{}」の right が{right}で、cases.jsonl の今の値{}と違います。値を直し忘れていないか確かめてください。後でまた直したのなら、その訂正の行も加えてください。",
                erratum.date,
                field.ja(),
                now.said(),
            ));
        }
    }
}

/// The snapshot before, as far as corrections tell of it.
pub struct Published<'a> {
    pub id: &'a SnapshotId,
    pub cases: &'a CaseTable,
    pub details: &'a [CaseDetail],
    pub errata: &'a Errata,
}

/// Notes new corrections of what the snapshot before did not state.
pub fn note_unpublished(errata: &Errata, before: &Published<'_>, terms: &Terms, report: &mut Report) {
    for erratum in errata.entries.iter().filter(|erratum| !before.errata.entries.contains(erratum)) {
        let (Some(id), Some(field)) = (&erratum.case, erratum.field) else { continue };
        let found = before.cases.every().find(|case| case.id() == id);
        let (Some(case), Some(detail)) = (found, CaseDetail::find(before.details, id)) else { continue };
        let Some(then) = Value::of(field, case, detail, terms) else { continue };
        let is_same = erratum.wrong == erratum.right;
        if !is_same && !then.agrees(erratum.wrong.as_deref()) {
            report.note(format!(
                "{FILE}： {} の {id} の「{}」の wrong が{}で、データ版 {} の値{}と違います。誤っていた値を確かめてください。",
                erratum.date,
                field.ja(),
                quoted(erratum.wrong.as_deref()),
                before.id,
                then.said(),
            ));
        }
    }
}

/// Gives the beginning of a text as it is quoted.
fn quoted(text: Option<&str>) -> String {
    match text.unwrap_or_default() {
        "" => "空欄".to_owned(),
        text => format!("「{}」", short(text)),
    }
}

fn find<'a>(cases: &'a Cases, id: &CaseId) -> Option<(&'a Case, &'a CaseDetail)> {
    let row = cases.cases.binary_search_by(|case| case.id.cmp(id)).ok()?;
    Some((cases.cases.get(row)?, CaseDetail::find(&cases.details, id)?))
}

/// Gives the beginning of a text.
fn short(text: &str) -> String {
    const MOST: usize = 20;
    let start: String = text.chars().take(MOST).collect();
    if start.len() < text.len() { start + "…" } else { start }
}

/// The value of a field as a case states it, as far as a text can be compared with it.
enum Value {
    Nothing,
    /// Any of these says it.
    Words(Vec<String>),
    /// A text of which a correction may tell a part.
    Long(String),
    Answer(bool),
    Number(f64),
    Yen(YenRange),
    Date(Date),
}

impl Value {
    /// Gives the value; `None` for a list, of which corrections tell parts in words of their own.
    fn of(field: CaseField, case: CaseRef<'_>, detail: &CaseDetail, terms: &Terms) -> Option<Self> {
        let words = |words: &[&str]| Some(Self::Words(words.iter().map(|it| (*it).to_owned()).collect()));
        let field = match field {
            CaseField::Field(field) => field,
            CaseField::Basic(field) => {
                return match field {
                    BasicField::LeadOrganization => words(&[case.lead_organization()]),
                    BasicField::Title => words(&[case.title()]),
                    BasicField::LeadKind => words(&[case.lead_kind().ja(), case.lead_kind().slug()]),
                    BasicField::Scope => words(&[case.scope().ja(), case.scope().slug()]),
                    BasicField::Domain => words(&[case.domain().ja(), case.domain().slug()]),
                    BasicField::CostBasis => match case.cost_basis() {
                        Some(basis) => words(&[basis.ja(), basis.slug()]),
                        None => Some(Self::Nothing),
                    },
                    BasicField::SystemType => {
                        let system = terms.system_types.iter().find(|it| it.slug == *case.system_type())?;
                        words(&[&system.name, system.slug.as_str()])
                    }
                    BasicField::LeadPrefecture
                    | BasicField::PartnerPrefectures
                    | BasicField::IntroducedKind
                    | BasicField::Sources
                    | BasicField::Removal => None,
                };
            }
        };
        let value = match case.value(field, Some(detail)) {
            Fact::Known(value) => value,
            Fact::Missing(_) => return Some(Self::Nothing),
        };
        Some(match value {
            FieldValue::Text(text) if field.kind() == FieldKind::LongText => Self::Long(text.to_owned()),
            FieldValue::Text(text) => Self::Words(vec![text.to_owned()]),
            FieldValue::Word { slug, ja } => Self::Words(vec![ja.to_owned(), slug.to_owned()]),
            FieldValue::Answer(answer) => Self::Answer(answer),
            FieldValue::Count(count) => Self::Number(f64::from(count)),
            FieldValue::Persons(count) => Self::Number(count as f64),
            FieldValue::Years(years) => Self::Number(years),
            FieldValue::Yen(yen) => Self::Yen(yen),
            FieldValue::Month(at) => Self::Date(at.into()),
            FieldValue::Introduction(introduced) => Self::Date(introduced.at.into()),
            FieldValue::Date(date) => Self::Date(date),
            FieldValue::Municipalities(_)
            | FieldValue::Savings(_)
            | FieldValue::Benefits(_)
            | FieldValue::DocumentKinds(_) => return None,
        })
    }

    /// Tells if a correction with this text may tell the value. A text that cannot be read as one may.
    fn agrees(&self, text: Option<&str>) -> bool {
        let folded = |text: &str| fold(text, normalize).split_whitespace().collect::<String>();
        let Some(right) = text else {
            return matches!(self, Self::Nothing | Self::Long(_));
        };
        match self {
            Self::Nothing => false,
            Self::Words(words) => words.iter().any(|word| folded(word) == folded(right)),
            Self::Long(text) => {
                let (text, right) = (folded(text), folded(right));
                text.contains(&right) || right.contains(&text)
            }
            Self::Answer(now) => answer(right).sure().is_none_or(|right| right == *now),
            Self::Number(now) => {
                let number = years(right, Period::Years).sure().or_else(|| Some(whole(right).sure()? as f64));
                number.is_none_or(|right| right == *now)
            }
            Self::Yen(now) => amount(right, AmountUnit::Yen).sure().is_none_or(|right| right == *now),
            Self::Date(now) => date(right, FiscalYear::Ask).sure().is_none_or(|right| right == *now),
        }
    }

    /// Gives the value in words.
    fn said(&self) -> String {
        match self {
            Self::Nothing => "（なし）".to_owned(),
            Self::Words(words) => format!("「{}」", short(words.first().map_or("", String::as_str))),
            Self::Long(text) => format!("「{}」", short(text)),
            Self::Answer(yes) => format!("「{}」", if *yes { "はい" } else { "いいえ" }),
            Self::Number(number) => format!("「{number}」"),
            Self::Yen(yen) => match (yen.exact_yen(), yen.upper()) {
                (Some(yen), _) => format!("「{yen}」"),
                (None, Some(upper)) => format!("「{}～{upper}」", yen.lower()),
                (None, None) => format!("「{}～」", yen.lower()),
            },
            Self::Date(date) => format!("「{date}」"),
        }
    }
}
