import { expectAccessible } from "./support/accessible.ts";
import { addressOf, PAGE_KINDS, runsScripts } from "./support/page-kinds.ts";
import { expectWellMade } from "./support/pages.ts";
import { signInAs } from "./support/people.ts";
import { expectFitsPhone } from "./support/pictures.ts";
import { expect, hasScripts, test } from "./support/watched.ts";

for (const [person, kinds] of Object.entries(PAGE_KINDS)) {
  test(`each page that ${person} opens is well made, accessible and fits a phone`, async ({ page }) => {
    test.slow();
    if (person !== "nobody") await signInAs(page, person);
    const titles = new Map<string, string>();
    for (const kind of kinds) {
      await test.step(kind.name, async () => {
        const address = await addressOf(page, kind);
        // Seen with scripts already.
        if (!hasScripts() && !(await runsScripts(page, address))) return;
        await page.goto(address);
        const title = await expectWellMade(page);
        expect.soft(titles.get(title), title).toBeUndefined();
        titles.set(title, kind.name);
        await expectAccessible(page);
        await expectFitsPhone(page, kind.name);
      });
    }
  });
}
