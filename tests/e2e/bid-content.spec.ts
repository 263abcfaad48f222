import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible.ts";
import { expectRefused } from "./support/errors.ts";
import { choose, fillDate, follow, heading, main, success, summaryOf } from "./support/pages.ts";
import { OFFICER, signInAs } from "./support/people.ts";
import { expectFitsPhone } from "./support/pictures.ts";
import { expect, hasScripts, test } from "./support/watched.ts";

const BID = "Stewards at the bus station";
const SAVE = "Save and go back to the bid";

/** How far a section is, as the list of sections says. */
function statusOf(page: Page, section: string) {
  return main(page)
    .getByRole("listitem")
    .filter({ has: page.getByRole("link", { name: section, exact: true }) });
}

async function openSection(page: Page, section: string) {
  await page.goto("/bids");
  await follow(page, BID);
  await main(page).getByRole("link", { name: section, exact: true }).click();
  await expect(heading(page)).toHaveText(section);
}

async function press(page: Page, button: string) {
  await main(page).getByRole("button", { name: button, exact: true }).click();
  await page.waitForLoadState();
}

/** Saves a section, and waits for the bid: what follows leaves the page. */
async function save(page: Page) {
  await press(page, SAVE);
  await expect(success(page)).toContainText("saved");
}

test.describe("a bid that is written in several sittings", () => {
  test.describe.configure({ mode: "serial" });

  test.beforeEach(({ page }) => signInAs(page, OFFICER));

  test("is logged with title, round, amount and lead", async ({ page }) => {
    await page.goto("/bids/new");
    await choose(page, "Which round is it for?", /Safer neighbourhoods round/);
    await page.getByLabel("What is the bid called?").fill(BID);
    await page.getByLabel("How much do you ask for, in pounds?").fill("26,000");
    await choose(page, "Which partnership leads the bid?", /^Anytown/);
    await press(page, "Save as draft");
    await expect(main(page)).toContainText("You have completed 0 of 10 sections.");
    await expect(statusOf(page, "Costs")).toContainText("Not started");
    await expect(statusOf(page, "Main details and partners")).toContainText("In progress");
    await expectAccessible(page);
    await expectFitsPhone(page, "sections of a bid");
  });

  test("has costs by year that add themselves up, and are held against the amount", async ({ page }) => {
    await openSection(page, "Costs");
    const rows = main(page).getByRole("row");
    await page.getByLabel("Revenue, in pounds, year 1").fill("£12,000");
    await page.getByLabel("Capital, in pounds, year 1").fill("4000");
    if (!hasScripts()) await press(page, "Add up");
    await expect(rows.nth(1)).toContainText("£16,000");
    const less = "The costs add up to £16,000, £10,000 less than the amount requested, £26,000.";
    await expect(main(page).getByText(less)).toBeVisible();
    await press(page, "Add another year");
    await page.getByLabel("Revenue, in pounds, year 2").fill("ten thousand");
    await press(page, SAVE);
    await expectRefused(page, "Revenue must be in pounds, like 1,250 or 1,250.50");
    await expect(page.getByLabel("Revenue, in pounds, year 2")).toHaveValue("ten thousand");
    await expect(page.getByLabel("Revenue, in pounds, year 1")).toHaveValue(/^£?12,?000$/);
    await page.getByLabel("Revenue, in pounds, year 2").fill("10,000.00");
    await press(page, "Add up");
    await expect(main(page)).toContainText("The costs add up to the amount requested, £26,000.");
    await expectAccessible(page);
    await expectFitsPhone(page, "costs of a bid");
    await page.getByLabel("This section is complete").check();
    await press(page, SAVE);
    await expect(success(page)).toContainText("Costs: saved");
    await expect(statusOf(page, "Costs")).toContainText("Completed");
    await expect(main(page)).toContainText("You have completed 1 of 10 sections.");
  });

  test("has match funding by source; a source can be added and taken away", async ({ page }) => {
    await openSection(page, "Match funding");
    await page.getByLabel("Worth, in pounds").fill("5,000");
    await press(page, SAVE);
    await expectRefused(page, "Enter who gives it");
    await follow(page, "Leave without saving");
    await openSection(page, "Match funding");
    await expect(main(page)).toContainText("it is not saved yet");
    await expect(page.getByLabel("Worth, in pounds")).toHaveValue("5,000");
    await expectAccessible(page);
    await page.getByLabel("Who gives it").fill("Anytown Bus Company");
    await choose(page, "Cash or in kind", "In kind");
    await choose(page, "Pledged or confirmed", "Pledged");
    await press(page, "Add another source");
    const second = page.getByRole("group", { name: "Source 2" });
    await second.getByLabel("Who gives it").fill("Nobody yet");
    await press(page, "Add another source");
    await press(page, "Remove source 2");
    await expect(main(page)).toContainText("Match of £5,000, of which £0 is confirmed and £0 is cash.");
    await expect(page.getByRole("group", { name: "Source 1" }).getByLabel("Who gives it")).toHaveValue(
      "Anytown Bus Company",
    );
    await expect(second).toHaveCount(0);
    await expectAccessible(page);
    await expectFitsPhone(page, "match of a bid");
    await press(page, SAVE);
    await expect(statusOf(page, "Match funding")).toContainText("In progress");
  });

  test("says who takes part, where, why, what changes, what may go wrong and what comes after", async ({
    page,
  }) => {
    await openSection(page, "Organisations that take part");
    await page.getByLabel("Name").fill("Youth Trust");
    await choose(page, "Part", "Delivery partner");
    await expectFitsPhone(page, "organisations of a bid");
    await save(page);
    await openSection(page, "Area");
    await page.getByLabel("Which wards is it for? (optional)").fill("Bank\nAbbey\n\nBank");
    await save(page);
    await openSection(page, "Need and evidence");
    await page.getByLabel("What evidence shows it?").fill("167 incidents in 12 months");
    await save(page);
    await openSection(page, "Outcomes promised");
    await page.getByLabel("What is measured").fill("Incidents at the bus station");
    await page.getByLabel("Baseline").fill("167");
    await page.getByLabel("Target").fill("about half");
    await press(page, SAVE);
    await expectRefused(page, "Target must be a number, like 167 or 42.5");
    await page.getByLabel("Target").fill("120");
    await fillDate(page, "By when", " 3 2029");
    await expectAccessible(page);
    await expectFitsPhone(page, "outcomes of a bid");
    await save(page);
    await openSection(page, "Risks");
    await page.getByLabel("What may go wrong").fill("Nobody applies for the work");
    await choose(page, "How likely", "Low");
    await expectFitsPhone(page, "risks of a bid");
    await save(page);
    await openSection(page, "Who leads");
    await page.getByLabel("Who manages the delivery? (optional)").fill("Night-time manager");
    await save(page);
  });

  test("shows all of it when the answers are checked", async ({ page }) => {
    await page.goto("/bids");
    await follow(page, BID, "Check answers and submit");
    await expect(summaryOf(page, "Delivery partners")).toHaveText("Youth Trust");
    await expect(summaryOf(page, "Member organisations")).toHaveText("Not provided");
    await expect(summaryOf(page, "Wards")).toHaveText("BankAbbey");
    await expect(summaryOf(page, "Evidence")).toHaveText("167 incidents in 12 months");
    await expect(summaryOf(page, "Manages the delivery")).toHaveText("Night-time manager");
    const exitPlan = main(page).getByRole("region", { name: "Exit plan" });
    await expect(exitPlan).toContainText("Not provided");
    await expect(main(page).getByRole("row", { name: /All years/ })).toContainText("£26,000");
    await expectAccessible(page);
    await expectFitsPhone(page, "check of a whole bid");
    await exitPlan.getByRole("link", { name: "Change exit plan" }).click();
    await page.getByLabel("What happens when the money ends?").fill("The bus company goes on.");
    await press(page, SAVE);
    await expect(main(page)).toContainText("The bus company goes on.");
    await main(page).getByText("Changes to the draft").click();
    await expect(main(page)).toContainText(/Match funding.*Exit plan/);
  });
});
