//! Choices that a number decides: the same number always makes the same ones.

/// A sequence of choices.
pub struct Random(fastrand::Rng);

impl Random {
    /// Begins the sequence of one case of a snapshot.
    pub fn new(seed: u64, number: usize) -> Self {
        // Cases of neighbouring numbers have nothing in common, nor have those of neighbouring seeds.
        let of_seed = fastrand::Rng::with_seed(seed).u64(..);
        Self(fastrand::Rng::with_seed(fastrand::Rng::with_seed(of_seed ^ number as u64).u64(..)))
    }

    /// Gives a number below this one; 0 where there is none.
    pub fn below(&mut self, bound: usize) -> usize {
        if bound == 0 { 0 } else { self.0.usize(..bound) }
    }

    /// Gives a number from the first to the last.
    pub fn within(&mut self, first: usize, last: usize) -> usize {
        first + self.below(last.saturating_sub(first) + 1)
    }

    /// Gives a number below this one, low ones more often.
    pub fn low(&mut self, bound: usize) -> usize {
        self.below(bound).min(self.below(bound))
    }

    /// Says yes in so many of a hundred cases.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// Gives a value in so many of a hundred cases.
    pub fn maybe<T>(&mut self, percent: usize, value: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.chance(percent).then(|| value(self))
    }

    pub fn pick<'a, T>(&mut self, values: &'a [T]) -> Option<&'a T> {
        self.0.choice(values)
    }

    /// Gives a text of several.
    pub fn word(&mut self, words: &[&'static str]) -> &'static str {
        self.pick(words).copied().unwrap_or_default()
    }

    /// Gives so many different values, in their order.
    pub fn some<T: Copy>(&mut self, values: &[T], count: usize) -> Vec<T> {
        let mut places = self.0.choose_multiple(0..values.len(), count);
        places.sort_unstable();
        places.into_iter().filter_map(|place| values.get(place).copied()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Random;

    #[test]
    fn the_same_number_makes_the_same_choices_and_another_one_others() {
        let choices = |seed, number| {
            let mut random = Random::new(seed, number);
            (0..20).map(|_| random.below(1_000)).collect::<Vec<_>>()
        };
        assert_eq!(choices(1, 2), choices(1, 2));
        assert_ne!(choices(1, 2), choices(1, 3));
        assert_ne!(choices(1, 2), choices(2, 2));
    }

    #[test]
    fn choices_are_among_what_there_is() {
        let mut random = Random::new(7, 0);
        for count in 0..12 {
            let some = random.some(&[1, 2, 3, 4, 5, 6, 7, 8, 9], count);
            assert_eq!(some.len(), count.min(9));
            assert!(some.is_sorted_by(|a, b| a < b), "{some:?}");
        }
        assert!((0..100).all(|_| (3..=5).contains(&random.within(3, 5)) && random.low(4) < 4));
        assert_eq!((random.below(0), random.pick::<u8>(&[])), (0, None));
        let yes = (0..1_000).filter(|_| random.chance(30)).count();
        assert!((200..400).contains(&yes), "{yes}");
    }
}
