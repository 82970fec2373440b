//! Mistakes, each told with its line.

use crate::{page, under_heading};

#[track_caller]
fn told(text: &str, expected: &[&str]) {
    assert_eq!(page(text).unwrap_err(), expected, "{text}");
}

#[track_caller]
fn told_under_heading(lines: &str, expected: &[&str]) {
    told(&under_heading(lines), expected);
}

#[test]
fn names_in_braces() {
    let unknown = "faq.md:6: {case} is no known name: prose/README.md lists the names";
    told_under_heading("{cases}です。\n別の行の{case}です。", &[unknown]);
    told_under_heading("{cases", &["faq.md:5: a brace \"{\" is not closed"]);
    told_under_heading("cases}", &["faq.md:5: a brace \"}\" was not opened"]);
    told_under_heading(
        "文{benefits}",
        &["faq.md:5: {benefits} stands for entries of a list: write it alone, as \"- {benefits}\""],
    );
    told_under_heading(
        "- あ\n- い{benefits}",
        &["faq.md:6: {benefits} stands for entries of a list: write it alone, as \"- {benefits}\""],
    );
    told_under_heading(
        "{this_snapshot}",
        &["faq.md:5: {this_snapshot} is an address: write [words]({this_snapshot})"],
    );
}

#[test]
fn conditions() {
    told_under_heading(
        "あ\n\n{if compield} い",
        &["faq.md:7: \"{if compield}\" asks for something unknown: prose/README.md lists the names"],
    );
    told_under_heading(
        "あ{if compiled} い",
        &["faq.md:5: the condition \"{if compiled}\" can stand only at the beginning of a text"],
    );
    told_under_heading(
        "名前\n: {if compiled} 値",
        &["faq.md:6: the condition stands before the name, not before its value"],
    );
    told_under_heading("| {if compiled} あ |\n| --- |\n| い |", &["faq.md:5: a table has no conditions"]);
    told(
        "冒頭\n\n## {if cases} 見出し {#id}\n\n文",
        &["faq.md:3: a heading can depend on the kind of data only, or links to it would break"],
    );
}

#[test]
fn addresses() {
    let link = |address: &str| format!("文\n[語]({address})です。");
    let cases = [
        ("/case/", "no page has this address"),
        ("/cases", "the site writes this address \"/cases/\""),
        ("cases/", "an address begins with \"/\", \"#\" or \"https://\""),
        ("http://example.jp/", "an address begins with \"/\", \"#\" or \"https://\""),
        ("/cases/?has=document", "\"document\" is no value of \"has\""),
        ("/cases/?hass=documents", "the page knows no \"hass\", or it is given twice"),
        ("/cases/?sort=-known", "the site writes this address \"/cases/\""),
        ("/cases/?has=costs&spec=yes", "the site writes this address \"/cases/?spec=yes&has=costs\""),
        ("/prefectures/?sort=A", "\"A\" is no value of \"sort\""),
        ("/data/?has=costs", "the site writes this address \"/data/\""),
        ("{cases}", "this name is no address: prose/README.md lists the names"),
    ];
    for (address, what) in cases {
        told_under_heading(&link(address), &[&format!("faq.md:6: the link to \"{address}\": {what}")]);
    }
    for address in ["#nothing", "/faq/#nothing", "/about/#nothing"] {
        let expected = "faq.md:6: a link leads to \"#nothing\", and no heading has this id";
        told_under_heading(&link(address), &[expected]);
    }
    let brackets = "a link is written [words](address); here brackets stand without an address";
    told_under_heading("文\n[語]です。", &[&format!("faq.md:6: {brackets}")]);
    told_under_heading("[語][国]です。", &[&format!("faq.md:5: {brackets}")]);
}

#[test]
fn headings() {
    told(
        "冒頭\n\n### 質問 {#id}\n\n文",
        &["faq.md:3: a heading with \"###\" needs one with \"##\" above it"],
    );
    told(
        "冒頭\n\n# 題 {#id}\n\n文",
        &["faq.md:3: a heading begins with \"##\", or with \"###\" for a part of the part above it"],
    );
    told("冒頭\n\n## 題\n\n文", &["faq.md:3: the heading has no id; links lead to it: ## Heading {#id}"]);
    told(
        "冒頭\n\n## 題 {id}\n\n文",
        &["faq.md:3: in the braces after a heading only its id can stand: {#id}"],
    );
    told(
        "冒頭\n\n## 題 {#No_1}\n\n文",
        &["faq.md:3: the id \"No_1\" is not lower-case letters, digits and single hyphens"],
    );
    told(
        "冒頭\n\n## [題](/cases/) {#id}\n\n文",
        &["faq.md:3: here only words can stand, no links and no names in braces"],
    );
}

#[test]
fn ids() {
    told(
        "冒頭\n\n## 一 {#id}\n\n文\n\n### 二 {#id}\n\n文",
        &["faq.md:7: the id \"id\" stands already in line 3"],
    );
    told(
        "冒頭\n\n## 一 {#id}\n\n文\n\n## {if compiled} 二 {#id}\n\n文",
        &["faq.md:7: the id \"id\" stands already in line 3"],
    );
    told(
        "冒頭\n\n## {if compiled} 一 {#id}\n\n文\n\n## {if official} 二 {#id}\n\n文",
        &["faq.md:3: nothing with the id \"id\" is for synthetic data: links would break"],
    );
}

#[test]
fn texts_that_lack() {
    told("冒頭\n\n## 題 {#id}\n", &["faq.md:3: under \"題\" there is no text for compiled data"]);
    told(
        "冒頭\n\n## 題 {#id}\n\n{if not official} 文",
        &["faq.md:3: under \"題\" there is no text for official data"],
    );
    let lead = |kind: &str, count: usize| {
        format!("faq.md:1: before the first heading {count} paragraphs are for {kind} data; one is needed")
    };
    told(
        "{if compiled} 一\n\n{if not official} 二\n\n## 題 {#id}\n\n文",
        &[&lead("compiled", 2), &lead("official", 0)],
    );
    told(
        "冒頭\n\n- 一\n\n## 題 {#id}\n\n文",
        &["faq.md:3: before the first heading only a paragraph can stand"],
    );
    told_under_heading("- あ\n-", &["faq.md:6: there is no text"]);
    told_under_heading(
        "名前\n: 値\n: 別の値",
        &["faq.md:7: a name has one value: one line that begins with \":\""],
    );
}

#[test]
fn what_the_site_does_not_show() {
    told_under_heading("文と**強調**", &["faq.md:5: this site shows no emphasis"]);
    told_under_heading("- 一\n  - 二", &["faq.md:6: this site shows no lists within lists"]);
    told_under_heading("- 一\n\n  二", &["faq.md:7: here only one paragraph can stand"]);
    told_under_heading("文\n\n---\n\n文", &["faq.md:7: this site shows no lines between parts"]);
    let inline = "faq.md:5: this site shows no code, no HTML and no forced line breaks here";
    told_under_heading("文`code`", &[inline]);
    told_under_heading("文<b>", &[inline]);
    told_under_heading("文  \n文", &[inline]);
    told_under_heading(
        "文\n\n> 引用",
        &[
            "faq.md:7: this site shows paragraphs, lists, steps, tables, code, pictures and names with values only",
        ],
    );
    told_under_heading("文\n\n<p>文</p>", &["faq.md:7: no HTML can stand here, only comments: <!-- … -->"]);
}

#[test]
fn pictures_that_cannot_be_shown() {
    let elsewhere = |file: &str| format!("faq.md:5: the picture \"{file}\" does not lie in \"images/\"");
    for file in ["/a.png", "https://example.jp/a.png", "images/../a.png"] {
        told_under_heading(&format!("![図]({file})"), &[&elsewhere(file)]);
    }
    let faults = page(&under_heading("![](images/none.webp)")).unwrap_err();
    assert!(faults[0].contains("no words for those who do not see it"), "{faults:?}");
    assert!(faults[1].starts_with("faq.md:5: the picture \"images/none.webp\" cannot be read"), "{faults:?}");
}

#[test]
fn all_mistakes_are_told_at_once_in_their_order() {
    let text = "冒頭\n\n## 題\n\n{x}と[語](/y/)\n\n## 題 {#id}\n\n[語](#z)\n";
    told(
        text,
        &[
            "faq.md:3: the heading has no id; links lead to it: ## Heading {#id}",
            "faq.md:5: the link to \"/y/\": no page has this address",
            "faq.md:5: {x} is no known name: prose/README.md lists the names",
            "faq.md:9: a link leads to \"#z\", and no heading has this id",
        ],
    );
}
