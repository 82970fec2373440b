//! The figures and words that names in braces stand for.

use joint_procurement_core::domain::Term;
use joint_procurement_core::query::CaseFilter;
use joint_procurement_core::text::{cases, grouped};
use joint_procurement_prose::{Run, Value};

use super::{Prose, Text};
use crate::content::{Link, cases_link};
use crate::words::date;

/// The number of benefits that are named.
const BENEFITS: usize = 3;

/// The value of a name.
pub(super) enum Filled {
    Cases(usize),
    Sum(u64),
    /// Words; empty where nothing is known.
    Words(String),
    Link(Link),
}

impl Filled {
    /// Tells if there is something to say.
    pub(super) fn is_there(&self) -> bool {
        match self {
            Self::Cases(count) => *count > 0,
            Self::Sum(sum) => *sum > 0,
            Self::Words(words) => !words.is_empty(),
            Self::Link(_) => true,
        }
    }

    pub(super) fn into_words(self) -> String {
        match self {
            Self::Cases(count) => cases(count),
            Self::Sum(sum) => grouped(sum),
            Self::Words(words) => words,
            Self::Link(link) => link.text,
        }
    }
}

impl Prose<'_> {
    pub(super) fn value(&self, value: Value) -> Filled {
        let facts = &self.facts;
        let summary = &facts.summary;
        let words = |words: Option<&str>| Filled::Words(words.unwrap_or_default().to_owned());
        match value {
            Value::Cases => Filled::Cases(summary.total),
            Value::MunicipalCases => Filled::Cases(facts.municipal),
            Value::CostCases => Filled::Cases(facts.costs.known),
            Value::BudgetCases => Filled::Cases(facts.budgets),
            Value::DocumentCases => Filled::Cases(facts.documents),
            Value::SavingCases => Filled::Cases(facts.savings),
            Value::SpecificationCases => Filled::Cases(summary.by_specification.yes),
            Value::SubsidyCases => Filled::Cases(summary.by_subsidy.yes),
            Value::NoSubsidyCases => Filled::Cases(summary.by_subsidy.no),
            Value::UnknownSubsidyCases => Filled::Cases(summary.by_subsidy.unknown),
            Value::ParticipantCases => Filled::Cases(summary.participants.known),
            Value::Participants => Filled::Sum(summary.participants.sum),
            Value::PopulationCases => Filled::Cases(summary.population.known),
            Value::StaffCases => Filled::Cases(summary.staff.known),
            Value::YearCases => Filled::Cases(facts.years.known),
            Value::AcrossCases => Filled::Cases(facts.across),
            Value::AsOf => Filled::Words(date(facts.meta().as_of)),
            Value::PublishedAt => Filled::Words(date(facts.meta().published_at)),
            Value::PopulationCredit => words(facts.population_credit()),
            Value::StaffCredit => words(facts.staff_credit()),
            Value::Licence => words(Some(&facts.meta().licence)),
            Value::UpdateNote => words(Some(&facts.meta().update_note)),
            Value::Maintainer => self.maintainer(),
        }
    }

    fn maintainer(&self) -> Filled {
        let maintainer = &self.facts.meta().maintainer;
        match &maintainer.url {
            Some(url) if !maintainer.name.is_empty() => {
                Filled::Link(Link::new(url.clone(), &maintainer.name))
            }
            _ => {
                let mut said = maintainer.name.clone();
                if let (None, Some(email)) = (&maintainer.url, &maintainer.email) {
                    said.push_str(&format!("（{}）", email.as_str()));
                }
                Filled::Words(said)
            }
        }
    }

    /// Gives the entries of a list that the snapshot has.
    pub(super) fn run(&self, run: Run) -> Vec<Text> {
        let facts = &self.facts;
        let counted =
            |name: &str, count, filter| Text::from(format!("{name}：")).then(cases_link(count, filter));
        match run {
            Run::Benefits => {
                let benefits = facts.benefits(BENEFITS).into_iter().map(|(slug, name, count)| {
                    counted(
                        name,
                        count,
                        CaseFilter { benefit: [slug.clone()].into(), ..CaseFilter::default() },
                    )
                });
                benefits.collect()
            }
            Run::Leads => {
                let leads = facts.leads().into_iter().map(|(kind, count)| {
                    counted(kind.ja(), count, CaseFilter { lead: [kind].into(), ..CaseFilter::default() })
                });
                leads.collect()
            }
            Run::Credits => {
                let credits = [facts.population_credit(), facts.staff_credit()];
                credits.into_iter().flatten().map(Into::into).collect()
            }
            Run::NotedSystems => {
                facts.noted().map(|system| Link::system(&system.slug, &system.name).into()).collect()
            }
        }
    }
}
