//! The growth of work with the number of rows. It is a ratio within one run, so neither machine nor load counts.

use std::time::{Duration, Instant};

/// The runs of which the fastest counts.
const RUNS: usize = 3;

/// Tells that four times as many rows take about four times as long. It would be sixteen times where each row were held
/// against all others.
#[track_caller]
pub fn assert_linear(rows: usize, work: impl Fn(usize)) {
    let fastest = |rows: usize| {
        let time = |_| {
            let before = spent();
            work(rows);
            spent().saturating_sub(before)
        };
        (0..RUNS).map(time).min().unwrap_or_default().as_secs_f64()
    };
    let times = fastest(rows * 4) / fastest(rows).max(1e-6);
    assert!(times < 9.0, "four times the rows take {times:.1} times as long");
}

/// Gives the time that this thread has worked, where the system tells; else the time of day.
fn spent() -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let worked = told.as_deref().and_then(|told| told.split(' ').next()?.parse().ok());
    worked.map_or_else(|| START.with(|start| start.elapsed()), Duration::from_nanos)
}

thread_local! {
    static START: Instant = Instant::now();
}
