// An earlier snapshot: it stays as it was, on every page, and says that it is not the newest.
import assert from "node:assert/strict";
import { answerTo } from "./support/answers.mjs";
import { catalog, date, snapshot } from "./support/data.mjs";
import { casesOf } from "./support/earlier.mjs";
import { test } from "./support/fixtures.mjs";
import { expectCount, heading, main } from "./support/parts.mjs";

const EARLIER = catalog.snapshots.filter(({ published_at }) => published_at < snapshot.published_at);
const link = (page) => main(page).getByRole("link", { name: `このページを新しいデータ（${date(snapshot.as_of)}時点）で見る` });

/** One page of each kind, with a case that the snapshot has. */
const pagesOf = (id) => [
  "", "about/", "cases/", `cases/${casesOf(id)[0].id}/`, `compare/?ids=${casesOf(id).slice(0, 2).map((it) => it.id)}`,
  "systems/", "systems/gis/", "prefectures/", "prefectures/27/", "figures/?rows=domain", "data/", "faq/",
];
const within = (address, id) => `${address}${address.includes("?") ? "&" : "?"}snapshot=${id}`;

for (const { id, as_of } of EARLIER) {
  test(`the snapshot of ${id} opens on every page and leads to the newest`, async ({ page, open }) => {
    for (const address of pagesOf(id)) {
      await open(within(address, id));
      await main(page).getByText(`${date(as_of)}時点のデータを表示しています。`).waitFor();
      assert.equal(await link(page).count(), 1, address);
    }
  });

  test(`the list of ${id} shows its own cases, and one link away those of today under the same conditions`, async ({ page, open }) => {
    await open(`cases/?pref=27&snapshot=${id}`);
    await expectCount(page, answerTo(`pref=27&snapshot=${id}`).length);
    await link(page).click();
    await expectCount(page, answerTo("pref=27").length);
    await link(page).waitFor({ state: "detached" });
  });

  test(`a case that ${id} has and the newest has not is shown there, and said to be missing here`, async ({ page, open }) => {
    const removed = casesOf(id).find((it) => !casesOf().some((now) => now.id === it.id));
    assert.ok(removed, "the example shows nothing");
    await open(`cases/${removed.id}/?snapshot=${id}`);
    await heading(page).getByText(removed.title).waitFor();
    await link(page).click();
    await main(page).getByText(removed.id).first().waitFor();
    await heading(page).getByText(removed.title).waitFor({ state: "detached" });
  });
}

test("the newest snapshot says nothing of another", async ({ page, open }) => {
  assert.ok(EARLIER.length > 0, "the example shows nothing");
  await open("");
  assert.equal(await link(page).count(), 0);
});
