//! The numbers one should know of a type.

use joint_procurement_core::domain::{PrefectureCode, Slug};
use joint_procurement_core::query::{Answer, CaseFilter, Direction, Has, ScopeFilter, Sort, SortKey};
use joint_procurement_core::stats::AnswerCounts;
use joint_procurement_core::text::grouped;

use super::{SystemPage, sorted_list};
use crate::content::{Block, KeyFigure, Link, Target, Text};
use crate::words;

impl SystemPage<'_> {
    /// Gives the key figures, each with what it leaves out, linked to what it counts.
    pub(super) fn key_figures(&self) -> Block {
        let figures = &self.figures;
        let figure = |label: &str, value: u64, unit: &str, to: Target, note: Text| KeyFigure {
            label: label.to_owned(),
            value: grouped(value),
            unit: unit.to_owned(),
            to,
            note,
        };
        let by_prefecture = Sort { key: SortKey::Pref, direction: Direction::Ascending };
        let partners = self.partners().count();
        let has = |has| CaseFilter { has: [has].into(), ..self.filter() };
        let documents = figures.documents.stated;
        let mut all = vec![
            figure(
                words::overview::CASES,
                figures.total as u64,
                words::unit::CASES,
                self.filter().into(),
                self.municipal_note(),
            ),
            figure(
                words::overview::PREFECTURES,
                figures.prefectures.len() as u64,
                words::overview::PREFECTURES_UNIT,
                sorted_list(self.filter(), by_prefecture),
                words::system::prefectures_note(figures.prefectures.len(), partners).into(),
            ),
            figure(
                words::overview::PARTICIPANTS,
                figures.participation.sum,
                words::overview::PARTICIPANTS_UNIT,
                has(Has::Participants).into(),
                words::system::participants::note(&figures.participation).into(),
            ),
            self.answer(words::system::answers::SUBSIDY_LABEL, figures.subsidy, |it, answer| {
                it.subsidy = [answer].into();
            }),
            self.answer(words::system::answers::SPECIFICATION_LABEL, figures.specification, |it, answer| {
                it.spec = [answer].into();
            }),
            figure(
                words::overview::DOCUMENTS,
                documents.known as u64,
                words::unit::CASES,
                has(Has::Documents).into(),
                words::system::documents::note(documents).into(),
            ),
        ];
        // A sum or a number of nothing known would be a 0 that nobody stated.
        let unknown = [(2, figures.participation.stated.known), (5, documents.known)];
        for (place, _) in unknown.iter().filter(|(_, known)| *known == 0) {
            let Some(figure) = all.get_mut(*place) else { continue };
            figure.value = self.missing().to_owned();
            figure.unit = String::new();
            figure.to = self.filter().into();
        }
        Block::KeyFigures(all)
    }

    fn municipal_note(&self) -> Text {
        match self.municipal.len() {
            0 => words::system::no_municipal(self.snapshot.meta.kind).into(),
            count => {
                let filter = super::of_type(&self.system.slug, ScopeFilter::Municipal);
                Link::new(filter, words::overview::municipal_cases(count)).into()
            }
        }
    }

    /// Gives the prefectures that take part in a case with a prefecture, but lead none of the type.
    pub(super) fn partners(&self) -> impl Iterator<Item = PrefectureCode> {
        let slug: &Slug = &self.system.slug;
        let leads = |code: &PrefectureCode| self.figures.prefectures.iter().any(|it| it.value == *code);
        PrefectureCode::all()
            .filter(move |code| !leads(code) && !self.states.cases_confirmed(*code, slug).is_empty())
    }

    /// Counts the cases with the answer yes; where there are none, it says what is known instead.
    fn answer(&self, label: &str, counts: AnswerCounts, set: fn(&mut CaseFilter, Answer)) -> KeyFigure {
        let (answer, value, unit) = match (counts.yes, counts.no) {
            (0, 0) => (Answer::Unknown, self.missing().to_owned(), ""),
            (0, no) => (Answer::No, words::system::answers::no(no), ""),
            (yes, _) => (Answer::Yes, grouped(yes as u64), words::unit::CASES),
        };
        let mut filter = self.filter();
        set(&mut filter, answer);
        KeyFigure {
            label: label.to_owned(),
            value,
            unit: unit.to_owned(),
            to: filter.into(),
            note: words::system::answers::note(counts, self.snapshot.meta.kind).into(),
        }
    }
}
