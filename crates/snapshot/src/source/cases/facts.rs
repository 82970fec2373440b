//! The facts of a case: what filters and figures need.

use joint_procurement_core::domain::{
    Case, CaseId, CaseSource, CostBasis, Date, DocumentKind, Domain, FactSource, Introduction, LeadKind,
    MunicipalityCode, ParticipantsSize, PrefectureCode, Saving, Scope, Slug, SourceClass, TermEntry,
    WebAddress, YearMonth, YenRange,
};

use super::{
    CASE_ID, Field, Lookups, MissingReason, Record, Report, Term, dates, joining, meant, money, participants,
    prefectures, stated, wording,
};
use crate::source::terms::{BENEFITS_FILE, SYSTEM_TYPES_FILE};

/// Reads the facts. `None` where anything that every case must have is missing, after reporting it.
pub fn read(
    record: &Record,
    references: Lookups<'_>,
    reasons: &[(Field, MissingReason)],
    report: &mut Report,
) -> Option<Case> {
    let lead = prefectures::read_lead(record, references, report);
    let partners = prefectures::read_partners(record, lead, references, report);
    let mut reader = CaseReader { record, references, reasons, lead, partners, report };
    let mut case = Case::read(&mut reader)?;
    let size = ParticipantsSize::of(&case, references.directory?.municipalities);
    (case.derived_population, case.derived_staff) = (size.population, size.staff);
    Some(case)
}

/// A line of the table, field by field.
struct CaseReader<'a> {
    record: &'a Record,
    references: Lookups<'a>,
    reasons: &'a [(Field, MissingReason)],
    lead: Option<PrefectureCode>,
    partners: Vec<PrefectureCode>,
    report: &'a mut Report,
}

impl CaseSource for CaseReader<'_> {
    fn id(&mut self) -> Option<CaseId> {
        let id: Option<CaseId> = required(self.record, "id", CASE_ID, self.report);
        if let (Some(id), Some(lead)) = (&id, self.lead)
            && !id.as_str().starts_with(&lead.to_string())
        {
            self.report.add(
                self.record
                    .problem("prefecture_code", "id の先頭の2桁と違います。")
                    .allowed(&id.as_str()[..2]),
            );
            // Nobody knows which of the two is meant: names are not looked for in the wrong one.
            self.lead = None;
        }
        id
    }

    fn title(&mut self) -> Option<String> {
        wording::read_required_name(self.record, "title", self.report)
    }

    fn lead_prefecture(&mut self) -> Option<PrefectureCode> {
        self.lead
    }

    fn lead_organization(&mut self) -> Option<String> {
        wording::read_required_name(self.record, "lead_organization", self.report)
    }

    fn lead_kind(&mut self) -> Option<LeadKind> {
        required_slug(self.record, "lead_kind", self.report)
    }

    fn scope(&mut self) -> Option<Scope> {
        required_slug(self.record, "scope", self.report)
    }

    fn system_type(&mut self) -> Option<Slug> {
        read_system_type(self.record, self.references, self.report)
    }

    fn domain(&mut self) -> Option<Domain> {
        self.record.required_text("domain", self.report)?;
        self.record.word("domain", self.report)
    }

    fn partner_prefectures(&mut self) -> Option<Vec<PrefectureCode>> {
        Some(self.partners.clone())
    }

    fn cost_basis(&mut self) -> Option<Option<CostBasis>> {
        Some(money::read_basis(self.record, self.report))
    }

    // Both are derived once the sources are read.
    fn source_classes(&mut self) -> Option<Vec<SourceClass>> {
        Some(Vec::new())
    }

    fn cost_sources(&mut self) -> Option<Vec<WebAddress>> {
        Some(Vec::new())
    }

    // Both are derived once the participants are known.
    fn derived_population(&mut self) -> Option<Option<u64>> {
        Some(None)
    }

    fn derived_staff(&mut self) -> Option<Option<u64>> {
        Some(None)
    }
}

impl FactSource for CaseReader<'_> {
    fn reason(&mut self, field: Field) -> Option<MissingReason> {
        self.reasons.iter().find(|(of, _)| *of == field).map(|(_, reason)| *reason)
    }

    fn text(&mut self, field: Field) -> Option<String> {
        let text = wording::read_name(self.record, field.slug(), self.report)?;
        // Whatever is neither yes nor no is told with the answer itself.
        let is_used = self.record.value(Field::SubsidyUsed.slug());
        if field == Field::SubsidyName && is_used.is_none_or(|it| *it == false) {
            self.report.add(
                self.record
                    .problem(field.slug(), "補助金の名前があるのに、subsidy_used が true ではありません。")
                    .advice("subsidy_used を true にするか、名前を null にしてください。"),
            );
        }
        Some(text)
    }

    fn word<T: Term>(&mut self, field: Field) -> Option<T> {
        self.record.word(field.slug(), self.report)
    }

    fn answer(&mut self, field: Field) -> Option<bool> {
        self.record.yes_or_no(field.slug(), self.report)
    }

    fn count(&mut self, field: Field) -> Option<u32> {
        participants::read_count(self.record, field.slug(), self.report)
    }

    fn persons(&mut self, field: Field) -> Option<u64> {
        let persons = self.record.whole_number(field.slug(), self.report)?;
        if persons == 0 {
            let problem = self.record.problem(field.slug(), "0人の自治体はありません。");
            let problem = problem.allowed("1以上の整数、または null");
            self.report.add(problem.advice(Record::leave_empty("分からないときは")));
            return None;
        }
        Some(persons)
    }

    fn years(&mut self, field: Field) -> Option<f64> {
        self.record.number(field.slug(), 0.0, 100.0, money::YEARS, self.report)
    }

    fn yen(&mut self, field: Field) -> Option<YenRange> {
        self.record.amount(field.slug(), self.report)
    }

    fn month(&mut self, field: Field) -> Option<YearMonth> {
        dates::read_month(self.record, field.slug(), self.report)
    }

    fn date(&mut self, _: Field) -> Option<Date> {
        joining::read_until(self.record, self.report)
    }

    fn introduction(&mut self, _: Field) -> Option<Introduction> {
        dates::read_introduction(self.record, self.references, self.report)
    }

    fn municipalities(&mut self, field: Field) -> Option<Vec<MunicipalityCode>> {
        let lead = self.lead?;
        let prefectures: Vec<PrefectureCode> =
            [lead].into_iter().chain(self.partners.iter().copied()).collect();
        let directory = self.references.directory;
        stated(participants::read_codes(self.record, field.slug(), &prefectures, directory, self.report))
    }

    fn savings(&mut self, _: Field) -> Option<Vec<Saving>> {
        stated(money::read_savings(self.record, self.report))
    }

    fn benefits(&mut self, _: Field) -> Option<Vec<Slug>> {
        stated(read_benefits(self.record, self.references, self.report))
    }

    fn document_kinds(&mut self, _: Field) -> Option<Vec<DocumentKind>> {
        stated(read_document_kinds(self.record))
    }
}

pub(super) fn required<T: std::str::FromStr>(
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

fn read_system_type(record: &Record, references: Lookups<'_>, report: &mut Report) -> Option<Slug> {
    let name = record.required_text("system_type", report)?;
    let terms = &references.terms.terms;
    let system = terms.system_types.iter().find(|system| system.name == name);
    if system.is_none() {
        let meant = meant::system_type(name, terms, |_| "");
        let advice = match (meant::field_of_work(name), meant.len()) {
            (Some(advice), _) => advice,
            (None, 0 | 1) => {
                "つづりを直すか、新しい種別なら system_types.csv に行を加えてください。".to_owned()
            }
            (None, _) => meant::ONLY_ONE.to_owned(),
        };
        let unknown = record
            .problem("system_type", "system_types.csv にない種別です。")
            .suggestion(meant)
            .allowed("system_types.csv の name のどれか")
            .advice(advice);
        report.hold(SYSTEM_TYPES_FILE, name, unknown);
    }
    system.map(|system| system.slug.clone())
}

fn read_benefits(record: &Record, references: Lookups<'_>, report: &mut Report) -> Vec<Slug> {
    record.check_is_list("benefits", report);
    let names = record.texts("benefits", report);
    let terms = &references.terms.terms.benefits;
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
                let names = terms.iter().map(|benefit| benefit.name.as_str());
                let names: Vec<&str> = names.filter(|name| !name.is_empty()).collect();
                let unknown = record
                    .problem("benefits", format!("「{name}」は benefits.csv にありません。"))
                    .value(name)
                    .suggestion(match meant::several(name, names.iter().copied()) {
                        Some(several) => Some(several.join("、")),
                        None => {
                            meant::word(name, names.iter().copied(), &[]).or_else(|| english(name, terms))
                        }
                    })
                    .allowed(names.join("、"));
                report.hold(BENEFITS_FILE, name, unknown);
            }
        }
    }
    benefits
}

/// Finds a benefit by its slug or its English name.
fn english(text: &str, benefits: &[TermEntry<Slug>]) -> Option<String> {
    let is_it = |it: &&TermEntry<Slug>| it.slug.as_str() == text || it.name_en.eq_ignore_ascii_case(text);
    benefits.iter().find(is_it).map(|it| it.name.clone())
}

/// Reads each kind once; `texts` reads the documents themselves and reports their mistakes.
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
