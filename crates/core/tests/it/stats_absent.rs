//! The words for finding no case: only the answer to a survey may say that there is none.

use joint_procurement_core::domain::{
    PrefectureCode, Snapshot, SnapshotError, SnapshotKind, SurveyAnswer, SystemState,
};
use joint_procurement_core::stats::StateTable;
use joint_procurement_testing::published;

#[test]
fn only_an_answer_says_that_there_is_no_case() {
    let mut snapshot = published().snapshot;
    for kind in [SnapshotKind::Compiled, SnapshotKind::Synthetic] {
        snapshot.meta.kind = kind;
        let table = StateTable::of(&snapshot);
        for at in PrefectureCode::all() {
            for system in table.systems() {
                let state = table.state(at, system);
                assert!(![SystemState::None, SystemState::NoAnswer].contains(&state), "{at} {system}");
            }
        }
    }
    snapshot.meta.kind = SnapshotKind::Official;
    let answer = |prefecture: PrefectureCode| SurveyAnswer {
        prefecture,
        answered: prefecture.index().is_multiple_of(2),
        date: None,
    };
    snapshot.prefectures.answers = PrefectureCode::all().map(answer).collect();
    let table = StateTable::of(&snapshot);
    for at in PrefectureCode::all() {
        let absent = if at.index().is_multiple_of(2) { SystemState::None } else { SystemState::NoAnswer };
        for system in table.systems() {
            let state = table.state(at, system);
            assert!(state.has_case() || state == absent, "{at} {system} {state:?}");
        }
    }
}

#[test]
fn an_official_snapshot_tells_of_each_prefecture_if_it_answered() {
    let Snapshot { mut meta, cases, terms, prefectures } = published().snapshot;
    meta.kind = SnapshotKind::Official;
    let made = Snapshot::new(meta, cases, terms, prefectures);
    assert_eq!(made.map(|it| it.meta.kind), Err(SnapshotError::Answers));
}
