// The reader's choice of light or dark, whether the address asks for something, and the one card that it asks for, before
// anything is painted. A script of its own that holds up the page, because assets/boot.js is a module: it runs when the
// page has been read, perhaps painted. Old syntax, so that browsers without modules get as far as their message.
//
// `data-theme` on <html> says what was chosen (src/app/theme.rs changes it); without it the system
// decides, in the style sheet. The frame of the window, which no style sheet can reach, is done here.
(function () {
  var root = document.documentElement;
  try {
    var chosen = localStorage.getItem("joint-procurement.theme");
    if (chosen === "light" || chosen === "dark") root.setAttribute("data-theme", chosen);
    // Keeps room for the link to the reader's own municipality (src/navigation/own.rs).
    if (/^\d{6} ./.test(localStorage.getItem("joint-procurement.municipality") || "")) root.setAttribute("data-own", "");
  } catch (e) {
    // Storage is refused: the system decides.
  }

  // `data-asked` on <html>: the page was sent with the answer to no condition, and is not to be taken for the answer
  // to these (assets/css/answer.css). Parameters that others add to links to count clicks are no condition
  // (crates/core/src/query/mangled.rs).
  var ignored =
    /^(?:lang|embed|si|ref|gclsrc|epik|mkt_tok|srsltid|mibextid|li_fat_id|s_cid|cmpid|ocid|rdt_cid|sfmc_id|wickedid|ldtag_cl|openexternalbrowser)(?:=|$)|^(?:_|utm_|mc_|oly_|vero_|pk_|mtm_|matomo_|piwik_|hsa_|fb_|ga_|gad_|igsh|itm_|ref_|trk|wt\.)|^[^=]*(?:clid|clkid|braid)(?:=|$)/i;
  var asked = location.search.slice(1).split("&").filter(function (part) { return part && !ignored.test(part); });
  if (asked.length) {
    var snapshot = asked.some(function (part) { return /^snapshot=/.test(part); });
    root.setAttribute("data-asked", snapshot ? "snapshot" : "");
  }

  // `?embed=years`: the card of this id alone, for the pages of others (assets/css/embed.css). The card is marked as soon
  // as it is there, again when the program replaces it, and so is all that it lies in.
  var embed = root.hasAttribute("data-edition") ? null : /[?&;]embed=([^&]+)/.exec(location.search);
  if (embed && window.MutationObserver) {
    try {
      embed = decodeURIComponent(embed[1]);
    } catch (e) {
      embed = embed[1];
    }
    root.setAttribute("data-embed", (/^\s*([\w-]+)/.exec(embed) || [embed, embed])[1]);
    var mark = function () {
      var app = document.querySelector("link[rel=manifest]");
      if (app) app.parentNode.removeChild(app); // nothing to install
      var card = document.getElementById(root.getAttribute("data-embed"));
      if (!card || !card.classList.contains("card") || card.hasAttribute("data-embedded")) return;
      card.setAttribute("data-embedded", "card");
      root.removeAttribute("data-embed-missing");
      for (var around = card.parentElement; around && around !== document.body; around = around.parentElement) {
        around.setAttribute("data-embedded", "around");
        around.removeAttribute("hidden");
        if (around.localName === "details") around.open = true;
      }
    };
    new MutationObserver(mark).observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-embed"] });
    // The page of another stays where it is.
    addEventListener("click", function (event) {
      var link = event.target.closest && event.target.closest("a[href]");
      if (link && !link.hasAttribute("download")) link.setAttribute("target", "_blank");
    }, true);
  }

  function frame() {
    var chosen = root.getAttribute("data-theme");
    document.querySelector("meta[name=color-scheme]").content = chosen || "light dark";
    var colours = document.querySelectorAll("meta[name=theme-color]");
    for (var i = 0; i < colours.length; i++) {
      var own = colours[i].getAttribute("data-for");
      colours[i].media = !chosen ? "(prefers-color-scheme: " + own + ")" : chosen === own ? "all" : "not all";
    }
  }
  frame();
  new MutationObserver(frame).observe(root, { attributes: true, attributeFilter: ["data-theme"] });
})();
