//! The reader's own municipality.

pub const LABEL: &str = "自分の自治体：";

pub fn toggle(is_own: bool) -> &'static str {
    if is_own { "自分の自治体から外す" } else { "自分の自治体にする" }
}

/// Tells where the choice is kept.
pub fn state(is_own: bool) -> &'static str {
    match is_own {
        true => "この端末にだけ残しています",
        false => "この端末にだけ残します",
    }
}

pub fn compare_with(name: &str) -> String {
    format!("{name}（自分の自治体）の規模で並べる")
}

/// Says the size of the municipality beside the cases that are compared.
pub fn with_size(name: &str, size: &str) -> String {
    format!("{LABEL}{name}。{size}")
}

/// Names the row of the comparison with how close each case is in size.
pub const CLOSENESS: &str = "自分の自治体との規模の近さ";

pub fn takes_part(fit: &str) -> String {
    format!("自分の自治体が参加。{fit}")
}
