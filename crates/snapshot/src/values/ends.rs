//! Words at the ends of what somebody wrote.

/// Takes a text off the end, where it stands there.
pub fn without_end<'a>(text: &'a str, ends: &[&str]) -> Option<&'a str> {
    ends.iter().find_map(|end| text.strip_suffix(end)).map(str::trim_end)
}

/// Takes a text off the beginning, where it stands there.
pub fn without_start<'a>(text: &'a str, starts: &[&str]) -> Option<&'a str> {
    starts.iter().find_map(|start| text.strip_prefix(start)).map(str::trim_start)
}
