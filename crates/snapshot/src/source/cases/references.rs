//! The pages that a case refers to, documents and sources, and which source states which field.

use joint_procurement_core::domain::{
    CaseField, Date, Document, DocumentKind, Evidence, Link, LinkState, Slug, SnapshotKind, Source,
    SourceClass, WebAddress,
};

use super::{CaseDetail, DATE, Field, Record, Report, Term, meant};
use crate::problem::{Fault, Said};
use crate::source::late::check_past;
use crate::source::titles;

const KEY: &str = "半角小文字の英数字の語を - でつないだもの（例 s1）";
/// The facts of a page, of whatever use it is.
struct Page {
    title: String,
    url: Option<WebAddress>,
    published: Option<Date>,
    class: Option<SourceClass>,
    link: Option<Link>,
    archived_url: Option<WebAddress>,
}

/// Reads a page with `own` keys besides those of every page.
fn read_page(record: &Record, own: &[&str], published_at: Option<Date>, report: &mut Report) -> Option<Page> {
    let required = [own, &["url", "title", "published", "class"]].concat();
    record.check_keys(&required, &["link", "archived_url"], report);
    let title = record.required_text("title", report).map(str::to_owned);
    let publisher = record.text("publisher", &mut Report::default()).unwrap_or_default();
    titles::check(
        &titles::Words { title: title.as_deref().unwrap_or_default(), publisher },
        &titles::Keys { title: "title", publisher: "publisher" },
        |key, what| record.problem(key, what),
        report,
    );
    let url = record.web_address("url", report);
    let published = record.parsed::<Date>("published", DATE, report);
    if let (Some(published), Some(published_at)) = (published, published_at) {
        check_past(published, published_at, |what| record.problem("published", what), report);
    }
    let class =
        record.required_text("class", report).and_then(|_| record.word::<SourceClass>("class", report));
    let archived_url = record.value("archived_url").and_then(|_| record.web_address("archived_url", report));
    if archived_url.is_some() && archived_url == url {
        let problem = record.problem("archived_url", "もとのページと同じ URL です。");
        report.add(problem.advice("ページを保存したサイトの URL を書くか、この値を null にしてください。"));
    }
    let link = record.record("link", report).and_then(|link| read_link(&link, published_at, report));
    Some(Page { title: title?, url: Some(url?), published, class: Some(class?), link, archived_url })
}

fn read_link(record: &Record, published_at: Option<Date>, report: &mut Report) -> Option<Link> {
    record.check_keys(&["state", "seen_on"], &[], report);
    // One of the states is a word for nothing elsewhere.
    let state = match record.value("state") {
        None => record.required_text("state", report).and(None),
        Some(_) => record.slug::<LinkState>("state", report),
    };
    let seen_on = record.required_text("seen_on", report).and_then(|_| {
        let on = record.parsed_or::<Date, meant::Day>("seen_on", DATE, report)?;
        if on.day().is_none() {
            report.add(record.problem("seen_on", "日がありません。").allowed(Said::of_files("YYYY-MM-DD")));
        }
        // Pages may be looked at again after the publication, but not years later.
        if let Some(published_at) = published_at
            && on.year_month().year > published_at.year_month().year + 1
        {
            let problem =
                record.problem("seen_on", format!("公開した日（{published_at}）のずっと後の日です。"));
            let meant = meant::earlier(&on.to_string(), published_at);
            report.add(problem.suggestion(meant).advice("年を確かめてください。"));
        }
        Some(on)
    });
    Some(Link { state: Some(state?), seen_on: seen_on? })
}

/// Reads the pages that help to write a specification; `None` after reporting what is wrong with one.
pub fn read_documents(
    record: &Record,
    published_at: Option<Date>,
    report: &mut Report,
) -> Option<Vec<Document>> {
    record.check_is_list("documents", report);
    let mut documents = Vec::new();
    for document in record.records("documents", report) {
        let kind = document
            .required_text("kind", report)
            .and_then(|_| document.word::<DocumentKind>("kind", report));
        let page = read_page(&document, &["kind"], published_at, report);
        let is_again = |page: &Page| documents.iter().flatten().any(|it: &Document| it.url == page.url);
        if page.as_ref().is_some_and(is_again) {
            let problem = document.problem("url", "同じ URL の参考文書が二度あります。");
            report.add(problem.advice("一方を取り除いてください。"));
        }
        documents.push(kind.zip(page).map(|(kind, page)| {
            let Page { title, url, published, class, link, archived_url } = page;
            Document { kind, title, url, published, class, link, archived_url }
        }));
    }
    documents.into_iter().collect()
}

/// Reads the pages that state the facts. Where these come from a survey, no page need state them.
pub fn read_sources(
    record: &Record,
    kind: Option<SnapshotKind>,
    published_at: Option<Date>,
    report: &mut Report,
) -> Option<Vec<Source>> {
    let records = record.records("sources", report);
    if record.is_blank("sources") && kind != Some(SnapshotKind::Official) {
        report.add(
            record
                .problem("sources", "出典がありません。")
                .allowed("1件以上")
                .advice("事例の事実が書かれた公開資料を、少なくとも1つ書いてください。"),
        );
        return None;
    }
    let mut sources: Vec<Option<Source>> = Vec::new();
    for source in records {
        let key = source.required_text("key", report).and_then(|_| source.parsed::<Slug>("key", KEY, report));
        let publisher = source.required_text("publisher", report).map(str::to_owned);
        let read = read_page(&source, &["key", "publisher"], published_at, report)
            .zip(key)
            .zip(publisher)
            .map(|((page, key), publisher)| {
                let Page { title, url, published, class, link, archived_url } = page;
                Source { key: Some(key), title, publisher, url, published, class, link, archived_url }
            });
        if let Some(read) = &read {
            let earlier = || sources.iter().flatten();
            if let Some(earlier) = earlier().find(|earlier| earlier.url == read.url) {
                let problem = source.problem("url", "同じ URL の出典が二度あります。");
                report.add(problem.advice(which_to_keep(earlier, read)));
            }
            if earlier().any(|earlier| earlier.key == read.key) {
                report.add(
                    source
                        .problem(
                            "key",
                            Said::each(
                                "同じ key の出典が二度あります。",
                                "この事例に同じ名前の出典が二度あります。",
                            ),
                        )
                        .advice(Said::each(
                            "まだ使っていない key にしてください。",
                            "まだ使っていない名前（s2、s3 など）にしてください。",
                        )),
                );
            }
        }
        sources.push(read);
    }
    sources.into_iter().collect()
}

/// Says what to do with two sources of one page: where they differ, only a person knows which is right.
fn which_to_keep(one: &Source, other: &Source) -> String {
    let unlike = [
        ("title", one.title != other.title),
        ("publisher", one.publisher != other.publisher),
        ("published", one.published != other.published),
        ("class", one.class != other.class),
    ];
    let unlike: Vec<&str> = unlike.iter().filter(|(_, is_unlike)| *is_unlike).map(|(key, _)| *key).collect();
    match unlike.is_empty() {
        true => "一方を取り除いてください。".to_owned(),
        false => format!(
            "二つは {} が違います。正しいほうを残し、もう一方を取り除いてください。",
            unlike.join("、")
        ),
    }
}

/// Reads which sources state which fields. A case without sources is told only of these.
pub fn read_evidence(record: &Record, report: &mut Report) -> Vec<Evidence> {
    if record.is_null("evidence") {
        report.add(
            record
                .problem("evidence", "オブジェクトではありません。")
                .allowed(Said::of_files("オブジェクト。何もなければ {}")),
        );
    }
    let Some(stated) = record.record("evidence", report).filter(|_| !record.is_blank("sources")) else {
        return Vec::new();
    };
    // As they are written: what is wrong with a source is told with it. Where one has no key, nobody knows which is meant.
    let Some(known) = keys_of(record) else { return Vec::new() };
    let is_key = |text: &str| known.contains(&text);
    let mut evidence = Vec::new();
    for name in stated.keys() {
        let field = CaseField::from_slug(name).filter(|field| field.takes_evidence());
        if field.is_none() {
            let fields = CaseField::all().filter(|field| field.takes_evidence());
            let names: Vec<&str> = fields.map(CaseField::slug).collect();
            let meant = meant::word(name, names.iter().copied(), &[]);
            let problem = stated
                .problem(
                    name,
                    Fault::NoSuchField
                        .said(Said::each("典拠を書ける項目ではありません。", "この項目は選べません。")),
                )
                .suggestion(meant);
            report.add(problem.allowed(names.join("、")));
        } else if record.is_blank(name) {
            report.add(
                stated
                    .problem(
                        name,
                        Said::each(
                            "値がないのに、典拠が書かれています。",
                            "シート「事例」で空欄の項目に、出典が書かれています。",
                        ),
                    )
                    .advice(Said::each(
                        "値を書くか、典拠を取り除いてください。",
                        "値を書くか、この行を削除してください。",
                    )),
            );
        }
        let keys = stated.texts(name, report);
        if stated.value(name).is_none() || stated.is_blank(name) {
            report.add(stated.problem(name, "典拠がありません。").advice(Said::each(
                "出典の key を書くか、項目ごと取り除いてください。",
                "シート「出典」の「出典の名前」を書くか、行ごと削除してください。",
            )));
        }
        for (place, key) in keys.iter().enumerate() {
            let what = if !is_key(key) {
                Said::each(
                    format!("{key} は、この事例の出典の key ではありません。"),
                    format!("{key} は、この事例の出典の名前ではありません。"),
                )
            } else if keys[..place].contains(key) {
                Said::from(format!("{key} が二度あります。"))
            } else {
                continue;
            };
            let meant = Some(key).filter(|key| !is_key(key));
            let meant = meant.and_then(|key| meant::word(key, known.iter().copied(), &[]));
            report.add(stated.problem(name, what).suggestion(meant).allowed(known.join("、")));
        }
        let sources = keys.iter().filter_map(|key| key.parse().ok()).collect();
        evidence.push(Evidence { field, sources });
    }
    // In the order of the fields, so that the same table always gives the same bytes.
    evidence.sort_by_key(|it| CaseField::all().position(|field| Some(field) == it.field));
    evidence
}

/// Gives the keys of the sources; none where one has no right key.
fn keys_of(record: &Record) -> Option<Vec<&str>> {
    let sources = record.value("sources").and_then(serde_json::Value::as_array)?;
    let key = |source| serde_json::Value::get(source, "key").and_then(serde_json::Value::as_str);
    let keys = sources.iter().map(|source| key(source).filter(|key| key.parse::<Slug>().is_ok()));
    let mut keys: Vec<&str> = keys.collect::<Option<_>>()?;
    // One that stands twice is told with the sources.
    let mut seen = std::collections::HashSet::new();
    keys.retain(|key| seen.insert(*key));
    Some(keys)
}

/// Gives the classes of the sources, each once, in order.
pub fn classes(sources: &[Source]) -> Vec<SourceClass> {
    let has = |class: &&SourceClass| sources.iter().any(|source| source.class == Some(**class));
    SourceClass::ALL.iter().filter(has).copied().collect()
}

/// Gives the pages that state the amounts of a case, as far as recorded.
pub fn of_costs(detail: &CaseDetail, is_known: impl Fn(Field) -> bool) -> Vec<WebAddress> {
    let amounts = [Field::InitialCost, Field::AnnualCost, Field::ContractTotal].into_iter();
    let places = amounts.filter(|field| is_known(*field)).map(CaseField::Field);
    let mut places: Vec<usize> = places.flat_map(|field| detail.evidence_of(field)).collect();
    places.sort_unstable();
    places.dedup();
    places.into_iter().filter_map(|place| detail.sources[place].url.clone()).collect()
}
