import type { Page } from "@playwright/test";
import { heading } from "./pages.ts";
import { expect } from "./watched.ts";

/** The eight groupings of the report: the word of its address, and the word of its heading. */
export const GROUPINGS = {
  partnership: "partnership",
  funder: "funder",
  fund: "fund",
  priority: "priority area",
  theme: "theme",
  project: "project",
  year: "financial year",
  stream: "stream",
} as const;
export type Grouping = keyof typeof GROUPINGS;

export const EVERY_GROUPING = Object.keys(GROUPINGS) as Grouping[];

/** Opens the report "Funding secured"; `more` is the rest of its address. */
export async function openReport(page: Page, by: Grouping, more: Record<string, string> = {}): Promise<void> {
  await page.goto(`/reports/funding-secured?${new URLSearchParams({ by, ...more })}`);
  await expect(heading(page)).toHaveText(`Funding secured by ${GROUPINGS[by]}`);
}

/** The table of the report that is open, heading first, cells as they are read. */
export async function reportTable(page: Page): Promise<string[][]> {
  const table = page.getByRole("table", { name: /^Funding secured by/ });
  return table.evaluate((element) =>
    [...(element as HTMLTableElement).rows].map((row) =>
      [...row.cells].map((cell) => cell.textContent.trim()),
    ),
  );
}

/** Pence, from an amount as pages write it: "£36,073.00", "−£5", "£299,998". */
export function penceOf(text: string): number {
  const [, minus, pounds = "", pence = "0"] = /^([-−]?)£([\d,]+)(?:\.(\d\d))?$/.exec(text) ?? [];
  if (pounds === "") throw new Error(`Not an amount: ${text}`);
  const amount = Number(pounds.replaceAll(",", "")) * 100 + Number(pence);
  return minus ? -amount : amount;
}

/** A cell of the report that is open, by the name of its row and the heading of its column. */
export async function cellOf(page: Page, rowName: string, column: string): Promise<string> {
  const [headings = [], ...rows] = await reportTable(page);
  const row = rows.find(([name]) => name === rowName);
  const cell = row?.[headings.indexOf(column)];
  if (cell === undefined) throw new Error(`No ${column} of ${rowName} in ${JSON.stringify(rows)}`);
  return cell;
}

/** What a report says in the whole, in pence: its total, and its rows with what is not yet apportioned. */
export async function readTotals(page: Page): Promise<{ total: number; sumOfRows: number }> {
  const [headings = [], ...rows] = await reportTable(page);
  const secured = rows.map((row) => row[headings.indexOf("Secured")] ?? "");
  const pence = secured.map((text) => (text === "not recorded" ? 0 : penceOf(text)));
  return { total: pence.at(-1) ?? 0, sumOfRows: pence.slice(0, -1).reduce((sum, each) => sum + each, 0) };
}

/**
 * Reads all eight groupings: each comes to the same total, its rows come to it too, and nothing is counted twice.
 * @returns the one grand total, in pence.
 */
export async function expectOneGrandTotal(page: Page): Promise<number> {
  const totals = new Map<string, number>();
  for (const by of EVERY_GROUPING) {
    await openReport(page, by);
    const { total, sumOfRows } = await readTotals(page);
    expect(sumOfRows, `the rows by ${by}`).toBe(total);
    await expect(page.getByText(/^Shares £/)).toContainText("Counted twice: £0.00");
    totals.set(by, total);
  }
  expect([...new Set(totals.values())], JSON.stringify([...totals])).toHaveLength(1);
  return totals.get("partnership") ?? 0;
}
