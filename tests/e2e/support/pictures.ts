import type { Page } from "@playwright/test";
import { expect, hasScripts } from "./watched.ts";

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 360, height: 740 };

/** The page is no wider than a phone. Leaves pictures of it, wide and narrow, in test-results for people to look at. */
export async function expectFitsPhone(page: Page, name: string): Promise<void> {
  await page.setViewportSize(WIDE);
  await takePicture(page, `${name}-wide`);
  await page.setViewportSize(NARROW);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(width, `the width of ${name}`).toBe(NARROW.width);
  await takePicture(page, `${name}-narrow`);
  await page.setViewportSize(WIDE);
}

async function takePicture(page: Page, name: string): Promise<void> {
  if (!hasScripts()) return;
  await page.screenshot({ path: `test-results/pages/${name.replaceAll(" ", "-")}.png`, fullPage: true });
}
