import { expectAccessible } from "./support/accessible.ts";
import { choose, expectWellMade, heading, main, success, summaryOf } from "./support/pages.ts";
import { OFFICER, signInAs } from "./support/people.ts";
import { expect, hasScripts, test } from "./support/watched.ts";

const STAY = "Stay signed in";

test("who is signed out while they type signs in beside it and sends what they typed", async ({
  page,
  context,
}) => {
  await signInAs(page, OFFICER);
  await page.goto("/bids/new");
  await choose(page, "Which round is it for?", /Safer neighbourhoods round/);
  await page.getByLabel("What is the bid called?").fill("Benches by the brook");
  await page.getByLabel("What is the money for?").fill("A place to sit,\nin the shade.");
  await context.clearCookies();
  await page.getByRole("button", { name: "Save as draft" }).click();
  await expect(heading(page)).toHaveText("You have been signed out");
  await expect(summaryOf(page, "Title")).toHaveText("Benches by the brook");
  await expectWellMade(page);
  await expectAccessible(page);
  const [beside] = await Promise.all([
    context.waitForEvent("page"),
    page.getByRole("link", { name: "Sign in (opens in a new tab)" }).click(),
  ]);
  await beside.getByRole("button", { name: `Sign in as ${OFFICER}` }).click();
  await expect(heading(beside)).toHaveText("What needs you");
  await page.getByRole("button", { name: "Send my answers again" }).click();
  await expect(success(page)).toContainText(/Draft B-\d{6} saved/);
  await expect(heading(page)).toHaveText("Benches by the brook");
  await expect(main(page)).toContainText("A place to sit,");
});

test("who types for long is warned before they are signed out, and may stay", async ({ page }) => {
  await signInAs(page, OFFICER);
  if (!hasScripts()) {
    // Without scripts a page cannot count the time, and offers no button that would do nothing.
    await page.goto("/bids/new");
    await expect(page.getByRole("button", { name: STAY })).toBeHidden();
    return;
  }
  await page.clock.install();
  await page.goto("/bids/new");
  await page.getByLabel("What is the bid called?").fill("Benches by the brook");
  await page.clock.fastForward("24:00");
  await expect(page.getByRole("button", { name: STAY })).toBeHidden();
  await page.clock.fastForward("01:30");
  const warning = page.getByRole("alert").filter({ hasText: "You will be signed out in 5 minutes." });
  await expect(warning).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: STAY }).click();
  await expect(warning).toBeHidden();
  await page.clock.fastForward("24:00");
  await expect(warning).toBeHidden();
  await page.clock.fastForward("01:30");
  await expect(warning).toBeVisible();
  await page.clock.fastForward("05:00");
  await expect(page.getByRole("alert")).toContainText("You have been signed out. You may still save");
  await expect(page.getByLabel("What is the bid called?")).toHaveValue("Benches by the brook");
});
