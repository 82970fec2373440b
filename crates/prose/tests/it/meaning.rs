//! Markdown and the values that it becomes.

use joint_procurement_prose::{
    Block, Definition, Item, Kind, Line, Piece, Place, Run, Section, State, Table, Test, To, Value, When,
};

use crate::{page, under_heading};

const fn line(pieces: &'static [Piece]) -> Line {
    Line { when: None, pieces }
}

#[track_caller]
fn means(lines: &str, expected: &[Block]) {
    assert_eq!(page(&under_heading(lines)).unwrap().sections[0].blocks, expected, "{lines}");
}

#[test]
fn paragraphs_hold_words_names_and_links() {
    const LIST: To = To::Page { path: "cases/", query: "has=costs", part: "" };
    means(
        "全{cases}のうち[費用が分かる{cost_cases}](/cases/?has=costs)です。",
        &[Block::Paragraph(line(&[
            Piece::Text("全"),
            Piece::Value(Value::Cases),
            Piece::Text("のうち"),
            Piece::Link {
                to: LIST, words: &[Piece::Text("費用が分かる"), Piece::Value(Value::CostCases)]
            },
            Piece::Text("です。"),
        ]))],
    );
}

#[test]
fn code_stands_as_it_was_written() {
    means("```\nsnapshot --help\n  {cases} [a]\n```", &[Block::Code("snapshot --help\n  {cases} [a]")]);
}

#[test]
fn links_lead_to_pages_parts_files_and_other_sites() {
    let text = "[a](/)[b](/about/#coverage)[c](#id)[d](/data/catalog.json)[e][site][f]({this_snapshot})\n\n\
                [site]: https://example.jp/a?b#c";
    let part = |path, part| To::Page { path, query: "", part };
    let expected = [
        part("", ""),
        part("about/", "coverage"),
        part("faq/", "id"),
        To::File("data/catalog.json"),
        To::Elsewhere("https://example.jp/a?b#c"),
        To::Place(Place::ThisSnapshot),
    ];
    let Block::Paragraph(read) = page(&under_heading(text)).unwrap().sections[0].blocks[0] else { panic!() };
    let targets: Vec<_> = read
        .pieces
        .iter()
        .map(|piece| if let Piece::Link { to, .. } = piece { *to } else { panic!() })
        .collect();
    assert_eq!(targets, expected);
}

#[test]
fn conditions_stand_before_texts() {
    let when = |test, holds| Some(When { test, holds });
    let text = |when, words: &'static [Piece]| Block::Paragraph(Line { when, pieces: words });
    means(
        "{if compiled} 一\n\n{if not cost_cases} 二\n\n{if partial_staff} {cases}",
        &[
            text(when(Test::Kind(Kind::Compiled), true), &[Piece::Text("一")]),
            text(when(Test::Has(Value::CostCases), false), &[Piece::Text("二")]),
            text(when(Test::State(State::PartialStaff), true), &[Piece::Value(Value::Cases)]),
        ],
    );
}

#[test]
fn lists_steps_facts_and_tables() {
    const ITEMS: &[Item] = &[Item::Line(line(&[Piece::Text("一")])), Item::Each(Run::Leads)];
    const STEPS: &[Line] = &[line(&[Piece::Text("二")]), line(&[Piece::Text("三")])];
    const WHEN: Option<When> = Some(When { test: Test::Kind(Kind::Official), holds: true });
    const FACTS: &[Definition] = &[
        Definition { name: "名前", value: Line { when: WHEN, pieces: &[Piece::Text("値")] } },
        Definition { name: "別の名前", value: line(&[Piece::Text("別の値")]) },
    ];
    means("- 一\n- {leads}\n\n1. 二\n2. 三", &[Block::List(ITEMS), Block::Steps(STEPS)]);
    means("{if official} 名前\n: 値\n\n別の名前\n: 別の値", &[Block::Definitions(FACTS)]);
    means(
        "| 一 | 二 |\n| --- | --- |\n| 三 | 四 |",
        &[Block::Table(Table { columns: &["一", "二"], rows: &[&["三", "四"]] })],
    );
}

#[test]
fn lines_are_joined_as_japanese_is_written() {
    means("日本\n語とCSV\nfile", &[Block::Paragraph(line(&[Piece::Text("日本語とCSV file")]))]);
    means("- 日本\n  語", &[Block::List(const { &[Item::Line(line(&[Piece::Text("日本語")]))] })]);
}

#[test]
fn comments_are_left_out() {
    means("<!-- 一\n二 -->\n\n文<!-- 三 -->字", &[Block::Paragraph(line(&[Piece::Text("文字")]))]);
}

#[test]
fn headings_hold_questions() {
    let text = "冒頭\n\n## 組 {#group}\n\n### {if compiled} 問い {#one}\n\n答え\n\n### {if not compiled} 別の問い {#one}\n\n答え\n";
    const ANSWER: &[Block] = &[Block::Paragraph(line(&[Piece::Text("答え")]))];
    let question = |holds, heading| {
        let when = Some(When { test: Test::Kind(Kind::Compiled), holds });
        Section { id: "one", when, heading, blocks: ANSWER, sections: &[] }
    };
    let page = page(text).unwrap();
    assert_eq!(page.lead, [line(&[Piece::Text("冒頭")])]);
    let group = page.sections[0];
    assert_eq!((group.id, group.heading, group.when, group.blocks.len()), ("group", "組", None, 0));
    assert_eq!(group.sections, [question(true, "問い"), question(false, "別の問い")]);
}
