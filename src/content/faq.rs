//! Questions and answers. The id of a question stands in shared links: `/faq/#specification`.

use joint_procurement_core::domain::Snapshot;
use joint_procurement_core::routes::Route;

use super::prose::{FAQ, Prose};
use super::{Block, PageContent, Question, Section, SiteFacts};
use crate::words;

pub fn faq(snapshot: &Snapshot) -> PageContent {
    let prose = Prose::new(&FAQ, SiteFacts::of(snapshot));
    let title = words::site::page_name(&Route::Faq).to_owned();
    PageContent {
        heading: title.clone(),
        title,
        ancestors: vec![Route::Overview],
        lead: prose.lead(),
        blocks: prose.sections().map(|group| section(&prose, group)).collect(),
        ..PageContent::default()
    }
    .with_contents()
}

/// Makes a group of questions.
fn section(prose: &Prose<'_>, group: &joint_procurement_prose::Section) -> Block {
    let questions = prose.shown(group.sections).map(|question| Question {
        id: question.id.to_owned(),
        question: question.heading.to_owned(),
        answer: prose.blocks(question),
    });
    let mut blocks = prose.blocks(group);
    blocks.push(Block::Questions(questions.collect()));
    let (id, heading) = (group.id.to_owned(), group.heading.to_owned());
    Block::Section(Section { id, heading, blocks, ..Section::default() })
}
