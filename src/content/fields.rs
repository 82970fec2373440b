//! The fields of a case in words, and where each stands.

use joint_procurement_core::domain::{
    CaseDetail, CaseRef, Fact, Field, FieldKind, FieldValue, Saving, SavingKind, Snapshot, SnapshotKind,
    Term, WebAddress,
};
use joint_procurement_core::query::StatusAnswer;
use joint_procurement_core::text::{decimal, persons};

use super::case::amount;
use super::{Inline, Text};
use crate::words;
use Fact::Known;
use FileColumn::Own;

// The parts of the page of a case (`case`), in their order. The parts about the parties, the documents and the
// benefits are made by hand.
pub(super) const WHO: [Field; 1] = [Field::Form];
pub(super) const AMOUNTS: [Field; 3] = [Field::InitialCost, Field::AnnualCost, Field::ContractTotal];
pub(super) const HOW: [Field; 6] = [
    Field::Background,
    Field::Process,
    Field::ProcurementMethod,
    Field::Vendor,
    Field::Product,
    Field::ContractEnd,
];

// The groups of the comparison (`compare`). Introductions, the use of subsidies and benefits are rows of their own.
pub(super) const COMPARED_WHO: [Field; 2] = [Field::Form, Field::PrefectureParticipates];
pub(super) const COMPARED_SIZE: [Field; 2] = [Field::ParticipantsCount, Field::ParticipantsAllInPrefecture];
pub(super) const SHARES: [Field; 2] = [Field::CostSharing, Field::PrefectureBearsCost];
pub(super) const COMPARED_STATE: [Field; 2] = [Field::Status, Field::ProcurementMethod];
pub(super) const COMPARED_TERM: [Field; 2] = [Field::ContractYears, Field::ContractEnd];
pub(super) const COMPARED_DOCUMENTS: [Field; 2] = [Field::SpecificationAvailable, Field::Documents];
pub(super) const CONTACT: [Field; 3] =
    [Field::ContactDepartment, Field::ContactTelephone, Field::ContactEmail];
/// The fields on joining, on the page of a case and in the comparison.
pub(super) const JOINING: [Field; 3] = [Field::OpenToJoin, Field::JoinUntil, Field::JoinTerms];
pub(super) const COMPARED_VENDOR: [Field; 2] = [Field::Vendor, Field::Product];

/// A column of the file of cases.
pub(super) enum FileColumn {
    /// A value that is known of every case, or derived.
    Own(&'static str, fn(&Snapshot, CaseRef<'_>) -> Fact<String>),
    Field(Field),
}

/// The columns of the file of cases.
pub(super) const FILE: [FileColumn; 34] = [
    Own(words::case::IDENTIFIER, |_, case| Known(case.id().to_string())),
    Own(words::case::TITLE, |_, case| Known(case.title().to_owned())),
    Own(words::case::DOMAIN, |_, case| Known(case.domain().ja().to_owned())),
    Own(words::case::SYSTEM_TYPE, |it, case| Known(it.system_name(case.system_type()).to_owned())),
    Own(words::case::LEAD_PREFECTURE, |it, case| {
        Known(it.prefecture_name(case.lead_prefecture()).to_owned())
    }),
    Own(words::case::LEAD, |_, case| Known(case.lead_organization().to_owned())),
    FileColumn::Field(Field::ContactDepartment),
    Own(words::case::LEAD_KIND, |_, case| Known(case.lead_kind().ja().to_owned())),
    Own(words::case::SCOPE, |_, case| Known(case.scope().ja().to_owned())),
    FileColumn::Field(Field::Form),
    FileColumn::Field(Field::ParticipantsCount),
    Own(words::case::POPULATION_IN_FILES, |_, case| {
        Size::population(case).map(|size| size.persons.to_string())
    }),
    Own(words::case::POPULATION_RESTS_ON, |_, case| {
        Size::population(case).map(|it| it.rests_on().to_owned())
    }),
    Own(words::case::STAFF_IN_FILES, |_, case| Size::staff(case).map(|size| size.persons.to_string())),
    Own(words::case::STAFF_RESTS_ON, |_, case| Size::staff(case).map(|it| it.rests_on().to_owned())),
    FileColumn::Field(Field::Introduced),
    FileColumn::Field(Field::Status),
    FileColumn::Field(Field::InitialCost),
    FileColumn::Field(Field::AnnualCost),
    FileColumn::Field(Field::ContractTotal),
    FileColumn::Field(Field::ContractYears),
    Own(words::money::BASIS, |_, case| case.cost_basis().map(|basis| basis.ja().to_owned()).into()),
    Own(words::case::COST_SOURCES, |_, case| {
        let addresses = case.cost_sources();
        let written: Vec<&str> = addresses.iter().map(WebAddress::as_str).collect();
        Fact::from((!written.is_empty()).then(|| written.join(" ")))
    }),
    FileColumn::Field(Field::SubsidyUsed),
    FileColumn::Field(Field::SpecificationAvailable),
    FileColumn::Field(Field::OpenToJoin),
    FileColumn::Field(Field::JoinUntil),
    FileColumn::Field(Field::ProcurementMethod),
    FileColumn::Field(Field::Vendor),
    FileColumn::Field(Field::Product),
    FileColumn::Field(Field::ContractEnd),
    FileColumn::Field(Field::Benefits),
    FileColumn::Field(Field::Documents),
    Own(words::facet::SOURCE, |_, case| {
        let classes: Vec<&str> = case.source_classes().into_iter().map(Term::ja).collect();
        Fact::from((!classes.is_empty()).then(|| classes.join(words::BETWEEN)))
    }),
];

/// The rows that the file of one case has beside the columns of the file of cases. Its savings, participants
/// and documents follow.
pub(super) const FILE_OF_CASE: [Field; 8] = [
    Field::SubsidyName,
    Field::CostSharing,
    Field::PrefectureBearsCost,
    Field::JoinTerms,
    Field::Background,
    Field::Process,
    Field::ContactTelephone,
    Field::ContactEmail,
];

/// Tells if a place has room for the field. One that only a survey asks for is not shown as unknown where
/// nobody was asked.
pub(super) fn is_asked(
    snapshot: &Snapshot,
    case: CaseRef<'_>,
    detail: Option<&CaseDetail>,
    field: Field,
) -> bool {
    !field.is_of_survey()
        || snapshot.meta.kind == SnapshotKind::Official
        || case.value(field, detail) != Fact::Missing(None)
}

/// The persons of the participants together, or their staff.
#[derive(Clone, Copy)]
pub(super) struct Size {
    pub(super) persons: u64,
    /// As a survey states it; otherwise it is summed over the participants.
    is_stated: bool,
}

impl Size {
    pub(super) fn population(case: CaseRef<'_>) -> Fact<Self> {
        Self::of(case.stated_population(), case.derived_population())
    }

    pub(super) fn staff(case: CaseRef<'_>) -> Fact<Self> {
        Self::of(case.stated_staff(), case.derived_staff())
    }

    fn of(stated: Fact<u64>, derived: Option<u64>) -> Fact<Self> {
        match (stated, derived) {
            (Known(persons), _) => Known(Self { persons, is_stated: true }),
            (Fact::Missing(_), Some(persons)) => Known(Self { persons, is_stated: false }),
            (Fact::Missing(reason), None) => Fact::Missing(reason),
        }
    }

    pub(super) fn rests_on(self) -> &'static str {
        words::case::size_rests_on(self.is_stated)
    }

    /// Says the size. Where a survey was asked, it says what the size rests on: otherwise all are summed.
    pub(super) fn said(self, snapshot: &Snapshot) -> String {
        match snapshot.meta.kind {
            SnapshotKind::Official => words::case::size_marked(self.persons, self.is_stated),
            _ if self.is_stated => words::case::size_marked(self.persons, true),
            _ => words::case::size_value(self.persons),
        }
    }
}

/// Says the value of a field as the pages do.
pub(super) fn text(
    snapshot: &Snapshot,
    case: CaseRef<'_>,
    detail: Option<&CaseDetail>,
    field: Field,
) -> Fact<Text> {
    case.value(field, detail).map(|value| match value {
        FieldValue::Word { .. } if field == Field::Status => {
            Inline::Status(StatusAnswer::from(case.status())).into()
        }
        FieldValue::Text(text) | FieldValue::Word { ja: text, .. } => text.into(),
        FieldValue::Answer(answer) => words::answer(field, answer).into(),
        FieldValue::Count(count) => words::case::participants_count(count).into(),
        FieldValue::Persons(count) => persons(count).into(),
        FieldValue::Years(years) => words::case::years(years).into(),
        FieldValue::Yen(yen) => amount(case, yen),
        FieldValue::Month(at) => words::year_month(at).into(),
        FieldValue::Date(date) => words::date(date).into(),
        FieldValue::Introduction(introduced) => {
            words::case::introduced_value(case, introduced, snapshot.meta.as_of).into()
        }
        FieldValue::Savings(savings) => said_savings(savings),
        FieldValue::Municipalities(_) | FieldValue::Benefits(_) | FieldValue::DocumentKinds(_) => {
            names(snapshot, &value).join(words::BETWEEN).into()
        }
    })
}

/// Names the columns of the field in a file. An amount has two bounds, an introduction a date and its kind.
pub(super) fn written_names(kind: SnapshotKind, field: Field) -> Vec<String> {
    let name = words::field_of(kind, field);
    match field.kind() {
        FieldKind::Yen => vec![words::table::lower_bound(name), words::table::upper_bound(name)],
        FieldKind::Introduction => vec![name.to_owned(), words::table::kind_of(name)],
        FieldKind::Years => vec![words::table::with_unit(name, unit(field))],
        _ => vec![name.to_owned()],
    }
}

/// Writes the value of a field as files hold it, in as many columns as it has. Numbers have no units. Months are
/// in words, since spreadsheets read `2023-04` as a day. `Missing` stands for all of them.
pub(super) fn written(
    snapshot: &Snapshot,
    case: CaseRef<'_>,
    detail: Option<&CaseDetail>,
    field: Field,
) -> Fact<Vec<String>> {
    let said = || text(snapshot, case, detail, field).known().map(|text| text.plain()).unwrap_or_default();
    case.value(field, detail).map(|value| match value {
        FieldValue::Yen(yen) => {
            let upper = yen.upper().map_or_else(|| words::money::NO_UPPER.to_owned(), |it| it.to_string());
            vec![yen.lower().to_string(), upper]
        }
        FieldValue::Introduction(it) => vec![words::year_month(it.at), it.kind.ja().to_owned()],
        FieldValue::Count(count) => vec![count.to_string()],
        FieldValue::Persons(count) => vec![count.to_string()],
        FieldValue::Years(years) => vec![decimal(years)],
        _ => vec![said()],
    })
}

/// Says savings, one below the other.
fn said_savings(savings: &[Saving]) -> Text {
    let mut text = Text::default();
    for saving in savings {
        if !text.is_empty() {
            text.push(Inline::Break);
        }
        text.push(saving_label(saving.kind));
        text.push(format!(" {} {}", words::money::saving_value(saving), words::money::saving_of(saving)));
        if let Some(by) = &saving.by {
            text.push(format!("（{by}）"));
        }
    }
    text
}

/// Makes the label that tells a saving that was reached from an expected one.
pub(super) fn saving_label(kind: SavingKind) -> Inline {
    let tone = if kind == SavingKind::Actual { "success" } else { "neutral" };
    Inline::Label { tone, text: kind.ja() }
}

/// Gives the names of a list, in the order of the source.
pub(super) fn names(snapshot: &Snapshot, value: &FieldValue<'_>) -> Vec<String> {
    match value {
        FieldValue::Municipalities(codes) => codes.iter().map(ToString::to_string).collect(),
        FieldValue::Benefits(slugs) => {
            slugs.iter().filter_map(|slug| Some(snapshot.terms.benefit(slug)?.name.clone())).collect()
        }
        FieldValue::DocumentKinds(kinds) => kinds.iter().map(|kind| kind.ja().to_owned()).collect(),
        _ => Vec::new(),
    }
}

/// Gives the unit of the field's numbers, where they have one.
pub(super) fn unit(field: Field) -> &'static str {
    match field.kind() {
        FieldKind::Count => words::unit::MEMBERS,
        FieldKind::Persons => words::unit::PERSONS,
        FieldKind::Years => words::unit::YEARS,
        FieldKind::Yen => words::unit::YEN,
        _ => "",
    }
}
