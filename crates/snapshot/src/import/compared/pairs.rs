//! The rows of a table that became others.

use std::collections::{HashMap, HashSet};

/// The places of rows of a table before and after.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Pairs {
    /// The rows that say something else, as they were and as they are.
    pub changed: Vec<(usize, usize)>,
    pub gone: Vec<usize>,
    pub come: Vec<usize>,
}

/// Finds the rows that became others. They have the key of one that was, or say half of what it said.
pub fn pair<T: AsRef<str>, U: AsRef<str>>(is_keyed: bool, old: &[&[T]], new: &[&[U]]) -> Pairs {
    let old: Vec<Vec<&str>> = old.iter().map(|row| row.iter().map(AsRef::as_ref).collect()).collect();
    let new: Vec<Vec<&str>> = new.iter().map(|row| row.iter().map(AsRef::as_ref).collect()).collect();
    let mut pairs = Pairs::default();
    let mut left: HashMap<&[&str], usize> = HashMap::new();
    new.iter().for_each(|row| *left.entry(row).or_default() += 1);
    let mut stay: HashMap<&[&str], usize> = HashMap::new();
    for (at, row) in old.iter().enumerate() {
        match left.get_mut(row.as_slice()).filter(|count| **count > 0) {
            Some(count) => {
                *count -= 1;
                *stay.entry(row).or_default() += 1;
            }
            None => pairs.gone.push(at),
        }
    }
    for (at, row) in new.iter().enumerate() {
        match stay.get_mut(row.as_slice()).filter(|count| **count > 0) {
            Some(count) => *count -= 1,
            None => pairs.come.push(at),
        }
    }
    if is_keyed {
        let (of_old, of_new) = (only_places(&old, &pairs.gone, 0), only_places(&new, &pairs.come, 0));
        let by_key: Vec<(usize, usize)> =
            of_new.iter().filter_map(|(key, at)| Some(((*of_old.get(key)?)?, (*at)?))).collect();
        pairs.take(by_key);
    }
    let by_content = alike(&old, &new, &pairs);
    pairs.take(by_content);
    pairs.changed.sort_unstable_by_key(|(_, new)| *new);
    pairs
}

impl Pairs {
    fn take(&mut self, found: Vec<(usize, usize)>) {
        let (gone, come): (HashSet<usize>, HashSet<usize>) = found.iter().copied().unzip();
        self.gone.retain(|at| !gone.contains(at));
        self.come.retain(|at| !come.contains(at));
        self.changed.extend(found);
    }
}

/// Gives the places of the texts in a column; none for one that stands there more than once.
fn only_places<'a>(
    rows: &[Vec<&'a str>],
    places: &[usize],
    column: usize,
) -> HashMap<&'a str, Option<usize>> {
    let mut found = HashMap::new();
    for place in places {
        let text = rows.get(*place).and_then(|row| row.get(column)).copied().unwrap_or_default();
        if !text.is_empty() {
            found.entry(text).and_modify(|at| *at = None).or_insert(Some(*place));
        }
    }
    found
}

/// Finds for each row that has come the one of which it has most. Each text leads to one row at most, so that many
/// rows take no longer than their number.
fn alike(old: &[Vec<&str>], new: &[Vec<&str>], pairs: &Pairs) -> Vec<(usize, usize)> {
    let width = old.first().map_or(0, Vec::len);
    let by_column: Vec<HashMap<&str, Option<usize>>> =
        (0..width).map(|column| only_places(old, &pairs.gone, column)).collect();
    let mut taken: HashSet<usize> = HashSet::new();
    let mut found = Vec::new();
    for at in &pairs.come {
        let Some(row) = new.get(*at) else { continue };
        let mut votes: Vec<(usize, usize)> = Vec::new();
        for (text, places) in row.iter().zip(&by_column) {
            let Some(Some(was)) = places.get(text) else { continue };
            match votes.iter_mut().find(|(of, _)| of == was) {
                Some((_, count)) => *count += 1,
                None => votes.push((*was, 1)),
            }
        }
        let free = votes.into_iter().filter(|(was, _)| !taken.contains(was));
        let best = free.max_by_key(|(was, count)| (*count, std::cmp::Reverse(*was)));
        if let Some((was, _)) = best
            && old.get(was).is_some_and(|before| is_half(before, row))
        {
            taken.insert(was);
            found.push((was, *at));
        }
    }
    found
}

/// Tells if half of what two rows say is the same.
fn is_half(one: &[&str], other: &[&str]) -> bool {
    let filled = one.iter().zip(other).filter(|(one, other)| !one.is_empty() || !other.is_empty());
    let (same, others): (Vec<_>, Vec<_>) = filled.partition(|(one, other)| one == other);
    same.len() >= others.len()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cells(rows: &[impl AsRef<str>]) -> Vec<Vec<String>> {
        rows.iter().map(|row| row.as_ref().split(',').map(str::to_owned).collect()).collect()
    }

    fn paired(is_keyed: bool, old: &[&str], new: &[&str]) -> Pairs {
        let (old, new) = (cells(old), cells(new));
        let old: Vec<&[String]> = old.iter().map(Vec::as_slice).collect();
        let new: Vec<&[String]> = new.iter().map(Vec::as_slice).collect();
        pair(is_keyed, &old, &new)
    }

    #[test]
    fn rows_are_known_by_their_key_and_then_by_what_they_say() {
        let pairs = |changed: &[(usize, usize)], gone: &[usize], come: &[usize]| Pairs {
            changed: changed.to_vec(),
            gone: gone.to_vec(),
            come: come.to_vec(),
        };
        assert_eq!(paired(true, &["a,1,2", "b,3,4"], &["b,5,6", "a,1,2"]), pairs(&[(1, 0)], &[], &[]));
        assert_eq!(paired(true, &["a,1,2", "b,3,4"], &["a,1,2", "c,3,4"]), pairs(&[(1, 1)], &[], &[]));
        assert_eq!(paired(false, &["a,1", "b,2", "c,3"], &["b,2", "c,4"]), pairs(&[(2, 1)], &[0], &[]));
        assert_eq!(paired(false, &["a,1", "b,2"], &["x,9", "b,2"]), pairs(&[], &[0], &[0]));
        // The same text in two rows names neither.
        assert_eq!(paired(false, &["a,1", "a,2"], &["a,3"]), pairs(&[], &[0, 1], &[0]));
    }

    #[test]
    fn many_rows_that_all_have_another_key_are_known_by_the_rest() {
        const ROWS: usize = 2_000;
        for is_keyed in [true, false] {
            let row = |what: &str, at: usize| format!("{what}{at},値{at},{what},同じ,{}", at % 7);
            let of = |what: &str| cells(&(0..ROWS).map(|at| row(what, at)).collect::<Vec<_>>());
            let (old, new) = (of("前"), of("後"));
            let old: Vec<&[String]> = old.iter().map(Vec::as_slice).collect();
            let new: Vec<&[String]> = new.iter().map(Vec::as_slice).collect();
            assert_eq!(pair(is_keyed, &old, &new).changed.len(), ROWS);
        }
    }

    proptest! {
        #[test]
        fn every_row_stays_changes_goes_or_comes_once(
            is_keyed: bool,
            old in prop::collection::vec("[ab]{0,2},[ab]{0,1},[ab]{0,1}", 0..8),
            new in prop::collection::vec("[ab]{0,2},[ab]{0,1},[ab]{0,1}", 0..8),
        ) {
            let (was, is) = (cells(&old), cells(&new));
            let was: Vec<&[String]> = was.iter().map(Vec::as_slice).collect();
            let is: Vec<&[String]> = is.iter().map(Vec::as_slice).collect();
            let Pairs { changed, gone, come } = pair(is_keyed, &was, &is);
            let mut left: Vec<usize> = changed.iter().map(|(was, _)| *was).chain(gone).collect();
            let mut right: Vec<usize> = changed.iter().map(|(_, is)| *is).chain(come).collect();
            left.sort_unstable();
            right.sort_unstable();
            prop_assert!(left.windows(2).all(|two| two[0] != two[1]));
            prop_assert!(right.windows(2).all(|two| two[0] != two[1]));
            // As many stay here as there.
            prop_assert_eq!(was.len() - left.len(), is.len() - right.len());
            for (before, after) in changed {
                prop_assert_ne!(was[before], is[after]);
            }
        }
    }
}
