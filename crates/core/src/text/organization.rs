//! Names of organizations, which are written with and without their legal form.

/// The legal forms as names have them, after widths were made equal.
const FORMS: [&str; 16] = [
    "株式会社",
    "有限会社",
    "合同会社",
    "合資会社",
    "合名会社",
    "一般社団法人",
    "公益社団法人",
    "一般財団法人",
    "公益財団法人",
    "社団法人",
    "財団法人",
    "(株)",
    "(有)",
    "(同)",
    "(一財)",
    "(公財)",
];

/// Gives what is left of a name without its legal form, white space, width and case. Two ways to write the name of
/// one organization are equal in it.
pub fn organization(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            '㈱' => plain.push_str("(株)"),
            '㈲' => plain.push_str("(有)"),
            '㍿' => plain.push_str("株式会社"),
            // Full-width letters and signs lie 0xfee0 above the narrow ones.
            '！'..='～' => plain.extend(char::from_u32(u32::from(c) - 0xfee0)),
            c if c.is_whitespace() => {}
            c => plain.push(c),
        }
    }
    plain.make_ascii_lowercase();
    let mut rest = plain.clone();
    for form in FORMS {
        if rest.contains(form) {
            rest = rest.replace(form, "");
        }
    }
    // A name of nothing else would be that of every other.
    if rest.is_empty() { plain } else { rest }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_legal_form_does_not_count_wherever_it_stands() {
        for written in [
            "富士通",
            "富士通株式会社",
            "株式会社富士通",
            "富士通(株)",
            "富士通（株）",
            "㈱富士通",
            "富士通 ㈱",
            "富士通　株式会社",
            "㍿富士通",
        ] {
            assert_eq!(organization(written), "富士通", "{written}");
        }
        assert_eq!(organization("有限会社 あおぞら"), organization("あおぞら㈲"));
        assert_eq!(organization("株式会社ＨＡＲＰ"), organization("HARP"));
        assert_eq!(organization("公益財団法人 見本協会"), organization("（公財）見本協会"));
        assert_eq!(organization("一般財団法人見本"), organization("財団法人見本"));
    }

    #[test]
    fn different_organizations_stay_different() {
        assert_ne!(organization("富士通"), organization("富士通Japan"));
        assert_ne!(organization("日立製作所"), organization("日立システムズ"));
        assert_ne!(organization("株式会社"), organization("有限会社"));
        assert_eq!(organization("株式会社"), "株式会社");
        assert_eq!(organization(""), "");
    }

    proptest! {
        #[test]
        fn any_name_is_the_same_with_a_form_before_or_behind_it(name in "[あ-んア-ン一-龠A-Za-z]{1,8}", form in prop::sample::select(FORMS.to_vec())) {
            let plain = organization(&name);
            prop_assert_eq!(organization(&format!("{form}{name}")), plain.clone());
            prop_assert_eq!(organization(&format!("{name} {form}")), plain.clone());
            prop_assert_eq!(organization(&plain), plain);
        }
    }
}
