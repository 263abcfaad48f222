import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { rowsOf } from "../support/spreadsheets.ts";
import { follow, heading, main } from "./support/pages.ts";
import { ADMINISTRATOR, READER, signInAs } from "./support/people.ts";
import { openReport, readTotals } from "./support/report.ts";
import { expect, test } from "./support/watched.ts";

async function download(page: Page, format: string): Promise<{ name: string; file: Buffer }> {
  await page.getByRole("radio", { name: format, exact: true }).check();
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download" }).click();
  const file = await waiting;
  return { name: file.suggestedFilename(), file: readFileSync(await file.path()) };
}

test("the lines behind the report are downloaded in every format, and come to its total", async ({
  page,
}) => {
  await signInAs(page, READER);
  await openReport(page, "partnership");
  const { total } = await readTotals(page);
  await follow(page, "export the lines behind it");
  await expect(heading(page)).toContainText("Allocation lines");
  for (const [name, format] of [
    ["CSV", "csv"],
    ["CSV for Excel", "csv-excel"],
    ["Excel workbook (XLSX)", "xlsx"],
    ["OpenDocument spreadsheet (ODS)", "ods"],
    ["JSON", "json"],
  ] as const) {
    const { name: fileName, file } = await download(page, name);
    expect(fileName).toMatch(/^lines-as-at-/);
    const [headings = [], ...rows] = await rowsOf(format, file);
    const amount = headings.indexOf("Amount");
    const pence = rows.reduce((sum, row) => sum + Math.round(Number(row[amount] || 0) * 100), 0);
    expect(pence, format).toBe(total);
  }
});

test("the list of awards is exported with the filters of the screen", async ({ page }) => {
  await signInAs(page, READER);
  await page.goto("/awards?search=safer");
  await follow(page, "Export these awards");
  await expect(main(page)).toContainText("Title or reference");
  const shown = await page.goto("/awards?search=safer").then(() => main(page).locator("tbody tr").count());
  await page.goBack();
  const { file } = await download(page, "CSV");
  expect((await rowsOf("csv", file)).length - 1).toBe(shown);
});

test("what will be made public can be looked at first", async ({ page }) => {
  await signInAs(page, READER);
  await page.goto("/exports");
  await follow(page, "Grants for 360Giving", "See what will be made public");
  await expect(heading(page)).toContainText("What will be made public");
  await expect(main(page)).toContainText("What is left out");
});

test("a token is made, shown once, and revoked", async ({ page, request }) => {
  await signInAs(page, READER);
  await page.goto("/account");
  await follow(page, "Access for spreadsheets");
  await page.getByLabel("What is it for?").fill("Workbook of the board");
  await page.getByRole("button", { name: "Make the token" }).click();
  const token = (await main(page).locator("code").textContent()) ?? "";
  const fetched = () => request.get("/api/v1/awards.csv", { headers: { authorization: `Bearer ${token}` } });
  expect((await fetched()).status()).toBe(200);
  await page.goto("/account/tokens");
  await expect(main(page)).not.toContainText(token);
  await page
    .getByRole("button", { name: /^Revoke/ })
    .first()
    .click();
  await expect(main(page)).toContainText("Revoked");
  expect((await fetched()).status()).toBe(401);
});

test("an administrator by that alone exports no bid and no award", async ({ page }) => {
  await signInAs(page, ADMINISTRATOR);
  await page.goto("/exports");
  await expect(main(page)).not.toContainText("One row for each award");
});
