//! Pages that hardly state what a case says.

use std::collections::HashSet;

use joint_procurement_core::domain::{Source, SourceClass, Term, WebAddress};

use super::{Doubt, when};
use crate::text::{is_of_local_government, is_social, is_top_page, page};

/// Words in the names of the press.
const PRESS: [&str; 6] = ["新聞", "日報", "新報", "放送", "テレビ", "NHK"];
/// Ends of the names of governments.
const GOVERNMENTS: [char; 7] = ['都', '道', '府', '県', '市', '町', '村'];

pub const DOUBTS: &[Doubt] = &[
    Doubt {
        what: "出典か参考文書の URL が、サイトのトップページの事例があります",
        advice: "トップページは内容が変わります。書かれているページの URL にしてください。",
        fields: &["sources", "documents"],
        of: |_, world| {
            let sources = world.detail.sources.iter().map(|it| &it.url);
            let all = sources.chain(world.detail.documents.iter().map(|it| &it.url));
            let top = all.flatten().map(WebAddress::as_str).find(|url| is_top_page(url))?;
            Some(format!(" {top}"))
        },
    },
    Doubt {
        what: "分類が、サイトか発行者と合わない出典のある事例があります",
        advice: "分類（class）は、サイトと発行者で決めます。確かめてください。",
        fields: &["sources"],
        of: |_, world| {
            let source = world.detail.sources.iter().find(|it| is_of_another_class(it))?;
            let class = source.class.map(SourceClass::ja).unwrap_or_default();
            Some(format!("「{}」が「{class}」", source.publisher))
        },
    },
    Doubt {
        what: "同じページのような出典が、二つある事例があります",
        advice: "違いが http と https、www、最後の / や # だけなら、一方を取り除いてください。",
        fields: &["sources"],
        of: |_, world| {
            let urls: Vec<&str> = world
                .detail
                .sources
                .iter()
                .filter_map(|it| it.url.as_ref())
                .map(WebAddress::as_str)
                .collect();
            let mut seen = HashSet::new();
            let twice = urls.iter().find(|url| !seen.insert(page(url)))?;
            Some(format!(" {twice}"))
        },
    },
    Doubt {
        what: "出典が、だれでも書けるサイト（SNS、百科事典、質問サイト）だけの事例があります",
        advice: "もとになった発表や報道を探して、出典に加えてください。",
        fields: &["sources"],
        of: |_, world| {
            let sources = &world.detail.sources;
            // Public bodies announce things in their own accounts.
            let is_weak = |url: &WebAddress| is_social(url.as_str());
            let are_weak = sources
                .iter()
                .all(|it| it.class != Some(SourceClass::Official) && it.url.as_ref().is_some_and(is_weak));
            when(!sources.is_empty() && are_weak)
        },
    },
];

/// Tells if the class of a source is not that of its site or publisher. Copies and quotations are of other sites.
fn is_of_another_class(source: &Source) -> bool {
    use SourceClass::{Copy, Official, Personal, Press, Vendor};
    let Some(class) = source.class.filter(|class| !matches!(class, Copy | Personal)) else { return false };
    let publisher = source.publisher.as_str();
    let is_of_government = source.url.as_ref().is_some_and(|url| is_of_local_government(url.as_str()));
    let is_press = PRESS.iter().any(|word| publisher.contains(word));
    let expected = if is_of_government || publisher.ends_with(GOVERNMENTS) && !is_press {
        Official
    } else if is_press {
        Press
    } else if publisher.contains("株式会社") {
        Vendor
    } else {
        return false;
    };
    class != expected
}
