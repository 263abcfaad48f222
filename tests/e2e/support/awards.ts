import type { Page } from "@playwright/test";
import { press } from "./lines.ts";
import { choose, dayFromToday, fillDate, heading } from "./pages.ts";
import { expect } from "./watched.ts";

const ANYTOWN = /^Anytown Community Safety Partnership/;

/** Records an award of £10,000 that Anytown alone has, decided two months ago. @returns its address */
export async function recordAward(page: Page, title: string): Promise<string> {
  await page.goto("/awards/new");
  await page.getByLabel("What is the award called?").fill(title);
  await choose(page, "Which partnership records it?", ANYTOWN);
  await page
    .getByRole("group", { name: /^Which partnerships share/ })
    .getByLabel(ANYTOWN)
    .check();
  await choose(page, /^Which of them leads/, ANYTOWN);
  await page.getByLabel("How much was awarded, in pounds?").fill("10,000");
  await fillDate(page, /^When was it decided/, dayFromToday(-60));
  await page.getByLabel("Where is the award recorded?").fill("Letter of the funder");
  await press(page, "Record the award");
  await expect(heading(page)).toHaveText(title);
  return new URL(page.url()).pathname;
}
