import type { Locator, Page } from "@playwright/test";
import { expect } from "./watched.ts";

/** The one heading of the page. */
export function heading(page: Page): Locator {
  return page.getByRole("heading", { level: 1 });
}

/** What was just done, as the page that follows says it. */
export function success(page: Page): Locator {
  return page.getByRole("alert", { name: "Success" });
}

/** The main part of the page, without navigation and footer. */
export function main(page: Page): Locator {
  return page.getByRole("main");
}

/** Follows links by their names, one page after the other, within the main part. */
export async function follow(page: Page, ...names: (string | RegExp)[]): Promise<void> {
  for (const name of names) {
    await main(page).getByRole("link", { name }).first().click();
    await page.waitForLoadState();
  }
}

/** What a record's summary says under a name. */
export function summaryOf(page: Page, key: string): Locator {
  return main(page)
    .getByRole("term")
    .filter({ hasText: new RegExp(`^${key}$`) })
    .locator("xpath=following-sibling::dd[1]");
}

/** Types a date like "31 8 2026" into the three inputs under a question. */
export async function fillDate(page: Page, question: string | RegExp, date: string): Promise<void> {
  const [day = "", month = "", year = ""] = date.split(" ");
  const group = page.getByRole("group", { name: question });
  await group.getByLabel("Day").fill(day);
  await group.getByLabel("Month").fill(month);
  await group.getByLabel("Year").fill(year);
}

/** Chooses the option of a question that reads like this. */
export async function choose(page: Page, question: string | RegExp, option: string | RegExp): Promise<void> {
  const select = page.getByLabel(question);
  const value = await select.getByRole("option", { name: option }).first().getAttribute("value");
  await select.selectOption(value);
}

/** "31 8 2026", so many days from today in the UK. */
export function dayFromToday(days: number): string {
  const date = new Date(Date.now() + days * 24 * 60 * 60 * 1000);
  const [day, month, year] = date.toLocaleDateString("en-GB", { timeZone: "Europe/London" }).split("/");
  return `${Number(day)} ${Number(month)} ${year}`;
}

/** Exactly one heading, a language, landmarks and the name of the service in the title. @returns the title */
export async function expectWellMade(page: Page): Promise<string> {
  await expect(heading(page), page.url()).toHaveCount(1);
  await expect(page.getByRole("main"), page.url()).toHaveCount(1);
  await expect(page.getByRole("banner"), page.url()).toHaveCount(1);
  await expect(page.getByRole("contentinfo"), page.url()).toHaveCount(1);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  const title = await page.title();
  expect(title, page.url()).toMatch(/\S – Community safety funding register$/);
  return title;
}
