//! A case within the list that it was opened from.

/// The neighbours of an entry, and its place counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Around {
    pub place: usize,
    pub total: usize,
    pub previous: Option<usize>,
    pub next: Option<usize>,
}

impl Around {
    /// Finds the neighbours of the row in `rows`; `None` where it is not among them.
    pub fn of(rows: &[usize], row: usize) -> Option<Self> {
        let at = rows.iter().position(|it| *it == row)?;
        Some(Self {
            place: at + 1,
            total: rows.len(),
            previous: at.checked_sub(1).and_then(|at| rows.get(at)).copied(),
            next: rows.get(at + 1).copied(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Around;

    #[test]
    fn the_ends_of_a_list_have_one_neighbour() {
        let around = |row| Around::of(&[7, 3, 5], row).map(|it| (it.place, it.previous, it.next));
        assert_eq!(around(7), Some((1, None, Some(3))));
        assert_eq!(around(3), Some((2, Some(7), Some(5))));
        assert_eq!(around(5), Some((3, Some(3), None)));
        assert_eq!(around(4), None);
    }
}
