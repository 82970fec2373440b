// Saved pictures tell where they are from, and look alike in a browser and in a program that is none.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { snapshot, date } from "./support/data.mjs";
import { test } from "./support/fixtures.mjs";
import { download, main } from "./support/parts.mjs";

const SCALE = 3;
const FIGURES = ["figures/?rows=system&columns=region&view=heatmap", "figures/?rows=region&columns=status&view=bars"];
const ART = ["#years", "#map", ...FIGURES];

/** Draws a picture with librsvg. */
function rsvg(svg, zoom = 1) {
  const { status, stdout, stderr, error } = spawnSync("rsvg-convert", ["--zoom", String(zoom)], { input: svg, maxBuffer: 1 << 28 });
  assert.equal(status, 0, `rsvg-convert: ${error ?? stderr}`);
  return stdout;
}

/** Saves the picture of the first card of a page that has one, or of that in the address. */
async function saved(page, open, path) {
  await open(path);
  const id = path.split("#")[1];
  const cards = main(page).locator(id ? `#${id}` : ".card").filter({ has: page.getByText("保存・共有") });
  const card = cards.filter({ has: page.locator(".chart svg, .map__drawing") }).first();
  await card.waitFor();
  await card.getByText("保存・共有", { exact: true }).click();
  const { bytes } = await download(page, card.getByRole("button", { name: "図をSVGで保存" }));
  return { svg: bytes.toString("utf8"), heading: await card.getByRole("heading").first().innerText(), card };
}

for (const path of ART) {
  test(`the picture of ${path} carries its title, the site, its address, its source, licence and date`, async ({ page, open, url }) => {
    const { svg, heading } = await saved(page, open, path);
    const { broken, texts } = await page.evaluate((svg) => {
      const read = new DOMParser().parseFromString(svg, "image/svg+xml");
      return { broken: read.querySelector("parsererror")?.textContent, texts: [...read.querySelectorAll("text")].map((it) => it.textContent) };
    }, svg);
    assert.equal(broken, undefined);
    // Long lines are broken.
    const said = texts.join("");
    const address = url(path).replace(/#.*$/, "");
    for (const part of [heading, "自治体システム共同調達ダッシュボード", `アドレス：${address}`, "出典：", date(snapshot.as_of), snapshot.licence]) {
      assert.ok(said.includes(part), `${part}: ${said}`);
    }
    for (const part of [/dominant-baseline/, /<style/, / style=/, / class=/, /<script/, /foreignObject/, /ecmeta/, /@import|@font-face/]) {
      assert.doesNotMatch(svg, part);
    }
    if (path === "#map") assert.match(said, /地図：.*国土数値情報/);
  });

  test(`every label of the picture of ${path} stands at one place in Chromium and in librsvg`, async ({ page, open }) => {
    const { svg } = await saved(page, open, path);
    // Each label in a colour of its own, alone on white: where it stands is where its colour is.
    const { alone, labels, width } = await page.evaluate((svg) => {
      const read = new DOMParser().parseFromString(svg, "image/svg+xml");
      const labels = [];
      for (const it of [...read.querySelectorAll("path, rect, line, circle, polyline, polygon, title")]) it.remove();
      for (const text of read.querySelectorAll("text")) {
        const number = labels.length + 1;
        const colour = [16 * (number % 12), 16 * (Math.floor(number / 12) % 12), 16 * (Math.floor(number / 144) % 12)];
        text.setAttribute("fill", `rgb(${colour.join(",")})`);
        text.setAttribute("stroke", "none");
        for (const name of ["stroke-width", "fill-opacity", "opacity"]) text.removeAttribute(name);
        labels.push([text.textContent, colour, text.getAttribute("text-anchor") ?? "start"]);
      }
      const root = read.documentElement;
      return { alone: new XMLSerializer().serializeToString(root), labels, width: Number(root.getAttribute("width")) };
    }, svg);
    assert.ok(labels.length > 5, `${labels.length} labels`);
    const white = alone.replace(/(<svg [^>]*>)/, '$1<rect width="100%" height="100%" fill="#ffffff"/>');
    const png = rsvg(white, SCALE).toString("base64");
    const boxes = await page.evaluate(
      async ({ white, png, labels, width, scale }) => {
        const read = async (source) => {
          const image = new Image();
          image.src = source;
          await image.decode();
          const canvas = document.createElement("canvas");
          canvas.width = width * scale;
          canvas.height = Math.round((image.height * canvas.width) / image.width);
          const context = canvas.getContext("2d", { willReadFrequently: true });
          context.drawImage(image, 0, 0, canvas.width, canvas.height);
          const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
          const found = new Map();
          for (let at = 0; at < data.length; at += 4) {
            if (data[at] === 255) continue;
            const key = (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
            const [x, y] = [(at / 4) % canvas.width, Math.floor(at / 4 / canvas.width)];
            const box = found.get(key);
            if (!box) found.set(key, [x, y, x, y]);
            else found.set(key, [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)]);
          }
          return labels.map(([, [r, g, b]]) => found.get((r << 16) | (g << 8) | b) ?? null);
        };
        const chromium = await read(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(white)}`);
        return { chromium, rsvg: await read(`data:image/png;base64,${png}`) };
      },
      { white, png, labels, width, scale: SCALE },
    );
    // Browsers draw brackets closer together: what counts is the edge, or the middle, from which a label is written.
    const place = ([left, top, right, bottom], anchor) => [{ start: left, middle: (left + right) / 2, end: right }[anchor], top, bottom];
    labels.forEach(([text, , anchor], at) => {
      const [one, other] = [boxes.chromium[at], boxes.rsvg[at]];
      if (text.trim() === "") return;
      assert.ok(one && other, `${text} is drawn by both: ${one} ${other}`);
      const apart = place(one, anchor).map((edge, side) => Math.abs(edge - place(other, anchor)[side]) / SCALE);
      assert.ok(Math.max(...apart) <= 2, `${text}: ${apart.map((it) => it.toFixed(1))} px apart`);
    });
  });
}
