import type { Locator, Page } from "@playwright/test";
import { main } from "./pages.ts";
import { expect } from "./watched.ts";

/** One line of the page that apportions an award, by its number. */
export function line(page: Page, number: number): Locator {
  return page.getByRole("group", { name: `Line ${number}`, exact: true });
}

/** Whose, when, for what and why; what is left out stays not yet apportioned. */
type LineFacts = {
  partnership?: RegExp;
  year?: string;
  project?: RegExp;
  priority?: RegExp;
  stream?: string;
  amount?: string;
  share?: string;
};

/** Fills in what is known of a line. */
export async function fillLine(page: Page, number: number, facts: LineFacts): Promise<void> {
  const fields = line(page, number);
  const pick = async (label: string, option: string | RegExp | undefined) => {
    if (option === undefined) return;
    const select = fields.getByLabel(label, { exact: true });
    await select.selectOption(
      await select.getByRole("option", { name: option }).first().getAttribute("value"),
    );
  };
  await pick("Partnership", facts.partnership);
  await pick("Financial year", facts.year);
  await pick("Project", facts.project);
  await pick("Priority area", facts.priority);
  await pick("Stream", facts.stream);
  if (facts.amount !== undefined) await amountOf(page, number).fill(facts.amount);
  if (facts.share !== undefined) await fields.getByLabel("Share").fill(facts.share);
}

/** The amount of a line. */
export function amountOf(page: Page, number: number): Locator {
  return line(page, number).getByLabel("Amount, in pounds");
}

/** Presses a button of the page of lines that brings it back with other lines. */
export async function press(page: Page, button: string): Promise<void> {
  await main(page).getByRole("button", { name: button, exact: true }).click();
  await page.waitForLoadState();
}

/** What the page says of the money that is not in a line; it stands over the lines and under them. */
export async function expectLeft(page: Page, words: string): Promise<void> {
  const said = main(page).getByText(words, { exact: true });
  await expect(said).toHaveCount(2);
  await expect(said.first()).toBeVisible();
}
