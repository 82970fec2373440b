// The reader's choice of light or dark, and whether the address asks for something, before anything is painted. A script of its own that holds up the
// page, because assets/boot.js is a module: it runs when the page has been read, perhaps painted. Old
// syntax, so that browsers without modules get as far as their message.
//
// `data-theme` on <html> says what was chosen (src/app/theme.rs changes it); without it the system
// decides, in the style sheet. The frame of the window, which no style sheet can reach, is done here.
(function () {
  var root = document.documentElement;
  try {
    var chosen = localStorage.getItem("joint-procurement.theme");
    if (chosen === "light" || chosen === "dark") root.setAttribute("data-theme", chosen);
  } catch (e) {
    // Storage is refused: the system decides.
  }

  // `data-asked` on <html>: the page was sent with the answer to no condition, and is not to be taken for the answer
  // to these (assets/css/answer.css). Parameters that others add to links to count clicks are no condition
  // (crates/core/src/query/mangled.rs).
  var ignored =
    /^(?:lang|si|ref|gclsrc|epik|mkt_tok|srsltid|mibextid|li_fat_id|s_cid|cmpid|ocid|rdt_cid|sfmc_id|wickedid|ldtag_cl|openexternalbrowser)(?:=|$)|^(?:_|utm_|mc_|oly_|vero_|pk_|mtm_|matomo_|piwik_|hsa_|fb_|ga_|gad_|igsh|itm_|ref_|trk|wt\.)|^[^=]*(?:clid|clkid|braid)(?:=|$)/i;
  var asked = location.search.slice(1).split("&").filter(function (part) { return part && !ignored.test(part); });
  if (asked.length) {
    var snapshot = asked.some(function (part) { return /^snapshot=/.test(part); });
    root.setAttribute("data-asked", snapshot ? "snapshot" : "");
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
