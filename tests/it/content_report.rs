//! The text with which readers tell the maintainer what they know of a case.

use joint_procurement::content::{Block, CopyText, OfCase, Target};
use joint_procurement_core::domain::{CaseDetail, CaseRef, Field, Snapshot, SnapshotKind, Term};
use joint_procurement_core::export::{LONGEST, mailto};
use joint_procurement_core::routes::{Address, Route};
use joint_procurement_testing::{Published, published};

fn report(snapshot: &Snapshot, details: &[CaseDetail], case: CaseRef<'_>) -> (Block, CopyText) {
    let detail = details.iter().find(|it| it.id == *case.id());
    let parts = OfCase { row: case.row(), near: None }.blocks(snapshot, detail, None);
    let found = parts.into_iter().find_map(|part| {
        let Block::Disclosure { blocks, .. } = &part else { return None };
        let text = blocks.iter().find_map(|block| match block {
            Block::CopyText(text) if text.label == "知らせる文をコピー" => Some(text.clone()),
            _ => None,
        })?;
        Some((part, text))
    });
    found.unwrap_or_else(|| panic!("{} has no text", case.id()))
}

/// The names after 「分かっていない項目：」.
fn named(text: &str) -> Vec<&str> {
    let line = text.lines().find_map(|line| line.strip_prefix("分かっていない項目：")).unwrap();
    line.split('、').filter(|name| *name != "なし").collect()
}

#[test]
fn every_case_names_itself_and_exactly_what_is_not_known() {
    let Published { snapshot, details, .. } = published();
    for case in snapshot.cases.iter() {
        let (_, copied) = report(&snapshot, &details, case);
        let detail = details.iter().find(|it| it.id == *case.id());
        let missing = Field::ALL.iter().filter(|&&field| {
            // Nobody was asked for what only surveys ask.
            let asked = snapshot.meta.kind == SnapshotKind::Official || !field.is_of_survey();
            asked && !case.value(field, detail).is_known()
        });
        assert_eq!(named(&copied.text), missing.map(|field| field.ja()).collect::<Vec<_>>(), "{}", case.id());
        for part in [case.title(), case.id().as_str(), snapshot.meta.id.as_str()] {
            assert!(copied.text.contains(part), "{part}: {}", copied.text);
        }
        assert!(copied.page_address && copied.mail.is_none() == snapshot.meta.maintainer.email.is_none());
    }
}

#[test]
fn without_an_address_nobody_is_said_to_read_it() {
    let Published { mut snapshot, details, .. } = published();
    let words = |snapshot: &Snapshot| {
        let (part, _) = report(snapshot, &details, snapshot.cases.row(0));
        let contact = Target::from(Address::with_card(Route::Data, "contact"));
        assert!(part.links().contains(&&contact));
        let Block::Disclosure { blocks, .. } = part else { unreachable!() };
        let Some(Block::Paragraph(lead)) = blocks.first() else { panic!("no lead") };
        lead.plain()
    };
    snapshot.meta.maintainer = Default::default();
    assert!(words(&snapshot).contains("まだ決まっていません"));
    snapshot.meta.maintainer.email = "dx@pref.example.lg.jp".parse().ok();
    assert!(!words(&snapshot).contains("まだ決まっていません"));
    snapshot.meta.maintainer.email = None;
    snapshot.meta.maintainer.url = "https://example.jp/".parse().ok();
    assert!(!words(&snapshot).contains("まだ決まっていません"));
}

/// Decodes a part of an address as a mail program does.
fn decoded(part: &str) -> String {
    let bytes = part.as_bytes();
    let mut out = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == b'%' {
            out.push(u8::from_str_radix(&part[at + 1..at + 3], 16).unwrap());
            at += 3;
        } else {
            out.push(bytes[at]);
            at += 1;
        }
    }
    String::from_utf8(out).unwrap()
}

#[test]
fn the_mail_of_every_case_is_short_enough_and_names_case_page_and_what_is_missing() {
    let Published { mut snapshot, details, .. } = published();
    snapshot.meta.maintainer.email = "dx@pref.example.lg.jp".parse().ok();
    let page = "アドレス：https://www.pref.example.lg.jp/joho/dashboard/cases/";
    for case in snapshot.cases.iter() {
        let (_, copied) = report(&snapshot, &details, case);
        let mail = copied.mail.unwrap();
        let texts: Vec<String> =
            mail.texts.iter().map(|text| format!("{text}\n{page}{}/\n", case.id())).collect();
        let address = mailto(&mail.to, &mail.subject, &texts);
        assert!(address.len() <= LONGEST, "{} {}", case.id(), address.len());
        let (head, body) = address.split_once("&body=").unwrap();
        let subject = head.strip_prefix("mailto:dx@pref.example.lg.jp?subject=").unwrap();
        assert!(decoded(subject).contains(case.id().as_str()));
        assert!(body.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"%-._~,".contains(&byte)), "{body}");
        let body = decoded(body);
        assert!(!body.replace("\r\n", "").contains(['\r', '\n']), "lines end in two characters");
        for part in [case.title(), case.id().as_str(), page, "根拠になる資料"] {
            assert!(body.contains(part), "{part}: {body}");
        }
        // Some are named and the others counted.
        let said = named(&body);
        let all = named(&copied.text);
        let rest = said.last().and_then(|last| last.trim_start_matches("ほか").strip_suffix("項目"));
        let rest: Option<usize> = rest.and_then(|count| count.parse().ok());
        assert_eq!(said.len() - usize::from(rest.is_some()) + rest.unwrap_or_default(), all.len(), "{body}");
        assert!(said.iter().zip(&all).take(said.len() - 1).all(|(one, other)| one == other), "{body}");
    }
}
