import { expectAccessible } from "./support/accessible.ts";
import { expectRefused, expectSummaryLeadsTo } from "./support/errors.ts";
import { choose, follow, heading, main, success, summaryOf } from "./support/pages.ts";
import { OFFICER, signInAs } from "./support/people.ts";
import { expect, hasScripts, test } from "./support/watched.ts";

const TITLE = "Lights in the underpass";

test.describe("a draft of a bid", () => {
  test.describe.configure({ mode: "serial" });

  test.beforeEach(({ page }) => signInAs(page, OFFICER));

  test("may hold only a round and a title", async ({ page }) => {
    await page.goto("/bids/new");
    await choose(page, "Which round is it for?", /Safer neighbourhoods round/);
    await page.getByLabel("What is the bid called?").fill(TITLE);
    await page.getByRole("button", { name: "Save as draft" }).click();
    await expect(success(page)).toContainText(/Draft B-\d{6} saved/);
    await expect(heading(page)).toHaveText(TITLE);
    await expect(main(page).getByText("Draft", { exact: true })).toBeVisible();
    await expect(summaryOf(page, "Requested")).toHaveText("not recorded");
  });

  test("is asked for what is missing when it is submitted", async ({ page }) => {
    await page.goto("/bids");
    await follow(page, TITLE, "Check answers and submit");
    await expect(main(page).getByText("Before you submit the bid:")).toBeVisible();
    await expect(summaryOf(page, "Purpose")).toHaveText("Not provided");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Submit", exact: true }).click();
    const summary = main(page).getByRole("alert");
    await expect(summary).toContainText("Choose the lead partnership");
    await expect(summary).toContainText("Say what the money is for");
    await expect(summary).toContainText("Enter the requested amount, or say that it is not yet known");
    await expect(page).toHaveTitle(/^Error: /);
    await expectAccessible(page);
  });

  test("is finished later and submitted", async ({ page }) => {
    await page.goto("/bids");
    await follow(page, TITLE, "Change draft");
    await expect(page.getByLabel("What is the bid called?")).toHaveValue(TITLE);
    await choose(page, "Which partnership leads the bid?", /^Anytown/);
    await page.getByLabel("What is the money for?").fill("So that people dare to walk home.");
    await page.getByLabel("How much do you ask for, in pounds?").fill("a lot");
    await page.getByRole("button", { name: "Continue to check answers" }).click();
    const message = "Requested amount must be in pounds, like 1,250 or 1,250.50";
    await expectRefused(page, message);
    await expect(page.getByLabel("What is the money for?")).toHaveValue("So that people dare to walk home.");
    await expect(page.getByLabel("How much do you ask for, in pounds?")).toHaveValue("a lot");
    await expectSummaryLeadsTo(page, message, "How much do you ask for, in pounds?");
    await page.getByLabel("How much do you ask for, in pounds?").fill("£ 9,500.50");
    await page.getByRole("button", { name: "Continue to check answers" }).click();
    await expect(heading(page)).toHaveText("Check your answers");
    await expect(summaryOf(page, "Requested")).toHaveText("£9,500.50");
    await page.getByRole("button", { name: "Submit", exact: true }).click();
    await expect(success(page)).toContainText("Submitted");
  });
});

test("what was typed is not left without a question, and with scripts alone a browser can ask it", async ({
  page,
}) => {
  const asked: string[] = [];
  page.on("dialog", async (dialog) => {
    asked.push(dialog.type());
    await (asked.length === 1 ? dialog.dismiss() : dialog.accept());
  });
  await signInAs(page, OFFICER);
  await page.goto("/bids/new");
  const title = page.getByLabel("What is the bid called?");
  await title.click();
  await title.pressSequentially("Half a title");
  const leave = page.getByRole("navigation").getByRole("link", { name: "Awards", exact: true });
  if (hasScripts()) {
    await leave.click();
    await expect.poll(() => asked).toEqual(["beforeunload"]);
    await expect(title).toHaveValue("Half a title");
  }
  await leave.click();
  await expect(heading(page)).toHaveText("Awards");
  expect(asked).toHaveLength(hasScripts() ? 2 : 0);
});
