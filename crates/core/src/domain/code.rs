//! Codes and identifiers. Each is checked when made, so a wrong one does not exist.

use std::fmt;
use std::str::FromStr;

/// The text is not a code of the expected form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeError {
    /// Two digits from 01 to 47.
    Prefecture,
    /// Six digits, the first two a prefecture.
    Municipality,
    /// Six digits, but the last one is not the check digit of the others.
    CheckDigit { expected: u8 },
    /// Prefecture, words of a-z and 0-9, a number of one to four digits, joined by hyphens.
    CaseId,
    /// Lower-case words of a-z and 0-9 joined by hyphens.
    Slug,
    /// Like a slug, and none of the names that other things below `data/` have.
    SnapshotId,
}

impl fmt::Display for CodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Prefecture => f.write_str("not a prefecture code from 01 to 47"),
            Self::Municipality => f.write_str("not a six-digit municipality code"),
            Self::CheckDigit { expected } => write!(f, "the check digit should be {expected}"),
            Self::CaseId => f.write_str("not a case id such as 01-school-affairs-2023"),
            Self::Slug => f.write_str("not lower-case words joined by hyphens"),
            Self::SnapshotId => f.write_str("not a snapshot id"),
        }
    }
}

impl std::error::Error for CodeError {}

/// Serialises a type as its text form and checks it when read. `$pattern` goes into the JSON Schema.
macro_rules! text_serde {
    ($name:ident, $pattern:literal) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <String as serde::Deserialize>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "pattern": $pattern })
            }
        }
    };
}
pub(super) use text_serde;

/// A prefecture, 01 (北海道) to 47 (沖縄県).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PrefectureCode(u8);

impl PrefectureCode {
    pub const COUNT: usize = 47;

    /// Gives every prefecture, in order of code.
    pub fn all() -> impl Iterator<Item = Self> {
        (1..=47).map(Self)
    }

    /// Gives 0 for 北海道 to 46 for 沖縄県.
    pub fn index(self) -> usize {
        usize::from(self.0) - 1
    }
}

impl fmt::Display for PrefectureCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}", self.0)
    }
}

impl FromStr for PrefectureCode {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        if text.len() != 2 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(CodeError::Prefecture);
        }
        match text.parse() {
            Ok(code @ 1..=47) => Ok(Self(code)),
            _ => Err(CodeError::Prefecture),
        }
    }
}

/// A municipality: six digits (全国地方公共団体コード), the last a check digit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MunicipalityCode(u32);

impl MunicipalityCode {
    pub fn prefecture(self) -> PrefectureCode {
        // The constructor has checked that the first two digits are a prefecture.
        PrefectureCode((self.0 / 10_000) as u8)
    }
}

impl fmt::Display for MunicipalityCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:06}", self.0)
    }
}

impl FromStr for MunicipalityCode {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        let digits: [u8; 6] = text.as_bytes().try_into().map_err(|_| CodeError::Municipality)?;
        if !digits.iter().all(u8::is_ascii_digit) || text[..2].parse::<PrefectureCode>().is_err() {
            return Err(CodeError::Municipality);
        }
        let expected = check_digit(&digits);
        if digits[5] - b'0' != expected {
            return Err(CodeError::CheckDigit { expected });
        }
        text.parse().map(Self).map_err(|_| CodeError::Municipality)
    }
}

/// Computes the check digit, by modulus 11 with weights 6 to 2 over the first five digits. It is the last
/// digit of 11 minus the rest.
fn check_digit(digits: &[u8; 6]) -> u8 {
    let sum: u32 =
        digits[..5].iter().zip([6, 5, 4, 3, 2]).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    ((11 - sum % 11) % 10) as u8
}

/// A case, for example `31-groupware-2017`; begins with the code of the lead's prefecture.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CaseId(Box<str>);

impl CaseId {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for CaseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for CaseId {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        let words: Vec<&str> = text.split('-').collect();
        let [prefecture, middle @ .., number] = words.as_slice() else { return Err(CodeError::CaseId) };
        let well_formed = prefecture.parse::<PrefectureCode>().is_ok()
            && !middle.is_empty()
            && middle.iter().all(|word| is_word(word))
            && (1..=4).contains(&number.len())
            && number.bytes().all(|byte| byte.is_ascii_digit());
        if well_formed { Ok(Self(text.into())) } else { Err(CodeError::CaseId) }
    }
}

/// The stable name of a term, for example `e-bidding`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(Box<str>);

impl Slug {
    /// The system type whose own type is not clear.
    pub const OTHER: &'static str = "other";

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Slug {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        if text.split('-').all(is_word) { Ok(Self(text.into())) } else { Err(CodeError::Slug) }
    }
}

/// A published snapshot; also the name of its folder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SnapshotId(Box<str>);

impl SnapshotId {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SnapshotId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The names of folders and pages below `data/`, beside which each snapshot has a folder; one is kept free.
const RESERVED_IDS: [&str; 5] = ["source", "schema", "latest", "changes", "maintainer"];

impl FromStr for SnapshotId {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        if !RESERVED_IDS.contains(&text) && text.split('-').all(is_word) {
            Ok(Self(text.into()))
        } else {
            Err(CodeError::SnapshotId)
        }
    }
}

fn is_word(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
}

text_serde!(PrefectureCode, r"^(0[1-9]|[1-3]\d|4[0-7])$");
text_serde!(MunicipalityCode, r"^\d{6}$");
text_serde!(CaseId, r"^\d\d(-[a-z0-9]+)+-\d{1,4}$");
text_serde!(Slug, r"^[a-z0-9]+(-[a-z0-9]+)*$");
text_serde!(SnapshotId, r"^[a-z0-9]+(-[a-z0-9]+)*$");
