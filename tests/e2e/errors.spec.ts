import { expectAccessible } from "./support/accessible.ts";
import { expectRefused, expectSummaryLeadsTo } from "./support/errors.ts";
import { choose, expectWellMade, fillDate, follow, heading, main } from "./support/pages.ts";
import { MANAGER, OFFICER, READER, signInAs, signInWithPassword } from "./support/people.ts";
import { expectFitsPhone } from "./support/pictures.ts";
import { expect, test } from "./support/watched.ts";

test("a new bid without answers is refused, and names what is missing", async ({ page }) => {
  await signInAs(page, OFFICER);
  await page.goto("/bids/new");
  await page.getByRole("button", { name: "Save as draft" }).click();
  await expectRefused(page, "Choose a round, or that it is not known yet", "Enter a title for the bid");
  await expectSummaryLeadsTo(page, "Enter a title for the bid", "What is the bid called?");
});

test("a new bid with an amount and a date that cannot be read keeps what was typed", async ({ page }) => {
  await signInAs(page, OFFICER);
  await page.goto("/bids/new");
  await choose(page, "Which round is it for?", "Round not known yet");
  await page.getByLabel("What is the bid called?").fill("Locks");
  await page.getByLabel("How much do you ask for, in pounds?").fill("12.345");
  await fillDate(page, "When do you expect a decision?", "31 2 2027");
  await page.getByRole("button", { name: "Save as draft" }).click();
  await expectRefused(
    page,
    "Requested amount must have no more than 2 decimal places",
    "Expected decision must be a real date",
  );
  await expect(page.getByLabel("What is the bid called?")).toHaveValue("Locks");
  await expect(page.getByLabel("How much do you ask for, in pounds?")).toHaveValue("12.345");
  const date = page.getByRole("group", { name: "When do you expect a decision?" });
  await expect(date.getByLabel("Day")).toHaveValue("31");
  await expect(date.getByLabel("Month")).toHaveValue("2");
  await expect(date.getByLabel("Year")).toHaveValue("2027");
  await expectSummaryLeadsTo(page, "Expected decision must be a real date", "Day");
  await expectFitsPhone(page, "refused bid");
});

test("a wrong password is refused without saying which part is wrong", async ({ page }) => {
  await signInWithPassword(page, "nobody@demo.example", "not the password");
  await expectRefused(page, "The email address or the password is not right");
  await expect(page.getByLabel("Email address")).toHaveValue("nobody@demo.example");
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue("");
});

test("a project, a measure and a round without answers are refused in the same way", async ({ page }) => {
  await signInAs(page, OFFICER);
  await page.goto("/projects/new");
  await page.getByRole("button", { name: "Save project" }).click();
  await expectRefused(page, "Choose a partnership", "Enter the name of the project");
  await page.goto("/measures/new");
  await page.getByRole("button", { name: "Save measure" }).click();
  await expectRefused(
    page,
    "Choose the project or partnership that it is measured on",
    "Enter what is measured",
    "Enter the unit, like incidents or per cent",
  );
  await page.goto("/rounds/new");
  await page.getByLabel("How much match funding is asked for?").fill("half");
  await page.getByRole("button", { name: "Save round" }).click();
  await expect(main(page).getByRole("alert")).toContainText("There is a problem");
  await expect(page.getByLabel("How much match funding is asked for?")).toHaveValue("half");
  await expectAccessible(page);
});

test("a reading without a period and an award without answers are refused in the same way", async ({
  page,
}) => {
  await signInAs(page, MANAGER);
  await page.goto("/outcomes");
  await follow(page, "Young people who take part", "Record a reading");
  await page.getByLabel("What is the value, in people?").fill("many");
  await page.getByRole("button", { name: "Save reading" }).click();
  await expectRefused(page, "Value must be a number, like 167 or 42.5");
  await expect(page.getByLabel("What is the value, in people?")).toHaveValue("many");
  await page.getByLabel("What is the value, in people?").fill("41");
  await page.getByRole("button", { name: "Save reading" }).click();
  await expectRefused(page, "Enter the period, in words or by its dates");
  await page.goto("/awards/new");
  await page.getByRole("button", { name: "Record the award" }).click();
  await expect(main(page).getByRole("alert")).toContainText("There is a problem");
  await expect(page).toHaveTitle(/^Error: Record an award already made/);
  await expectAccessible(page);
});

test("a report as at a day that does not exist says so", async ({ page }) => {
  await signInAs(page, READER);
  await page.goto("/reports/funding-secured");
  await fillDate(page, "As at", "31 2 2025");
  await page.getByRole("button", { name: "Show the report" }).click();
  await expect(main(page).getByRole("alert")).toContainText("As at must be a real date");
  await expect(page.getByRole("group", { name: "As at" }).getByLabel("Day")).toHaveValue("31");
  await expect(page).toHaveTitle(/^Error: Funding secured/);
  await expectAccessible(page);
});

test("a page that the role does not allow says so in plain words", async ({ page }) => {
  await signInAs(page, READER);
  const response = await page.goto("/bids/new");
  expect(response?.status()).toBe(403);
  await expect(heading(page)).toHaveText("You cannot do this");
  await expect(page).toHaveTitle(/^You cannot do this – /);
  await expectWellMade(page);
  await expectAccessible(page);
});
