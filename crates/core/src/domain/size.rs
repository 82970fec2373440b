//! The size of the participants of a case together.

use super::{Case, Fact, Municipalities, MunicipalityCode, PrefectureCode};

/// Persons and staff, summed over the participants; unknown where who takes part is, or any summand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ParticipantsSize {
    /// Persons on the resident register.
    pub population: Option<u64>,
    pub staff: Option<u64>,
}

impl ParticipantsSize {
    /// Sums up the participants. The size is known when they are named, or when all municipalities of the
    /// lead's prefecture take part and the stated count equals today's number: before mergers there were
    /// others.
    pub fn of(case: &Case, municipalities: &Municipalities) -> Self {
        let named = case.participants.as_ref().known().map(Vec::as_slice);
        let all_take_part = case.participants_all_in_prefecture == Fact::Known(true);
        let all = case.participants_count.as_ref().known().filter(|_| all_take_part);
        Self::sum_of(case.lead_prefecture, named, all.copied(), municipalities)
    }

    /// Sums up the participants; `all` is the stated number where all municipalities of the prefecture take
    /// part.
    fn sum_of(
        lead: PrefectureCode,
        named: Option<&[MunicipalityCode]>,
        all: Option<u32>,
        municipalities: &Municipalities,
    ) -> Self {
        let todays: Vec<MunicipalityCode> =
            municipalities.of_prefecture(lead).map(|municipality| municipality.code).collect();
        match (named, all) {
            (Some(codes), _) => Self::sum(codes.iter().copied(), municipalities),
            (None, Some(count)) if count as usize == todays.len() => {
                Self::sum(todays.into_iter(), municipalities)
            }
            (None, _) => Self::default(),
        }
    }

    fn sum(mut codes: impl Iterator<Item = MunicipalityCode>, municipalities: &Municipalities) -> Self {
        let nothing = Self { population: Some(0), staff: Some(0) };
        let sum = codes.try_fold(nothing, |sum, code| {
            let one = municipalities.get(code)?;
            Some(Self {
                population: sum.population.map(|persons| persons + one.population),
                staff: sum.staff.zip(one.staff).map(|(sum, staff)| sum + u64::from(staff)),
            })
        });
        sum.unwrap_or_default()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::{Municipality, MunicipalityKind};

    /// Gives two towns of 鳥取県 and one of 島根県 whose staff is unknown.
    fn municipalities() -> Municipalities {
        let mut table = Municipalities::new("2022-01-01".parse().unwrap(), "決算カード".to_owned());
        for (code, population, staff) in
            [("312011", 100, Some(10)), ("312029", 50, Some(5)), ("322016", 30, None)]
        {
            let (name, kana, kind) = ("町", "まち", MunicipalityKind::Town);
            table.push(Municipality {
                code: code.parse().unwrap(),
                name,
                kana,
                kind,
                population,
                staff,
                office: None,
            });
        }
        table
    }

    fn check(named: Option<&[&str]>, all: Option<u32>, population: Option<u64>, staff: Option<u64>) {
        let codes: Option<Vec<_>> =
            named.map(|codes| codes.iter().map(|code| code.parse().unwrap()).collect());
        let lead = "31".parse().unwrap();
        let size = ParticipantsSize::sum_of(lead, codes.as_deref(), all, &municipalities());
        assert_eq!(size, ParticipantsSize { population, staff }, "{named:?} {all:?}");
    }

    #[test]
    fn named_participants_are_added_up() {
        check(Some(&["312011"]), Some(2), Some(100), Some(10));
        check(Some(&["312011", "312029"]), None, Some(150), Some(15));
    }

    #[test]
    fn all_of_the_prefecture_are_added_up_only_when_the_count_is_todays() {
        check(None, Some(2), Some(150), Some(15));
        check(None, Some(3), None, None);
        check(None, None, None, None);
    }

    #[test]
    fn one_unknown_staff_makes_the_sum_unknown_but_not_the_population() {
        check(Some(&["312011", "322016"]), None, Some(130), None);
    }

    #[test]
    fn a_participant_that_is_not_in_the_table_leaves_both_unknown() {
        check(Some(&["312011", "132217"]), None, None, None);
    }
}
