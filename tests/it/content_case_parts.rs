//! The parts of a case page beside its facts are those of the source.

use crate::content_case::{SAVINGS, each, facts, or_unknown, read, said, section, string, strings};
use joint_procurement::content::{Block, Inline, Reference, SavedFile, Target};
use serde_json::Value;

#[test]
fn savings_benefits_and_contacts_are_those_of_the_source() {
    each(|_, _, stated, parts| {
        let id = &stated["id"];
        let savings = stated["savings"].as_array().unwrap();
        let shown = facts(parts, "money").iter().find(|fact| fact.name == SAVINGS);
        match shown.map(|fact| fact.blocks.as_slice()) {
            None => assert!(savings.is_empty() && said(parts, "money", SAVINGS) == or_unknown(None), "{id}"),
            Some([Block::Savings(tiles)]) => {
                assert!(shown.unwrap().value.is_empty() && tiles.len() == savings.len(), "{id}");
                for (tile, saving) in tiles.iter().zip(savings) {
                    let words = format!("{} {} {}", tile.value, tile.of, tile.by.plain());
                    let percent = saving["percent"].as_f64().map(|percent| format!("{percent}%"));
                    let by = string(&saving["by"]);
                    for part in [percent, string(&saving["of"]), string(&saving["kind"]), by].iter().flatten()
                    {
                        assert!(words.contains(part.as_str()), "{id}: {part} in {words}");
                    }
                }
            }
            other => panic!("{id}: {other:?}"),
        }

        match section(parts, "benefits").blocks.as_slice() {
            [Block::Chips(chips), evidence @ ..] => {
                let is_evidence =
                    |block: &Block| matches!(block, Block::Paragraph(text) if text.plain().is_empty());
                assert!(evidence.iter().all(is_evidence), "{id}: {evidence:?}");
                let names: Vec<&str> = chips.iter().map(|chip| chip.text.as_str()).collect();
                assert_eq!(names, strings(&stated["benefits"]), "{id}");
            }
            [Block::Paragraph(text)] => {
                assert!(strings(&stated["benefits"]).is_empty() && read(text).1, "{id}");
            }
            other => panic!("{id}: {other:?}"),
        }

        let contact = section(parts, "contact");
        let Some(Block::Paragraph(name)) = contact.blocks.first() else { panic!("{id}: {contact:?}") };
        let department = string(&stated["contact_department"]);
        assert_eq!(contact.blocks.len(), if department.is_some() { 2 } else { 1 }, "{id}");
        assert_eq!(read(name), or_unknown(department), "{id}");
    });
}

#[test]
fn documents_and_sources_are_those_of_the_source() {
    each(|_, _, stated, parts| {
        let id = &stated["id"];
        let documents = stated["documents"].as_array().unwrap();
        match section(parts, "documents").blocks.as_slice() {
            [Block::References(shown)] => {
                assert!(!shown.numbered);
                check_references(&shown.entries, documents);
                let kinds: Vec<&str> = shown.entries.iter().map(|entry| entry.kind.unwrap()).collect();
                let stated: Vec<&str> = documents.iter().map(|it| it["kind"].as_str().unwrap()).collect();
                assert_eq!(kinds, stated, "{id}");
            }
            [Block::Paragraph(text)] => assert!(documents.is_empty() && read(text).1, "{id}"),
            other => panic!("{id}: {other:?}"),
        }
        let [Block::References(shown)] = section(parts, "sources").blocks.as_slice() else { panic!("{id}") };
        assert!(shown.numbered);
        let (mut sources, others): (Vec<Value>, Vec<Value>) =
            stated["sources"].as_array().unwrap().iter().cloned().partition(|it| it["class"] == "公的");
        sources.extend(others);
        check_references(&shown.entries, &sources);
        for (entry, source) in shown.entries.iter().zip(&sources) {
            assert!(entry.meta.plain().starts_with(source["publisher"].as_str().unwrap()), "{id}");
        }
    });
}

#[track_caller]
fn check_references(shown: &[Reference], stated: &[Value]) {
    assert_eq!(shown.len(), stated.len());
    for (entry, page) in shown.iter().zip(stated) {
        let title = page["title"].as_str().unwrap();
        let Some(Inline::Link(link)) = entry.title.iter().next() else { panic!("{title} is no link") };
        assert_eq!(link.to, Target::External(page["url"].as_str().unwrap().parse().unwrap()));
        // The last brackets, where they say so.
        let name =
            title.rsplit_once('(').filter(|(_, last)| last.ends_with("転載)")).map_or(title, |it| it.0);
        assert_eq!(link.text, name);
        let flagged = entry.meta.iter().any(|piece| *piece == Inline::Flag("転載"));
        let copied = format!("{title}{}", page["publisher"].as_str().unwrap_or_default());
        // The class says it too.
        assert_eq!(flagged, copied.contains("転載") && page["class"] != "転載", "{title}");
        let undated = !entry.meta.plain().contains("公開");
        let in_name = page["publisher"].as_str().is_some_and(|name| name.contains("公開"));
        assert!(undated == page["published"].is_null() || in_name, "{title}: {}", entry.meta.plain());
    }
}

#[test]
fn the_file_of_a_case_holds_what_the_page_shows() {
    each(|_, case, stated, parts| {
        let (file, json) = files(case.id().as_str(), parts);
        let texts = ["background", "process", "contact_department", "vendor", "product", "cost_sharing"];
        for text in texts.iter().filter_map(|key| stated[key].as_str()) {
            assert!(file.contains(text), "{}: {text}", case.id());
        }
        for page in stated["sources"].as_array().unwrap() {
            assert!(file.contains(page["url"].as_str().unwrap()), "{}", case.id());
        }
        assert_eq!(json["title"], stated["title"]);
        assert_eq!(json["participants_count"], stated["participants_count"]);
        assert_eq!(json["annual_cost_yen"], stated["annual_cost_yen"]);
        assert_eq!(json["detail"]["background"], stated["background"]);
        assert_eq!(json["subsidy_used"], stated["subsidy_used"]);
    });
}

/// The CSV as text and the JSON of a case.
fn files(id: &str, parts: &[Block]) -> (String, serde_json::Value) {
    let Some(Block::Save(files)) = parts.first() else { panic!("{:?}", parts.first()) };
    let [csv, json] = files.as_slice() else { panic!("{files:?}") };
    assert!([csv, json].iter().all(|file| file.file_name.ends_with(id)), "{}", csv.file_name);
    match (&csv.file, &json.file) {
        (SavedFile::Csv(rows), SavedFile::Json(text)) => {
            (rows.rows.iter().map(|row| row.join("\t") + "\n").collect(), serde_json::from_str(text).unwrap())
        }
        other => panic!("{other:?}"),
    }
}
