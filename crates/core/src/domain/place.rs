//! Prefectures and municipalities.

use serde::{Deserialize, Serialize};

use super::column::{Coded, Fits, OptionalColumn};
use super::{Date, MunicipalityCode, MunicipalityKind, Position, PrefectureCode, Slug};

/// The 47 prefectures of a snapshot and the regions they are grouped in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Prefectures {
    pub schema_version: u32,
    pub regions: Vec<Region>,
    /// In order of code, all 47.
    pub prefectures: Vec<Prefecture>,
    /// The answers to the survey that an official snapshot rests on, in order of code, all 47. Empty where there was
    /// none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<SurveyAnswer>,
}

/// The answer of one prefecture to a survey.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct SurveyAnswer {
    pub prefecture: PrefectureCode,
    pub answered: bool,
    /// The day of the answer, where it is known.
    pub date: Option<Date>,
}

impl Prefectures {
    pub fn get(&self, code: PrefectureCode) -> Option<&Prefecture> {
        self.prefectures.get(code.index())
    }

    /// Gives the answer to the survey; none where there was no survey.
    pub fn answer(&self, code: PrefectureCode) -> Option<SurveyAnswer> {
        self.answers.get(code.index()).copied()
    }

    /// Counts the prefectures that answered the survey.
    pub fn answered(&self) -> usize {
        self.answers.iter().filter(|answer| answer.answered).count()
    }

    /// Gives the Japanese name; the code itself should the prefecture be missing.
    pub fn name(&self, code: PrefectureCode) -> String {
        self.get(code).map_or_else(|| code.to_string(), |prefecture| prefecture.name.clone())
    }
}

/// One of the eight regions (八地方区分).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Region {
    pub slug: Slug,
    pub name: String,
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(!default))]
    pub name_en: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Prefecture {
    pub code: PrefectureCode,
    pub name: String,
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(!default))]
    pub name_en: String,
    /// Hiragana.
    pub kana: String,
    pub region: Slug,
    /// Prefectures with a common border on land.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(!default))]
    pub neighbours: Vec<PrefectureCode>,
    /// Prefectures reached by bridge, tunnel or sea, each with how.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(!default))]
    pub crossings: Vec<Crossing>,
    /// Municipalities today.
    pub municipalities: u32,
    /// Persons, summed over the municipalities.
    pub population: u64,
    /// Staff of the municipalities (普通会計), without the prefecture's own; unknown where any is.
    pub municipal_staff: Option<u64>,
}

/// A link between two prefectures that share no border on land.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Crossing {
    pub prefecture: PrefectureCode,
    /// For example 青函トンネル.
    pub by: String,
}

/// The municipalities of a snapshot, by column, in order of code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Municipalities {
    pub schema_version: u32,
    /// The day of the population figures.
    pub population_as_of: Date,
    /// The source and year of the staff figures, in words.
    pub staff_as_of: String,
    code: Vec<MunicipalityCode>,
    name: Vec<String>,
    /// Hiragana.
    kana: Vec<String>,
    kind: Vec<MunicipalityKind>,
    /// Persons on the resident register.
    population: Vec<u64>,
    /// Staff of the ordinary account (普通会計).
    staff: OptionalColumn<Vec<Option<u32>>>,
    /// The county (郡) of a town or village; null where it lies in none.
    county: OptionalColumn<Coded<String>>,
    /// The wards (行政区) of the designated cities, in order of code. They are no municipalities.
    ward_code: OptionalColumn<Vec<MunicipalityCode>>,
    /// Without the city: 西区.
    ward_name: OptionalColumn<Vec<String>>,
    /// Hiragana.
    ward_kana: OptionalColumn<Vec<String>>,
    /// The town halls, in ten-thousandths of a degree north (JGD2011), one a row.
    latitude: OptionalColumn<Vec<u32>>,
    /// Likewise, of a degree east.
    longitude: OptionalColumn<Vec<u32>>,
}

/// A ward (行政区) of a designated city.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ward<'a> {
    pub code: MunicipalityCode,
    /// Without the city: 西区.
    pub name: &'a str,
    /// Hiragana.
    pub kana: &'a str,
}

/// One city, special ward, town or village.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Municipality<'a> {
    pub code: MunicipalityCode,
    pub name: &'a str,
    /// Hiragana.
    pub kana: &'a str,
    pub kind: MunicipalityKind,
    /// Persons.
    pub population: u64,
    pub staff: Option<u32>,
    /// The town hall; none in a file without places.
    pub office: Option<Position>,
}

impl Municipalities {
    /// Makes an empty table; `push` fills it.
    pub fn new(population_as_of: Date, staff_as_of: String) -> Self {
        Self {
            schema_version: super::SCHEMA_VERSION,
            population_as_of,
            staff_as_of,
            code: Vec::new(),
            name: Vec::new(),
            kana: Vec::new(),
            kind: Vec::new(),
            population: Vec::new(),
            staff: Vec::new().into(),
            county: Coded::default().into(),
            ward_code: Vec::new().into(),
            ward_name: Vec::new().into(),
            ward_kana: Vec::new().into(),
            latitude: Vec::new().into(),
            longitude: Vec::new().into(),
        }
    }

    /// Adds a municipality; rows come in order of code.
    pub fn push(&mut self, municipality: Municipality<'_>) {
        self.code.push(municipality.code);
        self.name.push(municipality.name.to_owned());
        self.kana.push(municipality.kana.to_owned());
        self.kind.push(municipality.kind);
        self.population.push(municipality.population);
        self.staff.push(municipality.staff);
        if let Some(office) = municipality.office {
            self.latitude.push(office.latitude);
            self.longitude.push(office.longitude);
        }
    }

    /// Sets the county of each row, once all rows are there.
    pub fn set_counties(&mut self, counties: impl IntoIterator<Item = Option<String>>) {
        self.county = Coded::new(counties).into();
    }

    /// Adds a ward; they come in order of code.
    pub fn push_ward(&mut self, ward: Ward<'_>) {
        self.ward_code.push(ward.code);
        self.ward_name.push(ward.name.to_owned());
        self.ward_kana.push(ward.kana.to_owned());
    }

    pub fn len(&self) -> usize {
        self.code.len()
    }

    pub fn is_empty(&self) -> bool {
        self.code.is_empty()
    }

    /// Tells if all columns have the same length and the codes are in order without repeats.
    pub fn is_sound(&self) -> bool {
        let rows = self.code.len();
        let columns: [&dyn Fits; 6] =
            [&self.name, &self.kana, &self.kind, &self.population, &self.staff, &self.county];
        let has_places = !self.latitude.is_empty() || !self.longitude.is_empty();
        let places: [&dyn Fits; 2] = [&self.latitude, &self.longitude];
        let wards: [&dyn Fits; 2] = [&self.ward_name, &self.ward_kana];
        columns.iter().all(|column| column.fits(rows))
            && (!has_places || places.iter().all(|column| column.fits(rows)))
            && (self.ward_code.is_absent() || wards.iter().all(|column| column.fits(self.ward_code.len())))
            && self.code.is_sorted_by(|a, b| a < b)
    }

    pub fn get(&self, code: MunicipalityCode) -> Option<Municipality<'_>> {
        self.row(self.position(code)?)
    }

    /// Gives the place of a municipality in the order of codes.
    pub fn position(&self, code: MunicipalityCode) -> Option<usize> {
        self.code.binary_search(&code).ok()
    }

    pub fn iter(&self) -> impl Iterator<Item = Municipality<'_>> {
        (0..self.len()).filter_map(|row| self.row(row))
    }

    /// Gives the municipalities of one prefecture, in order of code.
    pub fn of_prefecture(&self, prefecture: PrefectureCode) -> impl Iterator<Item = Municipality<'_>> {
        let start = self.code.partition_point(|code| code.prefecture() < prefecture);
        let end = self.code.partition_point(|code| code.prefecture() <= prefecture);
        (start..end).filter_map(|row| self.row(row))
    }

    /// Gives the county (郡) in which a town or village lies.
    pub fn county(&self, code: MunicipalityCode) -> Option<&str> {
        self.county.get(self.position(code)?).map(String::as_str)
    }

    /// Gives the wards of the designated cities, each with its city: the last municipality before it in order
    /// of code.
    pub fn wards(&self) -> impl Iterator<Item = (Ward<'_>, Municipality<'_>)> {
        self.ward_code.iter().enumerate().filter_map(|(at, &code)| {
            let city = self.code.partition_point(|it| *it < code).checked_sub(1)?;
            let ward = Ward { code, name: self.ward_name.get(at)?, kana: self.ward_kana.get(at)? };
            Some((ward, self.row(city)?))
        })
    }

    fn row(&self, row: usize) -> Option<Municipality<'_>> {
        Some(Municipality {
            code: *self.code.get(row)?,
            name: self.name.get(row)?,
            kana: self.kana.get(row)?,
            kind: *self.kind.get(row)?,
            population: *self.population.get(row)?,
            staff: self.staff.get(row).copied().flatten(),
            office: self
                .latitude
                .get(row)
                .zip(self.longitude.get(row))
                .map(|(&latitude, &longitude)| Position { latitude, longitude }),
        })
    }
}
