import { expectAccessible } from "./support/accessible.ts";
import { expectRefused } from "./support/errors.ts";
import { choose, dayFromToday, fillDate, follow, heading, main, success } from "./support/pages.ts";
import { FINANCE, MANAGER, OFFICER, signInAs } from "./support/people.ts";
import { expect, test } from "./support/watched.ts";

const BID = "Bicycle marking at the station";
const TASK = "Check what the marking kit costs";

test("a task is given to somebody, stands among what they have to do, and is settled by them", async ({
  page,
}) => {
  await signInAs(page, OFFICER);
  await page.goto("/bids/new");
  await choose(page, "Which round is it for?", /Young people round/);
  await page.getByLabel("What is the bid called?").fill(BID);
  await choose(page, "Which partnership leads the bid?", /^Otherton Community Safety Partnership/);
  await page.getByRole("button", { name: "Save as draft" }).click();
  await expect(heading(page)).toHaveText(BID);
  const address = new URL(page.url()).pathname;
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
  await page.goto(`/hand-over`);
  await choose(page, "Whose bids and tasks?", FINANCE);
  await choose(page, "Who takes them over?", MANAGER);
  await page.getByRole("button", { name: "Show what would be handed over" }).click();
  await expect(main(page).getByRole("table", { name: "What would be handed over" })).toContainText(TASK);
  await expectAccessible(page);

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
