import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessible.ts";
import { expectRefused } from "./support/errors.ts";
import { choose, expectWellMade, heading, main, success } from "./support/pages.ts";
import { ADMINISTRATOR, signInAs, signInWithPassword } from "./support/people.ts";
import { expect, test } from "./support/watched.ts";

const PARTNERSHIP = "Harlow";
const PERSON = { name: "Nia Newcomer", email: "nia@demo.example", password: "three blue teapots" };

test.describe("an administrator", () => {
  test.describe.configure({ mode: "serial" });

  test("is shown people and reference data, and no bids, awards or reports", async ({ page }) => {
    await signInAs(page, ADMINISTRATOR);
    const sections = page.getByRole("navigation", { name: "Menu" }).getByRole("listitem");
    await expect(sections).toHaveText([/^Home/, /^Reference data/, /^People/]);
    await expect(main(page)).not.toContainText(/award|bid/i);
    for (const address of ["/bids", "/awards", "/reports/funding-secured", "/projects"]) {
      const response = await page.goto(address);
      expect(response?.status(), address).toBe(403);
      await expect(heading(page)).toHaveText("You cannot do this");
    }
    await expectWellMade(page);
    await expectAccessible(page);
  });

  test("picks a partnership from the official list", async ({ page }) => {
    await signInAs(page, ADMINISTRATOR);
    await page.goto("/partnerships");
    await main(page).getByRole("link", { name: "Choose from the official list" }).click();
    await page.getByLabel("Name of a partnership, a council or a police area").fill(PARTNERSHIP);
    await page.getByRole("button", { name: "Search" }).click();
    await page.getByRole("button", { name: `Choose ${PARTNERSHIP}`, exact: true }).click();
    await expect(success(page)).toContainText(`${PARTNERSHIP} is now in this register`);
    await expect(main(page)).toContainText("Essex");
  });

  test("adds a person, who chooses a password by the link and signs in with it", async ({ page }) => {
    await signInAs(page, ADMINISTRATOR);
    const link = await addPerson(page);
    await page.context().clearCookies();
    await page.goto(link);
    await expect(heading(page)).toHaveText("Choose a password");
    await page.getByLabel("Choose a password").fill(PERSON.password);
    await page.getByLabel("Type it again").fill("something else");
    await page.getByRole("button", { name: "Continue" }).click();
    await expectRefused(page, "The two passwords are not the same");
    await expect(page.getByLabel("Choose a password")).toBeVisible();
    await page.getByLabel("Choose a password").fill(PERSON.password);
    await page.getByLabel("Type it again").fill(PERSON.password);
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(success(page)).toContainText("Your password is chosen");

    await signInWithPassword(page, PERSON.email, PERSON.password);
    await expect(heading(page)).toHaveText("What needs you");
    await page.getByRole("link", { name: PERSON.name }).click();
    await expect(main(page)).toContainText(`Reader, ${PARTNERSHIP}`);

    await page.context().clearCookies();
    const used = await page.goto(link);
    expect(used?.status()).toBe(404);
    await expect(heading(page)).toHaveText("This link does not work");
  });

  test("disables the person, who then cannot sign in", async ({ page }) => {
    await signInAs(page, ADMINISTRATOR);
    await page.goto("/people");
    await main(page).getByRole("link", { name: PERSON.name }).click();
    await page.getByRole("button", { name: "Disable this person" }).click();
    await expect(success(page)).toContainText("The person is disabled");
    await signInWithPassword(page, PERSON.email, PERSON.password);
    await expect(page).toHaveTitle(/^Error: Sign in/);
  });
});

/** @returns the link that is handed over */
async function addPerson(page: Page): Promise<string> {
  await page.goto("/people/new");
  await page.getByLabel("Name", { exact: true }).fill(PERSON.name);
  await page.getByLabel("Email address").fill(PERSON.email);
  await choose(page, "Which partnership do they belong to?", PARTNERSHIP);
  await page.getByRole("radio", { name: "Reader" }).check();
  await page.getByRole("button", { name: "Add person" }).click();
  await expect(heading(page)).toHaveText(`${PERSON.name} has been added`);
  await expectAccessible(page);
  return page.getByLabel(`Link for ${PERSON.name} to choose a password`).inputValue();
}
