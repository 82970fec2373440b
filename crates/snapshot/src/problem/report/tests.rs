use super::*;

#[test]
fn repeats_are_one_problem_with_many_places() {
    let mut report = Report::default();
    for row in 2..477 {
        let place = Position::new("municipalities.csv", row);
        report.add(place.problem("code", "コードではありません。").value(row));
    }
    let [file] = report.files() else { panic!("{report:?}") };
    let groups = file.groups();
    assert_eq!((file.count, groups.len()), (475, 1));
    assert_eq!(groups[0].places(), "2〜476行目");
}

#[test]
fn notes_of_one_kind_do_not_hide_the_others() {
    let mut report = Report::default();
    for row in 0..700 {
        report.note(format!("a.csv： {row}行目 「語{row}」は使われていません。"));
    }
    report.note("行末が CRLF です。");
    assert_eq!((report.notes().len(), report.untold_notes()), (11, 690));
    assert!(report.to_string().contains("ほかに690件"), "{report}");
}

#[test]
fn the_same_note_is_told_once() {
    let mut report = Report::default();
    for _ in 0..20 {
        report.note("行末が CRLF です。");
    }
    assert_eq!((report.notes().len(), report.untold_notes()), (1, 0));
}

#[test]
fn no_file_starves_another_and_memory_is_bounded() {
    let mut report = Report::default();
    for row in 0..50_000 {
        // A key of its own in each line: so many kinds are not told.
        report.add(Position::new("a.csv", row).problem(&format!("列{}", row % 1_000), "知らない列です。"));
        report.add(Position::new("b.csv", row).problem("name", "空欄です。"));
    }
    for row in 0..3 {
        report.add(Position::new("c.csv", row).problem("name", "空欄です。"));
    }
    assert_eq!(report.count(), 100_003);
    let [a, b, c] = report.files() else { panic!() };
    assert_eq!((a.groups().len(), a.untold()), (MOST_GROUPS, 40_000));
    assert_eq!((b.untold(), c.untold()), (0, 0));
    assert_eq!(c.groups()[0].problems().len(), 3);
    let kept: usize =
        report.files().iter().flat_map(OfFile::groups).map(|group| group.problems().len()).sum();
    assert!(kept <= MOST_KEPT + ALWAYS_KEPT * report.kinds(), "{kept}");
}
