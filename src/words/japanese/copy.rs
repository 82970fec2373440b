//! The copying of addresses, texts and tables.

use joint_procurement_core::domain::CaseRef;
use joint_procurement_core::text::{cases, grouped};

use crate::words::{self, Pasted};

pub const DONE: &str = "コピーしました";
pub const FAILED: &str = "コピーできませんでした。選択して Ctrl+C でコピーしてください。";

/// The button for the address of a page or of a part of it.
pub const LINK: &str = "リンクをコピー";
/// The button for lines to be typed.
pub const LINES: &str = "枠の中をコピー";
pub const PASTE: &str = "庁内資料に貼る";

/// Names the button that copies these cases.
pub fn paste(pasted: Pasted, count: usize) -> String {
    match pasted {
        Pasted::All => format!("{PASTE}（全{}）", cases(count)),
        Pasted::Page { first, last, .. } => format!("このページだけ貼る（{}）", places(first, last)),
        Pasted::Picked => format!("{PASTE}（選んだ{}）", cases(count)),
    }
}

/// Says which cases the table holds.
pub fn title(pasted: Pasted, count: usize) -> String {
    let list = words::list::FILE_NAME;
    match pasted {
        Pasted::All => format!("{list}（条件に合う全{}）", cases(count)),
        Pasted::Page { first, last, of } => {
            format!("{list}（条件に合う{}のうち{}）", cases(of), places(first, last))
        }
        Pasted::Picked => format!("{list}（一覧から選んだ{}）", cases(count)),
    }
}

fn places(first: usize, last: usize) -> String {
    if first == last {
        return format!("{}件目", grouped(first as u64));
    }
    format!("{}～{}件目", grouped(first as u64), grouped(last as u64))
}

pub fn address(address: &str) -> String {
    format!("アドレス：{address}")
}

pub fn address_of(case: CaseRef<'_>, address: &str) -> String {
    format!("{}：{address}", case.title())
}

pub fn conditions(conditions: &str) -> String {
    format!("条件：{conditions}")
}

pub fn order(order: &str) -> String {
    format!("並び順：{order}")
}
