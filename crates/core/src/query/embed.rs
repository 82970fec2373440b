//! The one card that an address asks for, to be shown in the page of another.

/// The key of the card's id. It belongs to the window and not to the view: no link carries it on.
pub(super) const EMBED: &str = "embed";

/// Parts the query, as `cleaned` gives it, from the pair that asks for one card.
pub fn without_embed(query: &str) -> (String, Option<&str>) {
    let is_embed = |part: &&str| part.split('=').next() == Some(EMBED);
    let rest: Vec<&str> = query.split('&').filter(|part| !is_embed(part)).collect();
    (rest.join("&"), query.split('&').find(is_embed))
}

/// Gives the query that asks for one card of what this one shows.
pub fn with_embed(query: &str, card: &str) -> String {
    let mark = if query.is_empty() { "" } else { "&" };
    format!("{query}{mark}{EMBED}={card}")
}
