//! The most that a workbook may have, and the words for one that has more.

use crate::problem::Problem;

/// The most of everything that a workbook may have.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Its parts in all, not compressed.
    pub bytes: u64,
    pub parts: usize,
    /// Cells of all sheets, and texts that cells share.
    pub cells: usize,
    /// The tags of a part that is no sheet, such as the styles.
    pub tags: usize,
    /// The bytes of one text or tag. A cell of Excel holds 32,767 characters.
    pub run: usize,
}

/// The largest tables that a snapshot can hold stay far below: 60,000 cases have 120 MB and 2.5 million cells.
pub const LIMITS: Limits =
    Limits { bytes: 512 * 1024 * 1024, parts: 10_000, cells: 20_000_000, tags: 1_000_000, run: 1024 * 1024 };

/// A reason not to read a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Excess {
    Bytes,
    Parts,
    Cells,
    Merged,
    /// A text, a tag or a number of tags that no spreadsheet program writes.
    Odd,
    /// A declaration of entities, which can grow without end.
    Entities,
}

impl Excess {
    /// Says why a workbook is not read.
    pub fn problem(self, name: &str) -> Problem {
        let mib = LIMITS.bytes / 1024 / 1024;
        let (what, allowed) = match self {
            Self::Bytes => (
                "展開すると大きすぎるワークブックなので、読みません。",
                format!("展開した大きさが {mib} MB まで"),
            ),
            Self::Parts => {
                ("中のファイルが多すぎるワークブックなので、読みません。", format!("{}個まで", LIMITS.parts))
            }
            Self::Cells => {
                ("セルが多すぎるワークブックなので、読みません。", format!("{}個まで", LIMITS.cells))
            }
            Self::Merged => {
                ("結合したセルが多すぎるワークブックなので、読みません。", "結合していないセル".to_owned())
            }
            Self::Odd => (
                "表計算ソフトが書かない長さや数のところがあるので、読みません。",
                "Excel などで保存したワークブック".to_owned(),
            ),
            Self::Entities => (
                "ワークブックにあってはならない宣言（DOCTYPE）があるので、読みません。",
                "Excel などで保存したワークブック".to_owned(),
            ),
        };
        Problem::new(name, what).allowed(allowed).advice(
            "表だけを新しいワークブックに写して、保存し直してください。人から受け取ったファイルなら、渡した人に確かめてください。",
        )
    }
}
