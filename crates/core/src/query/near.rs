//! The size that cases are compared with: that of a municipality, or one as typed.

use std::fmt;
use std::str::FromStr;

use crate::domain::MunicipalityCode;

/// `312011`, or `8000-120`: persons and staff, either of which may be left out but not both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Near {
    Municipality(MunicipalityCode),
    Size(TownSize),
}

/// The size of a municipality; one of the two at least is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TownSize {
    population: Option<u64>,
    staff: Option<u64>,
}

impl TownSize {
    /// Makes a size; `None` when neither is known, or one is 0: nothing is a multiple of that.
    pub fn new(population: Option<u64>, staff: Option<u64>) -> Option<Self> {
        let some = population.is_some() || staff.is_some();
        (some && population != Some(0) && staff != Some(0)).then_some(Self { population, staff })
    }

    /// Gives the number of persons.
    pub fn population(self) -> Option<u64> {
        self.population
    }

    pub fn staff(self) -> Option<u64> {
        self.staff
    }
}

impl fmt::Display for Near {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Municipality(code) => code.fmt(f),
            Self::Size(size) => {
                let written = |number: Option<u64>| number.map(|it| it.to_string()).unwrap_or_default();
                write!(f, "{}-{}", written(size.population), written(size.staff))
            }
        }
    }
}

impl FromStr for Near {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text.split_once('-') {
            None => text.parse().map(Self::Municipality).map_err(|_| ()),
            Some((population, staff)) => {
                let size = TownSize::new(super::range::number(population)?, super::range::number(staff)?);
                size.map(Self::Size).ok_or(())
            }
        }
    }
}
