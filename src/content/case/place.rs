//! The parties that procure together, and what they procure.

use joint_procurement_core::domain::{BasicField, CaseField, Fact, Field, Term};

use super::{CasePage, group};
use crate::content::fields::{Size, WHO};
use crate::content::{Block, FactRow, Inline, Text};
use crate::words;

impl CasePage<'_> {
    pub(super) fn who(&self) -> Block {
        let case = self.case;
        let lead_kind = self.snapshot.terms.lead_kinds.iter().find(|term| term.slug == case.lead_kind());
        let lead_kind = lead_kind.map_or(case.lead_kind().ja(), |term| term.name.as_str());
        let participates = case.prefecture_participates().map(words::case::prefecture_participates);
        let mut rows = self.rows();
        let basic = |field, value: &str| self.with_evidence(CaseField::Basic(field), value);
        let lead = basic(BasicField::LeadOrganization, case.lead_organization());
        rows.push(FactRow::new(words::case::LEAD, lead));
        rows.push(FactRow::new(words::case::LEAD_KIND, basic(BasicField::LeadKind, lead_kind)));
        rows.push(FactRow::new(words::case::LEAD_PREFECTURE, self.prefecture_link(case.lead_prefecture())));
        rows.push(FactRow::new(words::case::SCOPE, case.scope().ja()));
        for field in WHO {
            rows.add(words::field(field), self.field(field, None));
        }
        rows.push(FactRow::new(words::case::SYSTEM_TYPE, self.system_link()));
        rows.push(FactRow::new(words::case::DOMAIN, case.domain().ja()));
        let count = self.evident_fact(Field::ParticipantsCount, self.participants_count());
        rows.add(words::field(Field::ParticipantsCount), count);
        rows.add(words::case::POPULATION, Size::population(case).map(|size| size.said(self.snapshot)));
        rows.add(words::case::STAFF, Size::staff(case).map(|size| size.said(self.snapshot)));
        let participates = self.evident_fact(Field::PrefectureParticipates, participates);
        rows.add(words::field(Field::PrefectureParticipates), participates);
        rows.add(words::case::PARTNERS, self.partners());
        rows.add(words::case::INTRODUCED, self.evident_fact(Field::Introduced, self.introduced()));
        rows.push(FactRow::new(words::field(Field::Status), self.status()));
        rows.push(FactRow::new(words::case::IDENTIFIER, Inline::Number(case.id().to_string())));
        group("who", words::case::WHO_HEADING, vec![Block::Facts(rows.finish())])
    }

    /// Says the status as the line above the heading does, which names the state that is not known too.
    fn status(&self) -> Text {
        match self.case.status() {
            Fact::Known(status) => self.with_evidence(CaseField::Field(Field::Status), status.ja()),
            Fact::Missing(reason) => {
                let missing = words::missing(reason, self.snapshot.meta.kind);
                Inline::Unknown(words::case::status_missing(missing)).into()
            }
        }
    }

    /// Counts the participants. That all municipalities take part says something without their number too.
    fn participants_count(&self) -> Fact<Text> {
        let count = self.case.participants_count().map(words::case::participants_count);
        match self.case.participants_all_in_prefecture().known() {
            Some(true) => {
                Fact::Known(self.said(count).then(format!("（{}）", words::case::ALL_IN_PREFECTURE)))
            }
            _ => count.map(Text::from),
        }
    }

    fn partners(&self) -> Fact<Text> {
        let mut text = Text::default();
        for &code in self.case.partner_prefectures() {
            if !text.is_empty() {
                text.push(words::BETWEEN);
            }
            text.push(self.prefecture_link(code));
        }
        Fact::from((!text.is_empty()).then_some(text))
    }
}
