//! Municipalities by population.

/// The municipalities of one class of sizes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TownSizes {
    /// The least number of persons of the class.
    pub from: u64,
    /// The number of persons from which on the next class begins; none of the last.
    pub below: Option<u64>,
    pub municipalities: usize,
}

/// The numbers of persons at which classes begin.
const FROM: [u64; 7] = [0, 5_000, 10_000, 30_000, 50_000, 100_000, 300_000];

/// Counts municipalities by class, from the first class to the last that holds any; `populations` are persons.
pub fn town_sizes(populations: &[u64]) -> Vec<TownSizes> {
    let classes = FROM.iter().enumerate().map(|(place, &from)| {
        let below = FROM.get(place + 1).copied();
        let holds = |persons: &&u64| **persons >= from && below.is_none_or(|below| **persons < below);
        TownSizes { from, below, municipalities: populations.iter().filter(holds).count() }
    });
    let classes: Vec<TownSizes> = classes.collect();
    let holds = |class: &TownSizes| class.municipalities > 0;
    match (classes.iter().position(holds), classes.iter().rposition(holds)) {
        (Some(first), Some(last)) => classes.get(first..=last).unwrap_or_default().to_vec(),
        _ => Vec::new(),
    }
}
