//! Events to come: deadlines for joining, plans, ends of contracts.

use joint_procurement_core::domain::{Date, Term};
use joint_procurement_core::stats::{EventKind, Schedule};
use joint_procurement_core::text::cases;

use super::date;

pub const HEADING: &str = "これからの予定";
pub const DATE: &str = "時期";
pub const KIND: &str = "予定";
pub const SOURCE: &str = "時期の記載";
pub const NO_DATE: &str = "期限は未確認";

/// Says what is listed, and which plans are not.
pub fn lead(as_of: Date, schedule: &Schedule) -> String {
    let listed = format!(
        "{}以後に予定されている、参加の期限、計画の導入時期、契約の終わりを、早い順に並べています。",
        date(as_of)
    );
    let left_out = match (schedule.undated_plans, schedule.past_plans) {
        (0, 0) => return listed,
        (undated, 0) => format!("時期の分からない{}", cases(undated)),
        (0, past) => format!("時期を過ぎた{}", cases(past)),
        (undated, past) => format!("時期の分からない{}と、時期を過ぎた{}", cases(undated), cases(past)),
    };
    format!("{listed}計画のうち、{left_out}は入っていません。")
}

/// Leads to where the page of a case states the date, with its sources.
pub fn stated_in(field: &str) -> String {
    format!("{field}の記載")
}

/// Offers the calendar; its `[words in brackets]` are a link.
pub fn calendar(dated: usize, left_out: usize) -> String {
    let left_out = match left_out {
        0 => String::new(),
        count => format!("月の分からない{}は入っていません。", cases(count)),
    };
    format!(
        "[カレンダーのファイル（.ics）を保存]して、予定表のソフトに取り込めます。市町村どうしの事例も含む{}の予定を、分かっている日か、その月の1日に置いています。{left_out}",
        cases(dated)
    )
}

/// The name of the calendar.
pub const CALENDAR: &str = "自治体システム共同調達のこれからの予定";

/// Names an event of the calendar. One of a month stands on its first day, and says so.
pub fn event(kind: EventKind, at: Date, title: &str) -> String {
    format!("{}{}：{title}", kind.ja(), known_to(at))
}

/// Tells of an event: its date, type, prefecture and lead, and the day of the data.
pub fn event_description(at: Date, system: &str, prefecture: &str, lead: &str, as_of: Date) -> String {
    format!(
        "時期：{}{}\n{prefecture}、{system}\n代表団体：{lead}\n{}時点のデータ。出典は事例のページにあります。",
        date(at),
        known_to(at),
        date(as_of)
    )
}

fn known_to(at: Date) -> &'static str {
    if at.day().is_some() { "" } else { "（月まで分かっている）" }
}
