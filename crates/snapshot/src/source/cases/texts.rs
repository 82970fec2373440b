//! The long texts of a case: what only its own page shows.

use joint_procurement_core::domain::{CaseId, Date, Document, DocumentKind, SnapshotKind, Source};

use super::{CaseDetail, DATE, Record, Report, contact};

/// Reads the texts; `None` where a part is missing, after reporting it. The id is reported with the facts.
pub fn read(record: &Record, kind: Option<SnapshotKind>, report: &mut Report) -> Option<CaseDetail> {
    let id: Option<CaseId> = record.value("id").and_then(|id| id.as_str()?.parse().ok());
    let mut text = |key| record.text(key, report).map(str::to_owned);
    let [background, process, cost_sharing] = ["background", "process", "cost_sharing"].map(&mut text);
    let [contact_telephone, contact_email] = contact::read(record, kind, report);
    let documents = read_documents(record, report);
    let sources = read_sources(record, kind, report);
    Some(CaseDetail {
        id: id?,
        background,
        process,
        cost_sharing,
        contact_telephone,
        contact_email,
        documents: documents?,
        sources: sources?,
    })
}

fn read_documents(record: &Record, report: &mut Report) -> Option<Vec<Document>> {
    record.check_is_list("documents", report);
    let mut documents = Vec::new();
    for document in record.records("documents", report) {
        document.check_keys(&["kind", "url", "title", "published"], &[], report);
        let kind = document
            .required_text("kind", report)
            .and_then(|_| document.word::<DocumentKind>("kind", report));
        let title = document.required_text("title", report).map(str::to_owned);
        let url = document.web_address("url", report).map(Some);
        let published = document.parsed::<Date>("published", DATE, report);
        documents.push(kind.zip(title).zip(url).map(|((kind, title), url)| Document {
            kind,
            title,
            url,
            published,
        }));
    }
    documents.into_iter().collect()
}

/// Reads the pages that state the facts. Where these come from a survey, no page need state them.
fn read_sources(record: &Record, kind: Option<SnapshotKind>, report: &mut Report) -> Option<Vec<Source>> {
    let records = record.records("sources", report);
    if record.is_blank("sources") && kind != Some(SnapshotKind::Official) {
        report.add(
            record
                .problem("sources", "出典がありません。")
                .allowed("1件以上")
                .advice("事例の事実が書かれた公開資料を、少なくとも1つ書いてください。"),
        );
    }
    let mut sources = Vec::new();
    for source in records {
        source.check_keys(&["url", "title", "publisher", "published"], &[], report);
        let title = source.required_text("title", report).map(str::to_owned);
        let publisher = source.required_text("publisher", report).map(str::to_owned);
        let url = source.web_address("url", report).map(Some);
        let published = source.parsed::<Date>("published", DATE, report);
        let read = title.zip(publisher).zip(url);
        let read = read.map(|((title, publisher), url)| Source { title, publisher, url, published });
        if let Some(read) = &read
            && sources.iter().flatten().any(|earlier: &Source| earlier.url == read.url)
        {
            report.add(
                source.problem("url", "同じ URL の出典が二度あります。").advice("一方を取り除いてください。"),
            );
        }
        sources.push(read);
    }
    sources.into_iter().collect()
}
