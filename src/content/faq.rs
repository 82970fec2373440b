//! Questions and answers.

use joint_procurement_core::domain::Snapshot;
use joint_procurement_core::routes::Route;

use super::prose::FAQ;
use super::{Block, Content, Link, Question, Section, SiteFacts, Text, places};
use crate::words;

/// The subject of a question. Its id stands in shared links: `/faq/#specification`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    SimilarSize,
    Nearby,
    Specification,
    NoCosts,
    Subsidy,
    Difference,
    Unconfirmed,
    Ranking,
    Amounts,
    Population,
    Cumulative,
    Municipal,
    AcrossPrefectures,
    Years,
    Benefits,
    Contact,
    Joining,
    Standardization,
    Excel,
    Sharing,
    Reuse,
    Mistakes,
    Updates,
    Maintainer,
    Privacy,
}

/// The task that the reader is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TopicGroup {
    Finding,
    Reading,
    Procuring,
    UsingData,
}

impl Topic {
    pub fn id(self) -> &'static str {
        match self {
            Self::SimilarSize => "similar-size",
            Self::Nearby => "nearby",
            Self::Specification => "specification",
            Self::NoCosts => "no-costs",
            Self::Subsidy => "subsidy",
            Self::Difference => "difference",
            Self::Unconfirmed => "unconfirmed",
            Self::Ranking => "ranking",
            Self::Amounts => "amounts",
            Self::Population => "population",
            Self::Cumulative => "cumulative",
            Self::Municipal => "municipal",
            Self::AcrossPrefectures => "across-prefectures",
            Self::Years => "years",
            Self::Benefits => "benefits",
            Self::Contact => "contact",
            Self::Joining => "joining",
            Self::Standardization => "standardization",
            Self::Excel => "excel",
            Self::Sharing => "sharing",
            Self::Reuse => "reuse",
            Self::Mistakes => "mistakes",
            Self::Updates => "updates",
            Self::Maintainer => "maintainer",
            Self::Privacy => "privacy",
        }
    }
}

impl TopicGroup {
    pub const ALL: [Self; 4] = [Self::Finding, Self::Reading, Self::Procuring, Self::UsingData];

    fn id(self) -> &'static str {
        match self {
            Self::Finding => "finding",
            Self::Reading => "reading",
            Self::Procuring => "procuring",
            Self::UsingData => "using-data",
        }
    }

    /// In the order of the page.
    pub fn topics(self) -> &'static [Topic] {
        use Topic::*;
        match self {
            Self::Finding => &[SimilarSize, Nearby, Specification, NoCosts, Subsidy],
            Self::Reading => &[
                Difference,
                Unconfirmed,
                Ranking,
                Amounts,
                Population,
                Cumulative,
                Municipal,
                AcrossPrefectures,
                Years,
                Benefits,
            ],
            Self::Procuring => &[Contact, Joining, Standardization],
            Self::UsingData => &[Excel, Sharing, Reuse, Mistakes, Updates, Maintainer, Privacy],
        }
    }
}

pub fn faq(snapshot: &Snapshot) -> Content {
    let facts = SiteFacts::of(snapshot);
    let title = words::site::page_name(&Route::Faq).to_owned();
    let ways = TopicGroup::ALL
        .map(|group| (Link::new(places::part(Route::Faq, group.id()), (FAQ.group)(group)), Text::default()));
    let mut blocks = vec![Block::Links(ways.to_vec())];
    blocks.extend(TopicGroup::ALL.map(|group| section(group, &facts)));
    Content {
        heading: title.clone(),
        title,
        ancestors: vec![Route::Overview],
        lead: (FAQ.lead)(snapshot.meta.kind).into(),
        blocks,
        ..Content::default()
    }
}

fn section(group: TopicGroup, facts: &SiteFacts<'_>) -> Block {
    let words = &FAQ;
    let questions = group.topics().iter().map(|&topic| Question {
        id: topic.id().to_owned(),
        question: (words.question)(topic, facts.meta().kind).to_owned(),
        answer: (words.answer)(topic, facts),
    });
    Block::Section(Section {
        id: group.id().to_owned(),
        heading: (words.group)(group).to_owned(),
        blocks: vec![Block::Questions(questions.collect())],
        ..Section::default()
    })
}
