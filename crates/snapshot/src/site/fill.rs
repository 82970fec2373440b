//! The content of a page, put into the site's own page. This is its title and description, what link previews
//! and search engines read, and its content, which the application later takes the place of.

use std::cell::Cell;

use html_escape::encode_double_quoted_attribute as escaped;
use lol_html::element;
use lol_html::html_content::ContentType;

use super::pages::WrittenPage;
use super::template::{PageError, rewrite};
use joint_procurement::words;

/// The picture of link previews, and what is seen on it (assets/share.png).
pub const SHARE_PICTURE: &str = "share.png";
const SHARE_SIZE: [u16; 2] = [1200, 630];

/// Gives the page with this content. Where the site's own address is known, `site` is it and the page's path.
pub fn filled(page: &str, content: &WrittenPage, site: Option<(&str, &str)>) -> Result<String, PageError> {
    let about = about(content, site);
    let about =
        format!("{about}<script type=\"application/ld+json\" data-about>{}</script>", content.linked_data);
    let body = format!("<div id=\"boot-page\">{}</div>", content.body);
    with(page, "prerendered", &content.title, &content.description, &about, &body)
}

/// Gives the page with nothing but the site's name, for addresses that are not known.
pub fn bare(page: &str) -> Result<String, PageError> {
    let lead = format!("<p class=\"boot__lead\">{}</p>", escaped(words::not_found::TEXT));
    let title = format!("{} | {}", words::not_found::HEADING, words::site::NAME);
    with(page, "boot", &title, words::not_found::TEXT, "", &named(&lead))
}

/// Gives the page with nothing but the site's name, for any address.
pub fn shell(page: &str) -> Result<String, PageError> {
    // No page to be found by itself.
    let about = meta("name", "robots", "noindex");
    let name = words::site::NAME;
    with(page, "boot", name, name, &about, &named(""))
}

/// Gives the site's name, and what follows it.
fn named(more: &str) -> String {
    let name = escaped(words::site::NAME);
    format!("<main class=\"boot__inner\" id=\"boot-page\"><h1 class=\"boot__name\">{name}</h1>{more}</main>")
}

fn with(
    page: &str,
    class: &str,
    title: &str,
    description: &str,
    about: &str,
    body: &str,
) -> Result<String, PageError> {
    let found = Cell::new(0_u8);
    let find = |part: u8| found.set(found.get() | part);
    let page = rewrite(
        page,
        vec![
            element!("title", |it| {
                find(1);
                it.set_inner_content(title, ContentType::Text);
                Ok(())
            }),
            // Left by an earlier run.
            element!("[data-about]", |it| {
                it.remove();
                Ok(())
            }),
            element!("meta[name=description]", |it| {
                find(2);
                it.set_attribute("content", description)?;
                it.after(about, ContentType::Html);
                Ok(())
            }),
            element!("#app-shell", |it| {
                find(4);
                Ok(it.set_attribute("class", class)?)
            }),
            element!("#boot-page", |it| {
                find(8);
                it.replace(body, ContentType::Html);
                Ok(())
            }),
        ],
    )?;
    match found.get() {
        15 => Ok(page),
        _ => Err(PageError(
            "title、meta[name=description]、#app-shell、#boot-page のどれかがありません。".to_owned(),
        )),
    }
}

fn about(content: &WrittenPage, site: Option<(&str, &str)>) -> String {
    let properties = [
        ("og:type", "website".to_owned()),
        ("og:locale", "ja_JP".to_owned()),
        ("og:site_name", words::site::NAME.to_owned()),
        ("og:title", content.title.clone()),
        ("og:description", content.description.clone()),
    ];
    // Previews take whole addresses only.
    let whole = site.map(|(base, path)| {
        [
            ("og:url", format!("{base}{path}")),
            ("og:image", format!("{base}{SHARE_PICTURE}")),
            ("og:image:width", SHARE_SIZE[0].to_string()),
            ("og:image:height", SHARE_SIZE[1].to_string()),
            ("og:image:alt", words::site::NAME.to_owned()),
        ]
    });
    let card = if site.is_some() { "summary_large_image" } else { "summary" };
    let properties = properties.into_iter().chain(whole.into_iter().flatten());
    let mut about: String = properties.map(|(name, value)| meta("property", name, &value)).collect();
    about.push_str(&meta("name", "twitter:card", card));
    about
}

/// Writes a tag that an earlier run is known by.
fn meta(kind: &str, name: &str, value: &str) -> String {
    format!("<meta {kind}=\"{name}\" content=\"{}\" data-about>", escaped(value))
}
