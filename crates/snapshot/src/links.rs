//! `snapshot links`: asks the pages that cases refer to whether they are still there, and notes it in the table.
//!
//! The table is written after each answer: a run that is killed loses only what it was asking for.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use joint_procurement_core::domain::{LinkState, Term};
use url::Url;

use super::problem::{Problem, Report, io_reason};
use super::publish::{is_temporary, replace};
use super::source::CASES_FILE;

mod ask;
mod progress;
mod table;

use super::day::Day;
use ask::{Answer, Asker};
use progress::Progress;
use table::Table;

/// 出典と文書のページが今も開けるか調べ、cases.jsonl の link に書く。
#[derive(clap::Args, Debug)]
pub struct Args {
    /// もとの表（cases.jsonl）のあるフォルダー
    #[arg(long, value_name = "DIR")]
    pub source: PathBuf,
    /// 調べるアドレスの数の上限（初めから順に。なければすべて）
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    /// この日数のうちに調べたアドレスは、調べ直さない（なければ30日。調べても分からなかったものは、同じ日のうちだけ）
    #[arg(long, value_name = "DAYS", default_value_t = 30, hide_default_value = true)]
    pub fresh_days: u16,
    /// 同時に調べるサイトの数（なければ8。一つのサイトには、いつも一度に一つだけ頼む）
    #[arg(long, value_name = "N", default_value_t = 8, hide_default_value = true, value_parser = clap::value_parser!(u8).range(1..))]
    pub hosts: u8,
    /// 返事を待つ秒数（なければ30秒）
    #[arg(long, value_name = "SECONDS", default_value_t = 30, hide_default_value = true, value_parser = clap::value_parser!(u16).range(1..))]
    pub timeout: u16,
    /// 同じサイトに次を頼むまで空ける秒数（なければ1秒）
    #[arg(long, value_name = "SECONDS", default_value_t = 1, hide_default_value = true)]
    pub pause: u16,
}

/// Asks for every address that was not seen of late; the report holds what kept it from noting the answers.
pub fn run(args: &Args, report: &mut Report) {
    let path = args.source.join(CASES_FILE);
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) => {
            report.add(
                Problem::new(CASES_FILE, format!("読めません。{}。", io_reason(&error)))
                    .value(path.display())
                    .advice("--source に、cases.jsonl のあるフォルダーを指定してください。"),
            );
            return;
        }
    };
    let Some(table) = Table::read(text, report) else { return };
    clear(&args.source);
    let today = Day::today();
    let due = table.due(today, args.fresh_days);
    let skipped = table.addresses() - due.len();
    let limit = args.limit.unwrap_or(usize::MAX);
    let left = due.len().saturating_sub(limit);
    let by_host = by_host(due.into_iter().take(limit));
    let asked: usize = by_host.values().map(BTreeMap::len).sum();
    let asker = Asker::new(Duration::from_secs(args.timeout.into()), Duration::from_secs(args.pause.into()));
    let run = Mutex::new(Run {
        path: &path,
        table,
        today,
        counts: BTreeMap::new(),
        gone: BTreeSet::new(),
        without_host: Vec::new(),
        any_answer: false,
        progress: Progress::new(asked),
        failed: None,
    });
    let hosts = Mutex::new(by_host);
    std::thread::scope(|scope| {
        for _ in 0..args.hosts {
            scope.spawn(|| work(&hosts, &asker, &run));
        }
    });
    let mut run = run.into_inner().unwrap_or_else(PoisonError::into_inner);
    run.settle();
    run.tell(skipped, left, report);
}

/// Addresses by the host that they are of, each with the way in which the table writes it.
type ByHost = BTreeMap<String, BTreeMap<Url, Vec<String>>>;

/// Sorts the addresses by host. One that is no address has no host: nobody can be asked, and nothing is noted.
fn by_host(addresses: impl Iterator<Item = String>) -> ByHost {
    let mut hosts = ByHost::new();
    for address in addresses {
        let Ok(mut url) = Url::parse(&address) else { continue };
        // The place within a page is not sent.
        url.set_fragment(None);
        let host = url.host_str().unwrap_or_default().to_owned();
        hosts.entry(host).or_default().entry(url).or_default().push(address);
    }
    hosts
}

/// Takes host after host and asks it for its addresses, one after the other.
fn work(hosts: &Mutex<ByHost>, asker: &Asker, run: &Mutex<Run<'_>>) {
    loop {
        let next = hosts.lock().unwrap_or_else(PoisonError::into_inner).pop_first();
        let Some((_, addresses)) = next else { return };
        for (url, written) in addresses {
            let answer = asker.ask(&url);
            let mut run = run.lock().unwrap_or_else(PoisonError::into_inner);
            if run.failed.is_some() {
                return;
            }
            run.note(&url, &written, answer);
        }
    }
}

/// The state of a run, which its threads share.
struct Run<'a> {
    path: &'a Path,
    table: Table,
    today: Day,
    counts: BTreeMap<LinkState, usize>,
    gone: BTreeSet<String>,
    /// Addresses whose host has no name any more, as far as this machine can tell.
    without_host: Vec<Vec<String>>,
    /// A flag for a run in which any site has answered: names can be looked up.
    any_answer: bool,
    progress: Progress,
    failed: Option<std::io::Error>,
}

impl Run<'_> {
    fn note(&mut self, url: &Url, written: &[String], answer: Answer) {
        let state = match answer {
            Answer::State(state) => state,
            // Without a network no name is found either: it is decided once another site has answered.
            Answer::NoHost => {
                self.without_host.push(written.to_vec());
                LinkState::Unknown
            }
            Answer::NoReply => LinkState::Unknown,
        };
        self.any_answer |= matches!(answer, Answer::State(_));
        self.set(written, state);
        *self.counts.entry(state).or_default() += 1;
        self.progress.step(url.as_str(), state.ja());
    }

    fn set(&mut self, written: &[String], state: LinkState) {
        for address in written {
            self.table.set(address, state, self.today);
            if state == LinkState::Gone {
                self.gone.insert(address.clone());
            }
        }
        self.failed = self.table.changed().and_then(|text| replace(self.path, text.as_bytes()).err());
    }

    /// Notes the hosts that are gone, where others could be asked.
    fn settle(&mut self) {
        if self.failed.is_some() || !self.any_answer {
            return;
        }
        for written in std::mem::take(&mut self.without_host) {
            self.set(&written, LinkState::Gone);
            *self.counts.entry(LinkState::Unknown).or_default() -= 1;
            *self.counts.entry(LinkState::Gone).or_default() += 1;
        }
    }

    fn tell(self, skipped: usize, left: usize, report: &mut Report) {
        self.progress.finish();
        if let Some(error) = self.failed {
            report.add(
                Problem::new(CASES_FILE, format!("書き込めません。{}。", io_reason(&error)))
                    .value(self.path.display())
                    .advice("ここまでに書けた分はそのままです。原因を取り除いて、もう一度実行してください。"),
            );
            return;
        }
        let counted = |(state, count): (&LinkState, &usize)| format!("{} {count}件", state.ja());
        let asked: usize = self.counts.values().sum();
        let counts: Vec<String> = self.counts.iter().filter(|(_, count)| **count > 0).map(counted).collect();
        let counts = if counts.is_empty() { String::new() } else { format!("（{}）", counts.join("、")) };
        let mut text = format!("調べたアドレス {asked}件{counts}\n調べ直さなかったアドレス {skipped}件\n");
        if left > 0 {
            text.push_str(&format!("上限を超えて残したアドレス {left}件\n"));
        }
        if !self.gone.is_empty() {
            text.push_str("なくなったアドレス：\n");
            self.gone.iter().for_each(|address| text.push_str(&format!("  {address}\n")));
        }
        super::output::print(format_args!("{text}"), report);
    }
}

/// Removes what runs that were killed have left; what cannot be removed harms nobody.
fn clear(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_name().to_str().is_some_and(is_temporary) {
            let _ = fs::remove_file(entry.path());
        }
    }
}
