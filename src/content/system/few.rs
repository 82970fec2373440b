//! The known facts of a type with few cases, without distributions that would mean nothing.

use joint_procurement_core::domain::{Field, Term};
use joint_procurement_core::query::{Answer, CaseFilter};
use joint_procurement_core::routes::Route;
use joint_procurement_core::stats::{AnswerCounts, NameCounts};

use super::SystemPage;
use crate::content::{Block, FactRow, Inline, Link, Section, Text};
use crate::words;

impl SystemPage<'_> {
    pub(super) fn known(&self) -> Block {
        let figures = &self.figures;
        let mut facts = vec![
            FactRow::new(words::facet::PREFECTURE, self.place_links()),
            FactRow::new(
                Field::SubsidyUsed.ja(),
                self.answer_text(figures.subsidy, |it, answer| it.subsidy = [answer].into()),
            ),
            FactRow::new(
                Field::SpecificationAvailable.ja(),
                self.answer_text(figures.specification, |it, answer| it.spec = [answer].into()),
            ),
        ];
        if figures.participation.stated.known > 0 {
            let value = Inline::Number(words::system::participants::known(&figures.participation));
            facts.push(FactRow::new(words::facet::MEMBERS, value));
        }
        let benefit = |slug| self.snapshot.terms.benefit(slug).map_or("", |it| it.name.as_str());
        let benefits = figures.benefits.benefits.iter().map(|it| {
            let filter = CaseFilter { benefit: [it.value.clone()].into(), ..self.filter() };
            Link::new(filter, words::system::name_with_cases(benefit(&it.value), it.cases))
        });
        let benefits = listed(benefits);
        let vendors = self.name_links(&figures.vendors, |it, name| it.vendor = [name].into());
        let products = self.name_links(&figures.products, |it, name| it.product = [name].into());
        let texts = [
            (words::system::benefits::benefit(self.snapshot.meta.kind), benefits),
            (words::facet::VENDOR, vendors),
            (words::facet::PRODUCT, products),
        ];
        let known = texts.into_iter().filter(|(_, text)| !text.is_empty());
        facts.extend(known.map(|(name, text)| FactRow::new(name, text)));
        Block::Section(Section {
            id: "known".to_owned(),
            heading: words::system::KNOWN_HEADING.to_owned(),
            blocks: vec![Block::Facts(facts)],
            ..Section::default()
        })
    }

    /// Links the prefectures that lead, then those that only take part.
    fn place_links(&self) -> Text {
        let link = |code| Link::new(Route::Prefecture(code), self.snapshot.prefecture_name(code));
        let mut text = listed(self.figures.prefectures.iter().map(|it| link(it.value)));
        for code in self.partners() {
            let remark = Inline::Remark(words::system::places::AS_PARTNER.to_owned());
            text = text.then(words::BETWEEN).then(link(code)).then(" ").then(remark);
        }
        text
    }

    fn answer_text(&self, counts: AnswerCounts, set: fn(&mut CaseFilter, Answer)) -> Text {
        let link = |answer, text: String| {
            let mut filter = self.filter();
            set(&mut filter, answer);
            Link::new(filter, text)
        };
        match (counts.yes, counts.no) {
            (0, 0) => self.unknown().into(),
            (yes, 0) => link(Answer::Yes, words::system::found(yes)).into(),
            (0, no) => link(Answer::No, words::system::answers::no(no)).into(),
            (yes, no) => listed(
                [
                    link(Answer::Yes, words::system::found(yes)),
                    link(Answer::No, words::system::answers::no(no)),
                ]
                .into_iter(),
            ),
        }
    }

    fn name_links(&self, counts: &NameCounts<'_>, set: fn(&mut CaseFilter, String)) -> Text {
        listed(counts.names.iter().map(|it| {
            let mut filter = self.filter();
            set(&mut filter, it.value.to_owned());
            Link::new(filter, words::system::name_with_cases(it.value, it.cases))
        }))
    }
}

/// Puts links one after the other.
fn listed(links: impl Iterator<Item = Link>) -> Text {
    let mut text = Text::default();
    for link in links {
        if !text.is_empty() {
            text.push(words::BETWEEN);
        }
        text.push(link);
    }
    text
}
