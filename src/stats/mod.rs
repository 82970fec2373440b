//! Every figure that a page shows, as plain functions of cases.

mod known;
mod median;
mod overview;
mod summary;
mod years;

pub use known::KnownCount;
pub use median::{median, median_yen};
pub use overview::{DomainCount, Overview, SystemCount};
pub use summary::{AnswerCounts, CountSum, CountSumMedian, KnownMedian, Summary};
pub use years::{YearCount, YearCounts};
