// RFC 4180, strictly enough to notice a file that a spreadsheet would misread.

/** Rows of cells. Lines may end in LF or CRLF; quotes may only stand where the format allows them. */
export function parseCsv(text) {
  const rows = [];
  let row = [];
  let at = 0;
  while (at < text.length) {
    let cell = "";
    if (text[at] === '"') {
      for (at += 1; ; at += 1) {
        if (at >= text.length) throw new Error("a quoted cell has no end");
        if (text[at] !== '"') cell += text[at];
        else if (text[at + 1] === '"') cell += text[(at += 1)];
        else break;
      }
      at += 1;
    } else {
      while (at < text.length && !",\r\n".includes(text[at])) cell += text[at++];
      if (cell.includes('"')) throw new Error(`a quote inside the plain cell ${cell}`);
    }
    row.push(cell);
    if (text[at] === ",") {
      at += 1;
      continue;
    }
    if (text[at] === "\r") at += 1;
    if (at < text.length && text[at] !== "\n") throw new Error(`unexpected ${JSON.stringify(text[at])} after ${cell}`);
    at += 1;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** The rows of a file that Japanese Excel opens: UTF-8 with a byte order mark, every line ended by CRLF. */
export function parseExcelCsv(bytes) {
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  if (!text.startsWith("\ufeff")) throw new Error("no byte order mark: Excel would read Shift_JIS");
  if (!text.endsWith("\r\n")) throw new Error("the last line does not end in CRLF");
  // Breaks inside quoted cells are the writer's own; outside of them only CRLF may stand.
  const outside = text.replace(/"(?:[^"]|"")*"/g, "");
  if (/(^|[^\r])\n|\r(?!\n)/.test(outside)) throw new Error("a line does not end in CRLF");
  const rows = parseCsv(text.slice(1));
  const widths = new Set(rows.map((row) => row.length));
  if (widths.size !== 1) throw new Error(`rows of different widths: ${[...widths]}`);
  return rows;
}
