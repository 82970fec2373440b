//! The facts of a case: what filters and figures need.

use joint_procurement_core::domain::{
    Case, CaseId, DocumentKind, Domain, Fact, IntroducedKind, Introduction, Lead, LeadKind, Participants,
    ParticipantsSize, PrefectureCode, Scope, Slug, YearMonth,
};

use super::money::{read_costs, read_savings};
use super::{CASE_ID, Field, MissingReason, Record, References, Report, Term, resolve_names};

/// `None` where anything that every case must have is missing, after reporting it.
pub fn read(
    record: &Record,
    references: References<'_>,
    reasons: &[(Field, MissingReason)],
    report: &mut Report,
) -> Option<Case> {
    let reason = |field: Field| reasons.iter().find(|(of, _)| *of == field).map(|(_, reason)| *reason);
    let id = read_id(record, report);
    let prefecture: Option<PrefectureCode> =
        required(record, "prefecture_code", "01から47までの2桁の数字", report);
    if let (Some(id), Some(prefecture)) = (&id, prefecture)
        && !id.as_str().starts_with(&prefecture.to_string())
    {
        report
            .add(record.problem("prefecture_code", "id の先頭の2桁と違います。").allowed(&id.as_str()[..2]));
    }
    let organization = record.required_text("lead_organization", report).map(str::to_owned);
    let kind = required_slug::<LeadKind>(record, "lead_kind", report);
    let scope = required_slug::<Scope>(record, "scope", report);
    let title = record.required_text("title", report).map(str::to_owned);
    let system_type = read_system_type(record, references, report);
    let domain = record.required_text("domain", report).and_then(|_| record.word::<Domain>("domain", report));
    let partner_prefectures = read_partners(record, prefecture, report);
    let participants =
        read_participants(record, prefecture, &partner_prefectures, references, &reason, report);
    let introduced = read_introduction(record, report);
    let costs = read_costs(record, &reason, report);
    let contract_end = read_contract_end(record, report);
    let savings = read_savings(record, report);
    let benefits = read_benefits(record, references, report);
    let document_kinds = read_document_kinds(record);
    let list =
        |field, values: Vec<_>| Fact::new(Some(values).filter(|values| !values.is_empty()), reason(field));

    let case = Case {
        prefecture_participates: Fact::new(
            record.yes_or_no("prefecture_participates", report),
            reason(Field::PrefectureParticipates),
        ),
        status: Fact::new(record.word("status", report), reason(Field::Status)),
        procurement_method: Fact::new(
            record.word("procurement_method", report),
            reason(Field::ProcurementMethod),
        ),
        vendor: Fact::new(record.text("vendor", report).map(str::to_owned), reason(Field::Vendor)),
        product: Fact::new(record.text("product", report).map(str::to_owned), reason(Field::Product)),
        prefecture_bears_cost: Fact::new(
            record.word("prefecture_bears_cost", report),
            reason(Field::PrefectureBearsCost),
        ),
        subsidy_used: Fact::new(record.yes_or_no("subsidy_used", report), reason(Field::SubsidyUsed)),
        specification_available: Fact::new(
            record.yes_or_no("specification_available", report),
            reason(Field::SpecificationAvailable),
        ),
        introduced: Fact::new(introduced, reason(Field::Introduced)),
        contract_end: Fact::new(contract_end, reason(Field::ContractEnd)),
        savings: Fact::new(Some(savings).filter(|savings| !savings.is_empty()), reason(Field::Savings)),
        benefits: list(Field::Benefits, benefits),
        document_kinds: Fact::new(
            Some(document_kinds).filter(|kinds| !kinds.is_empty()),
            reason(Field::Documents),
        ),
        costs,
        participants: participants?,
        partner_prefectures,
        id: id?,
        title: title?,
        lead: Lead { prefecture: prefecture?, organization: organization?, kind: kind? },
        scope: scope?,
        system_type: system_type?,
        domain: domain?,
    };
    Some(case)
}

fn read_id(record: &Record, report: &mut Report) -> Option<CaseId> {
    required(record, "id", CASE_ID, report)
}

fn required<T: std::str::FromStr>(
    record: &Record,
    key: &str,
    allowed: &str,
    report: &mut Report,
) -> Option<T> {
    // Reports null; `parsed` reports everything else.
    if record.value(key).is_none() {
        record.required_text(key, report)?;
    }
    record.parsed(key, allowed, report)
}

fn required_slug<T: Term>(record: &Record, key: &str, report: &mut Report) -> Option<T> {
    if record.value(key).is_none() {
        record.required_text(key, report)?;
    }
    record.slug(key, report)
}

fn read_system_type(record: &Record, references: References<'_>, report: &mut Report) -> Option<Slug> {
    let name = record.required_text("system_type", report)?;
    let system = references.terms?.system_types.iter().find(|system| system.name == name);
    if system.is_none() {
        report.add(
            record
                .problem("system_type", "system_types.csv にない種別です。")
                .allowed("system_types.csv の name のどれか")
                .advice("つづりを直すか、新しい種別なら system_types.csv に行を加えてください。"),
        );
    }
    system.map(|system| system.slug.clone())
}

fn read_partners(record: &Record, lead: Option<PrefectureCode>, report: &mut Report) -> Vec<PrefectureCode> {
    const KEY: &str = "partner_prefecture_codes";
    record.check_is_list(KEY, report);
    let mut partners = Vec::new();
    for text in record.texts(KEY, report) {
        match text.parse::<PrefectureCode>() {
            Ok(code) if Some(code) == lead || partners.contains(&code) => report.add(
                record
                    .problem(KEY, format!("{code} は代表団体の都道府県か、二度書かれています。"))
                    .allowed("ほかの都道府県を1回ずつ"),
            ),
            Ok(code) => partners.push(code),
            Err(_) => report.add(
                record
                    .problem(KEY, "都道府県コードではないものがあります。")
                    .allowed("01から47までの2桁の数字"),
            ),
        }
    }
    partners
}

fn read_participants(
    record: &Record,
    lead: Option<PrefectureCode>,
    partners: &[PrefectureCode],
    references: References<'_>,
    reason: &impl Fn(Field) -> Option<MissingReason>,
    report: &mut Report,
) -> Option<Participants> {
    const NAMES: &str = "participants_names";
    if record.value(NAMES).is_some() && record.is_blank(NAMES) {
        report.add(
            record.problem(NAMES, "空のリストです。").advice("分からないときは null と書いてください。"),
        );
    }
    let prefectures: Vec<PrefectureCode> = lead.into_iter().chain(partners.iter().copied()).collect();
    let named = record.value(NAMES).and_then(serde_json::Value::as_array).map_or(0, Vec::len);
    let codes = match references.directory.filter(|_| lead.is_some()) {
        Some(directory) => resolve_names(record, &prefectures, directory, report),
        None => Vec::new(),
    };
    let count = record.whole_number("participants_count", report);
    if let Some(count) = count
        && named > 0
        && count != named as u64
    {
        report.add(
            record
                .problem("participants_count", "participants_names の数と合いません。")
                .allowed(named.to_string())
                .advice("名前に抜けや余分がないか確かめてください。一部の名前しか分からないときは、名前を null にします。"),
        );
    }
    let count = count.and_then(|count| {
        let count = u32::try_from(count).ok();
        if count.is_none() {
            report.add(record.problem("participants_count", "大きすぎます。"));
        }
        count
    });
    let mut participants = Participants {
        count: Fact::new(count, reason(Field::ParticipantsCount)),
        codes: Fact::new(Some(codes).filter(|codes| !codes.is_empty()), reason(Field::ParticipantsNames)),
        all_in_prefecture: Fact::new(
            record.yes_or_no("participants_all_in_prefecture", report),
            reason(Field::ParticipantsAllInPrefecture),
        ),
        population: None,
        staff: None,
    };
    let size = ParticipantsSize::of(lead?, &participants, references.directory?.municipalities);
    (participants.population, participants.staff) = (size.population, size.staff);
    Some(participants)
}

fn read_introduction(record: &Record, report: &mut Report) -> Option<Introduction> {
    let at = record.parsed::<YearMonth>("introduced", "YYYY または YYYY-MM", report);
    let kind = record.slug::<IntroducedKind>("introduced_kind", report);
    if record.is_blank("introduced") != record.is_blank("introduced_kind") {
        report.add(
            record
                .problem(
                    "introduced_kind",
                    "introduced と introduced_kind は、両方書くか両方 null にします。",
                )
                .allowed("service_start（稼働開始）、procurement（調達）"),
        );
    }
    Some(Introduction { at: at?, kind: kind? })
}

fn read_contract_end(record: &Record, report: &mut Report) -> Option<YearMonth> {
    const ALLOWED: &str = "YYYY-MM";
    let end = record.parsed::<YearMonth>("contract_end", ALLOWED, report)?;
    if end.month().is_none() {
        report.add(record.problem("contract_end", "月がありません。").allowed(ALLOWED));
    }
    Some(end)
}

fn read_benefits(record: &Record, references: References<'_>, report: &mut Report) -> Vec<Slug> {
    record.check_is_list("benefits", report);
    let names = record.texts("benefits", report);
    let Some(terms) = references.terms.map(|terms| &terms.benefits) else { return Vec::new() };
    let mut benefits = Vec::new();
    for name in names {
        let benefit = terms.iter().find(|benefit| benefit.name == name).map(|benefit| benefit.slug.clone());
        match benefit {
            Some(slug) if benefits.contains(&slug) => {
                report.add(
                    record
                        .problem("benefits", format!("「{name}」が二度あります。"))
                        .advice("一方を取り除いてください。"),
                );
            }
            Some(slug) => benefits.push(slug),
            None => {
                let names: Vec<&str> = terms.iter().map(|benefit| benefit.name.as_str()).collect();
                report.add(
                    record
                        .problem("benefits", format!("「{name}」は benefits.csv にありません。"))
                        .allowed(names.join("、")),
                );
            }
        }
    }
    benefits
}

/// Each kind once; `texts` reads the documents themselves and reports their mistakes.
fn read_document_kinds(record: &Record) -> Vec<DocumentKind> {
    let mut kinds = Vec::new();
    for document in record.records("documents", &mut Report::default()) {
        if let Some(kind) = document.word("kind", &mut Report::default())
            && !kinds.contains(&kind)
        {
            kinds.push(kind);
        }
    }
    kinds
}
