// The work of a page translator: each text is put into two elements of its own, and the text node itself is
// taken out of the document.

/** Runs in the page. */
function translateTexts() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) {
    const kept = text.parentElement?.closest("font, script, style, noscript, textarea, svg, [translate=no]");
    if (!text.data.trim() || kept) continue;
    const [outer, inner] = [document.createElement("font"), document.createElement("font")];
    inner.textContent = `«${text.data}»`;
    outer.append(inner);
    text.replaceWith(outer);
  }
}

/** Translates what is on the page now; later texts stay as they are. */
export const translate = (page) => page.evaluate(translateTexts);
