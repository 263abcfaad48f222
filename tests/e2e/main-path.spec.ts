import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible.ts";
import { expectRefused, expectSummary } from "./support/errors.ts";
import { amountOf, expectLeft, fillLine, line, press } from "./support/lines.ts";
import {
  choose,
  dayFromToday,
  fillDate,
  follow,
  heading,
  main,
  success,
  summaryOf,
} from "./support/pages.ts";
import { FINANCE, MANAGER, OFFICER, READER, signInAs } from "./support/people.ts";
import { expectFitsPhone } from "./support/pictures.ts";
import { cellOf, expectOneGrandTotal, openReport, penceOf } from "./support/report.ts";
import { expect, test } from "./support/watched.ts";

const BID = "Doorstep support for older residents";
const ROUND = "Safer neighbourhoods round";
const ANYTOWN = /^Anytown Community Safety Partnership/;
const OTHERTON = /^Otherton Community Safety Partnership/;
const BURGLARY = /^Prevent burglary and vehicle crime/;
const DOORSTEP = /^Doorstep/;
const MEASURE = "Homes of older residents burgled";
const REFERENCE = "CSF/26/114";

/** The award in pence, before and after it is cut. */
const AWARDED = 20_000_01;
const REDUCED = 17_500_01;

test.describe("from a bid to an award, to its lines, to a report that adds up", () => {
  test.describe.configure({ mode: "serial" });

  /** What the register came to before this bid, in pence. */
  let before = 0;

  test("the officer chooses a round, answers all questions, checks the answers and submits", async ({
    page,
  }) => {
    await signInAs(page, OFFICER);
    before = await expectOneGrandTotal(page);
    await page.getByRole("link", { name: "Reference data" }).click();
    await follow(page, "Rounds", ROUND, "New bid");
    await expect(
      page.getByLabel("Which round is it for?").getByRole("option", { selected: true }),
    ).toContainText(ROUND);
    await answerAllQuestions(page);
    await page.getByRole("button", { name: "Continue to check answers" }).click();

    await expect(heading(page)).toHaveText("Check your answers");
    await expect(summaryOf(page, "Requested")).toHaveText("£30,000");
    await expect(summaryOf(page, "Lead partnership")).toHaveText(ANYTOWN);
    await expect(summaryOf(page, "Partners")).toHaveText(OTHERTON);
    await expect(summaryOf(page, "Priority areas")).toHaveText(BURGLARY);
    await expect(summaryOf(page, "Projects")).toHaveText(DOORSTEP);
    await expect(main(page).getByRole("definition").filter({ hasText: "Not provided" })).toHaveCount(0);
    await expectAccessible(page);
    await page.getByRole("button", { name: "Submit", exact: true }).click();
    await expect(success(page)).toContainText("Submitted");
    await expect(heading(page)).toHaveText(BID);
  });

  test("the manager finds the bid among those submitted and reads its history", async ({ page }) => {
    await signInAs(page, MANAGER);
    await page.getByRole("link", { name: "Bids", exact: true }).click();
    await main(page).getByText("Choose by status").click();
    await main(page).getByRole("checkbox", { name: "Submitted" }).check();
    await page.getByRole("button", { name: "Apply filters" }).click();
    await expect(main(page).getByRole("link", { name: "Remove filter: Submitted" })).toBeVisible();
    await expect(main(page)).not.toContainText("Mobile camera trailer");
    await follow(page, BID);
    const history = main(page)
      .getByRole("list")
      .filter({ hasText: /Recorded \d/ });
    await expect(history.getByRole("listitem").first()).toContainText(/^Submitted.* by Olu Officer/);
    await expect(history.getByRole("listitem").last()).toContainText("Draft saved");
  });

  test("the manager records the decision in part, and that makes the award", async ({ page }) => {
    await signInAs(page, MANAGER);
    await page.goto("/bids");
    await follow(page, BID, "Record an award in part");
    await expect(page.getByRole("radio", { name: "In part" })).toBeChecked();
    await page.getByRole("button", { name: "Record the award" }).click();
    await expectRefused(
      page,
      "Enter the date of the decision",
      "Enter what the funder decided and why, as the letter says it",
    );
    await page.getByLabel("How much was awarded, in pounds?").fill("20,000.01");
    await fillDate(page, "When did the funder decide?", dayFromToday(0));
    await page.getByLabel("Reference of the decision").fill(REFERENCE);
    await page.getByLabel("What did the funder decide, and why?").fill("Two visitors instead of three.");
    await page.getByRole("button", { name: "Record the award" }).click();

    await expect(success(page)).toContainText(/Award A-\d{6} recorded/);
    await expect(heading(page)).toHaveText(BID);
    await expect(main(page)).toContainText(`reference ${REFERENCE}`);
    await expectAccessible(page);
    expect(await expectOneGrandTotal(page)).toBe(before + AWARDED);
  });

  test("finance apportions the award, splits it to the penny, leaves a rest and seals", async ({ page }) => {
    await signInAs(page, FINANCE);
    await openAward(page);
    await follow(page, "Apportion this award");
    await expect(page.getByRole("radio", { name: "Apportionment" })).toBeChecked();
    await page.getByLabel("Why?").fill("As the delivery plan says.");
    await page.getByRole("button", { name: "Save and continue" }).click();
    await expect(heading(page)).toHaveText("Apportion the award");
    await removeAllLines(page);

    await press(page, "Add a line for each partnership");
    await press(page, "Add a line");
    await press(page, "Split equally");
    for (const [index, amount] of ["6666.67", "6666.67", "6666.67"].entries()) {
      await expect(amountOf(page, index + 1)).toHaveValue(amount);
    }
    for (const [index, share] of ["1", "1", "2"].entries()) await fillLine(page, index + 1, { share });
    await press(page, "Split by these shares");
    for (const [index, amount] of ["5000", "5000", "10000.01"].entries()) {
      await expect(amountOf(page, index + 1)).toHaveValue(amount);
    }
    await expectLeft(page, "Left to apportion £0");
    await expectAccessible(page);
    await expectFitsPhone(page, "lines of an award");

    await fillLine(page, 1, { amount: "25,000" });
    await press(page, "Continue");
    await expectSummary(page, "The lines come to £20,000 more than the award: take it off one or more lines");
    await expect(amountOf(page, 1)).toHaveValue("25,000");
    await expectFitsPhone(page, "lines that come to too much");

    await fillLine(page, 1, { project: DOORSTEP, priority: BURGLARY, stream: "Revenue", amount: "5,000" });
    await fillLine(page, 1, { partnership: ANYTOWN, year: thisFinancialYear() });
    await fillLine(page, 2, { partnership: OTHERTON, stream: "Revenue", amount: "4,000" });
    await press(page, "Remove line 3");
    await expect(line(page, 3)).toHaveCount(0);
    await expectLeft(page, "Left to apportion £11,000.01");
    await press(page, "Continue");

    await expect(heading(page)).toHaveText("Check the next version");
    await expect(main(page)).toContainText(
      "In lines £9,000.00 + not yet apportioned £11,000.01 = award £20,000.01",
    );
    await expectAccessible(page);
    await expectFitsPhone(page, "check the next version");
    await page.getByRole("button", { name: "Seal this version" }).click();
    await expect(success(page)).toContainText("Version 2 sealed");
    await expect(main(page).getByRole("link", { name: "Version 2: apportionment" })).toBeVisible();
    expect(await expectOneGrandTotal(page)).toBe(before + AWARDED);
  });

  test("the report shows what the project got, and the figure opens to the line and to the award", async ({
    page,
  }) => {
    await signInAs(page, READER);
    await openReport(page, "project");
    expect(penceOf(await cellOf(page, "Doorstep", "Secured"))).toBe(5_000_00);
    await follow(page, "Doorstep");
    await expect(heading(page)).toHaveText("Doorstep: £5,000");
    await expect(main(page).getByRole("table")).toContainText("Prevent burglary and vehicle crime");
    await expectAccessible(page);
    await follow(page, new RegExp(`: ${BID}$`));
    await expect(heading(page)).toHaveText(BID);
  });

  test("finance seals a reduction as a second version, and every total falls by it", async ({ page }) => {
    await signInAs(page, FINANCE);
    await openAward(page);
    await follow(page, "Record a change");
    await page.getByRole("radio", { name: "Reduction" }).check();
    await page.getByLabel("What is the new amount of the whole award, in pounds?").fill("20,000.01");
    await page.getByLabel("Why?").fill("The funder takes back what is not committed.");
    await page.getByRole("button", { name: "Save and continue" }).click();
    await expectRefused(page, "A reduction must come to less than the £20,000.01 before it");
    await page.getByLabel("What is the new amount of the whole award, in pounds?").fill("17,500.01");
    await fillDate(page, "When was it decided?", dayFromToday(0));
    await page.getByRole("button", { name: "Save and continue" }).click();
    await expect(heading(page)).toHaveText("Apportion the award");
    await expect(amountOf(page, 1)).toHaveValue("5000");
    await press(page, "Continue");
    await expect(main(page)).toContainText("£20,000.01 − £2,500 = £17,500.01");
    await expect(main(page)).toContainText("not yet apportioned £8,500.01 = award £17,500.01");
    await page.getByRole("button", { name: "Seal this version" }).click();
    await expect(success(page)).toContainText("Version 3 sealed");
    await expect(main(page)).toContainText("£17,500.01 in force since");
    await expectFitsPhone(page, "award with three versions");
    expect(await expectOneGrandTotal(page)).toBe(before + REDUCED);
  });

  test("the manager records a measure on the project, its baseline and a reading", async ({ page }) => {
    await signInAs(page, MANAGER);
    await openAward(page);
    await follow(page, DOORSTEP, "Record a measure");
    await expect(
      page.getByLabel("What is it measured on?").getByRole("option", { selected: true }),
    ).toContainText("Doorstep");
    await page.getByLabel("What is measured?").fill(MEASURE);
    await page.getByLabel("In which unit?").fill("incidents");
    await page.getByRole("radio", { name: "Down: less is better" }).check();
    await page.getByRole("button", { name: "Save measure" }).click();
    await expect(success(page)).toContainText("Measure recorded");
    await recordReading(page, "Record the baseline", "40", "12 months to March 2025");
    await recordReading(page, "Record a reading", "15", "6 months to September 2025");
    await expect(summaryOf(page, "Computed change")).toContainText(
      "40 in 12 months, 15 in 6 months: 30 a year, down 25.0%",
    );
    await expectAccessible(page);
  });

  test("a reader walks from the pound to the outcome and back, and to the bid and its round", async ({
    page,
  }) => {
    await signInAs(page, READER);
    await openAward(page);
    await follow(page, DOORSTEP);
    await expect(heading(page)).toHaveText("Doorstep");
    await follow(page, MEASURE);
    await expect(heading(page)).toHaveText(MEASURE);
    await follow(page, "Doorstep", /^A-\d{6}/);
    await expect(heading(page)).toHaveText(BID);
    await follow(page, BURGLARY);
    await expect(heading(page)).toHaveText(BURGLARY);
    await openAward(page);
    await follow(page, new RegExp(`^B-\\d{6} ${BID}`));
    await expect(heading(page)).toHaveText(BID);
    await expect(main(page).getByText("Part awarded", { exact: true })).toBeVisible();
    await follow(page, new RegExp(`${ROUND}$`));
    await expect(heading(page)).toHaveText(ROUND);
    await follow(page, "Bids to this round", BID, /^A-\d{6}/);
    await expect(heading(page)).toHaveText(BID);
    await expect(main(page).getByRole("link", { name: "Record a change" })).toHaveCount(0);
  });
});

async function answerAllQuestions(page: Page): Promise<void> {
  await page.getByLabel("What is the bid called?").fill(BID);
  await page
    .getByLabel("What is the money for?")
    .fill("Visits to homes that were burgled, and better locks.");
  await page.getByLabel("How much do you ask for, in pounds?").fill("30,000");
  await choose(page, "Which partnership leads the bid?", ANYTOWN);
  const partners = page.getByRole("group", { name: "Which other partnerships take part?" });
  await partners.getByRole("checkbox", { name: OTHERTON }).check();
  await page
    .getByLabel("Which organisation is the accountable body?")
    .fill("Anytown Borough Council (invented)");
  const priorities = page.getByRole("group", { name: "Which priority areas does it serve?" });
  await priorities.getByRole("checkbox", { name: BURGLARY }).check();
  const projects = page.getByRole("group", { name: "Which projects would it pay for?" });
  await projects.getByRole("checkbox", { name: DOORSTEP }).check();
  await fillDate(page, "When do you expect a decision?", dayFromToday(60));
  await page.getByLabel("Who is the lead officer?").fill("Community safety officer");
}

async function openAward(page: Page): Promise<void> {
  await page.goto("/awards");
  await follow(page, BID);
  await expect(heading(page)).toHaveText(BID);
}

/** Lines that the version before had. */
async function removeAllLines(page: Page): Promise<void> {
  while ((await line(page, 1).count()) > 0) await press(page, "Remove line 1");
}

async function recordReading(page: Page, link: string, value: string, period: string): Promise<void> {
  await follow(page, link);
  await page.getByLabel("What is the value, in incidents?").fill(value);
  await page.getByLabel("Which period does it cover?").fill(period);
  await page.getByRole("button", { name: "Save reading" }).click();
  await expect(success(page)).toContainText("recorded");
}

/** "2026 to 2027". */
function thisFinancialYear(): string {
  const [, month = 1, year = 0] = dayFromToday(0).split(" ").map(Number);
  const first = month > 3 ? year : year - 1;
  return `${first} to ${first + 1}`;
}
