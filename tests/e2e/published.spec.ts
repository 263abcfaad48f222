import { readFileSync } from "node:fs";
import { expectAccessible } from "./support/accessible.ts";
import { expectRefused } from "./support/errors.ts";
import { fillDate, follow, heading, main } from "./support/pages.ts";
import { FINANCE, MANAGER, READER, signInAs } from "./support/people.ts";
import { expectFitsPhone } from "./support/pictures.ts";
import { expect, test } from "./support/watched.ts";

const TITLE = "Funding secured in the year to 31 March 2026";

test("finance publishes a report for anybody; it is read without signing in, and withdrawn with a reason", async ({
  page,
}) => {
  await signInAs(page, FINANCE);
  await page.goto("/reports/funding-secured/publish?by=year");
  await follow(page, /^Anytown/);
  await page.getByRole("button", { name: "Publish this report" }).click();
  await expectRefused(page, "Enter a title", "Choose who may read it");
  await page.getByLabel("What is the report called?").fill(TITLE);
  await page.getByLabel("Which committee or panel is it for? (optional)").fill("Scrutiny Panel");
  await fillDate(page, "When does it meet? (optional)", "1 12 2026");
  await page.getByLabel("What should a reader know first? (optional)").fill("First.\n\nSecond.");
  await page.getByLabel("Anybody who has its address, without signing in").check();
  await page.getByRole("button", { name: "Publish this report" }).click();
  await expect(heading(page)).toHaveText(TITLE);
  await expect(main(page)).toContainText("Unexplained: £0.00");
  await expectAccessible(page);
  await expectFitsPhone(page, "published report");

  const download = page.waitForEvent("download");
  await follow(page, /^Download its table/);
  const table = readFileSync(await (await download).path(), "utf8");
  expect(table).toMatch(/^Financial year,/);
  const withdraw = new URL(await hrefOf("Withdraw this report"), page.url()).pathname;
  const publicAddress = new URL(await hrefOf(/\/public\//), page.url()).pathname;

  await page.context().clearCookies();
  await page.goto(publicAddress);
  await expect(heading(page)).toHaveText(TITLE);
  await expect(main(page)).not.toContainText("Finley Finance");
  await expect(main(page)).toContainText("since in what is secured for the partnership");
  await expectAccessible(page);

  await signInAs(page, FINANCE);
  await page.goto(withdraw);
  await page.getByLabel("Why is it withdrawn?").fill("The wrong year was chosen");
  await page.getByRole("button", { name: "Withdraw this report" }).click();
  await expect(main(page)).toContainText("Report withdrawn");
  await signInAs(page, READER);
  await page.goto("/published");
  await expect(main(page).getByRole("row").filter({ hasText: TITLE })).toContainText("Withdrawn");
  await follow(page, TITLE);
  await expect(main(page)).toContainText("The wrong year was chosen");

  async function hrefOf(name: string | RegExp): Promise<string> {
    return (await main(page).getByRole("link", { name }).getAttribute("href")) ?? "";
  }
});

test("a manager publishes the yearly report as it is shown, with its Word document", async ({ page }) => {
  await signInAs(page, MANAGER);
  await page.goto("/reports/yearly");
  const whose = await main(page)
    .getByRole("option", { name: /^Otherton/ })
    .textContent();
  await page.getByLabel("Partnership").selectOption({ label: whose ?? "" });
  await page.getByRole("button", { name: "Show the report" }).click();
  await follow(page, "publish this report");
  await page.getByLabel("What is the report called?").fill("Otherton in the year");
  await page.getByLabel("People with a role in the partnership").check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Publish this report" }).click();
  await expect(heading(page)).toHaveText("Otherton in the year");
  await expect(main(page)).toContainText("Unexplained: £0.00");
  await expectAccessible(page);
  await expectFitsPhone(page, "published yearly report");
  const download = page.waitForEvent("download");
  await follow(page, /Word document/);
  expect(
    readFileSync(await (await download).path())
      .subarray(0, 2)
      .toString(),
  ).toBe("PK");
});
