//! `sitemap.xml` and `robots.txt`.

use std::collections::BTreeSet;

use html_escape::encode_text_to_string;
use joint_procurement_core::domain::Date;

pub const FILE: &str = "sitemap.xml";

/// Writes every address, each with the day on which its data were published.
pub fn sitemap(base_url: &str, paths: &BTreeSet<String>, published: Option<Date>) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    let lastmod = published.map(|date| format!("<lastmod>{date}</lastmod>")).unwrap_or_default();
    for path in paths {
        xml.push_str("<url><loc>");
        encode_text_to_string(base_url, &mut xml);
        encode_text_to_string(path, &mut xml);
        xml.push_str("</loc>");
        xml.push_str(&lastmod);
        xml.push_str("</url>\n");
    }
    xml.push_str("</urlset>\n");
    xml
}

/// Writes that everything may be read; where the map is, can only be told as a whole address.
pub fn robots(base_url: Option<&str>) -> String {
    let everything = "User-agent: *\nDisallow:\n";
    match base_url {
        Some(base_url) => format!("{everything}\nSitemap: {base_url}{FILE}\n"),
        None => everything.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_text_in_xml() {
        let paths = BTreeSet::from([String::new(), "cases/".to_owned()]);
        let xml = sitemap("https://a.example/x&y/", &paths, "2026-11-23".parse().ok());
        assert!(
            xml.contains("<loc>https://a.example/x&amp;y/cases/</loc><lastmod>2026-11-23</lastmod>"),
            "{xml}"
        );
        assert_eq!(xml.matches("<url>").count(), 2);
    }
}
