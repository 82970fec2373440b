//! What surrounds a page: the menu above and below it, and what the data are.

use maud::{Markup, html};

use super::Pages;
use super::text::{href, text};
use crate::content::{Content, Target};
use crate::routes::Route;

impl Pages<'_> {
    pub(super) fn frame(&self, route: &Route, content: &Content) -> Markup {
        html! {
            (self.header(route))
            main.site-main {
                div.container {
                    @if !content.ancestors.is_empty() { (self.breadcrumb(content)) }
                    div.page-header {
                        @if !content.kicker.is_empty() { p.page-header__kicker { (text(&content.kicker)) } }
                        h1.page-header__heading { (content.heading) }
                        @if !content.lead.is_empty() { p.page-header__lead { (text(&content.lead)) } }
                    }
                    @if *route == Route::Cases { (self.list(content)) } @else { (self.blocks(&content.blocks, 2)) }
                }
            }
            (self.footer())
        }
    }

    /// The list with room for what narrows it down, so that the cases are where they will be.
    fn list(&self, content: &Content) -> Markup {
        let (list, find) = (&self.words.list, self.words.find);
        html! {
            div.list-start aria-hidden="true" {
                p { strong { (list.search) } }
                p { strong { (find.size_heading) } }
            }
            div.list-layout {
                div.list-layout__side {}
                div.list-layout__main {
                    div.result-bar {
                        p.result-bar__count { span.result-bar__number { (crate::text::cases(self.counted())) } }
                    }
                    (self.parts(&content.blocks, 3))
                }
            }
        }
    }

    fn header(&self, route: &Route) -> Markup {
        let shell = &self.words.shell;
        html! {
            header.site-header {
                div class="site-header__inner container" {
                    a.site-header__name href=(to(&Route::Overview)) {
                        (shell.site_name_short) " " span.site-header__name-part { (shell.site_name_part) }
                    }
                    nav.site-header__nav aria-label=(shell.menu) {
                        ul.site-header__list {
                            @for item in &Route::MENU {
                                li.site-header__item {
                                    a.site-header__link href=(to(item)) aria-current=[current(route, item)] {
                                        (self.words.route_name(item))
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    fn breadcrumb(&self, content: &Content) -> Markup {
        html! {
            nav.breadcrumb aria-label=(self.words.shell.here) {
                ol.breadcrumb__list {
                    @for ancestor in &content.ancestors {
                        li.breadcrumb__item {
                            a.breadcrumb__link href=(to(ancestor)) { (self.words.route_name(ancestor)) }
                        }
                    }
                    li.breadcrumb__item { span.breadcrumb__current aria-current="page" { (content.title) } }
                }
            }
        }
    }

    fn footer(&self) -> Markup {
        let (words, meta) = (self.words, &self.snapshot.meta);
        let shell = &words.shell;
        let facts = [
            (shell.as_of, words.date(meta.as_of)),
            (shell.published_at, words.date(meta.published_at)),
            (shell.kind, words.snapshot_kind(meta.kind).to_owned()),
            (shell.period, meta.period.clone()),
            (shell.licence, meta.licence.clone()),
        ];
        html! {
            footer.site-footer {
                div class="site-footer__inner container" {
                    section.site-footer__part {
                        h2.site-footer__heading { (shell.about_data) }
                        dl.site-footer__facts {
                            @for (term, value) in facts {
                                div.site-footer__fact { dt { (term) } dd { (value) } }
                            }
                        }
                    }
                    section.site-footer__part {
                        h2.site-footer__heading { (shell.credits) }
                        ul.site-footer__credits {
                            @for credit in &meta.credits { li { (credit.subject) "：" (credit.text) } }
                        }
                    }
                }
            }
        }
    }
}

pub(super) fn to(route: &Route) -> String {
    href(&Target::from(route.clone()))
}

fn current(route: &Route, item: &Route) -> Option<&'static str> {
    match (route == item, route.section() == *item) {
        (true, _) => Some("page"),
        (false, true) => Some("true"),
        (false, false) => None,
    }
}
