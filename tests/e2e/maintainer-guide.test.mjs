// The guide for those who keep the data: from the page of the data to lines that can be copied and screens that are seen.
import assert from "node:assert/strict";
import { eventually } from "./support/browser.mjs";
import { test } from "./support/fixtures.mjs";
import { heading, main, region } from "./support/parts.mjs";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test("the page of the data leads to the guide", async ({ page, open }) => {
  await open("data/");
  await region(page, "ダウンロード").getByRole("link", { name: "もとの表を直し、自分のサイトで公開する手順" }).click();
  await heading(page).getByText("データを直して公開する", { exact: true }).waitFor();
  assert.ok(page.url().endsWith("/data/maintainer/"));
});

test("each line to be typed is copied as it stands", async ({ page, open }) => {
  await open("data/maintainer/");
  const lines = await main(page).locator("pre").allInnerTexts();
  assert.ok(lines.length > 5 && lines.every((text) => text.split("\n").every((line) => line.startsWith("snapshot "))), lines.join("\n"));
  const buttons = main(page).getByRole("button", { name: "枠の中をコピー" });
  assert.equal(await buttons.count(), lines.length);
  for (const [place, text] of lines.entries()) {
    await buttons.nth(place).click();
    await eventually(async () => assert.equal(await page.evaluate(() => navigator.clipboard.readText()), text));
  }
});

for (const width of [375, 1280]) {
  test(`its screens are shown, say what they show, and move nothing when they come, ${width} wide`, async ({ page, open }) => {
    await page.setViewportSize({ width, height: 800 });
    await open("data/maintainer/");
    const screens = main(page).locator("img");
    assert.ok((await screens.count()) >= 5);
    for (const screen of await screens.all()) {
      const place = () => screen.evaluate((it) => ({ height: it.clientHeight, fits: it.getBoundingClientRect().right <= innerWidth }));
      await screen.scrollIntoViewIfNeeded();
      const before = await place();
      await eventually(async () => assert.ok(await screen.evaluate((it) => it.complete && it.naturalWidth > 300)));
      assert.deepEqual(await place(), before);
      assert.ok(before.fits && before.height > 50, JSON.stringify(before));
      assert.ok((await screen.getAttribute("alt")).length > 10);
    }
  });
}
