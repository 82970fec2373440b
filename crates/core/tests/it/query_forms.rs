//! The forms that a list shows.

use joint_procurement_core::query::{CaseFilter, FormAnswer, ScopeFilter, SearchIndex, Set};
use joint_procurement_testing::{generate, is_joint};
use proptest::prelude::*;

use crate::query::rows;

proptest! {
    #[test]
    fn a_shared_service_counts_only_where_it_is_asked_for(
        snapshot in generate::snapshot(),
        forms in proptest::collection::vec(generate::term::<FormAnswer>(), 0..4),
    ) {
        let forms: Set<FormAnswer> = forms.into_iter().collect();
        let filter = CaseFilter { scope: ScopeFilter::All, form: forms.clone().into(), ..CaseFilter::default() };
        let expected: Vec<usize> = (0..snapshot.cases.len())
            .filter(|&row| {
                let case = snapshot.cases.row(row).to_case();
                if forms.is_empty() { is_joint(&case) } else { forms.contains(&FormAnswer::from(case.form)) }
            })
            .collect();
        prop_assert_eq!(rows(&snapshot, &SearchIndex::default(), &filter), expected);
    }
}
