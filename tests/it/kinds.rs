//! The published data as if they were of another kind.

use joint_procurement_core::domain::{Catalog, PrefectureCode, Snapshot, SnapshotKind, SurveyAnswer};
use joint_procurement_testing::{data_folder, published};

/// The published snapshot as if it were of this kind.
pub fn of_kind(kind: SnapshotKind) -> Snapshot {
    let mut snapshot = published().snapshot;
    snapshot.meta.kind = kind;
    if kind == SnapshotKind::Official {
        let answer = |prefecture| SurveyAnswer { prefecture, answered: true, date: None };
        snapshot.prefectures.answers = PrefectureCode::all().map(answer).collect();
    }
    snapshot
}

pub fn catalog() -> Catalog {
    serde_json::from_slice(&std::fs::read(data_folder().join("catalog.json")).unwrap()).unwrap()
}
