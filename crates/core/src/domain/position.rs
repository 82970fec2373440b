//! A point on the earth.

/// A point in Japan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Ten-thousandths of a degree north, which are about 11 m.
    pub latitude: u32,
    /// Ten-thousandths of a degree east.
    pub longitude: u32,
}

/// The mean radius of the earth (IUGG), in kilometres.
const RADIUS: f64 = 6371.0088;

impl Position {
    /// Gives the distance as the crow flies, in kilometres. It is that on a sphere (haversine formula), wrong by half a
    /// percent at most.
    pub fn distance(self, other: Self) -> f64 {
        let radians = |ten_thousandths: u32| (f64::from(ten_thousandths) / 10_000.0).to_radians();
        let half_chord = |from: u32, to: u32| ((radians(to) - radians(from)) / 2.0).sin().powi(2);
        let share = half_chord(self.latitude, other.latitude)
            + radians(self.latitude).cos()
                * radians(other.latitude).cos()
                * half_chord(self.longitude, other.longitude);
        2.0 * RADIUS * share.sqrt().min(1.0).asin()
    }
}
