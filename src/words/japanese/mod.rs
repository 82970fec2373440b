//! The words in Japanese.

pub mod cancelled;
pub mod case;
pub mod changes;
pub mod cite;
pub mod compare;
pub mod copy;
pub mod cost_by_size;
pub mod counterparts;
pub mod data;
pub mod doors;
pub mod edition;
pub mod embed;
pub mod facet;
pub mod failure;
pub mod figures;
pub mod filter;
pub mod funding;
pub mod inquiry;
pub mod list;
pub mod loading;
pub mod map;
pub mod matrix;
pub mod money;
pub mod most;
pub mod municipality;
pub mod not_found;
pub mod notice;
pub mod offline;
pub mod overview;
pub mod own;
pub mod prefecture;
pub mod prefectures;
pub mod report;
pub mod schedule;
pub mod similar;
pub mod site;
pub mod size;
pub mod snapshot;
pub mod subsidy;
pub mod system;
pub mod system_years;
pub mod systems;
pub mod table;
pub mod theme;
pub mod timeline;
pub mod town;
pub mod town_sizes;
pub mod unit;
pub mod update;
mod value;

pub use value::{
    BETWEEN, absence_note, absent, absent_municipal, answer, date, field, field_of, missing, year_month,
};
