import { follow, heading, main, success } from "./support/pages.ts";
import { OFFICER, signInAs } from "./support/people.ts";
import { expect, test } from "./support/watched.ts";

test("a year of funding is drawn by month, beside its table, and leads to the years around it", async ({
  page,
}) => {
  await signInAs(page, OFFICER);
  await page.goto("/rounds");
  await follow(page, "See a year by month in the funding calendar");
  const year = (await heading(page).textContent()) ?? "";
  expect(year).toMatch(/^20\d\d to 20\d\d$/);
  await expect(page.getByRole("img", { name: new RegExp(`in ${year}`) })).toBeVisible();
  await expect(main(page).getByRole("row", { name: /Safer neighbourhoods round/ })).toContainText(
    /Closes in/,
  );
  await page.getByRole("link", { name: /Next/ }).click();
  await expect(heading(page)).toHaveText(
    `${Number(year.slice(0, 4)) + 1} to ${Number(year.slice(0, 4)) + 2}`,
  );
});

test("on a phone the year is drawn beside its table, and nothing is wider than the screen", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await signInAs(page, OFFICER);
  await page.goto("/calendar");
  await expect(page.getByRole("img", { name: /rounds in 20/ })).toBeVisible();
  await expect(main(page).getByRole("table")).toBeVisible();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(360);
});

test("an address for one’s own calendar is shown once, works without signing in, and can be stopped", async ({
  page,
  playwright,
}) => {
  await signInAs(page, OFFICER);
  await page.goto("/calendar/addresses");
  await page.getByRole("button", { name: "Make an address" }).click();
  await expect(page.getByRole("alert")).toContainText("Enter which calendar it is for");
  await page.getByLabel("Which calendar is the address for?").fill("Outlook at work");
  await page.getByRole("button", { name: "Make an address" }).click();
  const shown = page.getByLabel("Address for Outlook at work");
  const address = await shown.inputValue();
  expect(address).toMatch(/\/calendar\/deadlines\/[\w-]{43}\.ics$/);

  const program = await playwright.request.newContext({
    extraHTTPHeaders: { authorization: "Basic bm9ib2R5Om5vdGhpbmc=" },
  });
  const answer = await program.get(address);
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
  expect(await answer.text()).toContain("SUMMARY:Round closes: Community Safety Fund");

  await page.goto("/calendar/addresses");
  await expect(shown).toHaveCount(0);
  await expect(main(page).getByRole("row", { name: /Outlook at work/ })).not.toContainText("Never");
  await page.getByRole("button", { name: "Stop the address for Outlook at work" }).click();
  await expect(success(page)).toContainText("The address no longer works");
  expect((await program.get(address)).status()).toBe(404);
  await program.dispose();
});
