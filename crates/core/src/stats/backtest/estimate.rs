//! Means with the interval in which chance leaves them.

use serde::Serialize;

/// The number of times that pairs are drawn anew.
const SAMPLES: usize = 2_000;
/// Any number: the same data give the same intervals.
const SEED: u64 = 47;

/// A mean, and the bounds within which 95 % of the means of pairs drawn anew lie.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Estimate {
    pub mean: f64,
    pub low: f64,
    pub high: f64,
}

/// Estimates the mean of each column. All have a value for each pair, and each sample draws the same pairs for all.
pub fn resampled(columns: &[Vec<f64>]) -> Vec<Estimate> {
    let count = columns.first().map_or(0, Vec::len);
    let mut means = vec![Vec::with_capacity(SAMPLES); columns.len()];
    let mut random = Random(SEED);
    for _ in 0..SAMPLES {
        let drawn: Vec<usize> = (0..count).map(|_| random.below(count)).collect();
        for (column, means) in columns.iter().zip(&mut means) {
            means.push(mean(drawn.iter().filter_map(|&place| column.get(place))));
        }
    }
    let estimates = columns.iter().zip(means).map(|(column, mut means)| {
        means.sort_by(f64::total_cmp);
        // A fortieth lies below the interval, and another above it.
        let bound = |place: usize| means.get(place).copied().unwrap_or_default();
        Estimate {
            mean: mean(column.iter()),
            low: bound(SAMPLES / 40),
            high: bound(SAMPLES - 1 - SAMPLES / 40),
        }
    });
    estimates.collect()
}

fn mean<'a>(values: impl Iterator<Item = &'a f64>) -> f64 {
    let (sum, count) = values.fold((0.0, 0_u32), |(sum, count), value| (sum + value, count + 1));
    sum / f64::from(count.max(1))
}

/// SplitMix64, which draws the same numbers on every machine.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Draws a number below this one.
    fn below(&mut self, count: usize) -> usize {
        ((u128::from(self.next()) * count as u128) >> 64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_those_that_others_draw() {
        // The first of the reference implementation with the seed 1234567.
        let mut random = Random(1_234_567);
        let drawn = [random.next(), random.next(), random.next()];
        assert_eq!(drawn, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    /// The chance that at most `most` of `count` draws succeed.
    fn binomial(count: u32, chance: f64, most: u32) -> f64 {
        let mut term = (1.0 - chance).powi(count as i32);
        let mut sum = term;
        for k in 0..most {
            term *= f64::from(count - k) / f64::from(k + 1) * chance / (1.0 - chance);
            sum += term;
        }
        sum
    }

    #[test]
    fn the_interval_of_a_share_is_that_of_the_binomial_distribution() {
        for (yes, count) in [(10, 20), (30, 100), (90, 100), (1, 50)] {
            let values: Vec<f64> = (0..count).map(|it| if it < yes { 1.0 } else { 0.0 }).collect();
            let found = resampled(&[values])[0];
            let chance = f64::from(yes) / f64::from(count);
            assert!((found.mean - chance).abs() < 1e-12);
            let place = |share: f64| (0..=count).find(|&k| binomial(count, chance, k) >= share).unwrap();
            for (bound, share) in [(found.low, 0.025), (found.high, 0.975)] {
                let near = (bound * f64::from(count)).round() as u32;
                assert!(near.abs_diff(place(share)) <= 1, "{yes} of {count}: {found:?}");
            }
        }
    }

    #[test]
    fn columns_are_drawn_together_and_always_alike() {
        let one: Vec<f64> = (0..40).map(|it| f64::from(it % 7)).collect();
        let more: Vec<f64> = one.iter().map(|it| it + 0.5).collect();
        let gain: Vec<f64> = one.iter().zip(&more).map(|(a, b)| b - a).collect();
        let found = resampled(&[one, more, gain]);
        assert_eq!(found[2], Estimate { mean: 0.5, low: 0.5, high: 0.5 });
        assert!((found[1].low - found[0].low - 0.5).abs() < 1e-12);
        assert!(found[0].low < found[0].mean && found[0].mean < found[0].high);
        assert_eq!(resampled(&[vec![3.0; 9]])[0], Estimate { mean: 3.0, low: 3.0, high: 3.0 });
    }
}
