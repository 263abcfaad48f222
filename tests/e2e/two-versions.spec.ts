import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible.ts";
import { choose, expectWellMade, follow, heading, main, success, summaryOf } from "./support/pages.ts";
import { OFFICER, signInAs } from "./support/people.ts";
import { expect, test } from "./support/watched.ts";

const TITLE = "Cameras on the quay";
const CHANGED = "Somebody else changed this since you opened the page";

test.describe("who changes a bid that somebody else has changed meanwhile", () => {
  test.describe.configure({ mode: "serial" });

  test.beforeEach(({ page }) => signInAs(page, OFFICER));

  test("sees both versions, keeps what they typed, and may take the other or put theirs in its place", async ({
    page,
    context,
  }) => {
    await page.goto("/bids/new");
    await choose(page, "Which round is it for?", /Safer neighbourhoods round/);
    await page.getByLabel("What is the bid called?").fill(TITLE);
    await page.getByRole("button", { name: "Save as draft" }).click();
    await follow(page, "Change draft");
    const other = await context.newPage();
    await other.goto(page.url());

    await other.getByLabel("What is the bid called?").fill(`${TITLE}, both sides`);
    await other.getByLabel("How much do you ask for, in pounds?").fill("4,000");
    await other.getByRole("button", { name: "Save as draft" }).click();
    await expect(success(other)).toBeVisible();
    const again = await context.newPage();
    await again.goto(page.url());

    const title = page.getByLabel("What is the bid called?");
    await title.fill(`${TITLE}, east side`);
    await page.getByRole("button", { name: "Save as draft" }).click();
    await expect(main(page).getByRole("alert")).toContainText(CHANGED);
    expect(await expectWellMade(page)).toMatch(/^Error: /);
    await expect(main(page)).toContainText("2 of your answers differ from what the register says now");
    await expect(title).toHaveValue(`${TITLE}, east side`);
    await expect(title).toHaveAccessibleDescription(new RegExp(`now: ${TITLE}, both sides`));
    await expect(page.getByLabel("How much do you ask for, in pounds?")).toHaveAccessibleDescription(
      /In the register now: £4000/,
    );
    await expectAccessible(page);

    await follow(page, "Leave my answers and take what the register says now");
    await expect(title).toHaveValue(`${TITLE}, both sides`);
    await title.fill(`${TITLE}, east side`);
    await page.getByRole("button", { name: "Save as draft" }).click();
    await expect(heading(page)).toHaveText(`${TITLE}, east side`);
    await expect(summaryOf(page, "Requested")).toHaveText("£4,000");

    // Who has seen both may save again as it stands.
    await again.getByLabel("How much do you ask for, in pounds?").fill("5,000");
    await again.getByRole("button", { name: "Save as draft" }).click();
    await expect(main(again).getByRole("alert")).toContainText(CHANGED);
    await again.getByRole("button", { name: "Save as draft" }).click();
    await expect(success(again)).toBeVisible();
    await expect(heading(again)).toHaveText(`${TITLE}, both sides`);
    await expect(summaryOf(again, "Requested")).toHaveText("£5,000");
  });

  test("is given back what they typed where the bid has moved on", async ({ page, context }) => {
    await page.goto("/bids");
    await follow(page, TITLE, "Withdraw");
    const other = await context.newPage();
    await other.goto(page.url());
    await withdraw(other, "The quay is closed");
    await expect(success(other)).toContainText("Withdrawn");
    await withdraw(page, "Nobody asked for it");
    await expect(heading(page)).toHaveText("Somebody else has changed this record");
    await expect(main(page)).toContainText("Nobody asked for it");
    await expectWellMade(page);
    await expectAccessible(page);
    await follow(page, "Look at what the register says now");
    await expect(main(page)).toContainText("The quay is closed");
  });
});

async function withdraw(page: Page, reason: string): Promise<void> {
  await page.getByLabel("Why is the bid withdrawn?").fill(reason);
  await page.getByRole("button", { name: "Withdraw the bid" }).click();
}
