//! The kind of a site, by its address.

use super::host;

/// Sites on which everybody can write, under their own host or one below it.
const SOCIAL: [&str; 18] = [
    "twitter.com",
    "x.com",
    "facebook.com",
    "instagram.com",
    "threads.net",
    "threads.com",
    "tiktok.com",
    "bsky.app",
    "mixi.jp",
    "reddit.com",
    "5ch.net",
    "2ch.sc",
    "wikipedia.org",
    "wikiwand.com",
    "chiebukuro.yahoo.co.jp",
    "oshiete.goo.ne.jp",
    "okwave.jp",
    "quora.com",
];

/// Tells if the page is one on which everybody can write.
pub fn is_social(address: &str) -> bool {
    let host = host(address).0;
    let is_of =
        |site: &str| host.strip_suffix(site).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    SOCIAL.iter().any(|site| is_of(site))
}

/// Tells if the site is one of a prefecture or municipality.
pub fn is_of_local_government(address: &str) -> bool {
    host(address).0.ends_with(".lg.jp")
}

/// Gives the address without what most often does not tell pages apart.
pub fn page(address: &str) -> String {
    let after = address.split_once("://").map_or(address, |(_, rest)| rest);
    let after = after.split('#').next().unwrap_or_default().trim_end_matches('/').to_lowercase();
    after.strip_prefix("www.").map(str::to_owned).unwrap_or(after)
}

/// Tells if the page is the first one of its site.
pub fn is_top_page(address: &str) -> bool {
    let after = address.split_once("://").map_or(address, |(_, rest)| rest);
    let path = after.split_once('/').map(|(_, path)| path).unwrap_or_default();
    let is_index = ["index.html", "index.htm", "index.php", "index.jsp"].contains(&path);
    !after.contains(['?', '#']) && (path.is_empty() || is_index)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sites_are_told_apart() {
        for address in
            ["https://x.com/a/status/1", "https://ja.m.wikipedia.org/wiki/a", "https://www.facebook.com/a"]
        {
            assert!(is_social(address), "{address}");
        }
        for address in ["https://netx.com/a", "https://www.pref.example.lg.jp/x.com/", "https://note.com/a"] {
            assert!(!is_social(address), "{address}");
        }
        assert!(is_of_local_government("https://www.pref.example.lg.jp/a"));
        assert!(!is_of_local_government("https://example.jp/lg.jp"));
        for address in ["http://a.jp/b", "https://www.a.jp/b/", "https://A.jp/b#c"] {
            assert_eq!(page(address), "a.jp/b", "{address}");
        }
        assert_ne!(page("https://a.jp/b?c=1"), page("https://a.jp/b?c=2"));
        for address in ["https://a.jp", "https://a.jp/", "http://www.a.jp/index.html"] {
            assert!(is_top_page(address), "{address}");
        }
        for address in
            ["https://a.jp/?page_id=32", "https://a.jp/a/", "https://a.jp/#news", "https://a.jp/a/index.html"]
        {
            assert!(!is_top_page(address), "{address}");
        }
    }
}
