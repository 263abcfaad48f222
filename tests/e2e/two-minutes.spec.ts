import type { Page } from "@playwright/test";
import { heading, summaryOf } from "./support/pages.ts";
import { OFFICER, signInAs } from "./support/people.ts";
import { expect, test } from "./support/watched.ts";

// How long people take, after Card, Moran and Newell: a key by somebody who types on the side, a thought before each answer.
const SECONDS_A_KEY = 0.5;
const SECONDS_A_THOUGHT = 3;
const ALLOWED_SECONDS = 120;

/** The keys that a person presses, and the seconds that this takes them. */
class Keyboard {
  keys = 0;
  thoughts = 0;
  constructor(readonly page: Page) {}

  async press(key: string): Promise<void> {
    this.keys += 1;
    await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    this.keys += text.length;
    this.thoughts += 1;
    await this.page.keyboard.type(text);
  }

  /** Presses the tabulator until this is in focus. */
  async tabTo(role: "link" | "button" | "textbox" | "combobox", name: string): Promise<void> {
    const wanted = this.page.getByRole(role, { name, exact: true }).and(this.page.locator(":focus"));
    for (let press = 0; press < 80; press += 1) {
      await this.press("Tab");
      if ((await wanted.count()) > 0) return;
    }
    throw new Error(`The tabulator does not lead to “${name}”`);
  }

  seconds(waited: number): number {
    return this.keys * SECONDS_A_KEY + this.thoughts * SECONDS_A_THOUGHT + waited;
  }
}

/** From the list of bids to a saved draft, without a pointer. */
async function logBid(page: Page, title: string): Promise<void> {
  await page.goto("/bids");
  const started = Date.now();
  const keyboard = new Keyboard(page);
  await keyboard.tabTo("link", "New bid");
  await keyboard.press("Enter");
  await expect(heading(page)).toHaveText("New bid");
  await keyboard.tabTo("combobox", "Which round is it for?");
  const round = page
    .getByLabel("Which round is it for?")
    .getByRole("option", { name: /Safer neighbourhoods round/ });
  const option = (await round.first().textContent()) ?? "";
  await keyboard.type(option.slice(0, option.indexOf("(")).trim());
  await keyboard.tabTo("textbox", "What is the bid called?");
  await keyboard.type(title);
  await keyboard.tabTo("textbox", "How much do you ask for, in pounds?");
  await keyboard.type("12500");
  await keyboard.tabTo("combobox", "Which partnership leads the bid?");
  await keyboard.type("Anytown");
  await expect(page.locator(":focus").getByRole("option", { selected: true })).toHaveText(/^Anytown/);
  await keyboard.tabTo("button", "Save as draft");
  await keyboard.press("Enter");
  await expect(heading(page)).toHaveText(title);
  const seconds = Math.round(keyboard.seconds((Date.now() - started) / 1000));
  test
    .info()
    .annotations.push({ type: "time", description: `${keyboard.keys} keys, about ${seconds} seconds` });
  expect(seconds).toBeLessThan(ALLOWED_SECONDS);
  await expect(summaryOf(page, "Requested")).toHaveText("£12,500");
  await expect(summaryOf(page, "Round")).toContainText("Safer neighbourhoods round");
  await expect(summaryOf(page, "Lead partnership")).toContainText("Anytown");
}

test.describe("a new bid by keyboard alone, in less than two minutes", () => {
  test.beforeEach(({ page }) => signInAs(page, OFFICER));

  test("on a wide screen", async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await logBid(page, "Lamps at the bus station");
  });

  test("on a screen of the size of a phone", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await logBid(page, "Wardens for the precinct");
  });
});

test("a bid that is there already is asked about, and can be saved all the same", async ({ page }) => {
  await signInAs(page, OFFICER);
  const enter = async (title: string) => {
    await page.goto("/bids/new");
    await page.getByLabel("Which round is it for?").selectOption("not-known");
    await page.getByLabel("What is the bid called?").fill(title);
    await page.getByRole("button", { name: "Save as draft" }).click();
  };
  await enter("Benches along the canal");
  await expect(heading(page)).toHaveText("Benches along the canal");
  await enter("Benches along canal");
  await expect(heading(page)).toHaveText("Is this the same bid?");
  await expect(page.getByRole("link", { name: "Benches along the canal" })).toBeVisible();
  await page.getByRole("button", { name: "Change my answers" }).click();
  await expect(page.getByLabel("What is the bid called?")).toHaveValue("Benches along canal");
  await page.getByRole("button", { name: "Save as draft" }).click();
  await page.getByRole("button", { name: "No, it is another: save it" }).click();
  await expect(heading(page)).toHaveText("Benches along canal");
});
