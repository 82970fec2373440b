//! Values that are said alike everywhere.

use joint_procurement_core::domain::{Date, Fact, Field, MissingReason, SnapshotKind, Term, YearMonth};
use joint_procurement_core::query::Answer;

use super::{case, compare, facet};

/// The mark between names.
pub const BETWEEN: &str = "、";

pub fn date(date: Date) -> String {
    let month = year_month(date.year_month());
    date.day().map_or_else(|| month.clone(), |day| format!("{month}{day}日"))
}

pub fn year_month(at: YearMonth) -> String {
    at.month().map_or_else(|| format!("{}年", at.year), |month| format!("{}年{month}月", at.year))
}

pub fn missing(reason: Option<MissingReason>, kind: SnapshotKind) -> &'static str {
    match (reason, kind) {
        (Some(reason), _) => reason.ja(),
        (None, SnapshotKind::Compiled) => "公開情報で未確認",
        (None, SnapshotKind::Official | SnapshotKind::Synthetic) => "不明",
    }
}

/// Gives the words for finding no case in no prefecture in particular.
pub fn absent(kind: SnapshotKind) -> &'static str {
    match kind {
        SnapshotKind::Official => "事例なし・未回答",
        SnapshotKind::Compiled | SnapshotKind::Synthetic => "公開情報で未確認",
    }
}

/// Tells what the words for finding no case mean.
pub fn absence_note(kind: SnapshotKind) -> &'static str {
    match kind {
        SnapshotKind::Official => {
            "「事例なし」は、調査に回答した都道府県に掲載された事例がないこと、「未回答」は、回答がないことです。掲載を希望しない事例は含みません。"
        }
        SnapshotKind::Compiled | SnapshotKind::Synthetic => {
            "「公開情報で未確認」は、行っていないという意味ではありません。"
        }
    }
}

/// Gives the words for finding no case of municipalities among themselves, for which the survey does not ask.
pub fn absent_municipal(kind: SnapshotKind) -> &'static str {
    match kind {
        SnapshotKind::Official => "調査の対象外",
        SnapshotKind::Compiled | SnapshotKind::Synthetic => "公開情報で未確認",
    }
}

pub fn field(field: Field) -> &'static str {
    field.ja()
}

/// Names a field as a snapshot of this kind does.
pub fn field_of(kind: SnapshotKind, of: Field) -> &'static str {
    if of == Field::Benefits { facet::benefit(kind) } else { field(of) }
}

/// Says yes or no as the field asks it.
pub fn answer(field: Field, answer: bool) -> &'static str {
    match field {
        Field::PrefectureParticipates => case::prefecture_participates(answer),
        Field::ParticipantsAllInPrefecture => compare::all_members(answer),
        Field::SubsidyUsed => facet::subsidy_answer(Answer::from(Fact::Known(answer))),
        Field::SpecificationAvailable => facet::specification_answer(Answer::from(Fact::Known(answer))),
        _ if answer => "はい",
        _ => "いいえ",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_far_as_they_are_known() {
        let dates = [("2020", "2020年"), ("2020-06", "2020年6月"), ("2020-06-03", "2020年6月3日")];
        for (stated, written) in dates {
            assert_eq!(date(stated.parse().unwrap()), written);
        }
    }

    #[test]
    fn a_known_reason_replaces_the_word_for_unknown() {
        let compiled = SnapshotKind::Compiled;
        assert_eq!(missing(None, compiled), "公開情報で未確認");
        assert_eq!(missing(None, SnapshotKind::Official), "不明");
        assert_eq!(missing(Some(MissingReason::NotPublic), compiled), "非公表");
    }
}
