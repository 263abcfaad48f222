import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible.ts";
import { openPage, PAGE_KINDS } from "./support/page-kinds.ts";
import { expectWellMade } from "./support/pages.ts";
import { signInAs } from "./support/people.ts";
import { expect, hasScripts, test } from "./support/watched.ts";

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 360, height: 740 };
const PICTURES = "test-results/pages";

for (const [person, kinds] of Object.entries(PAGE_KINDS)) {
  test(`each page that ${person} opens is well made, accessible and fits a phone`, async ({ page }) => {
    test.slow();
    await page.setViewportSize(WIDE);
    if (person !== "nobody") await signInAs(page, person);
    const titles = new Map<string, string>();
    for (const kind of kinds) {
      await test.step(kind.name, async () => {
        await openPage(page, kind);
        const title = await expectWellMade(page);
        expect.soft(titles.get(title), title).toBeUndefined();
        titles.set(title, kind.name);
        await expectAccessible(page);
        await takePicture(page, `${kind.name}-wide`);
        await page.setViewportSize(NARROW);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect.soft(width, `the width of ${kind.name}`).toBe(NARROW.width);
        await takePicture(page, `${kind.name}-narrow`);
        await page.setViewportSize(WIDE);
      });
    }
  });
}

/** For people to look at, in test-results. */
async function takePicture(page: Page, name: string): Promise<void> {
  if (!hasScripts()) return;
  await page.screenshot({ path: `${PICTURES}/${name.replaceAll(" ", "-")}.png`, fullPage: true });
}
