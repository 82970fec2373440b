//! The sizes of participants on a line, with one's own marked.

/// Places on a line whose scale is logarithmic, in thousandths of its length. The scale is the same for all
/// cases, so that their strips can be compared.
#[derive(Clone, Debug, PartialEq)]
pub struct SizeStrip {
    /// The participants, the smallest first.
    pub ticks: Vec<u16>,
    pub median: u16,
    pub own: u16,
    /// Half of one's own size, and double of it.
    pub similar: [u16; 2],
    /// The powers of ten.
    pub marks: [(u16, &'static str); 4],
    /// The smallest and the largest participant.
    pub smallest: u64,
    pub largest: u64,
}

/// A scale from one number to another, both powers of ten, with the names of those between them.
struct Scale {
    from: u64,
    names: [&'static str; 4],
}

/// The smallest municipality has fewer than 200 persons, the largest fewer than four million.
const PERSONS: Scale = Scale { from: 100, names: ["千人", "1万人", "10万人", "100万人"] };
const STAFF: Scale = Scale { from: 1, names: ["10人", "百人", "千人", "1万人"] };

impl Scale {
    /// Places a number, at an end where it lies beyond.
    fn place(&self, number: u64) -> u16 {
        let decades = self.names.len() as f64 + 1.0;
        let share = (number.max(1) as f64 / self.from as f64).log10() / decades;
        (share.clamp(0.0, 1.0) * 1_000.0).round() as u16
    }

    fn strip(&self, mut sizes: Vec<u64>, median: u64, own: u64) -> Option<SizeStrip> {
        joint_procurement_core::ordering::sort(&mut sizes);
        let (&smallest, &largest) = sizes.first().zip(sizes.last())?;
        Some(SizeStrip {
            ticks: sizes.into_iter().map(|size| self.place(size)).collect(),
            median: self.place(median),
            own: self.place(own),
            similar: [self.place(own / 2), self.place(own.saturating_mul(2))],
            marks: std::array::from_fn(|at| (self.decade(at + 1), self.names[at])),
            smallest,
            largest,
        })
    }

    /// Places a power of ten, counted from the beginning.
    fn decade(&self, at: usize) -> u16 {
        (at * 1_000 / (self.names.len() + 1)) as u16
    }
}

impl SizeStrip {
    /// Makes the strip of populations; `None` without any.
    pub fn of_persons(sizes: Vec<u64>, median: u64, own: u64) -> Option<Self> {
        PERSONS.strip(sizes, median, own)
    }

    /// Makes the strip of numbers of staff; `None` without any.
    pub fn of_staff(sizes: Vec<u64>, median: u64, own: u64) -> Option<Self> {
        STAFF.strip(sizes, median, own)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_larger_number_never_stands_before_a_smaller_one(mut sizes: Vec<u64>, own: u64) {
            sizes.push(own);
            let strip = SizeStrip::of_persons(sizes.clone(), own, own).unwrap();
            prop_assert_eq!(strip.ticks.len(), sizes.len());
            prop_assert!(strip.ticks.is_sorted() && strip.ticks.iter().all(|tick| *tick <= 1_000));
            prop_assert!(strip.ticks.contains(&strip.own));
            prop_assert!(strip.similar[0] <= strip.own && strip.own <= strip.similar[1]);
        }
    }

    #[test]
    fn powers_of_ten_stand_where_the_scale_names_them() {
        let strip = SizeStrip::of_persons(vec![1_000, 10_000, 100_000, 1_000_000], 1_000, 1_000).unwrap();
        let marks: Vec<u16> = strip.marks.iter().map(|mark| mark.0).collect();
        assert_eq!(strip.ticks, marks);
        assert_eq!(SizeStrip::of_staff(Vec::new(), 1, 1), None);
    }
}
