import type { Page } from "@playwright/test";
import { recordAward } from "./support/awards.ts";
import { amountOf, fillLine, press } from "./support/lines.ts";
import { choose, dayFromToday, fillDate, follow, main, success, summaryOf } from "./support/pages.ts";
import { FINANCE, OFFICER, signInAs } from "./support/people.ts";
import { expect, test } from "./support/watched.ts";

const AWARD = "Patrols on the last bus";

test("a year is cut below what was claimed of it: that is repaid, and the next year loses nothing", async ({
  page,
}) => {
  await signInAs(page, FINANCE);
  const address = await recordAward(page, AWARD);
  await follow(page, "Apportion this award");
  await page.getByLabel("Why?").fill("As the agreement says.");
  await press(page, "Save and continue");
  await press(page, "Add a line");
  await fillLine(page, 1, { year: year(0), amount: "6,000" });
  await press(page, "Add a line");
  await fillLine(page, 2, { year: year(1), amount: "4,000" });
  await seal(page);
  await follow(page, /^Change the owner/);
  await choose(page, "Who is responsible for this award?", OFFICER);
  await press(page, "Save the owner");
  await expect(summaryOf(page, "Owner")).toContainText(OFFICER);

  await signInAs(page, OFFICER);
  await page.goto(`${address}/claims/new`);
  await fillDate(page, "What is the first day of the period?", dayFromToday(-30));
  await fillDate(page, "What is the last day of the period?", dayFromToday(-1));
  await page.getByRole("radio", { name: /^In arrears/ }).check();
  await fillLine(page, 1, { year: year(0), amount: "6,000" });
  await press(page, "Save the claim");
  await expect(success(page)).toBeVisible();
  const claim = page.url();
  await signInAs(page, FINANCE);
  for (const action of ["sign", "submit", "record_receipt"]) {
    await page.goto(`${claim}/${action}`);
    if (action === "submit") {
      await main(page).getByRole("button").click();
      await expect(main(page).getByRole("alert")).toContainText("No agreement is recorded");
      await page.getByLabel("What is it claimed under?").fill("The award letter");
    }
    if (action === "record_receipt") await page.getByLabel("How much came, in pounds?").fill("6,000");
    await main(page).getByRole("button").click();
    await expect(success(page)).toBeVisible();
  }

  await page.goto(`${address}/next-version`);
  await page.getByRole("radio", { name: "Reduction" }).check();
  await page.getByLabel("What is the new amount of the whole award, in pounds?").fill("8,000");
  await page.getByLabel("Why?").fill("The fund was cut in mid-year.");
  await press(page, "Save and continue");
  await amountOf(page, 1).fill("4,000");
  await seal(page);
  await expect(main(page)).toContainText(`£2,000 of ${year(0)}`);
  await expect(summaryOf(page, "Left to claim")).toHaveText("£4,000");
  await page.goto("/standing/use-it-or-lose-it");
  await expect(main(page).getByRole("row", { name: AWARD })).toContainText("£2,000 of it to be repaid");

  await page.goto(`${address}/repayments/record`);
  await page.getByLabel("How much went back, in pounds?").fill("6,000.01");
  await press(page, "Record a repayment");
  await expect(main(page).getByRole("alert")).toContainText("Only £6,000 came and has not gone back");
  await page.getByLabel("How much went back, in pounds?").fill("2,000");
  await press(page, "Record a repayment");
  await expect(success(page)).toContainText("Repayment recorded");
  await page.goto(address);
  await expect(main(page)).not.toContainText("to be repaid");
  await expect(summaryOf(page, "Left to claim")).toHaveText("£4,000");
});

/** Continues from the lines of the next version to its seal. */
async function seal(page: Page): Promise<void> {
  await press(page, "Continue");
  await press(page, "Seal this version");
  await expect(success(page)).toContainText("sealed");
}

/** "2026 to 2027": the financial year of the claim, or the one after it. */
function year(after: number): string {
  const [, month = 1, now = 0] = dayFromToday(-1).split(" ").map(Number);
  const first = (month > 3 ? now : now - 1) + after;
  return `${first} to ${first + 1}`;
}
