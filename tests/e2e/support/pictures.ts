import type { Page } from "@playwright/test";
import { expect, hasScripts } from "./watched.ts";

/** The size that pages have in the tests. */
const WIDE = { width: 1280, height: 720 };
const NARROW = { width: 360, height: 740 };

/** The page is no wider than a phone. With PICTURES=1, leaves pictures of it, wide and narrow, in test-results/pages. */
export async function expectFitsPhone(page: Page, name: string): Promise<void> {
  await takePicture(page, `${name}-wide`);
  await page.setViewportSize(NARROW);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(width, `the width of ${name}`).toBe(NARROW.width);
  await takePicture(page, `${name}-narrow`);
  await page.setViewportSize(WIDE);
}

/** For people to look at. They take longer than all else, so that they are taken only where they are asked for. */
async function takePicture(page: Page, name: string): Promise<void> {
  if (!hasScripts() || !process.env.PICTURES) return;
  await page.screenshot({ path: `test-results/pages/${name.replaceAll(" ", "-")}.png`, fullPage: true });
}
