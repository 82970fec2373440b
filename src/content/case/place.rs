//! Who procures what together.

use super::{Page, group};
use crate::content::{Block, Fact, Inline, Text};
use crate::domain::{self, Field, Term};

impl Page<'_> {
    pub(super) fn who(&self) -> Block {
        let (words, case) = (&self.words.case, self.case);
        let lead_kind = self.snapshot.terms.lead_kinds.iter().find(|term| term.slug == case.lead_kind());
        let scale = |count: Option<u64>, written: fn(u64) -> String| {
            self.said(domain::Fact::from(count.map(written)))
        };
        let facts = vec![
            Fact::new(words.lead, case.lead_organization()),
            Fact::new(words.lead_kind, lead_kind.map_or(case.lead_kind().ja(), |term| term.name.as_str())),
            Fact::new(words.lead_prefecture, self.prefecture_link(case.lead_prefecture())),
            Fact::new(words.scope, case.scope().ja()),
            Fact::new(words.system_type, self.system_link()),
            Fact::new(words.domain, case.domain().ja()),
            Fact::new(self.words.field(Field::ParticipantsCount), self.participants_count()),
            Fact::new(words.population, scale(case.population(), words.population_value)),
            Fact::new(words.staff, scale(case.staff(), words.staff_value)),
            self.field(
                Field::PrefectureParticipates,
                case.prefecture_participates().map(|yes| (words.prefecture_participates)(yes).to_owned()),
            ),
            Fact::new(words.partners, self.partners()),
            Fact::new(words.introduced, self.said(self.introduced())),
            self.field(Field::Status, case.status().map(|status| status.ja().to_owned())),
            Fact::new(words.identifier, Inline::Number(case.id().to_string())),
        ];
        group("who", words.who_heading, vec![Block::Facts(facts)])
    }

    fn participants_count(&self) -> Text {
        let words = &self.words.case;
        let count = self.said(self.case.participants_count().map(words.participants_count));
        match self.case.participants_all_in_prefecture().known() {
            Some(true) => count.then(format!("（{}）", words.all_in_prefecture)),
            _ => count,
        }
    }

    fn partners(&self) -> Text {
        let mut text = Text::default();
        for &code in self.case.partner_prefectures() {
            if !text.is_empty() {
                text.push("、");
            }
            text.push(self.prefecture_link(code));
        }
        if text.is_empty() { Inline::Unknown(self.words.case.no_partners.to_owned()).into() } else { text }
    }
}
