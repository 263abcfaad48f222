import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { expectWellMade, main } from "./pages.ts";
import { expect, hasScripts } from "./watched.ts";

/**
 * The page has refused a form, in the one way that all pages do: the title says so, one summary names what is wrong and
 * takes the focus, and each message stands beside its field too.
 */
export async function expectRefused(page: Page, ...messages: string[]): Promise<void> {
  await expectSummary(page, ...messages);
  for (const message of messages) {
    await expect(main(page).getByText(`Error: ${message}`, { exact: true })).toBeVisible();
  }
}

/** As `expectRefused`, where what is wrong belongs to no single field. */
export async function expectSummary(page: Page, ...messages: string[]): Promise<void> {
  const summary = main(page).getByRole("alert");
  await expect(summary.getByRole("heading", { name: "There is a problem" })).toBeVisible();
  await expect(summary).toHaveCount(1);
  await expect(summary.getByRole("listitem")).toHaveText(messages);
  await expect(page).toHaveTitle(/^Error: (?!Error)/);
  await expectWellMade(page);
  if (hasScripts()) {
    await expect(page.locator(":focus").getByRole("heading", { name: "There is a problem" })).toBeVisible();
  }
  await expectAccessible(page);
}

/** The links of the summary lead to the fields that are wrong. */
export async function expectSummaryLeadsTo(page: Page, message: string, field: string): Promise<void> {
  await main(page).getByRole("alert").getByRole("link", { name: message }).click();
  await expect(page.locator(":focus")).toHaveAccessibleName(field);
}
