//! One made-up case, in the form of the source table.

use joint_procurement_core::domain::{
    CaseField, Date, Domain, Field, Form, LeadKind, MissingReason, Municipalities, Prefecture,
    PrefectureCode, Prefectures, ProcurementMethod, Scope, Status, Term, Terms,
};
use serde_json::{Map, Value, json};

use super::random::Random;
use super::{money, pages, words};

/// The real tables that the cases refer to.
#[derive(Clone, Copy)]
pub struct World<'a> {
    pub terms: &'a Terms,
    pub prefectures: &'a Prefectures,
    pub municipalities: &'a Municipalities,
    /// The day of the data.
    pub as_of: Date,
}

/// The cases whose numbers differ in the last digits of the id only.
const NUMBERS: usize = 10_000;

/// Makes the case of this number; `None` where the tables that it needs are empty.
pub fn case(world: World<'_>, seed: u64, number: usize) -> Option<Value> {
    let mut random = Random::new(seed, number);
    let prefecture = random.pick(&world.prefectures.prefectures)?;
    let types = &world.terms.system_types;
    // Some types are frequent, and none is too rare to be seen.
    let place = if random.chance(50) { random.low(types.len()) } else { random.below(types.len()) };
    let system = types.get(place)?;
    let mut draft = Draft { world, random, prefecture, number, case: Map::new() };
    let id = format!("{}-{}-demo{}-{}", prefecture.code, system.slug, number / NUMBERS + 1, number % NUMBERS);
    draft.set("id", id);
    draft.set("title", format!("架空の「{}」の共同調達（第{}号）", system.name, number + 1));
    draft.set("system_type", system.name.as_str());
    let domain = draft.random.pick(Domain::ALL)?.ja();
    draft.set("domain", domain);
    draft.lead()?;
    draft.participants();
    let status = draft.time();
    draft.contract(status);
    draft.joining(status);
    draft.texts();
    let as_of = world.as_of;
    pages::add(&mut draft.case, &mut draft.random, number, as_of);
    draft.evidence();
    draft.reasons();
    Some(Value::Object(draft.case))
}

/// A case that is being made.
struct Draft<'a> {
    world: World<'a>,
    random: Random,
    prefecture: &'a Prefecture,
    number: usize,
    case: Map<String, Value>,
}

impl Draft<'_> {
    fn set(&mut self, key: &str, value: impl Into<Value>) {
        self.case.insert(key.to_owned(), value.into());
    }

    /// Sets a field in so many of a hundred cases; in the others it is not known.
    fn maybe<T: Into<Value>>(&mut self, field: Field, percent: usize, value: impl FnOnce(&mut Random) -> T) {
        let value: Value = self.random.maybe(percent, value).map(Into::into).into();
        self.set(field.slug(), value);
    }

    fn word<T: Term>(&mut self, field: Field, percent: usize) {
        self.maybe(field, percent, |random| random.pick(T::ALL).map(|word| word.ja()));
    }

    fn lead(&mut self) -> Option<()> {
        let is_municipal = self.random.chance(20);
        let kinds = if is_municipal {
            &[LeadKind::Union, LeadKind::Municipalities, LeadKind::Council, LeadKind::Other][..]
        } else {
            &[LeadKind::Prefecture, LeadKind::Council, LeadKind::Foundation, LeadKind::Union, LeadKind::Other]
        };
        let kind = kinds.get(self.random.low(kinds.len())).copied()?;
        let (prefecture, number) = (&self.prefecture.name, self.number % 50 + 1);
        let name = match kind {
            LeadKind::Prefecture => prefecture.clone(),
            LeadKind::Council => format!("架空{prefecture}共同調達協議会"),
            LeadKind::Foundation => format!("架空{prefecture}情報センター"),
            LeadKind::Union => format!("架空{prefecture}第{number}広域連合"),
            LeadKind::Municipalities => format!("架空{prefecture}第{number}市町村連絡会"),
            LeadKind::Other => format!("架空{prefecture}第{number}研究会"),
        };
        let scope = if is_municipal { Scope::Municipal } else { Scope::Prefecture };
        self.set("prefecture_code", self.prefecture.code.to_string());
        self.set("lead_organization", name);
        self.set("lead_kind", kind.slug());
        self.set("scope", scope.slug());
        let forms = [Form::JointUse, Form::JointProcurement, Form::SharedService].map(Form::ja);
        self.maybe(Field::Form, 80, |random| forms.get(random.low(forms.len())).copied());
        match kind {
            LeadKind::Prefecture => self.set(Field::PrefectureParticipates.slug(), true),
            _ if is_municipal => self.maybe(Field::PrefectureParticipates, 50, |_| false),
            _ => self.maybe(Field::PrefectureParticipates, 60, |random| random.chance(70)),
        }
        Some(())
    }

    /// Names those who take part, gives their number only, or says that all of the prefecture do.
    fn participants(&mut self) {
        let lead = self.prefecture.code;
        let others: Vec<PrefectureCode> = PrefectureCode::all().filter(|code| *code != lead).collect();
        let near = if self.prefecture.neighbours.is_empty() { &others } else { &self.prefecture.neighbours };
        let count = if self.random.chance(12) { self.random.within(1, 2) } else { 0 };
        let partners = self.random.some(near, count);
        let codes: Vec<String> = partners.iter().map(ToString::to_string).collect();
        self.set("partner_prefecture_codes", codes);
        let today = self.prefecture.municipalities as usize;
        let (names, count, all) = match self.random.below(100) {
            0..40 => {
                let names = self.names(lead, &partners);
                let of_prefecture = self.world.municipalities.of_prefecture(lead);
                let is_whole = of_prefecture.into_iter().count() <= names.len();
                let all = self.random.maybe(30, |_| Value::from(false)).filter(|_| !is_whole);
                (Some(names.clone()), Some(names.len()), all)
            }
            40..55 => {
                // There were more before mergers: then nobody knows who they were.
                let before = if self.random.chance(20) { self.random.within(1, today.min(30)) } else { 0 };
                (None, Some(today + before), Some(true.into()))
            }
            55..75 => (None, Some(self.random.within(2, today.max(2))), None),
            _ => (None, None, None),
        };
        self.set(Field::ParticipantsNames.slug(), names);
        self.set(Field::ParticipantsCount.slug(), count);
        self.set(Field::ParticipantsAllInPrefecture.slug(), all);
        self.maybe(Field::StatedPopulation, 8, |random| random.within(5_000, 2_000_000));
        self.maybe(Field::StatedStaff, 8, |random| random.within(50, 4_000));
    }

    /// Gives the names of municipalities of these prefectures; two of one name have their prefectures in front.
    fn names(&mut self, lead: PrefectureCode, partners: &[PrefectureCode]) -> Vec<String> {
        let within = [lead].into_iter().chain(partners.iter().copied());
        let all: Vec<_> = within.flat_map(|code| self.world.municipalities.of_prefecture(code)).collect();
        let count = 2 + self.random.low(all.len().min(40));
        let chosen = self.random.some(&all, count).into_iter();
        let names = chosen.map(|it| match all.iter().filter(|other| other.name == it.name).count() {
            1 => it.name.to_owned(),
            _ => format!("{}{}", self.world.prefectures.name(it.code.prefecture()), it.name),
        });
        names.collect()
    }

    /// Gives the status, and a date that fits it.
    fn time(&mut self) -> Option<Status> {
        let status = match self.random.below(100) {
            0..40 => Some(Status::Operating),
            40..50 => Some(Status::Procured),
            50..60 => Some(Status::Planned),
            60..70 => Some(Status::Ended),
            70..75 => Some(Status::Cancelled),
            _ => None,
        };
        self.set(Field::Status.slug(), status.map(Term::ja));
        let today = usize::from(self.world.as_of.year_month().year);
        let is_plan = status.is_some_and(Status::is_plan);
        let date = self.random.maybe(80, |random| {
            // Later years are likelier. This year may not be over.
            let year = if is_plan { today + 1 + random.low(5) } else { today - 1 - random.low(27) };
            let month = random.maybe(60, |random| random.within(1, 12));
            month.map_or_else(|| year.to_string(), |month| format!("{year}-{month:02}"))
        });
        let kind = date.is_some().then(|| self.random.word(&["service_start", "procurement"]));
        self.set(Field::Introduced.slug(), date);
        self.set("introduced_kind", kind);
        status
    }

    fn contract(&mut self, status: Option<Status>) {
        self.word::<ProcurementMethod>(Field::ProcurementMethod, 50);
        let is_known = if status.is_some_and(Status::is_plan) { 10 } else { 60 };
        self.maybe(Field::Vendor, is_known, words::vendor);
        self.maybe(Field::Product, is_known * 2 / 3, words::product);
        self.maybe(Field::ContractYears, 35, |random| match random.below(6) {
            0 => json!(5.5),
            1 => json!(0.5),
            _ => json!(random.within(1, 10)),
        });
        let today = usize::from(self.world.as_of.year_month().year);
        let introduced = self.case.get(Field::Introduced.slug()).and_then(Value::as_str);
        let year = introduced.and_then(|at| at.get(..4)?.parse::<usize>().ok());
        let first = year.map_or(today - 6, |year| (today - 6).max(year + 1));
        self.maybe(Field::ContractEnd, 30, |random| {
            format!("{}-{:02}", random.within(first, today + 7), random.within(1, 12))
        });
        money::add(&mut self.case, &mut self.random, status);
    }

    fn joining(&mut self, status: Option<Status>) {
        let is_over = matches!(status, Some(Status::Ended | Status::Cancelled));
        let answers = ["参加できない", "相談に応じる", "参加できる"];
        let answers = if is_over { answers.get(..1).unwrap_or_default() } else { &answers };
        let answer = self.random.maybe(25, |random| random.word(answers));
        self.set(Field::OpenToJoin.slug(), answer);
        let can_join = if answer.is_some_and(|answer| answer != "参加できない") { 50 } else { 0 };
        let today = usize::from(self.world.as_of.year_month().year);
        self.maybe(Field::JoinUntil, can_join, |random| {
            format!(
                "{}-{:02}-{:02}",
                random.within(today, today + 2),
                random.within(1, 12),
                random.within(1, 28)
            )
        });
        self.maybe(Field::JoinTerms, can_join, |random| random.word(&words::JOIN_TERMS));
    }

    fn texts(&mut self) {
        self.maybe(Field::SpecificationAvailable, 25, |random| random.chance(60));
        let benefits: Vec<&str> = self.world.terms.benefits.iter().map(|it| it.name.as_str()).collect();
        let count = if self.random.chance(60) { self.random.within(1, 4) } else { 0 };
        let stated = self.random.some(&benefits, count);
        self.set(Field::Benefits.slug(), stated);
        self.maybe(Field::Background, 85, words::background);
        self.maybe(Field::Process, 85, words::process);
        self.maybe(Field::ContactDepartment, 35, words::department);
        // No such number is given to anybody, nor such an address.
        self.maybe(Field::ContactTelephone, 10, |random| format!("00-0000-{:04}", random.below(10_000)));
        self.maybe(Field::ContactEmail, 10, |random| format!("demo{}@example.lg.jp", random.below(100)));
    }

    /// Says which sources state which values, in a part of the cases with several.
    fn evidence(&mut self) {
        let sources = self.case.get("sources").and_then(Value::as_array).map_or(0, Vec::len);
        let keys: Vec<String> = (1..=sources).map(|number| format!("s{number}")).collect();
        let mut evidence = Map::new();
        if sources > 1 && self.random.chance(60) {
            for field in CaseField::all().filter(|field| field.takes_evidence()) {
                if self.case.get(field.slug()).is_some_and(is_stated) && self.random.chance(50) {
                    let count = self.random.within(1, 2);
                    let keys: Vec<&String> = self.random.some(&keys.iter().collect::<Vec<_>>(), count);
                    evidence.insert(field.slug().to_owned(), json!(keys));
                }
            }
        }
        self.set("evidence", evidence);
    }

    /// Says why some values are missing.
    fn reasons(&mut self) {
        let mut missing = Map::new();
        for field in Field::ALL {
            let is_unknown = !self.case.get(field.slug()).is_some_and(is_stated);
            if is_unknown && self.random.chance(8) {
                let reason = self.random.pick(MissingReason::ALL).map(|reason| reason.slug());
                missing.insert(field.slug().to_owned(), reason.into());
            }
        }
        if !missing.is_empty() {
            self.set("missing", missing);
        }
    }
}

fn is_stated(value: &Value) -> bool {
    !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty())
}
