//! `snapshot backtest`: the orders of system types against past introductions (docs/decisions/029).

use std::path::PathBuf;

use joint_procurement_core::domain::{Snapshot, SnapshotId, Term};
use joint_procurement_core::stats::backtest::{Backtest, Estimate, FIRST, Measures, Order, Setting, Trial};
use serde::Serialize;

use super::output;
use super::problem::Report;
use super::stats::{Format, PrintArgs, chosen, print_json};

/// 確認できていない種別を並べる順序が、過去の導入をどれだけ言い当てたかを確かめる。
#[derive(clap::Args, Debug)]
pub struct Args {
    /// 公開データのフォルダー（catalog.json のあるところ）
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// データ版の名前（なければ最初に見せる版）
    #[arg(long, value_name = "ID", value_parser = super::arguments::snapshot_id)]
    snapshot: Option<SnapshotId>,
    #[command(flatten)]
    print: PrintArgs,
}

/// The figures that `--format json` prints.
#[derive(Serialize)]
struct Figures<'a> {
    snapshot: &'a SnapshotId,
    #[serde(flatten)]
    backtest: &'a Backtest,
    /// Orders that did better than that by prefectures beyond the interval.
    better: Vec<Better>,
}

#[derive(Serialize)]
struct Better {
    #[serde(flatten)]
    setting: Setting,
    order: Order,
}

/// Prints how every order did; gives why where the snapshot does not exist.
pub fn run(args: &Args, report: &mut Report) -> Result<(), String> {
    let Some(snapshot) = chosen(&args.folder, args.snapshot.as_ref(), report)? else { return Ok(()) };
    let backtest = Backtest::of(&snapshot);
    match args.print.format {
        Format::Table => output::print(format_args!("{}", table(&snapshot, &backtest)), report),
        Format::Json => {
            let better = backtest.better().map(|(setting, order)| Better { setting, order });
            let figures =
                Figures { snapshot: &snapshot.meta.id, backtest: &backtest, better: better.collect() };
            print_json(&figures, report);
        }
    }
    Ok(())
}

fn table(snapshot: &Snapshot, backtest: &Backtest) -> String {
    let Backtest { pairs, undated, .. } = backtest;
    let mut text = format!(
        "データ版 {}（{}）\n確認できた都道府県と種別の組 {pairs}（うち導入年が分からないもの {undated}）\n\
         それぞれの組の種別が、その都道府県で確認できていなかったとしたら何番目に並ぶか。\
         同数の種別の順位は、その平均。〔 〕は95%の区間（組の再抽出による）。\n\n",
        snapshot.meta.id, snapshot.meta.title,
    );
    for trial in &backtest.trials {
        text.push_str(&format!("{}（{}組）\n", asked(trial.setting), trial.pairs));
        text.push_str(&output::columns(&lines(trial)));
        text.push('\n');
    }
    let better: Vec<String> =
        backtest.better().map(|(setting, order)| format!("{}（{}）", order.ja(), asked(setting))).collect();
    let compared = backtest.trials.len() * (Order::ALL.len() - 1);
    let found = if better.is_empty() { "なし".to_owned() } else { better.join("、") };
    text.push_str(&format!(
        "区間を超えて「{}」の順に勝る順序（{compared}通りの比較のうち）： {found}\n",
        Order::BASIS.ja()
    ));
    text
}

fn asked(setting: Setting) -> String {
    match setting {
        Setting::LeaveOneOut => "その組の事例だけを除いて並べた場合".to_owned(),
        Setting::YearBefore => "導入の前の年までの事例で並べた場合".to_owned(),
        Setting::UpTo(year) => format!("{year}年までの事例で、その後の導入を並べた場合"),
    }
}

fn lines(trial: &Trial) -> Vec<Vec<String>> {
    let head = [
        "順序".to_owned(),
        format!("上位{FIRST}位まで"),
        "順位の逆数の平均".to_owned(),
        format!("差（上位{FIRST}位まで）"),
        "差（逆数の平均）".to_owned(),
    ];
    let mut lines = vec![head.to_vec()];
    for figures in &trial.orders {
        let mut line = vec![figures.order.ja().to_owned()];
        line.extend(written(figures.measures, false));
        line.extend(figures.gain.map(|gain| written(gain, true)).into_iter().flatten());
        lines.push(line);
    }
    lines
}

/// Writes both measures; a difference has its sign.
fn written(measures: Measures, is_difference: bool) -> [String; 2] {
    let number = |value: f64| match format!("{value:+.3}") {
        text if text.trim_start_matches(['+', '-']) == "0.000" => "0.000".to_owned(),
        text if is_difference => text,
        text => text.trim_start_matches('+').to_owned(),
    };
    [measures.hit_at_5, measures.reciprocal_rank]
        .map(|Estimate { mean, low, high }| format!("{} 〔{}〜{}〕", number(mean), number(low), number(high)))
}
