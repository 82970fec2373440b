//! How many cases a figure rests on.

use crate::domain::CaseRef;
use crate::query::Selection;

/// Of `total` cases, those of which something is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownCount {
    pub known: usize,
    pub total: usize,
}

impl KnownCount {
    pub fn of<'a>(cases: &Selection<'a>, is_known: impl Fn(CaseRef<'a>) -> bool) -> Self {
        Self { known: cases.count(is_known), total: cases.len() }
    }

    pub fn unknown(self) -> usize {
        self.total - self.known
    }

    /// `None` of no cases.
    pub fn percent(self) -> Option<Percent> {
        let Self { known, total } = self;
        let rounded = (known * 200 + total).checked_div(total * 2)?;
        Some(match rounded {
            0 if known > 0 => Percent::BelowOne,
            100 if known < total => Percent::AboveNinetyNine,
            rounded => Percent::Rounded(rounded),
        })
    }
}

/// A share of all in percent. 0 and 100 are exact: rounded to, they would say "none" or "all".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Percent {
    BelowOne,
    /// Half up.
    Rounded(usize),
    AboveNinetyNine,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_rounded_but_never_to_none_or_all() {
        let percent = |known, total| KnownCount { known, total }.percent();
        assert_eq!(percent(0, 0), None);
        assert_eq!(
            (percent(0, 300), percent(300, 300)),
            (Some(Percent::Rounded(0)), Some(Percent::Rounded(100)))
        );
        assert_eq!(
            (percent(1, 300), percent(299, 300)),
            (Some(Percent::BelowOne), Some(Percent::AboveNinetyNine))
        );
        assert_eq!((percent(1, 8), percent(2, 3)), (Some(Percent::Rounded(13)), Some(Percent::Rounded(67))));
        // 0.5 and 99.5 round to what is not cut off, and would round to 1 and 100.
        assert_eq!(
            (percent(1, 200), percent(199, 200)),
            (Some(Percent::Rounded(1)), Some(Percent::AboveNinetyNine))
        );
    }
}
