import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible.ts";
import { expectRefused } from "./support/errors.ts";
import { choose, dayFromToday, fillDate, follow, heading, main, success } from "./support/pages.ts";
import { FINANCE, MANAGER, OFFICER, READER, signInAs } from "./support/people.ts";
import { expect, test } from "./support/watched.ts";

const BID = "Lockers for the night market";
const OTHERTON = /^Otherton Community Safety Partnership/;
const HEAD = "Head of service";
const ACCOUNTANT = "Accountant";

test("a bid is signed by the chain of its lead, by nobody who wrote it, and again once it is changed", async ({
  page,
}) => {
  await signInAs(page, MANAGER);
  await page.goto("/partnerships");
  await follow(page, OTHERTON, "Who signs off its bids");
  await addStep(page, HEAD);
  await addStep(page, ACCOUNTANT);
  await nameFor(page, HEAD, MANAGER);
  await nameFor(page, HEAD, OFFICER);
  await nameFor(page, ACCOUNTANT, FINANCE);
  await nameFor(page, ACCOUNTANT, READER, true);
  await expect(main(page)).toContainText(`${READER}, stands in from`);
  await expectAccessible(page);

  await signInAs(page, OFFICER);
  await page.goto("/bids/new");
  await choose(page, "Which round is it for?", /Safer neighbourhoods round/);
  await page.getByLabel("What is the bid called?").fill(BID);
  await page.getByLabel("What is the money for?").fill("Lockers, and somebody who minds them.");
  await page.getByLabel("How much do you ask for, in pounds?").fill("6,000");
  await choose(page, "Which partnership leads the bid?", OTHERTON);
  await page.getByRole("button", { name: "Save as draft" }).click();
  await expect(heading(page)).toHaveText(BID);
  const address = new URL(page.url()).pathname;
  await askForSignOff(page);
  expect((await page.goto(`${address}/sign`))?.status(), "the author signs").toBe(403);

  await signInAs(page, MANAGER);
  await page.goto(address);
  await follow(page, "Sign this bid", "Send back to be changed");
  await page.getByRole("button", { name: "Send back to be changed" }).click();
  await expectRefused(page, "Enter what needs to change");
  await page.getByLabel("What needs to change?").fill("Say who minds them");
  await page.getByRole("button", { name: "Send back to be changed" }).click();
  await expect(main(page)).toContainText("Sent back to be changed: Say who minds them");

  await signInAs(page, OFFICER);
  await page.goto(address);
  await askForSignOff(page);
  await signAs(page, MANAGER, address, HEAD);
  await signAs(page, READER, address, ACCOUNTANT);
  await expect(main(page)).toContainText(`${READER}, standing in`);

  await signInAs(page, OFFICER);
  await page.goto(address);
  await expect(main(page)).toContainText("Signed off. It can be submitted as it stands.");
  await follow(page, "Change draft");
  await page.getByLabel("How much do you ask for, in pounds?").fill("7,000");
  await page.getByRole("button", { name: "Save as draft" }).click();
  await expect(main(page)).toContainText("It needs sign-off again before it is submitted.");
  const changes = main(page).getByRole("table", { name: "Changed since it was signed" });
  await expect(changes).toContainText("£6,000");
  await expect(changes).toContainText("£7,000");
  await expectAccessible(page);
  await follow(page, "Check answers and submit");
  await expect(page.getByRole("button", { name: "Submit", exact: true })).toHaveCount(0);
});

async function addStep(page: Page, title: string): Promise<void> {
  await page.getByLabel("Who signs in this step?").fill(title);
  await page.getByRole("button", { name: "Add step" }).click();
  await expect(success(page)).toContainText("Step added");
}

async function nameFor(page: Page, step: string, person: string, standsIn = false): Promise<void> {
  await choose(page, "Which step?", step);
  await choose(page, "Who?", new RegExp(`^${person}`));
  await page.getByRole("radio", { name: standsIn ? "They stand in for some days" : "They sign" }).check();
  if (standsIn) {
    await fillDate(page, /^From/, dayFromToday(-1));
    await fillDate(page, /^To/, dayFromToday(7));
  }
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(success(page)).toContainText("Saved");
}

async function askForSignOff(page: Page): Promise<void> {
  await follow(page, "Check answers and submit");
  await page.getByRole("button", { name: "Ask for sign-off" }).click();
  await expect(main(page)).toContainText("Awaiting sign-off");
}

async function signAs(page: Page, name: string, address: string, step: string): Promise<void> {
  await signInAs(page, name);
  await page.goto(address);
  await follow(page, "Sign this bid");
  await expect(main(page).getByRole("region", { name: "Rules of the round" })).toBeVisible();
  await expect(main(page)).toContainText("£6,000");
  await page.getByRole("button", { name: `Sign as: ${step}` }).click();
  await expect(success(page)).toContainText(`Signed as: ${step}`);
}
