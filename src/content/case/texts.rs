//! The way a case came about, and what the sources hope for or report.

use joint_procurement_core::domain::{CaseDetail, Fact, Field};

use super::{CasePage, group};
use crate::content::fields;
use crate::content::{Block, Inline, Link};
use crate::words;

/// The id of the group that holds the long texts.
pub(in crate::content) const HOW: &str = "how";

impl CasePage<'_> {
    /// Tells how it came about and how it was bought.
    pub(super) fn how(&self, detail: &CaseDetail) -> Block {
        let mut rows = self.rows();
        for field in fields::HOW {
            rows.add(words::field(field), self.field(field, Some(detail)));
        }
        group(HOW, words::case::HOW_HEADING, vec![Block::Facts(rows.finish())])
    }

    /// Lists the benefits, each a link to the cases that share it.
    pub(super) fn benefits(&self) -> Block {
        let kind = self.snapshot.meta.kind;
        let heading = words::system::benefits::benefit(kind);
        let benefits = match self.case.benefits() {
            Fact::Missing(reason) => {
                Block::paragraph(Inline::Unknown(words::missing(reason, kind).to_owned()))
            }
            Fact::Known(slugs) => {
                let chips = slugs.into_iter().filter_map(|slug| {
                    let benefit = self.snapshot.terms.benefit(slug)?;
                    let shared = self.beside(|filter| filter.benefit = [slug.clone()].into());
                    Some(Link::new(shared, benefit.name.as_str()))
                });
                Block::Chips(chips.collect())
            }
        };
        let evidence = self.evident_fact(Field::Benefits, self.case.benefits().map(|_| ""));
        let evidence = evidence.known().filter(|text| !text.is_empty()).map(Block::Paragraph);
        group("benefits", heading, [benefits].into_iter().chain(evidence).collect())
    }
}
