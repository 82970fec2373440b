//! The first of many names, in one sentence.

/// Gives the first of some names, and how many more there are.
pub fn first<S: AsRef<str>>(names: &[S], most: usize, unit: &str) -> String {
    let shown: Vec<&str> = names.iter().take(most).map(AsRef::as_ref).collect();
    let shown = shown.join("、");
    match names.len().saturating_sub(most) {
        0 => shown,
        more => format!("{shown}ほか{more}{unit}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_others_are_counted() {
        assert_eq!(first(&["a", "b"], 2, "件"), "a、b");
        assert_eq!(first(&["a", "b", "c"], 2, "件"), "a、bほか1件");
        assert_eq!(first::<&str>(&[], 2, "件"), "");
    }
}
