//! The words of the pages that explain: what joint procurement is, and questions with their answers.

mod about;
mod faq;
mod faq_reading;
mod guides;

use joint_procurement_core::domain::SnapshotKind;

use super::{Block, SiteFacts, Text, Topic, TopicGroup};
pub(super) use about::ABOUT;
pub(super) use faq::FAQ;

pub struct AboutWords {
    pub lead: &'static str,
    pub why: Passage,
    pub definition: Passage,
    pub comparison: Comparison,
    /// The things that joint procurement asks for in return.
    pub demands: Passage,
    pub guide: &'static str,
    pub guide_lead: &'static str,
    /// For municipalities, prefectures, those who read and research, and those who keep the data.
    pub guides: [Guide; 4],
    /// The meaning of the figures: what they stand for and what not.
    pub coverage: Passage,
    /// The government's own dashboard.
    pub original: Passage,
}

/// A part of a page with its heading.
pub struct Passage {
    pub heading: &'static str,
    pub blocks: fn(&SiteFacts<'_>) -> Vec<Block>,
}

/// Procuring alone and together.
pub struct Comparison {
    pub heading: &'static str,
    pub lead: &'static str,
    pub columns: [&'static str; 3],
    /// Coordination, cost, staffing, expertise, information and data.
    pub rows: [[&'static str; 3]; 5],
}

/// How one kind of reader gets what they came for.
pub struct Guide {
    pub heading: &'static str,
    pub steps: fn(&SiteFacts<'_>) -> [Text; 4],
}

pub struct FaqWords {
    pub lead: fn(SnapshotKind) -> &'static str,
    pub group: fn(TopicGroup) -> &'static str,
    pub question: fn(Topic, SnapshotKind) -> &'static str,
    pub answer: fn(Topic, &SiteFacts<'_>) -> Vec<Block>,
}
