//! The reader's own municipality beside the cases. It is only shown: files, copies and addresses have nothing of it.

use joint_procurement_core::domain::{Municipalities, MunicipalityCode, Snapshot};
use joint_procurement_core::query::Near;
use joint_procurement_core::stats::Similarity;

use super::ComparedCase;
use crate::content::size_fit;
use crate::words;

/// The sizes of cases beside that of the reader's own municipality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnSize {
    /// The municipality with its size, and the days that this is of.
    pub line: String,
    /// The closeness of each case in words.
    pub fits: Vec<String>,
}

/// Compares the cases with a municipality; `None` for a code that no municipality has.
pub fn own_size(
    snapshot: &Snapshot,
    municipalities: &Municipalities,
    code: MunicipalityCode,
    cases: &[ComparedCase],
) -> Option<OwnSize> {
    let it = municipalities.get(code)?;
    let similarity = Similarity::of(snapshot, municipalities, Near::Municipality(code))?;
    let fits = cases.iter().filter_map(|case| snapshot.cases.find(&case.id)).map(|case| {
        let fit = size_fit(&similarity, municipalities, case);
        if fit.is_own { words::own::takes_part(&fit.words) } else { fit.words }
    });
    let name = words::town::in_prefecture(it.name, snapshot.prefecture_name(code.prefecture()));
    let staff = it.staff.map(|staff| (staff, municipalities.staff_as_of.as_str()));
    let as_of = words::date(municipalities.population_as_of);
    Some(OwnSize {
        line: words::own::with_size(&name, &words::municipality::size(it.population, &as_of, staff)),
        fits: fits.collect(),
    })
}
