//! Every figure that a page shows, as plain functions of cases.

mod alike;
mod costs;
mod count;
mod difference;
mod fill;
mod known;
mod median;
mod municipality_search;
mod neighbours;
mod overview;
mod prefecture;
mod similar;
mod state;
mod summary;
mod system;
mod tally;
mod unit_cost;
mod years;

pub use alike::{Alike, alike};
pub use costs::{AmountFigures, CaseAmount, CaseSaving, CostFigures, SavingFigures};
pub use count::{BenefitCounts, Count, DocumentCounts, NameCounts};
pub use difference::{Difference, DifferenceCounts};
pub use fill::FieldFill;
pub use known::{KnownCount, Percent};
pub use median::{median, median_yen};
pub use municipality_search::find_municipalities;
pub use neighbours::{ConfirmedNearby, Neighbour, NeighbourCases, Neighbours, SystemNearby};
pub use overview::{DomainCount, Overview, SystemCount};
pub use prefecture::{LedCases, LedDomain, MunicipalParticipation, MunicipalityCases, PrefectureFigures};
pub use similar::{Basis, Closeness, Comparison, Similarity, town_size};
pub use state::{CaseThere, StateCell, StateTable};
pub use summary::{AnswerCounts, CountSum, CountSumMedian, KnownMedian, Summary};
pub use system::{Participation, SystemFigures};
pub use tally::Tally;
pub use unit_cost::UnitCosts;
pub use years::{YearCount, YearCounts};
