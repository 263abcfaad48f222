import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { fillDate, follow, heading, main } from "./support/pages.ts";
import { FINANCE, READER, SOUTHAMPTON, signInAs } from "./support/people.ts";
import {
  cellOf,
  EVERY_GROUPING,
  expectOneGrandTotal,
  GROUPINGS,
  openReport,
  penceOf,
  readTotals,
  reportTable,
} from "./support/report.ts";
import { expect, test } from "./support/watched.ts";

const HARBOROUGH = "Harborough District Community Safety Partnership";

test("the report has one grand total in all eight groupings, for everybody and for one partnership", async ({
  page,
}) => {
  await signInAs(page, FINANCE);
  const whole = await expectOneGrandTotal(page);
  await signInAs(page, SOUTHAMPTON);
  const own = await expectOneGrandTotal(page);
  expect(own).toBe(110_000_000);
  expect(whole).toBeGreaterThan(own);
});

test("Harborough’s row reads £36,073.00, and opens to its line and its award", async ({ page }) => {
  await signInAs(page, READER);
  await openReport(page, "partnership", { partnership: await idOf(HARBOROUGH) });
  expect(penceOf(await cellOf(page, HARBOROUGH, "Secured"))).toBe(36_073_00);
  await openReport(page, "partnership");
  const row = main(page).getByRole("row", { name: new RegExp(`^${HARBOROUGH}`) });
  await expect(row).toContainText(/£36,073(\.00)?/);
  await follow(page, HARBOROUGH);
  await expect(heading(page)).toHaveText(`${HARBOROUGH}: £36,073`);
  await follow(page, /^A-\d{6}/);
  await expect(main(page)).toContainText("£36,073");
  await expect(main(page)).toContainText("Still to apportion: financial year");

  async function idOf(name: string): Promise<string> {
    await page.goto("/reports/funding-secured");
    const option = page.getByLabel("Partnership", { exact: true }).getByRole("option", { name });
    return (await option.getAttribute("value")) ?? "";
  }
});

test("the joint £299,998 stands once, as not yet apportioned", async ({ page }) => {
  await signInAs(page, READER);
  await openReport(page, "partnership");
  expect(penceOf(await cellOf(page, "Not yet apportioned", "Secured"))).toBeGreaterThanOrEqual(299_998_00);
  await follow(page, "Not yet apportioned");
  // The total may be the same amount, where no other spec has added to it.
  const lines = main(page)
    .getByRole("row")
    .filter({ has: page.getByRole("link") });
  await expect(lines.filter({ hasText: "£299,998" })).toHaveCount(1);
});

test("the report is asked for as at a day, and as it was known on a day", async ({ page }) => {
  await signInAs(page, READER);
  await openReport(page, "partnership");
  const { total: today } = await readTotals(page);
  await fillDate(page, "As at", "31 3 2019");
  await page.getByRole("button", { name: "Show the report" }).click();
  await expect(main(page)).toContainText("As at 31 March 2019");
  const { total: then } = await readTotals(page);
  expect(then).toBeLessThan(today);
  await follow(page, /^Remove filter: As at 31 March 2019/);
  expect((await readTotals(page)).total).toBe(today);
  await fillDate(page, "As it was known on", "31 3 2019");
  await page.getByRole("button", { name: "Show the report" }).click();
  await expect(main(page)).toContainText("as it was known on 31 March 2019");
  // Nothing was in the register yet.
  await expect(main(page)).toContainText("awards £0.00. Counted twice: £0.00");
});

test("the file that is downloaded holds the rows of the page", async ({ page }) => {
  await signInAs(page, READER);
  for (const by of EVERY_GROUPING) {
    await openReport(page, by);
    const shown = await reportTable(page);
    const waiting = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download this table as CSV" }).click();
    const file = await waiting;
    expect(file.suggestedFilename()).toMatch(new RegExp(`^funding-secured-by-${by}-as-at-.*\\.csv$`));
    const rows: string[][] = parse(readFileSync(await file.path()));
    // All but the total, which a sum of a column would count twice.
    expect(rows.map((row) => row.length)).toEqual(shown.slice(0, -1).map((row) => row.length));
    expect(rows.slice(1).map(plain)).toEqual(shown.slice(1, -1).map(plain));
  }
});

test("two groupings at once come to the same total in both directions, and a cell opens to its lines", async ({
  page,
}) => {
  await signInAs(page, READER);
  await openReport(page, "partnership");
  const { total } = await readTotals(page);
  await page.getByLabel("And, as columns, by").selectOption("Financial year");
  await page.getByRole("button", { name: "Show the report" }).click();
  await expect(heading(page)).toHaveText("Funding secured by partnership and financial year");
  const table = page.getByRole("table", { name: /and financial year$/ });
  const cells = await table.getByRole("row").last().getByRole("cell").allTextContents();
  const amounts = cells.map((text) => (text === "not recorded" ? 0 : penceOf(text)));
  expect(amounts.at(-1)).toBe(total);
  expect(amounts.slice(0, -1).reduce((sum, each) => sum + each, 0)).toBe(total);
  await expect(main(page)).toContainText(/^.*= columns .* = awards .*Counted twice: £0\.00/s);
  await follow(page, "Swap rows and columns");
  await expect(heading(page)).toHaveText("Funding secured by financial year and partnership");
  const row = main(page).getByRole("row", { name: /^Not yet apportioned/ });
  const cell = row.getByRole("link").first();
  // The table writes pence where any of its cells has some; the heading where this figure has.
  const amount = ((await cell.textContent()) ?? "").replace(/\.00$/, "");
  expect(amount).toMatch(/^£\d/);
  await cell.click();
  await expect(heading(page)).toContainText(amount);
  await page.goto("/reports/funding-secured?by=year&and=year");
  await expect(main(page)).toContainText("Choose columns that are not the same as the rows");
});

test("the success of bids names what it leaves out, in each grouping", async ({ page }) => {
  await signInAs(page, READER);
  for (const by of ["Funder", "Theme", "Partnership", "Financial year of the decision"]) {
    await page.goto("/reports/success");
    await page.getByLabel("Group by").selectOption(by);
    await page.getByRole("button", { name: "Show the report" }).click();
    await expect(heading(page)).toHaveText(`Success of bids by ${by.toLowerCase()}`);
    await expect(main(page).getByRole("row", { name: /^All bids, each once/ })).toBeVisible();
    await expect(main(page)).toContainText(/Rates are of competitive bids that are decided\. Left out: \d/);
  }
});

test("the report prints without navigation and filters", async ({ page }) => {
  await signInAs(page, READER);
  await openReport(page, "partnership");
  await expect(page.getByRole("navigation", { name: "Menu" })).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation", { name: "Menu" })).toBeHidden();
  await expect(page.getByRole("search")).toBeHidden();
  await expect(page.getByRole("link", { name: "Download this table as CSV" })).toBeHidden();
  await expect(page.getByRole("table", { name: "Funding secured by partnership" })).toBeVisible();
  await expect(page.getByText(/^Shares £/)).toBeVisible();
});

test("the page of reports leads to each grouping", async ({ page }) => {
  await signInAs(page, READER);
  for (const name of Object.values(GROUPINGS)) {
    await page.goto("/reports");
    await main(page)
      .getByRole("link", { name: new RegExp(`^${name}$`, "i") })
      .click();
    await expect(heading(page)).toHaveText(`Funding secured by ${name}`);
  }
});

/** A row of page or file: amounts as pence, what is not recorded as nothing. */
function plain(row: string[]): string[] {
  return row.map((cell, index) => {
    if (index === 0) return cell.replace(/\s*Below zero$/, "");
    if (cell === "not recorded") return "";
    if (cell.includes("£")) return String(penceOf(cell));
    return cell.includes(".") ? String(Math.round(Number(cell) * 100)) : cell.replaceAll(",", "");
  });
}
