import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible.ts";
import { expectRefused } from "./support/errors.ts";
import { choose, dayFromToday, fillDate, follow, heading, main, success } from "./support/pages.ts";
import { ADMINISTRATOR, FINANCE, MANAGER, OFFICER, signInAs } from "./support/people.ts";
import { expect, test } from "./support/watched.ts";

const BID = "Bicycle marking at the station";
const OTHERTON = /^Otherton Community Safety Partnership/;
const LEAVER = "Lena Leaver";
const TASK = "Check what the marking kit costs";

test("a task is given to somebody, stands among what they have to do, and is settled by them", async ({
  page,
}) => {
  await signInAs(page, OFFICER);
  const address = await logBid(page, BID);
  await follow(page, "Add a task");
  await page.getByRole("button", { name: "Add the task" }).click();
  await expectRefused(page, "Enter what has to be done", "Enter the date by which it has to be done");
  await page.getByLabel("What has to be done?").fill(TASK);
  await choose(page, "Who does it?", FINANCE);
  await fillDate(page, "By when?", dayFromToday(-5));
  await page.getByRole("button", { name: "Add the task" }).click();
  await expect(success(page)).toContainText("Task added");
  await expectAccessible(page);

  await signInAs(page, MANAGER);
  await expect(main(page).getByRole("table", { name: "Late tasks of others" })).toContainText(TASK);

  await signInAs(page, FINANCE);
  const own = main(page).getByRole("table", { name: "Your tasks" }).getByRole("row", { name: TASK });
  await expect(own).toContainText(/overdue by \d working day/);
  await own.getByRole("link", { name: TASK }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(success(page)).toContainText("Task settled");
  await page.goto(address);
  await expect(main(page).getByRole("table", { name: "Settled tasks" })).toContainText(
    new RegExp(`Done on .* by ${FINANCE}`),
  );
});

test("somebody leaves, and a manager hands over what they looked after, after a preview", async ({
  page,
}) => {
  await signInAs(page, ADMINISTRATOR);
  await page.goto("/people/new");
  await page.getByLabel("Name", { exact: true }).fill(LEAVER);
  await page.getByLabel("Email address").fill("lena@demo.example");
  await choose(page, "Which partnership do they belong to?", OTHERTON);
  await page.getByRole("radio", { name: "Officer" }).check();
  await page.getByRole("button", { name: "Add person" }).click();
  await expect(heading(page)).toHaveText(`${LEAVER} has been added`);

  await signInAs(page, OFFICER);
  const address = await logBid(page, "Lamps for the underpass");
  await follow(page, "Change the team");
  await choose(page, "Who owns this bid?", LEAVER);
  await page.getByRole("button", { name: "Save the team" }).click();
  await expect(success(page)).toContainText("Team saved");

  await signInAs(page, MANAGER);
  await page.goto("/hand-over");
  await choose(page, "Whose bids, awards and tasks?", LEAVER);
  await choose(page, "Who takes them over?", MANAGER);
  await page.getByRole("button", { name: "Show what would be handed over" }).click();
  const preview = main(page).getByRole("table", { name: "What would be handed over" });
  await expect(preview.getByRole("row", { name: /Lamps for the underpass/ })).toContainText("Owns the bid");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Hand over 1 bid" }).click();
  await expect(success(page)).toContainText(`1 bid handed over to ${MANAGER}`);
  await page.goto(address);
  await expect(main(page).locator(".govuk-summary-list__row", { hasText: /^Owner/ })).toContainText(MANAGER);
});

/** Logs a bid of the other partnership. @returns its address */
async function logBid(page: Page, title: string): Promise<string> {
  await page.goto("/bids/new");
  await choose(page, "Which round is it for?", /Young people round/);
  await page.getByLabel("What is the bid called?").fill(title);
  await choose(page, "Which partnership leads the bid?", OTHERTON);
  await page.getByRole("button", { name: "Save as draft" }).click();
  await expect(heading(page)).toHaveText(title);
  return new URL(page.url()).pathname;
}
